import type { ExplainedFailure, Explanation, RepairCause } from '../../tokenizer/explain.ts';
import type { ConfigurationWarning, Gs1Reason } from '../../tokenizer/index.ts';
import { type NoticeText, ltr } from '../text.ts';
import type { InspectorWords } from '../en/inspector.ts';

/** A failure of one kind; its row's field in words. */
type TokenizerFailure = Extract<ExplainedFailure, { kind: 'tokenizer' }> & { readonly field: string };

const characters = (n: number) => (n === 1 ? '1 carattere' : `${n} caratteri`);

/** Italian. */
export const inspector: InspectorWords = {
  title: 'Analisi del barcode',
  code: 'Codice',
  codeHint: 'Leggi, incolla o digita un codice.',
  loading: 'Caricamento…',
  close: 'Chiudi',
  splitTitle: 'Come si divide',
  fieldsTitle: 'Che cosa dice',
  value: 'Valore',
  meaning: 'Significato',
  source: 'Da',
  missing: 'non nel barcode',
  row: (sequence: number) => `riga ${sequence}`,
  aiShort: (ai: string) => `AI ${ai}`,
  otherSplits: 'Modi di dividerlo',
  splitNumber: (n: number) => `Modo ${n}`,
  lacks: (fields: string) => `senza ${fields}`,
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
    serial: 'Numero di serie',
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
    '21': 'Numero di serie',
    '30': 'Quantità',
    '37': 'Quantità',
    '240': 'Codice articolo aggiuntivo',
    '254': 'Ubicazione, estensione',
    '400': 'Numero d’ordine',
    '414': 'Ubicazione (GLN)',
    '310': 'Peso netto',
    '330': 'Peso lordo',
  },

  summary: ({ reading, tokenizer }: Explanation): string => {
    const by = {
      tokenizer: `il tokenizer ${ltr(tokenizer?.code ?? '')}`,
      gs1: 'GS1',
      'digital-link': 'un GS1 Digital Link',
      gtin: 'un GTIN (EAN/UPC)',
      raw: 'nessun tokenizer',
    }[reading.kind];
    switch (reading.status) {
      case 'ok':
        return `Letto con ${by}.`;
      case 'ambiguous':
        return `Letto con ${by}, in più modi. La maschera li prova uno dopo l’altro.`;
      case 'partial':
        return `Letto con ${by}; mancano valori all’inizio.`;
      case 'invalid':
        return `Comincia come ${by}, ma non torna.`;
      case 'no-match':
        return 'Nessun tokenizer ha questo codice e non è GS1. Si cerca così com’è: come barcode, articolo o ubicazione.';
    }
  },
  quantityDecides: (value: string, separator: string): string =>
    `Il ${ltr(separator)} in ${ltr(value)} fa parte del valore: la quantità deve essere un numero, quindi può essere solo l’ultima parte.`,
  missingHelp: (field: string, businessObject: string): string =>
    businessObject === 'FSWarehouse'
      ? `${field}: non è nel barcode; vale quello della lista.`
      : `${field}: non è nel barcode; si cercano tutte le corrispondenze.`,
  caseRead: (read: string, expected: string) => `Il tokenizer è ${ltr(expected)}; il codice ha ${ltr(read)}.`,
  dashRead: 'I trattini tipografici sono stati letti come “-”.',
  excluded: (ai: string, others: string) => `AI ${ai} non dovrebbe stare insieme a ${others}.`,
  lacking: (ai: string, others: string) => `AI ${ai} dovrebbe stare insieme a ${others}.`,

  tokenizerFailure: (failure: TokenizerFailure, leftOut: boolean): NoticeText => {
    const { field, value, sequence, tokenizer, length, separator, rule } = failure;
    const place = `La riga ${sequence} del tokenizer ${ltr(tokenizer)}`;
    const text = {
      empty: `${place} non trova alcun valore.`,
      'too-long': `${ltr(value)} ha ${characters(value.length)}. ${place} ne ammette al massimo ${length ?? ''}.`,
      'too-short': `${ltr(value)} ha ${characters(value.length)}. ${place} ne vuole esattamente ${length ?? ''}.`,
      'no-separator': `${place} vuole ${ltr(separator)} dopo il valore, e non c’è.`,
      'not-a-number': `${ltr(value)} non è un numero. ${place} accetta solo numeri.`,
    }[rule];
    const title = {
      empty: `${field}: manca`,
      'too-long': `${field}: troppo lungo`,
      'too-short': `${field}: troppo corto`,
      'no-separator': `${field}: non finisce`,
      'not-a-number': `${field}: non è un numero`,
    }[rule];
    return leftOut ? { title, text: `${text} È stata saltata e il resto è stato letto senza.` } : { title, text };
  },
  gs1Failure: (rule: Gs1Reason, name: string, value: string): NoticeText => {
    const shown = ltr(value);
    const texts: Record<Gs1Reason, NoticeText> = {
      empty: { title: 'Niente da leggere', text: 'Dopo l’identificatore di simbologia non ci sono dati.' },
      'not-gs1': { title: 'Non è GS1', text: 'Non contiene alcuna chiave GS1.' },
      'unknown-ai': { title: 'Identificatore sconosciuto', text: `Nessun identificatore comincia come ${shown}.` },
      'too-short': { title: `${name}: troppo corto`, text: 'Mancano caratteri. Leggi di nuovo.' },
      'too-long': { title: `${name}: troppo lungo`, text: `${shown} è di troppo. Forse si è perso un separatore.` },
      character: { title: `${name}: carattere sbagliato`, text: `${shown} non può stare lì.` },
      'check-digit': {
        title: `${name}: la cifra di controllo è sbagliata`,
        text: `${shown} è stato letto o digitato male, o l’etichetta è sbagliata.`,
      },
      date: { title: `${name}: data inesistente`, text: `${shown} non è una data.` },
      value: { title: `${name}: non ammesso`, text: `${shown} non è un valore che GS1 ammette lì.` },
      'separator-missing': { title: 'Manca un separatore', text: `${name} finisce prima di ${shown}.` },
      repeated: {
        title: `${name}: compare due volte`,
        text: 'Con due valori diversi: non si sa quale vale.',
      },
      syntax: { title: 'Non scritto come vuole GS1', text: `Non si legge da ${shown} in poi.` },
    };
    return texts[rule];
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
  repair: (cause: RepairCause, layouts: string, field: string): NoticeText => {
    switch (cause.kind) {
      case 'layout':
        return cause.setTo === 'computer'
          ? {
              title: 'Disposizione della tastiera',
              text: `Il lettore scrive come una tastiera americana, il computer è impostato su ${layouts}. Impostali uguali.`,
            }
          : {
              title: 'Disposizione della tastiera',
              text: `Il lettore scrive come una tastiera ${layouts}, il computer è impostato su quella americana. Impostali uguali.`,
            };
      case 'dash':
        return {
          title: 'Un altro segno al posto del trattino',
          text: 'L’etichetta, o quanto digitato, ha un altro segno al posto di “-”.',
        };
      case 'separator':
        return {
          title: 'Si è perso un separatore (GS)',
          text: 'Imposta il lettore perché trasmetta GS, il carattere ASCII 29, tra gli elementi.',
        };
      case 'case':
        return { title: 'Bloc Maiusc', text: 'Maiuscole e minuscole sono invertite. Disattiva Bloc Maiusc.' };
      case 'prefix':
        return { title: 'Manca il tokenizer', text: `All’etichetta può mancare ${ltr(cause.tokenizer)} all’inizio.` };
      case 'swap':
        return {
          title: 'Valori in un altro ordine',
          text: 'Due valori possono essere nell’ordine sbagliato sull’etichetta.',
        };
      case 'length':
        return {
          title: 'Il tokenizer è troppo stretto',
          text: `Con lunghezza ${cause.length} alla riga ${cause.sequence} (${field}) di ${ltr(cause.tokenizer)} si legge. L’ufficio può cambiarla.`,
        };
    }
  },

  trial: 'Prova un tokenizer',
  trialHelp: 'Niente viene salvato: mostra solo come si leggerebbero i codici.',
  startFrom: 'Parti da',
  newTokenizer: 'uno nuovo',
  tokenizerCode: 'Codice (prefisso)',
  separator: 'Separatore',
  sequence: 'Sequenza',
  businessObject: 'Oggetto',
  property: 'Proprietà',
  length: 'Lunghezza',
  mainObject: 'Oggetto principale',
  description: 'Descrizione',
  rows: 'Righe',
  rowNumber: (n: number) => `Riga ${n}`,
  addRow: 'Aggiungi una riga',
  removeRow: (n: number) => `Togli la riga ${n}`,
  stopTrial: 'Termina la prova',
  pasteRows: 'Incolla righe da una tabella',
  pasteHelp: 'Una riga per linea: sequenza, oggetto, proprietà, lunghezza, separatore, oggetto principale.',
  pasteTake: 'Usa queste righe',
  pasteProblem: (line: number) => `La linea ${line} non è una riga: deve cominciare con la sequenza, un numero.`,
  trialFine: 'Il tokenizer può essere usato così com’è.',
  warning: ({ tokenizer, sequence, problem }: ConfigurationWarning, field: string): string => {
    const place = sequence === null ? ltr(tokenizer) : `${ltr(tokenizer)}, riga ${sequence}`;
    const texts: Record<ConfigurationWarning['problem'], string> = {
      empty: 'è vuoto.',
      'not-text': 'non è un testo.',
      'not-a-number': 'non è un numero.',
      'not-a-length': 'non è una lunghezza: cifre, o niente per nessun limite.',
      unbounded: 'è vuoto, e non c’è nemmeno la lunghezza: niente dice dove finisce il valore.',
      contradicting: 'non è quello delle altre righe: un barcode sta per un solo oggetto.',
      repeated: 'compare due volte.',
    };
    return `${place}, ${field}: ${texts[problem]}`;
  },
};
