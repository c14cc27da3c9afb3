import { expect } from '@open-wc/testing';
import type { RecordedCount } from '../../src/domain/count-request.ts';
import {
  type Outcome,
  afterLateOutcome,
  afterOutcome,
  outcomeOfError,
  outcomeOfRead,
  outcomeOfReply,
} from '../../src/outbox/decide/outcome.ts';
import { finishedAt, isInDoubt, sentOf } from '../../src/outbox/standing.ts';
import type { RecordState } from '../../src/outbox/types.ts';
import {
  ChangedMeanwhileError,
  ContractError,
  ForbiddenError,
  HostError,
  KeyInProgressError,
  ListClosedError,
  OtherUserError,
  RefusedError,
  RejectedError,
  RetryLaterError,
  RowExistsError,
  SignedOutError,
  UnreachableError,
} from '../../src/services/errors.ts';
import { row } from '../support/fixtures.ts';
import { asking, discarded, done, doubtful, record, request, sending } from './records.ts';

const KEYS = { doubt: false, host: { idempotencyKeys: true } };
const NO_KEYS = { doubt: false, host: { idempotencyKeys: false } };
const progress = { rows: 1, expected: 0, counted: 1 };
describe('The table of outcomes', () => {
  const changed = row({ quantity: '20' });
  const table: readonly [what: string, error: unknown, outcome: Outcome][] = [
    ['no reply', new UnreachableError(), { kind: 'unknown', trouble: { kind: 'unreachable' } }],
    ['408', new HostError(408), { kind: 'unknown', trouble: { kind: 'host-error', status: 408 } }],
    ['500', new HostError(500), { kind: 'unknown', trouble: { kind: 'host-error', status: 500 } }],
    ['HTML, half a body, no JSON', new ContractError(), { kind: 'unknown', trouble: { kind: 'bad-reply' } }],
    ['what no gateway should throw', new TypeError('x'), { kind: 'unknown', trouble: { kind: 'bad-reply' } }],
    ['429', new RetryLaterError(429, null), { kind: 'wait', retryAfterMs: null }],
    ['503 with Retry-After', new RetryLaterError(503, 30_000), { kind: 'wait', retryAfterMs: 30_000 }],
    ['401', new SignedOutError(), { kind: 'signed-out' }],
    ['another user’s sign-in', new OtherUserError(), { kind: 'other-user' }],
    ['403', new ForbiddenError(), { kind: 'attention', reason: { kind: 'forbidden' } }],
    [
      'a refusal with a name',
      new RefusedError('unknown-item'),
      { kind: 'attention', reason: { kind: 'refused', refusal: 'unknown-item' } },
    ],
    [
      'any other 4xx',
      new RejectedError(410, 'Gone'),
      { kind: 'attention', reason: { kind: 'rejected', status: 410, title: 'Gone' } },
    ],
    ['423, 409 closed', new ListClosedError(), { kind: 'attention', reason: { kind: 'list-closed' } }],
    ['409 key in progress', new KeyInProgressError(), { kind: 'unknown', trouble: { kind: 'in-progress' } }],
    ['409 row exists', new RowExistsError(changed), { kind: 'changed', row: changed, maybeApplied: false }],
    ['412', new ChangedMeanwhileError(null), { kind: 'changed', row: null, maybeApplied: false }],
  ];
  for (const [what, error, outcome] of table) {
    it(`says what ${what} means`, () => expect(outcomeOfError(error, KEYS)).to.deep.equal(outcome));
  }

  it('takes "changed" for a possible answer to one’s own duplicate where no key tells', () => {
    const error = new RowExistsError(changed);
    expect(outcomeOfError(error, NO_KEYS)).to.have.property('maybeApplied', true);
    expect(outcomeOfError(error, { ...KEYS, doubt: true })).to.have.property('maybeApplied', true);
  });

  it('puts no count in doubt by a read', () => {
    const outcome = outcomeOfRead(new RowExistsError(changed));
    expect(outcome).to.deep.equal({ kind: 'changed', row: changed, maybeApplied: false });
  });

  const replies: readonly [what: string, reply: RecordedCount, kind: Outcome['kind']][] = [
    ['this count', { row: row({ quantity: '5' }), progress }, 'done'],
    ['another row', { row: row({ location: 'A-01-03' }), progress }, 'unknown'],
    ['another list', { row: row({ listId: '2' }), progress }, 'unknown'],
    ['a row that is not counted', { row: row({ quantity: null }), progress }, 'unknown'],
  ];
  for (const [what, reply, kind] of replies) {
    it(`believes a reply about ${what}: ${kind}`, () =>
      expect(outcomeOfReply('1', request(), 'ana', reply).kind).to.equal(kind));
  }

  it('believes no reply that names another operator, and says who that is', () => {
    for (const userName of ['mihai', 'Ana', 'ana ', '']) {
      const theirs = row({ operator: { userName, name: 'Mihai Stan' } });
      const reason = { kind: 'other-operator', row: theirs, maybeApplied: true } as const;
      expect(outcomeOfReply('1', request(), 'ana', { row: theirs, progress })).to.deep.equal({
        kind: 'attention',
        reason,
      });
    }
    const elsewhere = row({ operator: { userName: 'mihai', name: 'Mihai' }, location: 'A-01-03' });
    expect(outcomeOfReply('1', request(), 'ana', { row: elsewhere, progress }).kind).to.equal('unknown');
  });

  it('believes one of a host that does not say whose the row is', () => {
    expect(outcomeOfReply('1', request(), 'ana', { row: row({ operator: null }), progress }).kind).to.equal('done');
  });
});

