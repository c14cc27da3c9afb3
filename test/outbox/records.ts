import type { CountRequest } from '../../src/domain/count-request.ts';
import type { CountRow } from '../../src/domain/inventory.ts';
import type { RowQuantities } from '../../src/domain/record-count.ts';
import { planConfirm } from '../../src/outbox/decide/confirm.ts';
import { firstSend } from '../../src/outbox/decide/first-send.ts';
import type { AttentionReason, DecidedOn, Discard, Fate, OutboxRecord, Sent } from '../../src/outbox/record.ts';
import { sentOf } from '../../src/outbox/standing.ts';
import { identity, item } from '../support/fixtures.ts';

export const PARTITION = 'ana on this host';
export const NOW = Date.UTC(2026, 10, 22, 8, 32);

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
    device: 'TC21-7',
    confirmedAt: '2026-11-22T08:32:00.000Z',
    ...change,
  };
}

export function decidedOn(change: Partial<DecidedOn> = {}): DecidedOn {
  return {
    item: { item: item(), variant: null },
    locationDescription: 'Raft A',
    quantities: null,
    follows: null,
    ...change,
  };
}

/** What a test changes of a record, wherever in it that stands; its key is its id. */
export type Change = Partial<Omit<OutboxRecord, 'request' | 'decidedOn'>> & {
  readonly request?: Partial<Omit<CountRequest, 'key'>>;
  readonly decidedOn?: Partial<DecidedOn>;
};

export function changed(before: OutboxRecord, { request, decidedOn, ...change }: Change): OutboxRecord {
  const id = change.id ?? before.id;
  return {
    ...before,
    ...change,
    id,
    request: { ...before.request, ...request, key: id },
    decidedOn: { ...before.decidedOn, ...decidedOn },
  };
}

/** 5 pieces of ART-118 confirmed as a new row, never sent; each test changes what it is about. */
export function record(change: Change = {}): OutboxRecord {
  const confirmation = {
    partition: PARTITION,
    seq: 1,
    listId: '1',
    request: request(),
    decidedOn: decidedOn(),
    now: NOW,
  };
  const plan = planConfirm([], confirmation);
  if (!plan.ok) throw new Error('Nothing is pending');
  return changed(plan.record, change);
}

/** What was sent of it, without a usable reply. */
export function sentFrom(record: OutboxRecord, change: Partial<Sent> = {}): Sent {
  const first = firstSend(record, {});
  if (first.kind !== 'send') throw new Error('It is sent without asking');
  return { wire: first.wire, attempts: 1, firstAt: NOW, doubt: true, trouble: { kind: 'unreachable' }, ...change };
}

/** The same after a send that got no reply. */
export function doubtful(change: Change = {}, sent: Partial<Sent> = {}): OutboxRecord {
  const before = record(change);
  return { ...before, fate: { kind: 'unknown', sent: sentFrom(before, sent) } };
}

/** The same on its way, for the first time unless `sent` says otherwise. */
export function sending(change: Change = {}, sent: Partial<Sent> = {}): OutboxRecord {
  const before = record(change);
  return { ...before, fate: { kind: 'sending', sent: sentFrom(before, { doubt: false, ...sent }), lease: '1:1' } };
}

/** The same, about which a person is asked; with what was sent of it, if anything was. */
export function asking(reason: AttentionReason, of: OutboxRecord = record()): OutboxRecord {
  return { ...of, fate: { kind: 'attention', sent: sentOf(of), reason } };
}

export function done(row: CountRow | null = null, at = NOW): Fate {
  return { kind: 'done', sent: null, row, progress: null, at };
}

export function discarded(discard: Partial<Discard> = {}): Fate {
  const word: Discard = { kind: 'discarded', reason: 'counted twice', by: 'Elena', at: NOW, ...discard };
  return { kind: 'discarded', sent: null, discard: word, reason: null, row: null };
}
