/// <reference types="emscripten" />
// zxing-wasm speaks of these types without bringing them along.
import {
  type ReadInputBarcodeFormat,
  type ReadResult,
  prepareZXingModule,
  purgeZXingModule,
  readBarcodes,
} from 'zxing-wasm/reader';
import { type CameraFormat, type CodeDecoder, type SeenCode, boxOf } from './decoder.ts';
import { isAim } from '../code-text.ts';

const FORMATS: Readonly<Record<CameraFormat, ReadInputBarcodeFormat>> = {
  ean_13: 'EAN13',
  ean_8: 'EAN8',
  upc_a: 'UPCA',
  upc_e: 'UPCE',
  code_128: 'Code128',
  code_39: 'Code39',
  code_93: 'Code93',
  codabar: 'Codabar',
  itf: 'ITF',
  data_matrix: 'DataMatrix',
  qr_code: 'QRCode',
  pdf417: 'PDF417',
  aztec: 'Aztec',
  databar: 'DataBar',
  databar_expanded: 'DataBarExp',
};

/** A larger picture is scaled down: it takes longer and shows no more of a code held before the camera. */
const LONGEST_SIDE = 1280;

/** The decoder's wasm as the package brings it, beside the self-contained file's own chunks. */
const OWN_WASM = new URL('../wms-inventar/zxing_reader.wasm', import.meta.url).href;

/**
 * ZXing, compiled to WebAssembly: reads everything, tells the symbology identifier and keeps the separators of GS1. Its
 * wasm (about 1 MB) comes from us, never from the CDN it would ask by itself. Rejects where it can't be loaded.
 */
export async function zxingDecoder(formats: readonly CameraFormat[], wasmUrl = OWN_WASM): Promise<CodeDecoder> {
  try {
    await prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true });
  } catch (error) {
    // Else the failure would be kept, and trying again would ask nobody.
    purgeZXingModule();
    throw error;
  }
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('No canvas to read pictures with');
  const options = {
    formats: formats.map(format => FORMATS[format]),
    // `HRI` would write GS1 with brackets, and drop its separators.
    textMode: 'Plain',
    maxNumberOfSymbols: 8,
    tryInvert: false,
  } as const;
  return {
    decode: async video => {
      const { videoWidth, videoHeight } = video;
      if (videoWidth === 0 || videoHeight === 0) return [];
      const scale = Math.min(1, LONGEST_SIDE / Math.max(videoWidth, videoHeight));
      canvas.width = Math.round(videoWidth * scale);
      canvas.height = Math.round(videoHeight * scale);
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      const picture = context.getImageData(0, 0, canvas.width, canvas.height);
      return (await readBarcodes(picture, options)).map(result => seen(result, picture));
    },
  };
}

function seen(result: ReadResult, { width, height }: ImageData): SeenCode {
  const { text, symbologyIdentifier: aim, format, position, sequenceSize } = result;
  const { topLeft, topRight, bottomLeft, bottomRight } = position;
  return {
    text,
    ...(isAim(aim) && { aim }),
    symbology: symbologyName(format),
    box: boxOf([topLeft, topRight, bottomLeft, bottomRight], width, height),
    isPart: sequenceSize > 1,
  };
}

function symbologyName(format: ReadResult['format']): string {
  const known = Object.entries(FORMATS).find(([, name]) => name === format);
  return known?.[0] ?? format;
}
