import type { ExplainedFailure, Explanation, RepairCause } from '../../tokenizer/explain.ts';
import type { ConfigurationWarning, Gs1Reason } from '../../tokenizer/index.ts';
import { type NoticeText, ltr } from '../text.ts';
import type { InspectorWords } from '../en/inspector.ts';

/** A failure of one kind; its row's field in words. */
type TokenizerFailure = Extract<ExplainedFailure, { kind: 'tokenizer' }> & { readonly field: string };

const characters = (n: number) => (n === 1 ? 'un caracter' : `${n} caractere`);

/** Romanian. */
export const inspector: InspectorWords = {
  title: 'Analiza codului de bare',
  code: 'Cod',
  codeHint: 'Citiți, lipiți sau tastați un cod.',
  loading: 'Se încarcă…',
  close: 'Închide',
  splitTitle: 'Cum se împarte',
  fieldsTitle: 'Ce spune',
  value: 'Valoare',
  meaning: 'Înțeles',
  source: 'De unde',
  missing: 'nu este în cod',
  row: (sequence: number) => `rândul ${sequence}`,
  aiShort: (ai: string) => `AI ${ai}`,
  otherSplits: 'Feluri de a-l împărți',
  splitNumber: (n: number) => `Felul ${n}`,
  lacks: (fields: string) => `fără ${fields}`,
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

  summary: ({ reading, tokenizer }: Explanation): string => {
    const by = {
      tokenizer: `tokenizerul ${ltr(tokenizer?.code ?? '')}`,
      gs1: 'GS1',
      'digital-link': 'un GS1 Digital Link',
      gtin: 'un GTIN (EAN/UPC)',
      raw: 'niciun tokenizer',
    }[reading.kind];
    switch (reading.status) {
      case 'ok':
        return `Citit prin ${by}.`;
      case 'ambiguous':
        return `Citit prin ${by}, în mai multe feluri. Formularul le încearcă pe rând.`;
      case 'partial':
        return `Citit prin ${by}; lipsesc valori de la început.`;
      case 'invalid':
        return `Începe ca ${by}, dar nu se potrivește.`;
      case 'no-match':
        return 'Niciun tokenizer nu are acest cod și nu este GS1. Se caută așa cum este: cod de bare, articol sau locație.';
    }
  },
  quantityDecides: (value: string, separator: string): string =>
    `${ltr(separator)} din ${ltr(value)} ține de valoare: cantitatea trebuie să fie un număr, deci numai ultima parte poate fi ea.`,
  missingHelp: (field: string, businessObject: string): string =>
    businessObject === 'FSWarehouse'
      ? `${field}: nu este în cod; se ia gestiunea listei.`
      : `${field}: nu este în cod; se caută toate cele potrivite.`,
  caseRead: (read: string, expected: string) => `Tokenizerul este ${ltr(expected)}; codul are ${ltr(read)}.`,
  dashRead: 'Liniuțele tipografice au fost luate drept „-”.',
  excluded: (ai: string, others: string) => `AI ${ai} nu trebuie să stea împreună cu ${others}.`,
  lacking: (ai: string, others: string) => `AI ${ai} trebuie să stea împreună cu ${others}.`,

  tokenizerFailure: (failure: TokenizerFailure, leftOut: boolean): NoticeText => {
    const { field, value, sequence, tokenizer, length, separator, rule } = failure;
    const place = `Rândul ${sequence} al tokenizerului ${ltr(tokenizer)}`;
    const text = {
      empty: `${place} nu găsește nicio valoare.`,
      'too-long': `${ltr(value)} are ${characters(value.length)}. ${place} permite cel mult ${length ?? ''}.`,
      'too-short': `${ltr(value)} are ${characters(value.length)}. ${place} cere exact ${length ?? ''}.`,
      'no-separator': `${place} cere ${ltr(separator)} după valoare și nu este.`,
      'not-a-number': `${ltr(value)} nu este un număr. ${place} ia numai numere.`,
    }[rule];
    const title = {
      empty: `${field}: lipsește`,
      'too-long': `${field}: prea lung`,
      'too-short': `${field}: prea scurt`,
      'no-separator': `${field}: nu se termină`,
      'not-a-number': `${field}: nu este un număr`,
    }[rule];
    return leftOut ? { title, text: `${text} A fost lăsat deoparte, iar restul s-a citit fără el.` } : { title, text };
  },
  gs1Failure: (rule: Gs1Reason, name: string, value: string): NoticeText => {
    const shown = ltr(value);
    const texts: Record<Gs1Reason, NoticeText> = {
      empty: { title: 'Nimic de citit', text: 'După identificatorul de simbologie nu sunt date.' },
      'not-gs1': { title: 'Nu este GS1', text: 'Nu conține nicio cheie GS1.' },
      'unknown-ai': {
        title: 'Identificator necunoscut',
        text: `Niciun identificator de aplicație nu începe ca ${shown}.`,
      },
      'too-short': { title: `${name}: prea scurt`, text: 'Lipsesc caractere. Citiți din nou.' },
      'too-long': { title: `${name}: prea lung`, text: `${shown} este prea mult. Poate s-a pierdut un separator.` },
      character: { title: `${name}: caracter greșit`, text: `${shown} nu poate sta acolo.` },
      'check-digit': {
        title: `${name}: cifra de control este greșită`,
        text: `${shown} a fost citit sau tastat greșit ori eticheta este greșită.`,
      },
      date: { title: `${name}: dată inexistentă`, text: `${shown} nu este o dată.` },
      value: { title: `${name}: nepermis`, text: `${shown} nu este o valoare permisă acolo de GS1.` },
      'separator-missing': { title: 'Lipsește un separator', text: `${name} se termină înainte de ${shown}.` },
      repeated: {
        title: `${name}: apare de două ori`,
        text: 'Cu două valori diferite: nu se știe care este bună.',
      },
      syntax: { title: 'Nu este scris cum cere GS1', text: `Nu se poate citi de la ${shown} încolo.` },
    };
    return texts[rule];
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
  repair: (cause: RepairCause, layouts: string, field: string): NoticeText => {
    switch (cause.kind) {
      case 'layout':
        return cause.setTo === 'computer'
          ? {
              title: 'Aspectul tastaturii',
              text: `Cititorul tastează ca o tastatură americană, calculatorul este pe ${layouts}. Puneți-le pe amândouă la fel.`,
            }
          : {
              title: 'Aspectul tastaturii',
              text: `Cititorul tastează ca o tastatură ${layouts}, calculatorul este pe cea americană. Puneți-le pe amândouă la fel.`,
            };
      case 'dash':
        return {
          title: 'Alt semn în loc de liniuță',
          text: 'Eticheta sau textul tastat are alt semn acolo unde trebuie „-”.',
        };
      case 'separator':
        return {
          title: 'S-a pierdut un separator (GS)',
          text: 'Configurați cititorul să transmită GS, caracterul ASCII 29, între elemente.',
        };
      case 'case':
        return { title: 'Caps Lock', text: 'Literele mari și mici sunt inversate. Opriți Caps Lock.' };
      case 'prefix':
        return { title: 'Lipsește tokenizerul', text: `Etichetei îi poate lipsi ${ltr(cause.tokenizer)} la început.` };
      case 'swap':
        return { title: 'Valori în altă ordine', text: 'Două valori pot sta în ordine greșită pe etichetă.' };
      case 'length':
        return {
          title: 'Tokenizerul este prea îngust',
          text: `Cu lungimea ${cause.length} la rândul ${cause.sequence} (${field}) al lui ${ltr(cause.tokenizer)} se citește. Biroul o poate schimba.`,
        };
    }
  },

  trial: 'Încearcă un tokenizer',
  trialHelp: 'Nu se salvează nimic: arată doar cum s-ar citi codurile.',
  startFrom: 'Pornește de la',
  newTokenizer: 'unul nou',
  tokenizerCode: 'Cod (prefix)',
  separator: 'Separator',
  sequence: 'Ordine',
  businessObject: 'Obiect',
  property: 'Proprietate',
  length: 'Lungime',
  mainObject: 'Obiect principal',
  description: 'Descriere',
  rows: 'Rânduri',
  rowNumber: (n: number) => `Rândul ${n}`,
  addRow: 'Adaugă un rând',
  removeRow: (n: number) => `Șterge rândul ${n}`,
  stopTrial: 'Oprește încercarea',
  pasteRows: 'Lipiți rânduri dintr-un tabel',
  pasteHelp: 'Un rând pe linie: ordine, obiect, proprietate, lungime, separator, obiect principal.',
  pasteTake: 'Preia rândurile',
  pasteProblem: (line: number) => `Linia ${line} nu este un rând: trebuie să înceapă cu ordinea, un număr.`,
  trialFine: 'Tokenizerul poate fi folosit așa cum este.',
  warning: ({ tokenizer, sequence, problem }: ConfigurationWarning, field: string): string => {
    const place = sequence === null ? ltr(tokenizer) : `${ltr(tokenizer)}, rândul ${sequence}`;
    const texts: Record<ConfigurationWarning['problem'], string> = {
      empty: 'este gol.',
      'not-text': 'nu este un text.',
      'not-a-number': 'nu este un număr.',
      'not-a-length': 'nu este o lungime: cifre sau nimic, pentru nelimitat.',
      unbounded: 'este gol și nu este nici lungime: nimic nu spune unde se termină valoarea.',
      contradicting: 'nu este cel al celorlalte rânduri: un cod de bare ține loc de un singur obiect.',
      repeated: 'apare de două ori.',
    };
    return `${place}, ${field}: ${texts[problem]}`;
  },
};
