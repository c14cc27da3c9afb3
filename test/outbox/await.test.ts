import { expect } from '@open-wc/testing';
import { type Situation, answerTo } from '../../src/outbox/decide/await.ts';
import type { OutboxRecord, Pause } from '../../src/outbox/types.ts';
import { asking, discarded, done, doubtful, record, sending } from './records.ts';

const pause = (kind: Pause['kind']): Pause =>
  kind === 'signed-out' || kind === 'other-user' ? { kind } : { kind, until: 7 };
const situation = (change: Partial<Situation> = {}): Situation => ({
  first: undefined,
  tried: true,
  pause: null,
  ...change,
});

describe('What a count came to, for whoever waits for the host', () => {
  const id = record().id;
  it('is the host’s answer', () => {
    const at = record({ fate: done() });
    expect(answerTo(at, situation())).to.deep.equal({ ok: true, id, where: 'host', record: at });
  });

  it('is for a person where it needs one, was discarded, or overwritten before it was sent', () => {
    const refused = asking({ kind: 'forbidden' });
    expect(answerTo(refused, situation())).to.deep.equal({
      ok: true,
      id,
      where: 'attention',
      record: refused,
      reason: { kind: 'forbidden' },
    });
    for (const fate of [discarded(), { kind: 'superseded', by: 'next', at: 7 } as const]) {
      const gone = record({ fate });
      expect(answerTo(gone, situation())).to.deep.equal({
        ok: true,
        id,
        where: 'attention',
        record: gone,
        reason: null,
      });
    }
  });

  it('is not known while it is on its way, nor before anything was tried', () => {
    const cases: readonly [OutboxRecord, Partial<Situation>][] = [
      [sending(), { pause: pause('offline') }],
      [record(), { tried: false, pause: pause('offline') }],
      [doubtful(), { tried: false }],
      [record(), {}],
    ];
    for (const [of, change] of cases) expect(answerTo(of, situation(change))).to.equal(null);
  });

  it('is for a person behind a count of its row that needs one, whether anything was tried or not', () => {
    const first = asking({ kind: 'forbidden' }, record({ id: 'first' }));
    const answer = { ok: true, id, where: 'attention', record: first, reason: { kind: 'forbidden' } };
    for (const each of [record(), doubtful()]) {
      for (const tried of [true, false]) {
        expect(answerTo(each, situation({ first, tried, pause: pause('offline') }))).to.deep.equal(answer);
      }
    }
    expect(answerTo(record(), situation({ first: record({ id: 'first' }) }))).to.equal(null);
  });

  it('is no answer where the host may have it, and says why', () => {
    const noAnswer = (trouble: string) => ({ ok: false, kind: 'no-answer', trouble });
    expect(answerTo(doubtful(), situation())).to.deep.equal(noAnswer('unreachable'));
    const failed = doubtful({}, { trouble: { kind: 'host-error', status: 500 } });
    expect(answerTo(failed, situation({ pause: pause('offline') }))).to.deep.equal(noAnswer('host-error'));
    expect(answerTo(doubtful({}, { trouble: null }), situation())).to.deep.equal(noAnswer('interrupted'));
  });

  const pauses: readonly [Pause['kind'], object][] = [
    ['signed-out', { ok: false, kind: 'not-sent', id, why: 'signed-out' }],
    ['other-user', { ok: false, kind: 'not-sent', id, why: 'other-user' }],
    ['offline', { ok: false, kind: 'no-answer', trouble: 'unreachable' }],
    ['host-error', { ok: false, kind: 'no-answer', trouble: 'host-error' }],
    ['asked-to-wait', { ok: false, kind: 'no-answer', trouble: 'host-error' }],
  ];
  for (const [kind, answer] of pauses) {
    it(`of one that did not leave is told by why nothing is sent: ${kind}`, () => {
      expect(answerTo(record(), situation({ pause: pause(kind) }))).to.deep.equal(answer);
    });
  }
});
