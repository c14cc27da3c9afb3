import type { HostCapabilities, HostConfiguration } from '../../src/services/inventory-gateway.ts';
import type { Database } from './database/database.ts';

export interface HostOptions {
  readonly db: Database;
  readonly policies: HostConfiguration['policies'];
  readonly capabilities: Required<HostCapabilities>;
  readonly now?: () => Date;
  /** How long a request waits for another one with its idempotency key before it is answered `key-in-progress`. */
  readonly keyWaitMs?: number;
}
