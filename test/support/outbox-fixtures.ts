import type { OutboxRecord, OutboxState } from '../../src/outbox/types.ts';
import { NO_OUTBOX } from '../../src/session/state/device-state.ts';
import { identity, item } from './fixtures.ts';

let made = 0;

/** A count of 5 pieces of ART-118 at A-01-02 that waits to be sent. */
export function record(change: Partial<OutboxRecord> = {}): OutboxRecord {
  const seq = ++made;
  return {
    v: 1,
    id: `key-${seq}`,
    partition: 'p',
    seq,
    listId: '1',
    identity: identity(),
    mode: 'add',
    entry: { quantity: '5', unit: 'buc' },
    barcode: 'Item-MOB-ART-118',
    base: {
      quantities: { quantity: '12', alternativeUnit: null, alternativeQuantity: null },
      version: 3,
      follows: null,
    },
    projected: { quantity: '17', alternativeUnit: null, alternativeQuantity: null },
    context: {
      item: item(),
      variantDescription: null,
      locationDescription: 'Raft A-01-02',
      base: { quantity: '12', alternativeUnit: null, alternativeQuantity: null },
      follows: null,
      device: 'TC22-04',
      confirmedAt: Date.parse('2026-11-22T08:40:00Z'),
    },
    state: 'queued',
    reason: null,
    wire: null,
    attempts: 0,
    firstSentAt: null,
    lease: null,
    doubt: false,
    trouble: null,
    previousIds: [],
    row: null,
    progress: null,
    supersededBy: null,
    discard: null,
    finishedAt: null,
    ...change,
  };
}

export function outbox(change: Partial<OutboxState> = {}): OutboxState {
  return { ...NO_OUTBOX, ready: true, sender: true, ...change };
}
