import { isOfflineNotice } from '../../domain/offline-notice.ts';
import type { FrontWords } from '../en/front.ts';
import { offline } from './offline.ts';
import { outbox } from './outbox.ts';
import { scanners } from './scanners.ts';
import { ltr, plural } from '../text.ts';
import { tokenizer } from './tokenizer.ts';

const count = (n: number, one: string, other: string) => plural('it', n, { one, other });

/** Italian. */
export const front: FrontWords = {
  inventory: 'Inventario',
  inventories: 'Inventari',
  search: 'Ricerca',
  modify: 'Modifica',
  view: 'Visualizza',
  confirm: 'Conferma',
  add: 'Aggiungi',
  replace: 'Sostituisci',
  barcode: 'Codice barcode',
  item: 'Articolo',
  class: 'Classe',
  variant: 'Variante',
  location: 'Ubicazione',
  lot: 'Lotto',
  serial: 'Matricola',
  quantity: 'Quantità',
  warehouse: 'Magazzino',
  operator: 'Operatore',
  row: 'Riga',
  state: 'Stato',
  number: 'Numero',
  description: 'Descrizione',
  from: 'Dal',
  to: 'Al',
  closed: 'Chiuso',
  open: 'Aperto',
  all: 'Tutti',
  status: 'Stato',

  tryAgain: 'Riprova',
  reload: 'Ricarica la pagina',
  cancel: 'Annulla',
  close: 'Chiudi',
  back: 'Torna alle liste',
  leave: 'Esci',
  stay: 'Resta',
  goOn: 'Continua',
  discard: 'Scarta',
  clear: 'Svuota',
  less: 'Uno in meno',
  more: 'Uno in più',
  loading: 'Caricamento…',
  notLoaded: 'Questa parte del programma non si è caricata. Controllare la rete.',
  showMore: 'Mostra altri',

  searching: 'Ricerca in corso…',
  searchFilters: 'Date e stato',
  noInventories: 'Nessun inventario trovato',
  noInventoriesHelp: 'Cerca con meno parole o con un’altra data.',
  noLists: 'Nessuna lista per te',
  noListsHelp: 'Le liste di altri operatori non sono mostrate.',
  searchFirst: 'Cerca un inventario per vederne le liste.',
  found: (inventories, lists) => `${count(inventories, 'inventario', 'inventari')}, ${count(lists, 'lista', 'liste')}`,
  chooseList: 'Scegli una lista',
  noOperator: 'senza operatore',
  counted: (done, of) => (of === 0 ? `${done} contate` : `${done} di ${of} contate`),
  notStarted: 'da iniziare',
  inProgress: 'in corso',
  allCounted: 'contata',
  viewOnly: 'sola lettura',

  scanItem: 'Leggi l’articolo',
  scanLocation: 'Leggi l’ubicazione',
  orTypeCode: 'o scrivi il codice',
  enterLot: 'Inserisci il lotto',
  enterSerial: 'Leggi o scrivi la matricola',
  enterQuantity: 'Scrivi la quantità',
  readyToConfirm: 'Conferma il conteggio',
  lookingUp: 'Ricerca di',
  recording: 'Salvataggio…',
  kept: 'mantenuta',
  newLot: 'nuovo',
  expires: date => `scade il ${date}`,
  lots: 'Lotti dell’articolo',
  expectedHere: 'Atteso qui, non ancora contato',
  equals: (entered, main) => `${entered} = ${main}`,
  lastCounted: 'Contato',
  waiting: n => count(n, 'lettura in attesa', 'letture in attesa'),
  confirmFirst: 'Conferma',
  discardFirst: 'Scarta',
  showKeyboard: 'Tastiera',
  explain: 'Perché?',
  explainCode: 'Come si legge questo codice',

  alreadyCounted: item => `${item} è già contato qui`,
  changedMeanwhile: item => `${item} è cambiato nel frattempo`,
  readNow: 'Letto ora',
  inTheList: 'In lista',
  byAt: (name, time) => (name === '' ? time : `${name}, ${time}`),
  nothingChanges: 'Annulla · non cambia nulla',
  chooseMeaning: 'Quale dei due?',
  chooseMeaningOf: text => `${ltr(text)} ha più significati.`,
  chooseAmong: text => `Trovati per ${ltr(text)}:`,
  moreMatches: 'Ce ne sono altri. Scrivi una parte più lunga del codice.',
  leaveTitle: 'Uscire dalla lista?',
  leaveText: 'La quantità non confermata o le letture in attesa andranno perse.',

  rows: 'Righe',
  newestFirst: 'Più recenti',
  byLocation: 'Per ubicazione',
  countedRows: 'Contate',
  expectedRows: 'Da contare',
  findRow: 'Trova un codice',
  noRows: 'Ancora nulla di contato',
  noRowsFound: 'Nessuna riga trovata',
  rowCounted: 'contato',
  rowZero: 'contato · zero',
  rowExpected: 'da contare',
  notOpened: 'La lista non si è potuta aprire',

  offline,
  outbox,
  scanners,
  tokenizer,

  failure: failure => {
    switch (failure.kind) {
      case 'unreachable':
        return 'Il server non risponde. Controlla la rete e riprova.';
      case 'host-error':
        return 'Il server segnala un errore. Riprova tra poco.';
      case 'contract-broken':
        return 'La risposta del server non è comprensibile. Avvisa l’ufficio.';
      case 'signed-out':
        return 'L’accesso è scaduto. Accedi di nuovo in questa pagina, poi riprova.';
      case 'forbidden':
        return 'Non sei autorizzato. Chiedi a un responsabile.';
      case 'refused':
        return front.refusal(failure.refusal);
      case 'row-exists':
      case 'changed-meanwhile':
        return 'La riga è cambiata nel frattempo. Conferma di nuovo.';
    }
  },

  refusal: refusal =>
    ({
      'list-closed': 'La lista è chiusa. Si può visualizzare, non contare.',
      'not-your-list': 'La lista è di un altro operatore.',
      'unknown-list': 'La lista non esiste più. Cerca di nuovo.',
      'unknown-item': 'L’articolo non è conosciuto. Leggine un altro.',
      'phantom-item': 'Un articolo fantasma non si può contare. Leggine un altro.',
      'archived-item': 'Un articolo archiviato non si può contare. Leggine un altro.',
      'variant-required': 'L’articolo si conta per variante. Leggi la variante.',
      'unknown-location': 'L’ubicazione non è conosciuta. Leggine un’altra.',
      'inactive-location': 'L’ubicazione non è in uso. Leggine un’altra.',
      'other-warehouse': 'L’ubicazione non è nel magazzino della lista. Leggine un’altra.',
      'lot-required': 'L’articolo è gestito a lotti. Inserisci il lotto.',
      'lot-not-managed': 'L’articolo non ha lotti. Leggilo di nuovo.',
      'unknown-lot': 'L’articolo non ha questo lotto. Scegli uno dei suoi lotti.',
      'serial-required': 'L’articolo ha matricole. Inseriscine una.',
      'serial-not-managed': 'L’articolo non ha matricole. Leggilo di nuovo.',
      'serial-quantity': 'Una matricola c’è una volta o nessuna: scrivi 1 o 0.',
      'serial-repeated': 'Questa matricola è già contata qui.',
      'unknown-unit': 'L’articolo non ha questa unità. Leggilo di nuovo.',
      'too-many-decimals': 'L’unità ammette meno decimali. Correggi la quantità.',
      'negative-quantity': 'La quantità non può essere negativa. Correggila.',
      'too-large-quantity': 'La quantità è troppo grande. Correggila.',
      'nothing-to-undo': 'Qui non c’è niente da annullare.',
      'already-undone': 'Il conteggio è già stato annullato.',
      'key-reused': 'Il conteggio è stato rifiutato. Conferma di nuovo.',
      'bad-request': 'Il server ha rifiutato il conteggio. Avvisa l’ufficio.',
    })[refusal],

  quantityProblem: (problem, decimals, unit) => {
    switch (problem) {
      case 'empty':
        return 'Scrivi la quantità; 0 se non c’è nulla.';
      case 'not-a-number':
        return 'Sono ammessi solo cifre e un separatore decimale.';
      case 'negative':
        return 'La quantità non può essere negativa; 0 se non c’è nulla.';
      case 'two-separators':
        return 'Ci sono due separatori. Scrivi il numero senza separatore delle migliaia.';
      case 'too-many-decimals':
        return decimals === 0
          ? `${unit} si conta in numeri interi.`
          : `${unit} ha al massimo ${count(decimals, 'decimale', 'decimali')}.`;
      case 'too-large':
        return 'Il numero è troppo grande. È stato scritto un barcode?';
    }
  },

  unusedScan: text => ({
    title: 'Lettura non usata',
    text: `È stato letto ${ltr(text)}, ma nessuna lista è aperta per il conteggio.`,
  }),

  notice: notice => {
    if (isOfflineNotice(notice)) return front.offline.notice(notice, front);
    switch (notice.code) {
      case 'unknown-code':
        return {
          title: 'Codice sconosciuto',
          text: `${ltr(notice.text)} non è né articolo né ubicazione. Leggi un’altra etichetta o scrivi una parte della descrizione.`,
        };
      case 'nothing-found':
        return {
          title: 'Nessun risultato',
          text: `Nessun articolo e nessuna ubicazione contiene ${ltr(notice.text)}. Scrivi un’altra parte del codice o della descrizione.`,
        };
      case 'unreadable-code':
        return {
          title: 'Codice non compreso',
          text: `${ltr(notice.text)} non corrisponde al suo tokenizer. Leggi di nuovo o scrivi il codice.`,
        };
      case 'broken-scan':
        return { title: 'Lettura interrotta', text: `Sono arrivate solo parti: ${ltr(notice.text)}. Leggi di nuovo.` };
      case 'code-without-use':
        return {
          title: 'Non serve al conteggio',
          text: `${ltr(notice.text)} non è articolo, ubicazione, lotto o quantità. Leggi un’altra etichetta.`,
        };
      case 'command-without-use':
        return scanners.commandWithoutUse(scanners.command[notice.command]);
      case 'unknown-command':
        return scanners.unknownCommand(notice.text);
      case 'unknown-item':
        return {
          title: 'Articolo sconosciuto',
          text: `Non esiste l’articolo ${ltr(notice.text)}. Leggi un’altra etichetta o scrivi una parte della descrizione.`,
        };
      case 'unknown-location':
        return {
          title: 'Ubicazione sconosciuta',
          text: `Non esiste l’ubicazione ${ltr(notice.text)}. Leggi un’altra etichetta.`,
        };
      case 'unknown-lot':
        return {
          title: 'Lotto sconosciuto',
          text: `${ltr(notice.item)} non ha il lotto ${ltr(notice.text)}. Scegli uno dei suoi lotti.`,
        };
      case 'lot-without-item':
        return { title: 'Prima l’articolo', text: `Leggi l’articolo del lotto ${ltr(notice.text)}, poi il lotto.` };
      case 'serial-without-item':
        return {
          title: 'Prima l’articolo',
          text: `Leggi l’articolo con il numero ${ltr(notice.text)}, poi la matricola.`,
        };
      case 'quantity-without-item':
        return {
          title: 'Prima l’articolo',
          text: `Leggi l’articolo della quantità ${ltr(notice.text)}, poi questa etichetta.`,
        };
      case 'loading-unit':
        return {
          title: 'Unità di carico',
          text: `${ltr(notice.text)} è un pallet o un contenitore. Leggi quello che contiene, un articolo alla volta.`,
        };
      case 'location-ignored':
        return {
          title: 'Ubicazione dell’etichetta non usata',
          text: `${ltr(notice.text)} non è un’ubicazione di qui. Resta quella nel modulo.`,
        };
      case 'expiry-differs':
        return {
          title: 'Altra scadenza',
          text: `Lotto ${ltr(notice.lot)}: ${ltr(notice.onLabel)} sull’etichetta, ${ltr(notice.inHost)} nell’ERP.`,
        };
      case 'other-unit':
        return {
          title: 'Quantità dell’etichetta non usata',
          text: `L’etichetta dice ${ltr(`${notice.quantity} ${notice.labelUnit ?? 'pz'}`)}, si conta in ${ltr(notice.unit.code)}. Scrivi la quantità.`,
        };
      case 'lot-ignored':
        return {
          title: 'Lotto non richiesto',
          text: `${ltr(notice.item)} non è gestito a lotti; ${ltr(notice.text)} non è stato usato.`,
        };
      case 'serial-ignored':
        return {
          title: 'Matricola non richiesta',
          text: `${ltr(notice.item)} non ha matricole; ${ltr(notice.text)} non è stata usata.`,
        };
      case 'phantom-item':
        return { title: 'Articolo fantasma', text: `${ltr(notice.item)} non si può contare. Leggi un altro articolo.` };
      case 'archived-item':
        return {
          title: 'Articolo archiviato',
          text: `${ltr(notice.item)} non si può contare. Leggi un altro articolo.`,
        };
      case 'inactive-location':
        return {
          title: 'Ubicazione non in uso',
          text: `${ltr(notice.location)} è inattiva o obsoleta. Leggi un’altra ubicazione.`,
        };
      case 'other-warehouse':
        return {
          title: 'Altro magazzino',
          text: `${ltr(notice.location)} è nel magazzino ${ltr(notice.warehouse)}, la lista nel ${ltr(notice.listWarehouse)}. Leggi un’ubicazione del ${ltr(notice.listWarehouse)}.`,
        };
      case 'item-missing':
        return { title: 'Manca l’articolo', text: 'Leggi l’articolo prima di confermare.' };
      case 'location-missing':
        return { title: 'Manca l’ubicazione', text: 'Leggi l’ubicazione prima di confermare.' };
      case 'lot-missing':
        return { title: 'Manca il lotto', text: 'L’articolo è gestito a lotti. Inserisci il lotto.' };
      case 'serial-missing':
        return { title: 'Manca la matricola', text: 'Leggi o scrivi la matricola.' };
      case 'quantity':
        return {
          title: notice.typed === '' ? 'Manca la quantità' : `Quantità non accettata: ${ltr(notice.typed)}`,
          text: front.quantityProblem(notice.problem, notice.unit.decimals, notice.unit.code),
        };
      case 'serial-quantity':
        return { title: 'Una volta o nessuna', text: 'Una matricola c’è una volta o nessuna: scrivi 1 o 0.' };
      case 'serial-repeated':
        return { title: 'Già contata', text: `La matricola ${ltr(notice.serial)} è già contata qui.` };
      case 'not-counted':
        return { title: 'Non contato', text: `${ltr(notice.item)} è rimasto senza quantità.` };
      case 'quantity-replaced':
        return { title: 'Quantità cambiata', text: `${ltr(notice.from)} è diventato ${ltr(notice.to)}.` };
      case 'unconfirmed':
        return {
          title: `${ltr(`${notice.item}: ${notice.quantity}`)} non è confermato`,
          text: `${ltr(notice.text)} attende finché confermi o scarti.`,
        };
      case 'discarded':
        return { title: 'Scartato', text: `${ltr(notice.item)} non è stato contato.` };
      case 'row-gone':
        return { title: 'Cambiata nel frattempo', text: 'La riga è stata cambiata sul server. Conferma di nuovo.' };
      case 'list-closed':
        return { title: 'Lista chiusa', text: 'La lista si può visualizzare, non contare.' };
      case 'outcome-unknown':
        return {
          title: 'Non si sa se è stato salvato',
          text: `${front.failure(notice.failure)} Riprovare non conta mai due volte.`,
        };
      case 'look-up-failed':
        return { title: `${ltr(notice.text)} non cercato`, text: front.failure(notice.failure) };
      case 'refused':
        return { title: 'Non contato', text: front.refusal(notice.refusal) };
      case 'failed':
        return { title: 'Non contato', text: front.failure(notice.failure) };
    }
  },
};
