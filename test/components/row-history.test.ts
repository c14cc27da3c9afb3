import { html } from 'lit';
import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { defineAll } from '../support/define-all.ts';
import type { HistoryEntry } from '../../src/domain/row-history.ts';
import type { HistoryState } from '../../src/session/state/device-state.ts';
import { FakeSession } from '../support/fake-session.ts';
import { row } from '../support/fixtures.ts';
import { record } from '../support/outbox-fixtures.ts';
import { find } from '../support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';
import { isUsable } from '../support/usable.ts';

defineAll();

function entry(change: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    id: '1',
    key: 'k1',
    mode: 'new',
    operator: { userName: 'ana', name: 'Ana Pop' },
    recordedAt: '2026-11-22T08:32:00Z',
    confirmedAt: null,
    device: 'TC22-04',
    barcode: 'Item-MOB-ART-118',
    entered: { quantity: '12', unit: 'buc' },
    result: { quantity: '12', alternativeUnit: null, alternativeQuantity: null },
    version: 1,
    undoes: null,
    undoneBy: null,
    ...change,
  };
}

async function show(change: Partial<HistoryState> = {}) {
  const history = {
    row: row(),
    status: 'ready',
    failure: null,
    entries: [],
    more: false,
    here: [],
    ...change,
  } as const;
  const session = new FakeSession({ history });
  const element = await fixture<HTMLElement>(html`
    <wms-inventar-session .session=${session} locale="en">
      <wms-inventar-row-history></wms-inventar-row-history>
    </wms-inventar-session>
  `);
  await waitUntil(() => find(element, 'dialog[open]') !== null, 'the dialog is open');
  const dialog = find(element, 'dialog');
  if (dialog === null) throw new Error('no dialog');
  const text = () => dialog.textContent.replace(/[\u2066\u2069]/g, '').replace(/\s+/g, ' ');
  return { element, session, dialog, text };
}

const TOLD: Readonly<Record<string, Partial<HistoryState>>> = {
  'counted, undone, pending': {
    entries: [
      entry({ id: '3', mode: 'undo', entered: null, undoes: '2', version: 3 }),
      entry({ id: '2', mode: 'add', entered: { quantity: '5', unit: 'buc' }, version: 2, undoneBy: '3' }),
      entry(),
    ],
    here: [record()],
    more: true,
  },
  loading: { status: 'loading' },
  failed: { status: 'failed', failure: { kind: 'unreachable' } },
  'known here only': { status: 'here-only', here: [record()] },
  empty: {},
};

describe('The history of a row', () => {
  for (const [name, state] of Object.entries(TOLD)) {
    for (const theme of ['light', 'dark']) {
      it(`${name}, ${theme}: is accessible`, async () => {
        const { element } = await show(state);
        element.setAttribute('theme', theme);
        await isUsable(element);
      });
    }
  }

  it('says who, with which device and barcode, what was entered and what the row held then', async () => {
    const { text } = await show({ entries: [entry({ entered: { quantity: '2', unit: 'cutii' } })] });
    expect(text()).to.contain('Count 2 cutii → 12 buc');
    expect(text()).to.contain('Ana Pop');
    expect(text()).to.contain('Device TC22-04 · Read: Item-MOB-ART-118');
  });

  it('tells what was noted, as text, of the host’s entries and of this device’s own', async () => {
    const here = [record({ request: { note: 'two wet' } })];
    const { text } = await show({ entries: [entry({ note: '<b>torn</b>' })], here });
    expect(text()).to.contain('Note: <b>torn</b>');
    expect(text()).to.contain('Note: two wet');
  });

  it('keeps what was undone, marked, with what undid it', async () => {
    const { dialog, text } = await show(TOLD['counted, undone, pending'] ?? {});
    expect(dialog.querySelectorAll('li')).to.have.length(4);
    expect(dialog.querySelector('.undone')?.textContent).to.contain('undone');
    expect(text()).to.contain('Undo → 12 buc');
  });

  it('says that a row went back to not counted', async () => {
    const result = { quantity: null, alternativeUnit: null, alternativeQuantity: null };
    const { text } = await show({ entries: [entry({ mode: 'undo', entered: null, result })] });
    expect(text()).to.contain('Undo → not counted');
  });

  it('is closed with Escape', async () => {
    const { session } = await show();
    await sendKeys({ press: 'Escape' });
    expect(session.actions[0]).to.deep.equal({ type: 'close-history' });
  });
});
