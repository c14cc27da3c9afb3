import type { Observable } from 'rxjs';
import type { CacheState } from '../../device/copy/copy-state.ts';
import type { Drafts } from '../../device/drafts.ts';
import type { LastSession } from '../../device/last-session.ts';
import type { Operator } from '../../domain/inventory.ts';
import type { Outbox } from '../../outbox/types.ts';
import type { HostConfiguration, InventoryGateway } from '../../services/inventory-gateway.ts';

/** What this device keeps of one operator's work; nobody else is shown any of it. */
export interface OperatorWork {
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  /** The host, and what this device knows where that does not answer. */
  readonly gateway: InventoryGateway;
  readonly cache$: Observable<CacheState>;
  /** Which list is open: what may be counted in it is loaded in the background. `null`: none. */
  follow(listId: string | null): void;
  /** The host answered, or did not, each time it was asked something. */
  readonly answers$: Observable<boolean>;
  /** Somebody signed in, perhaps anew: what waited for that is sent. */
  signedIn(): void;
  /** At log-out: all but unfinished counts and parked reads. */
  forget(): Promise<void>;
  dispose(): void;
}

export interface DevicePort {
  /** Never rejects: what a browser does not keep is kept for as long as the page lasts. */
  open(operator: Operator, configuration: HostConfiguration): Promise<OperatorWork>;
  /** `null`: nobody, or somebody else than is signed in now. */
  lastSession(): Promise<LastSession | null>;
  remember(session: LastSession | null): void;
  /** Milliseconds since 1970. */
  now(): number;
  /** A name for the device, for the row's history. */
  readonly device: string;
}
