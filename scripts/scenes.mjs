/**
 * What there is to make a picture of: the operator's path with keys and scans, as far as each screen. A scene starts
 * with a page that is signed in as Ana. The data base is one for all: `n` gives each walk a place of its own.
 */
import { SETUP_CODE } from '../src/scanner/wedge/calibration.ts';
import { typeCode } from '../test/scanner/fixtures/typing.ts';
import { BOXES, alternative, identity, item, list, location, row } from '../test/support/fixtures.ts';
import { outbox, record } from '../test/support/outbox-fixtures.ts';
import { INITIAL_STATE } from '../src/session/state/session-state.ts';

const MODIFIERS = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };
/** A person's pace, which the keyboard wedge leaves alone. */
const BY_HAND = { delay: 170 };
const BESIDE_EACH_OTHER = 900;

/** Key events of the browser with a scanner's own time stamps, however busy the machine is. */
async function typeRows(page, rows) {
  const cdp = await page.context().newCDPSession(page);
  const start = Date.now() / 1000;
  for (const { type, t, key = '', code = '', keyCode = 0, mods = [], text } of rows) {
    await cdp.send('Input.dispatchKeyEvent', {
      type: type === 'keyup' ? 'keyUp' : 'keyDown',
      key,
      code,
      windowsVirtualKeyCode: keyCode,
      modifiers: mods.reduce((sum, each) => sum + (MODIFIERS[each] ?? 0), 0),
      timestamp: start + t / 1000,
      ...(type === 'keydown' && text !== undefined && { text }),
    });
  }
  await cdp.detach();
}

async function scan(page, text) {
  const keys = [
    ...Array.from(text, key => ({ key, text: key })),
    { key: 'Enter', code: 'Enter', keyCode: 13, text: '\r' },
  ];
  const rows = keys.flatMap((key, n) => [
    { ...key, type: 'keydown', t: 2 * n },
    { ...key, type: 'keyup', t: 2 * n + 1 },
  ]);
  await typeRows(page, rows);
}

const settled = page => page.waitForLoadState('networkidle');
const counted = page => page.locator('.last').waitFor();
const atHost = page => page.locator('.last[data-at=host]').waitFor();
const notice = page => page.locator('[part=notice]').waitFor();

async function quantity(page, text) {
  await page.locator('#quantity:focus').waitFor();
  await page.keyboard.type(text, BY_HAND);
}

async function confirm(page) {
  await settled(page);
  await page.keyboard.press('F8');
}

async function count(page, code, text) {
  await scan(page, code);
  await quantity(page, text);
  await confirm(page);
  await page.locator('#quantity').waitFor({ state: 'detached' });
  await counted(page);
}

async function search(page) {
  await page.locator('.search').click();
  await page.getByRole('radio').first().waitFor();
}

async function open(page, inventory, at) {
  await search(page);
  const group = page.getByRole('region', { name: new RegExp(`^\\W?${inventory} `) });
  await group.locator('label').nth(at).click();
  await page.keyboard.press('F8');
  await page.locator('#barcode').waitFor();
}

/** With all that is needed to count without a host on this device, and then without a host. */
async function openWithoutHost(page, inventory, at) {
  await open(page, inventory, at);
  await page.locator('[data-cache=ready]').waitFor();
  await page.context().setOffline(true);
}

async function toRows(page, { width }) {
  if (width < BESIDE_EACH_OTHER) await page.locator('.toggle').click();
  await page.locator('.row').first().waitFor();
}

async function addReplace(page, place) {
  await open(page, 12, 1);
  await scan(page, `Loc-01-${place}`);
  await count(page, 'Item-MOB-ART-204', '12');
  await scan(page, 'Item-MOB-ART-204');
  await quantity(page, '5');
  await page.locator('.existing').waitFor();
  await confirm(page);
  await page.locator('dialog[open]').waitFor();
}

async function explain(page, text) {
  await open(page, 12, 0);
  await scan(page, text);
  await page.locator('[part=notice] .why').click();
  await page.locator('dialog[open]').waitFor();
}

async function setUp(page) {
  await page.locator('wms-inventar-scanner-status button').click();
  await page.locator('svg.barcode').waitFor();
}

