import { HostAnswers } from './at-host.ts';
import { LedgerCommands } from './commands.ts';
import { guarded } from './ledger.ts';
import type { Wake } from './ports.ts';
import type { Sending, SendingPorts } from './sending-ports.ts';
import { prune } from './prune.ts';
import { Schedule } from './schedule.ts';
import { Sender } from './sender.ts';
import { StorageWatch } from './storage-watch.ts';
import { SharedTabs, noTabs } from './tabs.ts';
import { exportText, importText } from './transfer.ts';
import type { Pause } from './types.ts';
import { moveIn, syncWithStore } from './write-back.ts';

/**
 * The half of the outbox that brings counts to the host, and carries out what a person says of them. What saves a count
 * does without it, so that it may be loaded later: until then counts wait.
 */
export function startSending(ports: SendingPorts): Sending {
  const { ledger, clock, timers, onStatus } = ports;
  const schedule = new Schedule(clock, ports.random);
  let sends = false;
  let oldTab = false;
  const answers = new HostAnswers(ledger, () => schedule.pause());
  const storage = new StorageWatch(timers, () => tell());
  /** What else holds everything up is said first. */
  const pause = (): Pause | null => {
    const waits = schedule.pause();
    const why = storage.trouble;
    if (why === null) return waits;
    if (waits === null) return { kind: 'storage', until: null, why };
    return waits.kind === 'storage' ? { ...waits, why } : waits;
  };
  const tell = () => onStatus({ sender: sends, oldTab, pause: pause() });

  const sender = new Sender({
    ...ports,
    schedule,
    storage,
    onLost: () => tabs.lost(),
    onTried: () => {
      tell();
      answers.tried();
    },
  });
  /** A tab may have died between writing and telling. */
  const sync = () => {
    tabs.check();
    void syncWithStore(ledger).catch(() => undefined);
  };
  const onEpoch = (epoch: number | null) => {
    sends = epoch !== null;
    tell();
    sender.setEpoch(epoch);
    if (sends && ports.tabs !== null) sync();
  };
  const onOldTab = (isOpen: boolean) => {
    oldTab = isOpen;
    tell();
  };
  const tabs =
    ports.tabs === null
      ? noTabs(onEpoch)
      : new SharedTabs({ ...ports.tabs, timers, ledger, storage, tab: ports.mintKey(), onEpoch, onOldTab, sync });
  const sent = ledger.changes$.subscribe(changes => {
    if (changes.some(({ after }) => after?.fate.kind === 'done')) prune(ledger).catch(() => undefined);
  });
  const evictions = ledger.evicted$.subscribe(() => tabs.evicted());

  const wake = (by: Wake | 'send-now') => {
    schedule.wake(by);
    if (by === 'signed-in') sender.signedIn();
    sender.woken();
    tabs.look();
    sender.pump();
    tell();
    if (by !== 'success') sync();
  };

  return {
    commands: new LedgerCommands(ledger, { ...ports, storage }),
    pump: () => sender.pump(),
    moveIn: () => moveIn(ledger),
    wake,
    atHost: id => answers.to(id, () => wake('send-now')),
    exportRecords: async () => {
      const { store, partition, user } = ports;
      const { origin = '', tenant = '' } = ports.transfer?.owner ?? {};
      const exportedAt = new Date(clock.now()).toISOString();
      const records = await storage.inTime(store.transact('readonly', tx => tx.all()));
      return exportText({ origin, tenant, user, partition, exportedAt, records });
    },
    importRecords: async (text, by) => {
      const { transfer } = ports;
      if (transfer === undefined) return { ok: false, kind: 'not-possible' };
      return guarded(() => storage.inTime(importText(text, { ...transfer, ...by, ledger, now: clock.now() })));
    },
    dispose: () => {
      sent.unsubscribe();
      evictions.unsubscribe();
      answers.dispose();
      sender.dispose();
      return tabs.dispose();
    },
  };
}
