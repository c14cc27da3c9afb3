/**
 * `GS1_VECTORS=<file> npm run test:gs1-vectors`: reads a collection of published cases, each with the answer of GS1's own
 * engine. The collection is third-party data and not part of this project; without it there is nothing to test here.
 *
 * `GS1_DICTIONARY=<file>`: GS1's list of application identifiers, to check ours against.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { describe, it } from 'node:test';
import * as z from 'zod/mini';
import type { Gs1Parser, Gs1Result } from '../../src/tokenizer/gs1-parser.ts';
import { createGs1Parser } from '../../src/tokenizer/gs1/index.ts';

const collection = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['element-string', 'scan-data', 'bracketed', 'digital-link']),
      tier: z.enum(['core', 'association', 'deep']),
      input: z.string(),
      options: z.optional(z.object({ permitZeroSuppressedGTIN: z.optional(z.boolean()) })),
      expect: z.object({
        accept: z.boolean(),
        elements: z.optional(z.array(z.object({ ai: z.string(), value: z.string() }))),
      }),
    }),
  ),
});
type Case = z.infer<typeof collection>['cases'][number];

/** Cases in which we answer otherwise on purpose, each with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {};

const READ: Readonly<Record<Case['kind'], (parser: Gs1Parser, text: string) => Gs1Result>> = {
  'element-string': (parser, text) => parser.elementString(text),
  'scan-data': (parser, text) => parser.scan(text),
  bracketed: (parser, text) => parser.bracketed(text),
  'digital-link': (parser, text) => parser.digitalLink(text),
};

/** What we answer otherwise than the collection, in words; `null`: nothing. */
function difference({ kind, input, options, expect }: Case): string | null {
  const parser = createGs1Parser({ zeroSuppressedGtin: options?.permitZeroSuppressedGTIN ?? false });
  const { ok, elements, reason } = READ[kind](parser, input);
  if (ok !== expect.accept) return ok ? 'accepted' : `rejected: ${reason}`;
  const ours = elements.map(({ ai, value }) => `(${ai})${value}`).join('');
  const theirs = (expect.elements ?? []).map(({ ai, value }) => `(${ai})${value}`).join('');
  return ok && ours !== theirs ? `read as ${ours}` : null;
}

const file = process.env['GS1_VECTORS'];

describe('The published cases', { skip: file === undefined && 'GS1_VECTORS names no file' }, () => {
  const { cases } = collection.parse(JSON.parse(file === undefined ? '{"cases":[]}' : readFileSync(file, 'utf8')));

  for (const tier of ['core', 'association', 'deep'] as const) {
    it(`has an answer to each case of the tier ${tier}`, () => {
      const all = cases.filter(each => each.tier === tier);
      const others = all.flatMap(each => {
        const found = difference(each);
        return found === null ? [] : [{ id: each.id, input: each.input, found }];
      });
      console.log(`${tier}: ${all.length - others.length} of ${all.length} as expected`);
      if (tier !== 'core') return;
      assert.deepEqual(
        others.filter(({ id }) => !(id in EXCEPTIONS)),
        [],
      );
      assert.ok(all.length > 1000 && Object.keys(EXCEPTIONS).length <= 10);
    });
  }
});
