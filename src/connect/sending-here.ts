import { askForPersistence, browserPartitions, storeOf } from '../outbox/browser-partitions.ts';
import { type OtherPartitions, bringHere, countsElsewhere, label } from '../outbox/other-partitions.ts';
import type { PartitionOwner } from '../outbox/partition.ts';
import type { Sending, SendingPorts } from '../outbox/sending-ports.ts';
import { startSending } from '../outbox/sending.ts';
import type { OutboxStore } from '../outbox/store/store.ts';

export { startSending };

/** Whose counts are sent, and by which name their partition goes. */
export interface Here {
  readonly owner: PartitionOwner;
  readonly store: OutboxStore;
  readonly nameOf: OtherPartitions['nameOf'];
}

/** Sends what this device keeps, wherever on it that is. */
export function startSendingHere(ports: SendingPorts, { owner, store, nameOf }: Here): Sending {
  // Nothing is brought from a disk into memory.
  if (store.storage !== 'device') return startSending(ports);
  const others = browserPartitions(nameOf);
  const { ledger, onStatus } = ports;
  let isBrought = false;
  const look = async () => onStatus({ elsewhere: await countsElsewhere(others, owner) });
  const bring = async () => {
    await label(store, owner);
    await bringHere(others, owner, ledger);
    await look();
  };
  // Where the store does not answer, the next start looks again.
  const quietly = (work: Promise<void>) => void work.catch(() => undefined);
  const sending = startSending({
    ...ports,
    transfer: { owner, nameOf, storeOf },
    onStatus: status => {
      onStatus(status);
      if (status.sender !== true || isBrought) return;
      isBrought = true;
      quietly(bring());
    },
  });
  quietly(look());
  quietly(askForPersistence().then(persisted => onStatus({ persisted })));
  return sending;
}
