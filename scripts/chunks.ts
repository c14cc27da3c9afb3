/** Plugins of Rollup for the files that a page loads without a bundler. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { OutputAsset, OutputChunk, Plugin } from 'rollup';

/** As the build lists what it has made. */
export interface BuiltFile {
  readonly file: string;
  readonly bytes: number;
  readonly integrity: string;
  /** The modules that this file is loaded as, later. */
  readonly sources?: readonly string[];
  /** These come with it. */
  readonly imports?: readonly string[];
  /** These may come after it. */
  readonly later?: readonly string[];
}

type Chunks = Readonly<Record<string, { readonly imports: readonly string[] }>>;

/** All that a file imports, and what those import; with itself. */
function closureOf(file: string, chunks: Chunks, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const imported of chunks[file]?.imports ?? []) closureOf(imported, chunks, seen);
  return seen;
}

/** As it is rendered: with what it gives, where the chunk holds more than the module. */
const IMPORT = /__addresses__\(\s*(['"])(.+?)\1\s*\)(?:\.then\(function \(n\) \{ return n\.([\w$]+); \}\))?/g;

/**
 * Writes each `import('./x.ts')` as the addresses of its chunk and of all that this imports and that is not there yet,
 * for `import-fetched.ts`, which takes the place of `import-chunk.ts`.
 */
export function fetchedChunks({ instead }: { readonly instead: Readonly<Record<string, string>> }): Plugin {
  return {
    name: 'fetched-chunks',
    load(id) {
      const other = instead[id];
      return other === undefined ? null : `export * from ${JSON.stringify(other)};`;
    },
    renderDynamicImport({ targetChunk }) {
      return targetChunk === null ? null : { left: '__addresses__(', right: ')' };
    },
    renderChunk(code, chunk, _options, { chunks }) {
      const there = closureOf(chunk.fileName, chunks);
      const folder = path.posix.dirname(chunk.fileName);
      const addresses = (_: string, __: string, relative: string, name?: string): string => {
        const files = [...closureOf(path.posix.join(folder, relative), chunks)].filter(file => !there.has(file));
        const names = files.map(file => `./${path.posix.relative(folder, file)}`);
        const given = name === undefined ? '' : `, name: ${JSON.stringify(name)}`;
        return `({ files: ${JSON.stringify(names)}, from: import.meta.url${given} })`;
      };
      const written = code.replace(IMPORT, addresses);
      if (/__addresses__|from: import\.meta\.url[^}]*\}\)\.then/.test(written)) {
        throw new Error(`An import in ${chunk.fileName} is written in a way that is not known`);
      }
      return { code: written, map: null };
    },
  };
}

/** Lists what the build has made: for a service worker, for integrity, and for `npm run size`. */
export function fileList(fileName: string): Plugin {
  return {
    name: 'file-list',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.values(bundle)
          .filter(({ fileName: name }) => !name.endsWith('.map'))
          .map((file: OutputAsset | OutputChunk): BuiltFile => {
            const content = file.type === 'chunk' ? file.code : file.source;
            const listed = { file: file.fileName, bytes: Buffer.byteLength(content), integrity: integrityOf(content) };
            if (file.type === 'asset') return listed;
            const { moduleIds, imports, dynamicImports } = file;
            const sources = moduleIds
              .filter(id => (this.getModuleInfo(id)?.dynamicImporters.length ?? 0) > 0)
              .map(id => path.relative('.', id).replaceAll(path.sep, '/'));
            return { ...listed, sources, imports, later: dynamicImports };
          });
        this.emitFile({ type: 'asset', fileName, source: `${JSON.stringify({ files }, null, 2)}\n` });
      },
    },
  };
}

function integrityOf(content: string | Uint8Array): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}
