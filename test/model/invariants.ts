import assert from 'node:assert/strict';
import { isInDoubt } from '../../src/outbox/standing.ts';
import type { OutboxRecord } from '../../src/outbox/types.ts';
import type { Partition } from './device.ts';
import { type FakeHost, laneName } from './fake-host.ts';
import { type Network, SOMEBODY } from './network.ts';

/** What must hold at every moment, whatever just happened. */
export function checkInvariants(partitions: readonly Partition[], network: Network): void {
  const { host } = network;
  assert.deepEqual(network.violations, []);
  for (const partition of partitions) {
    const records = partition.records();
    checkPromises(partition, records, host);
    // Where what was kept was deleted, a tab begins a new order, of which one that still knows the old one hears later.
    const ordered = (host.can.idempotencyKeys || host.can.versions) && !partition.evicted && host.restored === 0;
    if (ordered) checkOrder(records, host);
    const believed = records.filter(({ id, fate }) => fate.kind === 'done' && !partition.said.has(id));
    const foreign = host.effects.filter(
      ({ userName, key }) =>
        userName !== partition.user && (userName === SOMEBODY ? believed : records).some(({ id }) => id === key),
    );
    assert.deepEqual(foreign, [], 'a count was applied in the name of another user, and believed');
  }
  if (host.can.versions || host.can.idempotencyKeys) {
    const keys = host.effects.map(({ key }) => key);
    assert.deepEqual(keys, [...new Set(keys)], 'a key stands twice in the ledger');
  }
}

/** Each acknowledged confirmation is exactly one of: applied once, pending, asking, given up by a person. */
function checkPromises(partition: Partition, records: readonly OutboxRecord[], host: FakeHost): void {
  for (const { id } of partition.promised) {
    const found = records.filter(record => record.id === id || record.previousIds.includes(id));
    if (found.length === 0 && partition.evicted) {
      assert.ok(partition.isKnownToATab(id), `the acknowledged count ${id} is nowhere any more`);
      continue;
    }
    assert.equal(found.length, 1, `the acknowledged count ${id} is there ${found.length} times`);
    const isSentPast = partition.stalled && (host.can.idempotencyKeys || host.restored > 0);
    for (const record of found) checkApplied(record, host, partition.evicted || isSentPast);
  }
}

/** `isUntold`: the disk need not tell what was sent. */
function checkApplied(record: OutboxRecord, host: FakeHost, isUntold: boolean): void {
  const ids = [record.id, ...record.previousIds];
  const timesOf = (keys: readonly string[]) => host.effects.filter(({ key }) => keys.includes(key)).length;
  const times = timesOf(ids);
  const what = `${record.fate.kind} ${record.request.mode} ${ids.join(', ')} is in the ledger ${times} times`;
  // A tab writes back what it knew last: another one, that is gone, may have sent it since.
  const isOpenOutcome = isInDoubt(record) || record.fate.kind === 'sending' || isUntold;
  if (host.can.idempotencyKeys || host.can.versions) {
    // Nobody knows yet what a backup took back: `checkKnown`.
    if (record.fate.kind === 'done' && host.restored > 0) assert.ok(times <= 1, what);
    else if (record.fate.kind === 'done') assert.equal(times, 1, what);
    else assert.ok(times === 0 || (isOpenOutcome && times === 1), what);
    return;
  }
  // With neither, a Replace may arrive twice, which is the same row; and where a person was asked and decided anew, what
  // they could not know of may still arrive. An Add that nobody was asked about is there once.
  const own = timesOf([record.id]);
  if (record.fate.kind === 'done') assert.ok(times > 0, what);
  if (record.request.mode === 'add') assert.ok(own <= 1, what);
  if (!isOpenOutcome && record.fate.kind !== 'done') assert.equal(own, 0, what);
}

/** The host's ledger names the counts of a row in the order in which they were confirmed. */
function checkOrder(records: readonly OutboxRecord[], host: FakeHost): void {
  const seqOf = new Map(records.map(record => [record.id, record]));
  const last = new Map<string, number>();
  const seen = new Set<string>();
  for (const { key, lane } of host.effects) {
    const record = seqOf.get(key);
    if (record === undefined || seen.has(key)) continue;
    seen.add(key);
    assert.equal(lane, laneName(record.listId, record.request.identity), 'a count is in the row it was for');
    assert.ok(record.seq > (last.get(lane) ?? 0), `${key} was applied before an earlier count of its row`);
    last.set(lane, record.seq);
  }
}

/** In the end nobody believes that the host has what it has lost, where its history or its versions tell. */
export function checkKnown(partition: Partition, host: FakeHost): void {
  for (const { id, fate, listId, request } of partition.records()) {
    if (fate.kind !== 'done' || partition.said.has(id) || host.effects.some(({ key }) => key === id)) continue;
    const row = host.row(listId, request.identity);
    // Two users of one device at the very same moment: where a host keeps no keys, nothing tells them apart.
    const isOfAnother =
      row !== null && host.historyOf(row.id).entries.some(entry => entry.confirmedAt === request.confirmedAt);
    const isHidden =
      isOfAnother || (host.can.history !== true && row !== null && Number(row.version) >= Number(fate.row?.version));
    assert.ok(isHidden, `the host has lost ${id}, and nobody is told`);
  }
}
