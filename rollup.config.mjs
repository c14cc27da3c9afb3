import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { readFileSync } from 'node:fs';
import esbuild from 'rollup-plugin-esbuild';

const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const isDependency = id => Object.keys(dependencies).some(name => id === name || id.startsWith(`${name}/`));

const compile = () => esbuild({ target: 'es2021', tsconfig: 'tsconfig.json' });
/** Bundlers of hosts set this; in the self-contained file nobody else does. */
const setProduction = () =>
  esbuild({ include: /@tanstack/, exclude: [], define: { 'process.env.NODE_ENV': '"production"' }, sourceMap: false });
const resolveInBrowser = () => resolve({ browser: true, exportConditions: ['es2015', 'production'] });

/** For bundlers: one ESM file for each entry, dependencies left to the host's bundler. */
const entries = {
  input: {
    index: 'src/index.ts',
    tokenizer: 'src/tokenizer/index.ts',
    scanner: 'src/scanner/index.ts',
    'rest-contract': 'src/services/rest/contract.ts',
  },
  external: isDependency,
  plugins: [resolve(), compile()],
  output: { dir: 'dist/esm', format: 'es', sourcemap: true, hoistTransitiveImports: false },
};

/** What most pages never need stays out of the self-contained file, in one of its own beside it, loaded on demand. */
const ON_DEMAND = { 'drawing/code128.ts': './wms-inventar-barcode.js' };
const onDemand = id => Object.entries(ON_DEMAND).find(([file]) => id.endsWith(file))?.[1];

/** For `<script type="module">`: one file with everything that counting needs. */
const standalone = {
  input: 'src/standalone.ts',
  external: id => onDemand(id) !== undefined,
  plugins: [resolveInBrowser(), compile(), setProduction(), terser({ format: { comments: false } })],
  output: {
    file: 'dist/wms-inventar.js',
    format: 'es',
    sourcemap: true,
    inlineDynamicImports: true,
    paths: id => onDemand(id) ?? id,
  },
};

const barcode = {
  input: 'src/drawing/code128.ts',
  plugins: [resolveInBrowser(), compile(), terser({ format: { comments: false } })],
  output: { file: 'dist/wms-inventar-barcode.js', format: 'es', sourcemap: true },
};

/** The reference host's page: what stands around the plugin there. */
const page = {
  input: 'reference-host/page/src/page.ts',
  plugins: [compile()],
  output: { file: 'reference-host/page/page.js', format: 'es' },
};

/** zod explains its `@__PURE__` annotations in comments that Rollup takes for annotations. */
const onLog = (level, log, handler) => {
  if (log.code !== 'INVALID_ANNOTATION') handler(level, log);
};

export default [entries, standalone, barcode, page].map(config => ({ ...config, onLog }));
