import type { Gs1Reason, Gs1Warning, Token, TypedValue } from './types.ts';

export type { Gs1Reason, Gs1Warning } from './types.ts';

/** One GS1 element: an application identifier and its value. */
export interface Gs1Element {
  /** Two to four digits. */
  readonly ai: string;
  /** Exactly as it stands in the text; percent-decoded in a Digital Link. */
  readonly value: string;
  readonly typed?: TypedValue;
  /** Where the value stands in the text that was read: from (included), to (excluded), in UTF-16 units. */
  readonly span: readonly [start: number, end: number];
}

export interface Gs1Result {
  /** There is nothing wrong with the text. Of plain scan data, `elements` is empty and `plain` says it. */
  readonly ok: boolean;
  /** Where `ok` is false: those read before the place where it failed. */
  readonly elements: readonly Gs1Element[];
  readonly warnings: readonly Gs1Warning[];
  /**
   * Of scan data: what stands there without application identifiers. The digits of an EAN/UPC symbol, also of one with
   * a composite component; the text of a QR Code, Data Matrix or DotCode that is not GS1.
   */
  readonly plain?: string;
  readonly reason?: Gs1Reason;
  /** Where it failed: a UTF-16 position in the text. */
  readonly at?: number;
}

/**
 * What the barcode reader needs of a GS1 parser; `createGs1Parser` of `wms-inventar/tokenizer/gs1` makes one. It stands
 * in a chunk of its own, since most reads need none. Nothing is thrown, whatever the text.
 */
export interface Gs1Parser {
  /**
   * What a scanner transmits: an AIM symbology identifier, then the data. An element string behind `]C1 ]e0 ]d2 ]Q3 ]J1`;
   * a Digital Link, or plain text, behind `]Q1 ]d1 ]J0`; a GTIN behind `]E0 ]E4`. All others are `not-gs1`.
   */
  scan(text: string): Gs1Result;
  /** An element string without identifier: FNC1 as GS (`\x1D`). */
  elementString(text: string): Gs1Result;
  /** The human readable form: `(01)09506000134352(10)AB-1`. */
  bracketed(text: string): Gs1Result;
  /** A GS1 Digital Link URI, of any resolver. */
  digitalLink(uri: string): Gs1Result;
  /**
   * The elements as tokens, by the mapping of application identifiers to business objects; their places moved by `shift`,
   * where the text that was parsed is part of another.
   */
  tokens(result: Gs1Result, shift?: number): readonly Token[];
}
