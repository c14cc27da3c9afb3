import { ltr } from '../text.ts';
import type { DeviceMessages } from './en.ts';

/** Italian. */
export const devices: DeviceMessages = {
  camera: 'Fotocamera',
  starting: 'Avvio della fotocamera…',
  aim: 'Tenere un codice nel riquadro.',
  several: 'Più codici. Tenerne uno al centro.',
  part: 'Una parte di più simboli che solo insieme formano un codice: non letta.',
  read: text => `Letto: ${ltr(text)}`,
  paused: 'In pausa',
  pause: 'Pausa',
  goOn: 'Continua',
  light: 'Luce',
  zoom: 'Zoom',
  times: zoom => `${zoom}×`,
  chooseCamera: 'Quale fotocamera',
  cameraNumber: n => `Fotocamera ${n}`,
  close: 'Chiudi',
  tryAgain: 'Riprova',
  problemTitle: 'La fotocamera non legge',
  problem: {
    'insecure-page':
      'I browser consentono la fotocamera solo su pagine https. Aprire la pagina con https, o usare un lettore.',
    'no-interface': 'Questo browser non offre fotocamere alle pagine. Usare un lettore.',
    'permission-refused':
      'La fotocamera non è stata consentita. Consentirla nelle impostazioni del browser per questa pagina, poi riprovare.',
    'nothing-chosen': 'Nessuna fotocamera scelta. Sceglierne una.',
    'not-found': 'Non c’è nessuna fotocamera. Parte da sola quando ne viene collegata una.',
    unplugged: 'La fotocamera è stata scollegata. Riprende da sola quando torna.',
    'in-use': 'Un altro programma usa la fotocamera. Chiuderlo, poi riprovare.',
    'not-loaded': 'Non è stato possibile caricare ciò che legge i codici. Controllare la rete, poi riprovare.',
    'stream-failed': 'Le immagini non si possono leggere. Riprovare.',
    failed: 'La fotocamera non si è avviata. Riprovare.',
  },
};
