import { ltr } from '../text.ts';
import type { CameraWords } from '../en/camera.ts';

/** Romanian. */
export const camera: CameraWords = {
  camera: 'Cameră',
  starting: 'Pornește camera…',
  aim: 'Ține un cod în cadru.',
  several: 'Mai multe coduri. Ține unul în mijloc.',
  part: 'O parte din mai multe care formează un cod doar împreună: necitită.',
  read: text => `Citit: ${ltr(text)}`,
  paused: 'În pauză',
  pause: 'Pauză',
  light: 'Lumină',
  zoom: 'Mărire',
  chooseCamera: 'Ce cameră',
  cameraNumber: n => `Camera ${n}`,
  problemTitle: 'Camera nu citește',
  problem: {
    'insecure-page':
      'Browserele permit camera doar pe pagini https. Deschide pagina prin https sau folosește un cititor.',
    'no-interface': 'Acest browser nu dă paginilor nicio cameră. Folosește un cititor.',
    'permission-refused':
      'Camera nu a fost permisă. Permite-o în setările browserului pentru această pagină, apoi încearcă din nou.',
    'nothing-chosen': 'Nu a fost aleasă nicio cameră. Alege una.',
    'not-found': 'Nu există nicio cameră. Pornește singură când este conectată una.',
    unplugged: 'Camera a fost deconectată. Continuă singură când revine.',
    'in-use': 'Alt program folosește camera. Închide-l, apoi încearcă din nou.',
    'not-loaded': 'Partea care citește codurile nu a putut fi încărcată. Verifică rețeaua, apoi încearcă din nou.',
    'stream-failed': 'Imaginile nu pot fi citite. Încearcă din nou.',
    failed: 'Camera nu a pornit. Încearcă din nou.',
  },
};
