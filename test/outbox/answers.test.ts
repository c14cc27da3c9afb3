import { expect } from '@open-wc/testing';
import {
  type Plan,
  planAnswer,
  planDiscard,
  planReassign,
  planRetry,
  planTakeBack,
  planWithdraw,
} from '../../src/outbox/decide/answers.ts';
import { sentOf } from '../../src/outbox/standing.ts';
import type { AttentionReason, Discard, OutboxRecord, Sent } from '../../src/outbox/types.ts';
import { row } from '../support/fixtures.ts';
import { asking, done, doubtful, pieces, record, sending } from './records.ts';

const WORD: Discard = { kind: 'discarded', reason: 'counted twice', by: 'Elena', at: 7 };
const CHANGED: AttentionReason = {
  kind: 'changed',
  row: row({ quantity: '20', version: 9 }),
  maybeApplied: false,
};
const asked = (reason: AttentionReason = CHANGED, sent: Partial<Sent> = {}) => asking(reason, doubtful({}, sent));

function put(plan: Plan): readonly OutboxRecord[] {
  if (!plan.ok) throw new Error(plan.kind);
  return plan.put;
}

describe('A person’s answer', () => {
  it('is a decision of its own: a new key, on the row as it is; the old key is kept in the history', () => {
    const old = asked();
    const plan = planAnswer([old], old, 'add', 'new-key', 7);
    const [anew] = put(plan);
    expect(plan.ok && plan.remove).to.deep.equal([old.id]);
    expect(anew).to.deep.include({
      id: 'new-key',
      seq: old.seq,
      request: { ...old.request, key: 'new-key', mode: 'add', baseVersion: 9 },
      decidedOn: { ...old.decidedOn, quantities: pieces('20'), follows: null },
      projected: pieces('25'),
      fate: { kind: 'queued', sent: null },
      previousIds: [old.id],
    });
  });

  it('counts a serial number here too: under a new key, acknowledged, and otherwise as it was decided', () => {
    const old = asked({ kind: 'refused', refusal: 'serial-elsewhere' });
    const plan = planAnswer([old], old, 'count-here-too', 'new-key', 7);
    const [anew] = put(plan);
    expect(plan.ok && plan.remove).to.deep.equal([old.id]);
    expect(anew).to.deep.include({
      id: 'new-key',
      request: { ...old.request, key: 'new-key', acknowledged: ['serial-elsewhere'] },
      projected: old.projected,
      previousIds: [old.id],
      fate: { kind: 'queued', sent: null },
    });
    for (const reason of [CHANGED, { kind: 'refused', refusal: 'unknown-lot' }, { kind: 'forbidden' }] as const) {
      const other = asked(reason);
      expect(planAnswer([other], other, 'count-here-too', 'new-key', 7).ok).to.equal(false);
    }
    for (const answer of ['add', 'replace', 'already-counted'] as const) {
      expect(planAnswer([old], old, answer, 'new-key', 7).ok).to.equal(false);
    }
  });

  it('leaves a later count building on it', () => {
    const old = asked();
    const later = record({ id: 'later', seq: 2, decidedOn: { quantities: pieces('5'), follows: old.id } });
    const [, followed] = put(planAnswer([old, later], old, 'replace', 'new-key', 7));
    expect(followed).to.deep.include({ id: 'later', decidedOn: { ...later.decidedOn, follows: 'new-key' } });
  });

  it('"it is counted" finishes it, where that can be', () => {
    const old = asked({ ...CHANGED, maybeApplied: true });
    const [finished] = put(planAnswer([old], old, 'already-counted', 'new-key', 7));
    expect([finished?.id, finished?.fate.kind]).to.deep.equal([old.id, 'done']);
    const surelyNot = asked();
    expect(planAnswer([surelyNot], surelyNot, 'already-counted', 'new-key', 7).ok).to.equal(false);
  });

  it('is taken only where something was asked', () => {
    const refused = asked({ kind: 'forbidden' });
    const discarded = put(planDiscard(asked(), WORD));
    for (const each of [refused, record(), doubtful(), ...discarded]) {
      expect(planAnswer([each], each, 'add', 'new-key', 7).ok).to.equal(false);
    }
  });
});

