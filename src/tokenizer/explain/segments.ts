import type { BarcodeReading, Token } from '../types.ts';

/**
 * What a piece of a text is. `aim`: a symbology identifier. `head`: the code of a tokenizer, with its separator. `ai`: a
 * GS1 application identifier. `unread`: a value before the one that is `broken`. `rest`: what nothing was made of.
 */
export type SegmentKind = 'around' | 'aim' | 'head' | 'ai' | 'separator' | 'value' | 'unread' | 'broken' | 'rest';

/** A piece of the text; all of them one after the other are the text. */
export interface Segment {
  readonly kind: SegmentKind;
  readonly text: string;
  readonly span: readonly [start: number, end: number];
  /** For a value: which of the tokens it is. */
  readonly token: number | null;
}

export interface Broken {
  readonly span: readonly [start: number, end: number];
  /** How long the head of the tokenizer is, behind `start`. */
  readonly head: number;
}

/** Cuts the original text into what was made of each piece. `tokens` stand in it one behind the other. */
export function segmentsOf(
  original: string,
  reading: BarcodeReading,
  tokens: readonly Token[],
  broken: Broken | null,
): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  const upTo = (end: number, kind: SegmentKind, token: number | null = null) => {
    if (end <= at) return;
    segments.push({ kind, text: original.slice(at, end), span: [at, end], token });
    at = end;
  };
  const start = reading.text === '' ? original.length : original.lastIndexOf(reading.text);
  const aim = reading.aim === null ? -1 : original.slice(0, start).lastIndexOf(reading.aim);
  if (aim !== -1) {
    upTo(aim, 'around');
    upTo(start, 'aim');
  }
  upTo(start, 'around');

  for (const [index, { span, source }] of tokens.entries()) {
    const [from, to] = span;
    if (source.kind === 'tokenizer') upTo(from, index === 0 ? 'head' : 'separator');
    else {
      // A GTIN alone has none.
      const identifier = original.slice(at, from).lastIndexOf(source.ai);
      if (identifier !== -1) {
        upTo(at + identifier, 'separator');
        upTo(at + source.ai.length, 'ai');
      }
      upTo(from, 'separator');
    }
    upTo(to, 'value', index);
  }
  if (broken !== null) {
    upTo(start + broken.head, 'head');
    upTo(broken.span[0], 'unread');
    upTo(broken.span[1], 'broken');
  }
  upTo(start + reading.text.length, 'rest');
  upTo(original.length, 'around');
  return segments;
}
