import { expect } from '@open-wc/testing';
import { REFUSALS } from '../../src/domain/failure.ts';
import type { Notice } from '../../src/domain/notice.ts';
import type { Part } from '../../src/messages/language.ts';
import { LOCALES, type Locale, localeFor } from '../../src/messages/locales.ts';
import { type Telling, failureText, noticeText } from '../../src/messages/say.ts';
import type { plurals } from '../../src/messages/text.ts';
import { type Words, loadWords } from '../../src/messages/words.ts';
import { KILOS, PIECES } from '../support/fixtures.ts';

const locales = Object.keys(LOCALES).map(each => localeFor([each]));
const PARTS: readonly Part[] = ['sentences', 'outbox', 'scanners', 'inspector', 'camera'];

const NOTICES: readonly Notice[] = [
  ...(
    [
      'unknown-code',
      'nothing-found',
      'unreadable-code',
      'broken-scan',
      'not-shown',
      'wrong-end',
      'label-as-quantity',
      'code-without-use',
    ] as const
  ).map(code => ({
    code,
    text: 'X-1',
  })),
  ...(['quantity-without-item', 'loading-unit', 'location-ignored'] as const).map(code => ({ code, text: 'X-1' })),
  { code: 'name-item', text: 'X-1' },
  { code: 'expiry-differs', lot: 'L-1', onLabel: '2027-04-30', inHost: '2027-05-31' },
  { code: 'other-unit', quantity: '12.500', labelUnit: 'KGM', unit: PIECES },
  { code: 'other-unit', quantity: '12', labelUnit: null, unit: PIECES },
  ...(['unknown-item', 'unknown-location', 'lot-without-item', 'serial-without-item'] as const).map(code => ({
    code,
    text: 'X-1',
  })),
  ...(['unknown-lot', 'new-lot'] as const).flatMap(code =>
    [[], ['ALB-10'], ['ALB-10', 'ALB-20']].map(of => ({ code, text: 'X-1', item: 'GRI-05', of })),
  ),
  ...(['lot-ignored', 'serial-ignored'] as const).map(code => ({
    code,
    text: 'X-1',
    item: 'A',
  })),
  ...(['phantom-item', 'archived-item', 'not-counted', 'discarded'] as const).map(code => ({ code, item: 'A' })),
  { code: 'unconfirmed', item: 'A', quantity: '7', text: 'X-1' },
  { code: 'inactive-location', location: 'L1' },
  { code: 'other-warehouse', location: 'L1', warehouse: '02', listWarehouse: '01' },
  ...(
    [
      'item-missing',
      'location-missing',
      'lot-missing',
      'serial-missing',
      'serial-quantity',
      'row-gone',
      'list-closed',
    ] as const
  ).map(code => ({ code })),
  ...(['empty', 'not-a-number', 'negative', 'two-separators', 'too-many-decimals', 'too-large'] as const).map(
    problem => ({
      code: 'quantity' as const,
      problem,
      typed: '1,2,3',
      unit: PIECES,
    }),
  ),
  { code: 'note-too-long', length: 501, longest: 500 },
  { code: 'serial-repeated', serial: 'S-1' },
  { code: 'quantity-replaced', from: '1', to: '2' },
  { code: 'outcome-unknown', failure: { kind: 'unreachable' } },
  { code: 'look-up-failed', failure: { kind: 'host-error' }, text: 'X-1' },
  { code: 'failed', failure: { kind: 'contract-broken' } },
  { code: 'failed', failure: { kind: 'signed-out' } },
  { code: 'failed', failure: { kind: 'forbidden' } },
  ...REFUSALS.map(refusal => ({ code: 'refused' as const, refusal })),
];

/** Stands for whatever a sentence is made of: a code, a number, an object with codes in it. */
const anything: unknown = new Proxy(() => undefined, {
  get: (_, key) => (key === Symbol.toPrimitive ? (hint: string) => (hint === 'number' ? 5 : 'X-1') : anything),
  apply: () => anything,
});

/** Every text of the words below, by its path; functions are asked what they make of anything. */
function textsIn(words: unknown, path: string): [string, string][] {
  if (typeof words === 'string' || words === anything) return [[path, String(words)]];
  // It makes sentences of the words, and has none.
  if (path.endsWith('.tell')) return [];
  if (typeof words === 'function') {
    const made: unknown = Reflect.apply(words, undefined, [anything, anything, anything, anything]);
    return textsIn(made, `${path}()`);
  }
  if (typeof words !== 'object' || words === null) throw new TypeError(`${path} has no words`);
  return Object.entries(words).flatMap(([name, each]) => textsIn(each, `${path}.${name}`));
}

