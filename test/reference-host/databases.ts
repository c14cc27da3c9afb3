import { after, before, describe } from 'node:test';
import { type RunningHost, type ServeOptions, startHost } from '../../reference-host/server/serve.ts';
import { Client } from './client.ts';
import { filledPglite, filledPostgres } from './warehouse.ts';

export interface Stage {
  readonly host: RunningHost;
  readonly ana: Client;
  readonly mihai: Client;
}

/** The same tests on PGlite and on PostgreSQL, each on a host of its own; `stage` gives it while they run. */
export function onEachDatabase(
  title: string,
  options: Pick<ServeOptions, 'capabilities' | 'dimensions'>,
  tests: (stage: () => Stage) => void,
): void {
  for (const name of ['PGlite', 'PostgreSQL'] as const) {
    describe(`${title}, on ${name}`, () => {
      let stage: Stage | null = null;
      before(async () => {
        const place = await (name === 'PostgreSQL' ? filledPostgres() : filledPglite());
        const host = await startHost({ place, port: 0, hostname: '127.0.0.1', ...options });
        const [ana, mihai] = await Promise.all(['ana', 'mihai'].map(user => Client.signIn(host.url, user)));
        if (ana !== undefined && mihai !== undefined) stage = { host, ana, mihai };
      });
      after(() => stage?.host.close());
      tests(() => {
        if (stage === null) throw new Error('The host is not up');
        return stage;
      });
    });
  }
}
