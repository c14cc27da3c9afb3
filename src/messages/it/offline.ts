import { ltr } from '../text.ts';
import type { OfflineWords } from '../en/offline.ts';

export const offline: OfflineWords = {
  savedHere: 'salvato sul dispositivo',
  waits: 'attende il server',
  needsAttention: 'da decidere',
  loading: n => `caricamento per lavorare senza rete: ${n}`,
  undo: 'Annulla',
  undoing: 'Annullamento…',
  notKnownYet: 'non ancora noto',

  attention: (why, words) => {
    switch (why.kind) {
      case 'changed':
        return 'La riga è cambiata nel frattempo. Apri «Da decidere» e scegli Aggiungi o Sostituisci.';
      case 'uncertain':
        return 'Il server non ha risposto. Apri «Da decidere» e indica se è contato.';
      case 'list-closed':
        return 'La lista è stata chiusa nel frattempo. Il conteggio resta sul dispositivo; chiedi a un responsabile.';
      case 'forbidden':
        return 'Non sei autorizzato a contare qui. Il conteggio resta sul dispositivo; chiedi a un responsabile.';
      case 'rejected':
        return 'Il server non lo ha accettato. Il conteggio resta sul dispositivo; apri «Da decidere».';
      case 'refused':
        return `${words.refusal(why.refusal)} Il conteggio resta sul dispositivo.`;
    }
  },

  undoProblem: (problem, words) => {
    switch (problem.kind) {
      case 'nothing':
        return 'Qui non è stato confermato nulla da quando la lista è aperta.';
      case 'under-way':
        return 'Il conteggio è in viaggio verso il server. Riprova fra un momento.';
      case 'changed':
        return 'Qualcun altro ha contato la riga nel frattempo. Contala di nuovo.';
      case 'unknown-before':
        return 'Non si sa che cosa c’era prima. Conta di nuovo la riga e scegli Sostituisci.';
      case 'failed':
        return words.failure(problem.failure);
    }
  },

  notice: (notice, words) => {
    switch (notice.code) {
      case 'not-saved':
        return notice.problem === 'full'
          ? {
              title: 'Non salvato: il dispositivo è pieno',
              text: 'Nulla è perso, il modulo resta com’è. Libera spazio o attendi l’invio, poi conferma di nuovo.',
            }
          : {
              title: 'Non salvato: la memoria del dispositivo non risponde',
              text: 'Nulla è perso, il modulo resta com’è. Conferma di nuovo; se non basta, ricarica la pagina.',
            };
      case 'needs-attention':
        return {
          title: `${ltr(notice.item)}, ${ltr(notice.location)}: non ancora contato`,
          text: offline.attention(notice.why, words),
        };
      case 'sending-paused':
        return notice.why === 'signed-out'
          ? {
              title: 'L’accesso è scaduto',
              text: 'Continua a contare: tutto si salva sul dispositivo. Accedi di nuovo su questa pagina per inviarlo.',
            }
          : {
              title: 'È connesso qualcun altro',
              text: 'Questi conteggi non si inviano a suo nome. Restano qui finché non accedi di nuovo.',
            };
      case 'parked':
        return {
          title: `${ltr(notice.text)} non è ancora noto`,
          text: `${notice.left === null ? '' : `${ltr(notice.left)} è rimasto senza quantità. `}Scrivi la quantità e conferma, o continua a leggere. Si conserva finché il server risponde.`,
        };
      case 'parked-location':
        return {
          title: `L’ubicazione ${ltr(notice.text)} non è ancora nota`,
          text: 'Il server non risponde, quindi ora lì non si può contare. Leggi un’altra ubicazione.',
        };
      case 'location-again':
        return {
          title: 'Leggi di nuovo l’ubicazione',
          text: `${ltr(notice.text)} non è ancora noto e può essere un’ubicazione.`,
        };
      case 'not-resumed':
        return {
          title: 'Il modulo non è vuoto',
          text: `Conferma o scarta ciò che contiene prima di ${ltr(notice.text)}.`,
        };
      case 'restored':
        return { title: 'Come l’hai lasciato', text: 'Ciò che non era confermato è di nuovo qui.' };
      case 'undone':
        return { title: 'Annullato', text: `L’ultimo conteggio di ${ltr(notice.item)} è stato annullato.` };
      case 'not-undone':
        return { title: 'Non annullato', text: offline.undoProblem(notice.problem, words) };
    }
  },
};
