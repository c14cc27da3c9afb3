import type { InspectorWords } from '../en/inspector.ts';
import { ltr } from '../text.ts';
import { count } from './plural.ts';

const characters = (value: string) => count(value.length, { one: 'carattere', other: 'caratteri' });

/** Italian. */
export const inspector: InspectorWords = {
  code: 'Codice',
  codeHint: 'Leggi, incolla o digita un codice.',
  splitTitle: 'Come si divide',
  fieldsTitle: 'Che cosa dice',
  value: 'Valore',
  meaning: 'Significato',
  source: 'Da',
  missing: 'non nel barcode',
  row: sequence => `riga ${sequence}`,
  aiShort: ai => `AI ${ai}`,
  otherSplits: 'Modi di dividerlo',
  splitNumber: n => `Modo ${n}`,
  lacks: fields => `senza ${fields}`,
  repairsTitle: 'Che cosa può essere successo',
  reads: 'Si leggerebbe:',
  take: 'Usa questo',

  kinds: {
    around: 'spazio',
    aim: 'simbologia',
    head: 'tokenizer',
    ai: 'identificatore',
    separator: 'separatore',
    unread: 'prima',
    broken: 'errore',
    rest: 'non letto',
  },
  fields: {
    'FSItemClass.Code': 'Classe',
    'FSItem.Code': 'Articolo',
    'FSItemVariant.Code': 'Variante',
    'FSWarehouse.Code': 'Magazzino',
    'FSLocation.CodeLocation': 'Ubicazione',
    'FSBatchRegister.Code': 'Lotto',
    'FSLoadingUnit.Year': 'Unità di carico, anno',
    'FSLoadingUnit.Group': 'Unità di carico, gruppo',
    'FSLoadingUnit.Number': 'Unità di carico, numero',
  },
  roles: {
    item: 'Articolo',
    location: 'Ubicazione',
    lot: 'Lotto',
    serial: 'Matricola',
    quantity: 'Quantità',
    expiry: 'Data di scadenza',
    loadingUnit: 'Unità di carico',
    other: 'Altro',
  },
  /** GS1 application identifiers that warehouses see; all others have their number. */
  identifiers: {
    '00': 'Unità di carico (SSCC)',
    '01': 'Articolo (GTIN)',
    '02': 'Contenuto (GTIN)',
    '10': 'Lotto',
    '11': 'Prodotto il',
    '13': 'Confezionato il',
    '15': 'Da consumarsi preferibilmente entro',
    '17': 'Scade il',
    '20': 'Variante',
    '21': 'Matricola',
    '30': 'Quantità',
    '37': 'Quantità',
    '240': 'Codice articolo aggiuntivo',
    '254': 'Ubicazione, estensione',
    '400': 'Numero d’ordine',
    '414': 'Ubicazione (GLN)',
    '310': 'Peso netto',
    '330': 'Peso lordo',
  },

  readBy: {
    tokenizer: code => `il tokenizer ${ltr(code)}`,
    gs1: 'GS1',
    'digital-link': 'un GS1 Digital Link',
    gtin: 'un GTIN (EAN/UPC)',
    raw: 'nessun tokenizer',
  },
  summaries: {
    ok: by => `Letto con ${by}.`,
    ambiguous: by => `Letto con ${by}, in più modi. Il modulo li prova uno dopo l’altro.`,
    partial: by => `Letto con ${by}; mancano valori all’inizio.`,
    invalid: by => `Comincia come ${by}, ma non torna.`,
    'no-match':
      'Nessun tokenizer ha questo codice e non è GS1. Si cerca così com’è: come barcode, articolo o ubicazione.',
  },
  quantityDecides: (value, separator) =>
    `Il ${ltr(separator)} in ${ltr(value)} fa parte del valore: la quantità deve essere un numero, quindi può essere solo l’ultima parte.`,
  missingWarehouse: field => `${field}: non è nel barcode; vale quello della lista.`,
  missingHelp: field => `${field}: non è nel barcode; si cercano tutte le corrispondenze.`,
  caseRead: (read, expected) => `Il tokenizer è ${ltr(expected)}; il codice ha ${ltr(read)}.`,
  dashRead: 'I trattini tipografici sono stati letti come “-”.',
  excluded: (ai, others) => `AI ${ai} non dovrebbe stare insieme a ${others}.`,
  lacking: (ai, others) => `AI ${ai} dovrebbe stare insieme a ${others}.`,

  place: (sequence, tokenizer) => `La riga ${sequence} del tokenizer ${ltr(tokenizer)}`,
  tokenizerFailures: {
    empty: ({ field, place }) => ({ title: `${field}: manca`, text: `${place} non trova alcun valore.` }),
    'too-long': ({ field, value, length, place }) => ({
      title: `${field}: troppo lungo`,
      text: `${ltr(value)} ha ${characters(value)}. ${place} ne ammette al massimo ${length}.`,
    }),
    'too-short': ({ field, value, length, place }) => ({
      title: `${field}: troppo corto`,
      text: `${ltr(value)} ha ${characters(value)}. ${place} ne vuole esattamente ${length}.`,
    }),
    'no-separator': ({ field, separator, place }) => ({
      title: `${field}: non finisce`,
      text: `${place} vuole ${ltr(separator)} dopo il valore, e non c’è.`,
    }),
    'not-a-number': ({ field, value, place }) => ({
      title: `${field}: non è un numero`,
      text: `${ltr(value)} non è un numero. ${place} accetta solo numeri.`,
    }),
  },
  leftOut: 'È stata saltata e il resto è stato letto senza.',
  gs1Failures: {
    empty: { title: 'Niente da leggere', text: 'Dopo l’identificatore di simbologia non ci sono dati.' },
    'not-gs1': { title: 'Non è GS1', text: 'Non contiene alcuna chiave GS1.' },
    'unknown-ai': (_, value) => ({
      title: 'Identificatore sconosciuto',
      text: `Nessun identificatore comincia come ${ltr(value)}.`,
    }),
    'too-short': name => ({ title: `${name}: troppo corto`, text: 'Mancano caratteri. Leggi di nuovo.' }),
    'too-long': (name, value) => ({
      title: `${name}: troppo lungo`,
      text: `${ltr(value)} è di troppo. Forse si è perso un separatore.`,
    }),
    character: (name, value) => ({ title: `${name}: carattere sbagliato`, text: `${ltr(value)} non può stare lì.` }),
    'check-digit': (name, value) => ({
      title: `${name}: la cifra di controllo è sbagliata`,
      text: `${ltr(value)} è stato letto o digitato male, o l’etichetta è sbagliata.`,
    }),
    date: (name, value) => ({ title: `${name}: data inesistente`, text: `${ltr(value)} non è una data.` }),
    value: (name, value) => ({
      title: `${name}: non ammesso`,
      text: `${ltr(value)} non è un valore che GS1 ammette lì.`,
    }),
    'separator-missing': (name, value) => ({
      title: 'Manca un separatore',
      text: `${name} finisce prima di ${ltr(value)}.`,
    }),
    repeated: name => ({
      title: `${name}: compare due volte`,
      text: 'Con due valori diversi: non si sa quale vale.',
    }),
    syntax: (_, value) => ({ title: 'Non scritto come vuole GS1', text: `Non si legge da ${ltr(value)} in poi.` }),
  },

  layouts: {
    it: 'italiana',
    fr: 'francese',
    de: 'tedesca',
    es: 'spagnola',
    uk: 'britannica',
    ro: 'romena',
  },
  or: 'o',
  repairs: {
    layout: ({ setTo }, name) =>
      setTo === 'computer'
        ? {
            title: 'Disposizione della tastiera',
            text: `Il lettore scrive come una tastiera americana, il computer è impostato su ${name}. Impostali uguali.`,
          }
        : {
            title: 'Disposizione della tastiera',
            text: `Il lettore scrive come una tastiera ${name}, il computer è impostato su quella americana. Impostali uguali.`,
          },
    dash: {
      title: 'Un altro segno al posto del trattino',
      text: 'L’etichetta, o quanto digitato, ha un altro segno al posto di “-”.',
    },
    separator: {
      title: 'Si è perso un separatore (GS)',
      text: 'Imposta il lettore perché trasmetta GS, il carattere ASCII 29, tra gli elementi.',
    },
    case: { title: 'Bloc Maiusc', text: 'Maiuscole e minuscole sono invertite. Disattiva Bloc Maiusc.' },
    prefix: ({ tokenizer }) => ({
      title: 'Manca il tokenizer',
      text: `All’etichetta può mancare ${ltr(tokenizer)} all’inizio.`,
    }),
    swap: {
      title: 'Valori in un altro ordine',
      text: 'Due valori possono essere nell’ordine sbagliato sull’etichetta.',
    },
    length: ({ length, sequence, tokenizer }, name) => ({
      title: 'Il tokenizer è troppo stretto',
      text: `Con lunghezza ${length} alla riga ${sequence} (${name}) di ${ltr(tokenizer)} si legge. L’ufficio può cambiarla.`,
    }),
  },

  trial: 'Prova un tokenizer',
  trialHelp: 'Niente viene salvato: mostra solo come si leggerebbero i codici.',
  startFrom: 'Parti da',
  newTokenizer: 'uno nuovo',
  tokenizerCode: 'Codice (prefisso)',
  separator: 'Separatore',
  businessObject: 'Oggetto',
  property: 'Proprietà',
  length: 'Lunghezza',
  decimals: 'Decimali',
  mainObject: 'Oggetto principale',
  rowNumber: n => `Riga ${n}`,
  addRow: 'Aggiungi una riga',
  removeRow: n => `Togli la riga ${n}`,
  stopTrial: 'Termina la prova',
  pasteRows: 'Incolla righe da una tabella',
  pasteHelp: 'Una riga per linea: sequenza, oggetto, proprietà, lunghezza, separatore, oggetto principale, decimali.',
  pasteTake: 'Usa queste righe',
  pasteProblem: line => `La linea ${line} non è una riga: deve cominciare con la sequenza, un numero.`,
  trialFine: 'Il tokenizer può essere usato così com’è.',
};
