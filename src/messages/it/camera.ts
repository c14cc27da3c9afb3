import { ltr } from '../text.ts';
import type { CameraWords } from '../en/camera.ts';

/** Italian. */
export const camera: CameraWords = {
  camera: 'Fotocamera',
  starting: 'Avvio della fotocamera…',
  aim: 'Tieni un codice nel riquadro.',
  several: 'Più codici. Tienine uno al centro.',
  part: 'Una parte di più simboli che solo insieme formano un codice: non letta.',
  read: text => `Letto: ${ltr(text)}`,
  paused: 'In pausa',
  pause: 'Pausa',
  light: 'Luce',
  zoom: 'Zoom',
  chooseCamera: 'Quale fotocamera',
  cameraNumber: n => `Fotocamera ${n}`,
  problemTitle: 'La fotocamera non legge',
  problem: {
    'insecure-page':
      'I browser consentono la fotocamera solo su pagine https. Apri la pagina con https, o usa un lettore.',
    'no-interface': 'Questo browser non offre fotocamere alle pagine. Usa un lettore.',
    'permission-refused':
      'La fotocamera non è stata consentita. Consentila nelle impostazioni del browser per questa pagina, poi riprova.',
    'nothing-chosen': 'Nessuna fotocamera scelta. Scegline una.',
    'not-found': 'Non c’è nessuna fotocamera. Parte da sola quando ne viene collegata una.',
    unplugged: 'La fotocamera è stata scollegata. Riprende da sola quando torna.',
    'in-use': 'Un altro programma usa la fotocamera. Chiudilo, poi riprova.',
    'not-loaded': 'Non è stato possibile caricare ciò che legge i codici. Controlla la rete, poi riprova.',
    'stream-failed': 'Le immagini non si possono leggere. Riprova.',
    failed: 'La fotocamera non si è avviata. Riprova.',
  },
};
