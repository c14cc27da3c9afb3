import { BehaviorSubject, Subject, Subscription } from 'rxjs';
import type { CountIdentity } from '../domain/count-identity.ts';
import type { CountRequest } from '../domain/count-request.ts';
import { within } from '../ports/time.ts';
import { pendingOf, planConfirm } from './decide/confirm.ts';
import { type LedgerChange, Ledger, guarded } from './ledger.ts';
import type { OutboxPorts, TabMessage, Wake } from './ports.ts';
import type { DecidedOn } from './record.ts';
import { type LoadSending, NOT_SENDING, type Sending } from './sending-ports.ts';
import { StorageUnavailableError } from './store/store.ts';
import type {
  CommandResult,
  ImportResult,
  Importer,
  Commands,
  Outbox,
  OutboxEvent,
  OutboxState,
  Pending,
  SaveFailure,
  Saved,
} from './types.ts';
import { viewOf } from './view.ts';

/**
 * Saves counts, and has what sends them as soon as that is loaded. Starts by itself: reads what is stored, finds out which
 * tab sends, sends. Takes over store and channel, and disposes of them.
 */
export function createOutbox(ports: OutboxPorts, loadSending: LoadSending): Outbox {
  return new SavingOutbox(ports, loadSending);
}

/** How long saving a count may take before who waits for it is told, in milliseconds. */
const SAVED_WITHIN = 5_000;

type Asked = { readonly [Name in keyof Commands]: Parameters<Commands[Name]> };
type Decisions = { readonly [Name in keyof Asked]: (...args: Asked[Name]) => Promise<CommandResult> };

class SavingOutbox implements Outbox {
  readonly state$: BehaviorSubject<OutboxState>;
  readonly events$ = new Subject<OutboxEvent>();
  private readonly ports: OutboxPorts;
  private readonly ledger: Ledger;
  private readonly loadSending: LoadSending;
  private readonly subscription = new Subscription();
  private begin: (sending: Sending) => void = () => undefined;
  private giveUp: (error: StorageUnavailableError) => void = () => undefined;
  /** The sending half, whenever it could be had; rejects where the outbox is disposed of before. */
  private readonly begun = new Promise<Sending>((done, failed) => {
    this.begin = done;
    this.giveUp = failed;
  });
  private sending: Sending | null = null;
  private starting: Promise<Sending> | null = null;
  private status = NOT_SENDING;
  private ready = false;
  private evicted = false;
  private showing = false;
  private disposed = false;
  readonly retry = this.by('retry');
  readonly resolve = this.by('resolve');
  readonly discard = this.by('discard');
  readonly restore = this.by('restore');
  readonly withdraw = this.by('withdraw');
  readonly takeBack = this.by('takeBack');
  readonly retryList = this.by('retryList');
  readonly resendLost = this.by('resendLost');
  readonly reassign = this.by('reassign');

  constructor(ports: OutboxPorts, loadSending: LoadSending) {
    const { store, tabs, partition, makeRoom } = ports;
    this.ports = ports;
    this.loadSending = loadSending;
    this.ledger = new Ledger({
      store,
      partition,
      makeRoom: makeRoom ?? (() => Promise.resolve()),
      moveIn: () =>
        this.start().then(
          sending => sending.moveIn(),
          (cause: unknown) => Promise.reject(new StorageUnavailableError('The storage is another one', { cause })),
        ),
      tellTabs: ids => tabs?.channel.post({ type: 'changed', ids }),
    });
    this.state$ = new BehaviorSubject(this.view());
    this.subscription.add(this.ledger.changes$.subscribe(changes => this.changed(changes)));
    this.subscription.add(this.ledger.evicted$.subscribe(() => this.lostStore()));
    this.subscription.add(tabs?.channel.messages$.subscribe(message => this.hear(message)));
    this.subscription.add(ports.wake$.subscribe(by => this.wake(by)));
    this.begun.catch(() => undefined);
    this.read();
    this.start().catch(() => undefined);
  }

  async confirm(listId: string, request: CountRequest, decidedOn: DecidedOn): Promise<Saved | SaveFailure> {
    const { partition, store } = this.ports;
    const saving = guarded(() =>
      this.ledger.write(async tx => {
        // Asked together, since somebody waits for it; a place in the order that is not used leaves a gap.
        const [same, lane, seq] = await Promise.all([tx.get(request.key), tx.lane({ listId, request }), tx.nextSeq(1)]);
        // The same press twice, or a transaction that ran twice: it is saved.
        if (same !== null) return { ok: true, id: request.key, where: 'device' } as const;
        const plan = planConfirm(lane, { partition, seq, listId, request, decidedOn, now: this.ports.clock.now() });
        if (!plan.ok) return { ok: false, kind: 'changed-here', pending: plan.pending } as const;
        for (const each of plan.superseded) await tx.put(each);
        await tx.put(plan.record);
        return { ok: true, id: plan.record.id, where: 'device' } as const;
      }),
    );
    // What sends may be missing: each count tries for it.
    this.start().catch(() => undefined);
    const saved = await within<Saved | SaveFailure>(SAVED_WITHIN, saving, this.ports.timers, () => ({
      ok: false,
      kind: 'no-answer',
      trouble: 'storage',
      later: saving,
    }));
    if (!saved.ok || store.storage === 'device') return saved;
    return guarded(() => this.begun.then(sending => sending.atHost(saved.id)));
  }

