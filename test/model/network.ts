import type { CountRequest, RecordedCount } from '../../src/domain/count-request.ts';
import type { Lease } from '../../src/outbox/ledger.ts';
import type { MemoryDisk } from '../support/breakable-store.ts';
import type { OutboxRecord } from '../../src/outbox/types.ts';
import {
  ContractError,
  ForbiddenError,
  HostError,
  KeyInProgressError,
  OtherUserError,
  RefusedError,
  RejectedError,
  RetryLaterError,
  SignedOutError,
  UnreachableError,
} from '../../src/services/errors.ts';
import type { InventoryGateway } from '../../src/services/inventory-gateway.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { row } from '../support/fixtures.ts';
import { type FakeHost, laneName } from './fake-host.ts';
import type { Life, World } from './world.ts';

/** What may befall one request. `applied` ones reach the host, whatever the tab is told. */
export const FAULTS = [
  'request-lost',
  'reply-lost',
  'duplicate',
  'late-apply',
  'error-500',
  'error-500-applied',
  'time-out-408',
  'busy-503',
  'busy-429',
  'bad-json-applied',
  'login-page',
  'reply-of-another',
  'in-progress',
  'forbidden-once',
  'refused-once',
  'gone-410',
] as const;
/** The sign-in of cookies changes beneath a request: whoever that is, it is none of the handheld's users. */
export const AS_ANOTHER = 'as-another';
export const SOMEBODY = 'somebody';
export type Fault = (typeof FAULTS)[number] | typeof AS_ANOTHER;

/** Where what is sent is written before; while it does not answer, what a host knows again goes without. */
interface Storage {
  readonly disk: MemoryDisk;
  readonly isSilent: () => boolean;
}

/** A count on its way, as the tab that sent it sees it. */
interface Flight {
  readonly of: Life;
  readonly lane: string;
  readonly key: string;
}

/** The Wi-Fi and the host behind it. Faults are given to requests in the order in which they are sent. */
export class Network {
  private readonly world: World;
  readonly host: FakeHost;
  private readonly faults: Fault[] = [];
  private readonly bodies = new Map<string, string>();
  signedIn: string | null = null;
  isDown = false;
  /** Tabs that have not noticed yet that the host was away: a backup is not put back beneath somebody who is being answered. */
  private readonly unaware = new Set<Life>();
  readonly flights = new Set<Flight>();
  /** What must never be seen, as it was seen. */
  readonly violations: string[] = [];

  constructor(world: World, host: FakeHost) {
    this.world = world;
    this.host = host;
  }

  addFault(fault: Fault): void {
    this.faults.push(fault);
  }
  heal(): void {
    this.faults.length = 0;
    this.isDown = false;
  }

  /** The host goes away, and comes back as another one, or with another data base. */
  restart(become: (host: FakeHost) => void): void {
    become(this.host);
    for (const life of this.lives) this.unaware.add(life);
  }
  private readonly lives = new Set<Life>();

  /** The gateway of one tab: what arrives after its death is heard by nobody. */
  gatewayOf(life: Life, owner: string, storage: Storage): InventoryGateway {
    const fake = new FakeGateway();
    this.lives.add(life);
    const asking = <T>(answer: (userName: string) => T): Promise<T> =>
      new Promise((resolve, reject) => this.request(life, answer, resolve, reject));
    return Object.assign(fake, {
      operator: () => {
        this.unaware.delete(life);
        return asking(userName => ({ userName, name: userName, roles: ['counter'] as const }));
      },
      configuration: () => asking(() => ({ ...fake.settings, capabilities: this.host.can })),
      row: (...[listId, identity]: Parameters<InventoryGateway['row']>) =>
        asking(() => this.host.row(listId, identity)),
      rowHistory: (...[, rowId]: Parameters<Required<InventoryGateway>['rowHistory']>) =>
        asking(() => this.host.historyOf(rowId)),
      recordCount: (listId: string, request: CountRequest, userName?: string): Promise<RecordedCount> => {
        if (userName !== owner) this.violations.push(`a count of ${owner} was sent as ${userName}`);
        if (this.signedIn !== null && this.signedIn !== userName)
          return Promise.reject(new OtherUserError('Other user'));
        const flight: Flight = { of: life, lane: laneName(listId, request.identity), key: request.key };
        this.checkFlights(flight);
        this.checkWritten(listId, request, storage);
        this.flights.add(flight);
        return new Promise<RecordedCount>((resolve, reject) =>
          this.request(life, user => this.host.record(listId, request, user), resolve, reject, OF_ANOTHER_ROW),
        ).finally(() => this.flights.delete(flight));
      },
    });
  }

