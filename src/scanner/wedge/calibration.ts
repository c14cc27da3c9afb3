import { GS, KeyDecoder } from './key-decoder.ts';
import type { KeyRecord } from './key-record.ts';
import { characterOn, isDeadKey } from './layouts.ts';
import { median } from './pace.ts';
import {
  GS_FORMS,
  type GsForm,
  IDLE_PROFILE,
  PREFIX_SUFFIX_PROFILE,
  SCANNER_LAYOUTS,
  SLOW_BLUETOOTH_PROFILE,
  SUFFIX_PROFILE,
  type ScannerLayout,
  type WedgeProfile,
  type WedgeSuffix,
} from './profile.ts';

/**
 * The text of the one barcode that tells how a scanner types, to be printed as Code 128: letters that other layouts have
 * elsewhere, in both cases; `-`; `@`, which is somewhere else on each of the layouts; `:`, where a US scanner tells Italy
 * from Spain; digits, which are shifted in France; and a GS with something after it.
 */
export const SETUP_CODE = 'Qa-zWyM@:12\u001d90';

export interface CalibrationFindings {
  /** `null`: the keys carry no `code`, so that it can't be told. */
  readonly scannerLayout: ScannerLayout | null;
  /** `null`: none of those known, or it can't be told. */
  readonly systemLayout: ScannerLayout | null;
  readonly prefix: string;
  readonly suffix: WedgeSuffix;
  /** `lost`: nothing came. `other`: something came that is no form of GS. */
  readonly gs: GsForm | 'lost' | 'other';
  /** The symbology identifier that the scanner sends, such as `]C0`. */
  readonly aim: string | null;
  /** `undone`: on, and the scanner knows nothing of it. `compensated`: on, and the scanner types round it. */
  readonly capsLock: 'off' | 'undone' | 'compensated';
  /** Milliseconds between two keys. */
  readonly medianGapMs: number;
  readonly maxGapMs: number;
}

/**
 * What decoding will mend from now on. `layout`: scanner and system have different ones. `caps-lock`: it is on.
 * `gs`: it comes as a key that is no character. `slow`: as slow as a person, so that a prefix is required.
 */
export type CalibrationRepair = 'layout' | 'caps-lock' | 'gs' | 'slow';

/**
 * `nothing-read`: no keys. `another-code`: a code was read, but not this one. `unknown-layout`: it may be this one, on a
 * layout not known here. `prefix-missing`: as slow as a person, and without a prefix nobody can tell the two apart.
 */
export type CalibrationFailure = 'nothing-read' | 'another-code' | 'unknown-layout' | 'prefix-missing';

export type Calibration =
  | {
      readonly profile: WedgeProfile;
      readonly findings: CalibrationFindings;
      readonly repairs: readonly CalibrationRepair[];
    }
  | { readonly failure: CalibrationFailure };

/** Finds out how a scanner types from the keys with which it typed `SETUP_CODE`. */
export function calibrate(records: readonly KeyRecord[]): Calibration {
  const readings = CANDIDATES.map(candidate => readSetupCode(records, candidate));
  const typed = readings.find(({ strokes }) => strokes.length > 0);
  if (typed === undefined) return { failure: 'nothing-read' };
  const found = bestOf(readings.filter(({ match }) => match !== null));
  if (found?.match == null) {
    return { failure: looksLikeSetupCode(typed.strokes) ? 'unknown-layout' : 'another-code' };
  }
  const { candidate, match, suffix, gaps } = found;
  const isCapsLockOn = records.some(({ modifiers }) => modifiers.includes('CapsLock'));
  const findings: CalibrationFindings = {
    scannerLayout: candidate.layout,
    systemLayout: systemLayoutOf(records),
    prefix: match.prefix,
    suffix,
    gs: match.gs,
    aim: match.aim,
    capsLock: !isCapsLockOn ? 'off' : candidate.capsLock === 'wedge' ? 'undone' : 'compensated',
    medianGapMs: median(gaps),
    maxGapMs: Math.max(0, ...gaps),
  };
  const speed = speedFor(findings);
  if (speed === null) return { failure: 'prefix-missing' };
  const { prefix, gs } = findings;
  const forms = gs === 'lost' || gs === 'other' ? SUFFIX_PROFILE.gs : [gs];
  return { profile: { ...speed, prefix, suffix, ...candidate, gs: forms }, findings, repairs: repairsFor(findings) };
}

/** A setting that may read the code right. */
type Candidate = Pick<WedgeProfile, 'layout' | 'capsLock'>;

const CANDIDATES: readonly Candidate[] = [...SCANNER_LAYOUTS, null].flatMap(layout => [
  { layout, capsLock: 'wedge' },
  { layout, capsLock: 'scanner' },
]);

interface Reading {
  readonly candidate: Candidate;
  readonly strokes: readonly string[];
  readonly suffix: WedgeSuffix;
  /** Milliseconds between the strokes, and to the suffix. */
  readonly gaps: readonly number[];
  readonly match: {
    readonly prefix: string;
    readonly aim: string | null;
    readonly gs: CalibrationFindings['gs'];
  } | null;
}

