import { type Observable, map } from 'rxjs';
import { type Calibration, calibrate } from '../../scanner/wedge/calibration.ts';
import { recordKeys } from '../../scanner/wedge/key-recorder.ts';
import type { ScannerPorts } from './scanner-ports.ts';

/** Fewer keys are a person who wants something, not the setup barcode. */
const FEWEST_KEYS = 4;

/** What the setup barcode tells, each time it is scanned; `null`: a person pressed keys instead. */
export function setupBarcode(keys: ScannerPorts['recordKeys'] = recordKeys): Observable<Calibration | null> {
  return keys().pipe(
    map(records => (records.filter(({ type }) => type !== 'keyup').length < FEWEST_KEYS ? null : calibrate(records))),
  );
}
