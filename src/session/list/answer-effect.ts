import type { CountingEffect, CountingEvent } from '../../domain/counting/events.ts';
import type { InventoryGateway } from '../../services/inventory-gateway.ts';
import { failureOf } from '../failures.ts';
import { resolveRead } from '../reads/resolve-read.ts';

/** The effects that ask the host something. */
export type HostEffect = Extract<CountingEffect, { type: 'resolve' | 'load-lots' | 'read-row' }>;

/** Asks the host and gives its answer, or its failure, as the event counting waits for. Never rejects. */
export function answerOf(gateway: InventoryGateway, effect: HostEffect, signal: AbortSignal): Promise<CountingEvent> {
  switch (effect.type) {
    case 'resolve': {
      const { read, candidate } = effect;
      return resolveRead(gateway, effect).then(
        found => ({ type: 'resolved', read, candidate, found }),
        (error: unknown) => ({ type: 'resolve-failed', read, candidate, failure: failureOf(error) }),
      );
    }
    case 'load-lots': {
      const { item } = effect;
      const query = { itemClass: item.item.itemClass, itemCode: item.item.code };
      // A failure is not said: the lot can be typed all the same, and the host judges it.
      return gateway.lots(query, signal).then(
        // A lot that this device does not know may be at the host.
        ({ matches, more, asOf }) => ({ type: 'lots-loaded', item, lots: matches, more: more || asOf !== undefined }),
        () => ({ type: 'lots-loaded', item, lots: [], more: true }),
      );
    }
    case 'read-row': {
      const { listId, identity } = effect;
      return gateway.row(listId, identity, signal).then(
        row => ({ type: 'row-read', identity, row }),
        () => ({ type: 'row-unreadable', identity }),
      );
    }
  }
}
