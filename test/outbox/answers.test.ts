import { expect } from '@open-wc/testing';
import {
  type Plan,
  planAnswer,
  planDiscard,
  planReassign,
  planRetry,
  planWithdraw,
} from '../../src/outbox/decide/answers.ts';
import type { AttentionReason, Discard, OutboxRecord } from '../../src/outbox/types.ts';
import { row } from '../support/fixtures.ts';
import { doubtful, pieces, record } from './records.ts';

const WORD: Discard = { kind: 'discarded', reason: 'counted twice', by: 'Elena', at: 7 };
const asking = (change: Partial<OutboxRecord> = {}, reason: Partial<AttentionReason> = {}): OutboxRecord => ({
  ...doubtful(),
  state: 'attention',
  reason: {
    kind: 'changed',
    row: row({ quantity: '20', version: 9 }),
    maybeApplied: false,
    ...reason,
  } as AttentionReason,
  ...change,
});

function put(plan: Plan): readonly OutboxRecord[] {
  if (!plan.ok) throw new Error(plan.kind);
  return plan.put;
}

describe('A person’s answer', () => {
  it('is a decision of its own: a new key, on the row as it is; the old key is kept in the history', () => {
    const old = asking();
    const plan = planAnswer([old], old, 'add', 'new-key', 7);
    const [anew] = put(plan);
    expect(plan.ok && plan.remove).to.deep.equal([old.id]);
    expect(anew).to.deep.include({
      id: 'new-key',
      seq: old.seq,
      mode: 'add',
      state: 'queued',
      base: { quantities: pieces('20'), version: 9, follows: null },
      projected: pieces('25'),
      wire: null,
      attempts: 0,
      doubt: false,
      reason: null,
      previousIds: [old.id],
    });
  });

  it('leaves a later count building on it', () => {
    const old = asking();
    const later = record({ id: 'later', seq: 2, base: { quantities: pieces('5'), version: null, follows: old.id } });
    const [, followed] = put(planAnswer([old, later], old, 'replace', 'new-key', 7));
    expect(followed).to.deep.include({ id: 'later', base: { ...later.base, follows: 'new-key' } });
  });

  it('"it is counted" finishes it, where that can be', () => {
    const old = asking({}, { maybeApplied: true });
    expect(put(planAnswer([old], old, 'already-counted', 'new-key', 7))[0]).to.include({ state: 'done', id: old.id });
    const surelyNot = asking();
    expect(planAnswer([surelyNot], surelyNot, 'already-counted', 'new-key', 7).ok).to.equal(false);
  });

  it('is taken only where something was asked', () => {
    const refused = asking({ reason: { kind: 'forbidden' } });
    const discarded = put(planDiscard(asking(), WORD));
    for (const each of [refused, record(), doubtful(), ...discarded]) {
      expect(planAnswer([each], each, 'add', 'new-key', 7).ok).to.equal(false);
    }
  });
});

describe('A person', () => {
  it('sends a refused count again under the same key, with the same body', () => {
    const refused = asking({ reason: { kind: 'refused', refusal: 'unknown-item' }, doubt: false });
    expect(put(planRetry(refused))[0]).to.deep.equal({ ...refused, state: 'queued', reason: null });
    expect(put(planRetry({ ...refused, doubt: true }))[0]?.state).to.equal('unknown');
    expect(planRetry(asking()).ok).to.equal(false);
  });

  it('discards, with a reason, anything but what is on its way or finished', () => {
    expect(put(planDiscard(asking(), WORD))[0]).to.deep.include({ state: 'discarded', discard: WORD, finishedAt: 7 });
    expect(planDiscard(record({ state: 'sending' }), WORD)).to.deep.equal({ ok: false, kind: 'in-flight' });
    expect(planDiscard(record({ state: 'done', finishedAt: 3 }), WORD).ok).to.equal(false);
  });

  it('takes back what was never sent, and with it what that had superseded', () => {
    const replace = record({ id: 'replace', seq: 2 });
    const superseded = record({ state: 'superseded', supersededBy: 'replace', finishedAt: 3 });
    const [withdrawn, restored] = put(planWithdraw([replace], replace, [superseded], WORD));
    expect(withdrawn).to.include({ id: 'replace', state: 'discarded' });
    expect(restored).to.include({ state: 'queued', supersededBy: null, finishedAt: null });
  });

  it('can’t take back what was sent, or what a later count builds on', () => {
    const first = record();
    const later = record({ id: 'later', seq: 2 });
    expect(planWithdraw([first, later], first, [], WORD).ok).to.equal(false);
    expect(planWithdraw([doubtful()], doubtful(), [], WORD).ok).to.equal(false);
    expect(planWithdraw([], record({ state: 'sending' }), [], WORD)).to.deep.equal({ ok: false, kind: 'in-flight' });
  });

  it('moves a closed list’s counts to another, all but what may be at the host', () => {
    const closed = { state: 'attention', reason: { kind: 'list-closed' } } as const;
    const lane = [
      { ...doubtful({ id: 'doubtful' }), seq: 1 },
      record({ id: 'first', seq: 2, mode: 'add', entry: { quantity: '5', unit: 'buc' }, ...closed }),
      record({ id: 'second', seq: 3, mode: 'add', entry: { quantity: '3', unit: 'buc' } }),
    ];
    let seq = 50;
    const { put: moved, remove } = planReassign(lane, '2', () => ({ id: `moved-${seq}`, seq: seq++ }));
    expect(remove).to.deep.equal(['first', 'second']);
    expect(
      moved.map(each => [each.id, each.listId, each.mode, each.base.follows, each.projected.quantity]),
    ).to.deep.equal([
      ['moved-50', '2', 'new', null, '5'],
      ['moved-51', '2', 'add', 'moved-50', '8'],
    ]);
  });
});
