import type { Calibration } from '../../scanner/wedge/calibration.ts';
import type { IgnoredMessage, Scan, ScanReject, SourceKind, SourceProblem, SourceState } from '../../scanner/scan.ts';
import type { WedgeProfile } from '../../scanner/wedge/profile.ts';
import type { SoundSettings } from '../../services/feedback.ts';

export interface SourceStatus {
  readonly id: string;
  readonly kind: SourceKind;
  readonly state: SourceState;
  /** Why the state is what it is; `null`: there is nothing to say. */
  readonly problem: SourceProblem | null;
  /** The latest messages that it did not take for scans, newest first. */
  readonly ignored: readonly IgnoredMessage[];
  /** The operator may connect and disconnect it; the others are on by themselves. */
  readonly offered: boolean;
  /** It is to be on, whether it works or not: an offered one once the operator has connected it. */
  readonly wanted: boolean;
}

/** While it is there, the scanner setup has the scans: they try the scanner and count nothing. */
export interface ScannerSetup {
  /** Keys are taken as those of the setup barcode. */
  readonly listening: boolean;
  /** What the setup barcode told; `null`: not read yet. */
  readonly calibration: Calibration | null;
  /** Newest first. */
  readonly tried: readonly (Scan | ScanReject)[];
}

export interface ScannersState {
  readonly sources: readonly SourceStatus[];
  readonly last: Scan | null;
  /** What came in pieces, newest first. */
  readonly rejects: readonly ScanReject[];
  /** Scans kept behind a dialog until it is closed. */
  readonly waiting: number;
  /** Starts each command barcode; `''`: there are none. */
  readonly commandPrefix: string;
  /** How the scanner of this device types, as calibration found it; `null`: as most do. */
  readonly profile: WedgeProfile | null;
  /** Whether there is a keyboard scanner to be calibrated. */
  readonly canCalibrate: boolean;
  /** `null`: the host's own feedback, which has no settings here. */
  readonly sound: SoundSettings | null;
  /** Whether this device keeps its settings; else they last as long as the page. */
  readonly isKept: boolean;
  readonly setup: ScannerSetup | null;
}

/** What the operator did about scanners and sound. */
export type ScannerAction =
  | { readonly type: 'open-scanner-setup' | 'close-scanner-setup' }
  | { readonly type: 'start-calibration' | 'stop-calibration' | 'forget-profile' }
  | { readonly type: 'connect-source' | 'disconnect-source'; readonly id: string }
  | { readonly type: 'set-sound'; readonly sound: SoundSettings }
  | { readonly type: 'try-tone'; readonly tone: 'success' | 'error' | 'decide' };

export const NO_SCANNERS: ScannersState = {
  sources: [],
  last: null,
  rejects: [],
  waiting: 0,
  commandPrefix: '',
  profile: null,
  canCalibrate: false,
  sound: null,
  isKept: true,
  setup: null,
};
