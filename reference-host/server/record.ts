import { and, eq, sql } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import type { CountIdentity } from '../../src/domain/count-identity.ts';
import type { RecordedCount } from '../../src/domain/counting-state.ts';
import { type CountRow, type Item, type Operator, isClosed } from '../../src/domain/inventory.ts';
import { findUnit, isZero, parseQuantity } from '../../src/domain/quantity.ts';
import { type RowQuantities, recordCount } from '../../src/domain/record-count.ts';
import type { CountRequestBody } from '../../src/services/rest/contract.ts';
import type { Database, Transaction } from './database/open.ts';
import { bookStock, countLedger, countRow, inventoryList, item, location, lot } from './database/schema.ts';
import { toId } from './ids.ts';
import { getList, progressOf } from './lists.ts';
import { toItems, variantsOf } from './look-ups.ts';
import { Problem } from './problems.ts';
import { findRow, getRow } from './rows.ts';

export interface CountPolicies {
  readonly newLots: boolean;
}

/**
 * Records one count, in one transaction under the list's row lock: first the key (a repeated request is answered as
 * the first was, another one under its key refused), then whether the list is open, then the version the count was
 * decided on, then the count itself. The lock makes row numbers gapless and sums exact, whatever comes at once.
 */
export async function record(
  db: Database,
  operator: Operator,
  listId: string,
  key: string,
  body: CountRequestBody,
  policies: CountPolicies,
  now: Date,
): Promise<{ recorded: RecordedCount; replayed: boolean }> {
  const id = toId(listId, 'unknown-list');
  const requestHash = createHash('sha256')
    .update(JSON.stringify([listId, body]))
    .digest('hex');
  return db.transaction(async tx => {
    await tx.select({ id: inventoryList.id }).from(inventoryList).where(eq(inventoryList.id, id)).for('update');
    const before = await replay(tx, operator, key, requestHash);
    if (before !== null) return { recorded: before, replayed: true };
    const list = await getList(tx, operator, listId);
    if (isClosed(list)) throw new Problem('list-closed');

    const existing = await findRow(tx, listId, body.identity);
    checkVersion(body, existing);
    const subject = await findSubject(tx, body.identity, list.warehouse.code, policies);
    checkQuantity(subject.item, body, existing);
    const quantities = recordCount(subject.item, quantitiesOf(existing), body, body.mode);

    const rowId = await write(tx, id, existing, subject, quantities, body, operator, now);
    const row = await getRow(tx, rowId);
    const progress = (await progressOf(tx, [id])).get(id);
    if (row === null || progress === undefined) throw new Error('The row just written is not there');
    const recorded = { row, progress };
    await tx.insert(countLedger).values({
      userName: operator.userName,
      key,
      listId: id,
      rowId,
      request: body,
      requestHash,
      response: recorded,
      recordedAt: now,
    });
    return { recorded, replayed: false };
  });
}

async function replay(tx: Transaction, operator: Operator, key: string, hash: string): Promise<RecordedCount | null> {
  const [entry] = await tx
    .select()
    .from(countLedger)
    .where(and(eq(countLedger.userName, operator.userName), eq(countLedger.key, key)));
  if (entry === undefined) return null;
  if (entry.requestHash !== hash) throw new Problem('key-reused');
  return entry.response;
}

/** A count is decided on what its operator saw: nothing, an expected row, or a counted one in a certain version. */
function checkVersion({ mode, baseVersion }: CountRequestBody, existing: CountRow | null): void {
  if (mode === 'new') {
    if (existing !== null && existing.quantity !== null) throw new Problem('row-exists', { row: existing });
    if (baseVersion !== null && baseVersion !== existing?.version)
      throw new Problem('changed-meanwhile', { row: existing });
    return;
  }
  if (existing === null || existing.version !== baseVersion) throw new Problem('changed-meanwhile', { row: existing });
}

function quantitiesOf(row: CountRow | null): RowQuantities | null {
  if (row === null || row.quantity === null) return null;
  const { quantity, alternativeUnit, alternativeQuantity } = row;
  return { quantity, alternativeUnit: alternativeUnit?.code ?? null, alternativeQuantity };
}

/** What is counted and where, as ids. */
interface Subject {
  readonly item: Item;
  readonly itemId: number;
  readonly variantId: number | null;
  readonly lotId: number | null;
  readonly serial: string | null;
  readonly locationId: number;
}

