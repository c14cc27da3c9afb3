import { VirtualizerController } from '@tanstack/lit-virtual';
import type { ReactiveElement } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

/** So many more on both sides of those in sight: what is scrolled to, or reached by Tab, is there. */
const AROUND = 8;

type Entries<Entry> = Pick<readonly Entry[], 'length' | 'at'>;

/**
 * Shows a list of thousands, whose entries are all of one height, with only those in sight in the document. It scrolls in
 * the element's `.scroll`, which takes the focus, so that the keys of the browser scroll it.
 */
export class LongList<Entry> {
  private entries: Entries<Entry> = [];
  private height = 0;
  private readonly host: ReactiveElement;
  private readonly virtual: VirtualizerController<HTMLElement, HTMLElement>;

  constructor(host: ReactiveElement) {
    this.host = host;
    this.virtual = new VirtualizerController<HTMLElement, HTMLElement>(host, {
      count: 0,
      getScrollElement: () => this.scroller,
      estimateSize: () => this.height,
      overscan: AROUND,
    });
  }

  /** The index of the last entry in the document. */
  get last(): number | undefined {
    return this.virtual.getVirtualizer().getVirtualItems().at(-1)?.index;
  }

  /** Before each render: what is in the list, and how high an entry is, in CSS pixels. */
  show(entries: Entries<Entry>, height: number): void {
    const virtualizer = this.virtual.getVirtualizer();
    const isHigher = this.height !== height;
    this.entries = entries;
    this.height = height;
    virtualizer.setOptions({ ...virtualizer.options, count: entries.length });
    if (isHigher) virtualizer.measure();
  }

  toTop(): void {
    this.scroller?.scrollTo({ top: 0 });
  }

  /** The entries to be rendered; `above` and `below`: how much room the others take, in CSS pixels. */
  render(keyOf: (entry: Entry) => unknown, content: (entry: Entry, index: number) => unknown) {
    const virtualizer = this.virtual.getVirtualizer();
    const items = virtualizer.getVirtualItems();
    const shown = items.flatMap(({ index }) => {
      const entry = this.entries.at(index);
      return entry === undefined ? [] : [{ entry, index }];
    });
    return {
      above: items[0]?.start ?? 0,
      below: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0),
      shown: repeat(
        shown,
        ({ entry }) => keyOf(entry),
        ({ entry, index }) => content(entry, index),
      ),
    };
  }

  private get scroller(): HTMLElement | null {
    return this.host.renderRoot.querySelector('.scroll');
  }
}
