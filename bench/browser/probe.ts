/** Runs in the page before all else: notes when what an operator waits for is there. `page-script.ts` builds it. */

/** Times are milliseconds since the page started, lengths are milliseconds. */
export interface Marks {
  /** The barcode field has the focus; the outbox says how much waits. */
  formAt: number | null;
  outboxAt: number | null;
  /** From the last key of a scan, as the page got it, until its item stands in the form. */
  readonly items: number[];
  readonly confirms: Confirmed[];
  /** Strict transactions of the outbox that write. */
  readonly transactions: Span[];
  /** What held up the page for 50 ms and more. */
  readonly longTasks: Span[];
}

export interface Span {
  readonly start: number;
  readonly ms: number;
}

/** From the time stamp of the key that confirms. */
export interface Confirmed {
  readonly start: number;
  /** Until the document says "saved on this device" of this count and the form is empty for the next one. */
  readonly savedMs: number;
  /** Until the first frame that shows it has been handed to the screen. */
  paintedMs: number | null;
}

declare global {
  interface Window {
    marks: Marks;
    /** Opens the outbox's screen from its badge; how long until counts are shown in it. */
    openOutbox: () => Promise<number>;
  }
}

const marks: Marks = { formAt: null, outboxAt: null, items: [], confirms: [], transactions: [], longTasks: [] };
window.marks = marks;

/** The last key of a scan, until its item is shown; the key that confirms and what was said before, until it is saved. */
let scanned: number | null = null;
let pressed: { readonly start: number; readonly before: string } | null = null;

addEventListener(
  'keydown',
  ({ key, timeStamp }) => {
    if (key === 'Enter') scanned = performance.now();
    if (key === 'F8') pressed = { start: timeStamp, before: lastCounted() };
  },
  true,
);

let form: ShadowRoot | null = null;
const look = () => {
  form ??= find(document, 'wms-inventar-scan-form')?.shadowRoot ?? null;
  const badge = find(document, 'wms-inventar-outbox-badge')?.shadowRoot?.querySelector('button') ?? null;
  if (badge !== null) marks.outboxAt ??= performance.now();
  if (form?.activeElement?.id === 'barcode') {
    marks.formAt ??= performance.now();
    if (badge !== null) {
      new MutationObserver(noteShown).observe(form, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      return;
    }
  }
  requestAnimationFrame(look);
};
requestAnimationFrame(look);

function noteShown(): void {
  const isAsked = form?.querySelector('#quantity') != null;
  if (isAsked && scanned !== null) {
    marks.items.push(performance.now() - scanned);
    scanned = null;
  }
  const last = form?.querySelector<HTMLElement>('.last');
  if (pressed === null || isAsked || last?.dataset['at'] !== 'device' || lastCounted() === pressed.before) return;
  const { start } = pressed;
  const confirmed: Confirmed = { start, savedMs: performance.now() - start, paintedMs: null };
  pressed = null;
  marks.confirms.push(confirmed);
  // A frame is made after its callbacks; what is posted in one comes after it.
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => (confirmed.paintedMs = performance.now() - start);
    port1.postMessage(null);
  });
}

window.openOutbox = () =>
  new Promise(resolve => {
    const start = performance.now();
    find(document, 'wms-inventar-outbox-badge')?.shadowRoot?.querySelector('button')?.click();
    const wait = () => {
      const entry = find(document, 'wms-inventar-outbox')?.shadowRoot?.querySelector('li') ?? null;
      if (entry === null) requestAnimationFrame(wait);
      else resolve(performance.now() - start);
    };
    requestAnimationFrame(wait);
  });

function lastCounted(): string {
  return form?.querySelector('.last bdi')?.parentElement?.textContent ?? '';
}

/** Elements stand in the shadow of others. */
function find(root: Document | ShadowRoot, tag: string): Element | null {
  const found = root.querySelector(tag);
  if (found !== null) return found;
  for (const element of root.querySelectorAll('*')) {
    const deeper = element.shadowRoot === null ? null : find(element.shadowRoot, tag);
    if (deeper !== null) return deeper;
  }
  return null;
}

const noted = (spans: Span[]) => (list: PerformanceObserverEntryList) => {
  for (const { startTime, duration } of list.getEntries()) spans.push({ start: startTime, ms: duration });
};
new PerformanceObserver(noted(marks.longTasks)).observe({ type: 'longtask', buffered: true });

// eslint-disable-next-line @typescript-eslint/unbound-method -- called with its data base below
const { transaction } = IDBDatabase.prototype;
IDBDatabase.prototype.transaction = function (stores, mode, options) {
  const start = performance.now();
  const tx = transaction.call(this, stores, mode, options);
  if (mode === 'readwrite' && options?.durability === 'strict' && [...tx.objectStoreNames].includes('records')) {
    tx.addEventListener('complete', () => marks.transactions.push({ start, ms: performance.now() - start }));
  }
  return tx;
};
