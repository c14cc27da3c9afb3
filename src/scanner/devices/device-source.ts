import type { Scan, ScanSource, SourceKind } from '../scan.ts';

/** A source that a person has to allow, or choose a device for. */
export interface DeviceSource extends ScanSource {
  readonly kind: SourceKind;
  readonly problem$: NonNullable<ScanSource['problem$']>;
  /**
   * Asks the person for a device, as browsers want it: only within a press or a key. Never rejects; what comes of it
   * is the state.
   */
  request(): Promise<void>;
}

/** A code as a device gave it, without what a scan has beside. */
export type DeviceCode = Pick<Scan, 'text' | 'aim' | 'symbology'>;

/** The name of what a browser threw: `NotFoundError`, `NetworkError` … */
export function errorName(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}
