/**
 * What there is to make a picture of: the operator's path with keys and scans, as far as each screen. A scene starts
 * with a page that is signed in as Ana. The data base is one for all: `n` gives each walk a place of its own.
 */
import type { AttentionReason } from '../src/outbox/types.ts';
import { SETUP_CODE } from '../src/scanner/wedge/calibration.ts';
import type { Operator } from '../test/e2e/operator.ts';
import { typeCode } from '../test/scanner/fixtures/typing.ts';
import { BOXES, alternative, identity, item, list, location, row } from '../test/support/fixtures.ts';
import type { Change } from '../test/outbox/records.ts';
import { asking, discarded, done, outbox, record } from '../test/support/outbox-fixtures.ts';
import type { ParkedState } from '../src/session/state/device-state.ts';
import { INITIAL_STATE, type InventarState } from '../src/session/state/session-state.ts';

/** The size of the page, in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

type Scene = (operator: Operator, n: number, size: Size) => Promise<unknown>;

const BESIDE_EACH_OTHER = 900;

const settled = ({ page }: Operator) => page.waitForLoadState('networkidle');
const counted = ({ page }: Operator) => page.locator('.last').waitFor();
const atHost = ({ page }: Operator) => page.locator('.last[data-at=host]').waitFor();
const notice = ({ page }: Operator) => page.locator('[part=notice]').waitFor();

async function confirm(operator: Operator): Promise<void> {
  await settled(operator);
  await operator.confirm();
}

async function count(operator: Operator, code: string, text: string): Promise<void> {
  await operator.scan(code);
  await operator.quantity(text);
  await confirm(operator);
  await operator.page.locator('#quantity').waitFor({ state: 'detached' });
  await counted(operator);
}

async function search(operator: Operator): Promise<void> {
  await operator.page.locator('.search').click();
  await operator.page.getByRole('radio').first().waitFor();
}

/** With all that is needed to count without a host on this device, and then without a host. */
async function openWithoutHost(operator: Operator, inventory: number, row: number): Promise<void> {
  await operator.open(inventory, row);
  await operator.page.locator('[data-cache=ready]').waitFor();
  await operator.page.context().setOffline(true);
}

async function toRows(operator: Operator, { width }: Size): Promise<void> {
  if (width < BESIDE_EACH_OTHER) await operator.page.locator('.toggle').click();
  await operator.page.locator('.row').first().waitFor();
}

async function addReplace(operator: Operator, place: string): Promise<void> {
  await operator.open(12, 2);
  await operator.scan(`Loc-01-${place}`);
  await count(operator, 'Item-MOB-ART-204', '12');
  await operator.scan('Item-MOB-ART-204');
  await operator.quantity('5');
  await operator.page.locator('.existing').waitFor();
  await confirm(operator);
  await operator.page.locator('dialog[open]').waitFor();
}

async function explain(operator: Operator, text: string): Promise<void> {
  await operator.open(12, 1);
  await operator.scan(text);
  await operator.page.locator('[part=notice] .why').click();
  await operator.page.locator('dialog[open]').waitFor();
}

/** A list that is closed: its rows, and no form. */
async function view(operator: Operator): Promise<void> {
  await search(operator);
  await operator.page
    .getByRole('region', { name: /^\W?12 / })
    .getByRole('radio')
    .last()
    .check({ force: true });
  await operator.page.locator('.button.view').click();
  await operator.page.locator('main.view').waitFor();
}

async function withoutOutbox(operator: Operator): Promise<void> {
  await operator.signIn('ana', '&outbox=off', new URL(operator.page.url()).searchParams.get('lang') ?? 'en');
}

async function setUp(operator: Operator): Promise<void> {
  await operator.page.locator('wms-inventar-scanner-status button').click();
  await operator.page.locator('svg.barcode').waitFor();
}

/** Three counts that wait, one of them an Add on another, and a code that nobody could look up. */
async function countWithoutHost(operator: Operator, n: number, bay = 'B-02'): Promise<void> {
  await openWithoutHost(operator, 14, 1);
  await operator.scan(`Loc-01-${bay}-0${n}`);
  await count(operator, 'Item-MOB-ART-118', '36');
  await count(operator, 'Item-MOB-ART-204', '2');
  await operator.scan('Item-NOU-8800');
  await notice(operator);
  await operator.quantity('7');
  await confirm(operator);
  await operator.page.locator('#quantity').waitFor({ state: 'detached' });
}

async function countOneWithoutHost(operator: Operator, n: number): Promise<void> {
  await openWithoutHost(operator, 14, 1);
  await operator.scan(`Loc-01-B-03-0${n}`);
  await count(operator, 'Item-MOB-ART-118', '36');
}

