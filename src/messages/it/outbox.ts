import { ltr } from '../text.ts';
import { count } from './plural.ts';
import type { OutboxWords } from '../en/outbox.ts';

const counts = (n: number) => count(n, { one: 'conteggio', other: 'conteggi' });

/** Italian. */
export const outbox: OutboxWords = {
  title: 'Su questo dispositivo',
  sent: 'Inviati',

  nothingToDecide: 'Niente da decidere',
  nothingToDecideHelp: 'Qui compare un conteggio che il server non ha accettato.',
  notLookedUp: 'Non ancora cercato',
  nothingWaiting: 'Niente in attesa',
  nothingWaitingHelp: 'Ogni conteggio di questo dispositivo è sul server.',
  nothingSent: 'Ancora niente inviato',
  nothingSentHelp: 'I conteggi compaiono qui quando sono sul server.',

  state: {
    queued: 'in attesa',
    sending: 'in invio',
    unknown: 'ancora senza risposta',
    attention: 'da decidere',
    done: 'sul server',
    superseded: 'sostituito, mai inviato',
    discarded: 'scartato',
  },
  withdrawn: 'ritirato, mai inviato',
  unknownHelp: 'Inviato, ma senza risposta. Viene richiesto da sé e mai contato due volte.',
  mode: { new: 'Conta', add: 'Aggiungi', replace: 'Sostituisci' },

  pausedUntil: time => `Prossimo tentativo alle ${time}.`,
  pausedHelp: {
    'signed-out': 'I conteggi restano su questo dispositivo e vengono inviati dopo l’accesso.',
    'other-user': 'Questi conteggi si inviano solo a nome di chi li ha fatti.',
  },
  storageHelp: {
    full: 'Il disco è pieno: libera spazio. Ciò che è salvato resta salvato e viene inviato se è possibile senza disco.',
    silent:
      'La sua memoria non risponde: chiudi le altre schede di questa pagina. Ciò che è salvato resta salvato e viene inviato se è possibile senza memoria.',
  },
  notTaken: 'Non accettato dal server',
  answered: (status, title) => (title === null ? `Ha risposto ${status}.` : `Ha risposto ${status}: ${ltr(title)}`),
  parked: {
    unasked: text => ({
      title: `Non ancora cercato: ${ltr(text)}`,
      text: 'Letto mentre il server non rispondeva. Viene cercato appena risponde.',
    }),
    known: text => ({ title: `${ltr(text)} ora è noto`, text: 'Termina il conteggio.' }),
    unknown: text => ({
      title: `${ltr(text)} non è noto`,
      text: 'Neanche il server conosce questo codice. Indica l’articolo che rappresenta o scartalo.',
    }),
  },
  quarantined: {
    newer: {
      title: 'Salvato da una versione più nuova',
      text: 'Questa versione non può leggerla. Esportala o apri la pagina con quella nuova.',
    },
    corrupt: {
      title: 'Registrazione illeggibile',
      text: 'È conservata com’è e non viene inviata. Esportala e mostrala a un responsabile.',
    },
  },
  elsewhere: n => `${counts(n)} per un altro server`,
  elsewhereHelp: 'Restano su questo dispositivo e partono quando si riapre questo indirizzo:',
  sendNow: 'Invia ora',

  changed: (quantity, who, entered) => ({
    title: 'Cambiato nel frattempo',
    text: `Ora nella lista: ${quantity}${who === '' ? '' : ` (${who})`}. Hai contato ${entered}.`,
  }),
  gone: entered => ({
    title: 'La riga non c’è più',
    text: `Il server non ha più questa riga. Hai contato ${entered}.`,
  }),
  maybeContained: 'Prima non ha avuto risposta: la quantità nella lista potrebbe già contenerlo.',
  uncertain: (quantity, entered) => ({
    title: 'Già contato?',
    text: `Nessuna risposta. Il server mostra ${quantity}, hai contato ${entered}. Contiene il tuo conteggio?`,
  }),
  otherOperator: (name, quantity, entered) => ({
    title: `Registrato come conteggio di ${name}`,
    text: `Era connesso qualcun altro. Il server ha i tuoi ${entered} a nome di ${name}, e mostra ${quantity}. Accedi di nuovo, poi indica che cosa vale. Fino ad allora non si invia altro.`,
  }),
  lost: (quantity, entered) => ({
    title: 'Non è più sul server',
    text: `Il server aveva confermato il tuo conteggio di ${entered} e ora mostra ${quantity}: forse è stata ripristinata una copia.`,
  }),
  maybeLost: 'Non dice se contiene il tuo conteggio.',
  lostCounts: n => ({
    title: 'Il server ha perso dei conteggi',
    text: `${count(n, { one: 'conteggio che aveva non c’è', other: 'conteggi che aveva non ci sono' })} più, e da allora nessuno ha contato lì. Forse è stata ripristinata una copia.`,
  }),
  sendAgain: 'Invia di nuovo tutti',
  notThere: 'niente',
  contained: 'Lo contiene',
  countAnew: 'Conta di nuovo',
  listClosed: n => ({
    title: 'Lista chiusa',
    text: `Il server ha chiuso la lista. ${count(n, { one: 'conteggio resta', other: 'conteggi restano' })} qui fino alla decisione.`,
  }),
  listClosedCount: {
    title: 'Lista chiusa',
    text: 'La lista è stata chiusa prima dell’arrivo di questo conteggio.',
  },
  forbidden: { title: 'Non permesso', text: 'Il server non permette di contare qui.' },
  moveTo: 'Sposta in un’altra lista',
  moveHere: 'Sposta',
  noOtherList: 'Cerca prima la lista: si scelgono solo liste trovate.',
  finish: 'Termina',
  nameItem: 'Indica l’articolo',
  showRaw: 'Mostra il contenuto grezzo',

  discard: 'Scarta',
  tryAll: 'Riprova tutti',
  discardAll: 'Scarta tutti',
  oneReason: n => `${counts(n)}, un solo motivo`,
  drops: n => `Si scarterebbero ${counts(n)}:`,
  andMore: n => `e altri ${n}`,
  discardReason: 'Perché viene scartato?',
  discardNow: 'Sì, scarta',
  discarded: n => `${counts(n)} ${n === 1 ? 'scartato' : 'scartati'}`,
  keptCopy: 'Una copia resta in «Inviati». Si può annullare finché la pagina è aperta.',
  problem: {
    'not-found': 'Non è più su questo dispositivo.',
    'in-flight': 'È proprio in invio. Riprova tra un momento.',
    'not-possible': 'Non è più possibile.',
    quota: 'Il disco è pieno. Libera spazio e riprova.',
    'no-storage': 'La memoria del browser non risponde. Ricarica la pagina.',
  },
  seen: 'OK',

  export: 'Esporta come file',
  import: 'Importa un file',
  imported: {
    title: (n, user) => `${counts(n)} di ${ltr(user)}`,
    exportedAt: time => `Esportati: ${time}.`,
    known: n => `${counts(n)} sono già qui.`,
    unreadable: n => `${counts(n)} non si possono leggere e restano nel file.`,
    take: 'Acquisisci',
    taken: 'Acquisiti: partono anche da qui, ciascuno una sola volta.',
    keptFor: user => `Restano su questo dispositivo per ${ltr(user)} e partono quando ${ltr(user)} accede qui.`,
    nothing: 'Nulla da acquisire',
    damaged: 'Il file è danneggiato o non è un’esportazione di questo tipo.',
    newer: 'Il file è di una versione più recente. Apri la pagina con quella versione.',
    otherHost: host => `Il file è per un altro server: ${ltr(host)}.`,
    otherUser: user => `Il file è di un altro utente, ${ltr(user)}. Può acquisirlo solo un supervisore.`,
    notPossible: 'Il file non può essere acquisito qui.',
  },
  exported: file => `Salvato come ${ltr(file)} nei download.`,
  persisted: 'Il browser promette di conservare quanto è salvato qui.',
  notPersisted:
    'Il browser non promette di conservare quanto è salvato qui: può eliminarlo quando il disco si riempie. Invia presto.',
  fullDisk: 'Il disco è pieno: senza server i codici non si possono cercare.',
  cacheReady: (items, locations, asOf) =>
    `Pronto per il lavoro senza rete: ${count(items, { one: 'articolo', other: 'articoli' })}, ${count(locations, { one: 'ubicazione', other: 'ubicazioni' })}, dati delle ${asOf}.`,

  historyOf: item => `Cronologia di ${ltr(item)}`,
  historyEmpty: 'Qui non è stato ancora contato niente.',
  historyHereOnly: 'Solo ciò che sa questo dispositivo: il server non dice altro.',
  historyMore: 'Sul server ci sono voci più vecchie.',
  undone: 'annullato',
  notCounted: 'non contato',
  device: name => `Dispositivo ${ltr(name)}`,
  read: text => `Letto: ${ltr(text)}`,

  logOutTitle: 'Vuoi uscire?',
  logOutText: (n, parked) =>
    `Non ancora sul server: ${[
      n > 0 ? counts(n) : '',
      parked > 0 ? count(parked, { one: 'codice sconosciuto', other: 'codici sconosciuti' }) : '',
    ]
      .filter(part => part !== '')
      .join(', ')}.`,
  logOutNothing: 'Ogni conteggio di questo dispositivo è sul server.',
  logOutSend: 'Invia, poi esci',
  logOutSending: n => `Invio: ne mancano ${n}…`,
  logOutKeep: 'Esci e conservali qui',
  logOutKeepHelp: 'Si inviano al ritorno. Nessun altro li vede.',
  logOutStay: 'Resta',
  logOutDiscard: 'Scartali (responsabile)',
  logOut: 'Esci',
};
