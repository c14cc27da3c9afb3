import { expect } from '@open-wc/testing';
import { LedgerCommands } from '../../src/outbox/commands.ts';
import { Ledger } from '../../src/outbox/ledger.ts';
import { sentOf } from '../../src/outbox/standing.ts';
import { StorageWatch } from '../../src/outbox/storage-watch.ts';
import type { OutboxRecord } from '../../src/outbox/types.ts';
import { MemoryDisk, createBreakableStore } from '../support/breakable-store.ts';
import type { CountRow } from '../../src/domain/inventory.ts';
import { identity, row } from '../support/fixtures.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { type Change, PARTITION, asking, done, doubtful, pieces, record, sending } from './records.ts';

const at = (location: string, id: string, change: Change = {}) =>
  record({ id, ...change, request: { identity: identity({ location }), ...change.request } });
const superseded = (id: string, by: string) => record({ id, fate: { kind: 'superseded', by, at: 3 } });

/** What a person says, on a store that holds these counts. */
async function onCounts(...records: readonly OutboxRecord[]) {
  const ledger = new Ledger({
    store: createBreakableStore({ disk: new MemoryDisk(), storage: 'device' }),
    partition: PARTITION,
    makeRoom: () => Promise.resolve(),
    tellTabs: () => undefined,
    moveIn: () => Promise.resolve(),
  });
  await ledger.write(async tx => {
    for (const each of records) await tx.put(each);
    await tx.nextSeq(100);
  });
  let keys = 0;
  const clock = new VirtualClock();
  const storage = new StorageWatch(clock, () => undefined);
  const commands = new LedgerCommands(ledger, { mintKey: () => `minted-${++keys}`, clock, storage });
  const fates = () => Object.fromEntries([...ledger.mirror.all()].map(({ id, fate }) => [id, fate.kind]));
  return { ledger, commands, fates, clock };
}

