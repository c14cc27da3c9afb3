import { expect } from '@open-wc/testing';
import { askedWait, backOff } from '../../src/outbox/decide/back-off.ts';
import type { Outcome } from '../../src/outbox/decide/outcome.ts';
import { Schedule } from '../../src/outbox/schedule.ts';
import { row } from '../support/fixtures.ts';
import { doubtful } from './records.ts';

const LOST: Outcome = { kind: 'unknown', trouble: { kind: 'unreachable' } };
const FAILED: Outcome = { kind: 'unknown', trouble: { kind: 'host-error', status: 500 } };
const DONE: Outcome = { kind: 'done', row: row(), progress: null };

/** A schedule whose chance is always the longest wait, on a clock that a test sets. */
function aSchedule(random = () => 1) {
  const time = { now: 0, wall: Date.UTC(2026, 10, 22) };
  const schedule = new Schedule({ now: () => time.wall + time.now, monotonic: () => time.now }, random);
  return { schedule, time };
}

describe('Back-off', () => {
  it('is full jitter from next to nothing to 1 s, doubling up to 60 s, for ever', () => {
    const longest = [1, 2, 3, 6, 7, 1000].map(failures => backOff(failures, () => 1));
    expect(longest).to.deep.equal([1_000, 2_000, 4_000, 32_000, 60_000, 60_000]);
    expect(backOff(7, () => 0.5)).to.equal(30_000);
    expect(backOff(7, () => 0)).to.equal(50);
  });

  it('is what the host asks for, but five minutes at most', () => {
    expect(askedWait(30_000, 1, () => 1)).to.equal(30_000);
    expect(askedWait(86_400_000, 1, () => 1)).to.equal(300_000);
    expect(askedWait(null, 2, () => 1)).to.equal(2_000);
  });
});

describe('A count at which the host fails again and again', () => {
  const other = doubtful({ id: 'another' });
  const failing = (status: number): Outcome => ({ kind: 'unknown', trouble: { kind: 'host-error', status } });
  const judge = (schedule: Schedule, status: number, times: number) =>
    Array.from({ length: times }, () => schedule.judged(doubtful(), failing(status)).kind);

  it('is put before a person after five times, where the host took others meanwhile', () => {
    const { schedule } = aSchedule();
    expect(judge(schedule, 500, 2)).to.deep.equal(['unknown', 'unknown']);
    schedule.judged(other, DONE);
    expect(judge(schedule, 500, 3)).to.deep.equal(['unknown', 'unknown', 'attention']);
    expect(judge(schedule, 500, 1)).to.deep.equal(['unknown']);
  });

  it('waits on where the host fails at all of them', () => {
    const { schedule } = aSchedule();
    schedule.judged(other, DONE);
    expect(new Set([...judge(schedule, 500, 50), ...judge(schedule, 408, 50)])).to.deep.equal(new Set(['unknown']));
    expect(schedule.judged(other, failing(500)).kind).to.equal('unknown');
  });

  it('is told what it was answered, by whoever answered in the host’s place', () => {
    const { schedule } = aSchedule();
    judge(schedule, 404, 4);
    expect(schedule.judged(doubtful(), failing(404))).to.deep.equal({
      kind: 'attention',
      reason: { kind: 'rejected', status: 404, title: null },
    });
  });

  it('is not blamed for a network that is away in between, and begins anew once it is taken', () => {
    const { schedule } = aSchedule();
    judge(schedule, 404, 3);
    schedule.judged(doubtful(), LOST);
    expect(judge(schedule, 404, 2)).to.deep.equal(['unknown', 'attention']);
    judge(schedule, 404, 4);
    schedule.judged(doubtful(), DONE);
    expect(judge(schedule, 404, 4)).to.deep.equal(['unknown', 'unknown', 'unknown', 'unknown']);
  });
});

describe('The schedule', () => {
  it('lets everybody wait after a failure, and probes until the host is heard', () => {
    const { schedule } = aSchedule();
    schedule.attempted(doubtful(), LOST, 0);
    expect([schedule.waitsUntil, schedule.probing, schedule.pause()?.kind]).to.deep.equal([1_000, true, 'offline']);
    schedule.attempted(doubtful(), DONE, 0);
    expect([schedule.waitsUntil, schedule.probing, schedule.pause()]).to.deep.equal([0, false, null]);
  });

  it('holds a count that always fails by its own attempts, whatever succeeds beside it', () => {
    const { schedule, time } = aSchedule();
    const poison = doubtful({ id: 'poison' }, { attempts: 5 });
    schedule.attempted(poison, FAILED, 0);
    schedule.attempted(doubtful(), DONE, 0);
    time.now = 10_000;
    expect(schedule.heldUntil(poison)).to.equal(16_000);
  });

  it('lets what got no reply go at once when another one succeeds', () => {
    const { schedule } = aSchedule();
    const lost = doubtful({ id: 'lost' }, { attempts: 5 });
    schedule.attempted(lost, LOST, 0);
    schedule.succeeded();
    expect(schedule.heldUntil(lost)).to.equal(0);
  });

  it('keeps a Retry-After through wakes and others’ failures; only a person ends it', () => {
    const { schedule } = aSchedule();
    schedule.attempted(doubtful(), { kind: 'wait', retryAfterMs: 120_000 }, 0);
    schedule.attempted(doubtful(), LOST, 0);
    schedule.wake('online');
    schedule.succeeded();
    expect([schedule.waitsUntil, schedule.pause()?.kind]).to.deep.equal([120_000, 'asked-to-wait']);
    schedule.wake('send-now');
    expect(schedule.waitsUntil).to.equal(0);
  });

  it('stops for a sign-in until somebody signs in; a request from before that says nothing of it', () => {
    const { schedule } = aSchedule();
    schedule.stopFor('signed-out', schedule.wakes);
    expect(schedule.needsSignIn).to.equal(true);
    const since = schedule.wakes;
    schedule.wake('signed-in');
    schedule.stopFor('signed-out', since);
    expect(schedule.needsSignIn).to.equal(false);
  });

  it('is not moved by a clock that is set to another day', () => {
    const { schedule, time } = aSchedule();
    schedule.attempted(doubtful(), LOST, 0);
    time.wall += 86_400_000;
    expect(schedule.waitsUntil).to.equal(1_000);
    expect(schedule.pause()).to.deep.equal({ kind: 'offline', until: time.wall + 1_000 });
  });
});
