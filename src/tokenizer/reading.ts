import type { BarcodeReading } from './types.ts';

/** Shared by all readings, so that nothing may be written into it. */
export const NONE: readonly never[] = Object.freeze([]);

/** A reading of the text that a reader has at hand. */
export type MakeReading = (
  status: BarcodeReading['status'],
  kind: BarcodeReading['kind'],
  tokens?: BarcodeReading['tokens'],
  mainObject?: BarcodeReading['mainObject'],
  warnings?: BarcodeReading['warnings'],
  reason?: BarcodeReading['reason'],
  missing?: BarcodeReading['missing'],
  alternatives?: BarcodeReading['alternatives'],
) => BarcodeReading;
