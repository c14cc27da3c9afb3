import type { Observable } from 'rxjs';
import type { DeviceSettingsStore } from '../../device/settings.ts';
import type { RoutedSource } from '../../scanner/router.ts';
import type { Scan, ScanReject, ScanSource } from '../../scanner/scan.ts';
import type { KeyRecord } from '../../scanner/wedge/key-record.ts';
import type { Feedback } from '../../services/feedback.ts';
import type { ScannersState } from '../state/scanners-state.ts';

/** A source that the operator may connect; `request` asks for a device, and is called within their press. */
export type OfferedSource = ScanSource & { readonly request?: () => Promise<void> };

export interface ScannerPorts {
  /** Connected at once. */
  readonly sources: readonly ScanSource[];
  /** Connected when the operator wants it. */
  readonly offered?: readonly OfferedSource[];
  /** Absent: settings last as long as the session. */
  readonly settings?: DeviceSettingsStore;
  readonly feedback: Feedback;
  /** Raw keys for calibration, a burst at a time; while subscribed, they reach nobody else. Default: those of the window. */
  readonly recordKeys?: () => Observable<readonly KeyRecord[]>;
}

/** What the parts of the scanners' flow have in common. */
export interface ScannersContext extends ScannerPorts {
  /** Routes the scans of a source. */
  readonly add: (source: RoutedSource) => () => void;
  /** Gives each scan to this receiver alone, until what it returns is called. */
  readonly take: (receiver: (scan: Scan) => void) => () => void;
  /** Whether whoever counts can see it: what else than a keyboard reads meanwhile is not taken. */
  readonly isShown: () => boolean;
  /** What only came in pieces; and while the setup is open, which has it then. */
  readonly onReject: (reject: ScanReject) => void;
  readonly onTriedReject: (reject: ScanReject) => void;
  readonly state: () => ScannersState;
  readonly set: (change: Partial<ScannersState>) => void;
}
