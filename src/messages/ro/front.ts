import { isOfflineNotice } from '../../domain/offline-notice.ts';
import type { FrontWords } from '../en/front.ts';
import { offline } from './offline.ts';
import { outbox } from './outbox.ts';
import { scanners } from './scanners.ts';
import { ltr, plural } from '../text.ts';
import { tokenizer } from './tokenizer.ts';

const count = (n: number, one: string, few: string, other: string) => plural('ro', n, { one, few, other });

/** Romanian. */
export const front: FrontWords = {
  inventory: 'Inventar',
  inventories: 'Inventare',
  search: 'Caută',
  modify: 'Modifică',
  view: 'Vizualizează',
  confirm: 'Confirmă',
  add: 'Adaugă',
  replace: 'Înlocuiește',
  barcode: 'Cod de bare',
  item: 'Articol',
  class: 'Clasă',
  variant: 'Variantă',
  location: 'Locație',
  lot: 'Lot',
  serial: 'Număr de serie',
  quantity: 'Cantitate',
  warehouse: 'Gestiune',
  operator: 'Operator',
  row: 'Rând',
  state: 'Stare',
  number: 'Număr',
  description: 'Descriere',
  from: 'De la',
  to: 'Până la',
  closed: 'Închis',
  open: 'Deschis',
  all: 'Toate',
  status: 'Stare',

  tryAgain: 'Încearcă din nou',
  reload: 'Reîncarcă pagina',
  cancel: 'Renunță',
  close: 'Închide',
  back: 'Înapoi la liste',
  leave: 'Părăsește',
  stay: 'Rămâi',
  goOn: 'Continuă',
  discard: 'Renunță',
  clear: 'Șterge',
  less: 'Cu unu mai puțin',
  more: 'Cu unu mai mult',
  loading: 'Se încarcă…',
  notLoaded: 'Această parte a programului nu a putut fi încărcată. Verificați rețeaua.',
  showMore: 'Arată mai multe',

  searching: 'Se caută…',
  searchFilters: 'Date și stare',
  noInventories: 'Niciun inventar găsit',
  noInventoriesHelp: 'Caută cu mai puține cuvinte sau cu altă dată.',
  noLists: 'Nicio listă pentru tine aici',
  noListsHelp: 'Listele altor operatori nu se afișează.',
  searchFirst: 'Caută un inventar ca să-i vezi listele.',
  found: (inventories, lists) =>
    `${count(inventories, 'inventar', 'inventare', 'de inventare')}, ${count(lists, 'listă', 'liste', 'de liste')}`,
  chooseList: 'Alege o listă',
  noOperator: 'fără operator',
  counted: (done, of) => (of === 0 ? `${done} numărate` : `${done} din ${of} numărate`),
  notStarted: 'neîncepută',
  inProgress: 'în lucru',
  allCounted: 'numărată',
  viewOnly: 'doar vizualizare',

  scanItem: 'Citește articolul',
  scanLocation: 'Citește locația',
  orTypeCode: 'sau scrie codul',
  enterLot: 'Introdu lotul',
  enterSerial: 'Citește sau scrie numărul de serie',
  enterQuantity: 'Scrie cantitatea',
  readyToConfirm: 'Confirmă numărătoarea',
  lookingUp: 'Se caută',
  recording: 'Se salvează…',
  kept: 'păstrată',
  newLot: 'nou',
  expires: date => `expiră ${date}`,
  lots: 'Loturile articolului',
  expectedHere: 'Așteptat aici, încă nenumărat',
  equals: (entered, main) => `${entered} = ${main}`,
  lastCounted: 'Numărat',
  waiting: n => count(n, 'citire în așteptare', 'citiri în așteptare', 'de citiri în așteptare'),
  confirmFirst: 'Confirmă',
  discardFirst: 'Renunță',
  showKeyboard: 'Tastatură',
  explain: 'De ce?',
  explainCode: 'Cum se citește acest cod',

  alreadyCounted: item => `${item} este deja numărat aici`,
  changedMeanwhile: item => `${item} s-a schimbat între timp`,
  readNow: 'Citit acum',
  inTheList: 'În listă',
  byAt: (name, time) => (name === '' ? time : `${name}, ${time}`),
  nothingChanges: 'Renunță · nu se schimbă nimic',
  chooseMeaning: 'Care dintre ele?',
  chooseMeaningOf: text => `${ltr(text)} are mai multe înțelesuri.`,
  chooseAmong: text => `Găsite pentru ${ltr(text)}:`,
  moreMatches: 'Mai sunt și altele. Scrie mai mult din cod.',
  leaveTitle: 'Părăsești lista?',
  leaveText: 'Cantitatea neconfirmată sau citirile în așteptare se pierd.',

  rows: 'Rânduri',
  newestFirst: 'Cele mai noi',
  byLocation: 'După locație',
  countedRows: 'Numărate',
  expectedRows: 'De numărat',
  findRow: 'Caută un cod',
  noRows: 'Încă nimic numărat',
  noRowsFound: 'Niciun rând găsit',
  rowCounted: 'numărat',
  rowZero: 'numărat · zero',
  rowExpected: 'de numărat',
  notOpened: 'Lista nu a putut fi deschisă',

  offline,
  outbox,
  scanners,
  tokenizer,

  failure: failure => {
    switch (failure.kind) {
      case 'unreachable':
        return 'Serverul nu răspunde. Verifică rețeaua și încearcă din nou.';
      case 'host-error':
        return 'Serverul anunță o eroare. Încearcă din nou peste puțin timp.';
      case 'contract-broken':
        return 'Răspunsul serverului nu este înțeles. Anunță biroul.';
      case 'signed-out':
        return 'Autentificarea a expirat. Autentifică-te din nou în pagină, apoi încearcă iar.';
      case 'forbidden':
        return 'Nu ai dreptul la această operație. Întreabă un responsabil.';
      case 'refused':
        return front.refusal(failure.refusal);
      case 'row-exists':
      case 'changed-meanwhile':
        return 'Rândul s-a schimbat între timp. Confirmă din nou.';
    }
  },

  refusal: refusal =>
    ({
      'list-closed': 'Lista este închisă. Se poate vizualiza, nu și număra.',
      'not-your-list': 'Lista este a altui operator.',
      'unknown-list': 'Lista nu mai există. Caută din nou.',
      'unknown-item': 'Articolul nu este cunoscut. Citește altul.',
      'phantom-item': 'Un articol fictiv nu se poate număra. Citește altul.',
      'archived-item': 'Un articol arhivat nu se poate număra. Citește altul.',
      'variant-required': 'Articolul se numără pe variante. Citește varianta.',
      'unknown-location': 'Locația nu este cunoscută. Citește alta.',
      'inactive-location': 'Locația nu este în uz. Citește alta.',
      'other-warehouse': 'Locația nu este în gestiunea listei. Citește alta.',
      'lot-required': 'Articolul este gestionat pe loturi. Introdu lotul.',
      'lot-not-managed': 'Articolul nu are loturi. Citește-l din nou.',
      'unknown-lot': 'Articolul nu are acest lot. Alege unul dintre loturile lui.',
      'serial-required': 'Articolul are numere de serie. Introdu unul.',
      'serial-not-managed': 'Articolul nu are numere de serie. Citește-l din nou.',
      'serial-quantity': 'Un număr de serie există o dată sau deloc: scrie 1 sau 0.',
      'serial-repeated': 'Numărul de serie este deja numărat aici.',
      'unknown-unit': 'Articolul nu are această unitate. Citește-l din nou.',
      'too-many-decimals': 'Unitatea admite mai puține zecimale. Corectează cantitatea.',
      'negative-quantity': 'Cantitatea nu poate fi negativă. Corecteaz-o.',
      'too-large-quantity': 'Cantitatea este prea mare. Corecteaz-o.',
      'nothing-to-undo': 'Nu este nimic de anulat aici.',
      'already-undone': 'Numărătoarea este deja anulată.',
      'key-reused': 'Numărătoarea a fost refuzată. Confirmă din nou.',
      'bad-request': 'Serverul a refuzat numărătoarea. Anunță biroul.',
    })[refusal],

  quantityProblem: (problem, decimals, unit) => {
    switch (problem) {
      case 'empty':
        return 'Scrie cantitatea; 0 dacă nu este nimic.';
      case 'not-a-number':
        return 'Se acceptă doar cifre și un separator zecimal.';
      case 'negative':
        return 'Cantitatea nu poate fi negativă; 0 dacă nu este nimic.';
      case 'two-separators':
        return 'Sunt doi separatori. Scrie numărul fără separator de mii.';
      case 'too-many-decimals':
        return decimals === 0
          ? `${unit} se numără în numere întregi.`
          : `${unit} are cel mult ${count(decimals, 'zecimală', 'zecimale', 'de zecimale')}.`;
      case 'too-large':
        return 'Numărul este prea mare. A fost scris un cod de bare?';
    }
  },

  unusedScan: text => ({
    title: 'Citire nefolosită',
    text: `S-a citit ${ltr(text)}, dar nicio listă nu este deschisă la numărat.`,
  }),

  notice: notice => {
    if (isOfflineNotice(notice)) return front.offline.notice(notice, front);
    switch (notice.code) {
      case 'unknown-code':
        return {
          title: 'Cod necunoscut',
          text: `${ltr(notice.text)} nu este nici articol, nici locație. Citește altă etichetă sau scrie o parte din descriere.`,
        };
      case 'nothing-found':
        return {
          title: 'Nimic găsit',
          text: `Niciun articol și nicio locație nu conține ${ltr(notice.text)}. Scrie altă parte din cod sau descriere.`,
        };
      case 'unreadable-code':
        return {
          title: 'Cod neînțeles',
          text: `${ltr(notice.text)} nu se potrivește cu tokenizerul său. Citește din nou sau scrie codul.`,
        };
      case 'broken-scan':
        return { title: 'Citire întreruptă', text: `Au ajuns doar părți: ${ltr(notice.text)}. Citește din nou.` };
      case 'code-without-use':
        return {
          title: 'Nu se folosește la numărat',
          text: `${ltr(notice.text)} nu este articol, locație, lot sau cantitate. Citește altă etichetă.`,
        };
      case 'command-without-use':
        return scanners.commandWithoutUse(scanners.command[notice.command]);
      case 'unknown-command':
        return scanners.unknownCommand(notice.text);
      case 'unknown-item':
        return {
          title: 'Articol necunoscut',
          text: `Nu există articolul ${ltr(notice.text)}. Citește altă etichetă sau scrie o parte din descriere.`,
        };
      case 'unknown-location':
        return { title: 'Locație necunoscută', text: `Nu există locația ${ltr(notice.text)}. Citește altă etichetă.` };
      case 'unknown-lot':
        return {
          title: 'Lot necunoscut',
          text: `${ltr(notice.item)} nu are lotul ${ltr(notice.text)}. Alege unul dintre loturile lui.`,
        };
      case 'lot-without-item':
        return { title: 'Întâi articolul', text: `Citește articolul lotului ${ltr(notice.text)}, apoi lotul.` };
      case 'serial-without-item':
        return {
          title: 'Întâi articolul',
          text: `Citește articolul cu numărul ${ltr(notice.text)}, apoi numărul de serie.`,
        };
      case 'quantity-without-item':
        return {
          title: 'Întâi articolul',
          text: `Citește articolul cu cantitatea ${ltr(notice.text)}, apoi această etichetă.`,
        };
      case 'loading-unit':
        return {
          title: 'Unitate de încărcare',
          text: `${ltr(notice.text)} este un palet sau un container. Citește ce conține, articol cu articol.`,
        };
      case 'location-ignored':
        return {
          title: 'Locația de pe etichetă nu s-a folosit',
          text: `${ltr(notice.text)} nu este o locație de aici. Rămâne cea din formular.`,
        };
      case 'expiry-differs':
        return {
          title: 'Altă dată de expirare',
          text: `Lotul ${ltr(notice.lot)}: ${ltr(notice.onLabel)} pe etichetă, ${ltr(notice.inHost)} în ERP.`,
        };
      case 'other-unit':
        return {
          title: 'Cantitatea de pe etichetă nu s-a folosit',
          text: `Eticheta spune ${ltr(`${notice.quantity} ${notice.labelUnit ?? 'buc'}`)}, se numără în ${ltr(notice.unit.code)}. Scrie cantitatea.`,
        };
      case 'lot-ignored':
        return {
          title: 'Fără lot',
          text: `${ltr(notice.item)} nu este gestionat pe loturi; ${ltr(notice.text)} nu s-a folosit.`,
        };
      case 'serial-ignored':
        return {
          title: 'Fără număr de serie',
          text: `${ltr(notice.item)} nu are numere de serie; ${ltr(notice.text)} nu s-a folosit.`,
        };
      case 'phantom-item':
        return { title: 'Articol fictiv', text: `${ltr(notice.item)} nu se poate număra. Citește alt articol.` };
      case 'archived-item':
        return { title: 'Articol arhivat', text: `${ltr(notice.item)} nu se poate număra. Citește alt articol.` };
      case 'inactive-location':
        return {
          title: 'Locație scoasă din uz',
          text: `${ltr(notice.location)} este inactivă sau desființată. Citește altă locație.`,
        };
      case 'other-warehouse':
        return {
          title: 'Altă gestiune',
          text: `${ltr(notice.location)} este în gestiunea ${ltr(notice.warehouse)}, iar lista în ${ltr(notice.listWarehouse)}. Citește o locație din ${ltr(notice.listWarehouse)}.`,
        };
      case 'item-missing':
        return { title: 'Lipsește articolul', text: 'Citește articolul înainte de confirmare.' };
      case 'location-missing':
        return { title: 'Lipsește locația', text: 'Citește locația înainte de confirmare.' };
      case 'lot-missing':
        return { title: 'Lipsește lotul', text: 'Articolul este gestionat pe loturi. Introdu lotul.' };
      case 'serial-missing':
        return { title: 'Lipsește numărul de serie', text: 'Citește sau scrie numărul de serie.' };
      case 'quantity':
        return {
          title: notice.typed === '' ? 'Lipsește cantitatea' : `Cantitate neacceptată: ${ltr(notice.typed)}`,
          text: front.quantityProblem(notice.problem, notice.unit.decimals, notice.unit.code),
        };
      case 'serial-quantity':
        return { title: 'O dată sau deloc', text: 'Un număr de serie există o dată sau deloc: scrie 1 sau 0.' };
      case 'serial-repeated':
        return { title: 'Deja numărat', text: `Numărul de serie ${ltr(notice.serial)} este deja numărat aici.` };
      case 'not-counted':
        return { title: 'Nenumărat', text: `${ltr(notice.item)} a rămas fără cantitate.` };
      case 'quantity-replaced':
        return { title: 'Cantitate schimbată', text: `${ltr(notice.from)} a devenit ${ltr(notice.to)}.` };
      case 'unconfirmed':
        return {
          title: `${ltr(`${notice.item}: ${notice.quantity}`)} nu este confirmat`,
          text: `${ltr(notice.text)} așteaptă până confirmi sau renunți.`,
        };
      case 'discarded':
        return { title: 'Renunțat', text: `${ltr(notice.item)} nu a fost numărat.` };
      case 'row-gone':
        return { title: 'Schimbat între timp', text: 'Rândul a fost schimbat pe server. Confirmă din nou.' };
      case 'list-closed':
        return { title: 'Listă închisă', text: 'Lista se poate vizualiza, nu și număra.' };
      case 'outcome-unknown':
        return {
          title: 'Nu se știe dacă s-a salvat',
          text: `${front.failure(notice.failure)} O nouă încercare nu numără de două ori.`,
        };
      case 'look-up-failed':
        return { title: `${ltr(notice.text)} nu s-a putut căuta`, text: front.failure(notice.failure) };
      case 'refused':
        return { title: 'Nenumărat', text: front.refusal(notice.refusal) };
      case 'failed':
        return { title: 'Nenumărat', text: front.failure(notice.failure) };
    }
  },
};
