/**
 * `npm run bench -- tokenizer`: runs one bench of `bench/`; without a name, lists them. A bench prints what it measured
 * in words and ends with one line of JSON: `{"bench": …, "figures": {…}, "holds": true|false}`. Ratios are measured side
 * by side in the same run, so that they mean the same on another machine.
 */
import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [name, ...options] = process.argv.slice(2);
const file = path.join(root, 'bench', `${name}.ts`);
if (name === undefined || !/^[a-z-]+$/.test(name) || !existsSync(file)) {
  const names = globSync('bench/*.ts', { cwd: root }).map(each => path.basename(each, '.ts'));
  console.error(`npm run bench -- <name>, one of: ${names.filter(each => each !== 'report').join(', ')}`);
  process.exit(1);
}
const flags = ['--expose-gc', '--disable-warning=ExperimentalWarning'];
const child = spawn(process.execPath, [...flags, file, ...options], { cwd: root, stdio: 'inherit' });
child.once('close', code => process.exit(code ?? 1));
