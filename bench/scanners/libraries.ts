import onScan from 'onscan.js';
import KeyboardBarcodeScanner from '@point-of-sale/keyboard-barcode-scanner';
import { keyboardWedge } from '../../src/scanner/wedge/keyboard-wedge.ts';
import { SUFFIX_PROFILE, type WedgeProfile } from '../../src/scanner/wedge/profile.ts';

export interface Heard {
  readonly onText: (text: string) => void;
  readonly onReject: () => void;
}

/** Starts listening, set up for a scanner as well as the library's documentation allows. Returns the way out. */
type Listen = (profile: WedgeProfile, heard: Heard) => () => void;

const ours: Listen = (profile, { onText, onReject }) => {
  const wedge = keyboardWedge({ profile });
  wedge.scans$.subscribe(({ text }) => onText(text));
  wedge.rejects$.subscribe(onReject);
  wedge.connect();
  return () => wedge.disconnect();
};

const KEY_CODES = { Enter: 13, Tab: 9, LineFeed: 10, none: null };
const TILDE_KEY_CODE = 192;

const withOnScan: Listen = (profile, { onText, onReject }) => {
  const suffix = KEY_CODES[profile.suffix];
  const settings = {
    onScan: onText,
    onScanError: onReject,
    suffixKeyCodes: suffix === null ? [] : [suffix],
    prefixKeyCodes: profile.prefix === '' ? [] : [TILDE_KEY_CODE],
    minLength: profile.minLength,
    avgTimeByChar: profile.maxMedianGapMs,
    timeBeforeScanTest: profile.suffix === 'none' ? profile.idleMs : profile.maxGapMs,
    captureEvents: true,
    // Its own mapper drops punctuation; the documentation says to write one.
    keyCodeMapper: (event: { readonly key?: string; readonly ctrlKey: boolean }) => {
      const { key } = event;
      if (key === undefined) return onScan.decodeKeyEvent(event);
      if (key.length !== 1) return null;
      return event.ctrlKey && key === ']' ? '\u001d' : key;
    },
  };
  // Attached once: it does not detach what captures events.
  if (onScan.isAttachedTo(document)) onScan.setOptions(document, settings);
  else onScan.attachTo(document, settings);
  return () => undefined;
};

const withPointOfSale: Listen = (profile, { onText }) => {
  // It guesses a prefix as little as a suffix: only its timing can be set.
  const isDefault = profile.maxMedianGapMs === SUFFIX_PROFILE.maxMedianGapMs;
  const scanner = new KeyboardBarcodeScanner(isDefault ? {} : { timing: profile.maxMedianGapMs });
  scanner.addEventListener('barcode', ({ value }) => {
    onText(value.startsWith(profile.prefix) ? value.slice(profile.prefix.length) : value);
  });
  void scanner.connect();
  return () => void scanner.disconnect();
};

export const LIBRARIES = {
  'wms-inventar': ours,
  'onscan.js': withOnScan,
  '@point-of-sale/keyboard-barcode-scanner': withPointOfSale,
} as const satisfies Record<string, Listen>;
export type LibraryName = keyof typeof LIBRARIES;
