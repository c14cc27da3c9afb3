import type { CountRequest } from '../../src/domain/counting/state.ts';
import type { RowQuantities } from '../../src/domain/record-count.ts';
import { planConfirm } from '../../src/outbox/decide/confirm.ts';
import { firstSend } from '../../src/outbox/decide/first-send.ts';
import type { CountContext, OutboxRecord } from '../../src/outbox/types.ts';
import { identity, item } from '../support/fixtures.ts';

export const PARTITION = 'ana on this host';

export function pieces(quantity: string): RowQuantities {
  return { quantity, alternativeUnit: null, alternativeQuantity: null };
}

export function request(change: Partial<CountRequest> = {}): CountRequest {
  return {
    key: 'key-0000000000001',
    mode: 'new',
    identity: identity(),
    entry: { quantity: '5', unit: 'buc' },
    baseVersion: null,
    barcode: null,
    ...change,
  };
}

export function context(change: Partial<CountContext> = {}): CountContext {
  return {
    item: item(),
    variantDescription: null,
    locationDescription: 'Raft A',
    base: null,
    follows: null,
    device: 'TC21-7',
    confirmedAt: Date.UTC(2026, 10, 22, 8, 32),
    ...change,
  };
}

/** 5 pieces of ART-118 confirmed as a new row, never sent; each test changes what it is about. */
export function record(change: Partial<OutboxRecord> = {}): OutboxRecord {
  const plan = planConfirm([], { partition: PARTITION, seq: 1, listId: '1', request: request(), context: context() });
  if (!plan.ok) throw new Error('Nothing is pending');
  return { ...plan.record, ...change };
}

/** The same after a send that got no reply. */
export function doubtful(change: Partial<OutboxRecord> = {}): OutboxRecord {
  const sent = record(change);
  const first = firstSend(sent);
  if (first.kind !== 'send') throw new Error('It is sent without asking');
  return { ...sent, state: 'unknown', doubt: true, attempts: 1, wire: first.wire, trouble: { kind: 'unreachable' } };
}