/** Three counts that wait, one of them an Add on another, and a code that nobody could look up. */
async function countWithoutHost(page, n) {
  await openWithoutHost(page, 14, 0);
  await scan(page, `Loc-01-B-02-0${n}`);
  await count(page, 'Item-MOB-ART-118', '36');
  await count(page, 'Item-MOB-ART-204', '2');
  await scan(page, 'Item-NOU-8800');
  await notice(page);
  await quantity(page, '7');
  await confirm(page);
  await page.locator('#quantity').waitFor({ state: 'detached' });
}

async function openOutbox(page) {
  await page.locator('wms-inventar-outbox-badge button').click();
  await page.locator('dialog[open] .tabs').waitFor();
}

/** What is rare or slow to come about is shown from a state of the session as the tests have it. */
async function show(page, state) {
  await page.evaluate(
    given => {
      const plugin = document.querySelector('#plugin');
      const locale = plugin.firstElementChild.locale;
      const session = document.createElement('wms-inventar-session');
      Object.assign(session, {
        locale,
        session: {
          state$: {
            subscribe(take) {
              take(given);
              return { unsubscribe() {} };
            },
          },
          events$: { subscribe: () => ({ unsubscribe() {} }) },
          sources: [],
          dispatch() {},
          hearsKeys: () => false,
        },
      });
      session.style.height = '100%';
      session.append(document.createElement('wms-inventar-workspace'));
      plugin.replaceChildren(session);
    },
    { ...INITIAL_STATE, host: ELENA, outboxShown: true, ...state },
  );
  await page.locator('dialog[open] .entry').first().waitFor();
}

const ELENA = {
  status: 'ready',
  operator: { userName: 'elena', name: 'Elena Radu', supervisor: true },
  tokenizers: [],
  warnings: [],
  fromDevice: false,
};
const TODAY = new Date().setHours(9, 40, 0, 0);
const CONFIRMED = { ...record().context, confirmedAt: TODAY };
const BOXED = { ...CONFIRMED, item: item({ code: 'ART-204', alternativeUnits: [alternative()] }) };
const countedAt = new Date(TODAY).toISOString();
const here = (change = {}) => record({ context: CONFIRMED, ...change });
const decide = (reason, change = {}) => here({ state: 'attention', reason, ...change });
const parked = (meaning, text) => ({
  id: meaning,
  listId: '1',
  read: { id: meaning, text, typed: false, broken: false, thenConfirm: false, candidates: [] },
  location: location(),
  quantityText: '4',
  parkedAt: TODAY,
  meaning,
});

