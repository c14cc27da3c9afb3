import type { DevicePort } from './device/operator-work.ts';
import type { Hearing } from '../scanner/hearing/hearing.ts';
import type { InventoryGateway } from '../services/inventory-gateway.ts';
import type { Gs1Source } from './reads/code-meanings.ts';
import type { ScannerPorts } from './scanners/scanner-ports.ts';
import type { RunningOptions } from './settings.ts';

/** What a session works with; each is a port, so that tests and hosts can put their own in. */
export interface SessionPorts extends ScannerPorts {
  readonly gateway: InventoryGateway;
  /** A new idempotency key: 16 to 64 characters of `A–Z a–z 0–9 _ -`, never the same twice. */
  readonly mintKey: () => string;
  /** Absent: GS1 data is not read. */
  readonly gs1?: Gs1Source;
  /** How the page wants it to count, now; goes before what the host's configuration says. The session changes it. */
  readonly running?: RunningOptions;
  readonly device: DevicePort;
  /** What of the page it hears. Absent: all that its sources give. */
  readonly hearing?: Hearing;
}
