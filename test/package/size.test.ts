import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const src = fileURLToPath(new URL('../../src', import.meta.url));

/** The most bytes that an entry may have for a browser that asks for nothing else: bundled, minified, gzipped. */
const LIMITS: Readonly<Record<string, number>> = {
  'tokenizer/gs1/index.ts': 6000,
};

describe('The size of what a page loads', () => {
  for (const [entry, limit] of Object.entries(LIMITS)) {
    it(`${entry}: at most ${limit} bytes`, async () => {
      const { outputFiles } = await build({
        entryPoints: [path.join(src, entry)],
        bundle: true,
        minify: true,
        format: 'esm',
        target: 'es2021',
        write: false,
      });
      const bytes = gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).byteLength;
      console.log(`${entry}: ${bytes} bytes`);
      assert.ok(bytes > 500 && bytes <= limit, `${bytes} bytes`);
    });
  }
});