  private checkFlights(next: Flight): void {
    const others = [...this.flights].filter(({ of }) => of === next.of);
    if (others.length >= 4) this.violations.push('more than 4 requests in flight');
    if (others.some(({ lane }) => lane === next.lane)) this.violations.push('two in flight for one row');
  }

  /** Before a count leaves, the disk says so, under the lease of the one sender; and a key never has two bodies. */
  private checkWritten(listId: string, request: CountRequest, { disk, isSilent }: Storage): void {
    const written = disk.rows.get(request.key)?.record as OutboxRecord | undefined;
    const epoch = (disk.meta.get('lease') as Lease | undefined)?.epoch;
    // Another host may answer than the one that said it has keys.
    const isPast = isSilent() && (this.host.can.idempotencyKeys || this.host.restored > 0);
    const isWritten = isPast || (written?.fate.kind === 'sending' && written.fate.lease.startsWith(`${epoch}:`));
    const isStopped = [...disk.rows.values()].some(({ record }) => {
      const { fate } = record as OutboxRecord;
      return fate.kind === 'attention' && fate.reason.kind === 'other-operator';
    });
    if (isStopped) this.violations.push(`${request.key} was sent after another was recorded in another name`);
    if (!isWritten) this.violations.push(`${request.key} was sent without having been written by the one who sends`);
    const body = JSON.stringify([listId, request]);
    if ((this.bodies.get(request.key) ?? body) !== body)
      this.violations.push(`${request.key} was sent with two bodies`);
    this.bodies.set(request.key, body);
  }

  private request<T>(
    life: Life,
    act: (userName: string) => T,
    resolve: (value: T) => void,
    reject: (error: Error) => void,
    another?: T,
  ): void {
    const { world, signedIn: userName } = this;
    const fault = this.isDown || this.unaware.has(life) ? 'request-lost' : this.faults.shift();
    const reply = (how: () => void) => world.later('reply', life, how);
    const fails = (error: Error) => reply(() => reject(error));
    const { restored } = this.host;
    const lost = new UnreachableError('No reply');
    const answered = (name = userName): (() => void) => {
      if (this.host.restored !== restored) return () => reject(lost);
      if (name === null) return () => reject(new SignedOutError('Signed out'));
      try {
        const value = act(name);
        // Answers on their way are lost too.
        return () => (this.host.restored === restored ? resolve(value) : reject(lost));
      } catch (error) {
        return () => reject(error as Error);
      }
    };
    /** It reaches the host: at some moment, by nobody's leave. */
    const arrives = (then: (answer: () => void) => void) => world.later('request', null, () => then(answered()));
    switch (fault) {
      case undefined:
        return arrives(reply);
      case AS_ANOTHER:
        return world.later('request', null, () => reply(answered(userName && SOMEBODY)));
      case 'duplicate':
        // A browser sends again on its own when a connection closes without a reply: the second follows the first.
        return arrives(() => reply(answered()));
      case 'request-lost':
        return fails(lost);
      case 'reply-lost':
        return arrives(() => fails(lost));
      case 'late-apply':
        arrives(() => undefined);
        return fails(lost);
      case 'error-500':
        return fails(new HostError(500));
      case 'error-500-applied':
        return arrives(() => fails(new HostError(502)));
      case 'time-out-408':
        return fails(new HostError(408));
      case 'busy-503':
        return fails(new RetryLaterError(503, 30_000));
      case 'busy-429':
        return fails(new RetryLaterError(429, null));
      case 'bad-json-applied':
        return arrives(() => fails(new ContractError('Not JSON')));
      case 'login-page':
        return fails(new ContractError('HTML'));
      case 'reply-of-another':
        return another === undefined ? fails(new ContractError('Of another')) : reply(() => resolve(another));
      case 'in-progress':
        return fails(new KeyInProgressError());
      case 'forbidden-once':
        return fails(new ForbiddenError('Not allowed'));
      case 'refused-once':
        return fails(new RefusedError('unknown-item'));
      case 'gone-410':
        return fails(new RejectedError(410, null));
    }
  }
}

/** What a proxy that mixes replies up lets one read; the request itself it forgot. */
const OF_ANOTHER_ROW: RecordedCount = {
  row: row({ location: 'elsewhere' }),
  progress: { rows: 1, expected: 0, counted: 1 },
};
