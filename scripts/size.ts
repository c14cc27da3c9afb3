/**
 * `npm run size`, after a build: what a page loads until which moment, in bytes as they travel, by library and folder, and
 * what each entry for bundlers costs alone. Ends with an error where a bar is passed. `-- --files` names each file.
 */
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build as esbuild } from 'esbuild';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import rollupEsbuild from 'rollup-plugin-esbuild';
import type { BuiltFile } from './chunks.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'dist');

/** In gzip; 2,000 of the first: hearing only what is the plugin’s own, and asking about labels as quantities. What stands between them and what is wanted is in `docs/performance.md`. */
export const BARS = { firstScan: 97_000, tokenizer: 3_400, gs1: 6 * 1024 };

export interface Size {
  readonly bytes: number;
  readonly gzip: number;
  readonly brotli: number;
}

function sizeOf(texts: readonly string[]): Size {
  const sum = (measure: (text: string) => number) => texts.reduce((total, text) => total + measure(text), 0);
  return {
    bytes: sum(text => Buffer.byteLength(text)),
    gzip: sum(text => gzipSync(text, { level: 9 }).byteLength),
    brotli: sum(text => brotliCompressSync(text).byteLength),
  };
}

const read = (file: string) => readFileSync(path.join(dist, file), 'utf8');

export function builtFiles(): readonly BuiltFile[] {
  const { files } = JSON.parse(read('wms-inventar/files.json')) as { files: readonly BuiltFile[] };
  return files;
}

/** The files that come with the one that a page names, and with those modules that are asked for besides. */
export function filesOf(sources: readonly string[]): readonly string[] {
  const files = new Map(builtFiles().map(file => [file.file, file]));
  const wanted = new Set<string>();
  const add = (name: string): void => {
    if (wanted.has(name)) return;
    wanted.add(name);
    files.get(name)?.imports?.forEach(add);
  };
  add('wms-inventar.js');
  for (const source of sources) {
    const found = [...files.values()].find(file => file.sources?.includes(source) === true);
    if (found === undefined) throw new Error(`No file is loaded as ${source}`);
    add(found.file);
  }
  return [...wanted];
}

/** A library by its name, our own by its folder. */
function groupOf(source: string): string {
  const library = /node_modules\/((?:@[^/]+\/)?[^/]+)(?!.*node_modules)/.exec(source)?.[1];
  return library ?? /src\/[^/]+/.exec(source)?.[0] ?? 'the bundler';
}

/** What each library and folder has in a file: the text that its map traces back there. */
function textByGroup(file: string, into: Map<string, string>): void {
  const map = new SourceMap(JSON.parse(read(`${file}.map`)) as SourceMapPayload);
  read(file)
    .split('\n')
    .forEach((line, n) => {
      let from = 0;
      let group = 'the bundler';
      const give = (to: number) => into.set(group, (into.get(group) ?? '') + line.slice(from, to));
      for (let column = 0; column < line.length;) {
        const entry = map.findEntry(n, column);
        const now = 'originalSource' in entry ? groupOf(entry.originalSource) : 'the bundler';
        if (now !== group) {
          give(column);
          from = column;
          group = now;
        }
        // Inside a word nothing changes.
        column += Math.max(1, /^[\w$]+/.exec(line.slice(column, column + 40))?.[0].length ?? 1);
      }
      give(line.length);
    });
}

/** Each alone compresses worse than all together: the parts are scaled to the whole. */
function byGroup(files: readonly string[], whole: Size): [string, Size][] {
  const texts = new Map<string, string>();
  for (const file of files) if (existsSync(path.join(dist, `${file}.map`))) textByGroup(file, texts);
  const alone = [...texts].map(([group, text]): [string, Size] => [group, sizeOf([text])]);
  const scale = (kind: keyof Size) => whole[kind] / alone.reduce((sum, [, size]) => sum + size[kind], 0);
  const by = { bytes: 1, gzip: scale('gzip'), brotli: scale('brotli') };
  return alone
    .map(([group, { bytes, gzip, brotli }]): [string, Size] => [
      group,
      { bytes, gzip: Math.round(gzip * by.gzip), brotli: Math.round(brotli * by.brotli) },
    ])
    .sort(([, a], [, b]) => b.gzip - a.gzip);
}