  pendingFor(listId: string, identity: CountIdentity): Pending | null {
    return pendingOf(this.ledger.mirror.lane({ listId, request: { identity } }));
  }

  sendNow(): void {
    this.wake('send-now');
    this.ports.tabs?.channel.post({ type: 'send-now' });
  }

  exportRecords(): Promise<string> {
    return this.start().then(sending => sending.exportRecords());
  }
  importRecords(text: string, by: Importer): Promise<ImportResult> {
    return this.start().then(sending => sending.importRecords(text, by));
  }

  forgetFinished(): Promise<CommandResult> {
    return guarded(() => this.ledger.forgetFinished().then(() => ({ ok: true }) as const));
  }

  unfinished(): number {
    return [...this.ledger.mirror.open()].length;
  }

  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    this.subscription.unsubscribe();
    this.state$.complete();
    this.events$.complete();
    this.giveUp(new StorageUnavailableError('The outbox was disposed of'));
    const { store, tabs } = this.ports;
    void Promise.resolve(this.sending?.dispose()).then(() => {
      tabs?.channel.close();
      store.close();
    });
  }

  private read(): void {
    this.ledger.load().then(
      () => {
        this.ready = true;
        this.show();
        this.sending?.pump();
      },
      // Confirm says it; the next wake tries again.
      () => undefined,
    );
  }

  /** Until it is there, counts are saved and wait; where it could not be had, whatever wakes the outbox tries again. */
  private start(): Promise<Sending> {
    this.starting ??= this.loadSending().then(
      startSending => {
        const { ports, ledger } = this;
        if (this.disposed) throw new StorageUnavailableError('The outbox was disposed of');
        const sending = startSending({
          ...ports,
          ledger,
          onStatus: status => {
            if (status.sender === true && !this.status.sender && !this.ready) this.read();
            this.status = { ...this.status, ...status };
            this.show();
          },
        });
        this.sending = sending;
        this.begin(sending);
        return sending;
      },
      (error: unknown) => {
        this.starting = null;
        throw error;
      },
    );
    return this.starting;
  }

  /** A decision is carried out by the sending half, which may still have to come. */
  private by<Name extends keyof Commands>(name: Name) {
    return (...args: Asked[Name]): Promise<CommandResult> =>
      this.start().then(
        ({ commands }: { readonly commands: Decisions }) => commands[name](...args),
        () => ({ ok: false, kind: 'not-possible' }),
      );
  }

  private wake(by: Wake | 'send-now'): void {
    if (!this.ready) this.read();
    if (this.sending !== null) this.sending.wake(by);
    else this.start().catch(() => undefined);
  }

  private hear(message: TabMessage): void {
    if (message.type === 'changed') this.ledger.refresh(message.ids).catch(() => undefined);
    if (message.type === 'send-now') this.wake('send-now');
  }

  private lostStore(): void {
    this.evicted = true;
    this.show();
  }

  private changed(changes: readonly LedgerChange[]): void {
    for (const change of changes) {
      const event = eventOf(change);
      if (event !== null) this.events$.next(event);
    }
    this.show();
    this.sending?.pump();
  }

  private view(): OutboxState {
    const { ready, evicted } = this;
    const { storage } = this.ports.store;
    return viewOf(this.ledger.mirror, { ready, storage, evicted, ...this.status });
  }

  /** Many changes at once are shown once: a view of ten thousand counts is not made for each of them. */
  private show(): void {
    if (this.showing || this.disposed) return;
    this.showing = true;
    queueMicrotask(() => {
      this.showing = false;
      if (!this.disposed) this.state$.next(this.view());
    });
  }
}

/** What people wait for, wherever it was found out. */
function eventOf({ before, after }: LedgerChange): OutboxEvent | null {
  if (after === null) return null;
  const { fate } = after;
  const was = before?.fate.kind;
  if (fate.kind === 'done' && was !== 'done') return { type: 'done', record: after };
  if (fate.kind === 'attention' && was !== 'attention')
    return { type: 'attention', record: after, reason: fate.reason };
  return null;
}
