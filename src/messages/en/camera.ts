import type { SourceProblem } from '../../scanner/scan.ts';
import { ltr } from '../text.ts';

/** English. Words of the camera's viewfinder, loaded with it. */
export const camera = {
  camera: 'Camera',
  starting: 'Starting the camera…',
  aim: 'Hold a code in the frame.',
  several: 'Several codes. Hold one of them in the middle.',
  part: 'One part of several that make up a code only together: not read.',
  read: (text: string) => `Read: ${ltr(text)}`,
  paused: 'Paused',
  pause: 'Pause',
  light: 'Light',
  zoom: 'Zoom',
  chooseCamera: 'Which camera',
  cameraNumber: (n: number) => `Camera ${n}`,
  problemTitle: 'The camera does not read',
  problem: {
    'insecure-page': 'Browsers allow the camera on https pages only. Open this page by https, or use a scanner.',
    'no-interface': 'This browser gives pages no camera. Use a scanner.',
    'permission-refused':
      'The camera was not allowed. Allow it in the browser’s settings for this page, then try again.',
    'nothing-chosen': 'No camera was chosen. Choose one.',
    'not-found': 'There is no camera. It starts by itself once one is plugged in.',
    unplugged: 'The camera was unplugged. It goes on by itself when it is back.',
    'in-use': 'Another program has the camera. Close that, then try again.',
    'not-loaded': 'What reads the codes could not be loaded. Check the network, then try again.',
    'stream-failed': 'The pictures can’t be read. Try again.',
    failed: 'The camera did not start. Try again.',
  } satisfies Record<SourceProblem, string>,
};

export type CameraWords = typeof camera;
