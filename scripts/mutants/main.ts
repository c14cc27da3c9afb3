/**
 * `npm run test:mutants`: changes the rules that carry the promise, one change at a time, and runs the tests that are
 * about them: a change that no test notices is a rule that nobody tests. `-- src/domain/counting` runs the part below
 * that path, `--list` tells what the last run found, `--fresh` begins anew, `--workers 2` keeps two cores busy.
 */
import { availableParallelism } from 'node:os';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { MUTATORS, type Mutation, type Mutator, mutationsOf } from './mutators.ts';
import { Results } from './results.ts';
import { TARGETS, type Target } from './targets.ts';
import { QuickTests, TypeCheck, type Verdict, runTests } from './trial.ts';

/** A survivor that is no fault, and why. */
interface Harmless {
  readonly file: string;
  /** The line it is in, without what stands before. */
  readonly line: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

interface Tried {
  readonly file: string;
  readonly text: string;
  readonly mutation: Mutation;
  /** `null`: not tried yet. */
  verdict: Verdict | null;
}

const WANTED = 0.95;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { fresh: { type: 'boolean' }, list: { type: 'boolean' }, workers: { type: 'string' } },
});
const workers = Number(values.workers ?? Math.max(1, Math.floor(availableParallelism() / 2)));
const harmless = JSON.parse(readFileSync(new URL('harmless.json', import.meta.url), 'utf8')) as readonly Harmless[];
const results = new Results(values.fresh ?? false);
const limits = new Map<string, Promise<number>>();
const checked = new Set<string>();

const all: Tried[] = [];
for (const target of TARGETS) {
  const files = target.files.filter(file => positionals.length === 0 || positionals.some(of => file.startsWith(of)));
  if (files.length > 0) all.push(...(await tryAll(target, files)));
}
report(all);

async function tryAll(target: Target, files: readonly string[]): Promise<readonly Tried[]> {
  const tried = files.flatMap(file => {
    const text = readFileSync(file, 'utf8');
    const tests = allTestsOf(target, file);
    return mutationsOf(file, text).map<Tried>(mutation => ({
      file,
      text,
      mutation,
      verdict: results.of(file, text, mutation, tests),
    }));
  });
  const open = tried.filter(({ verdict }) => verdict === null);
  if (values.list === true || open.length === 0) return tried;
  const end = target.host ? await prepareDatabases() : () => undefined;
  const types = new TypeCheck(target.tsconfig);
  let done = 0;
  const began = performance.now();
  const work = async () => {
    const quick = new QuickTests(target.host);
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      await tryOne(target, types, quick, next);
      done++;
      const left = ((performance.now() - began) / done / 1000) * open.length;
      const { file, text, mutation, verdict } = next;
      if (verdict?.kind === 'survived') console.log(`survived: ${told(file, text, mutation)}`);
      if (done % 50 === 0)
        console.log(`${done} tried, ${open.length} left in ${target.tsconfig}, about ${Math.ceil(left / 60)} min`);
    }
    quick.end();
  };
  await Promise.all(Array.from({ length: workers }, work));
  end();
  return tried;
}

/** As long as it takes without a change, six times; fails where the tests do, since then nothing can be found out. */
function limitOf(tests: readonly string[]): Promise<number> {
  const key = tests.join(' ');
  const measure = async () => {
    const began = performance.now();
    const failed = await runTests({ tests, limitMs: 600_000 }, null);
    if (failed !== null) throw new Error(`Without any change, ${failed.by} fails`);
    return Math.max(10_000, 6 * (performance.now() - began));
  };
  const limit = limits.get(key) ?? measure();
  limits.set(key, limit);
  return limit;
}

async function tryOne(target: Target, types: TypeCheck, quick: QuickTests, tried: Tried): Promise<void> {
  const { file, text, mutation } = tried;
  const change = { file, mutation };
  tried.verdict = await verdictOf(target, types, quick, change, text);
  results.add(file, text, mutation, allTestsOf(target, file), tried.verdict);
}

/** The fastest first: tests that wait for nothing, the types, all other tests; the types before a data base is copied. */
async function verdictOf(
  target: Target,
  types: TypeCheck,
  quick: QuickTests,
  change: { readonly file: string; readonly mutation: Mutation },
  text: string,
): Promise<Verdict> {
  const tests = target.testsOf(change.file);
  await checkQuick(quick, tests.quick);
  const run = () => quick.run(tests.quick, change);
  const read = (): Verdict | null => {
    const by = types.refusal(change.file, text, change.mutation);
    return by === null ? null : { kind: 'refused', by };
  };
  const first = target.host ? (read() ?? (await run())) : ((await run()) ?? read());
  if (first !== null) return first;
  for (const slow of tests.slow) {
    const verdict = await runTests({ tests: slow, limitMs: await limitOf(slow) }, change);
    if (verdict !== null) return verdict;
  }
  return { kind: 'survived' };
}

