/** `wms-inventar/tokenizer`: what a barcode's text says. No DOM, no dependency; runs in Node as well. */
export { type BarcodeReader, type BarcodeReaderOptions, createBarcodeReader } from './read-barcode.ts';
export type {
  BarcodeReading,
  ConfigurationWarning,
  InvalidReason,
  MissingValue,
  Token,
  TokenRole,
  Tokenizer,
  TokenizerRow,
} from './types.ts';
