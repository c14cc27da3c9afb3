import { expect, fixture, html } from '@open-wc/testing';
import * as bwip from 'bwip-js/browser';
import { CAMERA_FORMATS, type CodeDecoder } from '../../../src/scanner/devices/camera/decoder.ts';
import { nativeDecoder } from '../../../src/scanner/devices/camera/native-decoder.ts';
import { zxingDecoder } from '../../../src/scanner/devices/camera/zxing-decoder.ts';

const GS = '\x1D';
const WASM = '/node_modules/zxing-wasm/dist/reader/zxing_reader.wasm';

interface Label {
  readonly bcid: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly scale?: number;
}

/** A video that shows labels on a table, as a camera of 1280 × 720 would. */
async function video(...labels: Label[]): Promise<HTMLVideoElement> {
  const table = document.createElement('canvas');
  Object.assign(table, { width: 1280, height: 720 });
  const context = table.getContext('2d');
  const draw = () => {
    if (context === null) return;
    context.fillStyle = '#ddd';
    context.fillRect(0, 0, 1280, 720);
    for (const { x, y, bcid, text, ...more } of labels) {
      const label = document.createElement('canvas');
      bwip.toCanvas(label, { bcid, text, scale: 4, padding: 8, backgroundcolor: 'ffffff', ...more });
      context.drawImage(label, x, y);
    }
  };
  draw();
  const element = await fixture<HTMLVideoElement>(html`<video muted playsinline></video>`);
  element.srcObject = table.captureStream(30);
  // A canvas gives a picture when something is drawn on it.
  const drawing = setInterval(draw, 50);
  await element.play();
  clearInterval(drawing);
  return element;
}

describe('The decoder of our own', () => {
  let decoder: CodeDecoder;
  before(async () => {
    decoder = await zxingDecoder(CAMERA_FORMATS, WASM);
  });

  const CODES = [
    { bcid: 'ean13', text: '8000000005557', aim: ']E0', symbology: 'ean_13', read: '8000000005557' },
    { bcid: 'code128', text: 'Item-MOB-ART-118', aim: ']C0', symbology: 'code_128', read: 'Item-MOB-ART-118' },
    { bcid: 'qrcode', text: 'Loc-01-A-01-02', aim: ']Q1', symbology: 'qr_code', read: 'Loc-01-A-01-02' },
    { bcid: 'code39', text: 'A-01-02', aim: ']A0', symbology: 'code_39', read: 'A-01-02' },
    {
      bcid: 'gs1datamatrix',
      text: '(01)09506000134352(10)AB-1(17)261231',
      aim: ']d2',
      symbology: 'data_matrix',
      read: `010950600013435210AB-1${GS}17261231`,
    },
    {
      bcid: 'gs1-128',
      text: '(10)AB-1(21)7',
      aim: ']C1',
      symbology: 'code_128',
      read: `10AB-1${GS}217`,
    },
    {
      bcid: 'gs1qrcode',
      text: '(01)09506000134352(10)AB-1(21)7',
      aim: ']Q3',
      symbology: 'qr_code',
      read: `010950600013435210AB-1${GS}217`,
    },
    {
      bcid: 'databarexpanded',
      scale: 2,
      text: '(01)09506000134352(10)AB-1(21)7',
      aim: ']e0',
      symbology: 'databar_expanded',
      read: `010950600013435210AB-1${GS}217`,
    },
  ];
  for (const { bcid, text, aim, symbology, read, scale = 4 } of CODES) {
    it(`reads ${bcid}, and tells what it is`, async () => {
      const [code, ...others] = await decoder.decode(await video({ bcid, text, scale, x: 400, y: 200 }));
      expect(others).to.deep.equal([]);
      expect(code).to.deep.include({ text: read, aim, symbology, isPart: false });
      expect(code?.box.left).to.be.within(0.3, 0.5);
      expect(code?.box.top).to.be.within(0.25, 0.6);
    });
  }

  it('tells where each of several codes is', async () => {
    const codes = await decoder.decode(
      await video(
        { bcid: 'code128', text: 'LEFT-1', x: 40, y: 60 },
        { bcid: 'qrcode', text: 'RIGHT-1', x: 950, y: 420 },
      ),
    );
    const places = Object.fromEntries(codes.map(({ text, box }) => [text, box.left < 0.5 ? 'left' : 'right']));
    expect(places).to.deep.equal({ 'LEFT-1': 'left', 'RIGHT-1': 'right' });
  });

  it('reads only what is looked for', async () => {
    const only = await zxingDecoder(['qr_code'], WASM);
    expect(await only.decode(await video({ bcid: 'code128', text: 'A-1', x: 400, y: 200 }))).to.deep.equal([]);
  });

  it('sees nothing on an empty table', async () => {
    expect(await decoder.decode(await video())).to.deep.equal([]);
  });
});

describe('The browser’s own detector', () => {
  const offer = (formats: readonly string[]) =>
    Object.assign(globalThis, {
      BarcodeDetector: class {
        static getSupportedFormats(): Promise<readonly string[]> {
          return Promise.resolve(formats);
        }
        detect = async () => [
          {
            rawValue: 'A-1',
            format: 'qr_code',
            cornerPoints: [
              { x: 0, y: 0 },
              { x: 640, y: 0 },
              { x: 640, y: 360 },
              { x: 0, y: 360 },
            ],
          },
        ];
      },
    });
  const own: unknown = Reflect.get(globalThis, 'BarcodeDetector');
  afterEach(() => Object.assign(globalThis, { BarcodeDetector: own }));

  it('is taken where it reads all that is looked for, and only there', async () => {
    offer(['qr_code', 'code_128']);
    expect(await nativeDecoder(['qr_code', 'ean_13'])).to.equal(null);
    const decoder = await nativeDecoder(['qr_code']);
    expect(await decoder?.decode(await video())).to.deep.equal([
      { text: 'A-1', symbology: 'qr_code', box: { left: 0, right: 0.5, top: 0, bottom: 0.5 }, isPart: false },
    ]);
  });

  it('is not there on every system', async () => {
    Object.assign(globalThis, { BarcodeDetector: undefined });
    expect(await nativeDecoder(['qr_code'])).to.equal(null);
  });
});
