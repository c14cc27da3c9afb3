import { type CountIdentity, identityKey } from '../domain/count-identity.ts';
import type { CountRow, ListProgress } from '../domain/inventory.ts';
import type { OutboxRecord, Sent } from './record.ts';

/** How a count stands, in the terms in which it is decided what to do with it. */

/** Unfinished: the host does not have it yet, or nobody knows. */
export function isOpen({ fate: { kind } }: OutboxRecord): boolean {
  return kind !== 'done' && kind !== 'superseded' && kind !== 'discarded';
}

/** Never on its way to the host: it can still be taken back or overwritten without a trace there. */
export function isUnsent({ fate }: OutboxRecord): boolean {
  return fate.kind === 'queued' && fate.sent === null;
}

export function sentOf({ fate }: OutboxRecord): Sent | null {
  return fate.kind === 'superseded' ? null : fate.sent;
}

export function attemptsOf(record: OutboxRecord): number {
  return sentOf(record)?.attempts ?? 0;
}

/** It may be applied, as far as this device knows. */
export function isInDoubt(record: OutboxRecord): boolean {
  return sentOf(record)?.doubt === true;
}

/** When nothing more was to be done about it: milliseconds since 1970; `null`: it is open. */
export function finishedAt({ fate }: OutboxRecord): number | null {
  if (fate.kind === 'discarded') return fate.discard.at;
  return 'at' in fate ? fate.at : null;
}

/** The host's row, where it has the count. */
export function rowAtHost({ fate }: OutboxRecord): CountRow | null {
  return 'row' in fate ? fate.row : null;
}

/** How far the list is, where the host said it with the count. */
export function progressAtHost({ fate }: OutboxRecord): ListProgress | null {
  return fate.kind === 'done' ? fate.progress : null;
}

/** Which row of which list a count is for: those for one row are sent in their order. */
export interface LaneKey {
  readonly listId: string;
  readonly request: { readonly identity: CountIdentity };
}

/** One text for each row of each list. Worked out once for each record: ten thousand of them are gone through often. */
export function laneOf(of: LaneKey): string {
  const lane = lanes.get(of) ?? laneName(of.listId, of.request.identity);
  lanes.set(of, lane);
  return lane;
}
const lanes = new WeakMap<object, string>();

export function laneName(listId: string, identity: CountIdentity): string {
  return JSON.stringify([listId, identityKey(identity)]);
}
