import { expect } from '@open-wc/testing';
import { NO_OUTBOX } from '../../../src/session/state/device-state.ts';
import { createPendingRows } from '../../../src/session/list/pending-rows.ts';
import { type Change, asking, record } from '../../outbox/records.ts';
import { identity, row } from '../../support/fixtures.ts';

let seq = 0;
const at = (location: string, change: Change = {}) =>
  record({ id: `at ${location} ${++seq}`, seq, request: { identity: identity({ location }) }, ...change });

describe('Rows that wait for the host', () => {
  it('are the same, whether they came one after the other or all at once', () => {
    const grows = createPendingRows(() => null);
    const atHost = [row({ id: '7', location: 'B' })];
    const steps = [
      at('A'),
      at('B'),
      at('elsewhere', { listId: '2' }),
      at('C'),
      at('A', { projected: { quantity: '9', alternativeUnit: null, alternativeQuantity: null } }),
      asking({ kind: 'forbidden' }, at('D')),
      at('D'),
    ];
    for (const n of steps.keys()) {
      const open = steps.slice(0, n + 1);
      const outbox = {
        ...NO_OUTBOX,
        waiting: open.filter(({ fate }) => fate.kind === 'queued'),
        attention: open.filter(({ fate }) => fate.kind === 'attention'),
      };
      expect(grows(outbox, '1', atHost)).to.deep.equal(createPendingRows(() => null)(outbox, '1', atHost));
    }
    const shown = grows({ ...NO_OUTBOX, waiting: steps.slice(0, 5) }, '1', atHost);
    expect(shown.map(({ location, quantity }) => `${location} ${quantity ?? ''}`)).to.deep.equal(['A 9', 'C 5', 'B 5']);
    expect(
      grows({ ...NO_OUTBOX, waiting: steps.slice(1, 4) }, '1', atHost).map(({ location }) => location),
    ).to.deep.equal(['C', 'B']);
    expect(grows(NO_OUTBOX, '1', atHost)).to.deep.equal([]);
  });
});
