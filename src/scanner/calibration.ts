import type { KeyRecord } from './key-record.ts';
import type { GsForm, ScannerLayout, WedgeProfile, WedgeSuffix } from './wedge-profile.ts';

/**
 * The text of the one barcode that tells how a scanner types, to be printed as Code 128: letters that other layouts have
 * elsewhere, in both cases; `-`; `@`, which is somewhere else on each of the layouts; digits, which are shifted in France;
 * and a GS with something after it.
 */
export const SETUP_CODE = 'Qa-zWyM@12\u001d90';

export interface CalibrationFindings {
  /** `null`: the keys carry no `code`, so that it can't be told. */
  readonly scannerLayout: ScannerLayout | null;
  /** `null`: none of those known, or it can't be told. */
  readonly systemLayout: ScannerLayout | null;
  readonly prefix: string;
  readonly suffix: WedgeSuffix;
  readonly gs: GsForm | 'lost';
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
export function calibrate(_records: readonly KeyRecord[]): Calibration {
  return { failure: 'nothing-read' };
}
