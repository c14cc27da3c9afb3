import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';

const src = fileURLToPath(new URL('../../src', import.meta.url));

/** The most bytes that an entry may have for a page that loads nothing else of us: bundled, minified, gzipped. */
const LIMITS: Readonly<Record<string, number>> = {
  'tokenizer/index.ts': 3 * 1024,
  'tokenizer/gs1/index.ts': 6 * 1000,
};

/** As our own self-contained file is made; what is published for bundlers is left to theirs, and not minified. */
async function minified(entry: string): Promise<string> {
  const bundle = await rollup({
    input: path.join(src, entry),
    plugins: [esbuild({ target: 'es2021' }), terser({ ecma: 2020, module: true, compress: { passes: 3 } })],
  });
  const { output } = await bundle.generate({ format: 'es' });
  assert.equal(output.length, 1, 'everything in one file');
  return output[0].code;
}

describe('The size of what a page loads', () => {
  for (const [entry, limit] of Object.entries(LIMITS)) {
    it(`${entry}: at most ${limit} bytes, minified and gzipped`, async () => {
      const bytes = gzipSync(await minified(entry), { level: 9 }).byteLength;
      console.log(`${entry}: ${bytes} bytes`);
      assert.ok(bytes > 500 && bytes <= limit, `${bytes} bytes`);
    });
  }
});
