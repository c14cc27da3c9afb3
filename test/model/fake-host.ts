import { identityKey } from '../../src/domain/count-identity.ts';
import type { CountIdentity } from '../../src/domain/count-identity.ts';
import type { CountRequest, RecordedCount } from '../../src/domain/count-request.ts';
import type { CountRow } from '../../src/domain/inventory.ts';
import type { HistoryEntry, RowHistory } from '../../src/domain/row-history.ts';
import { recordCount } from '../../src/domain/record-count.ts';
import { ChangedMeanwhileError, ListClosedError, RefusedError, RowExistsError } from '../../src/services/errors.ts';
import type { HostCapabilities } from '../../src/services/inventory-gateway.ts';
import { quantitiesOf } from '../../src/domain/record-count.ts';
import { sameQuantities } from '../../src/domain/same-quantities.ts';
import { item, row } from '../support/fixtures.ts';

/** One applied count: what really happened, whatever anybody was told. */
export interface Effect {
  readonly key: string;
  readonly lane: string;
  readonly userName: string;
}

interface Backup {
  readonly rows: readonly (readonly [string, CountRow])[];
  readonly history: readonly (HistoryEntry & { readonly rowId: string })[];
  readonly effects: readonly Effect[];
  readonly replies: readonly (readonly [string, { readonly body: string; readonly reply: RecordedCount }])[];
}

const NOTHING: Backup = { rows: [], history: [], effects: [], replies: [] };

function nextOf(row: CountRow | null): string {
  return String(Number(/\d+/.exec(String(row?.version ?? 0))?.[0]) + 1);
}

/** The rules of the REST contract in memory. Without versions it is blind: it does what it is told to any row. */
export class FakeHost {
  can: HostCapabilities;
  readonly effects: Effect[] = [];
  readonly closed = new Set<string>();
  /** How often its data base became another one. */
  restored = 0;
  private backup = NOTHING;
  private history: (HistoryEntry & { readonly rowId: string })[] = [];
  private rows = new Map<string, CountRow>();
  private replies = new Map<string, { readonly body: string; readonly reply: RecordedCount }>();

  constructor(can: HostCapabilities) {
    this.can = can;
  }

  row(listId: string, identity: CountIdentity): CountRow | null {
    return this.rows.get(laneName(listId, identity)) ?? null;
  }

  record(listId: string, request: CountRequest, userName: string): RecordedCount {
    const body = JSON.stringify([listId, request]);
    const before = this.can.idempotencyKeys ? this.replies.get(request.key) : undefined;
    if (before !== undefined) {
      if (before.body !== body) throw new RefusedError('key-reused');
      return before.reply;
    }
    if (this.closed.has(listId)) throw new ListClosedError();
    const existing = this.row(listId, request.identity);
    this.checkVersion(request, existing);
    if (this.can.baseQuantities === true && request.baseQuantities !== undefined) {
      const isAsDecided = sameQuantities(quantitiesOf(existing), request.baseQuantities);
      if (!isAsDecided) throw new ChangedMeanwhileError(existing);
    }
    const reply = {
      row: this.write(listId, request, existing, userName),
      progress: { rows: 1, expected: 0, counted: 1 },
    };
    this.history.push({
      id: String(this.history.length),
      key: null,
      mode: request.mode,
      operator: { userName, name: userName },
      recordedAt: '2026-11-22T08:32:00Z',
      confirmedAt: request.confirmedAt ?? null,
      device: request.device ?? null,
      barcode: null,
      entered: request.entry,
      result: { quantity: reply.row.quantity, alternativeUnit: null, alternativeQuantity: null },
      version: reply.row.version,
      undoes: null,
      undoneBy: null,
      rowId: reply.row.id,
    });
    this.effects.push({ key: request.key, lane: laneName(listId, request.identity), userName });
    this.replies.set(request.key, { body, reply });
    return reply;
  }

  historyOf(rowId: string): RowHistory {
    return { entries: this.history.filter(each => each.rowId === rowId).reverse(), more: false };
  }

  private checkVersion({ mode, baseVersion }: CountRequest, existing: CountRow | null): void {
    if (!this.can.versions) return;
    if (mode === 'new' && existing?.quantity != null) throw new RowExistsError(existing);
    if (mode === 'new') return;
    if (existing === null || existing.version !== baseVersion) throw new ChangedMeanwhileError(existing);
  }

  private write(
    listId: string,
    { identity, entry, mode }: Pick<CountRequest, 'identity' | 'entry' | 'mode'>,
    existing: CountRow | null,
    userName: string,
  ): CountRow {
    const { quantity } = recordCount(item(), quantitiesOf(existing), entry, mode);
    const written = row({
      ...identity,
      id: laneName(listId, identity),
      listId,
      quantity,
      operator: { userName, name: userName },
      version: this.can.versions === 'ascending' ? nextOf(existing) : `v${nextOf(existing)}`,
    });
    this.rows.set(laneName(listId, identity), written);
    return written;
  }

  /** Another operator counts the row. */
  changeByColleague(listId: string, identity: CountIdentity, quantity: string): void {
    const entry = { quantity, unit: 'buc' };
    this.write(listId, { identity, entry, mode: 'replace' }, this.row(listId, identity), 'colleague');
  }

  backUp(): void {
    this.backup = {
      rows: [...this.rows],
      history: [...this.history],
      effects: [...this.effects],
      replies: [...this.replies],
    };
  }

  /** What came after the backup is gone, and so is what is on its way. */
  restore(): void {
    const { rows, history, effects, replies } = this.backup;
    this.rows = new Map(rows);
    this.history = [...history];
    this.effects.splice(0, Infinity, ...effects);
    this.replies = new Map(replies);
    this.restored++;
    if (this.can.epoch !== undefined) this.can = { ...this.can, epoch: `after ${this.restored}` };
  }

  /** An empty one answers at its address, which keeps no keys where versions do without. */
  becomeAnother(): void {
    this.backup = NOTHING;
    this.restore();
    if (this.can.versions) this.can = { ...this.can, idempotencyKeys: false };
  }

  /** The server starts again and has forgotten the keys it knew. */
  wipeKeys(): void {
    this.replies = new Map();
  }
}

export function laneName(listId: string, identity: CountIdentity): string {
  return `${listId} ${identityKey(identity)}`;
}
