import { type DrawingContext, code128 } from 'bwip-js/generic';

/** A one-dimensional barcode as its bars, in modules, the width of the narrowest one. Quiet zones are not in it. */
export interface Bars {
  readonly width: number;
  readonly bars: readonly { readonly x: number; readonly width: number }[];
}

/** Pixels for each module asked of the encoder: an even number, so that the middle of every bar is a whole one. */
const SCALE = 2;

/**
 * A text as Code 128, control characters such as GS included. Throws for a text that Code 128 can't carry.
 *
 * In a chunk of its own: the encoder is larger than all of counting, and only the setup and the command sheet draw.
 */
export function drawCode128(text: string): Bars {
  return code128({ bcid: 'code128', text: escaped(text), parse: true, scale: SCALE, height: 1 }, collectBars());
}

/** `^029` for GS, as the encoder wants what is no printable character; and `^094` for `^` itself. */
function escaped(text: string): string {
  return text.replace(/[^ -\]_-~]/g, char => `^${String(char.charCodeAt(0)).padStart(3, '0')}`);
}

function collectBars(): DrawingContext<Bars> {
  const bars: { x: number; width: number }[] = [];
  let total = 0;
  return {
    scale: (x, y) => [x, y],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: width => (total = width / SCALE),
    line: (middle, _y0, _x1, _y1, width) => bars.push({ x: (middle - width / 2) / SCALE, width: width / SCALE }),
    polygon: () => undefined,
    hexagon: () => undefined,
    ellipse: () => undefined,
    fill: () => undefined,
    text: () => undefined,
    end: () => ({ width: total, bars }),
  };
}
