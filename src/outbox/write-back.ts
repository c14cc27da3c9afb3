import { type Ledger, rowsOf } from './ledger.ts';
import type { OutboxRecord } from './record.ts';
import { attemptsOf, isOpen, isUnsent } from './standing.ts';
import { readRow } from './stored-row.ts';

/** What makes a store that is another one know what this tab knows. */
export interface WriteBack {
  readonly put: readonly OutboxRecord[];
  readonly remove: readonly string[];
}

/**
 * What another tab has written there already stays, unless this one knows more of it. A count that was given another key
 * does not come back under the one before.
 */
export function planWriteBack(known: Iterable<OutboxRecord>, there: ReadonlyMap<string, OutboxRecord>): WriteBack {
  const all = [...known];
  const past = new Set([...all, ...there.values()].flatMap(({ previousIds }) => previousIds));
  const isNews = (record: OutboxRecord) => {
    const found = there.get(record.id);
    return !past.has(record.id) && (found === undefined || progressOf(record) > progressOf(found));
  };
  return {
    put: all.filter(isNews),
    remove: [...there.values()].filter(each => past.has(each.id) && isDecidedAnew(each)).map(({ id }) => id),
  };
}

/** Under its key before nothing more comes of it: it was never sent, or a person has given it another answer since. */
function isDecidedAnew(record: OutboxRecord): boolean {
  return isUnsent(record) || record.fate.kind === 'attention';
}

/** Of two words on one count, the one that has come further is the later one. */
function progressOf(record: OutboxRecord): number {
  return isOpen(record) ? attemptsOf(record) : Infinity;
}

/** The store was found to be another one: what is known here is written into it. */
export function moveIn(ledger: Ledger): Promise<void> {
  const { mirror, partition } = ledger;
  return ledger.adopt(async (tx, view) => {
    const rows = await tx.all();
    const there = new Map<string, OutboxRecord>();
    for (const row of rows) {
      const read = readRow(row, partition);
      if (read.ok) there.set(row.id, read.record);
    }
    const { put, remove } = planWriteBack(mirror.all(), there);
    for (const record of put) await view.put(record);
    for (const old of remove) await view.remove(old);
    for (const { id, raw } of mirror.quarantined.values()) {
      if (rows.every(row => row.id !== id)) await tx.put({ id, record: unreadOf(raw) });
    }
    // What is confirmed from now on comes after all that.
    await tx.putMeta('seq', Math.max(0, ...[...there.values(), ...put].map(({ seq }) => seq)));
    return rows;
  });
}

function unreadOf(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return raw;
  }
}

/** Takes over what a tab wrote and could not tell any more: what is open there and not here, or the other way round. */
export function syncWithStore(ledger: Ledger): Promise<void> {
  return ledger.take(async tx => {
    const open = new Set(await tx.openIds());
    const isElsewhere = ({ id, fate }: OutboxRecord) =>
      !open.delete(id) || fate.kind === 'attention' || fate.kind === 'sending';
    const here = [...ledger.mirror.open()].filter(isElsewhere).map(({ id }) => id);
    return rowsOf(tx, [...here, ...ledger.unknownOf(open)]);
  });
}
