import type { Dimensions } from './count-identity.ts';
import type { Measure } from './measure.ts';

/** What a label states and nobody looks up: it goes into the form as it stands there. */
export interface Stated {
  readonly serial?: string;
  readonly dimensions?: Dimensions;
  /** As it stands in the barcode; read as a quantity only when the item's unit is known. */
  readonly quantity?: string;
  /** What the label states in units of its own; taken where one is the unit of entry, and never converted. */
  readonly measures?: readonly Measure[];
  /** A location that stands on the label and is not one of the host's: where goods are sent to, for instance. */
  readonly locationLeftOut?: string;
}

/** What one read says, after the tokenizer: every part present is to be looked up and filled in. */
export interface CodeParts extends Stated {
  readonly location?: { readonly warehouse: string | null; readonly code: string };
  readonly item?: { readonly itemClass: string | null; readonly code: string; readonly variant: string | null };
  /** An item's or variant's barcode in all ways to write it (`gtinForms`), the likeliest in front. */
  readonly barcodes?: readonly string[];
  readonly lot?: string;
  /** The lot's expiry date as the label states it. `YYYY-MM-DD` */
  readonly expiry?: string;
  /** It reads so only if a separator was lost: never taken before a person says so. */
  readonly lost?: true;
  /** A pallet or container: it is not counted as such, but what a look-up says is in it. */
  readonly loadingUnit?: string;
  /** Text that no tokenizer took: a barcode (in its `barcodes`), a location code or an item code. */
  readonly raw?: string;
  /** It begins as something else than raw text, and breaks its rules: a misread label, likelier than a code. */
  readonly misread?: true;
}

/** One read of a scanner, or one entry typed into the barcode field. */
export interface CodeRead {
  readonly id: string;
  /** The text as it was read. */
  readonly text: string;
  /** The AIM symbology identifier, where the scanner told it beside the text. */
  readonly aim?: string;
  /** Typed by a person: then a part of a code or description is searched for too. A scan is never guessed at. */
  readonly typed: boolean;
  /** An expected row that a person opened to count it: nothing was scanned, so that it neither confirms nor is parked. */
  readonly ofRow?: true;
  /** It did not arrive as a scan should: it is said in its turn, and never looked up. */
  readonly broken: boolean;
  /** Why, where more can be said: nobody could see the form; it ended with another key than the one set up. */
  readonly why?: 'not-shown' | 'wrong-end';
  /**
   * What the text may mean, likeliest first; the first that resolves is taken. Empty: nothing could be made of it.
   * `null`: it can't be said yet, and is asked for when the read's turn comes.
   */
  readonly candidates: readonly CodeParts[] | null;
}

/** Whether a read is a text alone, which may be an item or a location. All others are looked up as texts too, last. */
export function isBare({ candidates }: CodeRead): boolean {
  const [first] = candidates ?? [];
  return first?.raw !== undefined && first.misread === undefined;
}
