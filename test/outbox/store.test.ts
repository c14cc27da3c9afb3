import { expect } from '@open-wc/testing';
import { deleteDB, openDB } from 'idb';
import { createIdbStore } from '../../src/outbox/store/idb-store.ts';
import { MemoryDisk, createBreakableStore } from '../support/breakable-store.ts';
import { writesDuring } from '../support/idb-writes.ts';
import { createMemoryStore } from '../../src/outbox/store/memory-store.ts';
import {
  type OutboxStore,
  StorageFullError,
  StorageUnavailableError,
  type StoredRow,
} from '../../src/outbox/store/store.ts';

/** A place to keep things. */
interface Place {
  open(): OutboxStore;
  /** Several stores, as of several tabs, may open it. */
  readonly isShared: boolean;
  remove(): Promise<void>;
}

let places = 0;
const PLACES: Readonly<Record<string, () => Place>> = {
  IndexedDB: () => {
    const name = `outbox-store-test-${++places}-${Date.now()}`;
    return { isShared: true, open: () => createIdbStore(name), remove: () => deleteDB(name) };
  },
  memory: () => ({ isShared: false, open: () => createMemoryStore('none'), remove: () => Promise.resolve() }),
  'memory that a test can break': () => {
    const disk = new MemoryDisk();
    return { isShared: true, open: () => createBreakableStore({ disk }), remove: () => Promise.resolve() };
  },
};

const aRow = (id: string, lane?: string): StoredRow => ({
  id,
  ...(lane !== undefined && { lane }),
  record: { v: 1, id },
});
const ids = (rows: readonly StoredRow[]) => rows.map(({ id }) => id).sort();

for (const [kind, aPlace] of Object.entries(PLACES)) {
  describe(`A store in ${kind}`, () => {
    let place: Place;
    let store: OutboxStore;
    beforeEach(() => {
      place = aPlace();
      store = place.open();
    });
    afterEach(async () => {
      store.close();
      await place.remove();
    });
    const put = (...rows: StoredRow[]) =>
      store.transact('strict', async tx => {
        for (const each of rows) await tx.put(each);
      });

    it('keeps what was complete for whoever opens it next', async () => {
      await put(aRow('1', 'A'));
      if (place.isShared) {
        store.close();
        store = place.open();
      }
      expect(await store.transact('readonly', tx => tx.get('1'))).to.deep.equal(aRow('1', 'A'));
    });

    it('sees its own writes, and those of others only whole', async () => {
      await store.transact('strict', async tx => {
        await tx.put(aRow('1', 'A'));
        expect(await tx.get('1')).to.deep.equal(aRow('1', 'A'));
        await tx.delete('1');
        expect(await tx.get('1')).to.equal(undefined);
      });
    });

    it('finds what is open, all of it or in one lane', async () => {
      await put(aRow('1', 'A'), aRow('2', 'B'), aRow('3'), aRow('4', 'A'));
      const found = await store.transact('readonly', async tx => ({
        lane: ids(await tx.lane('A')),
        open: ids(await tx.open()),
        all: ids(await tx.all()),
        none: ids(await tx.lane('C')),
      }));
      expect(found).to.deep.equal({ lane: ['1', '4'], open: ['1', '2', '4'], all: ['1', '2', '3', '4'], none: [] });
      await put(aRow('1'));
      expect(ids(await store.transact('readonly', tx => tx.lane('A')))).to.deep.equal(['4']);
    });

    it('writes all of a transaction or, when its work throws, nothing', async () => {
      await put(aRow('1', 'A'));
      const failing = store.transact('strict', async tx => {
        await tx.put(aRow('2', 'A'));
        await tx.delete('1');
        await tx.putMeta('seq', 5);
        throw new RangeError('a caller’s mistake');
      });
      await failing.then(
        () => expect.fail('it was stored'),
        (error: unknown) => expect(error).to.be.instanceOf(RangeError),
      );
      const after = await store.transact('readonly', async tx => [ids(await tx.all()), await tx.getMeta('seq')]);
      expect(after).to.deep.equal([['1'], undefined]);
    });

    it('lets transactions have their turn, of two tabs too: no count is lost between reading and writing', async () => {
      const other = place.isShared ? place.open() : store;
      const increment = (on: OutboxStore) =>
        on.transact('strict', async tx => {
          const last = await tx.getMeta('seq');
          await tx.putMeta('seq', (typeof last === 'number' ? last : 0) + 1);
        });
      await Promise.all(Array.from({ length: 20 }, (_, n) => increment(n % 2 === 0 ? store : other)));
      expect(await store.transact('readonly', tx => tx.getMeta('seq'))).to.equal(20);
      other.close();
    });

    it('hands out copies: what is changed outside is not changed inside', async () => {
      const mine = { id: '1', record: { v: 1, deep: { n: 1 } } };
      await put(mine);
      mine.record.deep.n = 2;
      const read = await store.transact('readonly', tx => tx.get('1'));
      expect(read).to.deep.equal({ id: '1', record: { v: 1, deep: { n: 1 } } });
    });

    it('refuses what can’t be stored, and stores nothing of that transaction', async () => {
      const refused = await store
        .transact('strict', async tx => {
          await tx.put(aRow('1', 'A'));
          await tx.put({ id: '2', record: () => 1 });
        })
        .then(
          () => null,
          (error: unknown) => error,
        );
      expect(refused).to.be.instanceOf(Error);
      expect(await store.transact('readonly', tx => tx.all())).to.deep.equal([]);
    });

    it('says that it is closed', async () => {
      store.close();
      const error = await put(aRow('1')).then(
        () => null,
        (failure: unknown) => failure,
      );
      expect(error).to.be.instanceOf(StorageUnavailableError);
    });
  });
}

