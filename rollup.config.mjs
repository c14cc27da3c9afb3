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

/**
 * For `<script type="module">`: one file with all that counting needs, the languages too. What is loaded only where it is
 * used (drawing barcodes, a camera's decoders) lies beside it, in a folder of the same name.
 */
const standalone = {
  input: { 'wms-inventar': 'src/standalone.ts' },
  preserveEntrySignatures: 'allow-extension',
  plugins: [resolveInBrowser(), compile(), setProduction(), terser({ format: { comments: false } })],
  output: {
    dir: 'dist',
    entryFileNames: '[name].js',
    chunkFileNames: 'wms-inventar/[name].js',
    format: 'es',
    sourcemap: true,
    hoistTransitiveImports: false,
    manualChunks: id =>
      /src\/(messages\/|standalone\.ts$)/.test(id.replaceAll('\\', '/')) ? 'wms-inventar' : undefined,
  },
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

export default [entries, standalone, page].map(config => ({ ...config, onLog }));