describe('A count after an attempt', () => {
  const states: readonly [outcome: Outcome, state: RecordState, doubt: boolean][] = [
    [{ kind: 'done', row: row(), progress }, 'done', false],
    [{ kind: 'unknown', trouble: { kind: 'unreachable' } }, 'unknown', true],
    [{ kind: 'wait', retryAfterMs: null }, 'queued', false],
    [{ kind: 'signed-out' }, 'queued', false],
    [{ kind: 'changed', row: row(), maybeApplied: false }, 'attention', false],
    [{ kind: 'attention', reason: { kind: 'forbidden' } }, 'attention', false],
    [{ kind: 'attention', reason: { kind: 'other-operator', row: row(), maybeApplied: true } }, 'attention', true],
  ];
  for (const [outcome, state, doubt] of states) {
    it(`is ${state} after ${outcome.kind}, and its wire stays as it was`, () => {
      const before = sending();
      const after = afterOutcome(before, outcome, 7);
      expect([after.fate.kind, isInDoubt(after)]).to.deep.equal([state, doubt]);
      expect(finishedAt(after)).to.equal(state === 'done' ? 7 : null);
      expect(sentOf(after)?.wire).to.equal(sentOf(before)?.wire);
    });
  }

  it('tells the trouble of the last attempt, as long as it is to be repeated, and no older one after that', () => {
    const before = sending({}, { doubt: true, trouble: { kind: 'unreachable' } });
    const trouble = (outcome: Outcome) => sentOf(afterOutcome(before, outcome, 7))?.trouble;
    const failed = { kind: 'host-error', status: 500 } as const;
    expect(trouble({ kind: 'unknown', trouble: failed })).to.deep.equal(failed);
    expect(trouble({ kind: 'wait', retryAfterMs: null })).to.deep.equal({ kind: 'unreachable' });
    expect(trouble({ kind: 'changed', row: row(), maybeApplied: true })).to.equal(null);
    expect(trouble({ kind: 'attention', reason: { kind: 'forbidden' } })).to.equal(null);
    const settled = sentOf(afterOutcome(before, { kind: 'done', row: row(), progress }, 7));
    expect([settled?.trouble, settled?.doubt]).to.deep.equal([null, false]);
  });

  it('stays as doubtful as it was when the host only asks to wait', () => {
    const doubted = sending({}, { doubt: true });
    const waits = afterOutcome(doubted, { kind: 'wait', retryAfterMs: null }, 7);
    expect([waits.fate.kind, isInDoubt(waits)]).to.deep.equal(['unknown', true]);
    const refused: Outcome = { kind: 'attention', reason: { kind: 'forbidden' } };
    expect(isInDoubt(afterOutcome(doubted, refused, 7))).to.equal(true);
  });
});

describe('An answer that comes too late', () => {
  it('says all the same that the host has it in another name, unless nobody waits for it any more', () => {
    const outcome: Outcome = {
      kind: 'attention',
      reason: { kind: 'other-operator', row: row(), maybeApplied: true },
    };
    const late = afterLateOutcome(doubtful(), outcome, 7);
    expect(late?.fate).to.deep.include({ kind: 'attention', reason: outcome.reason });
    expect(late !== null && isInDoubt(late)).to.equal(true);
    expect(afterLateOutcome(record({ fate: done(row()) }), outcome, 7)).to.equal(null);
    expect(afterLateOutcome(record({ fate: discarded() }), outcome, 7)).to.equal(null);
    expect(afterLateOutcome(doubtful(), { kind: 'attention', reason: { kind: 'forbidden' } }, 7)).to.equal(null);
  });

  const applied: Outcome = { kind: 'done', row: row(), progress };
  it('is worth knowing where it says that the host has the count', () => {
    for (const late of [doubtful(), asking({ kind: 'forbidden' }, doubtful())]) {
      expect(afterLateOutcome(late, applied, 7)?.fate.kind).to.equal('done');
    }
  });

  it('does not undo a person’s word, but is not hidden either', () => {
    const gone = record({ fate: discarded() });
    expect(afterLateOutcome(gone, applied, 7)?.fate).to.deep.include({ kind: 'discarded', row: row() });
  });

  it('changes nothing where it is anything else, or nothing new', () => {
    expect(afterLateOutcome(doubtful(), { kind: 'changed', row: null, maybeApplied: true }, 7)).to.equal(null);
    expect(afterLateOutcome(record({ fate: done() }), applied, 7)).to.equal(null);
    expect(afterLateOutcome(record({ fate: { kind: 'superseded', by: 'next', at: 3 } }), applied, 7)).to.equal(null);
  });
});
