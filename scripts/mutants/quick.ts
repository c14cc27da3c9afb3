/**
 * Runs tests that wait for nothing again and again, in one process, each time on modules of their own with another
 * change in them: a hundred changes in the time in which two processes start. Reads a `Question` from each line, and
 * answers with the test that failed. What this process can't bear, the one that asks sees by its silence.
 */
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { mutated } from './mutators.ts';

export interface Question {
  readonly change: { readonly file: string; readonly start: number; readonly end: number; readonly to: string } | null;
  readonly tests: readonly string[];
}
/** `null`: all passed. */
export type Reply = { readonly by: string | null };

type Body = () => unknown;
interface Suite {
  readonly before: Body[];
  readonly beforeEach: Body[];
  readonly after: Body[];
  readonly afterEach: Body[];
  readonly parts: (Suite | Body)[];
}

fc.configureGlobal({ seed: 1 });

let run = 0;
let changed: Question['change'] = null;
let suite: Suite = anew();
const stripped = new Map<string, string>();

Object.assign(globalThis, {
  describe: (_title: string, body: Body) => {
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
  for (const body of before) await body();
  for (const part of parts) {
    if (typeof part !== 'function') await runAll(part, own);
    else for (const body of [...own.beforeEach, part, ...own.afterEach]) await body();
  }
  for (const body of after) await body();
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
  const { change, tests } = JSON.parse(line) as Question;
  changed = change;
  run++;
  const reply: Reply = { by: await failedOf(tests) };
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
