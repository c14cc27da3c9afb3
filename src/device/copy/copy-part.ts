import type { Clock } from '../../ports/time.ts';
import type { InventoryGateway } from '../../services/inventory-gateway.ts';
import type { CopyStore } from './copy-store.ts';
import { createDeviceCopy } from './device-copy.ts';
import { createCopyLoader } from './loader.ts';
import { createOfflineAnswers } from './offline-answers.ts';

export { openLastSession } from '../last-session.ts';

export interface CopyPorts {
  readonly gateway: InventoryGateway;
  readonly clock: Pick<Clock, 'now' | 'after'>;
  readonly mintKey: () => string;
}

/** What is loaded later of the copy: what keeps it, what loads it, and what answers from it. */
export function openCopy(store: CopyStore, { gateway, clock: { now }, mintKey }: CopyPorts) {
  const copy = createDeviceCopy(store);
  return { answers: createOfflineAnswers(copy, now), loader: createCopyLoader({ gateway, copy, now, mintKey }) };
}
