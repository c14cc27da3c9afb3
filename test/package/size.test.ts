import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BARS, BUNDLERS, MOMENTS, entrySize, momentSize } from '../../scripts/size.ts';

/** `npm run size` prints them by library and folder. */
describe('The size of what a page loads', () => {
  for (const [moment, sources] of Object.entries(MOMENTS)) {
    it(`${moment}: at most ${BARS.firstScan} bytes, gzipped`, () => {
      const { gzip } = momentSize(sources);
      console.log(`${moment}: ${gzip} bytes`);
      assert.ok(gzip > 10_000 && gzip <= BARS.firstScan, `${gzip} bytes`);
    });
  }

  for (const [entry, bar] of [
    ['tokenizer/index.ts', BARS.tokenizer],
    ['tokenizer/gs1/index.ts', BARS.gs1],
  ] as const) {
    for (const bundler of BUNDLERS) {
      it(`${entry}: at most ${bar} bytes by ${bundler}, minified and gzipped, with nothing else of us`, async () => {
        const { gzip } = await entrySize(entry, bundler);
        console.log(`${entry} by ${bundler}: ${gzip} bytes`);
        assert.ok(gzip > 500 && gzip <= bar, `${gzip} bytes`);
      });
    }
  }
});
