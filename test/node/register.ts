/**
 * `node --import ./test/node/register.ts --test …` runs tests that need no page without a browser: the same files, with
 * Node's own `describe` and `it`, and an IndexedDB in memory.
 */
import 'fake-indexeddb/auto';
import { registerHooks } from 'node:module';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';

Object.assign(globalThis, { after, afterEach, before, beforeEach, describe, it });

/** What of the test library is no element's: the rest of it wants a document. */
const INSTEAD = new Map([
  ['@open-wc/testing', new URL('testing.ts', import.meta.url).href],
  ['@esm-bundle/chai', new URL('../../node_modules/@esm-bundle/chai/esm/chai.js', import.meta.url).href],
]);

registerHooks({
  resolve: (specifier, context, next) => {
    const url = INSTEAD.get(specifier);
    return url === undefined ? next(specifier, context) : { url, shortCircuit: true };
  },
});
