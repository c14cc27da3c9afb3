import { closeSync, openSync, writeSync } from 'node:fs';
import bwip from 'bwip-js/node';

/** What a camera sees one after the other, and for how many pictures. `null`: an empty table. */
export interface Scene {
  readonly label: { readonly bcid: string; readonly text: string } | null;
  readonly pictures: number;
}

const WIDTH = 480;
const HEIGHT = 360;
export const PICTURES_PER_SECOND = 10;
const TABLE = 200;
const PAPER = 250;
const INK = 20;

/** Writes a film that Chromium's fake camera plays again and again, in YUV4MPEG2. */
export function writeFilm(file: string, scenes: readonly Scene[]): void {
  const film = openSync(file, 'w');
  writeSync(film, `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${PICTURES_PER_SECOND}:1 Ip A1:1 C420jpeg\n`);
  const colours = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  for (const { label, pictures } of scenes) {
    const picture = Buffer.alloc(WIDTH * HEIGHT, TABLE);
    if (label !== null) draw(picture, label);
    for (let n = 0; n < pictures; n++) {
      writeSync(film, 'FRAME\n');
      writeSync(film, picture);
      writeSync(film, colours);
    }
  }
  closeSync(film);
}

interface Raw {
  /** Of a linear code: widths of bars and spaces in turn. */
  readonly sbs?: readonly number[];
  /** Of a matrix: its modules, row by row. */
  readonly pixs?: readonly number[];
  readonly pixx?: number;
  readonly pixy?: number;
}

/** A label in the middle of the picture, with the quiet zone around it. */
function draw(picture: Buffer, label: { bcid: string; text: string }): void {
  const [raw]: Raw[] = bwip.raw(label);
  const modules = raw?.pixs === undefined ? [barsOf(raw?.sbs ?? [])] : rowsOf(raw);
  const columns = modules[0]?.length ?? 0;
  const linear = modules.length === 1;
  const scale = Math.min(linear ? 3 : 7, Math.floor((WIDTH - 40) / (columns + 20)));
  const height = linear ? 120 : modules.length * scale;
  const quiet = 10 * scale;
  const left = Math.round((WIDTH - columns * scale) / 2);
  const top = Math.round((HEIGHT - height) / 2);
  for (let y = -quiet; y < height + quiet; y++) {
    for (let x = -quiet; x < columns * scale + quiet; x++) {
      const row = modules[linear ? 0 : Math.floor(y / scale)];
      const inside = y >= 0 && y < height && x >= 0;
      const ink = inside && row?.[Math.floor(x / scale)] === 1;
      const at = [left + x, top + y] as const;
      if (at[0] >= 0 && at[0] < WIDTH && at[1] >= 0 && at[1] < HEIGHT)
        picture[at[1] * WIDTH + at[0]] = ink ? INK : PAPER;
    }
  }
}

function barsOf(widths: readonly number[]): number[] {
  return widths.flatMap((width, n) => Array.from({ length: width }, () => (n % 2 === 0 ? 1 : 0)));
}

function rowsOf({ pixs = [], pixx = 0, pixy = 0 }: Raw): number[][] {
  return Array.from({ length: pixy }, (_, y) => [...pixs.slice(y * pixx, (y + 1) * pixx)]);
}
