/** Runs in the page: a host of its own with a list of many rows, and a counter without hands. `page-script.ts` builds it. */
import { Subject } from 'rxjs';
import type { CountRow } from '../../src/domain/inventory.ts';
import type { RowQuery } from '../../src/domain/row-query.ts';
import { FakeGateway } from '../../test/support/fake-gateway.ts';
import { item, location, row } from '../../test/support/fixtures.ts';

declare global {
  interface Window {
    /** Opens the list; resolves once its first rows are shown. */
    openList: (rows: number, outbox: 'on' | 'off') => Promise<void>;
    /** Scrolls down until all rows are loaded; milliseconds from asking for each page until it is drawn. */
    loadAll: () => Promise<number[]>;
    /** Counts an item; milliseconds from Confirm until its row is drawn on top. */
    countOne: () => Promise<number>;
    /** The same for a search that finds one row. */
    searchOne: () => Promise<number>;
  }
}

const PAGE = 200;
/** Counted rows: as the host numbers them, newest first. */
const rowAt = (n: number, of: number): CountRow =>
  row({ id: String(of - n), rowNumber: of - n, itemCode: `OLD-${of - n}`, location: `A-${n % 500}`, quantity: '1' });

class LongGateway extends FakeGateway {
  private readonly count: number;
  constructor(count: number) {
    super();
    this.count = count;
    this.foundLocations = [location()];
  }
  override rows(_: string, { text, order }: RowQuery, cursor: string | null = null) {
    const from = Number(cursor ?? 0);
    // The copy for working offline, which asks by location, is not what is measured.
    const all = text === undefined && order === 'newest' ? this.count : 1;
    const items = Array.from({ length: Math.min(PAGE, all - from) }, (__, n) => rowAt(from + n, this.count));
    return this.answer('rows', () => ({ items, next: from + PAGE < all ? String(from + PAGE) : null }));
  }
  override items({ code }: { code?: string }) {
    const matches = code?.startsWith('NEW') !== true ? [] : [{ item: item({ code }), variant: null }];
    return this.answer('items', () => ({ matches, more: false }));
  }
}

const scans = new Subject<string>();
let counted = 0;

window.openList = async (rows, outbox) => {
  await customElements.whenDefined('wms-inventar');
  const element = Object.assign(document.createElement('wms-inventar'), {
    gateway: new LongGateway(rows),
    scans,
  });
  element.setAttribute('list-id', '1');
  element.setAttribute('outbox', outbox);
  element.setAttribute('keyboard-wedge', 'off');
  document.body.append(element);
  await until(() => find('#barcode') !== null);
  find('.toggle')?.click();
  await until(() => find('.row .item') !== null);
};

window.loadAll = async () => {
  const times: number[] = [];
  const scroller = find('.scroll');
  for (;;) {
    const before = scroller?.scrollHeight ?? 0;
    const start = performance.now();
    if (scroller !== null) scroller.scrollTop = before;
    const isLast = () => firstRow('tbody tr.row:last-of-type .nr') === '1';
    await drawn(() => isLast() || (scroller?.scrollHeight ?? 0) > before);
    const isDone = isLast();
    times.push(performance.now() - start);
    if (isDone) break;
  }
  if (scroller !== null) scroller.scrollTop = 0;
  await until(() => find('tr[aria-rowindex="2"]') !== null);
  return times;
};

window.countOne = async () => {
  const code = `NEW${++counted}`;
  if (counted === 1) scans.next('A-01-02');
  scans.next(`Item-MOB-${code}`);
  await until(() => find('#quantity') instanceof HTMLInputElement);
  const quantity = find('#quantity');
  if (quantity instanceof HTMLInputElement) quantity.value = '7';
  quantity?.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await new Promise(requestAnimationFrame);
  const start = performance.now();
  find('#confirm')?.click();
  await drawn(() => firstRow('tr[aria-rowindex="2"] .item').includes(code));
  const took = performance.now() - start;
  await until(() => find('#quantity') === null);
  return took;
};

window.searchOne = async () => {
  const field = find('[name=text]');
  const start = performance.now();
  const search = (text: string) => {
    if (field instanceof HTMLInputElement) field.value = text;
    field?.dispatchEvent(new Event('change', { bubbles: true }));
  };
  search('OLD');
  await drawn(() => find('tr[aria-rowindex="3"]') === null);
  const took = performance.now() - start;
  search('');
  await until(() => find('tr[aria-rowindex="3"]') !== null);
  return took;
};

const firstRow = (selector: string): string => find(selector)?.textContent ?? '';

/** In the shadow of others too. */
function find(selector: string, root: Document | ShadowRoot = document): HTMLElement | null {
  const found = root.querySelector<HTMLElement>(selector);
  if (found !== null) return found;
  for (const element of root.querySelectorAll('*')) {
    const deeper = element.shadowRoot === null ? null : find(selector, element.shadowRoot);
    if (deeper !== null) return deeper;
  }
  return null;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(requestAnimationFrame);
}

/** At once when the table has changed so that it holds: frames would hide what takes less than one. */
function drawn(holds: () => boolean): Promise<void> {
  const table = find('wms-inventar-rows')?.shadowRoot ?? document;
  return new Promise(resolve => {
    const observer = new MutationObserver(() => {
      if (!holds()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(table, { subtree: true, childList: true, characterData: true, attributes: true });
    if (holds()) {
      observer.disconnect();
      resolve();
    }
  });
}
