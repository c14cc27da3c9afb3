import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type TestContext, describe, it } from 'node:test';
import pg from 'pg';
import { CAPABILITY_SETS } from '../../reference-host/server/capabilities.ts';
import { type ServeOptions, startHost } from '../../reference-host/server/serve.ts';
import { findPostgres } from '../../scripts/system.mjs';
import { oldPglite, oldPostgres } from '../fixtures/old-device/warehouse.ts';
import { Client, aCount } from './client.ts';
import { filledPglite, filledPostgres } from './warehouse.ts';

async function start(t: TestContext, place: ServeOptions['place'], more: Partial<ServeOptions> = {}) {
  const host = await startHost({ place, port: 0, hostname: '127.0.0.1', ...more });
  let open = true;
  const close = async () => {
    if (open) await host.close();
    open = false;
  };
  t.after(close);
  return { ana: await Client.signIn(host.url, 'ana'), close };
}

async function epochOf(client: Client): Promise<string> {
  const { epoch } = (await client.get('/configuration')).body.capabilities;
  assert.match(epoch, /^[\w-]{22}$/);
  return epoch;
}

function scratch(t: TestContext): string {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'wms-inventar-epoch-'));
  t.after(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

describe('The epoch of a data base', () => {
  for (const [name, place] of [
    ['PGlite', filledPglite],
    ['PostgreSQL', filledPostgres],
    ['PGlite of the version before', oldPglite],
    ['PostgreSQL of the version before', oldPostgres],
  ] as const) {
    it(`stays the same while people count and sign in, on ${name}`, async t => {
      const { ana } = await start(t, await place());
      const epoch = await epochOf(ana);
      const { id } = await ana.list(14, 1);
      await ana.count(id, aCount({ location: 'D-02-02' }));
      assert.equal(await epochOf(ana), epoch);
    });
  }

  it('stays the same over a restart of the host, and is the same at each of its processes', async t => {
    const place = await filledPostgres();
    const first = await start(t, place);
    const epoch = await epochOf(first.ana);
    const second = await start(t, place, { capabilities: CAPABILITY_SETS.none });
    assert.equal(await epochOf(second.ana), epoch);
    await first.close();
    assert.equal(await epochOf((await start(t, place)).ana), epoch);
  });

  it('is another one after a dump was restored in its place, seen by a host that went on; what came after it is gone', async t => {
    const place = await filledPostgres();
    const { ana } = await start(t, place);
    const { id } = await ana.list(14, 1);
    const before = await ana.count(id, aCount({ location: 'D-02-02' }));
    const epoch = await epochOf(ana);
    const file = path.join(scratch(t), 'warehouse.dump');
    const run = (program: string, ...args: string[]) =>
      execFileSync(path.join(findPostgres() ?? '', program), args, { stdio: 'ignore' });
    run('pg_dump', '-Fc', '-f', file, place.url);
    const add = aCount({ location: 'D-02-02' }, { mode: 'add', baseVersion: before.body.row.version });
    assert.equal((await ana.count(id, add)).body.row.version, '2');
    run('pg_restore', '--clean', '--if-exists', '-d', place.url, file);

    const restored = await epochOf(ana);
    assert.notEqual(restored, epoch);
    // The version that the client knows is behind: how it notices where a host names no epoch.
    assert.equal((await ana.rows(id))[0]?.version, '1');
    assert.equal(await epochOf(ana), restored);
    // What was decided on what is gone is refused with the row as it is, or with none, and overwrites nothing.
    const known = await ana.count(id, { ...add, mode: 'replace', quantity: '9', baseVersion: '2' });
    assert.deepEqual([known.status, known.body.row.version, known.body.row.quantity], [412, '1', '5']);
    const lost = await ana.count(id, { ...add, identity: { ...add.identity, location: 'D-02-03' }, baseVersion: '1' });
    assert.deepEqual([lost.status, lost.body.row], [412, null]);
    assert.equal((await ana.rows(id))[0]?.quantity, '5');
  });

  it('is another one in a data base that was made as a copy', async t => {
    const place = await filledPostgres();
    const { ana, close } = await start(t, place);
    const epoch = await epochOf(ana);
    await close();
    const name = `copy_${Date.now()}`;
    const client = new pg.Client({ connectionString: place.url.replace(/\/test_[^?]+/, '/postgres') });
    await client.connect();
    await client.query(`create database "${name}" template "${/\/(test_[^?]+)/.exec(place.url)?.[1]}"`);
    await client.end();
    const copy = await start(t, { url: place.url.replace(/\/test_[^?]+/, `/${name}`) });
    assert.notEqual(await epochOf(copy.ana), epoch);
  });

  it('is another one, and only once, where a host is told that files were copied back', async t => {
    const directory = path.join(scratch(t), 'data');
    const first = await start(t, { directory });
    const epoch = await epochOf(first.ana);
    await first.close();
    const second = await start(t, { directory }, { restored: true });
    const renewed = await epochOf(second.ana);
    assert.notEqual(renewed, epoch);
    await second.close();
    assert.equal(await epochOf((await start(t, { directory })).ana), renewed);
  });
});
