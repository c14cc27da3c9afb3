/**
 * `npm run test:model -- --runs 5000 --seed 7`: the model test of the outbox, so many runs for each kind of host. A run
 * that fails prints its seed, its path and its story; the seed belongs into `test/model/regressions.json` then.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const env = {
  ...process.env,
  ...(values.runs !== undefined && { MODEL_RUNS: values.runs }),
  ...(values.seed !== undefined && { MODEL_SEED: values.seed }),
};
const cwd = fileURLToPath(new URL('..', import.meta.url));
const child = spawn(process.execPath, ['--test', 'test/model/outbox.test.ts'], { cwd, env, stdio: 'inherit' });
child.once('close', code => process.exit(code ?? 1));
