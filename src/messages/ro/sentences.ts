import type { Sentences } from '../tables.ts';
import { placesText } from '../places.ts';
import { tell } from '../telling.ts';
import { ltr } from '../text.ts';
import { count } from './plural.ts';

const whose = (of: readonly string[]) =>
  of.length === 0 ? '' : ` Este un lot al articolului ${of.map(ltr).join(', ')}.`;

/** Romanian: what is told in sentences, by what it is about. */
export const sentences: Sentences = {
  tell,
  notices: {
    'unknown-code': ({ text }) => ({
      title: 'Cod necunoscut',
      text: `${ltr(text)} nu este nici articol, nici locație. Citește altă etichetă sau scrie o parte din descriere.`,
    }),
    'nothing-found': ({ text }) => ({
      title: 'Nimic găsit',
      text: `Niciun articol și nicio locație nu conține ${ltr(text)}. Scrie altă parte din cod sau descriere.`,
    }),
    'unreadable-code': ({ text }) => ({
      title: 'Cod neînțeles',
      text: `${ltr(text)} a fost citit greșit sau eticheta este greșită. Citește din nou sau scrie codul.`,
    }),
    'not-shown': ({ text }) => ({
      title: 'Nenumărat',
      text: `Formularul nu era vizibil când s-a citit ${ltr(text)}. Citește din nou.`,
    }),
    'wrong-end': ({ text }) => ({
      title: 'Cititorul e configurat altfel',
      text: `${ltr(text)} s-a terminat cu altă tastă decât cea configurată. Deschide „Cititoare și sunet” și configurează cititorul.`,
    }),
    'label-as-quantity': ({ text }) => ({
      title: 'Aceasta este cantitatea?',
      text: `${ltr(text)} arată ca un cod de bare. Tastează cantitatea sau spune că așa este.`,
    }),
    'broken-scan': ({ text }) => ({
      title: 'Citire întreruptă',
      text: `Au ajuns doar părți: ${ltr(text)}. Citește din nou.`,
    }),
    'code-without-use': ({ text }) => ({
      title: 'Nu se folosește la numărat',
      text: `${ltr(text)} nu este articol, locație, lot sau cantitate. Citește altă etichetă.`,
    }),
    'command-without-use': (_, why) => ({
      title: `${why}: nu acum`,
      text: 'Comanda nu înseamnă nimic aici. Nu s-a schimbat nimic.',
    }),
    'unknown-command': ({ text }) => ({
      title: 'Comandă necunoscută',
      text: `${ltr(text)} nu este o comandă. Dacă nici altele nu merg, configurează cititorul.`,
    }),
    'unknown-item': ({ text }) => ({
      title: 'Articol necunoscut',
      text: `Nu există articolul ${ltr(text)}. Citește altă etichetă sau scrie o parte din descriere.`,
    }),
    'unknown-location': ({ text }) => ({
      title: 'Locație necunoscută',
      text: `Nu există locația ${ltr(text)}. Citește altă etichetă.`,
    }),
    'unknown-lot': ({ item, text, of }) => ({
      title: 'Lot necunoscut',
      text: `${ltr(item)} nu are lotul ${ltr(text)}.${whose(of)} Alege unul dintre loturile lui.`,
    }),
    'new-lot': ({ item, text, of }) => ({
      title: 'Lot nou?',
      text: `${ltr(item)} nu are încă lotul ${ltr(text)}.${whose(of)} Corectează-l sau spune că este nou.`,
    }),
    'lot-without-item': ({ text }) => ({
      title: 'Întâi articolul',
      text: `Citește articolul lotului ${ltr(text)}, apoi lotul.`,
    }),
    'serial-without-item': ({ text }) => ({
      title: 'Întâi articolul',
      text: `Citește articolul cu numărul ${ltr(text)}, apoi numărul de serie.`,
    }),
    'quantity-without-item': ({ text }) => ({
      title: 'Întâi articolul',
      text: `Citește articolul cu cantitatea ${ltr(text)}, apoi această etichetă.`,
    }),
    'loading-unit': ({ text }) => ({
      title: 'Unitate de încărcare',
      text: `${ltr(text)} este un palet sau un container. Citește ce conține, articol cu articol.`,
    }),
    'location-ignored': ({ text }) => ({
      title: 'Locația de pe etichetă nu s-a folosit',
      text: `${ltr(text)} nu este o locație de aici. Rămâne cea din formular.`,
    }),
    'expiry-differs': ({ lot, onLabel, inHost }) => ({
      title: 'Altă dată de expirare',
      text: `Lotul ${ltr(lot)}: ${ltr(onLabel)} pe etichetă, ${ltr(inHost)} în ERP.`,
    }),
    'other-unit': ({ quantity, labelUnit, unit }) => ({
      title: 'Cantitatea de pe etichetă nu s-a folosit',
      text: `Eticheta spune ${ltr(`${quantity} ${labelUnit ?? 'buc'}`)}, se numără în ${ltr(unit.code)}. Scrie cantitatea.`,
    }),
    'lot-ignored': ({ item, text }) => ({
      title: 'Fără lot',
      text: `${ltr(item)} nu este gestionat pe loturi; ${ltr(text)} nu s-a folosit.`,
    }),
    'serial-ignored': ({ item, text }) => ({
      title: 'Fără număr de serie',
      text: `${ltr(item)} nu are numere de serie; ${ltr(text)} nu s-a folosit.`,
    }),
    'phantom-item': ({ item }) => ({
      title: 'Articol fictiv',
      text: `${ltr(item)} nu se poate număra. Citește alt articol.`,
    }),
    'archived-item': ({ item }) => ({
      title: 'Articol arhivat',
      text: `${ltr(item)} nu se poate număra. Citește alt articol.`,
    }),
    'inactive-location': ({ location }) => ({
      title: 'Locație scoasă din uz',
      text: `${ltr(location)} este inactivă sau desființată. Citește altă locație.`,
    }),
    'other-warehouse': ({ location, warehouse, listWarehouse }) => ({
      title: 'Altă gestiune',
      text: `${ltr(location)} este în gestiunea ${ltr(warehouse)}, iar lista în ${ltr(listWarehouse)}. Citește o locație din ${ltr(listWarehouse)}.`,
    }),
    'item-missing': { title: 'Lipsește articolul', text: 'Citește articolul înainte de confirmare.' },
    'location-missing': { title: 'Lipsește locația', text: 'Citește locația înainte de confirmare.' },
    'lot-missing': { title: 'Lipsește lotul', text: 'Articolul este gestionat pe loturi. Introdu lotul.' },
    'serial-missing': { title: 'Lipsește numărul de serie', text: 'Citește sau scrie numărul de serie.' },
    'dimension-missing': ({ label }) => ({ title: `Lipsește: ${label}`, text: 'Completează, apoi confirmă.' }),
    quantity: ({ typed }, why) => ({
      title: typed === '' ? 'Lipsește cantitatea' : `Cantitate neacceptată: ${ltr(typed)}`,
      text: why,
    }),
    'serial-quantity': { title: 'O dată sau deloc', text: 'Un număr de serie există o dată sau deloc: scrie 1 sau 0.' },
    'note-too-long': ({ length, longest }) => ({
      title: 'Notă prea lungă',
      text: `Are ${length} caractere, iar cel mult ${longest} se păstrează. Scurteaz-o.`,
    }),
    'serial-elsewhere': ({ serial, places }) => ({
      title: `${ltr(serial)} este numărat în altă parte`,
      text:
        places.length === 0
          ? 'Numărul este deja numărat în alt loc. Îl numeri și aici?'
          : `Numărat la ${placesText('ro', 'lista', places)}. Îl numeri și aici?`,
    }),
    'serial-repeated': ({ serial }) => ({
      title: 'Deja numărat',
      text: `Numărul de serie ${ltr(serial)} este deja numărat aici.`,
    }),
    'not-counted': ({ item }) => ({ title: 'Nenumărat', text: `${ltr(item)} a rămas fără cantitate.` }),
    'quantity-replaced': ({ from, to }) => ({
      title: 'Cantitate schimbată',
      text: `${ltr(from)} a devenit ${ltr(to)}.`,
    }),
    unconfirmed: ({ item, quantity, text }) => ({
      title: `${ltr(`${item}: ${quantity}`)} nu este confirmat`,
      text: `${ltr(text)} așteaptă până confirmi sau renunți.`,
    }),
    discarded: ({ item }) => ({ title: 'Renunțat', text: `${ltr(item)} nu a fost numărat.` }),
    'row-gone': { title: 'Schimbat între timp', text: 'Rândul a fost schimbat pe server. Confirmă din nou.' },
    'list-closed': { title: 'Listă închisă', text: 'Lista se poate vizualiza, nu și număra.' },
    'outcome-unknown': (_, why) => ({
      title: 'Nu se știe dacă s-a salvat',
      text: `${why} O nouă încercare nu numără de două ori.`,
    }),
    'look-up-failed': ({ text }, why) => ({ title: `${ltr(text)} nu s-a putut căuta`, text: why }),
    refused: (_, why) => ({ title: 'Nenumărat', text: why }),
    failed: (_, why) => ({ title: 'Nenumărat', text: why }),
    'not-saved': ({ problem }) => {
      if (problem === 'full')
        return {
          title: 'Nesalvat: dispozitivul este plin',
          text: 'Nu s-a pierdut nimic, formularul rămâne cum este. Eliberează spațiu sau așteaptă trimiterea, apoi confirmă din nou.',
        };
      if (problem === 'no-answer')
        return {
          title: 'Încă nesalvată: memoria dispozitivului nu răspunde',
          text: 'Nimic nu s-a pierdut, formularul rămâne așa. Continuă de la sine când memoria răspunde; o nouă încercare nu numără niciodată de două ori. Închide celelalte file ale paginii.',
        };
      return {
        title: 'Nesalvat: memoria dispozitivului nu răspunde',
        text: 'Nu s-a pierdut nimic, formularul rămâne cum este. Confirmă din nou; dacă nu ajută, reîncarcă pagina.',
      };
    },
    'needs-attention': ({ item, location }, why) => ({
      title: `${ltr(item)}, ${ltr(location)}: încă nenumărat`,
      text: why,
    }),
    'sending-paused': ({ why }) =>
      why === 'signed-out'
        ? {
            title: 'Autentificarea a expirat',
            text: 'Numără mai departe: totul se salvează pe dispozitiv. Autentifică-te din nou pe această pagină, ca să se trimită.',
          }
        : {
            title: 'Este autentificat altcineva',
            text: 'Aceste numărători nu se trimit în numele altcuiva. Se păstrează până te autentifici din nou.',
          },
    parked: ({ text, left }) => ({
      title: `${ltr(text)} este încă necunoscut`,
      text: `${left === null ? '' : `${ltr(left)} a rămas fără cantitate. `}Scrie cantitatea și confirmă sau citește mai departe. Se păstrează până răspunde serverul.`,
    }),
    kept: ({ text, quantity }) => ({
      title: `${ltr(text)} se păstrează`,
      text: `${quantity === '' ? 'Fără cantitate.' : `Cantitate: ${ltr(quantity)}.`} Se poate încheia când răspunde serverul.`,
    }),
    'not-kept': ({ text }) => ({ title: 'Anulat', text: `${ltr(text)} nu se mai păstrează.` }),
    'parked-location': ({ text }) => ({
      title: `Locația ${ltr(text)} este încă necunoscută`,
      text: 'Serverul nu răspunde, deci acolo nu se poate număra acum. Citește altă locație.',
    }),
    'location-again': ({ text }) => ({
      title: 'Citește locația din nou',
      text: `${ltr(text)} este încă necunoscut și poate fi o locație.`,
    }),
    'name-item': ({ text }) => ({
      title: 'Ce articol este?',
      text: `Citește sau scrie articolul pe care îl reprezintă ${ltr(text)}. Locația și cantitatea rămân.`,
    }),
    'not-resumed': ({ text }) => ({
      title: 'Formularul nu este gol',
      text: `Confirmă sau renunță la ce este acolo înainte de ${ltr(text)}.`,
    }),
    restored: { title: 'Cum l-ai lăsat', text: 'Ce nu era confirmat la părăsirea paginii este din nou aici.' },
    undone: ({ item }) => ({ title: 'Anulat', text: `Ultima numărătoare a articolului ${ltr(item)} a fost anulată.` }),
    undiscarded: ({ counts }) => ({
      title: 'Anulat',
      text:
        counts === 1
          ? 'Numărătoarea abandonată este din nou aici.'
          : `Numărători abandonate care sunt din nou aici: ${counts}.`,
    }),
    'not-undone': (_, why) => ({ title: 'Neanulat', text: why }),
  },

  refusals: {
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
    'serial-elsewhere': 'Numărul de serie este deja numărat în alt loc.',
    'unknown-unit': 'Articolul nu are această unitate. Citește-l din nou.',
    'too-many-decimals': 'Unitatea admite mai puține zecimale. Corectează cantitatea.',
    'negative-quantity': 'Cantitatea nu poate fi negativă. Corecteaz-o.',
    'too-large-quantity': 'Cantitatea este prea mare. Corecteaz-o.',
    'nothing-to-undo': 'Nu este nimic de anulat aici.',
    'already-undone': 'Numărătoarea este deja anulată.',
    'key-reused': 'Numărătoarea a fost refuzată. Confirmă din nou.',
    'bad-request': 'Serverul a refuzat numărătoarea. Anunță biroul.',
  },

  quantityProblems: {
    empty: 'Scrie cantitatea; 0 dacă nu este nimic.',
    'not-a-number': 'Se acceptă doar cifre și un separator zecimal.',
    negative: 'Cantitatea nu poate fi negativă; 0 dacă nu este nimic.',
    'two-separators': 'Sunt doi separatori. Scrie numărul fără separator de mii.',
    'too-many-decimals': (decimals, unit) =>
      decimals === 0
        ? `${unit} se numără în numere întregi.`
        : `${unit} are cel mult ${count(decimals, { one: 'zecimală', few: 'zecimale', other: 'de zecimale' })}.`,
    'too-large': 'Numărul este prea mare. A fost scris un cod de bare?',
  },

  attention: {
    changed: 'Rândul s-a schimbat între timp. Deschide „De hotărât” și alege Adaugă sau Înlocuiește.',
    uncertain: 'Serverul nu a răspuns. Deschide „De hotărât” și spune dacă este numărat.',
    'other-operator':
      'Serverul a înregistrat-o pe numele altcuiva. Autentifică-te din nou, apoi deschide „De hotărât”.',
    lost: 'Serverul nu o mai are. Deschide „De hotărât” și trimite-o din nou.',
    'list-closed': 'Lista a fost închisă între timp. Numărătoarea rămâne pe dispozitiv; întreabă un responsabil.',
    forbidden: 'Nu ai dreptul să numeri aici. Numărătoarea rămâne pe dispozitiv; întreabă un responsabil.',
    rejected: 'Serverul nu a primit-o. Numărătoarea rămâne pe dispozitiv; deschide „De hotărât”.',
    refused: (_, why) => `${why} Numărătoarea rămâne pe dispozitiv.`,
  },

  undoProblems: {
    nothing: 'Nu s-a confirmat nimic aici de când s-a deschis lista.',
    'under-way': 'Numărătoarea este în drum spre server. Încearcă din nou imediat.',
    changed: 'Altcineva a numărat rândul între timp. Numără-l din nou.',
    'other-user': 'Este autentificat altcineva. Autentifică-te din nou, apoi anulează.',
    'unknown-before': 'Nu se știe ce era înainte. Numără rândul din nou și alege Înlocuiește.',
  },

  tableRow: sequence => `rândul ${sequence}`,
  tableFields: {
    code: 'cod',
    description: 'descriere',
    separator: 'separator',
    rows: 'rânduri',
    sequence: 'ordine',
    businessObject: 'obiect',
    property: 'proprietate',
    length: 'lungime',
    decimals: 'zecimale',
    mainObject: 'obiect principal',
  },
  tableProblems: {
    empty: 'lipsește',
    'not-text': 'nu este un text',
    'not-a-number': 'nu este un număr',
    'not-a-length': 'nu este un număr întreg',
    unbounded: 'lipsește, la fel și lungimea: nimic nu încheie valoarea',
    contradicting: 'diferă de cel din alt rând',
    repeated: 'apare de două ori',
    'unknown-name': 'pare numele unui caracter, dar nu este cunoscut',
  },
  banners: {
    oldTab: 'O versiune mai veche este deschisă în altă filă. Închide fila aceea: nu poate arăta ce se numără aici.',
    evicted:
      'Browserul a șters ce păstra dispozitivul. Ce știa pagina aceasta s-a salvat din nou: compară ultimele numărări cu lista.',
    none: 'Acest browser nu păstrează nimic: fiecare numărătoare așteaptă serverul. Nu închide pagina cât timp se salvează.',
    off: 'Pe acest dispozitiv nu se păstrează nimic: fiecare numărătoare așteaptă serverul. Nu închide pagina cât timp una așteaptă.',
    silent:
      'Memoria acestui dispozitiv nu răspunde: fiecare numărătoare așteaptă serverul. Cele păstrate înainte sunt încă în ea: închide celelalte file, apoi reîncarcă pagina.',
  },
};