/** All that a language says. A title and a text are the same text whether they are made or stand as they are. */
async function allTexts(words: Words): Promise<ReadonlyMap<string, string>> {
  const parts = await Promise.all(PARTS.map(async part => textsIn(await words.load(part), part)));
  const texts = [...textsIn(words.front, 'front'), ...parts.flat()];
  return new Map(texts.map(([path, text]) => [path.replaceAll('()', ''), text]));
}

async function tellingIn(locale: Locale): Promise<Telling> {
  const words = await loadWords(locale);
  return { locale, messages: words.front, sentences: await words.load('sentences') };
}

/** What may stay as it is in English, and why. */
const UNTRANSLATED: Readonly<Record<string, string>> = {
  'X-1': 'the sentence is made elsewhere',
  'AI X-1': 'the name that GS1 gives it',
  GS1: 'a name',
  tokenizer: 'the name that the host’s tables have in any language',
  'Caps Lock': 'stands on the key',
  'Ctrl + ]': 'stands on the keys',
  'Alt + 029': 'stands on the keys',
  F8: 'stands on the key',
  OK: 'the same in all',
  Lot: 'Romanian and others',
  Separator: 'Romanian and others',
  separator: 'Romanian and others',
  Operator: 'Romanian and others',
  Zero: 'Romanian and Italian',
  Zoom: 'Italian and others',
  Volume: 'Italian',
  'Camera X-1': 'Romanian',
};

const isolates = (text: string) => text.split('\u2066').length - 1;

