import type { OutboxRecord } from '../record.ts';
import { attemptsOf, laneOf } from '../standing.ts';

/** Requests on their way at once: more would not be faster on a warehouse's Wi-Fi, and a host serves others too. */
export const IN_FLIGHT_LIMIT = 4;

export interface Traffic {
  readonly inFlight: ReadonlySet<string>;
  readonly blockedLists: ReadonlySet<string>;
  /** Until when a record waits, by the monotonic clock; 0 where it does not. */
  readonly heldUntil: (record: OutboxRecord) => number;
  readonly now: number;
  /** How many may be added to those in flight. */
  readonly room: number;
  /** The host just failed: what was tried least goes first, so that no single record stands in everybody's way. */
  readonly probing: boolean;
}

export interface Next {
  readonly send: readonly OutboxRecord[];
  /** When the first of those that wait may go; `null` where none waits for time alone. */
  readonly wakeAt: number | null;
}

/**
 * What may be sent now, of the unfinished records in their order: the first of each lane, one in flight for each. One
 * that needs a person blocks its own lane only; a closed list blocks its lanes.
 */
export function nextToSend(open: Iterable<OutboxRecord>, traffic: Traffic): Next {
  const { inFlight, blockedLists, heldUntil, now, room, probing } = traffic;
  const lanes = new Set(inFlight);
  const ready: OutboxRecord[] = [];
  let wakeAt: number | null = null;
  for (const record of open) {
    if (!probing && ready.length >= room) break;
    const last = ready.at(-1);
    if (probing && last !== undefined && attemptsOf(last) === 0) break;
    const lane = laneOf(record);
    if (lanes.has(lane)) continue;
    lanes.add(lane);
    if (blockedLists.has(record.listId)) continue;
    if (record.fate.kind !== 'queued' && record.fate.kind !== 'unknown') continue;
    const until = heldUntil(record);
    if (until > now) wakeAt = Math.min(until, wakeAt ?? Infinity);
    else ready.push(record);
  }
  if (probing) ready.sort((a, b) => attemptsOf(a) - attemptsOf(b) || a.seq - b.seq);
  return { send: ready.slice(0, Math.max(0, room)), wakeAt };
}

/** Lists that the host called closed, as long as a count for them needs a person. */
export function blockedLists(open: Iterable<OutboxRecord>): ReadonlySet<string> {
  const lists = new Set<string>();
  for (const { fate, listId } of open)
    if (fate.kind === 'attention' && fate.reason.kind === 'list-closed') lists.add(listId);
  return lists;
}
