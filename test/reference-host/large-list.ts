import { sql } from 'drizzle-orm';
import type { Database } from '../../reference-host/server/database/database.ts';

/** The list of the seed that nobody has counted in, and what it is filled with. */
export const LARGE = { inventory: 12, row: 2 } as const;

/** Fills it with so many counted rows, as if each had been counted once, and says its id. */
export async function fillLargeList(db: Database, rows: number): Promise<string> {
  const { inventory, row } = LARGE;
  await db.execute(sql`
    with list as (
      update inventory_list set last_row_number = ${rows}, last_recording = ${rows}, "rows" = ${rows}, counted = ${rows}
      from inventory where inventory.id = inventory_id and number = ${inventory} and "row" = ${row}
      returning inventory_list.id
    ), places as (
      select array_agg(id order by id) as ids from location where warehouse = '01' and active and not obsolete
    ), items as (
      select array_agg(id order by id) as ids from item where not (phantom or archived or serial_managed or lot_managed)
    )
    insert into count_row (list_id, row_number, item_id, location_id, dimensions, quantity, inserted_at, counted_at, operator,
      recording, version)
    select list.id, n, items.ids[1 + n % cardinality(items.ids)], places.ids[1 + n % cardinality(places.ids)],
      jsonb_build_object('n', n::text), n % 100, now(), now(), 'mihai', n, 2
    from list, places, items, generate_series(1, ${rows}::integer) as n`);
  await db.execute(sql`analyze`);
  const found = await db.execute(sql`
    select inventory_list.id from inventory_list join inventory on inventory.id = inventory_id
    where number = ${inventory} and "row" = ${row}`);
  return String((found as { rows: { id: number }[] }).rows[0]?.id);
}