describe('A person', () => {
  it('sends a refused count again under the same key, with the same body', () => {
    const reason: AttentionReason = { kind: 'refused', refusal: 'unknown-item' };
    const refused = asked(reason, { doubt: false });
    const sent = sentOf(refused);
    expect(put(planRetry(refused))[0]).to.deep.equal({ ...refused, fate: { kind: 'queued', sent } });
    expect(put(planRetry(asked(reason)))[0]?.fate.kind).to.equal('unknown');
    expect(planRetry(asked()).ok).to.equal(false);
  });

  it('discards, with a reason, anything but what is on its way or finished', () => {
    const before = asked();
    expect(put(planDiscard(before, WORD))[0]?.fate).to.deep.equal({
      kind: 'discarded',
      sent: sentOf(before),
      discard: WORD,
      reason: CHANGED,
      row: null,
    });
    expect(planDiscard(sending(), WORD)).to.deep.equal({ ok: false, kind: 'in-flight' });
    expect(planDiscard(record({ fate: done(null, 3) }), WORD).ok).to.equal(false);
  });

  it('takes back what was never sent, and with it what that had superseded', () => {
    const replace = record({ id: 'replace', seq: 2 });
    const superseded = record({ fate: { kind: 'superseded', by: 'replace', at: 3 } });
    const [withdrawn, restored] = put(planWithdraw([replace], replace, [superseded], WORD));
    expect([withdrawn?.id, withdrawn?.fate.kind]).to.deep.equal(['replace', 'discarded']);
    expect(restored?.fate).to.deep.equal({ kind: 'queued', sent: null });
  });

  it('can’t take back what was sent, or what a later count builds on', () => {
    const first = record();
    const later = record({ id: 'later', seq: 2 });
    expect(planWithdraw([first, later], first, [], WORD).ok).to.equal(false);
    expect(planWithdraw([doubtful()], doubtful(), [], WORD).ok).to.equal(false);
    expect(planWithdraw([], sending(), [], WORD)).to.deep.equal({ ok: false, kind: 'in-flight' });
  });

  it('forgets what surely is not at the host, as if it had never been confirmed', () => {
    const unsent = record();
    const refused = asked({ kind: 'forbidden' }, { doubt: false });
    const told = { ...unsent, fate: { kind: 'queued' as const, sent: sentOf(refused) } };
    for (const each of [unsent, refused, told]) {
      expect(planTakeBack([each], each)).to.deep.equal({ ok: true, put: [], remove: [each.id] });
    }
  });

  it('forgets nothing that is on its way, may be there, is finished, or is built on', () => {
    const notPossible = { ok: false, kind: 'not-possible' };
    expect(planTakeBack([sending()], sending())).to.deep.equal({ ok: false, kind: 'in-flight' });
    const discarded = put(planDiscard(asked({ kind: 'forbidden' }, { doubt: false }), WORD));
    const superseded = record({ fate: { kind: 'superseded', by: 'replace', at: 3 } });
    for (const each of [doubtful(), asked(), record({ fate: done(null, 3) }), superseded, ...discarded]) {
      expect(planTakeBack([each], each)).to.deep.equal(notPossible);
    }
    const first = record();
    const later = record({ id: 'later', seq: 2, decidedOn: { follows: first.id } });
    const other = record({ id: 'other', seq: 3 });
    expect(planTakeBack([first, later, other], first)).to.deep.equal(notPossible);
    expect(planTakeBack([first, other], first).ok).to.equal(true);
  });

  it('moves a closed list’s counts to another, all but what may be at the host', () => {
    const added = (id: string, seq: number, quantity: string) =>
      record({ id, seq, request: { mode: 'add', entry: { quantity, unit: 'buc' } } });
    const lane = [
      doubtful({ id: 'doubtful', seq: 1 }),
      asking({ kind: 'list-closed' }, added('first', 2, '5')),
      added('second', 3, '3'),
    ];
    let seq = 50;
    const { put: moved, remove } = planReassign(lane, '2', () => ({ id: `moved-${seq}`, seq: seq++ }));
    expect(remove).to.deep.equal(['first', 'second']);
    expect(
      moved.map(each => [each.id, each.listId, each.request.mode, each.decidedOn.follows, each.projected.quantity]),
    ).to.deep.equal([
      ['moved-50', '2', 'new', null, '5'],
      ['moved-51', '2', 'add', 'moved-50', '8'],
    ]);
  });

  it('moves each count as what it was, on the one before it, and leaves what is on its way', () => {
    const of = (id: string, seq: number, mode: 'new' | 'add' | 'replace', quantity: string) =>
      record({ id, seq, request: { mode, entry: { quantity, unit: 'buc' } } });
    const lane = [
      sending({ id: 'on its way', seq: 1 }),
      of('a', 2, 'new', '5'),
      of('b', 3, 'new', '3'),
      of('c', 4, 'replace', '20'),
      of('d', 5, 'add', '1'),
    ];
    let seq = 50;
    const { put: moved, remove } = planReassign(lane, '2', () => ({ id: `moved-${seq}`, seq: seq++ }));
    expect(remove).to.deep.equal(['a', 'b', 'c', 'd']);
    expect(
      moved.map(each => [each.request.mode, each.decidedOn.follows, each.projected.quantity, each.request.baseVersion]),
    ).to.deep.equal([
      ['new', null, '5', null],
      ['add', 'moved-50', '8', null],
      ['replace', 'moved-51', '20', null],
      ['add', 'moved-52', '21', null],
    ]);
  });
});
