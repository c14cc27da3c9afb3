/** Builds `dist` (the package) and the reference host's page. `node scripts/build.ts --types` adds what a release has. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { loadConfigFile } from 'rollup/loadConfigFile';
import { rollup } from 'rollup';

const root = fileURLToPath(new URL('..', import.meta.url));

/** `whole: false` leaves out the files that hold everything, which take longest. */
export async function build({ whole = true } = {}): Promise<void> {
  const { options, warnings } = await loadConfigFile(`${root}rollup.config.mjs`, {});
  warnings.flush();
  for (const each of options) {
    if (!whole && each.input === 'src/standalone.ts') continue;
    const bundle = await rollup(each);
    await Promise.all(each.output.map(output => bundle.write(output)));
    await bundle.close();
  }
  compress();
}

/** What pages load without a bundler lies there compressed too, for hosts that serve it so: as `x.js.br` and `x.js.gz`. */
function compress(): void {
  for (const file of globSync([`${root}dist/*.js`, `${root}dist/wms-inventar/*.{js,wasm}`])) {
    const content = readFileSync(file);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength };
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  rmSync(`${root}dist`, { recursive: true, force: true });
  await build();
  if (process.argv.includes('--types')) {
    run('tsc', ['-p', 'tsconfig.types.json']);
    pointTypesAtModules();
    run('custom-elements-manifest', ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet']);
  }
}

/** Declarations name what lies beside them: `./x.js`, which every module resolution finds. */
function pointTypesAtModules(): void {
  for (const file of globSync(`${root}dist/types/**/*.d.ts`)) {
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/(from\s+'|import\(')(\.[^']*)\.ts'/g, "$1$2.js'"));
  }
}

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(`${root}node_modules/.bin/${command}`, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