/** What hosts' bundlers make of an entry; what we publish for them is not minified. */
const MINIFIED = {
  Rollup: async (input: string): Promise<string> => {
    const bundle = await rollup({
      input,
      plugins: [rollupEsbuild({ target: 'es2021' }), terser({ ecma: 2020, module: true, compress: { passes: 3 } })],
    });
    const { output } = await bundle.generate({ format: 'es' });
    if (output.length > 1) throw new Error(`${input} is not one file`);
    return output[0].code;
  },
  esbuild: async (input: string): Promise<string> => {
    const options = { bundle: true, minify: true, format: 'esm', target: 'es2021', write: false } as const;
    const { outputFiles } = await esbuild({ entryPoints: [input], ...options });
    return outputFiles.map(({ text }) => text).join('');
  },
};

export type Bundler = keyof typeof MINIFIED;
export const BUNDLERS: readonly Bundler[] = ['Rollup', 'esbuild'];

/** An entry for a page that loads nothing else of us: bundled and minified. */
export async function entrySize(entry: string, bundler: Bundler): Promise<Size> {
  return sizeOf([await MINIFIED[bundler](path.join(root, 'src', entry))]);
}

/** What is loaded until the moment, in English; other languages cost as much. */
export const MOMENTS = {
  'until the first scan can be taken': ['src/messages/en/index.ts'],
};

export function momentSize(sources: readonly string[]): Size {
  return sizeOf(filesOf(sources).map(read));
}

function inColumns(name: string, { bytes, gzip, brotli }: Size): string {
  const number = (n: number) => n.toLocaleString('en').padStart(10);
  return `${name.padEnd(44)}${number(bytes)}${number(gzip)}${number(brotli)}`;
}

async function main(): Promise<boolean> {
  const failures: string[] = [];
  const bar = (name: string, gzip: number, most: number) => {
    if (gzip > most) failures.push(`${name}: ${gzip.toLocaleString('en')} bytes, at most ${most.toLocaleString('en')}`);
  };
  console.log(`${''.padEnd(44)}${['bytes', 'gzip', 'brotli'].map(head => head.padStart(10)).join('')}`);
  for (const [moment, sources] of Object.entries(MOMENTS)) {
    const files = filesOf(sources);
    const size = sizeOf(files.map(read));
    console.log(`\n${inColumns(moment, size)}`);
    for (const [group, of] of byGroup(files, size)) console.log(inColumns(`  ${group}`, of));
    if (process.argv.includes('--files'))
      for (const file of files) console.log(inColumns(`  ${file}`, sizeOf([read(file)])));
    bar(moment, size.gzip, BARS.firstScan);
  }
  console.log('\nthe parts that come later, each with what it alone needs');
  const first = new Set(filesOf(Object.values(MOMENTS).flat()));
  for (const [file, source] of builtFiles().flatMap(({ file, sources = [] }) =>
    sources.map(each => [file, each] as const),
  )) {
    if (first.has(file)) continue;
    const own = filesOf([source]).filter(each => !first.has(each));
    console.log(inColumns(`  ${source.replace('src/', '')}`, sizeOf(own.map(read))));
  }
  console.log();
  for (const file of ['wms-inventar.all.js', 'wms-inventar.classic.js']) {
    console.log(inColumns(`${file} (all of it)`, sizeOf([read(file)])));
  }
  for (const bundler of BUNDLERS) {
    for (const [name, entry, most] of [
      ['wms-inventar/tokenizer', 'tokenizer/index.ts', BARS.tokenizer],
      ['wms-inventar/tokenizer/gs1', 'tokenizer/gs1/index.ts', BARS.gs1],
    ] as const) {
      const size = await entrySize(entry, bundler);
      console.log(inColumns(`${name}, alone, by ${bundler}`, size));
      bar(`${name} by ${bundler}`, size.gzip, most);
    }
  }
  for (const failure of failures) console.error(`\nOver its bar: ${failure}`);
  return failures.length === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = (await main()) ? 0 : 1;
