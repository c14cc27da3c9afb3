import type { Dimension } from '../../src/domain/count-identity.ts';
import type { HostConfiguration } from '../../src/services/inventory-gateway.ts';
import type { KindOfHost } from './capabilities.ts';
import type { Database } from './database/database.ts';

export interface HostOptions {
  readonly db: Database;
  readonly policies: HostConfiguration['policies'];
  readonly capabilities: KindOfHost;
  /** Its own dimensions; it has none unless given. */
  readonly dimensions?: readonly Dimension[];
  readonly now?: () => Date;
  /** Where the warehouse is, such as `Europe/Bucharest`: what day it is there. The server's own unless given. */
  readonly timeZone?: string;
  /** How long a request waits for another one with its idempotency key before it is answered `key-in-progress`. */
  readonly keyWaitMs?: number;
}
