import type { HostCapabilities } from '../services/inventory-gateway.ts';
import { IN_FLIGHT_LIMIT, blockedLists, nextToSend } from './decide/next.ts';
import { outcomeOfRead } from './decide/outcome.ts';
import { Delivery, type DeliveryPorts, isAsAnother } from './delivery.ts';
import { type KnownHost, findLost, noteEpoch } from './host-check.ts';
import type { OutboxPorts } from './ports.ts';
import type { OutboxRecord } from './record.ts';
import { laneOf } from './standing.ts';
import { isOfStorage } from './storage-watch.ts';

/** After so long a silence another data base may answer: nobody puts a backup back in less. */
const SILENCE_MS = 5 * 60_000;

type SenderPorts = Omit<DeliveryPorts, 'sendsAs' | 'since' | 'onDoubt'> &
  Pick<OutboxPorts, 'capabilities' | 'timers'> & {
    /** Something was tried, and came to something: why nothing is sent may have changed. */
    readonly onTried: () => void;
  };

/**
 * Brings the counts to the host. Decides nothing by itself: `decide/` says what may go, and what a reply means. It goes
 * through these states until it is disposed of:
 *
 *   idle      another tab sends (`epoch` is `null`), or nothing may be sent: until something is pumped
 *     ↓
 *   waiting   somebody has to sign in, or the host failed or asked to wait: until that is over, or somebody wakes it
 *     ↓
 *   choosing  the first of each lane, so many lanes at once; after a failure one alone (`nextToSend`)
 *     ↓
 *   probing   before the first count and after a failure: who is signed in, and does anybody answer?
 *     ↓
 *   delivering, each count by itself (`Delivery`), while the loop goes on
 *     ↓
 *   back to choosing
 */
export class Sender {
  private readonly ports: SenderPorts;
  private readonly inFlight = new Set<string>();
  private epoch: number | null = null;
  /** What the host can do, as it said last: after a failure, or a sign-in, another one may be behind its address. */
  private can: HostCapabilities | null = null;
  /** A harmless read got its answer since the host last failed: a count may be risked. */
  private probed = false;
  private busyProbing = false;
  /** Whether the host has what it acknowledged is to be looked at, though nothing waits. */
  private unsure = true;
  /** When it was heard last, by the monotonic clock. */
  private heard = 0;
  /** That could not be done. */
  private missed = false;
  /** It showed less than that. */
  private doubt = false;
  private known: KnownHost | null = null;
  /** The rows of which is known whether it has them, with the data base that it was. */
  private readonly seen = new Set<string>();
  private cancelTimer: () => void = () => undefined;

  constructor(ports: SenderPorts) {
    this.ports = ports;
  }

  /** `null`: another tab sends. */
  setEpoch(epoch: number | null): void {
    this.epoch = epoch;
    this.unsure = true;
    if (epoch === null) this.cancelTimer();
    else this.pump();
  }

  /** Something makes it worth to try again. */
  woken(): void {
    this.unsure ||= this.missed;
    this.missed = false;
  }

  /** Somebody signed in: what is known of the host was said to somebody else. */
  signedIn(): void {
    this.can = null;
    this.unsure = true;
  }

  dispose(): void {
    this.setEpoch(null);
  }

  /** Sends what may be sent now, and sets a timer for what may be sent later. */
  pump(): void {
    const { schedule, clock, ledger } = this.ports;
    const { mirror } = ledger;
    this.cancelTimer();
    if (this.epoch === null || schedule.needsSignIn) return;
    const now = clock.monotonic();
    if (schedule.waitsUntil > now) return this.wakeAt(schedule.waitsUntil);
    const { probing } = schedule;
    const next = nextToSend(mirror.open(), {
      inFlight: this.inFlight,
      blockedLists: blockedLists(mirror.open()),
      heldUntil: record => schedule.heldUntil(record),
      now,
      room: (probing ? 1 : IN_FLIGHT_LIMIT) - this.inFlight.size,
      probing,
    });
    if (isAsAnother(mirror.open())) return;
    if (next.wakeAt !== null) this.wakeAt(next.wakeAt);
    const [first] = next.send;
    if (first === undefined && !(this.unsure && isAnyDone(mirror.all()))) return;
    if (
      first === undefined ||
      this.unsure ||
      now - this.heard > SILENCE_MS ||
      this.can === null ||
      (probing && !this.probed)
    ) {
      return void this.probe(first !== undefined);
    }
    this.probed = false;
    for (const record of next.send) void this.run(record, this.can, this.epoch);
  }

  private wakeAt(moment: number): void {
    const { timers, clock } = this.ports;
    this.cancelTimer();
    this.cancelTimer = timers.after(Math.max(0, moment - clock.monotonic()), () => this.pump());
  }

  /**
   * Before the first count, and after each failure: who is signed in, and does anybody answer? Nothing is at stake in
   * it, while a count sent into the dark may be in doubt afterwards.
   */
  private async probe(waits: boolean): Promise<void> {
    if (this.busyProbing) return;
    this.busyProbing = true;
    const { schedule, gateway, user, capabilities, onTried } = this.ports;
    const since = schedule.wakes;
    this.unsure = false;
    try {
      const operator = await gateway.operator();
      this.can = await capabilities();
      this.probed = true;
      this.heard = this.ports.clock.monotonic();
      if (operator.userName !== user) {
        // Whoever signs in since, the host is looked at first.
        if (waits) {
          this.unsure = true;
          schedule.stopFor('other-user', since);
        } else this.missed = true;
      } else {
        this.known = await this.knownAs(this.can);
        this.doubt = !(await findLost(this.ports, this.can, this.known, this.doubt, this.seen));
      }
    } catch (error) {
      this.can = null;
      // Nobody waits for it: it is tried again when something wakes this tab.
      if (!waits) this.missed = true;
      else if (isOfStorage(error)) schedule.failed('storage');
      else schedule.readFailed(outcomeOfRead(error), since);
    } finally {
      this.busyProbing = false;
    }
    onTried();
    this.pump();
  }

  /** A storage that can't say which data base it was does not hold up what this tab has heard of. */
  private async knownAs(can: HostCapabilities): Promise<KnownHost> {
    const { known } = this;
    const { ledger, storage } = this.ports;
    try {
      return await storage.inTime(storage.listen(noteEpoch(ledger, can, known)));
    } catch (error) {
      if (isOfStorage(error) && known !== null && known.epoch === (can.epoch ?? null)) return known;
      throw error;
    }
  }

  /** What it acknowledged is looked for before anything more goes there. */
  private doubtHost(): void {
    this.doubt = true;
    this.seen.clear();
    this.unsure = true;
  }

  private async run(record: OutboxRecord, host: HostCapabilities, epoch: number): Promise<void> {
    const { schedule, onTried } = this.ports;
    const lane = laneOf(record);
    this.inFlight.add(lane);
    try {
      const since = this.known?.since ?? 0;
      const ports = { ...this.ports, since, sendsAs: () => this.epoch, onDoubt: () => this.doubtHost() };
      await new Delivery(ports, host, epoch).deliver(record);
    } catch {
      // Only the store throws up to here.
      schedule.hold(record, 'interrupted');
      schedule.failed('storage');
    } finally {
      this.inFlight.delete(lane);
      this.heard = this.ports.clock.monotonic();
      onTried();
      this.pump();
    }
  }
}

function isAnyDone(records: Iterable<OutboxRecord>): boolean {
  for (const { fate } of records) if (fate.kind === 'done' && fate.row !== null) return true;
  return false;
}
