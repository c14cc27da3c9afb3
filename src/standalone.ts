/**
 * All of the package for a page without a bundler, with the elements registered. The build makes three of it: for
 * `<script type="module">` a small file with its parts beside it, and as one file a module and a classic script.
 */
import { defineInventar } from './define.ts';

export * from './index.ts';
export { createBarcodeReader } from './tokenizer/index.ts';
export {
  bridgeChoice,
  cameraChoice,
  createScanRouter,
  deviceChoices,
  fromObservable,
  hidChoice,
  keyboardWedge,
  serialChoice,
} from './scanner/index.ts';

defineInventar();
