/**
 * Runs tests again and again, in one process, each time on modules of their own with another change in them: a hundred
 * changes in the time in which two processes start. Meant for tests that wait for nothing, and for those of the host, whose
 * data bases are copied on one server. Reads a `Question` from each line, and answers with the test that failed. What this
 * process can't bear, the one that asks sees by its silence.
 */
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { dropOwnDatabases } from '../../test/reference-host/postgres.ts';
import { mutated } from './mutators.ts';

export interface Question {
  readonly change: { readonly file: string; readonly start: number; readonly end: number; readonly to: string } | null;
  readonly tests: readonly string[];
  /** The tests ask for a data base: for one on PostgreSQL, where they would be run on both. */
  readonly host: boolean;
}
/** `null`: all passed. */
export type Reply = { readonly by: string | null };

type Body = (context: Context) => unknown;
/** What tests want of Node's. */
interface Context {
  after(body: () => unknown): void;
}
interface Suite {
  readonly before: Body[];
  readonly beforeEach: Body[];
  readonly after: Body[];
  readonly afterEach: Body[];
  readonly parts: (Suite | Body)[];
}

/** One that takes longer waits for what does not come any more. */
const LIMIT_MS = 240_000;
const NODE_TEST =
  'data:text/javascript,export const { describe, it, before, beforeEach, after, afterEach } = globalThis';

fc.configureGlobal({ seed: 1 });

let run = 0;
let changed: Question['change'] = null;
let suite: Suite = anew();
const stripped = new Map<string, string>();

Object.assign(globalThis, {
  describe: (title: string, body: () => void) => {
    if (title.endsWith(', on PGlite')) return;
    const outer = suite;
    suite = anew();
    outer.parts.push(suite);
    body();
    suite = outer;
  },
  it: (_title: string, body: Body) => suite.parts.push(body),
  before: (body: Body) => suite.before.push(body),
  beforeEach: (body: Body) => suite.beforeEach.push(body),
  after: (body: Body) => suite.after.push(body),
  afterEach: (body: Body) => suite.afterEach.push(body),
});

registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier === 'node:test') return { url: NODE_TEST, shortCircuit: true };
    const resolved = next(specifier, context);
    const isOurs = resolved.url.startsWith('file:') && !resolved.url.includes('/node_modules/');
    return isOurs ? { ...resolved, url: `${resolved.url}?${run}` } : resolved;
  },
  load: (url, context, next) => {
    const [whole = ''] = url.split('?');
    if (whole === url) return next(url, context);
    return { format: 'module', source: sourceOf(fileURLToPath(whole)), shortCircuit: true };
  },
});

function sourceOf(file: string): string {
  if (changed !== null && file === fileURLToPath(pathToFileURL(changed.file))) {
    return stripTypeScriptTypes(mutated(readFileSync(file, 'utf8'), changed));
  }
  const known = stripped.get(file) ?? stripTypeScriptTypes(readFileSync(file, 'utf8'));
  stripped.set(file, known);
  return known;
}

function anew(): Suite {
  return { before: [], beforeEach: [], after: [], afterEach: [], parts: [] };
}

async function runAll({ parts, before, beforeEach, after, afterEach }: Suite, outer: Suite): Promise<void> {
  const own = {
    ...anew(),
    beforeEach: [...outer.beforeEach, ...beforeEach],
    afterEach: [...afterEach, ...outer.afterEach],
  };
  await inTurn(before, after, async () => {
    for (const part of parts) {
      if (typeof part !== 'function') await runAll(part, own);
      else await inTurn([...own.beforeEach, part], own.afterEach);
    }
  });
}

/** What is to be done afterwards is done whatever fails. */
async function inTurn(bodies: readonly Body[], after: readonly Body[], between = async () => {}): Promise<void> {
  const ends: Body[] = [];
  const context: Context = { after: body => ends.push(body) };
  try {
    for (const body of bodies) await within(body, context);
    await between();
  } finally {
    for (const body of [...ends, ...after]) await within(body, context);
  }
}

async function within(body: Body, context: Context): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('It waits in vain')), LIMIT_MS);
  });
  try {
    await Promise.race([body(context), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function failedOf(tests: readonly string[]): Promise<string | null> {
  for (const test of tests) {
    suite = anew();
    try {
      await import(`${pathToFileURL(test).href}?${run}`);
      await runAll(suite, anew());
    } catch {
      return test;
    }
  }
  return null;
}

// What an earlier change left behind is none of the next one's.
process.on('uncaughtException', () => undefined);
process.on('unhandledRejection', () => undefined);

for await (const line of createInterface({ input: process.stdin })) {
  const { change, tests, host } = JSON.parse(line) as Question;
  changed = change;
  run++;
  const reply: Reply = { by: await failedOf(tests) };
  if (host) await dropOwnDatabases(process.env['WMS_INVENTAR_TEST_POSTGRES'] ?? '').catch(() => undefined);
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
