import { after, before, describe } from 'node:test';
import { dumpFilledDatabase } from '../../reference-host/server/database/open.ts';
import { type RunningHost, type ServeOptions, startHost } from '../../reference-host/server/serve.ts';
import { Client } from './client.ts';
import { type PostgresServer, startPostgres } from './postgres.ts';

export interface Stage {
  readonly host: RunningHost;
  readonly ana: Client;
  readonly mihai: Client;
}

/** One filled data base for all tests of a file on PGlite: filling it takes far longer than copying it. */
let filled: Promise<Blob> | null = null;

/** The same tests on PGlite and on PostgreSQL, each on a host of its own; `stage` gives it while they run. */
export function onEachDatabase(
  title: string,
  options: Pick<ServeOptions, 'capabilities'>,
  tests: (stage: () => Stage) => void,
): void {
  for (const name of ['PGlite', 'PostgreSQL'] as const) {
    describe(`${title}, on ${name}`, () => {
      let postgres: PostgresServer | null = null;
      let stage: Stage | null = null;
      before(async () => {
        if (name === 'PostgreSQL') postgres = startPostgres();
        const place =
          postgres === null
            ? { inMemory: await (filled ??= dumpFilledDatabase()) }
            : { url: postgres.createDatabase('host') };
        const host = await startHost({ place, port: 0, hostname: '127.0.0.1', ...options });
        const [ana, mihai] = await Promise.all(['ana', 'mihai'].map(user => Client.signIn(host.url, user)));
        if (ana !== undefined && mihai !== undefined) stage = { host, ana, mihai };
      });
      after(async () => {
        await stage?.host.close();
        postgres?.stop();
      });
      tests(() => {
        if (stage === null) throw new Error('The host is not up');
        return stage;
      });
    });
  }
}
