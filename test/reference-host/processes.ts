import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../reference-host/server/main.ts', import.meta.url));

export interface HostProcess {
  readonly url: string;
  isRunning(): boolean;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Ends it as Ctrl+C does. */
  stop(): Promise<void>;
}

/** Starts the reference host as a process of its own and waits until it says where it is. */
export async function startProcess(environment: Record<string, string>): Promise<HostProcess> {
  const child = launch(environment);
  const output: string[] = [];
  child.stderr?.on('data', chunk => output.push(String(chunk)));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', chunk => {
      const found = /Open (http:\S+)/.exec(String(chunk))?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', code => reject(new Error(`The host ended with ${code}: ${output.join('')}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return { url, isRunning: () => child.exitCode === null, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

/** Starts it where it is expected not to come up; what it says on its way out. */
export async function startInVain(environment: Record<string, string>): Promise<{ code: number; said: string }> {
  const child = launch(environment);
  const output: string[] = [];
  child.stderr?.on('data', chunk => output.push(String(chunk)));
  const [code] = await once(child, 'exit');
  return { code, said: output.join('') };
}

function launch(environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [main], {
    env: { ...process.env, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
