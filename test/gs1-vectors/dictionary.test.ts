/**
 * `GS1_DICTIONARY=<file> npm run test:gs1-vectors`: checks our table of application identifiers against GS1's Barcode
 * Syntax Dictionary, which is not part of this project.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { describe, it } from 'node:test';
import { SETS } from '../../src/tokenizer/gs1/character-sets.ts';
import { allDefinitions } from '../../src/tokenizer/gs1/table.ts';
import { valueRule } from '../../src/tokenizer/gs1/value-rules.ts';

const file = process.env['GS1_DICTIONARY'];

/** Their names of the checks that we have, in our letters. */
const LETTERS: Readonly<Record<string, string>> = {
  csum: 'c',
  csumalpha: 'k',
  yymmdd: 'd',
  yymmd0: 'e',
  yyyymmdd: 'f',
  hhmi: 't',
  hh: 'h',
  mi: 'm',
  ss: 'm',
  pcenc: 'p',
  nonzero: 'o',
  zero: 'a',
  yesno: 'b',
  iso5218: 'g',
  winding: 'w',
  pieceoftotal: 'i',
  nozeroprefix: 'j',
  posinseqslash: 'q',
  latitude: 'l',
  longitude: 'u',
  hyphen: 'v',
  hasnondigit: 'r',
};
/** Those that need lists of codes or prefixes, or whose fields no count depends on. */
const LEFT_OUT = new Set([
  'gcppos1',
  'gcppos2',
  'iso3166',
  'iso3166999',
  'iso3166alpha2',
  'iso4217',
  'mediatype',
  'packagetype',
  'importeridx',
  'iban',
  'couponcode',
  'couponposoffer',
]);

describe('The table of application identifiers', { skip: file === undefined && 'GS1_DICTIONARY names no file' }, () => {
  const lines = (file === undefined ? '' : readFileSync(file, 'utf8')).split('\n').filter(line => /^\d/.test(line));
  const ours = new Map(allDefinitions().map(each => [each.ai, each]));

  it('has the identifiers of the dictionary, and no others', () => {
    assert.deepEqual([...ours.keys()].sort(), lines.flatMap(line => identifiersOf(line)).sort());
    assert.ok(ours.size > 500);
  });

  it('says the same of each', () => {
    for (const line of lines) {
      const [words = ''] = line.split('#');
      const [, flags = '', rest = ''] = /^\S+\s+([*?]*)\s*(.*)$/.exec(words) ?? [];
      const parts = rest.trim().split(/\s+/);
      const components = parts.filter(part => /^\[?[NXYZ]/.test(part)).map(componentOf);
      const attribute = (name: string) =>
        parts
          .filter(part => part.startsWith(`${name}=`))
          .map(part =>
            part
              .slice(name.length + 1)
              .replaceAll('n', '')
              .split(','),
          );
      const key = parts.find(part => part.startsWith('dlpkey'));
      for (const ai of identifiersOf(line)) {
        const found = ours.get(ai);
        assert.ok(found, ai);
        assert.deepEqual(
          {
            predefined: found.predefined,
            isAttribute: found.isAttribute,
            components: found.components,
            needs: found.needs,
            excludes: [...found.excludes].sort(),
            qualifiers: found.qualifiers,
          },
          {
            predefined: flags.includes('*'),
            isAttribute: flags.includes('?'),
            components,
            needs: attribute('req'),
            excludes: attribute('ex').flat().sort(),
            qualifiers:
              key === undefined
                ? null
                : key
                    .slice('dlpkey='.length)
                    .split('|')
                    .map(order => order.split(',').filter(each => each !== '')),
          },
          ai,
        );
      }
    }
  });
});

function identifiersOf(line: string): string[] {
  const [, first = '', last = first] = /^(\d+)(?:-(\d+))?/.exec(line) ?? [];
  const size = Number(last) - Number(first) + 1;
  return Array.from({ length: size }, (_, index) => String(Number(first) + index).padStart(first.length, '0'));
}

function componentOf(part: string) {
  const [, bracket, letter = '', variable, length, names = ''] =
    /^(\[?)([NXYZ])(\.\.)?(\d+)\]?((?:,\w+)*)$/.exec(part) ?? [];
  const rules = names.split(',').filter(name => name !== '' && !LEFT_OUT.has(name));
  return {
    set: 1 << SETS.indexOf(letter),
    min: variable === undefined ? Number(length) : 1,
    max: Number(length),
    optional: bracket === '[',
    rules: rules.map(name => valueRule(LETTERS[name] ?? `no letter for ${name}`)),
  };
}
