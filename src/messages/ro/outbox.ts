import { ltr } from '../text.ts';
import { count } from './plural.ts';
import type { OutboxWords } from '../en/outbox.ts';

const counts = (n: number) => count(n, { one: 'numărătoare', few: 'numărători', other: 'de numărători' });

/** Romanian. */
export const outbox: OutboxWords = {
  title: 'Pe acest dispozitiv',
  sent: 'Trimise',

  nothingToDecide: 'Nimic de hotărât',
  nothingToDecideHelp: 'Aici apare o numărătoare pe care serverul nu a primit-o.',
  notLookedUp: 'Încă necăutat',
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
  mode: { new: 'Numără', add: 'Adaugă', replace: 'Înlocuiește' },

  pausedUntil: time => `Următoarea încercare la ${time}.`,
  pausedHelp: {
    'signed-out': 'Numărătorile rămân pe acest dispozitiv și se trimit după autentificare.',
    'other-user': 'Aceste numărători se trimit numai în numele celui care le-a făcut.',
  },
  storageHelp: {
    full: 'Discul este plin: eliberează spațiu. Ce este salvat rămâne salvat și se trimite dacă se poate fără disc.',
    silent:
      'Memoria lui nu răspunde: închide celelalte file ale acestei pagini. Ce este salvat rămâne salvat și se trimite dacă se poate fără memorie.',
  },
  notTaken: 'Neprimită de server',
  answered: (status, title) => (title === null ? `A răspuns ${status}.` : `A răspuns ${status}: ${ltr(title)}`),
  parked: {
    unasked: text => ({
      title: `Încă necăutat: ${ltr(text)}`,
      text: 'Citit când serverul nu răspundea. Se caută de îndată ce răspunde.',
    }),
    known: text => ({ title: `${ltr(text)} este acum cunoscut`, text: 'Termină numărătoarea.' }),
    unknown: text => ({
      title: `${ltr(text)} nu este cunoscut`,
      text: 'Nici serverul nu cunoaște acest cod. Spune ce articol este sau abandonează-l.',
    }),
  },
  quarantined: {
    newer: {
      title: 'Salvată de o versiune mai nouă',
      text: 'Această versiune nu o poate citi. Exporteaz-o sau deschide pagina cu cea nouă.',
    },
    corrupt: {
      title: 'Înregistrare necitibilă',
      text: 'A fost păstrată așa cum este și nu se trimite. Exporteaz-o și arat-o unui responsabil.',
    },
  },
  elsewhere: n => `${counts(n)} pentru alt server`,
  elsewhereHelp: 'Păstrate pe acest dispozitiv; se trimit când se deschide din nou această adresă:',
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
  otherOperator: (name, quantity, entered) => ({
    title: `Înregistrat ca numărătoare a lui ${name}`,
    text: `Era autentificat altcineva. Serverul are ${entered} numărat de tine pe numele ${name} și arată ${quantity}. Autentifică-te din nou, apoi spune ce rămâne. Până atunci nu se mai trimite nimic.`,
  }),
  lost: (quantity, entered) => ({
    title: 'Nu mai este pe server',
    text: `Serverul confirmase numărătoarea ta de ${entered} și arată acum ${quantity}: poate a fost restaurată o copie.`,
  }),
  maybeLost: 'Nu spune dacă aceasta conține numărătoarea ta.',
  lostCounts: n => ({
    title: 'Serverul a pierdut numărători',
    text: `${count(n, { one: 'numărătoare pe care o avea nu mai este', few: 'numărători pe care le avea nu mai sunt', other: 'de numărători pe care le avea nu mai sunt' })} acolo și nimeni nu a mai numărat acolo. Poate a fost restaurată o copie.`,
  }),
  sendAgain: 'Trimite-le din nou pe toate',
  notThere: 'nimic',
  contained: 'O conține',
  countAnew: 'Numără din nou',
  listClosed: n => ({
    title: 'Listă închisă',
    text: `Serverul a închis lista. ${count(n, { one: 'numărătoare rămâne', few: 'numărători rămân', other: 'de numărători rămân' })} aici până hotărăști.`,
  }),
  listClosedCount: {
    title: 'Listă închisă',
    text: 'Lista a fost închisă înainte să ajungă această numărătoare.',
  },
  forbidden: { title: 'Nepermis', text: 'Serverul nu te lasă să numeri aici.' },
  moveTo: 'Mută în altă listă',
  moveHere: 'Mută',
  noOtherList: 'Caută întâi lista: se pot alege numai liste găsite.',
  finish: 'Termină',
  nameItem: 'Spune ce articol este',
  showRaw: 'Arată conținutul brut',

  discard: 'Abandonează',
  tryAll: 'Reîncearcă toate',
  discardAll: 'Abandonează toate',
  oneReason: n => `${counts(n)}, un singur motiv`,
  drops: n => `S-ar abandona ${counts(n)}:`,
  andMore: n => `și încă ${n}`,
  discardReason: 'De ce se abandonează?',
  discardNow: 'Da, abandonează',
  discarded: n => `${counts(n)} ${n === 1 ? 'abandonată' : 'abandonate'}`,
  keptCopy: 'O copie rămâne la „Trimise”. Se poate anula cât timp pagina este deschisă.',
  problem: {
    'not-found': 'Nu mai este pe acest dispozitiv.',
    'in-flight': 'Tocmai se trimite. Încearcă din nou imediat.',
    'not-possible': 'Nu mai este posibil.',
    quota: 'Discul este plin. Eliberează spațiu și încearcă din nou.',
    'no-storage': 'Memoria browserului nu răspunde. Reîncarcă pagina.',
  },
  seen: 'OK',

  export: 'Exportă ca fișier',
  import: 'Importă un fișier',
  imported: {
    title: (n, user) => `${counts(n)} de la ${ltr(user)}`,
    exportedAt: time => `Exportate: ${time}.`,
    known: n => `${counts(n)} sunt deja aici.`,
    unreadable: n => `${counts(n)} nu se pot citi și rămân în fișier.`,
    take: 'Preia',
    taken: 'Preluate: se trimit și de aici, fiecare o singură dată.',
    keptFor: user =>
      `Păstrate pe acest dispozitiv pentru ${ltr(user)}; se trimit când ${ltr(user)} se conectează aici.`,
    nothing: 'Nimic de preluat',
    damaged: 'Fișierul este deteriorat sau nu este un export de aici.',
    newer: 'Fișierul este de la o versiune mai nouă. Deschide pagina cu acea versiune.',
    otherHost: host => `Fișierul este pentru alt server: ${ltr(host)}.`,
    otherUser: user => `Fișierul este al altui utilizator, ${ltr(user)}. Îl poate prelua doar un supervizor.`,
    notPossible: 'Fișierul nu poate fi preluat aici.',
  },
  exported: file => `Salvat ca ${ltr(file)} în descărcări.`,
  persisted: 'Browserul promite să păstreze ce este salvat aici.',
  notPersisted:
    'Browserul nu promite să păstreze ce este salvat aici: poate șterge când discul se umple. Trimite curând.',
  fullDisk: 'Discul este plin: fără server codurile nu pot fi căutate.',
  cacheReady: (items, locations, asOf) =>
    `Gata pentru lucrul fără rețea: ${count(items, { one: 'articol', few: 'articole', other: 'de articole' })}, ${count(locations, { one: 'locație', few: 'locații', other: 'de locații' })}, date de la ${asOf}.`,

  historyOf: item => `Istoricul ${ltr(item)}`,
  historyEmpty: 'Aici nu s-a numărat încă nimic.',
  historyHereOnly: 'Numai ce știe acest dispozitiv: serverul nu spune mai mult.',
  historyMore: 'Pe server sunt și înregistrări mai vechi.',
  undone: 'anulat',
  notCounted: 'nenumărat',
  device: name => `Dispozitiv ${ltr(name)}`,
  read: text => `Citit: ${ltr(text)}`,

  logOutTitle: 'Te deconectezi?',
  logOutText: (n, parked) =>
    `Nu sunt încă pe server: ${[
      n > 0 ? counts(n) : '',
      parked > 0
        ? count(parked, { one: 'cod necunoscut', few: 'coduri necunoscute', other: 'de coduri necunoscute' })
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
};
