import { quantitiesOf } from '../domain/record-count.ts';
import { sameQuantities } from '../domain/same-quantities.ts';
import { type CountRow, type RowVersion, isClosed, isSameVersion } from '../domain/inventory.ts';
import { RefusedError } from '../services/errors.ts';
import type { HostCapabilities } from '../services/inventory-gateway.ts';
import { evidenceOf } from './decide/doubt.ts';
import { IN_FLIGHT_LIMIT } from './decide/next.ts';
import { afterOutcome, outcomeOfRead } from './decide/outcome.ts';
import type { Ledger, LedgerTransaction } from './ledger.ts';
import { bySeq } from './mirror.ts';
import type { OutboxPorts } from './ports.ts';
import type { OutboxRecord } from './record.ts';
import { finishedAt, laneOf, rowAtHost, sentOf } from './standing.ts';
import type { StorageWatch } from './storage-watch.ts';
import { StorageFullError } from './store/store.ts';

/** What this device knows of the data base behind the host's address. */
export interface KnownHost {
  /** As the host named it last; `null`: it did not. */
  readonly epoch: string | null;
  /** What was confirmed up to this place in the order was decided on an earlier one: its versions and keys mean nothing here. */
  readonly since: number;
  /** It became another one, and what the earlier one acknowledged has not been looked for yet. */
  readonly isUnchecked: boolean;
}

export type HostCheckPorts = Pick<OutboxPorts, 'gateway' | 'user'> & {
  readonly ledger: Ledger;
  readonly storage: StorageWatch;
};

/**
 * Keeps which data base it is. Another one than before, so a restored one too: all that was known of it is in question.
 * `heard`: what this tab knows of it, where the store that kept it is gone.
 */
export async function noteEpoch(
  ledger: Pick<Ledger, 'write'>,
  host: Pick<HostCapabilities, 'epoch'>,
  heard: KnownHost | null,
): Promise<KnownHost> {
  const epoch = host.epoch ?? null;
  let found: KnownHost | null = null;
  const noted = ledger.write(async ({ meta }) => {
    const kept = knownHost(await meta.getMeta('data-base'));
    const before = kept ?? heard;
    if (kept !== null && kept.epoch === epoch) return kept;
    const last = await meta.getMeta('seq');
    found =
      before === null || before.epoch === epoch
        ? { epoch, since: 0, ...before, isUnchecked: before?.isUnchecked ?? false }
        : { epoch, since: typeof last === 'number' ? last : 0, isUnchecked: true };
    await meta.putMeta('data-base', found);
    return found;
  });
  return noted.catch((error: unknown) => {
    // On a full disk it is found anew by each start.
    if (error instanceof StorageFullError && found !== null) return found;
    throw error;
  });
}

function knownHost(raw: unknown): KnownHost | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { epoch, since, isUnchecked } = raw as Partial<Record<keyof KnownHost, unknown>>;
  return {
    epoch: typeof epoch === 'string' ? epoch : null,
    since: typeof since === 'number' ? since : 0,
    isUnchecked: isUnchecked === true,
  };
}

/**
 * Looks whether the host still has what it acknowledged; what it has not stands before a person. A backup takes back what
 * came last: so that is looked at, and all else only where it is gone, where the data base is another one, or where
 * something made one `doubt`. A host that names its data base says so only of what it knows: files put back behind its back
 * bear the name of before.
 *
 * `seen`: the rows of which that is known by now, with the data base. What a host refuses to show, perhaps this time
 * only, is left for the next; resolves with whether there is none of that. Rejects where the host does not answer.
 */
export async function findLost(
  ports: HostCheckPorts,
  host: HostCapabilities,
  known: KnownHost,
  doubt: boolean,
  seen: Set<string>,
): Promise<boolean> {
  const lanes = acknowledged(ports.ledger);
  const latest = latestOf(lanes);
  let isSuspect = known.isUnchecked || doubt;
  const unseen = new Set<Lane>();
  const nameOf = ([first]: Lane) => `${known.epoch} ${laneOf(first)}`;
  const isLost = async (lane: Lane) => {
    const found = await checkLane(ports, host, known, lane);
    if (found === 'unseen') unseen.add(lane);
    else seen.add(nameOf(lane));
    return found === 'lost';
  };
  for (const lane of latest) {
    if (!(await isLost(lane))) continue;
    isSuspect = true;
    seen.clear();
  }
  if (!isSuspect) return true;
  for (const lane of lanes) if (!latest.includes(lane) && !seen.has(nameOf(lane))) await isLost(lane);
  if (unseen.size > 0) return false;
  await settled(ports, known);
  return true;
}

async function settled(ports: HostCheckPorts, known: KnownHost): Promise<void> {
  if (known.isUnchecked) await write(ports, ({ meta }) => meta.putMeta('data-base', { ...known, isUnchecked: false }));
}

/** Whoever looks goes on to send: a storage that does not answer must not hold that up without a word. */
function write({ ledger, storage }: HostCheckPorts, work: (tx: LedgerTransaction) => Promise<void>): Promise<void> {
  return storage.inTime(storage.watch(ledger.write(work)));
}

