import { ltr, plural } from '../text.ts';
import type { OutboxWords } from '../en/outbox.ts';

const counts = (n: number) => plural('it', n, { one: 'conteggio', other: 'conteggi' });

/** Italian. */
export const outbox: OutboxWords = {
  title: 'Su questo dispositivo',
  toDecide: 'Da decidere',
  waiting: 'In attesa',
  sent: 'Inviati',

  allSent: 'tutto inviato',
  badgeAllSent: 'Tutti i conteggi sono sul server.',
  badgeWaiting: n => `${counts(n)} in viaggio verso il server.`,
  badgeUnasked: n => `${plural('it', n, { one: 'codice', other: 'codici' })} da cercare.`,
  badgeDecide: n => `${n} da decidere.`,
  badgeOffline: 'Il server non risponde.',
  badgeOpen: 'Mostra i conteggi su questo dispositivo',

  nothingToDecide: 'Niente da decidere',
  nothingToDecideHelp: 'Qui compare un conteggio che il server non ha accettato.',
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
  discardedBy: (name, reason) => `${ltr(name)}: ${ltr(reason)}`,
  mode: { new: 'Conta', add: 'Aggiungi', replace: 'Sostituisci' },

  paused: {
    offline: 'Il server non risponde',
    hostError: 'Il server segnala un errore',
    askedToWait: 'Il server ha chiesto di attendere',
    storage: 'Il dispositivo ora non memorizza',
    signedOut: 'Accedi per inviare',
    otherUser: 'È connesso qualcun altro',
  },
  pausedUntil: time => `Prossimo tentativo alle ${time}.`,
  signedOutHelp: 'I conteggi restano su questo dispositivo e vengono inviati dopo l’accesso.',
  otherUserHelp: 'Questi conteggi si inviano solo a nome di chi li ha fatti.',
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
  notThere: 'niente',
  contained: 'Lo contiene',
  countAnew: 'Conta di nuovo',
  listClosed: n => ({
    title: 'Lista chiusa',
    text: `Il server ha chiuso la lista. ${counts(n)} ${n === 1 ? 'resta' : 'restano'} qui fino alla decisione.`,
  }),
  listClosedCount: () => ({
    title: 'Lista chiusa',
    text: 'La lista è stata chiusa prima dell’arrivo di questo conteggio.',
  }),
  forbidden: () => ({ title: 'Non permesso', text: 'Il server non permette di contare qui.' }),
  refused: text => ({ title: 'Non accettato dal server', text }),
  rejected: (status, title) => ({
    title: 'Non accettato dal server',
    text: title === null ? `Ha risposto ${status}.` : `Ha risposto ${status}: ${ltr(title)}`,
  }),
  tryAgain: 'Riprova',
  moveTo: 'Sposta in un’altra lista',
  moveHere: 'Sposta',
  noOtherList: 'Cerca prima la lista: si scelgono solo liste trovate.',
  list: name => `Lista ${name}`,

  parkedTitle: text => ({
    title: `Non ancora cercato: ${ltr(text)}`,
    text: 'Letto mentre il server non rispondeva. Viene cercato appena risponde.',
  }),
  parkedKnown: text => ({ title: `${ltr(text)} ora è noto`, text: 'Termina il conteggio.' }),
  parkedUnknown: text => ({
    title: `${ltr(text)} non è noto`,
    text: 'Neanche il server conosce questo codice. Contalo con un altro codice o scartalo.',
  }),
  parkedContext: (location, quantity) => [location, quantity].filter(part => part !== '').join(' · '),
  finish: 'Termina',

  quarantined: why => ({
    title: why === 'newer' ? 'Salvato da una versione più nuova' : 'Registrazione illeggibile',
    text:
      why === 'newer'
        ? 'Questa versione non può leggerla. Esportala o apri la pagina con quella nuova.'
        : 'È conservata com’è e non viene inviata. Esportala e mostrala a un responsabile.',
  }),
  showRaw: 'Mostra il contenuto grezzo',

  discard: 'Scarta',
  discardReason: 'Perché viene scartato?',
  discardNow: 'Scarta definitivamente',
  problem: {
    'not-found': 'Non è più su questo dispositivo.',
    'in-flight': 'È proprio in invio. Riprova tra un momento.',
    'not-possible': 'Non è più possibile.',
    quota: 'Il disco è pieno. Libera spazio e riprova.',
    'no-storage': 'La memoria del browser non risponde. Ricarica la pagina.',
  },
  seen: 'OK',

  export: 'Esporta come file',
  exported: file => `Salvato come ${ltr(file)} nei download.`,
  noStorage:
    'Questo browser non conserva niente: ogni conteggio aspetta il server. Non chiudere la pagina durante il salvataggio.',
  fullDisk: 'Il disco è pieno: senza server i codici non si possono cercare.',
  fromDevice: asOf => `Il server non risponde${asOf === '' ? '' : ` · dati delle ${asOf}`}`,
  loadingCache: n => `Caricamento per il lavoro senza rete: ${n}`,
  cacheReady: (items, locations, asOf) =>
    `Pronto per il lavoro senza rete: ${plural('it', items, { one: 'articolo', other: 'articoli' })}, ${plural('it', locations, { one: 'ubicazione', other: 'ubicazioni' })}, dati delle ${asOf}.`,

  history: 'Cronologia',
  historyOf: item => `Cronologia di ${ltr(item)}`,
  historyEmpty: 'Qui non è stato ancora contato niente.',
  historyHereOnly: 'Solo ciò che sa questo dispositivo: il server non dice altro.',
  historyMore: 'Sul server ci sono voci più vecchie.',
  undo: 'Annulla',
  undone: 'annullato',
  notCounted: 'non contato',
  device: name => `Dispositivo ${ltr(name)}`,
  read: text => `Letto: ${ltr(text)}`,
  entered: 'Inserito',
  result: 'Nella lista',
  confirmedAt: time => `confermato alle ${time}`,

  logOutTitle: 'Vuoi uscire?',
  logOutText: (n, parked) =>
    `Non ancora sul server: ${[
      n > 0 ? counts(n) : '',
      parked > 0 ? plural('it', parked, { one: 'codice sconosciuto', other: 'codici sconosciuti' }) : '',
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
  loggedOut: 'Uscita effettuata',
  signIn: 'Accedi di nuovo',
};