/** Reads the keys under a setting. `match` is `null` where they are not the setup code then. */
function readSetupCode(records: readonly KeyRecord[], candidate: Candidate): Reading {
  const decoder = new KeyDecoder({ ...SUFFIX_PROFILE, ...candidate, gs: GS_FORMS });
  const strokes: string[] = [];
  const times: number[] = [];
  let suffix: WedgeSuffix = 'none';
  let gs: GsForm | null = null;
  for (const record of records) {
    const meaning = decoder.decode(record);
    if (meaning.kind === 'nothing' || meaning.kind === 'input-method') continue;
    if (meaning.kind === 'end' && strokes.length === 0) continue;
    times.push(record.timeStamp);
    if (meaning.kind === 'end') suffix = meaning.key;
    if (meaning.kind === 'end') break;
    strokes.push(meaning.kind === 'text' && meaning.unsure !== true ? meaning.text : UNREADABLE);
    if (meaning.kind === 'text' && meaning.text === GS) gs = formOf(record);
  }
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at));
  return { candidate, strokes, suffix, gaps, match: matchOf(strokes.join(''), gs) };
}

/** Stands for a key that is no character. */
const UNREADABLE = '\ufffd';

function formOf({ type, key, modifiers }: KeyRecord): GsForm {
  if (type === 'keyup') return 'alt-029';
  if (key === 'F8') return 'F8';
  return modifiers.includes('Control') ? 'ctrl-]' : 'literal';
}

const [BEFORE_GS = '', AFTER_GS = ''] = SETUP_CODE.split(GS);

function matchOf(text: string, form: GsForm | null): Reading['match'] {
  const start = text.indexOf(BEFORE_GS);
  if (start === -1 || !text.endsWith(AFTER_GS)) return null;
  const between = text.slice(start + BEFORE_GS.length, -AFTER_GS.length);
  if (between.length > 2) return null;
  const before = text.slice(0, start);
  const [aim = null] = /\][A-Za-z][0-9A-Za-z]$/.exec(before) ?? [];
  const prefix = before.slice(0, before.length - (aim?.length ?? 0));
  return { prefix, aim, gs: between === '' ? 'lost' : between === GS && form !== null ? form : 'other' };
}

/**
 * By the keys' places, if one layout alone fits: then neither Caps Lock nor another layout of the system does harm later.
 * Else by what the system makes of them: the keys tell no places, or the scanner types characters by their numbers.
 */
function bestOf(readings: readonly Reading[]): Reading | undefined {
  const layouts = new Set(readings.map(({ candidate }) => candidate.layout).filter(layout => layout !== null));
  return layouts.size === 1 ? readings[0] : readings.find(({ candidate }) => candidate.layout === null);
}

/** As many characters and nearly as many different ones, whichever they are; with or without a symbology identifier. */
function looksLikeSetupCode(strokes: readonly string[]): boolean {
  const isAsLong = [0, 3].some(more => [0, 1].includes(SETUP_CODE.length + more - strokes.length));
  return isAsLong && new Set(strokes).size >= SETUP_CODE.length - 3;
}

/** The one layout on which the keys have the characters that the system gave for them. */
function systemLayoutOf(records: readonly KeyRecord[]): ScannerLayout | null {
  const typed = records.filter(({ type, key, code, modifiers }) => {
    return type === 'keydown' && code !== '' && (key.length === 1 || key === 'Dead') && !modifiers.includes('Control');
  });
  const fitting = SCANNER_LAYOUTS.filter(layout => typed.every(record => hasCharacter(layout, record)));
  return typed.length > 0 && fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function hasCharacter(layout: ScannerLayout, { key, code, modifiers }: KeyRecord): boolean {
  const shift = modifiers.includes('Shift');
  const plain = characterOn(layout, code, shift, false);
  // A key that has nothing on AltGr types as without it.
  const character = (modifiers.includes('AltGraph') && characterOn(layout, code, shift, true)) || plain;
  if (character === null) return true;
  if (isDeadKey(character)) return key === 'Dead';
  if (!modifiers.includes('CapsLock')) return key === character;
  return [character, characterOn(layout, code, !shift, false)].some(each => each?.toLowerCase() === key.toLowerCase());
}

/** `null`: as slow as a person, and no prefix to tell the two apart. */
function speedFor({ prefix, suffix, medianGapMs, maxGapMs }: CalibrationFindings): WedgeProfile | null {
  const base = prefix !== '' ? PREFIX_SUFFIX_PROFILE : suffix === 'none' ? IDLE_PROFILE : SUFFIX_PROFILE;
  if (medianGapMs <= base.maxMedianGapMs && maxGapMs <= base.maxGapMs) return base;
  if (prefix === '') return null;
  const longest = Math.max(SLOW_BLUETOOTH_PROFILE.maxGapMs, Math.ceil(maxGapMs * 1.5));
  return { ...SLOW_BLUETOOTH_PROFILE, maxMedianGapMs: longest, maxGapMs: longest, idleMs: longest * 2 };
}

function repairsFor({
  scannerLayout,
  systemLayout,
  capsLock,
  gs,
  medianGapMs,
}: CalibrationFindings): CalibrationRepair[] {
  const repairs: CalibrationRepair[] = [];
  if (scannerLayout !== null && scannerLayout !== systemLayout) repairs.push('layout');
  if (capsLock === 'undone') repairs.push('caps-lock');
  if (gs === 'ctrl-]' || gs === 'alt-029' || gs === 'F8') repairs.push('gs');
  if (medianGapMs > SUFFIX_PROFILE.maxMedianGapMs) repairs.push('slow');
  return repairs;
}
