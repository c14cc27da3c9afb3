/**
 * `npm test`: everything that has to hold, and at the end one line with the sums. `npm test -- browser e2e` runs those
 * parts alone. Parts run beside each other as far as there are cores for them; what a part prints comes in one block
 * when it is done. A part that ran no test has failed.
 */
import { spawn } from 'node:child_process';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

interface Part {
  readonly name: string;
  /** The script of `package.json` that runs it. */
  readonly script: string;
  /** How many cores it keeps busy. */
  readonly cores: number;
  /** Parts that have to be done before it, where they are run. */
  readonly needs?: readonly string[];
  /** Finds how many passed and how many failed in what it prints; without it, a part counts as one. */
  readonly sums?: RegExp;
}

const SUMS = /^(\d+) passed, (\d+) failed$/m;
const SUMS_OF_NODE = /^ℹ pass (\d+)[\s\S]*^ℹ fail (\d+)/m;

/** In the order in which they are begun. */
const PARTS: readonly Part[] = [
  { name: 'build', script: 'build', cores: 1 },
  { name: 'types', script: 'typecheck', cores: 1 },
  { name: 'browser', script: 'test:unit', cores: 1, sums: SUMS },
  { name: 'lint', script: 'lint', cores: 1 },
  { name: 'firefox', script: 'test:firefox', cores: 1, sums: SUMS },
  { name: 'rules', script: 'test:rules', cores: 1, sums: SUMS_OF_NODE },
  { name: 'node', script: 'test:node', cores: 2, needs: ['build'], sums: SUMS_OF_NODE },
  { name: 'e2e', script: 'test:e2e', cores: 2, needs: ['build'], sums: SUMS },
];

interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  /** What it said of the tests that failed. */
  readonly failures: string;
}

/** How each of the runners begins a line about a failed test. */
const FAILURE = /^\s*(✖|✘|\d+\) )/;
const LINES_OF_A_FAILURE = 15;
const LINES_OF_FAILURES = 120;

const cores = os.availableParallelism();
const { positionals: names } = parseArgs({ allowPositionals: true });
const unknown = names.filter(name => !PARTS.some(part => part.name === name));
if (unknown.length > 0) {
  console.error(`No part is called ${unknown.join(', ')}. There are ${PARTS.map(part => part.name).join(', ')}.`);
  process.exit(1);
}

const started = performance.now();
const outcomes = await runAll(PARTS.filter(({ name }) => names.length === 0 || names.includes(name)));
const sum = (of: 'passed' | 'failed') => outcomes.reduce((total, each) => total + each[of], 0);
const times = outcomes.map(({ name, seconds }) => `${name} ${seconds} s`).join(', ');
// A log is read from its end, and often no more of it is kept.
for (const { name, failures } of outcomes.filter(({ failed }) => failed > 0)) {
  console.log(`\n── ${name}: what failed, once more\n${failures}`);
}
console.log(`\n${times}; all in ${secondsSince(started)} s on ${cores} cores`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 && sum('passed') > 0 ? 0 : 1);

/** Begins each part once what it needs is done and there are cores for it; a part too large for all of them runs alone. */
async function runAll(parts: readonly Part[]): Promise<readonly Outcome[]> {
  const done: Outcome[] = [];
  const running = new Map<Part, Promise<unknown>>();
  const begun = new Set<Part>();
  const isDone = (name: string) => done.some(each => each.name === name) || !parts.some(part => part.name === name);
  while (done.length < parts.length) {
    const busy = [...running.keys()].reduce((total, part) => total + part.cores, 0);
    const next = parts.find(
      part =>
        !begun.has(part) && (part.needs ?? []).every(isDone) && (running.size === 0 || busy + part.cores <= cores),
    );
    if (next === undefined) {
      await Promise.race(running.values());
      continue;
    }
    begun.add(next);
    const run = runPart(next).then(outcome => {
      running.delete(next);
      done.push(outcome);
    });
    running.set(next, run);
  }
  return done;
}

async function runPart({ name, script, sums }: Part): Promise<Outcome> {
  const began = performance.now();
  console.log(`── ${name}…`);
  const { code, output: coloured } = await npmRun(script);
  const output = coloured.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
  const seconds = secondsSince(began);
  const [, ofPassed, ofFailed] = sums?.exec(output) ?? [];
  const passed = sums === undefined ? Number(code === 0) : Number(ofPassed ?? 0);
  // A part that broke off, or found nothing to run, is a failure of its own.
  const failed = Number(ofFailed ?? 0) || Number(code !== 0 || passed === 0);
  const verdict = failed === 0 ? 'passed' : 'failed';
  console.log(`\n── ${name}\n${output.trimEnd()}\n── ${name}: ${verdict} in ${seconds} s\n`);
  return { name, passed, failed, seconds, failures: failuresIn(output) };
}

function failuresIn(output: string): string {
  const lines = output.trimEnd().split('\n');
  const near = lines.filter((_, at) =>
    lines.slice(Math.max(0, at - LINES_OF_A_FAILURE), at + 1).some(line => FAILURE.test(line)),
  );
  return (near.length > 0 ? near : lines).slice(-LINES_OF_FAILURES).join('\n');
}

function npmRun(script: string): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise(resolve => {
    const child = spawn('npm', ['run', '-s', script], {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    }
    child.once('close', code => resolve({ code, output }));
  });
}

function secondsSince(start: number): number {
  return Math.round((performance.now() - start) / 1000);
}
