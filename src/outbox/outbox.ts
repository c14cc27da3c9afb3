import { BehaviorSubject, Subject, filter, firstValueFrom, map, merge } from 'rxjs';
import {
  type Plan,
  planAnswer,
  planDiscard,
  planReassign,
  planRetry,
  planTakeBack,
  planWithdraw,
} from './decide/answers.ts';
import { type Answer as HostAnswer, answerTo } from './decide/await.ts';
import { pendingOf, planConfirm } from './decide/confirm.ts';
import { type LedgerChange, type LedgerTransaction, Ledger } from './ledger.ts';
import type { OutboxPorts, TabMessage } from './ports.ts';
import { laneOf } from './record.ts';
import { Schedule } from './schedule.ts';
import { createSender } from './sender.ts';
import { StorageFullError, StorageUnavailableError } from './store/store.ts';
import { createTabs, noTabs } from './tabs.ts';
import type {
  CommandResult,
  Discard,
  Outbox,
  OutboxOutcome,
  OutboxRecord,
  OutboxState,
  SaveFailure,
  Saved,
} from './types.ts';
import { viewOf } from './view.ts';

/**
 * Joins the store, the host and the tabs. Starts by itself: reads what is stored, finds out which tab sends, sends.
 * Takes over store and channel, and disposes of them.
 */
