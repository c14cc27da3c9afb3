import type { CountRequest } from '../../domain/count-request.ts';
import { type CountRow, type OperatorName, isSameVersion } from '../../domain/inventory.ts';
import { isEqual } from '../../domain/decimal.ts';
import type { HistoryEntry, RowHistory } from '../../domain/row-history.ts';
import type { HostCapabilities } from '../../services/inventory-gateway.ts';
import { quantitiesOf } from '../../domain/record-count.ts';
import { sameQuantities } from '../../domain/same-quantities.ts';
import type { OutboxRecord } from '../record.ts';
import { sentOf } from '../standing.ts';

/**
 * What is to be done with a count that was sent and never answered, once the row has been read back. Only for hosts
 * without keys: with them the same request is sent again, and the host knows.
 *
 * With versions: the row in the version it was decided on means "not yet", and sending again is safe, since only one of
 * the two can still be applied. Without: a Replace whose row stands as it was may be sent again, an Add never, as the
 * first may still be on its way.
 *
 * A row that looks as if the count were in it proves nothing: the same quantity may have been counted before, and then
 * this one would be lost without a word.
 */
export function settleDoubt(
  record: OutboxRecord,
  row: CountRow | null,
  { versions }: Pick<HostCapabilities, 'versions'>,
): 'resend' | 'ask' {
  const wire = sentOf(record)?.wire;
  const isAsDecided = sameQuantities(quantitiesOf(row), record.decidedOn.quantities);
  if (versions) {
    // A host that was put back from a backup gives a version out twice.
    return isAsDecided && isSameVersion(row?.version ?? null, wire?.baseVersion ?? null) ? 'resend' : 'ask';
  }
  return wire?.mode !== 'add' && isAsDecided ? 'resend' : 'ask';
}

/** What a row's history says of a count in doubt. `absent`: it is not there, and nothing older is kept from us. */
export type Evidence = 'applied' | 'absent' | 'none' | { readonly by: OperatorName };

/**
 * `by`: it has the very key, in another operator's name. By its moment alone, one of another operator is no proof of either:
 * the sign-in may have changed beneath the request.
 */
export function evidenceOf(wire: CountRequest, user: string, { entries, more }: RowHistory): Evidence {
  if (entries.some(entry => entry.operator.userName === user && isFor(wire, entry))) return 'applied';
  const asAnother = entries.find(({ key }) => key === wire.key);
  if (asAnother !== undefined) return { by: asAnother.operator };
  return more || entries.some(entry => isFor(wire, entry)) ? 'none' : 'absent';
}

/** By its key; or, where the host keeps none, by what only this confirmation has: its device and its very moment. */
function isFor(wire: CountRequest, entry: HistoryEntry): boolean {
  if (entry.key !== null) return entry.key === wire.key;
  if (wire.device == null || wire.confirmedAt == null || entry.confirmedAt === null) return false;
  return (
    entry.device === wire.device &&
    Date.parse(entry.confirmedAt) === Date.parse(wire.confirmedAt) &&
    entry.entered?.unit === wire.entry.unit &&
    isEqual(entry.entered.quantity, wire.entry.quantity)
  );
}