for (const locale of locales) {
  describe(`The words in ${locale}`, () => {
    let texts: ReadonlyMap<string, string>;
    let english: ReadonlyMap<string, string>;
    before(async () => {
      texts = await allTexts(await loadWords(locale));
      english = await allTexts(await loadWords('en'));
    });

    it('are all there, in every part', () => {
      expect([...texts.keys()].sort()).to.deep.equal([...english.keys()].sort());
      for (const [path, text] of texts) {
        expect(text, path).to.match(/^\S(.*\S)?$/);
        expect(text, path).to.not.match(/undefined|\[object|\bnull\b|NaN|=>/);
      }
    });

    it('end as a sentence where English does', () => {
      for (const [path, text] of texts) {
        const end = /[.?…:]$/.exec(english.get(path) ?? '')?.[0] ?? '';
        expect(/[.?…:]$/.exec(text)?.[0] ?? '', `${path}: ${text}`).to.equal(end);
      }
    });

    it('isolate the codes that English does, so that they keep their order in text of any direction', () => {
      for (const [path, text] of texts) expect(isolates(text), path).to.equal(isolates(english.get(path) ?? ''));
    });

    it('have the form that the language asks for, for every number', async () => {
      const { count }: { count: ReturnType<typeof plurals<Intl.LDMLPluralRule>> } = await import(
        `../../src/messages/${locale}/plural.ts`
      );
      const rules = new Intl.PluralRules(locale);
      const forms = { zero: 'zero', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' };
      for (let n = 0; n <= 1_000; n++) expect(count(n, forms)).to.equal(`${n} ${rules.select(n)}`);
    });

    if (locale !== 'en') {
      it('are other ones than English has, but for those that languages share', () => {
        const same = [...texts].filter(([path, text]) => text === english.get(path) && !(text in UNTRANSLATED));
        expect(same).to.deep.equal([]);
      });
    }

    it('have a title and a sentence that ends as one for whatever is to be told', async () => {
      const telling = await tellingIn(locale);
      for (const notice of NOTICES) {
        const { title, text } = noticeText(telling, notice);
        expect(title, notice.code).to.not.equal('');
        expect(text, notice.code).to.match(/[.?]$/);
        expect(title + text, notice.code).to.not.match(/undefined|\[object|\bnull\b/);
      }
    });

    it('isolate codes, so that they keep their order in text of any direction', async () => {
      expect(noticeText(await tellingIn(locale), { code: 'unknown-code', text: 'A-1' }).text).to.include(
        '\u2066A-1\u2069',
      );
    });

    it('write the quantities of what is told with the separator of the language, and leave other texts as they are', async () => {
      const telling = await tellingIn(locale);
      const decimal = locale === 'en' ? '1.250' : '1,250';
      const notices = [
        { code: 'quantity-replaced', from: '1.250', to: '7' },
        { code: 'unconfirmed', item: 'ART-118', quantity: '1.250', text: 'X-9' },
        { code: 'other-unit', quantity: '1.250', labelUnit: 'kg', unit: KILOS },
        { code: 'kept', text: 'X-9', quantity: '1.250' },
      ] as const;
      for (const notice of notices) {
        const { title, text } = noticeText(telling, notice);
        expect(title + text, notice.code).to.include(decimal);
      }
      expect(noticeText(telling, { code: 'kept', text: '1.250', quantity: '' }).title).to.include('1.250');
    });

    it('tell why the host was not reached, before any other sentence is there', async () => {
      const { front: messages } = await loadWords(locale);
      const telling = { locale, messages, sentences: null };
      const failure = { kind: 'unreachable' } as const;
      expect(failureText(telling, failure)).to.equal(messages.failures.unreachable);
      const told = { title: messages.loading, text: messages.failures.unreachable };
      expect(noticeText(telling, { code: 'look-up-failed', failure, text: 'A-1' })).to.deep.equal(told);
      expect(noticeText(telling, { code: 'item-missing' })).to.deep.equal({ title: messages.loading, text: '' });
    });

    it('explain each fault of a barcode in words of its own', async () => {
      const words = await (await loadWords(locale)).load('inspector');
      const explained = textsIn([words.tokenizerFailures, words.gs1Failures, words.repairs], 'inspector');
      const whole = explained
        .filter(([path]) => path.endsWith('.text'))
        .map(([path, text], index) => {
          expect(text, path).to.match(/[.?]$/);
          return (explained[2 * index]?.[1] ?? '') + text;
        });
      expect(new Set(whole).size).to.equal(whole.length);
    });
  });
}

describe('The words of the trade', () => {
  const words: Record<Locale, string[]> = {
    en: ['Modify', 'View', 'Confirm', 'Add', 'Replace', 'Location', 'Lot', 'Quantity', 'Warehouse'],
    ro: ['Modifică', 'Vizualizează', 'Confirmă', 'Adaugă', 'Înlocuiește', 'Locație', 'Lot', 'Cantitate', 'Gestiune'],
    it: [
      'Modifica',
      'Visualizza',
      'Conferma',
      'Aggiungi',
      'Sostituisci',
      'Ubicazione',
      'Lotto',
      'Quantità',
      'Magazzino',
    ],
    hr: ['Izmijeni', 'Prikaži', 'Potvrdi', 'Dodaj', 'Zamijeni', 'Lokacija', 'Lot', 'Količina', 'Skladište'],
  };
  for (const locale of locales) {
    it(`are the ones operators know in ${locale}`, async () => {
      const loaded = await loadWords(locale);
      const { modify, view, confirm, add, replace, location, lot, quantity } = loaded.front;
      const { fields } = await loaded.load('inspector');
      const ofTrade = [modify, view, confirm, add, replace, location, lot, quantity, fields['FSWarehouse.Code']];
      expect(ofTrade).to.deep.equal(words[locale]);
    });
  }

  it('count as their language does', async () => {
    const ro = (await loadWords('ro')).front;
    expect([1, 2, 20].map(n => ro.waiting(n))).to.deep.equal([
      '1 citire în așteptare',
      '2 citiri în așteptare',
      '20 de citiri în așteptare',
    ]);
    const { front: hr } = await loadWords('hr');
    expect([1, 2, 5, 11, 21, 22].map(n => hr.waiting(n))).to.deep.equal([
      '1 očitanje čeka',
      '2 očitanja čekaju',
      '5 očitanja čeka',
      '11 očitanja čeka',
      '21 očitanje čeka',
      '22 očitanja čekaju',
    ]);
  });
});

describe('The language', () => {
  it('is the one asked for, else the document’s, else English', () => {
    expect(localeFor(['ro-RO', 'it'])).to.equal('ro');
    expect(localeFor(['', 'it-IT'])).to.equal('it');
    expect(localeFor(['ro_RO', 'it'])).to.equal('ro');
    expect(localeFor(['tlh', ''])).to.equal('en');
    expect(localeFor([null, undefined])).to.equal('en');
  });
});
