import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { type OpenDatabase, openDatabase } from '../../reference-host/server/database/open.ts';
import { rowsAfter } from '../../reference-host/server/rows.ts';
import { startHost } from '../../reference-host/server/serve.ts';
import { Client, aCount } from './client.ts';
import { LARGE, fillLargeList } from './large-list.ts';
import { filledPostgres } from './warehouse.ts';

const ROWS = 50_000;

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

/** How many rows of lists were touched by a whole plan, also those that were read in vain. */
function touched(plan: Plan): number {
  return nodes(plan)
    .filter(node => node['Relation Name'] === 'count_row')
    .reduce(
      (sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
      0,
    );
}

function nodes(plan: Plan): readonly Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodes)];
}

describe(`A list of ${ROWS} rows`, () => {
  let opened: OpenDatabase;
  let listId: string;
  let url: string;
  before(async () => {
    ({ url } = await filledPostgres());
    opened = await openDatabase({ url });
    listId = await fillLargeList(opened.db, ROWS);
  });
  after(() => opened.close());

  const explained = async (cursor?: readonly number[]): Promise<Plan> => {
    const encoded = cursor && Buffer.from(JSON.stringify(cursor)).toString('base64url');
    const query = rowsAfter(opened.db, listId, { order: 'newest' }, encoded).getSQL();
    const { rows } = (await opened.db.execute(sql`explain (analyze, format json) ${query}`)) as {
      rows: { 'QUERY PLAN': { Plan: Plan }[] }[];
    };
    const [answer] = rows;
    assert.ok(answer?.['QUERY PLAN'][0]);
    return answer['QUERY PLAN'][0].Plan;
  };

  it('is read newest first in the order of its index: neither sorted nor read as a whole', async () => {
    const plan = await explained();
    assert.deepEqual(
      nodes(plan).filter(node => node['Node Type'].includes('Sort')),
      [],
    );
    assert.ok(nodes(plan).some(node => node['Index Name'] === 'count_row_list_id_recording_row_number_index'));
    assert.equal(touched(plan), 201);
  });

  it('is entered at its cursor, in the middle and near its end', async () => {
    for (const at of [ROWS / 2, 500]) {
      const plan = await explained([at, at]);
      assert.ok(nodes(plan).some(node => /recording <= /.test(node['Index Cond'] ?? '')));
      assert.ok(touched(plan) < 250, `${touched(plan)} rows at ${at}`);
    }
  });

  it('is counted in without reading its rows', async () => {
    const host = await startHost({ place: { url }, port: 0, hostname: '127.0.0.1' });
    const ana = await Client.signIn(host.url, 'ana');
    const { id } = await ana.list(LARGE.inventory, LARGE.row);
    assert.equal(id, listId);
    const readSoFar = async () => {
      const { rows } = (await opened.db.execute(sql`
        select coalesce(seq_tup_read, 0)::integer + coalesce(idx_tup_fetch, 0)::integer as read
        from pg_stat_user_tables where relname = 'count_row'`)) as { rows: { read: number }[] };
      return rows[0]?.read ?? NaN;
    };
    const flush = () => opened.db.execute(sql`select pg_stat_clear_snapshot(), pg_stat_force_next_flush()`);
    await flush();
    const before = await readSoFar();
    for (let n = 1; n <= 5; n++) assert.equal((await ana.count(id, aCount({ location: `B-0${n}-01` }))).status, 200);
    await host.close();
    // A connection tells what it has read when it ends on the server, which is after it has ended here.
    let read = 0;
    while (read === 0) {
      await flush();
      read = (await readSoFar()) - before;
    }
    assert.ok(read < 5000, `${read} rows read for 5 counts`);
  });
});