describe('A store in IndexedDB', () => {
  it('has what it writes on the disk when it says so: durability is strict, and the transaction is complete', async () => {
    const name = `outbox-store-strict-${Date.now()}`;
    const store = createIdbStore(name);
    const said: string[] = [];
    const writes = await writesDuring(
      async () => {
        await store.transact('strict', tx => tx.put(aRow('1', 'A')));
        said.push('saved');
      },
      () => said.push('complete'),
    );
    expect(writes).to.deep.equal([{ tables: ['meta', 'records'], durability: 'strict' }]);
    expect(said).to.deep.equal(['complete', 'saved']);
    store.close();
    await deleteDB(name);
  });
});

describe('A store in IndexedDB whose connection is lost', () => {
  it('opens another one', async () => {
    const name = `outbox-store-lost-${Date.now()}`;
    const store = createIdbStore(name);
    await store.transact('strict', tx => tx.put(aRow('1', 'A')));
    // A newer version of the plugin, in another tab, makes this one let go.
    const newer = await openDB(name, 1_000);
    newer.close();
    await deleteDB(name);
    await store.transact('strict', tx => tx.put(aRow('2', 'A')));
    expect(ids(await store.transact('readonly', tx => tx.all()))).to.deep.equal(['2']);
    store.close();
    await deleteDB(name);
  });

  it('runs a transaction again that began on a dead handle', async () => {
    const name = `outbox-store-dead-${Date.now()}`;
    const store = createIdbStore(name);
    await store.transact('strict', tx => tx.put(aRow('1', 'A')));
    const transaction = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction') ?? {};
    let asked = 0;
    Object.defineProperty(IDBDatabase.prototype, 'transaction', {
      ...transaction,
      value: function (this: IDBDatabase, ...of: unknown[]) {
        if (++asked === 1) throw new DOMException('The database connection is closing.', 'InvalidStateError');
        return transaction.value.apply(this, of);
      },
    });
    try {
      await store.transact('strict', tx => tx.put(aRow('2', 'A')));
    } finally {
      Object.defineProperty(IDBDatabase.prototype, 'transaction', transaction);
    }
    expect(asked).to.equal(2);
    expect(ids(await store.transact('readonly', tx => tx.all()))).to.deep.equal(['1', '2']);
    store.close();
    await deleteDB(name);
  });

  it('says that the quota is used up when the transaction aborts after its puts succeeded', async () => {
    const name = `outbox-store-quota-${Date.now()}`;
    const store = createIdbStore(name);
    const full = await store
      .transact('strict', async tx => {
        await tx.put(aRow('1', 'A'));
        throw new DOMException('Full', 'QuotaExceededError');
      })
      .then(
        () => null,
        (error: unknown) => error,
      );
    expect(full).to.be.instanceOf(StorageFullError);
    expect(await store.transact('readonly', tx => tx.all())).to.deep.equal([]);
    store.close();
    await deleteDB(name);
  });
});

describe('A store in memory that a test can break', () => {
  it('loses what was not complete when its tab dies, and lets others go on', async () => {
    const disk = new MemoryDisk();
    const gates: (() => void)[] = [];
    const dying = createBreakableStore({ disk, complete: go => gates.push(go) });
    const saved: string[] = [];
    void dying.transact('strict', tx => tx.put(aRow('1', 'A'))).then(() => saved.push('1'));
    await Promise.resolve();
    const other = createBreakableStore({ disk });
    const next = other.transact('strict', tx => tx.put(aRow('2', 'A')));
    dying.kill();
    await next;
    gates.forEach(go => go());
    expect(ids(await other.transact('readonly', tx => tx.all()))).to.deep.equal(['2']);
    expect(saved).to.deep.equal([]);
  });

  it('is full at its capacity: nothing of that transaction is stored; deleting is always possible', async () => {
    const disk = new MemoryDisk();
    const store = createBreakableStore({ disk });
    await store.transact('strict', tx => tx.put(aRow('1', 'A')));
    disk.capacity = 120;
    const full = await store
      .transact('strict', tx => tx.put({ id: '2', record: 'x'.repeat(200) }))
      .then(
        () => null,
        (error: unknown) => error,
      );
    expect(full).to.be.instanceOf(StorageFullError);
    await store.transact('strict', tx => tx.delete('1'));
    expect(disk.rows.size).to.equal(0);
  });
});
