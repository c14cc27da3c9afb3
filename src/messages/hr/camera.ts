import type { CameraWords } from '../en/camera.ts';
import { ltr } from '../text.ts';

/** Croatian. */
export const camera: CameraWords = {
  camera: 'Kamera',
  starting: 'Pokretanje kamere…',
  aim: 'Drži kod u okviru.',
  several: 'Više kodova. Drži jedan u sredini.',
  part: 'Jedan od više dijelova koji tek zajedno čine kod: nije očitan.',
  read: text => `Očitano: ${ltr(text)}`,
  paused: 'Pauzirano',
  pause: 'Pauza',
  light: 'Svjetlo',
  zoom: 'Zumiranje',
  chooseCamera: 'Koja kamera',
  cameraNumber: n => `Kamera ${n}`,
  problemTitle: 'Kamera ne čita',
  problem: {
    'insecure-page':
      'Preglednici dopuštaju kameru samo na https stranicama. Otvori stranicu preko https ili uzmi skener.',
    'no-interface': 'Ovaj preglednik stranicama ne daje kameru. Uzmi skener.',
    'permission-refused':
      'Kamera nije dopuštena. Dopusti je u postavkama preglednika za ovu stranicu, zatim pokušaj ponovno.',
    'nothing-chosen': 'Nijedna kamera nije odabrana. Odaberi jednu.',
    'not-found': 'Nema kamere. Pokreće se sama čim se priključi.',
    unplugged: 'Kamera je isključena. Nastavlja sama kad se vrati.',
    'in-use': 'Kameru koristi drugi program. Zatvori ga, zatim pokušaj ponovno.',
    'not-loaded': 'Dio koji čita kodove nije se učitao. Provjeri mrežu, zatim pokušaj ponovno.',
    'stream-failed': 'Slike se ne mogu čitati. Pokušaj ponovno.',
    failed: 'Kamera se nije pokrenula. Pokušaj ponovno.',
  },
};
