import { expect, fixture } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import type { OutboxState } from '../../src/outbox/types.ts';
import type { ParkedState } from '../../src/session/state/device-state.ts';
import type { InventarState } from '../../src/session/state/session-state.ts';
import { defineAll } from '../support/define-all.ts';
import { FakeSession } from '../support/fake-session.ts';
import { location } from '../support/fixtures.ts';
import { outbox, record } from '../support/outbox-fixtures.ts';
import { find } from '../support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

defineAll();

const parked = (meaning: ParkedState['meaning']): ParkedState => ({
  id: 'p',
  listId: '1',
  read: { id: 'p', text: 'Item-NOU-8800', typed: false, broken: false, candidates: [] },
  location: location(),
  quantityText: '4',
  parkedAt: 1,
  meaning,
});

async function show(state: Partial<InventarState>) {
  const session = new FakeSession({ outboxShown: true, ...state });
  const element = await fixture<HTMLElement>(html`
    <wms-inventar-session .session=${session} locale="ro">
      <wms-inventar-outbox-badge></wms-inventar-outbox-badge>
      <wms-inventar-outbox-dialog></wms-inventar-outbox-dialog>
    </wms-inventar-session>
  `);
  await waitUntil(() => find(element, '.tab') !== null, 'the tabs are shown');
  return { element, session };
}

const words = (element: HTMLElement, selector: string) =>
  (find(element, selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** How many the badge and the tab of what waits say, and how many entries are listed. */
const numbers = (element: HTMLElement) => ({
  badge: words(element, '.badge .number'),
  tab: words(element, '#tab-waiting .number'),
});

const two = [record(), record({ id: 'second', seq: 2 })];
const PAUSED = { kind: 'offline', until: 0 } as const;
const ELSEWHERE = [{ partition: 'x', host: 'https://erp.example/api', tenant: '', unsent: 3 }];

/** What is told above the list. */
const ABOVE: Readonly<Record<string, Partial<OutboxState>>> = {
  'that the host does not answer': { pause: PAUSED },
  'that somebody has to sign in': { pause: { kind: 'signed-out' } },
  'that nothing is kept here': { pause: PAUSED, storage: 'none' },
  'that counts are there for another host': { pause: PAUSED, elsewhere: ELSEWHERE },
  'all of it': { pause: PAUSED, storage: 'silent', elsewhere: ELSEWHERE },
};

describe('What waits', () => {
  after(() => setViewport({ width: 800, height: 600 }));

  for (const [what, told] of Object.entries(ABOVE)) {
    for (const [width, height] of [
      [320, 533],
      [360, 360],
      [240, 427],
    ] as const) {
      it(`is listed, and can be brought in sight, below ${what}, at ${width} × ${height}`, async () => {
        await setViewport({ width, height });
        const { element } = await show({ outbox: outbox({ waiting: two, ...told }) });
        await waitUntil(() => find(element, '.entry') !== null, 'an entry is listed');
        const entry = find(element, '.entry');
        // The dialog may still be on its way.
        await waitUntil(() => {
          entry?.scrollIntoView({ block: 'end' });
          const { top, bottom, height: high } = entry?.getBoundingClientRect() ?? new DOMRect();
          return high > 40 && top >= -0.5 && bottom <= innerHeight + 0.5;
        }, 'the entry is in sight');
        expect(numbers(element).tab).to.equal('2');
      });
    }
  }

  it('is told alike by the badge and the tab, also once the host knows what a code is', async () => {
    const { element, session } = await show({ outbox: outbox({ waiting: two }), parked: [parked('unasked')] });
    await waitUntil(() => numbers(element).badge === '3', 'the badge counts the code');
    expect(numbers(element).tab).to.equal('3');
    for (const meaning of ['known', 'unknown'] as const) {
      session.set({ parked: [parked(meaning)] });
      await waitUntil(() => numbers(element).tab === '2', 'the code is to decide');
      await waitUntil(() => find(element, '.badge')?.classList.contains('bad') === true, 'the badge says so');
      expect(numbers(element).badge).to.equal('1');
      session.set({ parked: [parked('unasked')] });
      await waitUntil(() => numbers(element).badge === '3', 'the badge counts it as waiting again');
    }
  });
});
