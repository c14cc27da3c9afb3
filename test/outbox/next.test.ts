import { expect } from '@open-wc/testing';
import { type Traffic, blockedLists, nextToSend } from '../../src/outbox/decide/next.ts';
import { laneOf } from '../../src/outbox/standing.ts';
import type { OutboxRecord } from '../../src/outbox/types.ts';
import { identity } from '../support/fixtures.ts';
import { type Change, asking, doubtful, record, sending, sentFrom } from './records.ts';

const at = (location: string, id: string, change: Change = {}) =>
  record({ id, request: { identity: identity({ location }) }, ...change });

function next(open: readonly OutboxRecord[], change: Partial<Traffic> = {}) {
  const { send, wakeAt } = nextToSend(open, {
    inFlight: new Set(),
    blockedLists: blockedLists(open),
    heldUntil: () => 0,
    now: 1000,
    room: 4,
    probing: false,
    ...change,
  });
  return { send: send.map(({ id }) => id), wakeAt };
}

const needsPerson = (of: OutboxRecord) => asking({ kind: 'forbidden' }, of);
const listClosed = (of: OutboxRecord) => asking({ kind: 'list-closed' }, of);
const tried = (of: OutboxRecord, attempts: number): OutboxRecord => ({
  ...of,
  fate: { kind: 'queued', sent: sentFrom(of, { attempts, doubt: false }) },
});

describe('What is sent next', () => {
  const cases: readonly [what: string, open: readonly OutboxRecord[], send: readonly string[]][] = [
    ['the first of each row, in order', [at('A', '1'), at('A', '2'), at('B', '3')], ['1', '3']],
    ['no more than four', ['A', 'B', 'C', 'D', 'E'].map(place => at(place, place)), ['A', 'B', 'C', 'D']],
    ['not what waits behind a person’s decision', [needsPerson(at('A', '1')), at('A', '2'), at('B', '3')], ['3']],
    ['nothing of a closed list', [listClosed(at('A', '1')), at('B', '2'), at('C', '3', { listId: '2' })], ['3']],
    ['what is in doubt, in its turn', [doubtful({ id: '1' }), at('B', '2')], ['1', '2']],
    [
      'nothing that another sender has under way',
      [sending({ id: '1', request: { identity: identity({ location: 'A' }) } }), at('A', '2')],
      [],
    ],
    ['rows of two lists apart', [at('A', '1'), at('A', '2', { listId: '2' })], ['1', '2']],
  ];
  for (const [what, open, send] of cases) {
    it(`is ${what}`, () => expect(next(open).send).to.deep.equal(send));
  }

  it('is nothing for a row with a request in flight', () => {
    const open = [at('A', '1'), at('B', '2')];
    const inFlight = new Set(open.slice(0, 1).map(laneOf));
    expect(next(open, { inFlight, room: 3 }).send).to.deep.equal(['2']);
  });

  it('is nothing that waits; it says when the first may go', () => {
    const open = [at('A', '1'), at('B', '2'), at('C', '3')];
    const until: Readonly<Record<string, number>> = { 1: 5000, 2: 3000 };
    const traffic = { heldUntil: ({ id }: OutboxRecord) => until[id] ?? 0 };
    expect(next(open, traffic)).to.deep.equal({ send: ['3'], wakeAt: 3000 });
  });

  it('while the host is probed, is what was tried least: no single count is in everybody’s way', () => {
    const open = [tried(at('A', '1'), 3), tried(at('B', '2'), 1), tried(at('C', '3'), 2)];
    expect(next(open, { probing: true, room: 1 }).send).to.deep.equal(['2']);
    const alike = [tried(at('B', '2', { seq: 2 }), 1), tried(at('A', '1', { seq: 1 }), 1)];
    expect(next(alike, { probing: true, room: 1 }).send).to.deep.equal(['1'], 'of those alike, the earlier');
  });

  it('is nothing where there is no room', () => {
    for (const room of [0, -1]) expect(next([at('A', '1')], { room }).send).to.deep.equal([]);
  });

  it('is looked for no further than it takes: ten thousand may be waiting', () => {
    const asked: string[] = [];
    function* open(records: readonly OutboxRecord[]) {
      for (const each of records) {
        asked.push(each.id);
        yield each;
      }
    }
    const look = (records: readonly OutboxRecord[], change: Partial<Traffic>) => {
      asked.length = 0;
      nextToSend(open(records), {
        inFlight: new Set(),
        blockedLists: new Set(),
        heldUntil: () => 0,
        now: 1000,
        room: 2,
        probing: false,
        ...change,
      });
      return asked;
    };
    const fresh = ['A', 'B', 'C', 'D', 'E'].map(place => at(place, place));
    expect(look(fresh, {})).to.deep.equal(['A', 'B', 'C']);
    expect(look(fresh, { probing: true, room: 1 })).to.deep.equal(['A', 'B']);
    const [first, ...others] = fresh;
    const after = first === undefined ? [] : [tried(first, 1), ...others];
    expect(look(after, { probing: true, room: 1 })).to.deep.equal(['A', 'B', 'C'], 'past one that was tried');
    expect(
      look(
        fresh.map(each => tried(each, 1)),
        { probing: true, room: 1 },
      ),
    ).to.have.lengthOf(5);
  });

  it('says when the first may go of those that wait, in whichever order they stand', () => {
    const open = [at('A', '1'), at('B', '2'), at('C', '3')];
    for (const times of [
      [3000, 5000, 4000],
      [5000, 4000, 3000],
      [4000, 3000, 5000],
    ]) {
      const heldUntil = ({ id }: OutboxRecord) => times[Number(id) - 1] ?? 0;
      expect(next(open, { heldUntil })).to.deep.equal({ send: [], wakeAt: 3000 });
    }
  });
});
