import type { CountingEffect, CountingEvent } from '../../domain/counting/events.ts';
import { countingLater } from '../../domain/counting/later.ts';
import type { InventoryGateway } from '../../services/inventory-gateway.ts';

type FindLotEffect = Extract<CountingEffect, { type: 'find-lot' }>;

/** What counting does that no first count needs. */
export interface CountingLater {
  readonly counting: typeof countingLater;
  /** Asks whose a lot is. Never rejects: what can't be had may be anybody's. */
  readonly findLot: (effect: FindLotEffect, gateway: InventoryGateway, signal: AbortSignal) => Promise<CountingEvent>;
}

export const COUNTING_LATER: CountingLater = {
  counting: countingLater,
  findLot: ({ item, code }, gateway, signal) =>
    gateway.lots({ code }, signal).then(
      ({ matches: lots, more, asOf }) => ({ type: 'lot-found', item, code, lots, sure: !more && asOf === undefined }),
      () => ({ type: 'lot-found', item, code, lots: [], sure: false }),
    ),
};