export const SCENES = {
  start: async () => {},
  lists: search,
  nothing: async page => {
    await page.locator('[name=description]').fill('nimic');
    await page.locator('.search').click();
    await page.locator('wms-inventar-search .empty').waitFor();
  },
  location: page => open(page, 14, 0),
  item: async (page, n) => {
    await open(page, 12, 0);
    await scan(page, `Loc-01-B-01-0${n}`);
    await count(page, 'Item-MOB-ART-118', '36');
    await atHost(page);
  },
  lot: async page => {
    await open(page, 12, 0);
    await scan(page, 'Loc-01-A-01-02');
    await scan(page, 'Item-VOP-ALB-10');
    await page.locator('.offered').waitFor();
  },
  quantity: async page => {
    await open(page, 12, 0);
    await scan(page, 'Loc-01-A-01-02');
    await scan(page, 'Item-MOB-ART-204');
    await quantity(page, '2');
  },
  /** All that a form can hold at once. */
  full: async (page, n) => {
    await open(page, 12, 1);
    await scan(page, `Loc-01-D-01-0${n}`);
    await scan(page, 'Item-VOP-ALB-10');
    await page.locator('.offered .button').first().click();
    await quantity(page, '12,5');
    await confirm(page);
    await counted(page);
    await scan(page, 'Item-VOP-ALB-10');
    await page.locator('.offered .button').first().click();
    await page.locator('.existing').waitFor();
    await quantity(page, '3,25');
  },
  'add-replace': (page, n) => addReplace(page, `C-01-0${n}`),
  undone: async (page, n) => {
    await open(page, 12, 0);
    await scan(page, `Loc-01-B-04-0${n}`);
    await count(page, 'Item-MOB-ART-118', '36');
    await atHost(page);
    await page.keyboard.press('F7');
    await notice(page);
  },
  error: async page => {
    await open(page, 12, 0);
    await scan(page, 'Loc-01-A-01-02');
    await scan(page, 'Item-MOB-ART-900');
    await notice(page);
  },
  why: async page => {
    await explain(page, 'Lot-VOP-ALB-10-2411-118');
    await page.locator('.strip').waitFor();
  },
  'why-layout': async page => {
    await explain(page, "Loc'01'A'01'02");
    await page.locator('.repairs').waitFor();
  },
  'why-gs1': async page => {
    await explain(page, 'Item-MOBX-ART');
    await page.locator('#code').fill(']C1010950600013435210AB117261231');
    await page.locator('.repairs').waitFor();
  },
  'try-tokenizer': async page => {
    await explain(page, 'Item-MOBX-ART');
    await page.locator('.repairs .button').last().click();
    await page.locator('.trial .row').first().waitFor();
  },
  decimals: async page => {
    await open(page, 12, 0);
    await scan(page, 'Loc-01-A-01-02');
    await scan(page, 'Item-ELE-CAB-3X15');
    await quantity(page, '12,345');
    await confirm(page);
    await notice(page);
  },
  unconfirmed: async page => {
    await open(page, 12, 0);
    await scan(page, 'Loc-01-A-01-02');
    await scan(page, 'Item-MOB-ART-118');
    await quantity(page, '7');
    await scan(page, 'Item-ELE-CAB-3X15');
    await page.locator('.alert.decide').waitFor();
  },
  chooser: async page => {
    await open(page, 12, 0);
    await scan(page, '8000000005557');
    await page.locator('dialog[open]').waitFor();
  },
  leaving: async page => {
    await open(page, 12, 0);
    await scan(page, 'ItemQty-MOB-ART-118-36');
    await page.locator('.entered').waitFor();
    await settled(page);
    await page.locator('wms-inventar-workspace header button').first().click();
    await page.locator('dialog[open]').waitFor();
  },
  restored: async page => {
    await open(page, 12, 0);
    await scan(page, 'Loc-01-A-01-02');
    await scan(page, 'Item-ALI-CAF-01');
    await quantity(page, '1,2');
    await settled(page);
    await page.reload();
    await page.keyboard.type('ana');
    await page.keyboard.press('Enter');
    await open(page, 12, 0);
    await page.locator('.alert.info').waitFor();
  },
  'command-refused': async (page, n) => {
    await addReplace(page, `C-02-0${n}`);
    await scan(page, '$$CONFIRM');
    await page.locator('dialog[open]').getByRole('alert').waitFor();
  },
  'scanner-setup': setUp,
  'scanner-set-up': async page => {
    await setUp(page);
    await page.locator('[data-calibrate]').click();
    const typing = { scanner: 'us', system: 'fr', suffix: ['Tab'], gs: 'lost' };
    await typeRows(page, typeCode(SETUP_CODE, typing));
    await page.locator('[data-found]').waitFor();
    await typeRows(page, typeCode('Item-MOB-ART-118', typing));
    await page.locator('.tried li').waitFor();
    await page.locator('[data-calibrate]').scrollIntoViewIfNeeded();
  },
  'scanner-sound': async page => {
    await setUp(page);
    await page.locator('[data-tone=decide]').scrollIntoViewIfNeeded();
  },
  camera: async page => {
    await open(page, 14, 0);
    await setUp(page);
    await page.locator('[data-source=camera]').click();
    await page.keyboard.press('Escape');
    await page.locator('wms-inventar-camera .pause').waitFor();
    await page.locator('[data-line=location]').waitFor();
  },
  commands: async page => {
    await page.goto(`${new URL(page.url()).origin}/commands.html${new URL(page.url()).search}`);
    await page.locator('svg.barcode').last().waitFor();
  },
  rows: async (page, _, size) => {
    await open(page, 12, 3);
    await settled(page);
    await toRows(page, size);
  },
  history: async (page, n, size) => {
    await open(page, 12, 1);
    await scan(page, `Loc-01-C-03-0${n}`);
    await count(page, 'Item-MOB-ART-118', '36');
    await atHost(page);
    await scan(page, 'Item-MOB-ART-118');
    await quantity(page, '4');
    await page.locator('.existing').waitFor();
    await confirm(page);
    await page.locator('dialog[open] .choice').first().click();
    await page.locator('.last[data-at=host]', { hasText: '40' }).waitFor();
    await page.keyboard.press('F7');
    await notice(page);
    await settled(page);
    await toRows(page, size);
    await page.locator('.row .history').first().click();
    await page.locator('dialog[open] .undone').waitFor();
  },
  offline: async (page, n) => {
    await openWithoutHost(page, 14, 0);
    await scan(page, `Loc-01-B-03-0${n}`);
    await count(page, 'Item-MOB-ART-118', '36');
  },
  'offline-add-replace': async (page, n) => {
    await SCENES.offline(page, n);
    await scan(page, 'Item-MOB-ART-118');
    await page.locator('.existing').waitFor();
    await quantity(page, '4');
    await page.keyboard.press('F8');
    await page.locator('dialog[open]').waitFor();
  },
  parked: async (page, n) => {
    await openWithoutHost(page, 14, 0);
    await scan(page, `Loc-01-B-05-0${n}`);
    await scan(page, 'Item-NOU-8800');
    await notice(page);
    await quantity(page, '7');
  },
  pending: async (page, n, size) => {
    await countWithoutHost(page, n);
    await toRows(page, size);
  },
  'outbox-empty': async page => {
    await page.locator('wms-inventar-outbox-badge button').waitFor();
    await openOutbox(page);
  },
  'outbox-offline': async (page, n) => {
    await countWithoutHost(page, n);
    await openOutbox(page);
    await page.locator('#tab-waiting').click();
    await page.locator('.entry').nth(1).waitFor();
  },
  'outbox-changed': page =>
    show(page, {
      outbox: outbox({
        attention: [
          decide({ kind: 'changed', row: row({ countedAt }), maybeApplied: false }),
          decide(
            {
              kind: 'changed',
              row: row({
                itemCode: 'ART-204',
                quantity: '24',
                alternativeUnit: BOXES,
                alternativeQuantity: '2',
                countedAt,
              }),
              maybeApplied: true,
            },
            { identity: identity({ itemCode: 'ART-204' }), context: BOXED, entry: { quantity: '3', unit: 'cutii' } },
          ),
        ],
      }),
    }),
  'outbox-reasons': page =>
    show(page, {
      outbox: outbox({
        attention: [
          decide({ kind: 'uncertain', row: row({ countedAt }), maybeApplied: true }),
          decide({ kind: 'refused', refusal: 'unknown-lot' }, { identity: identity({ lot: 'L26-0417' }) }),
          decide({ kind: 'forbidden' }),
          decide({ kind: 'rejected', status: 418, title: "I'm a teapot" }),
        ],
      }),
    }),
  'outbox-closed': page =>
    show(page, {
      search: { ...INITIAL_STATE.search, lists: [list(), list({ id: '2', row: 2 })] },
      outbox: outbox({ blockedLists: ['1'], attention: [decide({ kind: 'list-closed' })], waiting: [here()] }),
    }),
  'outbox-parked': page =>
    show(page, {
      outbox: outbox({ quarantined: [{ id: 'x', why: 'newer', raw: '{"v":9}' }] }),
      parked: [
        parked('unasked', '5901234123457'),
        parked('known', '8000000005557'),
        parked('unknown', 'Item-NOU-8800'),
      ],
    }),
  'outbox-sent': page =>
    show(page, {
      outbox: outbox({
        done: [
          here({ state: 'done', finishedAt: TODAY + 4, row: row() }),
          here({ state: 'done', mode: 'new', finishedAt: TODAY + 5 }),
        ],
        superseded: [here({ state: 'superseded', finishedAt: TODAY + 3 })],
        discarded: [
          here({
            state: 'discarded',
            finishedAt: TODAY + 2,
            discard: { kind: 'withdrawn', reason: '', by: 'ana', at: 2 },
          }),
          here({
            state: 'discarded',
            finishedAt: TODAY + 1,
            discard: { kind: 'discarded', reason: 'raft golit', by: 'Elena Radu', at: 1 },
          }),
        ],
      }),
    }),
  'log-out': async (page, n) => {
    await countWithoutHost(page, n);
    await page.evaluate(() => document.querySelector('wms-inventar').logOut());
    await page.locator('dialog[open] .keep').waitFor();
  },
};
