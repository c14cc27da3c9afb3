/** Whether anybody notices one change: tests, or the types. */
import { type ChildProcess, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { createInterface } from 'node:readline';
import ts from 'typescript';
import { type Mutation, mutated } from './mutators.ts';
import type { Question, Reply } from './quick.ts';

export type Verdict =
  /** A test failed, or did not come to its end. */
  | { readonly kind: 'killed' | 'timed-out'; readonly by: string }
  | { readonly kind: 'refused'; readonly by: string }
  | { readonly kind: 'survived' };

/** A change of one file; `null`: none, to see that all is well without. */
export type Change = { readonly file: string; readonly mutation: Mutation } | null;

/** So many changes in one process: what each leaves behind adds up. */
const RUNS_OF_A_PROCESS = 200;
const QUICK_LIMIT_MS = { rules: 30_000, host: 600_000 };

/** Tests that wait for nothing, or for the host alone, in a process that many changes share. */
export class QuickTests {
  private readonly host: boolean;
  private child: ChildProcess | null = null;
  private runs = 0;
  private answered: (reply: Reply | null) => void = () => undefined;

  constructor(host: boolean) {
    this.host = host;
  }

  /** `null`: all pass. */
  async run(tests: readonly string[], change: Change): Promise<Verdict | null> {
    if (tests.length === 0) return null;
    if (this.runs++ === RUNS_OF_A_PROCESS) this.end();
    const question: Question = {
      change: change && { file: path.resolve(change.file), ...change.mutation },
      tests: tests.map(test => path.resolve(test)),
      host: this.host,
    };
    this.child ??= this.start();
    const { stdin } = this.child;
    const reply = await new Promise<Reply | null>(resolve => {
      const timer = setTimeout(() => this.answered(null), QUICK_LIMIT_MS[this.host ? 'host' : 'rules']);
      this.answered = said => {
        clearTimeout(timer);
        resolve(said);
      };
      stdin?.write(`${JSON.stringify(question)}\n`);
    });
    if (reply === null) {
      this.end();
      return { kind: 'timed-out', by: tests.join(' ') };
    }
    return reply.by === null ? null : { kind: 'killed', by: asInProject(reply.by) };
  }

  end(): void {
    this.child?.kill('SIGKILL');
    this.child = null;
    this.runs = 0;
  }

  private start(): ChildProcess {
    const preloaded = this.host ? [] : ['--import', './test/node/register.ts'];
    const child = spawn(process.execPath, ['--no-warnings', ...preloaded, 'scripts/mutants/quick.ts'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    createInterface({ input: child.stdout }).on('line', line => this.answered(JSON.parse(line) as Reply));
    // One that breaks down says so by not answering.
    child.once('close', () => child === this.child && this.answered(null));
    child.stdin.on('error', () => undefined);
    return child;
  }
}

function asInProject(file: string): string {
  return path.relative('.', file).split(path.sep).join('/');
}

export interface Suite {
  readonly tests: readonly string[];
  readonly limitMs: number;
}

const ARGUMENTS = [
  '--test',
  '--test-isolation=none',
  '--test-force-exit',
  '--test-timeout=10000',
  '--test-reporter=./test/node/first-failure.ts',
];

/** `null`: all tests pass. Each change has a process of its own. */
export function runTests(
  { tests, limitMs }: Suite,
  change: Change,
): Promise<Extract<Verdict, { readonly by: string }> | null> {
  const preloaded = ['./test/node/register.ts', './test/node/mutant.ts'];
  const child = spawn(process.execPath, [...preloaded.flatMap(each => ['--import', each]), ...ARGUMENTS, ...tests], {
    env: {
      ...process.env,
      MODEL_RUNS: '15',
      MODEL_SEED: '7',
      ...(change && {
        MUTANT: JSON.stringify({ url: pathToFileURL(path.resolve(change.file)).href, ...change.mutation }),
      }),
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  return new Promise(resolve => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, limitMs);
    child.once('close', code => {
      clearTimeout(timer);
      if (late) resolve({ kind: 'timed-out', by: tests.join(' ') });
      else resolve(code === 0 ? null : { kind: 'killed', by: failedIn(said, tests) });
    });
  });
}

/** The file of the test that failed. */
function failedIn(said: string, tests: readonly string[]): string {
  const failed = /^\{.*"file":"([^"]*)"/m.exec(said)?.[1];
  const file = failed === undefined ? undefined : asInProject(failed);
  return file !== undefined && tests.includes(file) ? file : tests.join(' ');
}

/** Answers whether a file compiles with a change in it; what it was like before is kept, so that the next is fast. */
export class TypeCheck {
  private readonly service: ts.LanguageService;
  private readonly root: string;
  private version = 0;
  private file = '';
  private text = '';

  constructor(tsconfig: string) {
    this.root = path.resolve('.');
    const config: unknown = ts.readConfigFile(tsconfig, name => ts.sys.readFile(name)).config;
    const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(path.resolve(tsconfig)));
    this.service = ts.createLanguageService({
      getCompilationSettings: () => options,
      getScriptFileNames: () => fileNames,
      getScriptVersion: name => (name === this.file ? String(this.version) : '0'),
      getScriptSnapshot: name => {
        const text = name === this.file ? this.text : ts.sys.readFile(name);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => this.root,
      getDefaultLibFileName: of => ts.getDefaultLibFilePath(of),
      fileExists: name => ts.sys.fileExists(name),
      readFile: name => ts.sys.readFile(name),
      readDirectory: (...of) => ts.sys.readDirectory(...of),
      directoryExists: name => ts.sys.directoryExists(name),
      getDirectories: name => ts.sys.getDirectories(name),
    });
  }

  /** `null`: it compiles. */
  refusal(file: string, text: string, mutation: Mutation): string | null {
    this.file = path.resolve(file);
    this.text = mutated(text, mutation);
    this.version++;
    const [first] = [
      ...this.service.getSyntacticDiagnostics(this.file),
      ...this.service.getSemanticDiagnostics(this.file),
    ];
    return first === undefined ? null : ts.flattenDiagnosticMessageText(first.messageText, ' ').slice(0, 100);
  }
}
