import type { KeepingPorts } from './keeping.ts';
import type { ScanSource } from '../scanner/scan.ts';
import type { Feedback } from '../services/feedback.ts';
import type { InventoryGateway } from '../services/inventory-gateway.ts';

/** What a session works with; each is a port, so that tests and hosts can put their own in. */
export interface SessionPorts {
  readonly gateway: InventoryGateway;
  readonly sources: readonly ScanSource[];
  readonly feedback: Feedback;
  /** A new idempotency key: 16 to 64 characters of `A–Z a–z 0–9 _ -`, never the same twice. */
  readonly mintKey: () => string;
  /** Overrides what the host's configuration says. */
  readonly nextItemConfirms?: boolean | undefined;
  /** Absent: this device keeps nothing, and each count waits for the host. */
  readonly keeping?: KeepingPorts | undefined;
}
