import { and, eq, sql } from 'drizzle-orm';
import type { RecordedCount } from '../../src/domain/count-request.ts';
import { type CountRow, isSameVersion } from '../../src/domain/inventory.ts';
import { quantitiesOf, recordCount, type RowQuantities } from '../../src/domain/record-count.ts';
import { sameQuantities } from '../../src/domain/same-quantities.ts';
import { fold } from '../../src/domain/text.ts';
import type { CountRequestBody } from '../../src/services/rest/contract.ts';
import type { Database, Transaction } from './database/database.ts';
import { bookStock, countRow } from './database/schema.ts';
import { type Applied, type Asked, applyOnce, nextRecording, restingOf } from './ledger.ts';
import { Problem } from './problems.ts';
import { findRow } from './rows.ts';
import { checkElsewhere } from './serials.ts';
import { type CountPolicies, type Subject, checkQuantity, findSubject } from './subject.ts';

export interface RecordOptions {
  readonly policies: CountPolicies;
  /** Without versions a host is blind: Add sums and Replace overwrites onto whatever is there, `new` sets. */
  readonly versions: boolean;
  /** What the row held, where a count names it, has to be what it holds: a version may have been given out twice. */
  readonly baseQuantities: boolean;
  /** A serial number in a second place of the inventory is refused, unless that is acknowledged. */
  readonly serials: boolean;
}

/**
 * Records one count, in one transaction under the list's row lock: first the key, then whether the list is open, then
 * the version and the quantities the count was decided on, then the count itself. The lock makes row numbers gapless and sums exact,
 * whatever comes at once.
 */
export async function record(
  db: Database,
  asked: Asked<CountRequestBody>,
  { policies, versions, baseQuantities, serials }: RecordOptions,
): Promise<{ recorded: RecordedCount; replayed: boolean }> {
  const { body } = asked;
  return applyOnce(db, asked, async (tx, list) => {
    const existing = await findRow(tx, list.id, body.identity);
    if (versions) checkVersion(body, existing);
    if (baseQuantities) checkBase(body, existing);
    const subject = await findSubject(tx, body.identity, list.warehouse.code, policies);
    checkQuantity(subject.item, body, existing);
    if (serials) await checkElsewhere(tx, list, subject, body, existing);
    const quantities = recordCount(subject.item, quantitiesOf(existing), body, body.mode);
    return write(tx, Number(list.id), existing, subject, quantities, asked);
  });
}

/** A count is decided on what its operator saw: nothing, an expected row, or a counted one in a certain version. */
function checkVersion({ mode, baseVersion }: CountRequestBody, existing: CountRow | null): void {
  if (mode === 'new') {
    if (existing !== null && existing.quantity !== null) throw new Problem('row-exists', { row: existing });
    if (baseVersion !== null && !isSameVersion(existing?.version ?? null, baseVersion))
      throw new Problem('changed-meanwhile', { row: existing });
    return;
  }
  if (existing === null || !isSameVersion(existing.version, baseVersion))
    throw new Problem('changed-meanwhile', { row: existing });
}

function checkBase({ baseQuantities }: CountRequestBody, existing: CountRow | null): void {
  if (baseQuantities !== undefined && !sameQuantities(quantitiesOf(existing), baseQuantities))
    throw new Problem('changed-meanwhile', { row: existing });
}

/** Writes the row; a new one takes the list's next number. */
async function write(
  tx: Transaction,
  listId: number,
  existing: CountRow | null,
  { item: _, ...subject }: Subject,
  quantities: RowQuantities,
  { operator, body, now }: Asked<CountRequestBody>,
): Promise<Applied> {
  const { recording, rowNumber, progress } = await nextRecording(tx, listId, {
    rows: existing === null ? 1 : 0,
    counted: existing === null || existing.quantity === null ? 1 : 0,
  });
  const counted = { ...quantities, countedAt: now, operator: operator.userName, recording };
  if (existing !== null) {
    const rowId = Number(existing.id);
    await tx
      .update(countRow)
      .set({ ...counted, version: sql`${countRow.version} + 1` })
      .where(eq(countRow.id, rowId));
    return { rowId, progress, before: restingOf(existing), undoes: null };
  }
  const [created] = await tx
    .insert(countRow)
    .values({
      ...subject,
      foldedSerial: subject.serial && fold(subject.serial),
      ...counted,
      listId,
      rowNumber,
      insertedAt: now,
      bookStock: await bookQuantity(tx, subject),
    })
    .returning({ id: countRow.id });
  if (created === undefined) throw new Error(`The row for ${body.identity.itemCode} was not written`);
  return { rowId: created.id, progress, before: restingOf(null), undoes: null };
}

async function bookQuantity(tx: Transaction, subject: Omit<Subject, 'item'>): Promise<string> {
  const same = (column: typeof bookStock.variantId | typeof bookStock.lotId, id: number | null) =>
    sql`${column} is not distinct from ${id}`;
  const [found] = await tx
    .select({ quantity: bookStock.quantity })
    .from(bookStock)
    .where(
      and(
        eq(bookStock.itemId, subject.itemId),
        eq(bookStock.locationId, subject.locationId),
        same(bookStock.variantId, subject.variantId),
        same(bookStock.lotId, subject.lotId),
        eq(bookStock.dimensions, subject.dimensions),
      ),
    );
  return found?.quantity ?? '0';
}
