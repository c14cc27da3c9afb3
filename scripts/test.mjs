/**
 * `npm test`: everything that has to hold, one after the other, and at the end one line with the sums. Each part prints
 * what failed and how many passed; a part that ran no test has failed.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** `tests`: its output ends with figures; the others count as one each. */
const PARTS = [
  { name: 'types', command: 'npm', args: ['run', '-s', 'typecheck'] },
  { name: 'lint', command: 'npm', args: ['run', '-s', 'lint'] },
  { name: 'build', command: 'npm', args: ['run', '-s', 'build'] },
  { name: 'browser', command: 'npm', args: ['run', '-s', 'test:unit'], tests: /^(\d+) passed, (\d+) failed$/m },
  { name: 'firefox', command: 'npm', args: ['run', '-s', 'test:firefox'], tests: /^(\d+) passed, (\d+) failed$/m },
  { name: 'node', command: 'npm', args: ['run', '-s', 'test:node'], tests: /^ℹ pass (\d+)[\s\S]*^ℹ fail (\d+)/m },
  { name: 'e2e', command: 'npm', args: ['run', '-s', 'test:e2e'], tests: /^(\d+) passed, (\d+) failed$/m },
];

const wanted = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const { name, command, args, tests } of PARTS) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const started = performance.now();
  console.log(`\n── ${name}`);
  const { code, output } = await run(command, args);
  const [, ofPassed, ofFailed] = tests?.exec(output) ?? [];
  const seconds = Math.round((performance.now() - started) / 1000);
  if (tests === undefined) {
    if (code === 0) passed++;
    else failed++;
  } else {
    passed += Number(ofPassed ?? 0);
    // A part that broke off, or found nothing to run, is a failure of its own.
    failed += Number(ofFailed ?? 0) || (code !== 0 || Number(ofPassed ?? 0) === 0 ? 1 : 0);
  }
  console.log(`── ${name}: ${code === 0 ? 'passed' : 'failed'} in ${seconds} s`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

function run(command, args) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        output += String(chunk);
        process.stdout.write(chunk);
      });
    }
    child.once('close', code => resolve({ code, output: output.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '') }));
  });
}
