/** The rules that carry the promise "no count is lost, none is counted twice", and the tests that are about each. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Target {
  readonly files: readonly string[];
  /** The tests about a file, in the order in which they are run until one fails. */
  testsOf(file: string): Tests;
  readonly tsconfig: string;
  /** The tests ask for a data base. */
  readonly host: boolean;
}

export interface Tests {
  /** What waits for nothing, or for the host alone: many such runs share a process. */
  readonly quick: readonly string[];
  /** Each of these has a process for each change. The later ones are run only where the ones before find nothing. */
  readonly slow: readonly (readonly string[])[];
}

const RULES = [
  'src/domain/**/*.ts',
  'src/outbox/decide/*.ts',
  'src/outbox/{sender,delivery,schedule,ledger,mirror,commands,record,stored-row,standing}.ts',
];
const TESTS = ['test/domain/**/*.test.ts', 'test/outbox/**/*.test.ts'];
const MODEL = 'test/model/outbox.test.ts';

/** The host's, each with the tests that are most about it: the others are run only where these find nothing. */
const HOST: Readonly<Record<string, readonly string[]>> = {
  undo: ['undo', 'progress'],
  ledger: ['undo', 'progress'],
  record: ['base-quantities', 'serials', 'progress'],
  lists: ['search', 'closing-date'],
  'sign-in': ['sign-in-expiry', 'expected-user', 'pin'],
  tries: ['pin'],
  pin: ['kept-pin', 'pin'],
};
const HOST_TESTS = [...new Set([...Object.values(HOST).flat(), 'rows', 'back-office', 'capabilities', 'keys', 'host'])];

const filesOf = (patterns: readonly string[]) =>
  globSync([...patterns])
    .map(asPosix)
    .sort();

export const TARGETS: readonly Target[] = [
  {
    files: filesOf(RULES),
    testsOf: file => {
      const about = inOrder(
        file,
        filesOf(TESTS).filter(test => reached(test).has(file)),
      );
      const quick = about.filter(test => !waits(test));
      // What counting means is pure: who needs a disk or a host to see a fault in it, has no test of it.
      if (!file.startsWith('src/outbox/')) return { quick, slow: [] };
      return { quick, slow: [about.filter(waits), [MODEL]].filter(some => some.length > 0) };
    },
    tsconfig: 'tsconfig.json',
    host: false,
  },
  {
    files: Object.keys(HOST).map(name => `reference-host/server/${name}.ts`),
    testsOf: file => {
      const tests = new Set([...(HOST[path.basename(file, '.ts')] ?? []), ...HOST_TESTS]);
      return { quick: [...tests].map(name => `test/reference-host/${name}.test.ts`), slow: [] };
    },
    tsconfig: 'reference-host/tsconfig.json',
    host: true,
  },
];

/** The test of that name first, then those beside it. */
function inOrder(file: string, tests: readonly string[]): readonly string[] {
  const own = path.basename(file, '.ts');
  const room = path
    .dirname(file)
    .replace(/^src\//, 'test/')
    .replace('/decide', '');
  const rank = (test: string) => (path.basename(test, '.test.ts') === own ? 0 : path.dirname(test) === room ? 1 : 2);
  return [...tests].sort((a, b) => rank(a) - rank(b));
}

function waits(test: string): boolean {
  return /\bawait\b/.test(readFileSync(test, 'utf8'));
}

const known = new Map<string, ReadonlySet<string>>();

/** All that a file imports when it runs, and what that imports. */
function reached(from: string): ReadonlySet<string> {
  const before = known.get(from);
  if (before !== undefined) return before;
  const all = new Set<string>();
  known.set(from, all);
  const open = [from];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (all.has(file)) continue;
    all.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, specifier = ''] of text.matchAll(/^(?:import|\}|export)(?! type)[^;'"]*?from '(\.[^']+)'/gm)) {
      open.push(asPosix(path.join(path.dirname(file), specifier)));
    }
  }
  return all;
}

function asPosix(file: string): string {
  return file.split(path.sep).join('/');
}
