import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import type { RecordedCount } from '../../src/domain/count-request.ts';
import {
  type CountRow,
  type InventoryList,
  type ListProgress,
  type Operator,
  isClosed,
} from '../../src/domain/inventory.ts';
import type { CountRequestBody, UndoRequestBody } from '../../src/services/rest/contract.ts';
import type { Database, Transaction } from './database/database.ts';
import { codeOf } from './database/failures.ts';
import { type Resting, countLedger, inventoryList } from './database/schema.ts';
import { toId } from './ids.ts';
import { checkVisible, lockList, progressColumns } from './lists.ts';
import { Problem } from './problems.ts';
import { getRow } from './rows.ts';

/** One request that changes a list's rows. */
export interface Asked<Body extends CountRequestBody | UndoRequestBody> {
  readonly operator: Operator;
  readonly listId: string;
  /** The idempotency key; `null` on a host that keeps none. */
  readonly key: string | null;
  readonly body: Body;
  readonly now: Date;
  /** How long a request waits for another one with its key before it is told to come again. */
  readonly keyWaitMs: number;
}

/** What was done: which row changed, what it held before, the ledger entry this took back, how far the list is now. */
export interface Applied {
  readonly rowId: number;
  readonly progress: ListProgress;
  readonly before: Resting;
  readonly undoes: number | null;
}

const NOT_COUNTED: Resting = {
  quantity: null,
  alternativeUnit: null,
  alternativeQuantity: null,
  operator: null,
  countedAt: null,
};

export function restingOf(row: CountRow | null): Resting {
  if (row === null) return NOT_COUNTED;
  const { quantity, alternativeUnit, alternativeQuantity, operator, countedAt } = row;
  return {
    quantity,
    alternativeUnit: alternativeUnit?.code ?? null,
    alternativeQuantity,
    operator: operator?.userName ?? null,
    countedAt,
  };
}

/**
 * Applies a request once and enters it in the ledger, in one transaction. The same request under the same key is
 * answered as the first was; another one under that key is refused.
 */
export async function applyOnce<Body extends CountRequestBody | UndoRequestBody>(
  db: Database,
  asked: Asked<Body>,
  apply: (tx: Transaction, list: InventoryList) => Promise<Applied>,
): Promise<{ recorded: RecordedCount; replayed: boolean }> {
  const { operator, listId, key, body, now } = asked;
  const id = toId(listId, 'unknown-list');
  const requestHash = createHash('sha256')
    .update(JSON.stringify([listId, body]))
    .digest('hex');
  return db.transaction(async tx => {
    if (key !== null) await claim(tx, operator, key, asked.keyWaitMs);
    const locked = await lockList(tx, id);
    const before = key === null ? null : await replay(tx, operator, key, requestHash);
    if (before !== null) return { recorded: before, replayed: true };
    const list = checkVisible(locked, operator);
    if (isClosed(list)) throw new Problem('list-closed');

    const { progress, ...applied } = await apply(tx, list);
    const row = await getRow(tx, applied.rowId);
    if (row === null) throw new Error('The row just written is not there');
    const recorded = { row, progress };
    await tx.insert(countLedger).values({
      ...applied,
      userName: operator.userName,
      key,
      listId: id,
      request: body,
      requestHash,
      response: recorded,
      recordedAt: now,
    });
    return { recorded, replayed: false };
  });
}

/** PostgreSQL's code for a lock that could not be had in time. */
const LOCK_NOT_AVAILABLE = '55P03';

/** Until the transaction's end the key is this request's; a repetition that comes meanwhile waits a while for it. */
async function claim(tx: Transaction, { userName }: Operator, key: string, waitMs: number): Promise<void> {
  const lock = sql`hashtextextended(${`${userName} ${key}`}, 0)`;
  const [tried] = await tx
    .select({ claimed: sql<boolean>`pg_try_advisory_xact_lock(${lock})` })
    .from(sql`(values (1)) one`);
  if (tried?.claimed === true) return;
  try {
    await tx.execute(sql`select set_config('lock_timeout', ${`${waitMs}ms`}, true)`);
    await tx.execute(sql`select pg_advisory_xact_lock(${lock})`);
    await tx.execute(sql`select set_config('lock_timeout', '0', true)`);
  } catch (error) {
    if (codeOf(error) === LOCK_NOT_AVAILABLE) throw new Problem('key-in-progress', { retryAfterSeconds: 1 });
    throw error;
  }
}

async function replay(tx: Transaction, operator: Operator, key: string, hash: string): Promise<RecordedCount | null> {
  const [entry] = await tx
    .select()
    .from(countLedger)
    .where(and(eq(countLedger.userName, operator.userName), eq(countLedger.key, key)));
  if (entry === undefined) return null;
  if (entry.requestHash !== hash) throw new Problem('key-reused');
  return asTold(entry.response);
}

/** An answer of before versions were text is given again in today's shape. */
function asTold({ row, progress }: RecordedCount): RecordedCount {
  return { row: { ...row, version: String(row.version) }, progress };
}

/** What a change does to the sums of its list. */
export interface Step {
  readonly rows: 0 | 1;
  readonly counted: -1 | 0 | 1;
}

/** The list's next count of recordings, its last row number, the next one where a row is to be written, and its sums. */
export async function nextRecording(
  tx: Transaction,
  listId: number,
  { rows, counted }: Step,
): Promise<{ recording: number; rowNumber: number; progress: ListProgress }> {
  const [list] = await tx
    .update(inventoryList)
    .set({
      lastRecording: sql`${inventoryList.lastRecording} + 1`,
      lastRowNumber: sql`${inventoryList.lastRowNumber} + ${rows}`,
      rows: sql`${inventoryList.rows} + ${rows}`,
      counted: sql`${inventoryList.counted} + ${counted}`,
    })
    .where(eq(inventoryList.id, listId))
    .returning({
      rowNumber: inventoryList.lastRowNumber,
      recording: inventoryList.lastRecording,
      ...progressColumns,
    });
  if (list === undefined) throw new Problem('unknown-list');
  const { rowNumber, recording, ...progress } = list;
  return { rowNumber, recording, progress };
}

/** Forgets every key, as a host does whose key store was lost: what was applied stays, a repetition is a new request. */
export async function wipeKeys(db: Database): Promise<void> {
  await db.update(countLedger).set({ key: null }).where(isNotNull(countLedger.key));
}
