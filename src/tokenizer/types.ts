/** A barcode tokenizer as the host's configuration table holds it. */
export interface Tokenizer {
  /** The prefix: a barcode is `code + separator + value [+ separator + value …]`. */
  readonly code: string;
  readonly description: string;
  /** What stands between the code and the first value. */
  readonly separator: string;
  readonly rows: readonly TokenizerRow[];
}

/** One value of the barcode; rows apply in the order of `sequence`. */
export interface TokenizerRow {
  readonly sequence: number;
  /** `null`, together with `property`: the value is the quantity. */
  readonly businessObject: string | null;
  readonly property: string | null;
  /** With a separator a maximum, without one the exact length. A number or its text; `''`, `0` or `null`: no limit. */
  readonly length: number | string | null;
  /** What ends the value. The last row takes the rest, whatever its separator. */
  readonly separator: string;
  /** What the barcode stands for as a whole. */
  readonly mainObject: string | null;
}

export type TokenRole = 'item' | 'location' | 'lot' | 'serial' | 'quantity' | 'expiry' | 'loadingUnit' | 'other';

/** One value out of a barcode, exactly as it stands there. */
export interface Token {
  readonly businessObject: string | null;
  readonly property: string | null;
  readonly value: string;
  readonly role: TokenRole;
  /** Where the value stands in the text that was read: from (included), to (excluded), in UTF-16 units. */
  readonly span: readonly [start: number, end: number];
  readonly typed?: TypedValue;
  readonly source: TokenSource;
}

/** What a value means where its standard says so: GS1 dates, measures and amounts. */
export interface TypedValue {
  /** `YYYY-MM-DD`, with `THH:MM[:SS]` behind it where the element has a time. */
  readonly date?: string;
  /** An exact decimal with `.`, as many decimals as the element states: `1.250`. */
  readonly decimal?: string;
  /** UN/ECE Recommendation 20 common code of the unit, such as `KGM`; for amounts the ISO 4217 number. */
  readonly unit?: string;
}

export type TokenSource =
  | { readonly kind: 'tokenizer'; readonly code: string; readonly sequence: number }
  | { readonly kind: 'gs1'; readonly ai: string };

/** A row whose value is not in the barcode: a location without its warehouse, an item without its class. */
export interface MissingValue {
  readonly businessObject: string;
  readonly property: string;
  readonly sequence: number;
}

/** Why a barcode with a tokenizer's head could not be split: no cut gives every row a value that it takes. */
export interface InvalidReason {
  readonly code: 'no-split';
  readonly tokenizer: string;
}

/**
 * What a text says.
 *
 * `ok`: one split, in `tokens`. `ambiguous`: several, the likeliest in `tokens`, the others in `alternatives`.
 * `partial`: leading values are `missing`. `invalid`: a tokenizer's head, and no split. `no-match`: no tokenizer.
 */
export interface BarcodeReading {
  readonly status: 'ok' | 'ambiguous' | 'partial' | 'invalid' | 'no-match';
  readonly kind: 'tokenizer' | 'raw';
  /** The text without control characters and blanks at its ends. */
  readonly text: string;
  readonly mainObject: string | null;
  readonly tokens: readonly Token[];
  readonly missing: readonly MissingValue[];
  /** Other splits, likeliest first, at most 7. */
  readonly alternatives: readonly (readonly Token[])[];
  readonly reason?: InvalidReason;
}

/** A tokenizer that can't be applied as it is configured: it is left out, all others work. */
export interface ConfigurationWarning {
  readonly tokenizer: string;
  /** The row's sequence; `null`: the header. */
  readonly sequence: number | null;
  readonly field: 'code' | 'rows' | 'length' | 'separator' | 'mainObject';
  readonly problem: 'empty' | 'not-a-length' | 'unbounded' | 'contradicting';
}
