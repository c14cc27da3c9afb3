import { expect } from '@open-wc/testing';
import { type DBSchema, deleteDB, openDB } from 'idb';
import { type Database, complete, createDatabase } from '../../src/ports/database.ts';
import { within } from '../../src/ports/time.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { writesDuring } from '../support/idb-writes.ts';

interface Schema extends DBSchema {
  notes: { key: string; value: string };
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe('A data base whose connection may be lost', () => {
  let name: string;
  let database: Database<Schema>;
  let count = 0;

  beforeEach(() => {
    name = `database-${Date.now()}-${++count}`;
    database = createDatabase<Schema>(name, 1, db => void db.createObjectStore('notes'));
  });
  afterEach(async () => {
    database.close();
    await deleteDB(name);
  });

  for (const lost of ['InvalidStateError', 'UnknownError', 'AbortError']) {
    it(`runs it once more, on another connection, after ${lost}`, async () => {
      const handles = new Set<unknown>();
      const answer = await database.run(async db => {
        handles.add(db);
        if (handles.size === 1) throw new DOMException('gone', lost);
        return db.get('notes', 'none');
      });
      expect([answer, handles.size]).to.deep.equal([undefined, 2]);
    });
  }

  for (const other of ['QuotaExceededError', 'DataError', 'ConstraintError', 'ReadOnlyError', 'VersionError']) {
    it(`leaves ${other} as it is: another connection would say the same`, async () => {
      let runs = 0;
      const error = await failure(
        database.run(async () => {
          runs++;
          throw new DOMException('no', other);
        }),
      );
      expect([(error as Error).name, runs]).to.deep.equal([other, 1]);
    });
  }

  it('leaves as it is what is no failure of the data base', async () => {
    let runs = 0;
    const error = await failure(database.run(() => Promise.reject(new RangeError(String(++runs)))));
    expect([error instanceof RangeError, runs]).to.deep.equal([true, 1]);
  });

  it('is not tried a third time', async () => {
    let runs = 0;
    const error = await failure(
      database.run(() => Promise.reject(new DOMException(`gone ${++runs}`, 'InvalidStateError'))),
    );
    expect((error as Error).message).to.equal('gone 2');
  });

  it('takes one new connection for all that lost the same one', async () => {
    const dead = await database.run(async db => db);
    dead.close();
    const handles = new Set<unknown>();
    const write = (text: string) =>
      database.run(async db => {
        handles.add(db);
        const tx = db.transaction('notes', 'readwrite');
        await complete(tx, () => tx.store.put(text, text));
      });
    await Promise.all([write('a'), write('b'), write('c')]);
    expect(handles.size).to.equal(2);
    expect(await database.run(db => db.getAllKeys('notes'))).to.deep.equal(['a', 'b', 'c']);
  });

  it('says so once it is closed', async () => {
    database.close();
    expect(await failure(database.run(async db => db.name))).to.be.instanceOf(DOMException);
  });

  it('undoes all of a transaction in which something fails', async () => {
    const error = await failure(
      database.run(async db => {
        const tx = db.transaction('notes', 'readwrite');
        await complete(tx, async () => {
          await tx.store.put('a', 'a');
          throw new RangeError('no');
        });
      }),
    );
    expect(error).to.be.instanceOf(RangeError);
    expect(await database.run(db => db.count('notes'))).to.equal(0);
  });

  it('gives what was asked for only when the transaction is complete, not when its requests have succeeded', async () => {
    const said: string[] = [];
    const write = async () => {
      await database.run(async db => {
        const tx = db.transaction('notes', 'readwrite');
        await complete(tx, async () => {
          await tx.store.put('a', 'a');
          said.push('put');
        });
      });
      said.push('saved');
    };
    await writesDuring(write, () => said.push('complete'));
    expect(said).to.deep.equal(['put', 'complete', 'saved']);
  });

  it('gives nothing for a transaction that is aborted after all its requests succeeded, and says why', async () => {
    const full = new DOMException('full', 'QuotaExceededError');
    const tx = { done: Promise.reject(full), abort: () => undefined, commit: () => undefined };
    expect(await failure(complete(tx, () => Promise.resolve('put')))).to.equal(full);
  });

  it('waits for as long as the browser takes to write', async () => {
    let written: () => void = () => undefined;
    const tx = { done: new Promise<void>(done => (written = done)), abort: () => undefined, commit: () => undefined };
    let saved = false;
    const saving = complete(tx, () => Promise.resolve()).then(() => (saved = true));
    await new Promise(done => setTimeout(done));
    expect(saved).to.equal(false);
    written();
    expect(await saving).to.equal(true);
  });

  it('names a full disk where the requests say only that they were aborted, and is not run again', async () => {
    let runs = 0;
    const full = new DOMException('full', 'QuotaExceededError');
    const error = await failure(
      database.run(() => {
        runs++;
        const tx = { done: Promise.reject(full), abort: () => undefined, commit: () => undefined };
        return complete(tx, () => Promise.reject(new DOMException('aborted', 'AbortError')));
      }),
    );
    expect([(error as Error).name, runs]).to.deep.equal(['QuotaExceededError', 1]);
  });
});

describe('A data base that does not open', () => {
  const timed = (error: unknown) => (error as Error).name;

  it('is said to after a while, and what was to be done in it is not done', async () => {
    const name = `database-${Date.now()}-blocked`;
    // Another page holds it open, and a third has deleted it: whoever opens it waits for both.
    const other = await openDB(name, 1);
    const deleting = deleteDB(name);
    const clock = new VirtualClock();
    const database = createDatabase<Schema>(name, 1, db => void db.createObjectStore('notes'), clock);
    let runs = 0;
    const asked = failure(database.run(() => Promise.resolve(++runs)));
    clock.advanceTo(11_000);
    expect([timed(await asked), runs]).to.deep.equal(['TimeoutError', 0]);
    other.close();
    await deleting;
    expect(await database.run(() => Promise.resolve(++runs))).to.equal(1);
    database.close();
    await deleteDB(name);
  });
});

describe('What takes its time', () => {
  const never = new Promise<string>(() => undefined);

  it('is what was worked out, where that comes in time, and leaves no timer behind', async () => {
    const clock = new VirtualClock();
    expect(await within(100, Promise.resolve('done'), clock, () => 'late')).to.equal('done');
    expect(clock.waiting).to.deep.equal([]);
  });

  it('is what stands in for it, where it does not', async () => {
    const clock = new VirtualClock();
    const told = within(100, never, clock, () => 'late');
    clock.advanceTo(99);
    clock.advanceTo(100);
    expect(await told).to.equal('late');
  });

  it('fails as the work does, or as what stands in for it', async () => {
    const clock = new VirtualClock();
    expect(await failure(within(100, Promise.reject(new RangeError('work')), clock, () => 'late'))).to.be.instanceOf(
      RangeError,
    );
    const told = failure(
      within(100, never, clock, () => {
        throw new TypeError('late');
      }),
    );
    clock.advanceTo(100);
    expect(await told).to.be.instanceOf(TypeError);
    expect(clock.waiting).to.deep.equal([]);
  });
});