async function openOutbox(operator: Operator): Promise<void> {
  await operator.page.locator('wms-inventar-outbox-badge button').click();
  await operator.page.locator('dialog[open] .tabs').waitFor();
}

/** What is rare or slow to come about is shown from a state of the session as the tests have it. */
async function show(operator: Operator, state: Partial<InventarState>): Promise<void> {
  await operator.page.evaluate(
    given => {
      const plugin = document.querySelector('#plugin');
      const shown = plugin?.querySelector<HTMLElement & { locale: string }>('wms-inventar, wms-inventar-session');
      if (plugin == null || shown == null) throw new Error('The page shows no plugin');
      const session = document.createElement('wms-inventar-session');
      Object.assign(session, {
        locale: shown.locale,
        session: {
          state$: {
            subscribe(take: (state: unknown) => void) {
              take(given);
              return { unsubscribe() {} };
            },
          },
          events$: { subscribe: () => ({ unsubscribe() {} }) },
          sources: [],
          dispatch() {},
          hearsKeys: () => false,
          hears: () => true,
          shownBy: () => () => {},
          takeScans: () => () => {},
          change() {},
        },
      });
      session.style.height = '100%';
      session.append(document.createElement('wms-inventar-workspace'));
      plugin.replaceChildren(session);
    },
    { ...INITIAL_STATE, host: ELENA, outboxShown: true, ...state },
  );
  await operator.page.locator('dialog[open] .entry').first().waitFor();
}

const ELENA = {
  status: 'ready',
  operator: { userName: 'elena', name: 'Elena Radu', roles: ['counter', 'supervisor'] },
  tokenizers: [],
  warnings: [],
  fromDevice: false,
};
const TODAY = new Date().setHours(9, 40, 0, 0);
const countedAt = new Date(TODAY).toISOString();
const BOXED = { item: { item: item({ code: 'ART-204', alternativeUnits: [alternative()] }), variant: null } };
const here = ({ request, ...change }: Change = {}) =>
  record({ request: { confirmedAt: countedAt, ...request }, ...change });
const decide = (reason: AttentionReason, change: Change = {}) => asking(reason, here(change));
const parked = (meaning: ParkedState['meaning'], text: string): ParkedState => ({
  id: meaning,
  listId: '1',
  read: { id: meaning, text, typed: false, broken: false, candidates: [] },
  location: location(),
  quantityText: '4',
  parkedAt: TODAY,
  meaning,
});

