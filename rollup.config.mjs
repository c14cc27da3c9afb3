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
    'tokenizer/gs1': 'src/tokenizer/gs1/index.ts',
    scanner: 'src/scanner/index.ts',
    'scanner/hid': 'src/scanner/devices/hid/web-hid.ts',
    'scanner/serial': 'src/scanner/devices/serial/web-serial.ts',
    'scanner/camera': 'src/scanner/devices/camera/camera.ts',
    'scanner/bridge': 'src/scanner/devices/bridge/bridge.ts',
    'rest-contract': 'src/services/rest/contract.ts',
  },
  external: isDependency,
  plugins: [resolve(), compile()],
  output: { dir: 'dist/esm', format: 'es', sourcemap: true, hoistTransitiveImports: false },
};

/** The camera's decoder: one copy for all, where `zxing-decoder.ts` looks for it from either build. */
const decoderWasm = {
  name: 'decoder-wasm',
  generateBundle() {
    const source = readFileSync(new URL('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm', import.meta.url));
    this.emitFile({ type: 'asset', fileName: 'wms-inventar/zxing_reader.wasm', source });
  },
};

/**
 * For `<script type="module">`: one file with all that counting needs, the languages too. What is loaded only where it is
 * used (drawing barcodes, a camera's decoders) lies beside it, in a folder of the same name.
 */
const standalone = {
  input: { 'wms-inventar': 'src/standalone.ts' },
  preserveEntrySignatures: 'allow-extension',
  plugins: [resolveInBrowser(), compile(), setProduction(), terser({ format: { comments: false } }), decoderWasm],
  output: {
    dir: 'dist',
    entryFileNames: '[name].js',
    chunkFileNames: 'wms-inventar/[name].js',
    format: 'es',
    sourcemap: true,
    hoistTransitiveImports: false,
    manualChunks: id =>
      /src\/(messages\/(?!\w+\/(inspector|camera)\.ts)|standalone\.ts$)/.test(id.replaceAll('\\', '/'))
        ? 'wms-inventar'
        : undefined,
  },
};

/** The reference host's pages: what stands around the plugin there. */
const page = {
  input: ['reference-host/page/src/page.ts', 'reference-host/page/src/commands.ts'],
  plugins: [compile()],
  output: { dir: 'reference-host/page', format: 'es' },
};

/** zod explains its `@__PURE__` annotations in comments that Rollup takes for annotations. */
const onLog = (level, log, handler) => {
  if (log.code !== 'INVALID_ANNOTATION') handler(level, log);
};

export default [entries, standalone, page].map(config => ({ ...config, onLog }));