export function createOutbox(ports: OutboxPorts): Outbox {
  const { store, clock, mintKey, partition } = ports;
  const channel = ports.tabs?.channel ?? null;
  const ledger = new Ledger(store, partition, ids => channel?.post({ type: 'changed', ids }));
  const { mirror } = ledger;
  const schedule = new Schedule(clock, ports.random);
  let ready = false;
  let sends = false;
  let disposed = false;

  const view = (): OutboxState =>
    viewOf(mirror, {
      ready,
      storage: store.storage,
      sender: sends,
      pause: schedule.pause(),
    });
  const state$ = new BehaviorSubject<OutboxState>(view());
  const outcomes$ = new Subject<OutboxOutcome>();
  const tried$ = new Subject<void>();
  let showing = false;
  /** Many changes at once are shown once: a view of ten thousand counts is not made for each of them. */
  const show = () => {
    if (showing || disposed) return;
    showing = true;
    queueMicrotask(() => {
      showing = false;
      if (!disposed) state$.next(view());
    });
  };

  const sender = createSender({
    ...ports,
    ledger,
    schedule,
    onLost: () => tabs.lost(),
    onTried: () => {
      show();
      tried$.next();
    },
  });
  const load = () => {
    ledger.load().then(
      () => {
        ready = true;
        show();
        sender.pump();
      },
      // Confirm says it; the next wake tries again.
      () => undefined,
    );
  };
  load();

  const onEpoch = (epoch: number | null) => {
    sends = epoch !== null;
    if (!ready) load();
    show();
    sender.setEpoch(epoch);
  };
  const tabs =
    ports.tabs === null
      ? noTabs(onEpoch)
      : createTabs({ ...ports.tabs, timers: ports.timers, ledger, tab: mintKey(), onEpoch });

  const changed = ledger.changes$.subscribe(changes => {
    for (const change of changes) {
      const outcome = outcomeOf(change);
      if (outcome !== null) outcomes$.next(outcome);
    }
    show();
    sender.pump();
    if (changes.some(({ after }) => after?.state === 'done')) ledger.prune().catch(() => undefined);
  });
  const onMessage = (message: TabMessage) => {
    if (message.type === 'changed') ledger.refresh(message.ids).catch(() => undefined);
    if (message.type === 'send-now') wake('send-now');
  };
  const heard = channel?.messages$.subscribe(onMessage);
  const wake = (by: Parameters<Schedule['wake']>[0]) => {
    schedule.wake(by);
    if (!ready) load();
    tabs.look();
    sender.pump();
    show();
  };
  const woken = ports.wake$.subscribe(wake);

  /** A person's word on one record, decided on what the store holds now. */
  const command = (
    id: string,
    plan: (record: OutboxRecord, lane: readonly OutboxRecord[], tx: LedgerTransaction) => Plan | Promise<Plan>,
  ): Promise<CommandResult> =>
    guarded(() =>
      ledger.write(async tx => {
        const record = await tx.get(id);
        if (record === null) return { ok: false, kind: 'not-found' };
        const planned = await plan(record, await tx.lane(record), tx);
        if (!planned.ok) return planned;
        for (const old of planned.remove) await tx.remove(old);
        for (const each of planned.put) await tx.put(each);
        return { ok: true };
      }),
    );
  const discardOf = (kind: Discard['kind'], reason: string, by: string): Discard => ({
    kind,
    reason,
    by,
    at: clock.now(),
  });
  const openOf = async (tx: LedgerTransaction, listId: string) =>
    (await tx.open()).filter(record => record.listId === listId);

  return {
    state$,
    outcomes$,
    confirm: async (listId, request, context) => {
      const saved = await guarded(() =>
        ledger.write(async tx => {
          // Asked together, since somebody waits for it; a place in the order that is not used leaves a gap.
          const [same, lane, seq] = await Promise.all([
            tx.get(request.key),
            tx.lane({ listId, identity: request.identity }),
            tx.nextSeq(1),
          ]);
          // The same press twice, or a transaction that ran twice: it is saved.
          if (same !== null) return { ok: true, id: request.key, where: 'device' } as const;
          const plan = planConfirm(lane, { partition, seq, listId, request, context });
          if (!plan.ok) return { ok: false, kind: 'changed-here', pending: plan.pending } as const;
          for (const each of plan.superseded) await tx.put(each);
          await tx.put(plan.record);
          return { ok: true, id: plan.record.id, where: 'device' } as const;
        }),
      );
      return saved.ok && store.storage !== 'device' ? atHost(saved.id) : saved;
    },
    pendingFor: (listId, identity) => pendingOf(mirror.lane({ listId, identity })),
    sendNow: () => {
      wake('send-now');
      channel?.post({ type: 'send-now' });
    },
    retry: id => command(id, planRetry),
    resolve: (id, answer) => command(id, (record, lane) => planAnswer(lane, record, answer, mintKey(), clock.now())),
    discard: (id, reason, by) =>
      mirror.quarantined.has(id)
        ? guarded(() =>
            ledger.write(async tx => {
              await tx.discardUnread(id, discardOf('discarded', reason, by));
              return { ok: true } as const;
            }),
          )
        : command(id, record => planDiscard(record, discardOf('discarded', reason, by))),
    withdraw: (id, by) =>
      command(id, async (record, lane, tx) => {
        const ids = [record.id, ...record.previousIds];
        const superseded: OutboxRecord[] = [];
        for (const each of mirror.all()) {
          if (each.supersededBy === null || !ids.includes(each.supersededBy)) continue;
          const now = await tx.get(each.id);
          if (now?.state === 'superseded') superseded.push(now);
        }
        return planWithdraw(lane, record, superseded, discardOf('withdrawn', '', by));
      }),
    takeBack: id => command(id, (record, lane) => planTakeBack(lane, record)),
    retryList: listId =>
      guarded(() =>
        ledger.write(async tx => {
          for (const record of await openOf(tx, listId)) {
            if (record.reason?.kind !== 'list-closed') continue;
            const plan = planRetry(record);
            if (plan.ok) for (const each of plan.put) await tx.put(each);
          }
          return { ok: true } as const;
        }),
      ),
    reassign: (listId, toListId) =>
      guarded(() =>
        ledger.write(async tx => {
          const moving = await openOf(tx, listId);
          let seq = await tx.nextSeq(moving.length);
          for (const lane of lanesOf(moving)) {
            const { put, remove } = planReassign(lane, toListId, () => ({ id: mintKey(), seq: seq++ }));
            for (const old of remove) await tx.remove(old);
            for (const each of put) await tx.put(each);
          }
          return { ok: true } as const;
        }),
      ),
    exportRecords: async () => {
      const records = await store.transact('readonly', tx => tx.all());
      return JSON.stringify({ partition, exportedAt: new Date(clock.now()).toISOString(), records }, null, 2);
    },
    forgetFinished: () => guarded(() => ledger.forgetFinished().then(() => ({ ok: true }) as const)),
    unfinished: () => [...mirror.open()].length,
    dispose: () => {
      if (disposed) return;
      disposed = true;
      for (const each of [changed, heard, woken]) each?.unsubscribe();
      sender.dispose();
      state$.complete();
      outcomes$.complete();
      tried$.complete();
      void tabs.dispose().then(() => {
        channel?.close();
        store.close();
      });
    },
  };

  /** Where nothing outlives the page, only the host's word makes a count safe: it is tried at once, and waited for. */
  async function atHost(id: string): Promise<Saved | SaveFailure> {
    const disposed: Disposed = {
      ok: false,
      kind: 'no-storage',
      cause: new StorageUnavailableError('The outbox was disposed of'),
    };
    const answers$ = merge(ledger.changes$.pipe(map(() => false)), tried$.pipe(map(() => true))).pipe(
      map(tried => answerNow(id, tried)),
      filter(answer => answer !== null),
    );
    const known = answerNow(id, false);
    if (known !== null && isLast(known)) return known;
    const answered = firstValueFrom(answers$, { defaultValue: disposed });
    wake('send-now');
    const first = await answered;
    if (isLast(first)) return first;
    return { ...first, later: firstValueFrom(answers$.pipe(filter(isLast)), { defaultValue: disposed }) };
  }

  function answerNow(id: string, tried: boolean): HostAnswer | null {
    const record = mirror.get(id);
    if (record === undefined) return null;
    const [first] = mirror.lane(record);
    return answerTo(record, { first, tried, pause: schedule.pause() });
  }
}

type Disposed = Extract<SaveFailure, { readonly kind: 'no-storage' }>;

function isLast(
  answer: HostAnswer | Disposed,
): answer is Exclude<HostAnswer | Disposed, { readonly kind: 'no-answer' }> {
  return answer.ok || answer.kind !== 'no-answer';
}

/** What people wait for, wherever it was found out. */
function outcomeOf({ before, after }: LedgerChange): OutboxOutcome | null {
  if (after === null) return null;
  if (after.state === 'done' && before?.state !== 'done') return { type: 'done', record: after };
  if (after.reason !== null && before?.state !== 'attention') {
    return { type: 'attention', record: after, reason: after.reason };
  }
  return null;
}

/** A disk's failure is an answer. */
async function guarded<T>(work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StorageFullError) return { ok: false, kind: 'quota' } as const;
    if (error instanceof StorageUnavailableError) return { ok: false, kind: 'no-storage', cause: error } as const;
    throw error;
  }
}

function lanesOf(records: readonly OutboxRecord[]): Iterable<readonly OutboxRecord[]> {
  const lanes = new Map<string, OutboxRecord[]>();
  for (const record of records) lanes.set(laneOf(record), [...(lanes.get(laneOf(record)) ?? []), record]);
  return lanes.values();
}
