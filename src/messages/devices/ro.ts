import { ltr } from '../text.ts';
import type { DeviceMessages } from './en.ts';

/** Romanian. */
export const devices: DeviceMessages = {
  camera: 'Cameră',
  starting: 'Pornește camera…',
  aim: 'Țineți un cod în cadru.',
  several: 'Mai multe coduri. Țineți unul în mijloc.',
  part: 'O parte din mai multe care formează un cod doar împreună: necitită.',
  read: text => `Citit: ${ltr(text)}`,
  paused: 'În pauză',
  pause: 'Pauză',
  goOn: 'Continuă',
  light: 'Lumină',
  zoom: 'Mărire',
  times: zoom => `${zoom}×`,
  chooseCamera: 'Ce cameră',
  cameraNumber: n => `Camera ${n}`,
  close: 'Închide',
  tryAgain: 'Încearcă din nou',
  problemTitle: 'Camera nu citește',
  problem: {
    'insecure-page':
      'Browserele permit camera doar pe pagini https. Deschideți pagina prin https sau folosiți un cititor.',
    'no-interface': 'Acest browser nu dă paginilor nicio cameră. Folosiți un cititor.',
    'permission-refused':
      'Camera nu a fost permisă. Permiteți-o în setările browserului pentru această pagină, apoi încercați din nou.',
    'nothing-chosen': 'Nu a fost aleasă nicio cameră. Alegeți una.',
    'not-found': 'Nu există nicio cameră. Pornește singură când este conectată una.',
    unplugged: 'Camera a fost deconectată. Continuă singură când revine.',
    'in-use': 'Alt program folosește camera. Închideți-l, apoi încercați din nou.',
    'not-loaded': 'Partea care citește codurile nu a putut fi încărcată. Verificați rețeaua, apoi încercați din nou.',
    'stream-failed': 'Imaginile nu pot fi citite. Încercați din nou.',
    failed: 'Camera nu a pornit. Încercați din nou.',
  },
};
