import type { Sentences } from '../tables.ts';
import { placesText } from '../places.ts';
import { tell } from '../telling.ts';
import { ltr } from '../text.ts';
import { count } from './plural.ts';

const whose = (of: readonly string[]) => (of.length === 0 ? '' : ` È un lotto di ${of.map(ltr).join(', ')}.`);

/** Italian: what is told in sentences, by what it is about. */
export const sentences: Sentences = {
  tell,
  notices: {
    'unknown-code': ({ text }) => ({
      title: 'Codice sconosciuto',
      text: `${ltr(text)} non è né articolo né ubicazione. Leggi un’altra etichetta o scrivi una parte della descrizione.`,
    }),
    'nothing-found': ({ text }) => ({
      title: 'Nessun risultato',
      text: `Nessun articolo e nessuna ubicazione contiene ${ltr(text)}. Scrivi un’altra parte del codice o della descrizione.`,
    }),
    'unreadable-code': ({ text }) => ({
      title: 'Codice non compreso',
      text: `${ltr(text)} è stato letto male, o l’etichetta è sbagliata. Leggi di nuovo o scrivi il codice.`,
    }),
    'not-shown': ({ text }) => ({
      title: 'Non contato',
      text: `Il modulo non era visibile quando è stato letto ${ltr(text)}. Leggi di nuovo.`,
    }),
    'wrong-end': ({ text }) => ({
      title: 'Lettore configurato diversamente',
      text: `${ltr(text)} è finito con un tasto diverso da quello configurato. Apri «Lettori e suono» e configura il lettore.`,
    }),
    'label-as-quantity': ({ text }) => ({
      title: 'È questa la quantità?',
      text: `${ltr(text)} sembra un codice a barre. Digita la quantità, o conferma che è quella.`,
    }),
    'broken-scan': ({ text }) => ({
      title: 'Lettura interrotta',
      text: `Sono arrivate solo parti: ${ltr(text)}. Leggi di nuovo.`,
    }),
    'code-without-use': ({ text }) => ({
      title: 'Non serve al conteggio',
      text: `${ltr(text)} non è articolo, ubicazione, lotto o quantità. Leggi un’altra etichetta.`,
    }),
    'command-without-use': (_, why) => ({
      title: `${why}: non ora`,
      text: 'Qui questo comando non significa nulla. Nulla è cambiato.',
    }),
    'unknown-command': ({ text }) => ({
      title: 'Comando sconosciuto',
      text: `${ltr(text)} non è un comando. Se non funzionano nemmeno altri, configura il lettore.`,
    }),
    'unknown-item': ({ text }) => ({
      title: 'Articolo sconosciuto',
      text: `Non esiste l’articolo ${ltr(text)}. Leggi un’altra etichetta o scrivi una parte della descrizione.`,
    }),
    'unknown-location': ({ text }) => ({
      title: 'Ubicazione sconosciuta',
      text: `Non esiste l’ubicazione ${ltr(text)}. Leggi un’altra etichetta.`,
    }),
    'unknown-lot': ({ item, text, of }) => ({
      title: 'Lotto sconosciuto',
      text: `${ltr(item)} non ha il lotto ${ltr(text)}.${whose(of)} Scegli uno dei suoi lotti.`,
    }),
    'new-lot': ({ item, text, of }) => ({
      title: 'Lotto nuovo?',
      text: `${ltr(item)} non ha ancora il lotto ${ltr(text)}.${whose(of)} Correggilo, oppure indica che è nuovo.`,
    }),
    'lot-without-item': ({ text }) => ({
      title: 'Prima l’articolo',
      text: `Leggi l’articolo del lotto ${ltr(text)}, poi il lotto.`,
    }),
    'serial-without-item': ({ text }) => ({
      title: 'Prima l’articolo',
      text: `Leggi l’articolo con il numero ${ltr(text)}, poi la matricola.`,
    }),
    'quantity-without-item': ({ text }) => ({
      title: 'Prima l’articolo',
      text: `Leggi l’articolo della quantità ${ltr(text)}, poi questa etichetta.`,
    }),
    'loading-unit': ({ text }) => ({
      title: 'Unità di carico',
      text: `${ltr(text)} è un pallet o un contenitore. Leggi quello che contiene, un articolo alla volta.`,
    }),
    'location-ignored': ({ text }) => ({
      title: 'Ubicazione dell’etichetta non usata',
      text: `${ltr(text)} non è un’ubicazione di qui. Resta quella nel modulo.`,
    }),
    'expiry-differs': ({ lot, onLabel, inHost }) => ({
      title: 'Altra scadenza',
      text: `Lotto ${ltr(lot)}: ${ltr(onLabel)} sull’etichetta, ${ltr(inHost)} nell’ERP.`,
    }),
    'other-unit': ({ quantity, labelUnit, unit }) => ({
      title: 'Quantità dell’etichetta non usata',
      text: `L’etichetta dice ${ltr(`${quantity} ${labelUnit ?? 'pz'}`)}, si conta in ${ltr(unit.code)}. Scrivi la quantità.`,
    }),
    'lot-ignored': ({ item, text }) => ({
      title: 'Lotto non richiesto',
      text: `${ltr(item)} non è gestito a lotti; ${ltr(text)} non è stato usato.`,
    }),
    'serial-ignored': ({ item, text }) => ({
      title: 'Matricola non richiesta',
      text: `${ltr(item)} non ha matricole; ${ltr(text)} non è stata usata.`,
    }),
    'phantom-item': ({ item }) => ({
      title: 'Articolo fantasma',
      text: `${ltr(item)} non si può contare. Leggi un altro articolo.`,
    }),
    'archived-item': ({ item }) => ({
      title: 'Articolo archiviato',
      text: `${ltr(item)} non si può contare. Leggi un altro articolo.`,
    }),
    'inactive-location': ({ location }) => ({
      title: 'Ubicazione non in uso',
      text: `${ltr(location)} è inattiva o obsoleta. Leggi un’altra ubicazione.`,
    }),
    'other-warehouse': ({ location, warehouse, listWarehouse }) => ({
      title: 'Altro magazzino',
      text: `${ltr(location)} è nel magazzino ${ltr(warehouse)}, la lista nel ${ltr(listWarehouse)}. Leggi un’ubicazione del ${ltr(listWarehouse)}.`,
    }),
    'item-missing': { title: 'Manca l’articolo', text: 'Leggi l’articolo prima di confermare.' },
    'location-missing': { title: 'Manca l’ubicazione', text: 'Leggi l’ubicazione prima di confermare.' },
    'lot-missing': { title: 'Manca il lotto', text: 'L’articolo è gestito a lotti. Inserisci il lotto.' },
    'serial-missing': { title: 'Manca la matricola', text: 'Leggi o scrivi la matricola.' },
    'dimension-missing': ({ label }) => ({ title: `Manca: ${label}`, text: 'Scrivilo, poi conferma.' }),
    quantity: ({ typed }, why) => ({
      title: typed === '' ? 'Manca la quantità' : `Quantità non accettata: ${ltr(typed)}`,
      text: why,
    }),
    'serial-quantity': { title: 'Una volta o nessuna', text: 'Una matricola c’è una volta o nessuna: scrivi 1 o 0.' },
    'note-too-long': ({ length, longest }) => ({
      title: 'Nota troppo lunga',
      text: `Ha ${length} caratteri, ma se ne conservano al massimo ${longest}. Abbreviala.`,
    }),
    'serial-elsewhere': ({ serial, places }) => ({
      title: `${ltr(serial)} è contata altrove`,
      text:
        places.length === 0
          ? 'La matricola è già contata in un altro posto. La conti anche qui?'
          : `Contata in ${placesText('it', 'lista', places)}. La conti anche qui?`,
    }),
    'serial-repeated': ({ serial }) => ({
      title: 'Già contata',
      text: `La matricola ${ltr(serial)} è già contata qui.`,
    }),
    'not-counted': ({ item }) => ({ title: 'Non contato', text: `${ltr(item)} è rimasto senza quantità.` }),
    'quantity-replaced': ({ from, to }) => ({
      title: 'Quantità cambiata',
      text: `${ltr(from)} è diventato ${ltr(to)}.`,
    }),
    unconfirmed: ({ item, quantity, text }) => ({
      title: `${ltr(`${item}: ${quantity}`)} non è confermato`,
      text: `${ltr(text)} attende finché confermi o scarti.`,
    }),
    discarded: ({ item }) => ({ title: 'Scartato', text: `${ltr(item)} non è stato contato.` }),
    'row-gone': { title: 'Cambiata nel frattempo', text: 'La riga è stata cambiata sul server. Conferma di nuovo.' },
    'list-closed': { title: 'Lista chiusa', text: 'La lista si può visualizzare, non contare.' },
    'outcome-unknown': (_, why) => ({
      title: 'Non si sa se è stato salvato',
      text: `${why} Riprovare non conta mai due volte.`,
    }),
    'look-up-failed': ({ text }, why) => ({ title: `${ltr(text)} non cercato`, text: why }),
    refused: (_, why) => ({ title: 'Non contato', text: why }),
    failed: (_, why) => ({ title: 'Non contato', text: why }),
    'not-saved': ({ problem }) => {
      if (problem === 'full')
        return {
          title: 'Non salvato: il dispositivo è pieno',
          text: 'Nulla è perso, il modulo resta com’è. Libera spazio o attendi l’invio, poi conferma di nuovo.',
        };
      if (problem === 'no-answer')
        return {
          title: 'Non ancora salvato: la memoria del dispositivo non risponde',
          text: 'Nulla è perso, il modulo resta così. Prosegue da sé quando la memoria risponde; riprovare non conta mai due volte. Chiudi le altre schede di questa pagina.',
        };
      return {
        title: 'Non salvato: la memoria del dispositivo non risponde',
        text: 'Nulla è perso, il modulo resta com’è. Conferma di nuovo; se non basta, ricarica la pagina.',
      };
    },
    'needs-attention': ({ item, location }, why) => ({
      title: `${ltr(item)}, ${ltr(location)}: non ancora contato`,
      text: why,
    }),
    'sending-paused': ({ why }) =>
      why === 'signed-out'
        ? {
            title: 'L’accesso è scaduto',
            text: 'Continua a contare: tutto si salva sul dispositivo. Accedi di nuovo su questa pagina per inviarlo.',
          }
        : {
            title: 'È connesso qualcun altro',
            text: 'Questi conteggi non si inviano a suo nome. Restano qui finché non accedi di nuovo.',
          },
    parked: ({ text, left }) => ({
      title: `${ltr(text)} non è ancora noto`,
      text: `${left === null ? '' : `${ltr(left)} è rimasto senza quantità. `}Scrivi la quantità e conferma, o continua a leggere. Si conserva finché il server risponde.`,
    }),
    kept: ({ text, quantity }) => ({
      title: `${ltr(text)} è conservato`,
      text: `${quantity === '' ? 'Senza quantità.' : `Quantità: ${ltr(quantity)}.`} Si può completare quando il server risponde.`,
    }),
    'not-kept': ({ text }) => ({ title: 'Annullato', text: `${ltr(text)} non è più conservato.` }),
    'parked-location': ({ text }) => ({
      title: `L’ubicazione ${ltr(text)} non è ancora nota`,
      text: 'Il server non risponde, quindi ora lì non si può contare. Leggi un’altra ubicazione.',
    }),
    'location-again': ({ text }) => ({
      title: 'Leggi di nuovo l’ubicazione',
      text: `${ltr(text)} non è ancora noto e può essere un’ubicazione.`,
    }),
    'name-item': ({ text }) => ({
      title: 'Quale articolo è?',
      text: `Leggi o scrivi l’articolo a cui corrisponde ${ltr(text)}. Ubicazione e quantità restano.`,
    }),
    'not-resumed': ({ text }) => ({
      title: 'Il modulo non è vuoto',
      text: `Conferma o scarta ciò che contiene prima di ${ltr(text)}.`,
    }),
    restored: { title: 'Come l’hai lasciato', text: 'Ciò che non era confermato è di nuovo qui.' },
    undone: ({ item }) => ({ title: 'Annullato', text: `L’ultimo conteggio di ${ltr(item)} è stato annullato.` }),
    undiscarded: ({ counts }) => ({
      title: 'Ripristinato',
      text: counts === 1 ? 'Il conteggio scartato è di nuovo qui.' : `${counts} conteggi scartati sono di nuovo qui.`,
    }),
    'not-undone': (_, why) => ({ title: 'Non annullato', text: why }),
  },

  refusals: {
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
    'serial-elsewhere': 'La matricola è già contata in un altro posto.',
    'unknown-unit': 'L’articolo non ha questa unità. Leggilo di nuovo.',
    'too-many-decimals': 'L’unità ammette meno decimali. Correggi la quantità.',
    'negative-quantity': 'La quantità non può essere negativa. Correggila.',
    'too-large-quantity': 'La quantità è troppo grande. Correggila.',
    'nothing-to-undo': 'Qui non c’è niente da annullare.',
    'already-undone': 'Il conteggio è già stato annullato.',
    'key-reused': 'Il conteggio è stato rifiutato. Conferma di nuovo.',
    'bad-request': 'Il server ha rifiutato il conteggio. Avvisa l’ufficio.',
  },

  quantityProblems: {
    empty: 'Scrivi la quantità; 0 se non c’è nulla.',
    'not-a-number': 'Sono ammessi solo cifre e un separatore decimale.',
    negative: 'La quantità non può essere negativa; 0 se non c’è nulla.',
    'two-separators': 'Ci sono due separatori. Scrivi il numero senza separatore delle migliaia.',
    'too-many-decimals': (decimals, unit) =>
      decimals === 0
        ? `${unit} si conta in numeri interi.`
        : `${unit} ha al massimo ${count(decimals, { one: 'decimale', other: 'decimali' })}.`,
    'too-large': 'Il numero è troppo grande. È stato scritto un barcode?',
  },

  attention: {
    changed: 'La riga è cambiata nel frattempo. Apri «Da decidere» e scegli Aggiungi o Sostituisci.',
    uncertain: 'Il server non ha risposto. Apri «Da decidere» e indica se è contato.',
    'other-operator': 'Il server lo ha registrato a nome di qualcun altro. Accedi di nuovo, poi apri «Da decidere».',
    lost: 'Il server non lo ha più. Apri «Da decidere» e invialo di nuovo.',
    'list-closed':
      'La lista è stata chiusa nel frattempo. Il conteggio resta sul dispositivo; chiedi a un responsabile.',
    forbidden: 'Non sei autorizzato a contare qui. Il conteggio resta sul dispositivo; chiedi a un responsabile.',
    rejected: 'Il server non lo ha accettato. Il conteggio resta sul dispositivo; apri «Da decidere».',
    refused: (_, why) => `${why} Il conteggio resta sul dispositivo.`,
  },

  undoProblems: {
    nothing: 'Qui non è stato confermato nulla da quando la lista è aperta.',
    'under-way': 'Il conteggio è in viaggio verso il server. Riprova fra un momento.',
    changed: 'Qualcun altro ha contato la riga nel frattempo. Contala di nuovo.',
    'other-user': 'È connesso qualcun altro. Accedi di nuovo, poi annullalo.',
    'unknown-before': 'Non si sa che cosa c’era prima. Conta di nuovo la riga e scegli Sostituisci.',
  },

  tableRow: sequence => `riga ${sequence}`,
  tableFields: {
    code: 'codice',
    description: 'descrizione',
    separator: 'separatore',
    rows: 'righe',
    sequence: 'sequenza',
    businessObject: 'oggetto',
    property: 'proprietà',
    length: 'lunghezza',
    decimals: 'decimali',
    mainObject: 'oggetto principale',
  },
  tableProblems: {
    empty: 'è vuoto',
    'not-text': 'non è un testo',
    'not-a-number': 'non è un numero',
    'not-a-length': 'non è un numero intero',
    unbounded: 'manca, e manca anche la lunghezza: niente chiude il valore',
    contradicting: 'è diverso da quello di un’altra riga',
    repeated: 'compare due volte',
    'unknown-name': 'sembra il nome di un carattere, ma non è noto',
  },
  banners: {
    oldTab:
      'Una versione precedente è aperta in un’altra scheda. Chiudi quella scheda: non può mostrare ciò che si conta qui.',
    evicted:
      'Il browser ha cancellato ciò che il dispositivo conservava. Ciò che questa pagina sapeva è di nuovo salvato: confronta gli ultimi conteggi con la lista.',
    none: 'Questo browser non conserva niente: ogni conteggio aspetta il server. Non chiudere la pagina durante il salvataggio.',
    off: 'Su questo dispositivo non si conserva nulla: ogni conteggio attende il server. Non chiudere la pagina mentre uno attende.',
    silent:
      'La memoria di questo dispositivo non risponde: ogni conteggio attende il server. Quelli salvati prima vi sono ancora: chiudi le altre schede, poi ricarica la pagina.',
  },
};
