/** What the bench uses of packages that bring no types. */
declare module 'onscan.js' {
  interface OnScan {
    attachTo(element: Document, settings: object): void;
    setOptions(element: Document, settings: object): void;
    isAttachedTo(element: Document): boolean;
    decodeKeyEvent(event: object): string;
  }
  const onScan: OnScan;
  export default onScan;
}

declare module '@point-of-sale/keyboard-barcode-scanner' {
  export default class KeyboardBarcodeScanner {
    constructor(options: { timing?: number });
    connect(): Promise<void>;
    disconnect(): Promise<void>;
    addEventListener(type: 'barcode', listener: (barcode: { value: string }) => void): void;
  }
}
