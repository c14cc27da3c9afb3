import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { HostCapabilities } from '../../src/services/inventory-gateway.ts';
import { Scene, type Story, commandsFor } from './commands.ts';

/**
 * Runs for each kind of host; `npm run test:model -- --runs 5000 --seed 7` sets both. `npm test` has the same runs each
 * time, so that what fails there is of the change that it was run for; the long run looks for what nobody knows yet, with
 * other ones each time.
 */
const { MODEL_RUNS, MODEL_SEED } = process.env;
const RUNS = Number(MODEL_RUNS ?? 80);
const SEED = MODEL_SEED ?? (MODEL_RUNS === undefined ? '2026' : undefined);
const WITH = { numRuns: RUNS, ...(SEED !== undefined && { seed: Number(SEED) }) };

const HOSTS: Readonly<Record<string, HostCapabilities>> = {
  'keys and versions': { idempotencyKeys: true, versions: true },
  'keys only': { idempotencyKeys: true, versions: false },
  'versions only': { idempotencyKeys: false, versions: true },
  'versions and a history': { idempotencyKeys: false, versions: true, history: true },
  neither: { idempotencyKeys: false, versions: false },
};

/** Hosts that can tell what they have lost. */
const TELLING: Readonly<Record<string, HostCapabilities>> = {
  'an epoch and a history': {
    idempotencyKeys: true,
    versions: true,
    history: true,
    baseQuantities: true,
    epoch: 'first',
  },
  'a history alone': { idempotencyKeys: false, versions: true, history: true },
  'ascending versions': { idempotencyKeys: true, versions: 'ascending' },
};

/**
 * Runs that failed once: replayed first. `seed` and the first number of `path` are what a failing run prints; they
 * stand for that run as long as the commands are generated as they are, and for another run after that.
 */
interface Regression {
  readonly host: string;
  readonly seed: number;
  readonly path: string;
  readonly found: string;
  /** The last of the stories when it was found; absent: the first. */
  readonly story?: Story;
}
const regressions = JSON.parse(
  readFileSync(new URL('regressions.json', import.meta.url), 'utf8'),
) as readonly Regression[];

function storyOf(can: HostCapabilities, story: Story) {
  return fc.asyncProperty(
    fc.record({ seed: fc.integer({ min: 1 }), webLocks: fc.boolean() }),
    commandsFor(can, story),
    async (setting, commands) => {
      let scene = new Scene({ ...setting, can });
      await fc.asyncModelRun(() => ({ model: {}, real: (scene = new Scene({ ...setting, can })) }), commands);
      assert.ok(await scene.drain(), 'once the faults stop, the queue drains or asks');
      scene.check();
    },
  );
}

describe('The outbox, whatever happens', () => {
  for (const { host, seed, path, found, story = 'still' } of regressions) {
    it(`still holds, with ${host}, where it once did not: ${found}`, async () => {
      const can = { ...HOSTS, ...TELLING }[host];
      assert.ok(can, `a host with ${host}`);
      await fc.assert(storyOf(can, story), { seed, path, numRuns: 1, endOnFailure: true });
    });
  }

  for (const [host, can] of Object.entries(TELLING)) {
    it(`tells what a host with ${host} has lost, and sends it again`, async () => {
      await fc.assert(storyOf(can, 'day with another host'), WITH);
    });
  }

  for (const [host, can] of Object.entries(HOSTS)) {
    it(`loses nothing and counts nothing twice on a host with ${host}`, async () => {
      await fc.assert(storyOf(can, 'day'), WITH);
    });
  }
});