describe('A person’s word, on what the store holds', () => {
  it('is answered where the count is not there any more', async () => {
    const { commands } = await onCounts();
    const notFound = { ok: false, kind: 'not-found' };
    expect([
      await commands.retry('gone'),
      await commands.resolve('gone', 'add'),
      await commands.discard('gone', 'why', 'Elena'),
      await commands.withdraw('gone', 'ana'),
      await commands.takeBack('gone'),
    ]).to.deep.equal([notFound, notFound, notFound, notFound, notFound]);
  });

  describe('that takes a discard back', () => {
    const discard = { kind: 'discarded', reason: 'counted twice', by: 'Elena', at: 1 } as const;
    const gone = (of: OutboxRecord, change: Partial<Extract<OutboxRecord['fate'], { kind: 'discarded' }>> = {}) =>
      ({ ...of, fate: { kind: 'discarded', sent: sentOf(of), discard, reason: null, row: null, ...change } }) as const;
    const changedMeanwhile = { kind: 'changed', row: row(), maybeApplied: false } as const;
    const refused = { kind: 'forbidden' } as const;

    for (const [what, of, fate] of [
      ['waits again where it waited', gone(record()), { kind: 'queued', sent: null }],
      ['is in doubt again where it was', gone(doubtful()), doubtful().fate],
      [
        'asks again what it asked',
        gone(record(), { reason: changedMeanwhile }),
        { kind: 'attention', sent: null, reason: changedMeanwhile },
      ],
      [
        'is refused again where it was',
        gone(record(), { reason: refused }),
        { kind: 'attention', sent: null, reason: refused },
      ],
    ] as const) {
      it(what, async () => {
        const { ledger, commands } = await onCounts(of);
        expect(await commands.restore(of.id)).to.deep.equal({ ok: true });
        expect(ledger.mirror.get(of.id)).to.deep.equal({ ...of, fate });
      });
    }

    it('believes the host where that said late that it has the count', async () => {
      const { commands, fates } = await onCounts(gone(record({ id: 'a' }), { row: row() }));
      expect(await commands.restore('a')).to.deep.equal({ ok: true });
      expect(fates()).to.deep.equal({ a: 'done' });
    });

    it('is not possible once a later count of the row has left; one of another row, or one that waits, is in no way', async () => {
      const first = gone(record({ id: 'a', seq: 1 }));
      for (const [later, ok] of [
        [record({ id: 'b', seq: 2, fate: done() }), false],
        [doubtful({ id: 'b', seq: 2 }), false],
        [sending({ id: 'b', seq: 2 }), false],
        [record({ id: 'b', seq: 2 }), true],
        [at('elsewhere', 'b', { seq: 2, fate: done() }), true],
        [record({ id: 'b', seq: 0, fate: done() }), true],
      ] as const) {
        const { commands } = await onCounts(first, later);
        expect((await commands.restore('a')).ok, `${later.fate.kind} ${later.seq}`).to.equal(ok);
      }
    });

    it('is for discards alone: what was taken back before it was sent, or never discarded, stays as it is', async () => {
      const withdrawn = gone(record({ id: 'a' }), { discard: { ...discard, kind: 'withdrawn' } });
      const { commands } = await onCounts(withdrawn, at('B', 'b'));
      const notPossible = { ok: false, kind: 'not-possible' };
      expect([await commands.restore('a'), await commands.restore('b')]).to.deep.equal([notPossible, notPossible]);
      expect(await commands.restore('c')).to.deep.equal({ ok: false, kind: 'not-found' });
    });
  });

  it('takes back a count with what it had superseded, under any key that it had, and nothing else', async () => {
    const replace = record({ id: 'replace', seq: 9, previousIds: ['its first key'] });
    const { ledger, commands, fates } = await onCounts(
      superseded('a', 'replace'),
      superseded('b', 'its first key'),
      superseded('c', 'another'),
      replace,
    );
    expect(await commands.withdraw('replace', 'ana')).to.deep.equal({ ok: true });
    expect(fates()).to.deep.equal({ a: 'queued', b: 'queued', c: 'superseded', replace: 'discarded' });
    expect(ledger.mirror.get('replace')?.fate).to.deep.include({
      discard: { kind: 'withdrawn', reason: '', by: 'ana', at: Date.UTC(2026, 10, 22, 8) },
    });
  });

  it('sends a list’s counts again, those of them that were refused because it was closed', async () => {
    const { commands, fates } = await onCounts(
      asking({ kind: 'list-closed' }, at('A', 'closed')),
      asking({ kind: 'forbidden' }, at('B', 'forbidden')),
      asking({ kind: 'refused', refusal: 'unknown-item' }, at('C', 'refused')),
      asking({ kind: 'list-closed' }, at('A', 'of another list', { listId: '2' })),
      at('D', 'waiting'),
    );
    expect(await commands.retryList('1')).to.deep.equal({ ok: true });
    expect(fates()).to.deep.equal({
      closed: 'queued',
      forbidden: 'attention',
      refused: 'attention',
      'of another list': 'attention',
      waiting: 'queued',
    });
  });

  it('moves a list’s counts, each row in its order and behind what waits, and no other list’s', async () => {
    const { ledger, commands } = await onCounts(
      asking({ kind: 'list-closed' }, at('A', 'a1', { seq: 1 })),
      at('B', 'b1', { seq: 2 }),
      at('A', 'a2', { seq: 3, request: { mode: 'add' } }),
      at('A', 'there', { seq: 4, listId: '2' }),
    );
    expect(await commands.reassign('1', '2')).to.deep.equal({ ok: true });
    const moved = [...ledger.mirror.open()].map(({ listId, seq, previousIds, decidedOn, request }) => [
      listId,
      seq,
      previousIds,
      decidedOn.follows,
      request.mode,
    ]);
    expect(moved).to.deep.equal([
      ['2', 4, [], null, 'new'],
      ['2', 101, ['a1'], null, 'new'],
      ['2', 102, ['a2'], 'minted-1', 'add'],
      ['2', 103, ['b1'], null, 'new'],
    ]);
  });

  it('sends again all that the host has lost, each row in its order and under new keys, where nobody has counted it since', async () => {
    const lost = (there: CountRow | null, of: OutboxRecord, maybeApplied = false) =>
      asking({ kind: 'lost', row: there, maybeApplied }, of);
    const add = { mode: 'add' } as const;
    const { ledger, commands } = await onCounts(
      lost(null, at('A', 'first', { seq: 1 })),
      lost(null, at('A', 'second', { seq: 2, request: add, decidedOn: { quantities: pieces('5'), follows: 'first' } })),
      at('A', 'third', { seq: 3, request: add, decidedOn: { quantities: pieces('10'), follows: 'second' } }),
      lost(row({ quantity: null }), at('B', 'expected', { seq: 4, listId: '2' })),
      lost(row({ quantity: '9' }), at('C', 'counted', { seq: 5 })),
      lost(null, at('D', 'perhaps', { seq: 6 }), true),
      asking({ kind: 'forbidden' }, at('E', 'other', { seq: 7 })),
    );
    expect(await commands.resendLost()).to.deep.equal({ ok: true });
    const open = [...ledger.mirror.open()];
    const told = open.map(({ listId, request, fate, previousIds }) => {
      return `${listId} ${request.mode} ${previousIds.join()} ${fate.kind}`;
    });
    expect(told).to.deep.equal([
      '1 new  attention',
      '1 new  attention',
      '1 new  attention',
      '1 new first queued',
      '1 add second queued',
      '1 add third queued',
      '2 new expected queued',
    ]);
    expect(open.slice(3, 6).map(({ projected }) => projected.quantity)).to.deep.equal(['5', '10', '15']);
    expect(open.slice(3, 6).map(({ decidedOn }) => decidedOn.follows)).to.deep.equal([null, 'minted-1', 'minted-2']);
  });

  it('asks Add or Replace of one that was lost where a colleague has counted since, under a new key', async () => {
    const reason = { kind: 'lost', row: row({ quantity: '9', version: '3' }), maybeApplied: false } as const;
    const { ledger, commands } = await onCounts(asking(reason, record({ id: 'lost' })));
    expect(await commands.resolve('lost', 'already-counted')).to.deep.equal({ ok: false, kind: 'not-possible' });
    expect(await commands.resolve('lost', 'add')).to.deep.equal({ ok: true });
    const [again] = [...ledger.mirror.open()];
    expect(again?.request).to.deep.include({ key: 'minted-2', mode: 'add', baseVersion: '3' });
    expect(again?.projected.quantity).to.equal('14');
  });

  it('does not miss a count that was taken back at the host', async () => {
    const { ledger, commands } = await onCounts(
      record({ id: 'done', fate: done(row()) }),
      record({ id: 'open', seq: 2 }),
    );
    expect(await commands.resolve('done', 'taken-back')).to.deep.equal({ ok: true });
    expect(ledger.mirror.get('done')?.fate).to.deep.include({ kind: 'done', row: null });
    expect(await commands.resolve('open', 'taken-back')).to.deep.equal({ ok: false, kind: 'not-possible' });
  });

  it('leaves as it is what is on its way', async () => {
    const { commands, fates } = await onCounts(sending());
    const inFlight = { ok: false, kind: 'in-flight' };
    const { id } = sending();
    expect([
      await commands.discard(id, 'why', 'Elena'),
      await commands.withdraw(id, 'ana'),
      await commands.takeBack(id),
    ]).to.deep.equal([inFlight, inFlight, inFlight]);
    expect(fates()).to.deep.equal({ [id]: 'sending' });
  });
});
