/** Runs in a page of the host's origin: confirms many counts through the outbox's own ledger, many in a transaction. */
import type { CountIdentity } from '../../src/domain/count-identity.ts';
import type { Item, Location } from '../../src/domain/inventory.ts';
import { createIdbStore } from '../../src/outbox/store/idb-store.ts';
import { planConfirm } from '../../src/outbox/decide/confirm.ts';
import { Ledger } from '../../src/outbox/ledger.ts';
import { partitionOf } from '../../src/outbox/partition.ts';
import { nameOf } from '../../src/outbox/browser.ts';

export interface Filling {
  /** As the plugin resolves it. */
  readonly baseUrl: string;
  readonly user: string;
  readonly listId: string;
  readonly counts: readonly { readonly item: Item; readonly location: Location }[];
}

declare global {
  interface Window {
    fill: (filling: Filling) => Promise<void>;
  }
}

/** So many in one transaction: one for each, as an operator makes them, takes an hour. */
const BATCH = 500;

window.fill = async ({ baseUrl, user, listId, counts }) => {
  const partition = await partitionOf(
    { origin: baseUrl, tenant: '', user },
    () => import('../../src/outbox/sha256.ts'),
  );
  const store = createIdbStore(nameOf(partition));
  const ledger = new Ledger({
    store,
    partition,
    makeRoom: () => Promise.resolve(),
    tellTabs: () => undefined,
    moveIn: () => Promise.resolve(),
  });
  for (let from = 0; from < counts.length; from += BATCH) {
    const batch = counts.slice(from, from + BATCH);
    await ledger.write(async tx => {
      let seq = await tx.nextSeq(batch.length);
      for (const [n, { item, location }] of batch.entries()) {
        const key = `fill-${String(from + n).padStart(12, '0')}`;
        const plan = planConfirm([], { partition, seq: seq++, listId, ...confirmation(key, item, location) });
        if (plan.ok) await tx.put(plan.record);
      }
    });
  }
  store.close();
};

function confirmation(key: string, item: Item, location: Location) {
  const identity: CountIdentity = {
    itemClass: item.itemClass,
    itemCode: item.code,
    variant: null,
    lot: null,
    serial: null,
    warehouse: location.warehouse,
    location: location.code,
  };
  const entry = { quantity: '5', unit: item.unit.code };
  return {
    request: {
      key,
      mode: 'new' as const,
      identity,
      entry,
      baseVersion: null,
      barcode: `Item-${item.code}`,
      device: null,
      confirmedAt: new Date().toISOString(),
    },
    decidedOn: {
      item: { item, variant: null },
      locationDescription: location.description,
      quantities: null,
      follows: null,
    },
    now: Date.now(),
  };
}
