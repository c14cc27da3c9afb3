import { type CameraFormat, type CodeDecoder, boxOf } from './decoder.ts';

interface DetectedBarcode {
  readonly rawValue: string;
  readonly format: string;
  readonly cornerPoints: readonly { x: number; y: number }[];
}

/** The browser's `BarcodeDetector`, which TypeScript's library does not know. */
interface BarcodeDetectorClass {
  new (options: { formats: readonly string[] }): { detect(image: HTMLVideoElement): Promise<DetectedBarcode[]> };
  getSupportedFormats(): Promise<string[]>;
}

/**
 * The browser's own detector: nothing to load, but no symbology identifier either, so never for GS1. `null` where it is
 * not there or does not read all the formats.
 */
export async function nativeDecoder(formats: readonly CameraFormat[]): Promise<CodeDecoder | null> {
  const { BarcodeDetector: Detector } = globalThis as { BarcodeDetector?: BarcodeDetectorClass };
  if (Detector === undefined) return null;
  const supported = await Detector.getSupportedFormats().catch((): string[] => []);
  if (!formats.every(format => supported.includes(format))) return null;
  const detector = new Detector({ formats });
  return {
    decode: async video =>
      (await detector.detect(video)).map(({ rawValue, format, cornerPoints }) => ({
        text: rawValue,
        symbology: format,
        box: boxOf(cornerPoints, video.videoWidth, video.videoHeight),
        isPart: false,
      })),
  };
}
