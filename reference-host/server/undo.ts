import { and, eq, sql } from 'drizzle-orm';
import type { RecordedCount } from '../../src/domain/count-request.ts';
import { isSameVersion } from '../../src/domain/inventory.ts';
import type { UndoRequestBody } from '../../src/services/rest/contract.ts';
import type { Database, Transaction } from './database/database.ts';
import { countLedger, countRow } from './database/schema.ts';
import { type Applied, type Asked, applyOnce, nextRecording, restingOf } from './ledger.ts';
import { Problem } from './problems.ts';
import { getRow } from './rows.ts';

/**
 * Takes an operator's own last count of a row back by an entry of its own: the row holds again what it held before, in
 * a new version; what was entered stays in the ledger. A row the count had created stays too, not counted, with its
 * number. What changed since is not touched.
 */
export async function undo(
  db: Database,
  asked: Asked<UndoRequestBody>,
): Promise<{ recorded: RecordedCount; replayed: boolean }> {
  return applyOnce(db, asked, (tx, list) => takeBack(tx, Number(list.id), asked));
}

async function takeBack(tx: Transaction, listId: number, asked: Asked<UndoRequestBody>): Promise<Applied> {
  const { undoes, baseVersion } = asked.body;
  const [entry] = await tx
    .select()
    .from(countLedger)
    .where(
      and(
        eq(countLedger.userName, asked.operator.userName),
        eq(countLedger.key, undoes),
        eq(countLedger.listId, listId),
      ),
    );
  // An undo is not undone: the count is entered again. Of entries older than undo nobody knows what was there before.
  if (entry === undefined || entry.undoes !== null || entry.before === null) throw new Problem('nothing-to-undo');
  const row = await getRow(tx, entry.rowId);
  if (row === null) throw new Problem('nothing-to-undo');
  const [undone] = await tx.select({ id: countLedger.id }).from(countLedger).where(eq(countLedger.undoes, entry.id));
  if (undone !== undefined) throw new Problem('already-undone', { row });
  const { version } = entry.response.row;
  if (!isSameVersion(row.version, version) || !isSameVersion(baseVersion, version))
    throw new Problem('changed-meanwhile', { row });

  const { countedAt, ...held } = entry.before;
  // What is undone was a count, so that its row is counted until now.
  const { recording, progress } = await nextRecording(tx, listId, {
    rows: 0,
    counted: held.quantity === null ? -1 : 0,
  });
  await tx
    .update(countRow)
    .set({
      ...held,
      countedAt: countedAt === null ? null : new Date(countedAt),
      // A row that is not counted stands among the expected ones, in their order.
      recording: held.quantity === null ? 0 : recording,
      version: sql`${countRow.version} + 1`,
    })
    .where(eq(countRow.id, entry.rowId));
  return { rowId: entry.rowId, progress, before: restingOf(row), undoes: entry.id };
}
