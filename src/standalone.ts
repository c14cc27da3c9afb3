/** The self-contained file for `<script type="module">`: everything of the package, with the elements registered. */
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
