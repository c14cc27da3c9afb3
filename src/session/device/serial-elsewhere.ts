import { identityKey } from '../../domain/count-identity.ts';
import type { CountedSerial } from '../../domain/counted-serial.ts';
import { isEqual } from '../../domain/decimal.ts';
import type { CountRow } from '../../domain/inventory.ts';
import { openRecords } from '../../outbox/view.ts';
import type { DeviceContext } from './device-context.ts';
import type { RecordEffect } from './saving.ts';

/**
 * Where else the serial number of a count is counted: by the host, or by this device's copy where that is silent, and by
 * counts of this device that the host does not have yet. None for what is not there, or is counted here already:
 * that is no second place. What nobody can say is left to the host. Never rejects.
 */
export async function placesElsewhere(
  { work, state, capabilities }: DeviceContext,
  { listId, request, decidedOn: { base } }: RecordEffect,
): Promise<readonly CountedSerial[]> {
  const { identity } = request;
  const { serial } = identity;
  const { opened, search, outbox } = state();
  if (serial === null || opened?.list == null || isEqual(request.entry.quantity, '0') || isThere(base)) return [];
  const { inventory } = opened.list;
  const lists = [opened.list, ...search.lists];
  // Nobody may have searched for it: the page has named it, or an outbox of before has counts for it.
  const listOf = (id: string) => lists.find(list => list.id === id) ?? work.gateway.list(id).catch(() => null);
  const ofItem = (each: { readonly itemClass: string; readonly itemCode: string }) =>
    each.itemClass === identity.itemClass && each.itemCode === identity.itemCode;

  const places = new Map<string, CountedSerial>();
  const keyOf = (place: { listId: string; warehouse: string; location: string }) =>
    JSON.stringify([place.listId, place.warehouse, place.location]);
  for (const place of await atHost(work, capabilities, listId, serial)) {
    if (ofItem(place)) places.set(keyOf(place), place);
  }
  if (capabilities.serials !== true) {
    for (const row of opened.rows.atHost) {
      if (row.serial !== serial || !ofItem(row) || !isThere(row)) continue;
      const place = { ...row, listId, inventory: inventory.number, row: opened.list.row };
      places.set(keyOf(place), place);
    }
  }
  for (const record of openRecords(outbox)) {
    const { identity: counted, confirmedAt = null } = record.request;
    if (counted.serial !== serial || !ofItem(counted)) continue;
    if (identityKey(counted) === identityKey(identity) && record.listId === listId) continue;
    const list = await listOf(record.listId);
    if (list?.inventory.id !== inventory.id) continue;
    const place = {
      ...counted,
      listId: record.listId,
      inventory: inventory.number,
      row: list.row,
      countedAt: confirmedAt,
    };
    // A later count may say that it is not there after all.
    if (isEqual(record.projected.quantity, '0')) places.delete(keyOf(place));
    else places.set(keyOf(place), place);
  }
  places.delete(keyOf({ ...identity, listId }));
  return [...places.values()];
}

/** Counted, and not as absent. */
function isThere(row: CountRow | null): boolean {
  return row !== null && row.quantity !== null && !isEqual(row.quantity, '0');
}

async function atHost(
  { gateway }: DeviceContext['work'],
  { serials }: DeviceContext['capabilities'],
  listId: string,
  serial: string,
): Promise<readonly CountedSerial[]> {
  if (serials !== true || gateway.serials === undefined) return [];
  return gateway.serials(listId, serial).then(
    ({ matches }) => matches,
    () => [],
  );
}
