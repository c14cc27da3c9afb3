import { and, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { RowHistory } from '../../src/domain/row-history.ts';
import type { CountRequestBody } from '../../src/services/rest/contract.ts';
import type { Database } from './database/database.ts';
import { countLedger, employee } from './database/schema.ts';
import { toId } from './ids.ts';
import { Problem } from './problems.ts';
import { getRow } from './rows.ts';

const MOST_ENTRIES = 200;

const taker = alias(countLedger, 'taker');

/** Read by the host; all else that came with a count is shown as it came. */
const READ = [
  'mode',
  'identity',
  'quantity',
  'unit',
  'baseVersion',
  'baseQuantities',
  'barcode',
  'device',
  'confirmedAt',
];

function toldBeside(count: CountRequestBody): object {
  return Object.fromEntries(Object.entries(count).filter(([name]) => !READ.includes(name)));
}

/** Who did what to a row, newest first. */
export async function readHistory(db: Database, listId: string, rowId: string): Promise<RowHistory> {
  const row = await getRow(db, toId(rowId, 'not-found'));
  if (row?.listId !== listId) throw new Problem('not-found');
  const found = await db
    .select({
      entry: countLedger,
      operator: { userName: employee.userName, name: employee.name },
      undoneBy: taker.id,
    })
    .from(countLedger)
    .innerJoin(employee, eq(employee.userName, countLedger.userName))
    .leftJoin(taker, eq(taker.undoes, countLedger.id))
    .where(and(eq(countLedger.listId, Number(listId)), eq(countLedger.rowId, Number(rowId))))
    .orderBy(desc(countLedger.id))
    .limit(MOST_ENTRIES + 1);
  return {
    entries: found.slice(0, MOST_ENTRIES).map(({ entry, operator, undoneBy }) => {
      const { request, response } = entry;
      const count = 'mode' in request ? request : null;
      const { quantity, alternativeUnit, alternativeQuantity, version } = response.row;
      return {
        ...(count !== null && toldBeside(count)),
        id: String(entry.id),
        key: entry.key,
        mode: count?.mode ?? 'undo',
        operator,
        recordedAt: entry.recordedAt.toISOString(),
        confirmedAt: request.confirmedAt ?? null,
        device: request.device ?? null,
        barcode: count?.barcode ?? null,
        entered: count === null ? null : { quantity: count.quantity, unit: count.unit },
        result: { quantity, alternativeUnit: alternativeUnit?.code ?? null, alternativeQuantity },
        version: String(version),
        undoes: entry.undoes === null ? null : String(entry.undoes),
        undoneBy: undoneBy === null ? null : String(undoneBy),
      };
    }),
    more: found.length > MOST_ENTRIES,
  };
}
