import { expect } from '@open-wc/testing';
import type { CountMode } from '../../src/domain/record-count.ts';
import { type ConfirmPlan, pendingOf, planConfirm } from '../../src/outbox/decide/confirm.ts';
import type { OutboxRecord } from '../../src/outbox/types.ts';
import { NOW, PARTITION, decidedOn, doubtful, pieces, record, request } from './records.ts';

/** The next confirmation of the row, decided on the last one in the lane unless `follows` says otherwise. */
function next(
  lane: readonly OutboxRecord[],
  mode: CountMode,
  quantity: string,
  follows = lane.at(-1)?.id ?? null,
  baseVersion: number | null = null,
) {
  return planConfirm(lane, {
    partition: PARTITION,
    seq: 9,
    listId: '1',
    request: request({ key: 'next', mode, entry: { quantity, unit: 'buc' }, baseVersion }),
    decidedOn: decidedOn({ follows }),
    now: NOW,
  });
}

function saved(plan: ConfirmPlan): OutboxRecord {
  if (!plan.ok) throw new Error('It was not saved');
  return plan.record;
}

/** What a count is based on. */
function groundOf({ decidedOn: { quantities, follows }, request: { baseVersion } }: OutboxRecord) {
  return { quantities, version: baseVersion, follows };
}

describe('A confirmation', () => {
  it('is based on the row the host showed, where nothing of this device is pending', () => {
    const asked = request({ mode: 'add', baseVersion: 3 });
    const on = decidedOn({ quantities: pieces('12') });
    const plan = planConfirm([], {
      partition: PARTITION,
      seq: 1,
      listId: '1',
      request: asked,
      decidedOn: on,
      now: NOW,
    });
    expect(groundOf(saved(plan))).to.deep.equal({ quantities: pieces('12'), version: 3, follows: null });
    expect(saved(plan).projected).to.deep.equal(pieces('17'));
  });

  it('is based on what this device projects, where a count of its own is pending', () => {
    const lane = [record({ id: 'first' })];
    const added = saved(next(lane, 'add', '3', 'first', 7));
    expect(groundOf(added)).to.deep.equal({ quantities: pieces('5'), version: null, follows: 'first' });
    expect(added.projected).to.deep.equal(pieces('8'));
  });

  it('never merges an Add into another: each is a row of the audit', () => {
    const lane = [record({ id: 'first' })];
    const plan = next(lane, 'add', '3');
    expect(plan.ok && plan.superseded).to.deep.equal([]);
  });

  it('as Replace takes the place of what was never sent, and of what that was based on', () => {
    const one = record({
      id: 'one',
      seq: 1,
      request: { mode: 'add', baseVersion: 3 },
      decidedOn: { quantities: pieces('12') },
      projected: pieces('17'),
    });
    const two = saved(next([one], 'add', '3'));
    const plan = next([one, two], 'replace', '20');
    expect(plan.ok && plan.superseded.map(({ id, fate }) => [id, fate])).to.deep.equal([
      ['one', { kind: 'superseded', by: 'next', at: NOW }],
      ['next', { kind: 'superseded', by: 'next', at: NOW }],
    ]);
    expect(groundOf(saved(plan))).to.deep.equal({ quantities: pieces('12'), version: 3, follows: null });
    expect(saved(plan).projected).to.deep.equal(pieces('20'));
  });

  it('as Replace waits behind what was sent: its outcome is open', () => {
    const sent = doubtful({ id: 'sent' });
    const unsent = saved(next([sent], 'add', '3'));
    const plan = next([sent, unsent], 'replace', '20');
    expect(plan.ok && plan.superseded.map(({ id }) => id)).to.deep.equal([unsent.id]);
    expect(groundOf(saved(plan)).follows).to.equal('sent');
    const alone = next([sent], 'replace', '20');
    expect(alone.ok && alone.superseded).to.deep.equal([]);
  });

  const stale: readonly [what: string, mode: CountMode, follows: string | null][] = [
    ['an earlier count than the last', 'add', 'gone'],
    ['the host’s row, with a count of this device pending', 'add', null],
    ['nothing there, with a count of this device pending', 'new', 'first'],
  ];
  for (const [what, mode, follows] of stale) {
    it(`is not saved but asked again where it was decided on ${what}`, () => {
      const lane = [record({ id: 'first' })];
      const plan = next(lane, mode, '3', follows);
      expect(plan).to.deep.equal({ ok: false, pending: pendingOf(lane) });
    });
  }

  it('may follow a count that is finished by now: what became of it is looked up at the first send', () => {
    expect(groundOf(saved(next([], 'add', '3', 'finished'))).follows).to.equal('finished');
  });
});
