/** A backup is put back beneath a host that counts are at and on their way to: on hosts of this file's own. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { findPostgres } from '../../scripts/system.mjs';
import { Client, aCount } from '../reference-host/client.ts';
import { type HostProcess, startProcess } from '../reference-host/processes.ts';
import { filledPostgres } from '../reference-host/warehouse.ts';
import { CUT_OFF, expect, ledger, test as base } from './behind-proxy.ts';

/** A host whose data base can be saved, and put back as it was; both give the address at which it is afterwards. */
interface Kept {
  start(): Promise<string>;
  save(): Promise<string>;
  putBack(): Promise<string>;
  end(): Promise<void>;
}

/** On PGlite its files are copied while it is down; `told` is the way to put them back that the docs know. */
function onFiles(scratch: string, told: boolean): Kept {
  const [data, copy] = [path.join(scratch, 'data'), path.join(scratch, 'copy')];
  let host: HostProcess | null = null;
  const start = async (environment: Record<string, string> = {}) => {
    host = await startProcess({ DATA_DIR: data, ...environment });
    return host.url;
  };
  const end = async () => host?.stop();
  return {
    start,
    end,
    save: async () => {
      await end();
      await cp(data, copy, { recursive: true });
      return start();
    },
    putBack: async () => {
      await end();
      await rm(data, { recursive: true });
      await cp(copy, data, { recursive: true });
      return start(told ? { RESTORED: '1' } : {});
    },
  };
}

/** On PostgreSQL a dump is restored while the host goes on. */
function onDump(scratch: string): Kept {
  const file = path.join(scratch, 'warehouse.dump');
  const run = (program: string, ...args: string[]) =>
    promisify(execFile)(path.join(findPostgres() ?? '', program), args);
  let [url, host]: [string, HostProcess | null] = ['', null];
  const there = () => host?.url ?? '';
  return {
    start: async () => {
      ({ url } = await filledPostgres());
      host = await startProcess({ DATABASE_URL: url });
      return there();
    },
    end: async () => host?.stop(),
    save: async () => {
      await run('pg_dump', '-Fc', '-f', file, url);
      return there();
    },
    putBack: async () => {
      await run('pg_restore', '--clean', '--if-exists', '-d', url, file);
      return there();
    },
  };
}

const test = base.extend<{ keep: (make: (scratch: string) => Kept) => Kept }>({
  keep: async ({}, use) => {
    const scratch = await mkdtemp(path.join(os.tmpdir(), 'wms-inventar-restored-'));
    const made: Kept[] = [];
    await use(make => {
      const kept = make(scratch);
      made.push(kept);
      return kept;
    });
    for (const kept of made) await kept.end();
    await rm(scratch, { recursive: true, force: true });
  },
});

/** What was counted where and how, by whomever, in the order in which it holds; what a place has then. */
type Counted = readonly [place: string, mode: 'new' | 'add' | 'replace', quantity: number];

function stock(counted: readonly Counted[]): Record<string, string> {
  const held = new Map<string, number>();
  for (const [place, mode, quantity] of counted) {
    held.set(place, mode === 'add' ? (held.get(place) ?? NaN) + quantity : quantity);
  }
  return Object.fromEntries([...held].map(([place, quantity]) => [place, String(quantity)]));
}

// Each starts hosts again and again, and fills a data base first.
test.describe.configure({ timeout: 600_000 });

const [KEPT, LOST, DISPUTED] = ['E-01-02', 'E-01-03', 'E-01-04'];

for (const [how, make] of [
  ['copied files are put back, and the host is told', (scratch: string) => onFiles(scratch, true)],
  ['copied files are put back behind its back', (scratch: string) => onFiles(scratch, false)],
  ['a dump is restored while it goes on', onDump],
] as const) {
  test(`Where ${how}, what is gone is told and sent again by one press, and a waiting Replace overwrites nothing`, async ({
    keep,
    far,
    faulty,
    page,
  }) => {
    const host = keep(make);
    const reach = async (url: string) => {
      await faulty.setTarget(url);
      return Client.signIn(url, 'mihai');
    };
    const first = await reach(await host.start());
    const { id } = await first.list(12, 2);
    const [twelve, three] = [{ quantity: '12' }, { mode: 'add', quantity: '3', baseVersion: '1' }] as const;
    expect((await first.count(id, aCount({ location: DISPUTED }, twelve))).status).toBe(200);
    await far.start(id);
    await far.count([`Loc-01-${KEPT}`, 'Item-MOB-ART-118'], '7', '7 buc');

    const saved = await reach(await host.save());
    await far.count([`Loc-01-${LOST}`, 'Item-MOB-ART-118'], '4', '4 buc');
    const thirty = { mode: 'replace', quantity: '30', baseVersion: '1' } as const;
    expect((await saved.count(id, aCount({ location: DISPUTED }, thirty))).body.row.version).toBe('2');
    await far.scan(`Loc-01-${DISPUTED}`);
    await far.scan('Item-MOB-ART-118');
    await far.quantity('5');
    await expect(page.getByText('In the list: 30 buc')).toBeVisible();
    await faulty.setPlan(CUT_OFF);
    await far.confirm();
    await page.getByRole('dialog').getByRole('button', { name: 'Replace' }).press('Enter');
    await far.saved('5 buc');

    const restored = await reach(await host.putBack());
    // The same version as the one that the waiting count was decided on, given out again.
    const again = await restored.count(id, aCount({ location: DISPUTED }, three));
    expect(again.body.row).toMatchObject({ version: '2', quantity: '15' });
    await far.reconnect();
    const changed = page.getByRole('dialog');
    await expect(changed).toContainText('Mihai Ionescu');
    expect(await ledger(restored, id, DISPUTED)).toMatchObject({ changes: ['new 12', 'add 15'] });
    await changed.getByRole('button', { name: 'Add' }).press('Enter');

    await far.badgeSays(/1 to decide/);
    await page.getByRole('button', { name: /Show the counts on this device/ }).press('Enter');
    const outbox = page.getByRole('dialog');
    await expect(outbox).toContainText('The host has lost counts');
    await expect(outbox).toContainText('1 count that it had is not there any more');
    await outbox.getByRole('button', { name: 'Send them all again' }).press('Enter');
    await page.keyboard.press('Escape');
    await far.isAllSent();

    const rows = await restored.rows(id, 'status=counted');
    expect(Object.fromEntries(rows.map(({ location, quantity }) => [location, quantity]))).toEqual(
      stock([
        [DISPUTED, 'new', 12],
        [KEPT, 'new', 7],
        [DISPUTED, 'add', 3],
        [DISPUTED, 'add', 5],
        [LOST, 'new', 4],
      ]),
    );
    for (const row of rows) {
      const keys = (await restored.history(row)).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
}
