import { expect } from '@open-wc/testing';
import { createGs1Parser } from '../../../src/tokenizer/gs1/index.ts';

const parser = createGs1Parser();

/** The warnings of a text: `37 without 02,8026`, `02 with 01`. */
function warnings(text: string): string[] {
  const { ok, reason, warnings: all } = parser.bracketed(text);
  expect(ok, reason).to.be.true;
  return all.map(({ code, ai, others }) => `${ai} ${code === 'missing' ? 'without' : 'with'} ${others.join()}`);
}

const GTIN = '(01)09506000134352';

describe('Elements that should stand with others, or should not', () => {
  const cases: readonly [text: string, expected: string[], why: string][] = [
    [GTIN, [], 'an article alone'],
    [`${GTIN}(10)A(17)261231(21)B`, [], 'what a label has'],
    ['(10)A', ['10 without 01,02,03,8006,8026'], 'a lot of nothing'],
    ['(00)395011010013000129(02)09506000134352(37)24', [], 'a loading unit with its content'],
    ['(02)09506000134352(37)24', ['37 without 00'], 'content of nothing'],
    [`${GTIN}(37)24`, ['01 with 37', '37 without 00', '37 without 02,8026'], 'as suppliers print it'],
    [`${GTIN}(02)09506000134352`, ['02 without 37', '02 with 01'], 'article and content'],
    [`${GTIN}(3103)001250(3102)000125`, ['3103 with 3102', '3102 with 3103'], 'one weight or the other'],
    [`${GTIN}(3103)001250(3202)000125`, [], 'kilograms and pounds'],
    [`${GTIN}(3922)125`, ['3922 without 30,31,32,35,36'], 'a price of no measure'],
    [`${GTIN}(3922)125(3695)000001`, [], 'any measure will do'],
    [`${GTIN}(7004)12`, ['7004 without 01+10'], 'two together are needed'],
    [`${GTIN}(10)A(7004)12`, [], 'two together'],
    [
      '(8017)395011010013000129(8018)395011010013000129',
      ['8017 with 8018', '8018 with 8017'],
      'each excludes the other',
    ],
    [`${GTIN}(21)A(235)B`, ['21 with 235'], 'one serial number or the other'],
    ['(99)A', [], 'what is free'],
  ];
  for (const [text, expected, why] of cases) {
    it(`${text}: ${why}`, () => expect(warnings(text).sort()).to.deep.equal([...expected].sort()));
  }

  it('are said of element strings and Digital Links, too', () => {
    expect(parser.elementString('10A').warnings.length).to.equal(1);
    expect(parser.digitalLink('https://example.com/01/09506000134352?37=24').warnings.length).to.equal(3);
    expect(parser.elementString('0109506000134352').warnings).to.deep.equal([]);
  });
});
