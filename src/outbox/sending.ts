import { LedgerCommands } from './commands.ts';
import type { Sending, SendingPorts } from './sending-ports.ts';
import { Schedule } from './schedule.ts';
import { Sender } from './sender.ts';
import { SharedTabs, noTabs } from './tabs.ts';

/**
 * The half of the outbox that brings counts to the host, and carries out what a person says of them. What saves a count
 * does without it, so that it may be loaded later: until then counts wait.
 */
export function startSending(ports: SendingPorts): Sending {
  const { ledger, clock, timers, onStatus } = ports;
  const schedule = new Schedule(clock, ports.random);
  let sends = false;
  let oldTab = false;
  const tell = (tried: boolean) => onStatus({ sends, oldTab, pause: schedule.pause() }, tried);

  const sender = new Sender({
    ...ports,
    schedule,
    onLost: () => tabs.lost(),
    onTried: () => tell(true),
  });
  const onEpoch = (epoch: number | null) => {
    sends = epoch !== null;
    tell(false);
    sender.setEpoch(epoch);
  };
  const onOldTab = (isOpen: boolean) => {
    oldTab = isOpen;
    tell(false);
  };
  const tabs =
    ports.tabs === null
      ? noTabs(onEpoch)
      : new SharedTabs({ ...ports.tabs, timers, ledger, tab: ports.mintKey(), onEpoch, onOldTab });

  return {
    commands: new LedgerCommands(ledger, ports),
    pump: () => sender.pump(),
    wake: by => {
      schedule.wake(by);
      tabs.look();
      sender.pump();
      tell(false);
    },
    dispose: () => {
      sender.dispose();
      return tabs.dispose();
    },
  };
}