/** What fails without a change can tell nothing. */
async function checkQuick(quick: QuickTests, tests: readonly string[]): Promise<void> {
  const key = tests.toSorted().join(' ');
  if (checked.has(key)) return;
  checked.add(key);
  const failed = await quick.run(tests, null);
  if (failed !== null) throw new Error(`Without any change, ${JSON.stringify(failed)}`);
}

function allTestsOf(target: Target, file: string): readonly string[] {
  const { quick, slow } = target.testsOf(file);
  return [...quick, ...slow.flat()];
}

async function prepareDatabases(): Promise<() => void> {
  const { preparePostgres } = await import('../../test/reference-host/warehouse.ts');
  return preparePostgres();
}

function report(tried: readonly Tried[]): void {
  const count = (of: readonly Tried[], kind: Verdict['kind']) =>
    of.filter(({ verdict }) => verdict?.kind === kind).length;
  const survivors = tried.filter(({ verdict }) => verdict?.kind === 'survived');
  const reasons = new Map(survivors.map(each => [each, harmless.find(known => isSame(known, each))?.why]));
  const faults = survivors.filter(each => reasons.get(each) === undefined);

  table(
    'mutator',
    Object.keys(MUTATORS),
    tried,
    (name, { mutation }) => mutation.mutator === name,
    name => MUTATORS[name as Mutator],
  );
  table(
    'file',
    [...new Set(tried.map(({ file }) => file))],
    tried,
    (name, { file }) => file === name,
    () => '',
  );

  if (faults.length > 0) console.log('\nSurvived:');
  for (const { file, text, mutation } of faults) console.log(`  ${told(file, text, mutation)}`);
  if (survivors.length > faults.length) console.log('\nSurvived, and no fault:');
  for (const [{ file, text, mutation }, why] of reasons) {
    if (why !== undefined) console.log(`  ${told(file, text, mutation)}\n    ${why}`);
  }
  if (values.list !== true && positionals.length === 0) {
    for (const known of harmless) {
      if (!survivors.some(each => isSame(known, each)))
        console.log(`Not a survivor any more: ${known.file}: ${known.line}`);
    }
  }
  const untried = tried.filter(({ verdict }) => verdict === null).length;
  const refused = count(tried, 'refused');
  // What does not compile was never a change that anybody could make unseen.
  const counted = tried.length - refused - untried;
  const killed = count(tried, 'killed') + count(tried, 'timed-out');
  console.log(
    `\n${tried.length} changes: ${refused} refused by the types; of ${counted} others ${killed} killed by tests` +
      ` (${count(tried, 'timed-out')} of them by the time limit), ${survivors.length} survived,` +
      ` ${survivors.length - faults.length} of which are no fault${untried > 0 ? `; ${untried} not tried yet` : ''}`,
  );
  console.log(`${((100 * killed) / counted).toFixed(1)} % killed`);
  process.exitCode = killed / counted < WANTED ? 1 : 0;
}

function isSame({ file, line, from, to }: Harmless, { file: of, text, mutation }: Tried): boolean {
  return (
    file === of &&
    to === mutation.to &&
    from === text.slice(mutation.start, mutation.end) &&
    line === lineOf(text, mutation)
  );
}

function lineOf(text: string, { start }: Mutation): string {
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, text.indexOf('\n', start)).trim();
}

function told(file: string, text: string, mutation: Mutation): string {
  const number = text.slice(0, mutation.start).split('\n').length;
  const from = text.slice(mutation.start, mutation.end);
  const short = (of: string) => of.replace(/\s+/g, ' ').slice(0, 60);
  return `${file}:${number} ${mutation.mutator}: ${short(from)} → ${short(mutation.to) || '(nothing)'}   | ${lineOf(text, mutation)}`;
}

function table(
  title: string,
  names: readonly string[],
  tried: readonly Tried[],
  isOf: (name: string, tried: Tried) => boolean,
  more: (name: string) => string,
): void {
  const width = Math.max(...names.map(name => name.length), title.length);
  console.log(`\n${title.padEnd(width)}   tried  killed  types  left`);
  for (const name of names) {
    const own = tried.filter(each => isOf(name, each));
    if (own.length === 0) continue;
    const number = (...kinds: readonly Verdict['kind'][]) =>
      own.filter(({ verdict }) => verdict !== null && kinds.includes(verdict.kind)).length;
    const numbers = [own.length, number('killed', 'timed-out'), number('refused'), number('survived')];
    const [first, second, third, fourth] = numbers.map(String);
    console.log(
      `${name.padEnd(width)}  ${first?.padStart(6)}  ${second?.padStart(6)}  ${third?.padStart(5)}  ${fourth?.padStart(4)}  ${more(name)}`.trimEnd(),
    );
  }
}
