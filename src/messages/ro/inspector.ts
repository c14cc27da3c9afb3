import type { InspectorWords } from '../en/inspector.ts';
import { ltr } from '../text.ts';
import { count } from './plural.ts';

const characters = (value: string) => count(value.length, { one: 'caracter', few: 'caractere', other: 'de caractere' });

/** Romanian. */
export const inspector: InspectorWords = {
  code: 'Cod',
  codeHint: 'Citește, lipește sau tastează un cod.',
  splitTitle: 'Cum se împarte',
  fieldsTitle: 'Ce spune',
  value: 'Valoare',
  meaning: 'Înțeles',
  source: 'De unde',
  missing: 'nu este în cod',
  row: sequence => `rândul ${sequence}`,
  aiShort: ai => `AI ${ai}`,
  otherSplits: 'Feluri de a-l împărți',
  splitNumber: n => `Felul ${n}`,
  lacks: fields => `fără ${fields}`,
  repairsTitle: 'Ce s-a putut întâmpla',
  reads: 'S-ar citi:',
  take: 'Folosește',

  kinds: {
    around: 'spațiu',
    aim: 'simbologie',
    head: 'tokenizer',
    ai: 'identificator',
    separator: 'separator',
    unread: 'înainte',
    broken: 'greșeală',
    rest: 'necitit',
  },
  fields: {
    'FSItemClass.Code': 'Clasă',
    'FSItem.Code': 'Articol',
    'FSItemVariant.Code': 'Variantă',
    'FSWarehouse.Code': 'Gestiune',
    'FSLocation.CodeLocation': 'Locație',
    'FSBatchRegister.Code': 'Lot',
    'FSLoadingUnit.Year': 'Unitate de încărcare, an',
    'FSLoadingUnit.Group': 'Unitate de încărcare, grup',
    'FSLoadingUnit.Number': 'Unitate de încărcare, număr',
  },
  roles: {
    item: 'Articol',
    location: 'Locație',
    lot: 'Lot',
    serial: 'Număr de serie',
    quantity: 'Cantitate',
    expiry: 'Data expirării',
    loadingUnit: 'Unitate de încărcare',
    other: 'Altceva',
  },
  /** GS1 application identifiers that warehouses see; all others have their number. */
  identifiers: {
    '00': 'Unitate de încărcare (SSCC)',
    '01': 'Articol (GTIN)',
    '02': 'Conținut (GTIN)',
    '10': 'Lot',
    '11': 'Produs la',
    '13': 'Ambalat la',
    '15': 'A se consuma de preferință înainte de',
    '17': 'Expiră',
    '20': 'Variantă',
    '21': 'Număr de serie',
    '30': 'Cantitate',
    '37': 'Cantitate',
    '240': 'Cod suplimentar de articol',
    '254': 'Locație, extensie',
    '400': 'Număr de comandă',
    '414': 'Locație (GLN)',
    '310': 'Greutate netă',
    '330': 'Greutate brută',
  },

  readBy: {
    tokenizer: code => `tokenizerul ${ltr(code)}`,
    gs1: 'GS1',
    'digital-link': 'un GS1 Digital Link',
    gtin: 'un GTIN (EAN/UPC)',
    raw: 'niciun tokenizer',
  },
  summaries: {
    ok: by => `Citit prin ${by}.`,
    ambiguous: by => `Citit prin ${by}, în mai multe feluri. Formularul le încearcă pe rând.`,
    partial: by => `Citit prin ${by}; lipsesc valori de la început.`,
    invalid: by => `Începe ca ${by}, dar nu se potrivește.`,
    'no-match':
      'Niciun tokenizer nu are acest cod și nu este GS1. Se caută așa cum este: cod de bare, articol sau locație.',
  },
  quantityDecides: (value, separator) =>
    `${ltr(separator)} din ${ltr(value)} ține de valoare: cantitatea trebuie să fie un număr, deci numai ultima parte poate fi ea.`,
  missingWarehouse: field => `${field}: nu este în cod; se ia gestiunea listei.`,
  missingHelp: field => `${field}: nu este în cod; se caută toate cele potrivite.`,
  caseRead: (read, expected) => `Tokenizerul este ${ltr(expected)}; codul are ${ltr(read)}.`,
  dashRead: 'Liniuțele tipografice au fost luate drept „-”.',
  excluded: (ai, others) => `AI ${ai} nu trebuie să stea împreună cu ${others}.`,
  lacking: (ai, others) => `AI ${ai} trebuie să stea împreună cu ${others}.`,

  place: (sequence, tokenizer) => `Rândul ${sequence} al tokenizerului ${ltr(tokenizer)}`,
  tokenizerFailures: {
    empty: ({ field, place }) => ({ title: `${field}: lipsește`, text: `${place} nu găsește nicio valoare.` }),
    'too-long': ({ field, value, length, place }) => ({
      title: `${field}: prea lung`,
      text: `${ltr(value)} are ${characters(value)}. ${place} permite cel mult ${length}.`,
    }),
    'too-short': ({ field, value, length, place }) => ({
      title: `${field}: prea scurt`,
      text: `${ltr(value)} are ${characters(value)}. ${place} cere exact ${length}.`,
    }),
    'no-separator': ({ field, separator, place }) => ({
      title: `${field}: nu se termină`,
      text: `${place} cere ${ltr(separator)} după valoare și nu este.`,
    }),
    'not-a-number': ({ field, value, place }) => ({
      title: `${field}: nu este un număr`,
      text: `${ltr(value)} nu este un număr. ${place} ia numai numere.`,
    }),
  },
  leftOut: 'A fost lăsat deoparte, iar restul s-a citit fără el.',
  gs1Failures: {
    empty: { title: 'Nimic de citit', text: 'După identificatorul de simbologie nu sunt date.' },
    'not-gs1': { title: 'Nu este GS1', text: 'Nu conține nicio cheie GS1.' },
    'unknown-ai': (_, value) => ({
      title: 'Identificator necunoscut',
      text: `Niciun identificator de aplicație nu începe ca ${ltr(value)}.`,
    }),
    'too-short': name => ({ title: `${name}: prea scurt`, text: 'Lipsesc caractere. Citește din nou.' }),
    'too-long': (name, value) => ({
      title: `${name}: prea lung`,
      text: `${ltr(value)} este prea mult. Poate s-a pierdut un separator.`,
    }),
    character: (name, value) => ({ title: `${name}: caracter greșit`, text: `${ltr(value)} nu poate sta acolo.` }),
    'check-digit': (name, value) => ({
      title: `${name}: cifra de control este greșită`,
      text: `${ltr(value)} a fost citit sau tastat greșit ori eticheta este greșită.`,
    }),
    date: (name, value) => ({ title: `${name}: dată inexistentă`, text: `${ltr(value)} nu este o dată.` }),
    value: (name, value) => ({
      title: `${name}: nepermis`,
      text: `${ltr(value)} nu este o valoare permisă acolo de GS1.`,
    }),
    'separator-missing': (name, value) => ({
      title: 'Lipsește un separator',
      text: `${name} se termină înainte de ${ltr(value)}.`,
    }),
    repeated: name => ({
      title: `${name}: apare de două ori`,
      text: 'Cu două valori diferite: nu se știe care este bună.',
    }),
    syntax: (_, value) => ({
      title: 'Nu este scris cum cere GS1',
      text: `Nu se poate citi de la ${ltr(value)} încolo.`,
    }),
  },

  layouts: {
    it: 'italiană',
    fr: 'franceză',
    de: 'germană',
    es: 'spaniolă',
    uk: 'britanică',
    ro: 'română',
  },
  or: 'sau',
  repairs: {
    layout: ({ setTo }, name) =>
      setTo === 'computer'
        ? {
            title: 'Aspectul tastaturii',
            text: `Cititorul tastează ca o tastatură americană, calculatorul este pe ${name}. Pune-le pe amândouă la fel.`,
          }
        : {
            title: 'Aspectul tastaturii',
            text: `Cititorul tastează ca o tastatură ${name}, calculatorul este pe cea americană. Pune-le pe amândouă la fel.`,
          },
    dash: {
      title: 'Alt semn în loc de liniuță',
      text: 'Eticheta sau textul tastat are alt semn acolo unde trebuie „-”.',
    },
    separator: {
      title: 'S-a pierdut un separator (GS)',
      text: 'Setează cititorul să transmită GS, caracterul ASCII 29, între elemente.',
    },
    case: { title: 'Caps Lock', text: 'Literele mari și mici sunt inversate. Oprește Caps Lock.' },
    prefix: ({ tokenizer }) => ({
      title: 'Lipsește tokenizerul',
      text: `Etichetei îi poate lipsi ${ltr(tokenizer)} la început.`,
    }),
    swap: { title: 'Valori în altă ordine', text: 'Două valori pot sta în ordine greșită pe etichetă.' },
    length: ({ length, sequence, tokenizer }, name) => ({
      title: 'Tokenizerul este prea îngust',
      text: `Cu lungimea ${length} la rândul ${sequence} (${name}) al lui ${ltr(tokenizer)} se citește. Biroul o poate schimba.`,
    }),
  },

  trial: 'Încearcă un tokenizer',
  trialHelp: 'Nu se salvează nimic: arată doar cum s-ar citi codurile.',
  startFrom: 'Pornește de la',
  newTokenizer: 'unul nou',
  tokenizerCode: 'Cod (prefix)',
  separator: 'Separator',
  businessObject: 'Obiect',
  property: 'Proprietate',
  length: 'Lungime',
  decimals: 'Zecimale',
  mainObject: 'Obiect principal',
  rowNumber: n => `Rândul ${n}`,
  addRow: 'Adaugă un rând',
  removeRow: n => `Șterge rândul ${n}`,
  stopTrial: 'Oprește încercarea',
  pasteRows: 'Lipește rânduri dintr-un tabel',
  pasteHelp: 'Un rând pe linie: ordine, obiect, proprietate, lungime, separator, obiect principal, zecimale.',
  pasteTake: 'Preia rândurile',
  pasteProblem: line => `Linia ${line} nu este un rând: trebuie să înceapă cu ordinea, un număr.`,
  trialFine: 'Tokenizerul poate fi folosit așa cum este.',
};
