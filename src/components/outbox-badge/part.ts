import { InventarOutboxBadgeElement } from './outbox-badge.ts';

/** Loaded alone. */
export const elements = { 'wms-inventar-outbox-badge': InventarOutboxBadgeElement };
