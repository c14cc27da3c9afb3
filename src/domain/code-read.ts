/** What one read says, after the tokenizer: every part present is to be looked up and filled in. */
export interface CodeParts {
  readonly location?: { readonly warehouse: string | null; readonly code: string };
  readonly item?: { readonly itemClass: string | null; readonly code: string; readonly variant: string | null };
  /** An item's or variant's barcode, such as an EAN. */
  readonly barcode?: string;
  readonly lot?: string;
  readonly serial?: string;
  /** As it stands in the barcode; read as a quantity only when the item's unit is known. */
  readonly quantity?: string;
  /** Text that no tokenizer took: a barcode, a location code or an item code. */
  readonly raw?: string;
}

/** One read of a scanner, or one entry typed into the barcode field. */
export interface CodeRead {
  readonly id: string;
  /** The text as it was read. */
  readonly text: string;
  /** Typed by a person: then a part of a code or description is searched for too. A scan is never guessed at. */
  readonly typed: boolean;
  /** Only pieces of it arrived: it is said in its turn, and never looked up. */
  readonly broken: boolean;
  /** What the text may mean, likeliest first; the first that resolves is taken. Empty: nothing could be made of it. */
  readonly candidates: readonly CodeParts[];
}
