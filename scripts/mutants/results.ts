/** What a run has found out, one line for each change: a run that is broken off goes on, and what did not change is not run again. */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Mutation } from './mutators.ts';
import type { Verdict } from './trial.ts';

const FILE = '.mutants/results.jsonl';

/** What a verdict rests on: of a killed one, the test that killed it; of the others, all tests. */
interface Line {
  readonly id: string;
  readonly verdict: Verdict;
  readonly tests: string;
}

export class Results {
  private readonly lines = new Map<string, Line>();

  constructor(fresh: boolean) {
    if (fresh || !existsSync(FILE)) return;
    for (const line of readFileSync(FILE, 'utf8').split('\n')) {
      if (line === '') continue;
      const read = JSON.parse(line) as Line;
      this.lines.set(read.id, read);
    }
  }

  of(file: string, text: string, mutation: Mutation, tests: readonly string[]): Verdict | null {
    const line = this.lines.get(idOf(file, text, mutation));
    if (line === undefined) return null;
    return line.tests === hashOfTests(line.verdict, tests) ? line.verdict : null;
  }

  add(file: string, text: string, mutation: Mutation, tests: readonly string[], verdict: Verdict): void {
    const line: Line = { id: idOf(file, text, mutation), verdict, tests: hashOfTests(verdict, tests) };
    this.lines.set(line.id, line);
    mkdirSync(path.dirname(FILE), { recursive: true });
    appendFileSync(FILE, `${JSON.stringify(line)}\n`);
  }
}

function idOf(file: string, text: string, { start, end, to }: Mutation): string {
  return `${file} ${hashOf(text)} ${start}-${end} ${to}`;
}

function hashOfTests(verdict: Verdict, tests: readonly string[]): string {
  if (verdict.kind === 'refused') return '';
  const which = verdict.kind === 'killed' && tests.includes(verdict.by) ? [verdict.by] : tests;
  return hashOf(which.map(test => (existsSync(test) ? readFileSync(test, 'utf8') : '')).join('\0'));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
