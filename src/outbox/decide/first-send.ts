import type { CountRequest } from '../../domain/count-request.ts';
import type { CountRow, RowVersion } from '../../domain/inventory.ts';
import { quantitiesOf } from '../../domain/record-count.ts';
import { sameQuantities } from '../../domain/same-quantities.ts';
import type { HostCapabilities } from '../../services/inventory-gateway.ts';
import type { AttentionReason, OutboxRecord } from '../record.ts';

/**
 * Whether the row has to be known before the first send: where the count was decided on this device's own earlier one,
 * of which the host may have made something else; and where the host keeps no versions, so that nobody but us would
 * notice that the row is not what the count was decided on.
 */
export function needsRow({ decidedOn }: OutboxRecord, { versions }: Pick<HostCapabilities, 'versions'>): boolean {
  return decidedOn.follows !== null || !versions;
}

export type FirstSend =
  { readonly kind: 'send'; readonly wire: CountRequest } | { readonly kind: 'ask'; readonly reason: AttentionReason };

/** The exact request, frozen: what a retry sends is this, whatever happens to the row meanwhile. */
export function firstSend(record: OutboxRecord, host: Comparing): FirstSend {
  return { kind: 'send', wire: wireOf(record, record.request.baseVersion, host) };
}

/**
 * The first send on a row as the host shows it: where it holds what the count was decided on, its version is what the
 * count is based on; where it does not, a person decides again on what is there.
 */
export function firstSendOn(record: OutboxRecord, row: CountRow | null, host: Comparing): FirstSend {
  if (!sameQuantities(quantitiesOf(row), record.decidedOn.quantities)) {
    return { kind: 'ask', reason: { kind: 'changed', row, maybeApplied: false } };
  }
  return { kind: 'send', wire: wireOf(record, row?.version ?? null, host) };
}

type Comparing = Pick<HostCapabilities, 'baseQuantities'>;

/**
 * Where nobody has counted the row, Add and Replace are its first count: so after what they superseded. Else a host that
 * compares them is told what the row held.
 */
function wireOf(
  { request, decidedOn: { quantities } }: OutboxRecord,
  baseVersion: RowVersion | null,
  { baseQuantities }: Comparing,
): CountRequest {
  if (quantities === null) return { ...request, mode: 'new', baseVersion };
  return { ...request, baseVersion, ...(baseQuantities === true && { baseQuantities: quantities }) };
}