export const SCENES: Readonly<Record<string, Scene>> = {
  start: async () => {},
  lists: search,
  nothing: async operator => {
    await operator.page.locator('[name=description]').fill('nimic');
    await operator.page.locator('.search').click();
    await operator.page.locator('wms-inventar-search .empty').waitFor();
  },
  location: operator => operator.open(14, 1),
  item: async (operator, n) => {
    await operator.open(12, 1);
    await operator.scan(`Loc-01-B-01-0${n}`);
    await count(operator, 'Item-MOB-ART-118', '36');
    await atHost(operator);
  },
  lot: async operator => {
    await operator.open(12, 1);
    await operator.scan('Loc-01-A-01-02');
    await operator.scan('Item-VOP-ALB-10');
    await operator.page.locator('.offered').waitFor();
  },
  'new-lot': async operator => {
    await operator.open(12, 1);
    await operator.scan('Loc-01-A-01-02');
    await operator.scan('Item-VOP-GRI-05');
    await operator.scan(']C11026398');
    await operator.page.locator('.alert.decide').waitFor();
    await operator.quantity('5');
    await settled(operator);
  },
  'lost-separator': async operator => {
    await operator.open(12, 1);
    await operator.scan('0105940000000103102641717270430');
    await operator.page.locator('dialog[open]').waitFor();
  },
  quantity: async operator => {
    await operator.open(12, 1);
    await operator.scan('Loc-01-A-01-02');
    await operator.scan('Item-MOB-ART-204');
    await operator.quantity('2');
  },
  /** All that a form can hold at once. */
  full: async (operator, n) => {
    await operator.open(12, 2);
    await operator.scan(`Loc-01-D-01-0${n}`);
    await operator.scan('Item-VOP-ALB-10');
    await operator.page.locator('.offered .button').first().click();
    await operator.quantity('12,5');
    await confirm(operator);
    await counted(operator);
    await operator.scan('Item-VOP-ALB-10');
    await operator.page.locator('.offered .button').first().click();
    await operator.page.locator('.existing').waitFor();
    await operator.quantity('3,25');
  },
  note: async (operator, n) => {
    await operator.open(12, 2);
    await operator.scan(`Loc-01-D-02-0${n}`);
    await operator.scan('Item-VOP-ALB-10');
    await operator.page.locator('.offered .button').first().click();
    await operator.quantity('12,5');
    await operator.page.locator('[data-note]').click();
    await operator.type('2 saci ude');
  },
  'add-replace': (operator, n) => addReplace(operator, `C-01-0${n}`),
  undone: async (operator, n) => {
    await operator.open(12, 1);
    await operator.scan(`Loc-01-B-04-0${n}`);
    await count(operator, 'Item-MOB-ART-118', '36');
    await atHost(operator);
    await operator.page.keyboard.press('F7');
    await notice(operator);
  },
  error: async operator => {
    await operator.open(12, 1);
    await operator.scan('Loc-01-A-01-02');
    await operator.scan('Item-MOB-ART-900');
    await notice(operator);
  },
  why: async operator => {
    await explain(operator, 'Lot-VOP-ALB-10-2411-118');
    await operator.page.locator('.strip').waitFor();
  },
  'why-layout': async operator => {
    await explain(operator, "Loc'01'A'01'02");
    await operator.page.locator('.repairs').waitFor();
  },
  'why-gs1': async operator => {
    await explain(operator, 'Item-MOBX-ART');
    await operator.page.locator('#code').fill(']C1010950600013435210AB117261231');
    await operator.page.locator('.repairs').waitFor();
  },
  'try-tokenizer': async operator => {
    await explain(operator, 'Item-MOBX-ART');
    await operator.page.locator('.repairs .button').last().click();
    await operator.page.locator('.trial .row').first().waitFor();
  },
  decimals: async operator => {
    await operator.open(12, 1);
    await operator.scan('Loc-01-A-01-02');
    await operator.scan('Item-ELE-CAB-3X15');
    await operator.quantity('12,345');
    await confirm(operator);
    await notice(operator);
  },
  unconfirmed: async operator => {
    await operator.open(12, 1);
    await operator.scan('Loc-01-A-01-02');
    await operator.scan('Item-MOB-ART-118');
    await operator.quantity('7');
    await operator.scan('Item-ELE-CAB-3X15');
    await operator.page.locator('.alert.decide').waitFor();
  },
  chooser: async operator => {
    await operator.open(12, 1);
    await operator.scan('8000000005557');
    await operator.page.locator('dialog[open]').waitFor();
  },
  twins: async operator => {
    await operator.open(12, 1);
    await operator.scan('Loc-01-A-01-02');
    await operator.scan('8000000005557');
    await operator.page.locator('dialog[open]').waitFor();
    await operator.page.keyboard.press('Escape');
    await operator.page.locator('dialog[open]').waitFor({ state: 'detached' });
  },
  'label-question': async operator => {
    await operator.open(12, 1);
    await operator.scan('Loc-01-A-01-02');
    await operator.scan('Item-MOB-ART-118');
    await operator.quantity('96385074');
    await confirm(operator);
    await operator.page.locator('.alert.decide').waitFor();
  },
  'unit-question': async operator => {
    await operator.open(12, 1);
    await operator.scan('Loc-01-A-01-02');
    await operator.scan(']C102059400000020463724');
    await notice(operator);
  },
  'lot-question': async operator => {
    await operator.open(12, 1);
    await operator.scan('Loc-01-A-01-02');
    await operator.scan('Item-VOP-GRI-05');
    await operator.page.locator('.offered').waitFor();
    await operator.scan('Item-VOP-ALB-99');
    await notice(operator);
  },
  'serial-question': async (operator, n) => {
    await operator.open(12, 3);
    await operator.scan(`Loc-01-A-02-0${n}`);
    await operator.scan('Item-ELE-CTR-1F');
    await operator.scan(`SN-90${n}`);
    await operator.page.locator('#quantity').waitFor();
    await confirm(operator);
    await operator.page.locator('#quantity').waitFor({ state: 'detached' });
    await atHost(operator);
    await operator.scan(`Loc-01-A-03-0${n}`);
    await operator.scan('Item-ELE-CTR-1F');
    await operator.scan(`SN-90${n}`);
    await operator.page.locator('#quantity').waitFor();
    await confirm(operator);
    await operator.page.locator('.alert.decide').waitFor();
  },
  'blocked-location': async operator => {
    await operator.open(12, 1);
    await operator.scan('Loc-01-A-08-06');
    await notice(operator);
  },
  view: async (operator, _, size) => {
    await view(operator);
    await toRows(operator, { ...size, width: BESIDE_EACH_OTHER });
  },
  'view-scan': async operator => {
    await view(operator);
    await operator.page.locator('.row').first().waitFor();
    await operator.scan('Item-MOB-ART-118');
    await settled(operator);
  },
  'scan-not-used': async operator => {
    await search(operator);
    await operator.page.getByRole('radio').last().scrollIntoViewIfNeeded();
    await operator.page.mouse.click(2, 400);
    await operator.scan('Item-MOB-ART-118');
    await settled(operator);
  },
  'list-not-opened': async operator => {
    const { searchParams, origin } = new URL(operator.page.url());
    await operator.page.goto(`${origin}/?lang=${searchParams.get('lang') ?? 'en'}&list-id=999999`);
    await operator.signInAs('ana');
    await operator.page.locator('.alert').waitFor();
  },
  'signed-out-with-list': async operator => {
    const { searchParams, origin } = new URL(operator.page.url());
    await operator.page.route('**/api/me', route => route.fulfill({ status: 401, json: {} }));
    await operator.page.goto(`${origin}/?lang=${searchParams.get('lang') ?? 'en'}&list-id=1`);
    await operator.signInAs('ana');
    await operator.page.locator('.alert').waitFor();
  },
  'sign-in-expired': async (operator, n) => {
    await operator.open(12, 1);
    await operator.scan(`Loc-01-B-06-0${n}`);
    await operator.page.route('**/api/**', route => route.fulfill({ status: 401, json: {} }));
    await operator.scan('Item-MOB-ART-118');
    await notice(operator);
  },
  'memory-only': async (operator, n) => {
    await withoutOutbox(operator);
    await operator.open(12, 1);
    await operator.scan(`Loc-01-B-07-0${n}`);
    await count(operator, 'Item-MOB-ART-118', '36');
    await operator.scan('Item-MOB-ART-204');
    await operator.quantity('2');
  },
  'memory-waits': async (operator, n) => {
    await withoutOutbox(operator);
    await operator.open(12, 1);
    await operator.scan(`Loc-01-B-08-0${n}`);
    await operator.scan('Item-MOB-ART-118');
    await operator.quantity('36');
    await operator.page.route('**/counts', () => undefined);
    await confirm(operator);
    await operator.page.waitForTimeout(1500);
  },
  leaving: async operator => {
    await operator.open(12, 1);
    await operator.scan('ItemQty-MOB-ART-118-36');
    await operator.page.locator('.entered').waitFor();
    await settled(operator);
    await operator.page.locator('wms-inventar-workspace header button').first().click();
    await operator.page.locator('dialog[open]').waitFor();
  },
  restored: async operator => {
    await operator.open(12, 1);
    await operator.scan('Loc-01-A-01-02');
    await operator.scan('Item-ALI-CAF-01');
    await operator.quantity('1,2');
    await settled(operator);
    await operator.page.reload();
    await operator.signInAs('ana');
    await operator.open(12, 1);
    await operator.page.locator('.alert.info').waitFor();
  },
  'command-refused': async (operator, n) => {
    await addReplace(operator, `C-02-0${n}`);
    await operator.scan('$$CONFIRM');
    await operator.page.locator('dialog[open]').getByRole('alert').waitFor();
  },
  'scanner-setup': setUp,
  'scanner-set-up': async operator => {
    await setUp(operator);
    await operator.page.locator('[data-calibrate]').click();
    const typing = { scanner: 'us', system: 'fr', suffix: ['Tab'], gs: 'lost' } as const;
    await operator.keys(typeCode(SETUP_CODE, typing));
    await operator.page.locator('[data-found]').waitFor();
    await operator.keys(typeCode('Item-MOB-ART-118', typing));
    await operator.page.locator('.tried li').waitFor();
    await operator.page.locator('[data-calibrate]').scrollIntoViewIfNeeded();
  },
  'scanner-sound': async operator => {
    await setUp(operator);
    await operator.page.locator('[data-tone=decide]').scrollIntoViewIfNeeded();
  },
  camera: async operator => {
    await operator.open(14, 1);
    await setUp(operator);
    await operator.page.locator('[data-source=camera]').click();
    await operator.page.keyboard.press('Escape');
    await operator.page.locator('wms-inventar-camera .pause').waitFor();
    await operator.page.locator('[data-line=location]').waitFor();
  },
  commands: async operator => {
    await operator.page.goto(
      `${new URL(operator.page.url()).origin}/commands.html${new URL(operator.page.url()).search}`,
    );
    await operator.page.locator('svg.barcode').last().waitFor();
  },
  rows: async (operator, _, size) => {
    await operator.open(12, 5);
    await settled(operator);
    await toRows(operator, size);
  },
  history: async (operator, n, size) => {
    await operator.open(12, 2);
    await operator.scan(`Loc-01-C-03-0${n}`);
    await count(operator, 'Item-MOB-ART-118', '36');
    await atHost(operator);
    await operator.scan('Item-MOB-ART-118');
    await operator.quantity('4');
    await operator.page.locator('.existing').waitFor();
    await confirm(operator);
    await operator.page.locator('dialog[open] .choice').first().click();
    await operator.page.locator('.last[data-at=host]', { hasText: '40' }).waitFor();
    await operator.page.keyboard.press('F7');
    await notice(operator);
    await settled(operator);
    await toRows(operator, size);
    await operator.page.locator('.row .history').first().click();
    await operator.page.locator('dialog[open] .undone').waitFor();
  },
  offline: countOneWithoutHost,
  'offline-add-replace': async (operator, n) => {
    await countOneWithoutHost(operator, n);
    await operator.scan('Item-MOB-ART-118');
    await operator.page.locator('.existing').waitFor();
    await operator.quantity('4');
    await operator.page.keyboard.press('F8');
    await operator.page.locator('dialog[open]').waitFor();
  },
  parked: async (operator, n) => {
    await openWithoutHost(operator, 14, 1);
    await operator.scan(`Loc-01-B-05-0${n}`);
    await operator.scan('Item-NOU-8800');
    await notice(operator);
    await operator.quantity('7');
  },
  /** Parked without a host; with it again, nobody knows the code there either: a person names the item. */
  'name-item': async (operator, n) => {
    await countWithoutHost(operator, n, 'B-01');
    await operator.page.context().setOffline(false);
    await operator.page.locator('wms-inventar-outbox-badge .bad').waitFor();
    await openOutbox(operator);
    await operator.page.locator('.entry.decide .answers .button').first().click();
    await notice(operator);
  },
  pending: async (operator, n, size) => {
    await countWithoutHost(operator, n);
    await toRows(operator, size);
  },
  'outbox-empty': async operator => {
    await operator.page.locator('wms-inventar-outbox-badge button').waitFor();
    await openOutbox(operator);
  },
  'outbox-offline': async (operator, n) => {
    await countWithoutHost(operator, n);
    await openOutbox(operator);
    await operator.page.locator('#tab-waiting').click();
    await operator.page.locator('.entry').nth(1).waitFor();
  },
  'outbox-changed': operator =>
    show(operator, {
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
            {
              request: { identity: identity({ itemCode: 'ART-204' }), entry: { quantity: '3', unit: 'cutii' } },
              decidedOn: BOXED,
            },
          ),
        ],
      }),
    }),
  'outbox-reasons': operator =>
    show(operator, {
      outbox: outbox({
        attention: [
          decide({ kind: 'uncertain', row: row({ countedAt }), maybeApplied: true }),
          decide({ kind: 'refused', refusal: 'unknown-lot' }, { request: { identity: identity({ lot: 'L26-0417' }) } }),
          decide({ kind: 'forbidden' }),
          decide({ kind: 'rejected', status: 418, title: "I'm a teapot" }),
        ],
      }),
    }),
  'outbox-closed': operator =>
    show(operator, {
      search: { ...INITIAL_STATE.search, lists: [list(), list({ id: '2', row: 2 })] },
      outbox: outbox({ blockedLists: ['1'], attention: [decide({ kind: 'list-closed' })], waiting: [here()] }),
    }),
  'outbox-parked': operator =>
    show(operator, {
      outbox: outbox({ quarantined: [{ id: 'x', why: 'newer', raw: '{"v":9}' }] }),
      parked: [
        parked('unasked', '5901234123457'),
        parked('known', '8000000005557'),
        parked('unknown', 'Item-NOU-8800'),
      ],
    }),
  'outbox-sent': operator =>
    show(operator, {
      outbox: outbox({
        done: [here({ fate: done(row(), TODAY + 4) }), here({ request: { mode: 'new' }, fate: done(null, TODAY + 5) })],
        superseded: [here({ fate: { kind: 'superseded', by: 'later', at: TODAY + 3 } })],
        discarded: [
          here({ fate: discarded({ kind: 'withdrawn', reason: '', by: 'ana', at: TODAY + 2 }) }),
          here({ fate: discarded({ reason: 'raft golit', by: 'Elena Radu', at: TODAY + 1 }) }),
        ],
      }),
    }),
  'log-out': async (operator, n) => {
    await countWithoutHost(operator, n);
    await operator.page.evaluate(() =>
      document.querySelector<HTMLElement & { logOut(): void }>('wms-inventar')?.logOut(),
    );
    await operator.page.locator('dialog[open] .keep').waitFor();
  },
};