/** Several are under way at once, so that the one confirmed last need not be the one acknowledged last. */
function latestOf(lanes: readonly Lane[]): readonly Lane[] {
  const endOf = (lane: Lane) => Math.max(...lane.map(record => finishedAt(record) ?? 0));
  const byEnd = [...lanes].sort((a, b) => endOf(a) - endOf(b));
  return [...new Set([...lanes.slice(-1), ...byEnd.slice(-IN_FLIGHT_LIMIT)])];
}

/** The counts of one row that were acknowledged, at least one. */
type Lane = readonly [OutboxRecord, ...OutboxRecord[]];

/** What the host has said it has, row by row; the row of the latest is the last. */
function acknowledged(ledger: Ledger): readonly Lane[] {
  const done = [...ledger.mirror.all()].filter(({ fate }) => fate.kind === 'done' && fate.row !== null).sort(bySeq);
  const lanes = new Map<string, Lane>();
  for (const record of done) {
    const [first, ...others] = lanes.get(laneOf(record)) ?? [];
    lanes.delete(laneOf(record));
    lanes.set(laneOf(record), first === undefined ? [record] : [first, ...others, record]);
  }
  return [...lanes.values()];
}

/** Whether anything is gone of what one row was said to contain; then that is put before a person. */
async function checkLane(
  ports: HostCheckPorts,
  host: HostCapabilities,
  known: KnownHost,
  lane: Lane,
): Promise<'lost' | 'there' | 'unseen'> {
  const found = await look(ports, host, known, lane);
  if (found === null) return 'unseen';
  if (found.lost.length === 0) return 'there';
  const { row, lost, maybeApplied } = found;
  await write(ports, async tx => {
    for (const { id } of lost) {
      const now = await tx.get(id);
      const outcome = { kind: 'attention', reason: { kind: 'lost', row, maybeApplied } } as const;
      if (now?.fate.kind === 'done') await tx.put(afterOutcome(now, outcome, 0));
    }
  });
  return 'lost';
}

interface Found {
  readonly row: CountRow | null;
  readonly lost: readonly OutboxRecord[];
  /** Nothing tells for sure. */
  readonly maybeApplied: boolean;
}

/** `null`: the host does not let one look. */
async function look(
  { gateway, user }: HostCheckPorts,
  host: HostCapabilities,
  { isUnchecked }: KnownHost,
  lane: Lane,
): Promise<Found | null> {
  const last = lane.at(-1) ?? lane[0];
  const { listId, request } = last;
  try {
    const row = await gateway.row(listId, request.identity);
    if (row === null) {
      // What becomes of the rows of a closed list is the host's.
      return { row, lost: isClosed(await gateway.list(listId)) ? [] : lane, maybeApplied: false };
    }
    if (host.history === true && gateway.rowHistory !== undefined) {
      const history = await gateway.rowHistory(listId, row.id);
      const isAbsent = (record: OutboxRecord) => {
        const wire = sentOf(record)?.wire;
        return wire !== undefined && evidenceOf(wire, user, history) === 'absent';
      };
      return { row, lost: lane.filter(isAbsent), maybeApplied: false };
    }
    const { version } = row;
    if (host.versions === 'ascending') {
      const behind = lane.filter(record => isBehind(version, rowAtHost(record)));
      const again = lane.filter(record => isVersionOfAnother(row, rowAtHost(record)));
      return { row, lost: [...behind, ...again], maybeApplied: behind.length === 0 };
    }
    const before = rowAtHost(last);
    const isAsItWas =
      (host.versions && isSameVersion(version, before?.version ?? null)) ||
      sameQuantities(quantitiesOf(row), quantitiesOf(before));
    return { row, lost: isUnchecked && !isAsItWas ? [last] : [], maybeApplied: true };
  } catch (error) {
    if (error instanceof RefusedError && error.refusal === 'unknown-list') {
      return { row: null, lost: lane, maybeApplied: false };
    }
    if (outcomeOfRead(error).kind === 'attention') return null;
    throw error;
  }
}

/** Whether a row is at an earlier version than it was known in, of those that are whole numbers and rise. */
export function isBehind(version: RowVersion, known: CountRow | null): boolean {
  return known !== null && isWhole(version) && isWhole(known.version) && BigInt(version) < BigInt(known.version);
}

/** Whether a row is in the version in which it was known and is another one: a version that rises was given out twice. */
export function isVersionOfAnother(row: CountRow, known: CountRow | null): boolean {
  if (known === null || !isWhole(row.version) || !isSameVersion(row.version, known.version)) return false;
  const isByAnother =
    row.operator !== null && known.operator !== null && row.operator.userName !== known.operator.userName;
  return isByAnother || !sameQuantities(quantitiesOf(row), quantitiesOf(known));
}

function isWhole(version: RowVersion): boolean {
  return /^\d+$/.test(String(version));
}
