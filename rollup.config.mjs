import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import esbuild from 'rollup-plugin-esbuild';
import { fetchedChunks, fileList } from './scripts/chunks.ts';

const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const isDependency = id => Object.keys(dependencies).some(name => id === name || id.startsWith(`${name}/`));

const compile = () => esbuild({ target: 'es2021', tsconfig: 'tsconfig.json' });
/** Bundlers of hosts set this; in the files for pages nobody else does. */
const setProduction = () =>
  esbuild({ include: /@tanstack/, exclude: [], define: { 'process.env.NODE_ENV': '"production"' }, sourceMap: false });
const resolveInBrowser = () => resolve({ browser: true, exportConditions: ['es2015', 'production'] });
const minify = ({ module = true } = {}) =>
  terser({ ecma: 2020, module, compress: { passes: 3 }, format: { comments: false } });

/** How far a line of a template is indented means nothing to the browser; nor does what stands between parts of a style. */
const flatTemplates = () => ({
  name: 'flat-templates',
  transform(code, id) {
    if (!/src[\\/]components[\\/]/.test(id)) return null;
    const flat = code.replace(/\n[ \t]+/g, '\n');
    return { code: id.endsWith('.styles.ts') ? flat.replace(/css`[^`]*`/g, tightStyle) : flat, map: null };
  },
});
const tightStyle = style =>
  style
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/([{};,:])\s+/g, '$1')
    .replace(/\s+\{/g, '{')
    .replace(/ ([>~]) /g, '$1')
    .replaceAll(';}', '}');

/** None of our streams has a scheduler or comes of an async iterable: what rxjs has for them, and tslib, stay away. */
const withoutSchedulers = () => ({
  name: 'without-schedulers',
  load: id =>
    ({
      isAsyncIterable: 'export const isAsyncIterable = () => false;',
      isReadableStreamLike:
        'export const isReadableStreamLike = () => false, readableStreamLikeToAsyncGenerator = undefined;',
      scheduled: 'export const scheduled = undefined;',
    })[/rxjs[\\/]dist[\\/]esm[\\/].*[\\/](\w+)\.js$/.exec(id)?.[1]],
});

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
 * For `<script type="module">`: a small file with a name that stays, and in the folder beside it what counting needs at
 * once, as one file, and each part that comes later. `wms-inventar/files.json` lists them.
 */
const standalone = {
  input: { 'wms-inventar': 'src/wms-inventar.ts' },
  plugins: [
    resolveInBrowser(),
    withoutSchedulers(),
    flatTemplates(),
    compile(),
    setProduction(),
    fetchedChunks({
      instead: { [path.resolve('src/loading/import-chunk.ts')]: path.resolve('src/loading/import-fetched.ts') },
    }),
    minify(),
    decoderWasm,
    fileList('wms-inventar/files.json'),
  ],
  output: {
    dir: 'dist',
    entryFileNames: '[name].js',
    chunkFileNames: 'wms-inventar/[name]-[hash].js',
    format: 'es',
    sourcemap: true,
    hoistTransitiveImports: false,
    // With all that it imports; and what the parts of a language share, which would else be exported by its first part.
    manualChunks: id =>
      id === path.resolve('src/standalone.ts') || /messages.\w+.plural\.ts$/.test(id) ? 'core' : undefined,
  },
};

/** For a host that wants exactly one file: all parts in it, as a module and as a classic script. The camera's wasm lies beside. */
const whole = {
  input: 'src/standalone.ts',
  plugins: [resolveInBrowser(), withoutSchedulers(), flatTemplates(), compile(), setProduction()],
  output: [
    {
      file: 'dist/wms-inventar.all.js',
      format: 'es',
      inlineDynamicImports: true,
      sourcemap: true,
      plugins: [minify()],
    },
    {
      file: 'dist/wms-inventar.classic.js',
      format: 'iife',
      name: 'WmsInventar',
      inlineDynamicImports: true,
      sourcemap: true,
      // Its one name is the page's.
      plugins: [minify({ module: false })],
    },
  ],
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

export default [entries, standalone, whole, page].map(config => ({ ...config, onLog }));
