import type { OutboxWords } from '../en/outbox.ts';
import { ltr } from '../text.ts';
import { count } from './plural.ts';

const counts = (n: number) => count(n, { one: 'brojanje', few: 'brojanja', other: 'brojanja' });

/** Croatian. */
export const outbox: OutboxWords = {
  title: 'Na ovom uređaju',
  sent: 'Poslano',

  nothingToDecide: 'Ništa za odluku',
  nothingToDecideHelp: 'Ovdje se prikazuje brojanje koje poslužitelj nije prihvatio.',
  notLookedUp: 'Još nije traženo',
  nothingWaiting: 'Ništa ne čeka',
  nothingWaitingHelp: 'Sva brojanja s ovog uređaja na poslužitelju su.',
  nothingSent: 'Još ništa nije poslano',
  nothingSentHelp: 'Brojanja se ovdje prikazuju kad stignu na poslužitelj.',

  state: {
    queued: 'čeka',
    sending: 'šalje se',
    unknown: 'još bez odgovora',
    attention: 'za odluku',
    done: 'na poslužitelju',
    superseded: 'zamijenjeno, nije poslano',
    discarded: 'odbačeno',
  },
  withdrawn: 'povučeno, nije poslano',
  unknownHelp: 'Poslano, ali nema odgovora. Pita se ponovno samo od sebe i nikad se ne broji dvaput.',
  mode: { new: 'Brojanje', add: 'Dodaj', replace: 'Zamijeni' },

  pausedUntil: time => `Sljedeći pokušaj: ${time}.`,
  pausedHelp: {
    'signed-out': 'Brojanja ostaju na ovom uređaju i šalju se nakon ponovne prijave.',
    'other-user': 'Ova se brojanja šalju samo u ime onoga tko ih je napravio.',
  },
  storageHelp: {
    full: 'Disk je pun: oslobodi prostor. Spremljeno ostaje spremljeno i šalje se ako je moguće bez diska.',
    silent:
      'Njegova memorija ne odgovara: zatvori druge kartice ove stranice. Spremljeno ostaje spremljeno i šalje se ako je moguće bez memorije.',
  },
  notTaken: 'Poslužitelj nije prihvatio',
  answered: (status, title) => (title === null ? `Odgovorio je ${status}.` : `Odgovorio je ${status}: ${ltr(title)}`),
  parked: {
    unasked: text => ({
      title: `Još nije potraženo: ${ltr(text)}`,
      text: 'Očitano dok poslužitelj nije odgovarao. Potražit će se čim odgovori.',
    }),
    known: text => ({ title: `${ltr(text)} sada je poznato`, text: 'Dovrši brojanje.' }),
    unknown: text => ({
      title: `${ltr(text)} nije poznato`,
      text: 'Ni poslužitelj ne poznaje taj kod. Navedi koji je to artikl ili odbaci.',
    }),
  },
  quarantined: {
    newer: {
      title: 'Spremila novija verzija',
      text: 'Ova verzija to ne može čitati. Izvezi ili otvori stranicu s novijom.',
    },
    corrupt: {
      title: 'Nečitljiv zapis',
      text: 'Sačuvan je kakav jest i ne šalje se. Izvezi ga i pokaži voditelju.',
    },
  },
  elsewhere: n => `${counts(n)} za drugi poslužitelj`,
  elsewhereHelp: 'Ostaju na ovom uređaju i šalju se kad se ova adresa ponovno otvori:',
  sendNow: 'Pošalji sada',

  changed: (quantity, who, entered) => ({
    title: 'U međuvremenu promijenjeno',
    text: `Na listi je sada: ${quantity}${who === '' ? '' : ` (${who})`}. Tvoje brojanje: ${entered}.`,
  }),
  gone: entered => ({
    title: 'Retka više nema',
    text: `Poslužitelj više nema taj redak. Tvoje brojanje: ${entered}.`,
  }),
  maybeContained: 'Prije nije bilo odgovora: količina na listi možda ga već sadrži.',
  uncertain: (quantity, entered) => ({
    title: 'Već prebrojano?',
    text: `Nema odgovora. Na poslužitelju: ${quantity}, tvoje brojanje: ${entered}. Je li ono već uračunato?`,
  }),
  otherOperator: (name, quantity, entered) => ({
    title: `Zapisano kao brojanje: ${name}`,
    text: `Prijavljen je bio netko drugi. Poslužitelj ima tvojih ${entered} pod imenom ${name}, a pokazuje ${quantity}. Prijavi se ponovno pa odredi što vrijedi. Do tada se ništa više ne šalje.`,
  }),
  lost: (quantity, entered) => ({
    title: 'Nema ga više na poslužitelju',
    text: `Poslužitelj je potvrdio tvoje brojanje (${entered}), a sada pokazuje: ${quantity}. Možda je vraćena sigurnosna kopija.`,
  }),
  maybeLost: 'Ne kaže je li tvoje brojanje u tome uračunato.',
  lostCounts: n => ({
    title: 'Poslužitelj je izgubio brojanja',
    text: `${count(n, { one: 'brojanja koje je imao više nema', few: 'brojanja koja je imao više nema', other: 'brojanja koja je imao više nema' })}, a ondje otad nitko nije brojao. Možda je vraćena sigurnosna kopija.`,
  }),
  sendAgain: 'Pošalji sva ponovno',
  notThere: 'ništa',
  contained: 'Uračunato je',
  countAnew: 'Prebroji iznova',
  listClosed: n => ({
    title: 'Lista je zatvorena',
    text: `Poslužitelj je zatvorio listu. ${count(n, { one: 'brojanje ostaje', few: 'brojanja ostaju', other: 'brojanja ostaje' })} ovdje do odluke.`,
  }),
  listClosedCount: { title: 'Lista je zatvorena', text: 'Lista je zatvorena prije nego što je ovo brojanje stiglo.' },
  forbidden: { title: 'Nije dopušteno', text: 'Poslužitelj ti ovdje ne dopušta brojanje.' },
  moveTo: 'Premjesti na drugu listu',
  moveHere: 'Premjesti',
  noOtherList: 'Najprije potraži listu: odabrati se mogu samo pronađene liste.',
  finish: 'Dovrši',
  nameItem: 'Navedi artikl',
  showRaw: 'Prikaži izvorni zapis',

  discard: 'Odbaci',
  tryAll: 'Pokušaj sve ponovno',
  discardAll: 'Odbaci sve',
  oneReason: n => `${counts(n)}, isti razlog`,
  drops: n => `Odbacilo bi se ${counts(n)}:`,
  andMore: n => `i još ${n}`,
  discardReason: 'Zašto se odbacuje?',
  discardNow: 'Da, odbaci',
  discarded: n => `Odbačeno: ${counts(n)}`,
  keptCopy: 'Kopija ostaje pod „Poslano”. Može se poništiti dok je stranica otvorena.',
  problem: {
    'not-found': 'Toga više nema na ovom uređaju.',
    'in-flight': 'Upravo se šalje. Pokušaj ponovno za trenutak.',
    'not-possible': 'To više nije moguće.',
    quota: 'Disk je pun. Oslobodi prostor i pokušaj ponovno.',
    'no-storage': 'Memorija preglednika ne odgovara. Ponovno učitaj stranicu.',
  },
  seen: 'U redu',

  export: 'Izvezi kao datoteku',
  import: 'Uvezi datoteku',
  imported: {
    title: (n, user) => `${counts(n)} korisnika ${ltr(user)}`,
    exportedAt: time => `Izvezeno: ${time}.`,
    known: n => `${counts(n)} već je ovdje.`,
    unreadable: n => `${counts(n)} ne može se pročitati i ostaje u datoteci.`,
    take: 'Preuzmi',
    taken: 'Preuzeto: šalje se i odavde, svako jednom.',
    keptFor: user => `Ostaje na ovom uređaju za korisnika ${ltr(user)} i šalje se čim se ${ltr(user)} ovdje prijavi.`,
    nothing: 'Nema što preuzeti',
    damaged: 'Datoteka je oštećena ili nije takav izvoz.',
    newer: 'Datoteka je iz novije verzije. Otvori stranicu s tom verzijom.',
    otherHost: host => `Datoteka je za drugi poslužitelj: ${ltr(host)}.`,
    otherUser: user => `Datoteka je drugog korisnika, ${ltr(user)}. Smije je preuzeti samo nadzornik.`,
    notPossible: 'Datoteka se ovdje ne može preuzeti.',
  },
  exported: file => `Spremljeno kao ${ltr(file)} među preuzimanjima.`,
  persisted: 'Preglednik obećava čuvati ono što je ovdje spremljeno.',
  notPersisted:
    'Preglednik ne obećava čuvati ono što je ovdje spremljeno: može to izbrisati kad se disk napuni. Pošalji uskoro.',
  fullDisk: 'Disk je pun: bez poslužitelja kodovi se ne mogu tražiti.',
  cacheReady: (items, locations, asOf) =>
    `Spremno za rad bez mreže: ${count(items, { one: 'artikl', few: 'artikla', other: 'artikala' })}, ${count(locations, { one: 'lokacija', few: 'lokacije', other: 'lokacija' })}, stanje: ${asOf}.`,

  historyOf: item => `Povijest: ${ltr(item)}`,
  historyEmpty: 'Ovdje još ništa nije prebrojano.',
  historyHereOnly: 'Samo ono što zna ovaj uređaj: poslužitelj ne kaže više.',
  historyMore: 'Na poslužitelju ima starijih zapisa.',
  undone: 'poništeno',
  notCounted: 'nije prebrojano',
  device: name => `Uređaj ${ltr(name)}`,
  read: text => `Očitano: ${ltr(text)}`,

  logOutTitle: 'Odjaviti se?',
  logOutText: (n, parked) =>
    `Još nije na poslužitelju: ${[
      n > 0 ? counts(n) : '',
      parked > 0 ? count(parked, { one: 'nepoznat kod', few: 'nepoznata koda', other: 'nepoznatih kodova' }) : '',
    ]
      .filter(part => part !== '')
      .join(', ')}.`,
  logOutNothing: 'Sva brojanja s ovog uređaja na poslužitelju su.',
  logOutSend: 'Pošalji pa se odjavi',
  logOutSending: n => `Slanje: još ${n}…`,
  logOutKeep: 'Odjavi se, brojanja ostaju ovdje',
  logOutKeepHelp: 'Šalju se kad se vratiš. Nitko drugi ih ne vidi.',
  logOutStay: 'Ostani',
  logOutDiscard: 'Odbaci ih (voditelj)',
  logOut: 'Odjavi se',
};
