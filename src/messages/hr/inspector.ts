import type { InspectorWords } from '../en/inspector.ts';
import { ltr } from '../text.ts';
import { count } from './plural.ts';

const characters = (value: string) => count(value.length, { one: 'znak', few: 'znaka', other: 'znakova' });

/** Croatian. */
export const inspector: InspectorWords = {
  code: 'Kod',
  codeHint: 'Skeniraj, zalijepi ili upiši kod.',
  splitTitle: 'Kako se dijeli',
  fieldsTitle: 'Što kaže',
  value: 'Vrijednost',
  meaning: 'Značenje',
  source: 'Odakle',
  missing: 'nije u barkodu',
  row: sequence => `redak ${sequence}`,
  aiShort: ai => `AI ${ai}`,
  otherSplits: 'Načini dijeljenja',
  splitNumber: n => `Način ${n}`,
  lacks: fields => `bez: ${fields}`,
  repairsTitle: 'Što se moglo dogoditi',
  reads: 'Čitalo bi se:',
  take: 'Uzmi ovo',

  kinds: {
    around: 'praznina',
    aim: 'simbologija',
    head: 'tokenizer',
    ai: 'identifikator',
    separator: 'razdjelnik',
    unread: 'prije toga',
    broken: 'greška',
    rest: 'nepročitano',
  },
  fields: {
    'FSItemClass.Code': 'Klasa',
    'FSItem.Code': 'Artikl',
    'FSItemVariant.Code': 'Varijanta',
    'FSWarehouse.Code': 'Skladište',
    'FSLocation.CodeLocation': 'Lokacija',
    'FSBatchRegister.Code': 'Lot',
    'FSLoadingUnit.Year': 'Logistička jedinica, godina',
    'FSLoadingUnit.Group': 'Logistička jedinica, grupa',
    'FSLoadingUnit.Number': 'Logistička jedinica, broj',
  },
  roles: {
    item: 'Artikl',
    location: 'Lokacija',
    lot: 'Lot',
    serial: 'Serijski broj',
    quantity: 'Količina',
    expiry: 'Rok trajanja',
    loadingUnit: 'Logistička jedinica',
    other: 'Ostalo',
  },
  /** GS1 application identifiers that warehouses see; all others have their number. */
  identifiers: {
    '00': 'Logistička jedinica (SSCC)',
    '01': 'Artikl (GTIN)',
    '02': 'Sadržaj (GTIN)',
    '10': 'Lot',
    '11': 'Proizvedeno',
    '13': 'Pakirano',
    '15': 'Najbolje upotrijebiti do',
    '17': 'Rok trajanja',
    '20': 'Varijanta',
    '21': 'Serijski broj',
    '30': 'Količina',
    '37': 'Količina',
    '240': 'Dodatna šifra artikla',
    '254': 'Lokacija, proširenje',
    '400': 'Broj narudžbe',
    '414': 'Lokacija (GLN)',
    '310': 'Neto masa',
    '330': 'Bruto masa',
  },

  readBy: {
    tokenizer: code => `po tokenizeru ${ltr(code)}`,
    gs1: 'po GS1',
    'digital-link': 'kao GS1 Digital Link',
    gtin: 'kao GTIN (EAN/UPC)',
    raw: 'bez tokenizera',
  },
  summaries: {
    ok: by => `Pročitano ${by}.`,
    ambiguous: by => `Pročitano ${by}, na više načina. Obrazac ih isprobava redom.`,
    partial: by => `Pročitano ${by}; na početku nedostaju vrijednosti.`,
    invalid: by => `Pokušano ${by}, ali ne odgovara.`,
    'no-match': 'Nijedan tokenizer nema taj kod i nije GS1. Traži se kakav jest: kao barkod, artikl ili lokacija.',
  },
  quantityDecides: (value, separator) =>
    `${ltr(separator)} u ${ltr(value)} pripada vrijednosti: količina mora biti broj, pa to može biti samo zadnji dio.`,
  missingWarehouse: field => `${field}: nije u barkodu; vrijedi skladište liste.`,
  missingHelp: field => `${field}: nije u barkodu; traže se svi koji odgovaraju.`,
  caseRead: (read, expected) => `Tokenizer je ${ltr(expected)}; u kodu je ${ltr(read)}.`,
  dashRead: 'Tipografske crtice uzete su kao „-”.',
  excluded: (ai, others) => `AI ${ai} ne bi smio stajati zajedno s ${others}.`,
  lacking: (ai, others) => `AI ${ai} trebao bi stajati zajedno s ${others}.`,

  place: (sequence, tokenizer) => `Redak ${sequence} tokenizera ${ltr(tokenizer)}`,
  tokenizerFailures: {
    empty: ({ field, place }) => ({ title: `${field}: nedostaje`, text: `${place} ne nalazi vrijednost.` }),
    'too-long': ({ field, value, length, place }) => ({
      title: `${field}: predugo`,
      text: `${ltr(value)} ima ${characters(value)}. ${place} dopušta najviše ${length}.`,
    }),
    'too-short': ({ field, value, length, place }) => ({
      title: `${field}: prekratko`,
      text: `${ltr(value)} ima ${characters(value)}. ${place} treba točno ${length}.`,
    }),
    'no-separator': ({ field, separator, place }) => ({
      title: `${field}: nema kraja`,
      text: `${place} treba ${ltr(separator)} iza vrijednosti, a toga nema.`,
    }),
    'not-a-number': ({ field, value, place }) => ({
      title: `${field}: nije broj`,
      text: `${ltr(value)} nije broj. ${place} prima samo brojeve.`,
    }),
  },
  leftOut: 'To je izostavljeno, a ostatak je pročitan bez toga.',
  gs1Failures: {
    empty: { title: 'Nema što čitati', text: 'Iza identifikatora simbologije nema podataka.' },
    'not-gs1': { title: 'Nije GS1', text: 'U njemu nema GS1 ključa.' },
    'unknown-ai': (_, value) => ({
      title: 'Nepoznat identifikator',
      text: `Nijedan aplikacijski identifikator ne počinje kao ${ltr(value)}.`,
    }),
    'too-short': name => ({ title: `${name}: prekratko`, text: 'Nedostaju znakovi. Skeniraj ponovno.' }),
    'too-long': (name, value) => ({
      title: `${name}: predugo`,
      text: `${ltr(value)} je previše. Možda se izgubio razdjelnik.`,
    }),
    character: (name, value) => ({ title: `${name}: pogrešan znak`, text: `${ltr(value)} ne smije tu stajati.` }),
    'check-digit': (name, value) => ({
      title: `${name}: kontrolna znamenka nije točna`,
      text: `${ltr(value)} je krivo očitano ili upisano, ili je naljepnica pogrešna.`,
    }),
    date: (name, value) => ({ title: `${name}: nema tog datuma`, text: `${ltr(value)} nije datum.` }),
    value: (name, value) => ({
      title: `${name}: nije dopušteno`,
      text: `${ltr(value)} nije vrijednost koju GS1 tu dopušta.`,
    }),
    'separator-missing': (name, value) => ({
      title: 'Nedostaje razdjelnik',
      text: `${name} završava prije ${ltr(value)}.`,
    }),
    repeated: name => ({
      title: `${name}: pojavljuje se dvaput`,
      text: 'S dvije različite vrijednosti: ne zna se koja vrijedi.',
    }),
    syntax: (_, value) => ({
      title: 'Nije zapisano kako GS1 traži',
      text: `Ne može se čitati od ${ltr(value)} dalje.`,
    }),
  },

  layouts: {
    it: 'talijanska',
    fr: 'francuska',
    de: 'njemačka',
    es: 'španjolska',
    uk: 'britanska',
    ro: 'rumunjska',
  },
  or: 'ili',
  repairs: {
    layout: ({ setTo }, why) =>
      setTo === 'computer'
        ? {
            title: 'Raspored tipkovnice',
            text: `Skener: američka tipkovnica; računalo: ${why}. Postavi oboje isto.`,
          }
        : {
            title: 'Raspored tipkovnice',
            text: `Skener: ${why} tipkovnica; računalo: američka. Postavi oboje isto.`,
          },
    dash: {
      title: 'Drugi znak umjesto crtice',
      text: 'Na naljepnici ili u upisanom tekstu stoji drugi znak umjesto „-”.',
    },
    separator: {
      title: 'Izgubio se razdjelnik (GS)',
      text: 'Postavi skener da između elemenata šalje GS, ASCII znak 29.',
    },
    case: { title: 'Caps Lock', text: 'Velika i mala slova su zamijenjena. Isključi Caps Lock.' },
    prefix: ({ tokenizer }) => ({
      title: 'Nedostaje tokenizer',
      text: `Naljepnici na početku možda nedostaje ${ltr(tokenizer)}.`,
    }),
    swap: { title: 'Vrijednosti drugim redom', text: 'Dvije su vrijednosti na naljepnici možda pogrešnim redom.' },
    length: ({ length, sequence, tokenizer }, why) => ({
      title: 'Tokenizer je preuzak',
      text: `S duljinom ${length} u retku ${sequence} (${why}) tokenizera ${ltr(tokenizer)} čita se. Ured to može promijeniti.`,
    }),
  },

  trial: 'Isprobaj tokenizer',
  trialHelp: 'Ništa se ne sprema: samo pokazuje kako bi se kodovi čitali.',
  startFrom: 'Kreni od',
  newTokenizer: 'novi',
  tokenizerCode: 'Šifra (prefiks)',
  separator: 'Razdjelnik',
  businessObject: 'Objekt',
  property: 'Svojstvo',
  length: 'Duljina',
  decimals: 'Decimale',
  mainObject: 'Glavni objekt',
  rowNumber: n => `Redak ${n}`,
  addRow: 'Dodaj redak',
  removeRow: n => `Ukloni redak ${n}`,
  stopTrial: 'Završi probu',
  pasteRows: 'Zalijepi retke iz tablice',
  pasteHelp: 'Jedan redak po liniji: redoslijed, objekt, svojstvo, duljina, razdjelnik, glavni objekt, decimale.',
  pasteTake: 'Uzmi ove retke',
  pasteProblem: line => `Linija ${line} nije redak: mora početi redoslijedom, a to je broj.`,
  trialFine: 'Tokenizer se može koristiti ovakav.',
};
