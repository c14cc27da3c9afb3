/** The key after each code; `LineFeed`: Ctrl+J alone, as some send it for a new line; `none`: a pause ends it. */
export type WedgeSuffix = 'Enter' | 'Tab' | 'LineFeed' | 'none';

/** Keyboard layouts that scanners can be set to. */
export const SCANNER_LAYOUTS = ['us', 'it', 'fr', 'de', 'es', 'uk'] as const;
export type ScannerLayout = (typeof SCANNER_LAYOUTS)[number];

/**
 * How a scanner types the separator GS (ASCII 29): as Ctrl and the `]` key, as Alt and 0 2 9 on the number pad, as F8, or
 * as the character itself.
 */
export const GS_FORMS = ['ctrl-]', 'alt-029', 'F8', 'literal'] as const;
export type GsForm = (typeof GS_FORMS)[number];

/** How a scanner types, as it is set up: what stands before and after a code, how fast it comes, on which layout. */
export interface WedgeProfile {
  /** Characters before each code; with them no typing is ever mistaken for a scan. `''`: none. */
  readonly prefix: string;
  readonly suffix: WedgeSuffix;
  /** Shorter texts, prefix included, are left alone as a person's typing. */
  readonly minLength: number;
  /** Half of all pauses are at most this long, in milliseconds. */
  readonly maxMedianGapMs: number;
  /** No pause within a code is longer, in milliseconds. */
  readonly maxGapMs: number;
  /** Without a suffix: after such a pause, in milliseconds, a code is complete. Not less than `maxGapMs`. */
  readonly idleMs: number;
  /** The layout the scanner is set to, by which `event.code` is read. `null`: the characters are those of `event.key`. */
  readonly layout: ScannerLayout | null;
  /** The forms of GS that this scanner may use. F8 is a key of counting: only where calibration found it. */
  readonly gs: readonly GsForm[];
  /** Whether a leading symbology identifier such as `]C1` is taken off the text and given as `aim`. */
  readonly aim: boolean;
  /** Who undoes a Caps Lock that is on: `wedge`, since most scanners know nothing of it; `scanner`, where it does. */
  readonly capsLock: 'wedge' | 'scanner';
}

/** Most scanners as delivered: no prefix, Enter after the code, a few milliseconds for each key. */
export const SUFFIX_PROFILE: WedgeProfile = {
  prefix: '',
  suffix: 'Enter',
  minLength: 4,
  maxMedianGapMs: 50,
  maxGapMs: 150,
  idleMs: 200,
  layout: null,
  gs: ['ctrl-]', 'alt-029', 'literal'],
  aim: true,
  capsLock: 'wedge',
};

/** The surest: a prefix that nobody types. */
export const PREFIX_SUFFIX_PROFILE: WedgeProfile = { ...SUFFIX_PROFILE, prefix: '~', minLength: 2 };

/** As slow as a person: only the prefix tells the two apart. */
export const SLOW_BLUETOOTH_PROFILE: WedgeProfile = {
  ...PREFIX_SUFFIX_PROFILE,
  maxMedianGapMs: 250,
  maxGapMs: 250,
  idleMs: 500,
};

/** Nothing after the code. A pause of the scanner itself can't be told from its end: better set a suffix. */
export const IDLE_PROFILE: WedgeProfile = { ...SUFFIX_PROFILE, suffix: 'none' };

export const WEDGE_PROFILES = {
  'prefix-suffix': PREFIX_SUFFIX_PROFILE,
  suffix: SUFFIX_PROFILE,
  'slow-bluetooth': SLOW_BLUETOOTH_PROFILE,
  idle: IDLE_PROFILE,
} as const satisfies Record<string, WedgeProfile>;
export type WedgeProfileName = keyof typeof WEDGE_PROFILES;
