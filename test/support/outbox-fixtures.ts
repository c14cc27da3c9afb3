import type { OutboxRecord, OutboxState } from '../../src/outbox/types.ts';
import { NO_OUTBOX } from '../../src/session/state/device-state.ts';
import { type Change, changed, record as confirmed, pieces } from '../outbox/records.ts';

export { asking, discarded, done } from '../outbox/records.ts';

let made = 0;

/** A count of 5 pieces of ART-118 at A-01-02, added to 12, that waits to be sent. */
export function record(change: Change = {}): OutboxRecord {
  const seq = ++made;
  const added = confirmed({
    id: `key-${seq}`,
    seq,
    request: {
      mode: 'add',
      barcode: 'Item-MOB-ART-118',
      baseVersion: 3,
      device: 'TC22-04',
      confirmedAt: '2026-11-22T08:40:00.000Z',
    },
    decidedOn: { locationDescription: 'Raft A-01-02', quantities: pieces('12') },
    projected: pieces('17'),
  });
  return changed(added, change);
}

export function outbox(change: Partial<OutboxState> = {}): OutboxState {
  return { ...NO_OUTBOX, ready: true, sender: true, ...change };
}
