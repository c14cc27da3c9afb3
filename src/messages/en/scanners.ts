import type { Command } from '../../domain/command.ts';
import type { CalibrationFailure, CalibrationFindings, CalibrationRepair } from '../../scanner/wedge/calibration.ts';
import type { IgnoredReason, ScanReject, SourceKind, SourceProblem, SourceState } from '../../scanner/scan.ts';
import type { ScannerLayout } from '../../scanner/wedge/profile.ts';
import { type NoticeText, ltr } from '../text.ts';

type Separator = CalibrationFindings['gs'];
type Reason = ScanReject['reason'] | 'broken-off' | 'garbled';

/** English. */
export const scanners = {
  title: 'Scanners',
  open: 'Set up',

  kind: {
    keyboard: 'Scanner that types',
    host: 'Scans of this page',
    hid: 'USB scanner (HID)',
    serial: 'Serial scanner',
    camera: 'Camera',
    bridge: 'Scanner of the device',
  } satisfies Record<SourceKind, string>,
  state: {
    ready: 'ready',
    unverified: 'ready, not tried yet',
    connecting: 'connecting…',
    'needs-permission': 'needs permission',
    disconnected: 'off',
    unsupported: 'not possible here',
    error: 'not working',
  } satisfies Record<SourceState, string>,
  problem: {
    'insecure-page': 'Browsers allow it on https pages only. Use a scanner that types, or open the page by https.',
    'no-interface': 'This browser can’t do it. Use a scanner that types.',
    'permission-refused': 'It was not allowed. Allow it in the browser’s settings for this page, then connect again.',
    'nothing-chosen': 'Nothing was chosen. Connect again and choose the scanner.',
    'not-found': 'There is none. Plug the scanner in, then connect again.',
    unplugged: 'It was unplugged or is out of reach. It goes on by itself when it is back.',
    'in-use': 'Another program has it. Close that, then connect again.',
    'not-loaded': 'A part of the program could not be loaded. Check the network, then connect again.',
    'stream-failed': 'The page’s own stream of scans has failed. Reload the page.',
    failed: 'It does not work. Unplug it, plug it in again and connect.',
  } satisfies Record<SourceProblem, string>,
  noSources: 'No scanner is connected. Codes can be typed.',
  connect: 'Connect',
  disconnect: 'Disconnect',

  ignored: 'Messages ignored lately',
  ignoredReason: {
    origin: 'from another page than the one set up',
    source: 'from another window than the one set up',
    malformed: 'no scan as it should be',
  } satisfies Record<IgnoredReason, string>,

  lastScan: 'Last scan',
  noScan: 'Nothing was scanned yet. Scan any label.',
  identifier: (aim: string) => `identifier ${ltr(aim)}`,
  speed: (milliseconds: string) => `${milliseconds} ms per character`,
  rejects: 'Not taken',
  reject: {
    'too-slow': 'It came in pieces, or too slowly. Scan again.',
    empty: 'It was empty. Scan again.',
    'no-end': 'Its end never came. Scan again; if it happens often, set up the scanner.',
    'wrong-end': 'It ended with another key than the one set up. Set up the scanner again.',
    unreadable: 'It has a key that stands for no character. Set up the scanner.',
    'two-prefixes': 'Two codes ran into each other. Scan again.',
    'too-long': 'It is longer than any barcode. Scan again.',
    'not-shown': 'The form was not shown when it was read. Scan again.',
    'not-restored': 'A part of it may still be in a field. Look at the field, then scan again.',
    malformed: 'The page gave no text. Scan again.',
    'broken-off': 'The scanner went away before the end. Scan again.',
    garbled: 'It could not be read as text. Scan again.',
  } satisfies Record<Reason, string>,
  nothing: '(nothing)',

  calibration: 'How the scanner types',
  calibrationHelp: 'Press the button, then scan this barcode. Nothing is counted.',
  startCalibration: 'Scan the setup barcode',
  listening: 'Now scan the barcode',
  stopCalibration: 'Stop',
  ownScreen: 'A handheld can’t read its own screen: scan the barcode from the printed sheet of command barcodes.',
  setupBarcode: 'Setup barcode',
  drawing: 'Drawing…',
  notDrawn: 'The barcode could not be loaded. Check the network, then open the setup again.',
  calibrated: 'The scanner is set up',
  calibratedText: 'Kept for this device, and used from now on. Scan any label below to try.',
  notKept: 'This device keeps no settings: set it up again after the page is reloaded.',
  keptProfile: 'This device has its own setup.',
  forget: 'Back to the default',

  scannerLayout: 'Keyboard of the scanner',
  systemLayout: 'Keyboard of this device',
  layouts: {
    us: 'US',
    uk: 'United Kingdom',
    it: 'Italian',
    fr: 'French',
    de: 'German',
    es: 'Spanish',
  } satisfies Record<ScannerLayout, string>,
  layoutUnknown: 'can’t be told',
  prefix: 'Before each code',
  suffix: 'After each code',
  suffixNone: 'nothing',
  separator: 'GS1 separator',
  separatorIs: {
    'ctrl-]': 'Ctrl + ]',
    'alt-029': 'Alt + 029',
    F8: 'F8',
    literal: 'the character itself',
    other: 'comes as something else',
    lost: 'does not come',
  } satisfies Record<Separator, string>,
  identifierName: 'Symbology identifier',
  pace: 'Speed',
  paceIs: (median: string, max: string) => `${median} ms per key, at most ${max} ms`,
  repair: {
    layout: 'Scanner and device have different keyboards: each key is translated.',
    'caps-lock': 'Caps Lock is on: capitals and small letters are put right.',
    gs: 'The GS1 separator comes as a key: it is turned into the separator.',
    slow: 'It is as slow as a person: only codes with its prefix are taken as scans.',
  } satisfies Record<CalibrationRepair, string>,
  noRepair: 'Nothing has to be repaired.',
  advice: {
    separator:
      'Set the scanner to send the GS1 separator (GS, ASCII 29): without it, GS1 codes of several parts can’t be read.',
    suffix: 'Set the scanner to send Enter after each code: codes are then taken at once, and none is cut in two.',
    f8: 'F8 is the separator now: to confirm by a key, map another one.',
  },
  calibrationFailure: {
    'nothing-read': { title: 'Nothing was read', text: 'Scan the barcode again.' },
    'another-code': { title: 'That was another code', text: 'Scan the barcode shown here.' },
    'unknown-layout': {
      title: 'The scanner’s keyboard is not known',
      text: 'Set the scanner to a US keyboard by its manual, then scan again.',
    },
    'prefix-missing': {
      title: 'The scanner is as slow as a person',
      text: 'Set a prefix such as ~ on the scanner, or a shorter pause between keys, then scan again.',
    },
  } satisfies Record<CalibrationFailure, NoticeText>,

  try: 'Try it',
  tryHelp: 'Scan any label. What arrives is shown here, and nothing is counted.',
  arrives: 'Arrives',

  sound: 'Sound and vibration',
  volume: 'Volume',
  muted: 'off',
  successTone: 'Tone when a count is saved',
  vibration: 'Vibration',
  tone: { success: 'Saved', error: 'Error', decide: 'Question' },
  hear: (tone: string) => `Try: ${tone}`,
  others: 'Other scanners',

  commands: 'Command barcodes',
  commandsHelp: 'Scan one instead of pressing a button.',
  explained: {
    confirm: 'saves what stands in the form',
    add: 'adds to what is counted here',
    replace: 'replaces what is counted here',
    zero: 'there is none: quantity 0',
    next: 'saves, or leaves an item without a quantity',
    cancel: 'changes nothing, discards what is not saved',
    'clear-location': 'asks for the location again',
    undo: 'takes back the last count',
  } satisfies Record<Exclude<Command, `choice-${string}`>, string>,
  explainedChoice: (n: string) => `takes number ${n} of what is offered`,
  noCommands: 'Command barcodes are switched off on this host.',
  print: 'Print',
  paper: 'Size',
  sheet: 'A4 sheet',
  labels: 'Labels',
};

export type ScannerWords = typeof scanners;