async function findSubject(
  tx: Transaction,
  identity: CountIdentity,
  warehouse: string,
  policies: CountPolicies,
): Promise<Subject> {
  const [found] = await tx
    .select()
    .from(item)
    .where(and(eq(item.itemClass, identity.itemClass), eq(item.code, identity.itemCode)));
  const counted = found === undefined ? undefined : (await toItems(tx, [found])).get(found.id);
  if (found === undefined || counted === undefined) throw new Problem('unknown-item');
  if (counted.phantom) throw new Problem('phantom-item');
  if (counted.archived) throw new Problem('archived-item');
  if (counted.serialManaged && identity.serial === null) throw new Problem('serial-required');
  if (!counted.serialManaged && identity.serial !== null) throw new Problem('serial-not-managed');
  const locationId = await findLocationId(tx, identity, warehouse);
  const variantId = await findVariantId(tx, found.id, identity.variant);
  const lotId = await findLotId(tx, found.id, counted, identity.lot, policies);
  return { item: counted, itemId: found.id, variantId, lotId, serial: identity.serial, locationId };
}

async function findLocationId(tx: Transaction, identity: CountIdentity, warehouse: string): Promise<number> {
  const [found] = await tx
    .select()
    .from(location)
    .where(and(eq(location.warehouse, identity.warehouse), eq(location.code, identity.location)));
  if (found === undefined) throw new Problem('unknown-location');
  if (found.warehouse !== warehouse) throw new Problem('other-warehouse');
  if (!found.active || found.obsolete) throw new Problem('inactive-location');
  return found.id;
}

async function findVariantId(tx: Transaction, itemId: number, code: string | null): Promise<number | null> {
  const variants = (await variantsOf(tx, [itemId])).get(itemId) ?? [];
  if (variants.length === 0 && code === null) return null;
  const variant = variants.find(each => each.code === code);
  if (variant === undefined) throw new Problem(code === null ? 'variant-required' : 'unknown-item');
  return variant.id;
}

async function findLotId(
  tx: Transaction,
  itemId: number,
  { lotManaged }: Item,
  code: string | null,
  policies: CountPolicies,
): Promise<number | null> {
  if (code === null && !lotManaged) return null;
  if (code === null) throw new Problem('lot-required');
  if (!lotManaged) throw new Problem('lot-not-managed');
  const [found] = await tx
    .select({ id: lot.id })
    .from(lot)
    .where(and(eq(lot.itemId, itemId), eq(lot.code, code)));
  if (found !== undefined) return found.id;
  if (!policies.newLots) throw new Problem('unknown-lot');
  // Two lists may bring the same new lot at once; each holds only its own list's lock.
  const [created] = await tx
    .insert(lot)
    .values({ itemId, code, status: 'open', closed: false })
    .onConflictDoUpdate({ target: [lot.itemId, lot.code], set: { code } })
    .returning({ id: lot.id });
  if (created === undefined) throw new Error('The lot just written is not there');
  return created.id;
}

function checkQuantity(counted: Item, { quantity, unit, mode }: CountRequestBody, existing: CountRow | null): void {
  const entered = findUnit(counted, unit);
  if (entered === null) throw new Problem('unknown-unit');
  const parsed = parseQuantity(quantity, entered.decimals);
  if (!parsed.ok) {
    if (parsed.problem === 'negative') throw new Problem('negative-quantity');
    if (parsed.problem === 'too-many-decimals') throw new Problem('too-many-decimals');
    throw new Problem(parsed.problem === 'too-large' ? 'too-large-quantity' : 'bad-request');
  }
  if (!counted.serialManaged) return;
  if (!isZero(parsed.value) && Number(parsed.value) !== 1) throw new Problem('serial-quantity');
  if (mode === 'add') throw new Problem('serial-repeated', { row: existing });
}

/** Writes the row and gives its id; a new one takes the list's next number. */
async function write(
  tx: Transaction,
  listId: number,
  existing: CountRow | null,
  { item: _, ...subject }: Subject,
  quantities: RowQuantities,
  body: CountRequestBody,
  operator: Operator,
  now: Date,
): Promise<number> {
  const [list] = await tx
    .update(inventoryList)
    .set({
      lastRecording: sql`${inventoryList.lastRecording} + 1`,
      ...(existing === null && { lastRowNumber: sql`${inventoryList.lastRowNumber} + 1` }),
    })
    .where(eq(inventoryList.id, listId))
    .returning({ rowNumber: inventoryList.lastRowNumber, recording: inventoryList.lastRecording });
  if (list === undefined) throw new Problem('unknown-list');
  const counted = { ...quantities, countedAt: now, operator: operator.userName, recording: list.recording };
  if (existing !== null) {
    const rowId = Number(existing.id);
    await tx
      .update(countRow)
      .set({ ...counted, version: existing.version + 1 })
      .where(eq(countRow.id, rowId));
    return rowId;
  }
  const [created] = await tx
    .insert(countRow)
    .values({
      ...subject,
      ...counted,
      listId,
      rowNumber: list.rowNumber,
      insertedAt: now,
      bookStock: await bookQuantity(tx, subject),
    })
    .returning({ id: countRow.id });
  if (created === undefined) throw new Error(`The row for ${body.identity.itemCode} was not written`);
  return created.id;
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
      ),
    );
  return found?.quantity ?? '0';
}
