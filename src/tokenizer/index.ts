/** `wms-inventar/tokenizer`: what a barcode's text says. No DOM, no dependency; runs in Node as well. */
export { type BarcodeReader, type BarcodeReaderOptions, createBarcodeReader } from './read-barcode.ts';
export type { Gs1Element, Gs1Parser, Gs1Reason, Gs1Result, Gs1Warning } from './gs1-parser.ts';
export type {
  BarcodeReading,
  BrokenRule,
  ConfigurationWarning,
  InvalidReason,
  MissingValue,
  ReadingWarning,
  Token,
  TokenRole,
  TokenSource,
  Tokenizer,
  TokenizerRow,
  TypedValue,
} from './types.ts';
