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
  /** `null`, together with `property`: the value is the quantity; with a property: it is skipped, as a check digit is. */
  readonly businessObject: string | null;
  readonly property: string | null;
  /** With a separator a maximum, without one the exact length. A number or its text; `''`, `0` or `null`: no limit. */
  readonly length: number | string | null;
  /** Of a quantity without point or comma: how many of its digits are decimals, 0 to 9, as scales print them. */
  readonly decimals?: number | string | null;
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

/** What a value means where its standard, or its row, says so: GS1 dates, measures and amounts, implied decimals. */
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
  readonly businessObject: string | null;
  readonly property: string | null;
  readonly sequence: number;
}

/**
 * What a row asks of its value and did not get. `too-short`: of a row without separator, whose length is exact.
 * `no-separator`: nothing ends the value, though more rows follow.
 */
export type BrokenRule = 'empty' | 'too-long' | 'too-short' | 'no-separator' | 'not-a-number';

/**
 * Why a text is not what its beginning says. Of all ways to cut it, the one that came furthest is explained; places are
 * UTF-16 positions in the text that was read.
 */
export type InvalidReason =
  | {
      readonly kind: 'tokenizer';
      readonly tokenizer: string;
      readonly sequence: number;
      readonly rule: BrokenRule;
      /** The value that breaks it, as far as it would go. */
      readonly span: readonly [start: number, end: number];
      /** What the row is configured with: `null` for no limit, a separator as it is looked for in the text. */
      readonly length: number | null;
      readonly separator: string;
    }
  | { readonly kind: 'gs1'; readonly rule: Gs1Reason; readonly at: number };

/** Something that the standard forbids and labels have all the same: it is said, and the elements are read. */
export interface Gs1Warning {
  /** `excluded`: the two must not stand together; `missing`: `ai` needs another one that is not there. */
  readonly code: 'excluded' | 'missing';
  readonly ai: string;
  /** The application identifiers it must not, or must, stand with. */
  readonly others: readonly string[];
}

/** Why a text is not GS1. */
export type Gs1Reason =
  | 'empty'
  | 'not-gs1'
  | 'unknown-ai'
  | 'too-short'
  | 'too-long'
  | 'character'
  | 'check-digit'
  | 'date'
  | 'value'
  | 'separator-missing'
  | 'repeated'
  | 'syntax';

/** Something that a text was forgiven; it was read all the same. */
export type ReadingWarning =
  /** The tokenizer's code stands there in another case. */
  | { readonly code: 'case'; readonly read: string; readonly expected: string }
  /** Other characters were taken for `-`, at these places; values are still as they stand there. */
  | { readonly code: 'dash'; readonly at: readonly number[] }
  | Gs1Warning;

/**
 * What a text says.
 *
 * `ok`: one split, in `tokens`; what `alternatives` there are lack leading values. `ambiguous`: several splits, the one
 * cut earliest in `tokens`. `partial`: leading values are `missing`; `reason` says why they could not be cut.
 * `invalid`: it begins as a tokenizer's or as GS1, and is not; see `reason`. `no-match`: look it up as it is.
 */
export interface BarcodeReading {
  readonly status: 'ok' | 'ambiguous' | 'partial' | 'invalid' | 'no-match';
  readonly kind: 'tokenizer' | 'gs1' | 'digital-link' | 'gtin' | 'raw';
  /** The text without symbology identifier, and without control characters and blanks at its ends. */
  readonly text: string;
  /** The symbology identifier, such as `]C1`: the scanner's word, or what stood at the head of the text. */
  readonly aim: string | null;
  readonly mainObject: string | null;
  readonly tokens: readonly Token[];
  /** The rows that have no token in `tokens`; an alternative lacks what its own tokens do not name. */
  readonly missing: readonly MissingValue[];
  /** Other splits, likeliest first, at most 7. */
  readonly alternatives: readonly (readonly Token[])[];
  readonly warnings: readonly ReadingWarning[];
  readonly reason?: InvalidReason;
}

/** A tokenizer that can't be applied as it is configured: it is left out, all others work. */
export interface ConfigurationWarning {
  /** Its code; where it has none, its place in the table: `#3`. */
  readonly tokenizer: string;
  /** The row's sequence; its place, from 1, where it has none; `null`: the header. */
  readonly sequence: number | null;
  readonly field: keyof Tokenizer | keyof TokenizerRow;
  readonly problem:
    | 'empty'
    | 'not-text'
    | 'not-a-number'
    | 'not-a-length'
    | 'unbounded'
    | 'contradicting'
    | 'repeated'
    /** It looks like the name of a control character, and is none that is known. */
    | 'unknown-name';
}
