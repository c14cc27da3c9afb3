import { ltr } from '../text.ts';
import type { OfflineWords } from '../en/offline.ts';

export const offline: OfflineWords = {
  savedHere: 'salvat pe dispozitiv',
  waits: 'așteaptă serverul',
  needsAttention: 'de hotărât',
  loading: n => `se încarcă pentru lucrul fără rețea: ${n}`,
  undo: 'Anulează',
  undoing: 'Se anulează…',
  notKnownYet: 'încă necunoscut',

  attention: (why, words) => {
    switch (why.kind) {
      case 'changed':
        return 'Rândul s-a schimbat între timp. Deschide „De hotărât” și alege Adaugă sau Înlocuiește.';
      case 'uncertain':
        return 'Serverul nu a răspuns. Deschide „De hotărât” și spune dacă este numărat.';
      case 'list-closed':
        return 'Lista a fost închisă între timp. Numărătoarea rămâne pe dispozitiv; întreabă un responsabil.';
      case 'forbidden':
        return 'Nu ai dreptul să numeri aici. Numărătoarea rămâne pe dispozitiv; întreabă un responsabil.';
      case 'rejected':
        return 'Serverul nu a primit-o. Numărătoarea rămâne pe dispozitiv; deschide „De hotărât”.';
      case 'refused':
        return `${words.refusal(why.refusal)} Numărătoarea rămâne pe dispozitiv.`;
    }
  },

  undoProblem: (problem, words) => {
    switch (problem.kind) {
      case 'nothing':
        return 'Nu s-a confirmat nimic aici de când s-a deschis lista.';
      case 'under-way':
        return 'Numărătoarea este în drum spre server. Încearcă din nou imediat.';
      case 'changed':
        return 'Altcineva a numărat rândul între timp. Numără-l din nou.';
      case 'unknown-before':
        return 'Nu se știe ce era înainte. Numără rândul din nou și alege Înlocuiește.';
      case 'failed':
        return words.failure(problem.failure);
    }
  },

  notice: (notice, words) => {
    switch (notice.code) {
      case 'not-saved':
        return notice.problem === 'full'
          ? {
              title: 'Nesalvat: dispozitivul este plin',
              text: 'Nu s-a pierdut nimic, formularul rămâne cum este. Eliberează spațiu sau așteaptă trimiterea, apoi confirmă din nou.',
            }
          : {
              title: 'Nesalvat: memoria dispozitivului nu răspunde',
              text: 'Nu s-a pierdut nimic, formularul rămâne cum este. Confirmă din nou; dacă nu ajută, reîncarcă pagina.',
            };
      case 'needs-attention':
        return {
          title: `${ltr(notice.item)}, ${ltr(notice.location)}: încă nenumărat`,
          text: offline.attention(notice.why, words),
        };
      case 'sending-paused':
        return notice.why === 'signed-out'
          ? {
              title: 'Autentificarea a expirat',
              text: 'Numără mai departe: totul se salvează pe dispozitiv. Autentifică-te din nou pe această pagină, ca să se trimită.',
            }
          : {
              title: 'Este autentificat altcineva',
              text: 'Aceste numărători nu se trimit în numele altcuiva. Se păstrează până te autentifici din nou.',
            };
      case 'parked':
        return {
          title: `${ltr(notice.text)} este încă necunoscut`,
          text: `${notice.left === null ? '' : `${ltr(notice.left)} a rămas fără cantitate. `}Scrie cantitatea și confirmă sau citește mai departe. Se păstrează până răspunde serverul.`,
        };
      case 'parked-location':
        return {
          title: `Locația ${ltr(notice.text)} este încă necunoscută`,
          text: 'Serverul nu răspunde, deci acolo nu se poate număra acum. Citește altă locație.',
        };
      case 'location-again':
        return {
          title: 'Citește locația din nou',
          text: `${ltr(notice.text)} este încă necunoscut și poate fi o locație.`,
        };
      case 'not-resumed':
        return {
          title: 'Formularul nu este gol',
          text: `Confirmă sau renunță la ce este acolo înainte de ${ltr(notice.text)}.`,
        };
      case 'restored':
        return { title: 'Cum l-ai lăsat', text: 'Ce nu era confirmat la părăsirea paginii este din nou aici.' };
      case 'undone':
        return { title: 'Anulat', text: `Ultima numărătoare a articolului ${ltr(notice.item)} a fost anulată.` };
      case 'not-undone':
        return { title: 'Neanulat', text: offline.undoProblem(notice.problem, words) };
    }
  },
};
