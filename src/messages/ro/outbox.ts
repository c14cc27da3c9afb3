import { ltr, plural } from '../text.ts';
import type { OutboxWords } from '../en/outbox.ts';

const counts = (n: number) => plural('ro', n, { one: 'numărătoare', few: 'numărători', other: 'de numărători' });

/** Romanian. */
export const outbox: OutboxWords = {
  title: 'Pe acest dispozitiv',
  toDecide: 'De hotărât',
  waiting: 'În așteptare',
  sent: 'Trimise',

  allSent: 'totul trimis',
  badgeAllSent: 'Toate numărătorile sunt pe server.',
  badgeWaiting: n => `${counts(n)} în drum spre server.`,
  badgeUnasked: n => `${plural('ro', n, { one: 'cod', few: 'coduri', other: 'de coduri' })} de căutat.`,
  badgeDecide: n => `${n} de hotărât.`,
  badgeOffline: 'Serverul nu răspunde.',
  badgeOpen: 'Arată numărătorile de pe acest dispozitiv',

  nothingToDecide: 'Nimic de hotărât',
  nothingToDecideHelp: 'Aici apare o numărătoare pe care serverul nu a primit-o.',
  nothingWaiting: 'Nimic în așteptare',
  nothingWaitingHelp: 'Fiecare numărătoare de pe acest dispozitiv este pe server.',
  nothingSent: 'Încă nimic trimis',
  nothingSentHelp: 'Numărătorile apar aici după ce ajung pe server.',

  state: {
    queued: 'așteaptă',
    sending: 'se trimite',
    unknown: 'încă fără răspuns',
    attention: 'de hotărât',
    done: 'pe server',
    superseded: 'înlocuită, netrimisă',
    discarded: 'abandonată',
  },
  withdrawn: 'retrasă, netrimisă',
  unknownHelp: 'Trimisă, dar fără răspuns. Se întreabă din nou de la sine și nu se numără niciodată de două ori.',
  discardedBy: (name, reason) => `${ltr(name)}: ${ltr(reason)}`,
  mode: { new: 'Numără', add: 'Adaugă', replace: 'Înlocuiește' },

  paused: {
    offline: 'Serverul nu răspunde',
    hostError: 'Serverul anunță o eroare',
    askedToWait: 'Serverul a cerut așteptare',
    storage: 'Dispozitivul nu poate salva acum',
    signedOut: 'Autentifică-te ca să trimiți',
    otherUser: 'Este autentificat altcineva',
  },
  pausedUntil: time => `Următoarea încercare la ${time}.`,
  signedOutHelp: 'Numărătorile rămân pe acest dispozitiv și se trimit după autentificare.',
  otherUserHelp: 'Aceste numărători se trimit numai în numele celui care le-a făcut.',
  sendNow: 'Trimite acum',

  changed: (quantity, who, entered) => ({
    title: 'Schimbat între timp',
    text: `Acum în listă: ${quantity}${who === '' ? '' : ` (${who})`}. Ai numărat ${entered}.`,
  }),
  gone: entered => ({
    title: 'Rândul nu mai există',
    text: `Serverul nu mai are un astfel de rând. Ai numărat ${entered}.`,
  }),
  maybeContained: 'Mai înainte nu a primit răspuns: cantitatea din listă poate s-o conțină deja.',
  uncertain: (quantity, entered) => ({
    title: 'Deja numărat?',
    text: `Nu a venit niciun răspuns. Serverul arată ${quantity}, ai numărat ${entered}. Conține numărătoarea ta?`,
  }),
  notThere: 'nimic',
  contained: 'O conține',
  countAnew: 'Numără din nou',
  listClosed: n => ({
    title: 'Listă închisă',
    text: `Serverul a închis lista. ${counts(n)} ${n === 1 ? 'rămâne' : 'rămân'} aici până hotărăști.`,
  }),
  listClosedCount: () => ({
    title: 'Listă închisă',
    text: 'Lista a fost închisă înainte să ajungă această numărătoare.',
  }),
  forbidden: () => ({ title: 'Nepermis', text: 'Serverul nu te lasă să numeri aici.' }),
  refused: text => ({ title: 'Neprimită de server', text }),
  rejected: (status, title) => ({
    title: 'Neprimită de server',
    text: title === null ? `A răspuns ${status}.` : `A răspuns ${status}: ${ltr(title)}`,
  }),
  tryAgain: 'Încearcă din nou',
  moveTo: 'Mută în altă listă',
  moveHere: 'Mută',
  noOtherList: 'Caută întâi lista: se pot alege numai liste găsite.',
  list: name => `Lista ${name}`,

  parkedTitle: text => ({
    title: `Încă necăutat: ${ltr(text)}`,
    text: 'Citit când serverul nu răspundea. Se caută de îndată ce răspunde.',
  }),
  parkedKnown: text => ({ title: `${ltr(text)} este acum cunoscut`, text: 'Termină numărătoarea.' }),
  parkedUnknown: text => ({
    title: `${ltr(text)} nu este cunoscut`,
    text: 'Nici serverul nu cunoaște acest cod. Numără-l cu alt cod sau abandonează-l.',
  }),
  parkedContext: (location, quantity) => [location, quantity].filter(part => part !== '').join(' · '),
  finish: 'Termină',

  quarantined: why => ({
    title: why === 'newer' ? 'Salvată de o versiune mai nouă' : 'Înregistrare necitibilă',
    text:
      why === 'newer'
        ? 'Această versiune nu o poate citi. Exporteaz-o sau deschide pagina cu cea nouă.'
        : 'A fost păstrată așa cum este și nu se trimite. Exporteaz-o și arat-o unui responsabil.',
  }),
  showRaw: 'Arată conținutul brut',

  discard: 'Abandonează',
  discardReason: 'De ce se abandonează?',
  discardNow: 'Abandonează definitiv',
  problem: {
    'not-found': 'Nu mai este pe acest dispozitiv.',
    'in-flight': 'Tocmai se trimite. Încearcă din nou imediat.',
    'not-possible': 'Nu mai este posibil.',
    quota: 'Discul este plin. Eliberează spațiu și încearcă din nou.',
    'no-storage': 'Memoria browserului nu răspunde. Reîncarcă pagina.',
  },
  seen: 'OK',

  export: 'Exportă ca fișier',
  exported: file => `Salvat ca ${ltr(file)} în descărcări.`,
  noStorage:
    'Acest browser nu păstrează nimic: fiecare numărătoare așteaptă serverul. Nu închide pagina cât timp se salvează.',
  fullDisk: 'Discul este plin: fără server codurile nu pot fi căutate.',
  fromDevice: asOf => `Serverul nu răspunde${asOf === '' ? '' : ` · date de la ${asOf}`}`,
  loadingCache: n => `Se încarcă pentru lucrul fără rețea: ${n}`,
  cacheReady: (items, locations, asOf) =>
    `Gata pentru lucrul fără rețea: ${plural('ro', items, { one: 'articol', few: 'articole', other: 'de articole' })}, ${plural('ro', locations, { one: 'locație', few: 'locații', other: 'de locații' })}, date de la ${asOf}.`,

  history: 'Istoric',
  historyOf: item => `Istoricul ${ltr(item)}`,
  historyEmpty: 'Aici nu s-a numărat încă nimic.',
  historyHereOnly: 'Numai ce știe acest dispozitiv: serverul nu spune mai mult.',
  historyMore: 'Pe server sunt și înregistrări mai vechi.',
  undo: 'Anulează',
  undone: 'anulat',
  notCounted: 'nenumărat',
  device: name => `Dispozitiv ${ltr(name)}`,
  read: text => `Citit: ${ltr(text)}`,
  entered: 'Introdus',
  result: 'În listă',
  confirmedAt: time => `confirmat la ${time}`,

  logOutTitle: 'Te deconectezi?',
  logOutText: (n, parked) =>
    `Nu sunt încă pe server: ${[
      n > 0 ? counts(n) : '',
      parked > 0
        ? plural('ro', parked, { one: 'cod necunoscut', few: 'coduri necunoscute', other: 'de coduri necunoscute' })
        : '',
    ]
      .filter(part => part !== '')
      .join(', ')}.`,
  logOutNothing: 'Fiecare numărătoare de pe acest dispozitiv este pe server.',
  logOutSend: 'Trimite, apoi deconectează',
  logOutSending: n => `Se trimite: mai sunt ${n}…`,
  logOutKeep: 'Deconectează și păstrează-le aici',
  logOutKeepHelp: 'Se trimit când revii. Nimeni altcineva nu le vede.',
  logOutStay: 'Rămâi',
  logOutDiscard: 'Abandonează-le (responsabil)',
  logOut: 'Deconectează',
  loggedOut: 'Ești deconectat',
  signIn: 'Autentifică-te din nou',
};
