import type { DeviceCode } from '../device-source.ts';

/** The kinds of code a camera reads, by the names of the browser's own barcode detector and two more. */
export const CAMERA_FORMATS = [
  'ean_13',
  'ean_8',
  'upc_a',
  'upc_e',
  'code_128',
  'code_39',
  'code_93',
  'codabar',
  'itf',
  'data_matrix',
  'qr_code',
  'pdf417',
  'aztec',
  'databar',
  'databar_expanded',
] as const;
export type CameraFormat = (typeof CAMERA_FORMATS)[number];

/** Where a code stands in the picture, in fractions of its width and height. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface SeenCode extends DeviceCode {
  readonly box: Box;
  /** One symbol of several that make up a text only together: no code by itself. */
  readonly isPart: boolean;
}

/** Finds the codes in the picture that a video shows. */
export interface CodeDecoder {
  decode(video: HTMLVideoElement): Promise<readonly SeenCode[]>;
}

/** The box around points, in fractions of a picture's size. */
export function boxOf(points: readonly { x: number; y: number }[], width: number, height: number): Box {
  const x = points.map(point => point.x / width);
  const y = points.map(point => point.y / height);
  return { left: Math.min(...x), right: Math.max(...x), top: Math.min(...y), bottom: Math.max(...y) };
}
