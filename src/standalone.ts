/**
 * All of the package for a page without a bundler, with the elements registered. The build makes three of it: for
 * `<script type="module">` a small file with its parts beside it, and as one file a module and a classic script.
 */
import { defineInventar } from './define.ts';

export * from './index.ts';
export { createBarcodeReader } from './tokenizer/index.ts';
// One by one: what else a scanner's entry has, such as calibration, comes later here.
export {
  bridgeChoice,
  cameraChoice,
  deviceChoices,
  hidChoice,
  serialChoice,
} from './scanner/devices/device-choices.ts';
export { fromObservable } from './scanner/from-observable.ts';
export { createScanRouter } from './scanner/router.ts';
export { keyboardWedge } from './scanner/wedge/keyboard-wedge.ts';

defineInventar();
