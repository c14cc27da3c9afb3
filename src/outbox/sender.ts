import type { HostCapabilities } from '../services/inventory-gateway.ts';
import { IN_FLIGHT_LIMIT, blockedLists, nextToSend } from './decide/next.ts';
import { outcomeOfRead } from './decide/outcome.ts';
import { Delivery, type DeliveryPorts, isAsAnother } from './delivery.ts';
import type { OutboxPorts } from './ports.ts';
import type { OutboxRecord } from './record.ts';
import { laneOf } from './standing.ts';

type SenderPorts = Omit<DeliveryPorts, 'sendsAs'> &
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
  private cancelTimer: () => void = () => undefined;

  constructor(ports: SenderPorts) {
    this.ports = ports;
  }

  /** `null`: another tab sends. */
  setEpoch(epoch: number | null): void {
    this.epoch = epoch;
    if (epoch === null) this.cancelTimer();
    else this.pump();
  }

  /** Somebody signed in: what is known of the host was said to somebody else. */
  signedIn(): void {
    this.can = null;
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
    if (first === undefined) return;
    if (this.can === null || (probing && !this.probed)) return void this.probe();
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
  private async probe(): Promise<void> {
    if (this.busyProbing) return;
    this.busyProbing = true;
    const { schedule, gateway, user, capabilities, onTried } = this.ports;
    const since = schedule.wakes;
    try {
      const operator = await gateway.operator();
      this.can = await capabilities();
      this.probed = true;
      if (operator.userName !== user) schedule.stopFor('other-user', since);
    } catch (error) {
      schedule.readFailed(outcomeOfRead(error), since);
    } finally {
      this.busyProbing = false;
    }
    onTried();
    this.pump();
  }

  private async run(record: OutboxRecord, host: HostCapabilities, epoch: number): Promise<void> {
    const { schedule, onTried } = this.ports;
    const lane = laneOf(record);
    this.inFlight.add(lane);
    try {
      await new Delivery({ ...this.ports, sendsAs: () => this.epoch }, host, epoch).deliver(record);
    } catch {
      // Only the store throws up to here.
      schedule.hold(record, 'interrupted');
      schedule.failed('storage');
    } finally {
      this.inFlight.delete(lane);
      onTried();
      this.pump();
    }
  }
}
