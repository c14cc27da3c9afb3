import { identityKey } from '../../src/domain/count-identity.ts';
import type { CountRequest, RecordedCount, UndoRequest } from '../../src/domain/count-request.ts';
import type { CountIdentity } from '../../src/domain/count-identity.ts';
import type { CountRow } from '../../src/domain/inventory.ts';
import { recordCount } from '../../src/domain/record-count.ts';
import { quantitiesOf } from '../../src/domain/record-count.ts';
import { ChangedMeanwhileError, RowExistsError, UnreachableError } from '../../src/services/errors.ts';
import type { HostCapabilities } from '../../src/services/inventory-gateway.ts';
import { FakeGateway } from './fake-gateway.ts';
import { item, row } from './fixtures.ts';

/** A host in memory that really counts: keys, versions, Add and Replace. `down`: nothing gets through. */
export class CountingGateway extends FakeGateway {
  down = false;
  readonly held = new Map<string, CountRow>();
  override settings = {
    ...new FakeGateway().settings,
    capabilities: { idempotencyKeys: true, versions: true } as HostCapabilities,
  };
  private readonly answered = new Map<string, RecordedCount>();

  /** Every call, answered or not, goes through here. */
  protected override async answer<T>(name: Parameters<FakeGateway['answer']>[0], value: () => T): Promise<T> {
    if (this.down) throw new UnreachableError('down');
    return super.answer(name, value);
  }

  override rows() {
    return this.answer('rows', () => ({ items: [...this.held.values()].reverse(), next: null }));
  }

  override row(_: string, identity?: CountIdentity): Promise<CountRow | null> {
    return this.answer('row', () => (identity === undefined ? null : (this.held.get(identityKey(identity)) ?? null)));
  }

  /** A colleague's count. */
  put(identity: CountIdentity, quantity: string): CountRow {
    const before = this.held.get(identityKey(identity));
    const after = row({
      ...identity,
      id: before?.id ?? `h${this.held.size + 1}`,
      rowNumber: before?.rowNumber ?? this.held.size + 1,
      quantity,
      operator: { userName: 'mihai', name: 'Mihai Ionescu' },
      version: String(Number(before?.version ?? 0) + 1),
    });
    this.held.set(identityKey(identity), after);
    return after;
  }

  override recordCount(listId: string, request: CountRequest, userName = 'ana'): Promise<RecordedCount> {
    return this.answer('recordCount', () => {
      this.recorded.push(request);
      const known = this.answered.get(request.key);
      if (known !== undefined) return known;
      const before = this.held.get(identityKey(request.identity)) ?? null;
      if (request.mode === 'new' && before !== null) throw new RowExistsError(before);
      if (request.mode !== 'new' && before?.version !== request.baseVersion) throw new ChangedMeanwhileError(before);
      const of = this.foundItems.find(each => each.item.code === request.identity.itemCode)?.item ?? item();
      const after = recordCount(of, quantitiesOf(before), request.entry, request.mode);
      const counted: CountRow = {
        ...this.put(request.identity, after.quantity),
        listId,
        operator: { userName, name: userName === 'ana' ? 'Ana Pop' : userName },
      };
      this.held.set(identityKey(request.identity), counted);
      const recorded = { row: counted, progress: { rows: 10, expected: 10, counted: this.held.size } };
      this.answered.set(request.key, recorded);
      return recorded;
    });
  }

  override undoCount(_: string, request: UndoRequest): Promise<RecordedCount> {
    const { undoes } = request;
    this.undone.push(request);
    return this.answer('undoCount', () => {
      const undone = this.answered.get(undoes);
      if (undone === undefined) throw new ChangedMeanwhileError(null);
      this.held.delete(identityKey(undone.row));
      return { row: { ...undone.row, quantity: null }, progress: { rows: 10, expected: 10, counted: this.held.size } };
    });
  }
}
