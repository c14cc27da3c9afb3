import type { Sentences } from '../tables.ts';
import { placesText } from '../places.ts';
import { tell } from '../telling.ts';
import { ltr } from '../text.ts';
import { count } from './plural.ts';

const whose = (of: readonly string[]) => (of.length === 0 ? '' : ` To je lot artikla ${of.map(ltr).join(', ')}.`);

/** Croatian: what is told in sentences, by what it is about. */
export const sentences: Sentences = {
  tell,
  notices: {
    'unknown-code': ({ text }) => ({
      title: 'Nepoznat kod',
      text: `${ltr(text)} nije ni artikl ni lokacija. Skeniraj drugu naljepnicu ili upiši dio opisa.`,
    }),
    'nothing-found': ({ text }) => ({
      title: 'Ništa nije pronađeno',
      text: `Nijedan artikl i nijedna lokacija ne sadrži ${ltr(text)}. Upiši drugi dio šifre ili opisa.`,
    }),
    'unreadable-code': ({ text }) => ({
      title: 'Nerazumljiv kod',
      text: `${ltr(text)} je pogrešno očitan ili je naljepnica pogrešna. Skeniraj ponovno ili upiši šifru.`,
    }),
    'not-shown': ({ text }) => ({
      title: 'Nije prebrojano',
      text: `Obrazac se nije vidio kad je skenirano ${ltr(text)}. Skeniraj ponovno.`,
    }),
    'wrong-end': ({ text }) => ({
      title: 'Skener je drugačije postavljen',
      text: `${ltr(text)} je završio drugom tipkom od postavljene. Otvori „Skeneri i zvuk” i postavi skener.`,
    }),
    'label-as-quantity': ({ text }) => ({
      title: 'Je li to količina?',
      text: `${ltr(text)} izgleda kao crtični kôd. Upiši količinu ili potvrdi da je to ona.`,
    }),
    'broken-scan': ({ text }) => ({
      title: 'Prekinuto očitanje',
      text: `Stigli su samo dijelovi: ${ltr(text)}. Skeniraj ponovno.`,
    }),
    'code-without-use': ({ text }) => ({
      title: 'Ne služi za brojanje',
      text: `${ltr(text)} nije artikl, lokacija, lot ni količina. Skeniraj drugu naljepnicu.`,
    }),
    'command-without-use': (_, why) => ({
      title: `${why}: ne sada`,
      text: 'Ta naredba ovdje ne znači ništa. Ništa se nije promijenilo.',
    }),
    'unknown-command': ({ text }) => ({
      title: 'Nepoznata naredba',
      text: `${ltr(text)} nije naredba. Ako ni druge ne rade, postavi skener.`,
    }),
    'unknown-item': ({ text }) => ({
      title: 'Nepoznat artikl',
      text: `Nema artikla ${ltr(text)}. Skeniraj drugu naljepnicu ili upiši dio opisa.`,
    }),
    'unknown-location': ({ text }) => ({
      title: 'Nepoznata lokacija',
      text: `Nema lokacije ${ltr(text)}. Skeniraj drugu naljepnicu.`,
    }),
    'unknown-lot': ({ item, text, of }) => ({
      title: 'Nepoznat lot',
      text: `${ltr(item)} nema lot ${ltr(text)}.${whose(of)} Odaberi jedan od njegovih lotova.`,
    }),
    'new-lot': ({ item, text, of }) => ({
      title: 'Novi lot?',
      text: `${ltr(item)} zasad nema lot ${ltr(text)}.${whose(of)} Ispravi ga ili potvrdi da je nov.`,
    }),
    'lot-without-item': ({ text }) => ({
      title: 'Najprije artikl',
      text: `Skeniraj artikl kojem pripada lot ${ltr(text)}, zatim lot.`,
    }),
    'serial-without-item': ({ text }) => ({
      title: 'Najprije artikl',
      text: `Skeniraj artikl kojem pripada ${ltr(text)}, zatim serijski broj.`,
    }),
    'quantity-without-item': ({ text }) => ({
      title: 'Najprije artikl',
      text: `Skeniraj artikl kojem pripada količina ${ltr(text)}, zatim ovu naljepnicu.`,
    }),
    'loading-unit': ({ text }) => ({
      title: 'Logistička jedinica',
      text: `${ltr(text)} je paleta ili kontejner. Skeniraj što je na njoj, artikl po artikl.`,
    }),
    'location-ignored': ({ text }) => ({
      title: 'Lokacija s naljepnice nije uzeta',
      text: `${ltr(text)} ovdje nije lokacija. Ostaje ona iz obrasca.`,
    }),
    'expiry-differs': ({ lot, onLabel, inHost }) => ({
      title: 'Drugi rok trajanja',
      text: `Lot ${ltr(lot)}: ${ltr(onLabel)} na naljepnici, ${ltr(inHost)} u ERP-u.`,
    }),
    'other-unit': ({ quantity, labelUnit, unit }) => ({
      title: 'Količina s naljepnice nije uzeta',
      text: `Na naljepnici piše ${ltr(`${quantity} ${labelUnit ?? 'kom'}`)}, a broji se u ${ltr(unit.code)}. Upiši količinu.`,
    }),
    'lot-ignored': ({ item, text }) => ({
      title: 'Lot nije potreban',
      text: `${ltr(item)} ne vodi se po lotovima; ${ltr(text)} nije uzet.`,
    }),
    'serial-ignored': ({ item, text }) => ({
      title: 'Serijski broj nije potreban',
      text: `${ltr(item)} nema serijske brojeve; ${ltr(text)} nije uzet.`,
    }),
    'phantom-item': ({ item }) => ({
      title: 'Fiktivni artikl',
      text: `${ltr(item)} ne može se brojati. Skeniraj drugi artikl.`,
    }),
    'archived-item': ({ item }) => ({
      title: 'Arhivirani artikl',
      text: `${ltr(item)} ne može se brojati. Skeniraj drugi artikl.`,
    }),
    'inactive-location': ({ location }) => ({
      title: 'Lokacija nije u uporabi',
      text: `${ltr(location)} je neaktivna ili ukinuta. Skeniraj drugu lokaciju.`,
    }),
    'other-warehouse': ({ location, warehouse, listWarehouse }) => ({
      title: 'Drugo skladište',
      text: `${ltr(location)} je u skladištu ${ltr(warehouse)}, a lista u ${ltr(listWarehouse)}. Skeniraj lokaciju iz ${ltr(listWarehouse)}.`,
    }),
    'item-missing': { title: 'Nedostaje artikl', text: 'Skeniraj artikl prije potvrde.' },
    'location-missing': { title: 'Nedostaje lokacija', text: 'Skeniraj lokaciju prije potvrde.' },
    'lot-missing': { title: 'Nedostaje lot', text: 'Artikl se vodi po lotovima. Unesi lot.' },
    'serial-missing': { title: 'Nedostaje serijski broj', text: 'Skeniraj ili upiši serijski broj.' },
    'dimension-missing': ({ label }) => ({ title: `Nedostaje: ${label}`, text: 'Upiši, zatim potvrdi.' }),
    quantity: ({ typed }, why) => ({
      title: typed === '' ? 'Nedostaje količina' : `Količina nije prihvaćena: ${ltr(typed)}`,
      text: why,
    }),
    'serial-quantity': {
      title: 'Jednom ili nijednom',
      text: 'Serijskog broja ima jednom ili nijednom: upiši 1 ili 0.',
    },
    'note-too-long': ({ length, longest }) => ({
      title: 'Napomena je preduga',
      text: `Broj znakova je ${length}, a čuva ih se najviše ${longest}. Skrati je.`,
    }),
    'serial-elsewhere': ({ serial, places }) => ({
      title: `${ltr(serial)} je prebrojan drugdje`,
      text:
        places.length === 0
          ? 'Broj je već prebrojan na drugom mjestu. Brojiš li ga i ovdje?'
          : `Prebrojan na ${placesText('hr', 'lista', places)}. Brojiš li ga i ovdje?`,
    }),
    'serial-repeated': ({ serial }) => ({
      title: 'Već prebrojano',
      text: `Serijski broj ${ltr(serial)} ovdje je već prebrojan.`,
    }),
    'not-counted': ({ item }) => ({ title: 'Nije prebrojano', text: `${ltr(item)} je ostao bez količine.` }),
    'quantity-replaced': ({ from, to }) => ({
      title: 'Količina promijenjena',
      text: `Umjesto ${ltr(from)} sada je ${ltr(to)}.`,
    }),
    unconfirmed: ({ item, quantity, text }) => ({
      title: `${ltr(`${item}: ${quantity}`)} nije potvrđeno`,
      text: `${ltr(text)} čeka dok ne potvrdiš ili odbaciš.`,
    }),
    discarded: ({ item }) => ({ title: 'Odbačeno', text: `${ltr(item)} nije prebrojan.` }),
    'row-gone': { title: 'U međuvremenu promijenjeno', text: 'Redak je promijenjen na poslužitelju. Potvrdi ponovno.' },
    'list-closed': { title: 'Lista je zatvorena', text: 'Lista se može pregledati, ali ne i brojati.' },
    'outcome-unknown': (_, why) => ({
      title: 'Ne zna se je li spremljeno',
      text: `${why} Ponovni pokušaj nikad ne broji dvaput.`,
    }),
    'look-up-failed': ({ text }, why) => ({ title: `${ltr(text)} nije potraženo`, text: why }),
    refused: (_, why) => ({ title: 'Nije prebrojano', text: why }),
    failed: (_, why) => ({ title: 'Nije prebrojano', text: why }),
    'not-saved': ({ problem }) => {
      if (problem === 'full')
        return {
          title: 'Nije spremljeno: uređaj je pun',
          text: 'Ništa nije izgubljeno, obrazac ostaje kakav jest. Oslobodi prostor ili pričekaj slanje, pa potvrdi ponovno.',
        };
      if (problem === 'no-answer')
        return {
          title: 'Još nije spremljeno: memorija uređaja ne odgovara',
          text: 'Ništa nije izgubljeno, obrazac ostaje kakav jest. Nastavlja se samo kad memorija odgovori; ponovni pokušaj nikad ne broji dvaput. Zatvori druge kartice ove stranice.',
        };
      return {
        title: 'Nije spremljeno: memorija uređaja ne odgovara',
        text: 'Ništa nije izgubljeno, obrazac ostaje kakav jest. Potvrdi ponovno; ako ne pomogne, ponovno učitaj stranicu.',
      };
    },
    'needs-attention': ({ item, location }, why) => ({
      title: `${ltr(item)}, ${ltr(location)}: još nije prebrojano`,
      text: why,
    }),
    'sending-paused': ({ why }) =>
      why === 'signed-out'
        ? {
            title: 'Prijava je istekla',
            text: 'Broji dalje: sve se sprema na uređaj. Prijavi se ponovno na ovoj stranici da se pošalje.',
          }
        : {
            title: 'Prijavljen je netko drugi',
            text: 'Ova se brojanja ne šalju u njegovo ime. Čuvaju se dok se ponovno ne prijaviš.',
          },
    parked: ({ text, left }) => ({
      title: `${ltr(text)} još nije poznato`,
      text: `${left === null ? '' : `${ltr(left)} je ostao bez količine. `}Upiši količinu i potvrdi ili skeniraj dalje. Čuva se dok poslužitelj ne odgovori.`,
    }),
    kept: ({ text, quantity }) => ({
      title: `${ltr(text)} se čuva`,
      text: `${quantity === '' ? 'Bez količine.' : `Količina: ${ltr(quantity)}.`} Može se dovršiti kad poslužitelj odgovori.`,
    }),
    'not-kept': ({ text }) => ({ title: 'Poništeno', text: `${ltr(text)} se više ne čuva.` }),
    'parked-location': ({ text }) => ({
      title: `Lokacija ${ltr(text)} još nije poznata`,
      text: 'Poslužitelj ne odgovara pa se ondje sada ne može brojati. Skeniraj drugu lokaciju.',
    }),
    'location-again': ({ text }) => ({
      title: 'Ponovno skeniraj lokaciju',
      text: `${ltr(text)} još nije poznato, a možda je lokacija.`,
    }),
    'name-item': ({ text }) => ({
      title: 'Koji je to artikl?',
      text: `Skeniraj ili upiši artikl koji je ${ltr(text)}. Lokacija i količina ostaju.`,
    }),
    'not-resumed': ({ text }) => ({
      title: 'Obrazac nije prazan',
      text: `Potvrdi ili odbaci što je u njemu, a onda uzmi ${ltr(text)}.`,
    }),
    restored: {
      title: 'Kako je ostavljeno',
      text: 'Ovdje je opet sve što pri napuštanju stranice nije bilo potvrđeno.',
    },
    undone: ({ item }) => ({ title: 'Poništeno', text: `Zadnje brojanje artikla ${ltr(item)} poništeno je.` }),
    undiscarded: ({ counts }) => ({
      title: 'Vraćeno',
      text: counts === 1 ? 'Odbačeno brojanje opet je ovdje.' : `Odbačena brojanja koja su opet ovdje: ${counts}.`,
    }),
    'not-undone': (_, why) => ({ title: 'Nije poništeno', text: why }),
  },

  refusals: {
    'list-closed': 'Lista je zatvorena. Može se pregledati, ali ne i brojati.',
    'not-your-list': 'Lista pripada drugom operateru.',
    'unknown-list': 'Te liste više nema. Traži ponovno.',
    'unknown-item': 'Poslužitelj ne poznaje artikl. Skeniraj drugi.',
    'phantom-item': 'Fiktivni artikl ne može se brojati. Skeniraj drugi.',
    'archived-item': 'Arhivirani artikl ne može se brojati. Skeniraj drugi.',
    'variant-required': 'Artikl se broji po varijantama. Skeniraj varijantu.',
    'unknown-location': 'Poslužitelj ne poznaje lokaciju. Skeniraj drugu.',
    'inactive-location': 'Lokacija nije u uporabi. Skeniraj drugu.',
    'other-warehouse': 'Lokacija nije u skladištu liste. Skeniraj drugu.',
    'lot-required': 'Artikl se vodi po lotovima. Unesi lot.',
    'lot-not-managed': 'Artikl nema lotove. Skeniraj ga ponovno.',
    'unknown-lot': 'Artikl nema taj lot. Odaberi jedan od njegovih lotova.',
    'serial-required': 'Artikl ima serijske brojeve. Unesi jedan.',
    'serial-not-managed': 'Artikl nema serijske brojeve. Skeniraj ga ponovno.',
    'serial-quantity': 'Serijskog broja ima jednom ili nijednom: upiši 1 ili 0.',
    'serial-repeated': 'Taj je serijski broj ovdje već prebrojan.',
    'serial-elsewhere': 'Serijski broj već je prebrojan na drugom mjestu.',
    'unknown-unit': 'Artikl nema tu jedinicu. Skeniraj ga ponovno.',
    'too-many-decimals': 'Jedinica dopušta manje decimala. Ispravi količinu.',
    'negative-quantity': 'Količina ne može biti negativna. Ispravi je.',
    'too-large-quantity': 'Količina je prevelika. Ispravi je.',
    'nothing-to-undo': 'Ovdje se nema što poništiti.',
    'already-undone': 'To je brojanje već poništeno.',
    'key-reused': 'Brojanje je odbijeno. Potvrdi ponovno.',
    'bad-request': 'Poslužitelj je odbio brojanje. Javi uredu.',
  },

  quantityProblems: {
    empty: 'Upiši količinu; 0 ako nema ničega.',
    'not-a-number': 'Dopuštene su samo znamenke i jedan decimalni znak.',
    negative: 'Količina ne može biti negativna; 0 ako nema ničega.',
    'two-separators': 'Dva su razdjelnika. Upiši broj bez razdjelnika tisućica.',
    'too-many-decimals': (decimals, unit) =>
      decimals === 0
        ? `${unit} se broji u cijelim brojevima.`
        : `${unit} ima najviše ${count(decimals, { one: 'decimalu', few: 'decimale', other: 'decimala' })}.`,
    'too-large': 'Broj je prevelik. Je li upisan barkod?',
  },

  attention: {
    changed: 'Redak je u međuvremenu promijenjen. Otvori „Za odluku” i odaberi Dodaj ili Zamijeni.',
    uncertain: 'Poslužitelj nije odgovorio. Otvori „Za odluku” i odredi je li prebrojano.',
    'other-operator': 'Poslužitelj ga je zapisao pod tuđim imenom. Prijavi se ponovno pa otvori „Za odluku”.',
    lost: 'Poslužitelj ga više nema. Otvori „Za odluku” i pošalji ga ponovno.',
    'list-closed': 'Lista je u međuvremenu zatvorena. Brojanje ostaje na uređaju; obrati se voditelju.',
    forbidden: 'Nemaš ovlast za ovo brojanje. Brojanje ostaje na uređaju; obrati se voditelju.',
    rejected: 'Poslužitelj ga nije prihvatio. Brojanje ostaje na uređaju; otvori „Za odluku”.',
    refused: (_, why) => `${why} Brojanje ostaje na uređaju.`,
  },

  undoProblems: {
    nothing: 'Otkad je lista otvorena, ovdje ništa nije potvrđeno.',
    'under-way': 'Brojanje je na putu do poslužitelja. Pokušaj ponovno za trenutak.',
    changed: 'Netko je u međuvremenu ponovno prebrojao redak. Prebroji ga iznova.',
    'other-user': 'Prijavljen je netko drugi. Prijavi se ponovno pa poništi.',
    'unknown-before': 'Ne zna se što je bilo prije. Prebroji redak iznova i odaberi Zamijeni.',
  },

  tableRow: sequence => `redak ${sequence}`,
  tableFields: {
    code: 'šifra',
    description: 'opis',
    separator: 'razdjelnik',
    rows: 'retci',
    sequence: 'redoslijed',
    businessObject: 'objekt',
    property: 'svojstvo',
    length: 'duljina',
    decimals: 'decimale',
    mainObject: 'glavni objekt',
  },
  tableProblems: {
    empty: 'prazno',
    'not-text': 'nije tekst',
    'not-a-number': 'nije broj',
    'not-a-length': 'nije cijeli broj',
    unbounded: 'nema ga, a nema ni duljine: ne vidi se gdje vrijednost završava',
    contradicting: 'razlikuje se od onoga u drugom retku',
    repeated: 'pojavljuje se dvaput',
    'unknown-name': 'izgleda kao ime znaka, ali nije poznato',
  },
  banners: {
    oldTab: 'Starija verzija otvorena je u drugoj kartici. Zatvori tu karticu: ne može pokazati što se ovdje broji.',
    evicted:
      'Preglednik je obrisao ono što je uređaj čuvao. Ono što je ova stranica znala opet je spremljeno: usporedi zadnja brojanja s popisom.',
    none: 'Ovaj preglednik ništa ne čuva: svako brojanje čeka poslužitelj. Ne zatvaraj stranicu dok se sprema.',
    off: 'Na ovom se uređaju ništa ne čuva: svako brojanje čeka poslužitelj. Ne zatvaraj stranicu dok neko čeka.',
    silent:
      'Memorija ovog uređaja ne odgovara: svako brojanje čeka poslužitelj. Ranije spremljena još su u njoj: zatvori druge kartice, zatim ponovno učitaj stranicu.',
  },
};
