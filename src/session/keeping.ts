import type { Observable } from 'rxjs';
import type { CountForm } from '../domain/counting-state.ts';
import type { Operator } from '../domain/inventory.ts';
import type { ParkedRead } from '../domain/parked-read.ts';
import type { Outbox } from '../outbox/types.ts';
import type { HostConfiguration, InventoryGateway } from '../services/inventory-gateway.ts';
import type { CacheState } from './offline-state.ts';

/** What is not confirmed yet. None of it rejects: what can't be kept is merely not there after a reload. */
export interface Notebook {
  /** What stood in a list's form when the page was left; `null`: nothing. */
  draft(listId: string): Promise<CountForm | null>;
  /** `null`: nothing stands there any more. */
  saveDraft(listId: string, form: CountForm | null): Promise<void>;
  /** In the order they were parked. */
  parked(): Promise<readonly ParkedRead[]>;
  /** Anew, or in the place of the one with this id. */
  park(parked: ParkedRead): Promise<void>;
  unpark(id: string): Promise<void>;
}

/** What this device keeps of one operator's work; nobody else is shown any of it. */
export interface Keeping {
  readonly outbox: Outbox;
  readonly notebook: Notebook;
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

/** Whoever counted on this device last, and how: to go on after a reload where the host does not answer. */
export interface LastSession {
  readonly operator: Operator;
  readonly configuration: HostConfiguration;
}

export interface KeepingPorts {
  /** Never rejects: what a browser does not keep is kept for as long as the page lasts. */
  open(operator: Operator, configuration: HostConfiguration): Promise<Keeping>;
  /** `null`: nobody, or somebody else than is signed in now. */
  lastSession(): Promise<LastSession | null>;
  remember(session: LastSession | null): void;
  /** Milliseconds since 1970. */
  now(): number;
  /** A name for the device, for the row's history. */
  readonly device: string;
}
