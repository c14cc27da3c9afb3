import type { CountingEvent } from '../../domain/counting/events.ts';
import type { AttentionWhy } from '../../domain/offline-notice.ts';
import type { AttentionReason, OutboxRecord } from '../../outbox/types.ts';

/**
 * What counting is told of a count that needs a person. A row that changed can be asked about beside the form, where
 * both quantities are known; all else, and whatever may already be contained in the row, is looked at in the outbox.
 */
export function attentionEvent({ id, request, decidedOn }: OutboxRecord, reason: AttentionReason): CountingEvent {
  const { identity, entry, mode } = request;
  const { item } = decidedOn.item;
  if (reason.kind === 'changed' && !reason.maybeApplied && reason.row !== null && reason.row.quantity !== null) {
    return { type: 'changed-at-host', id, row: reason.row, item, entry, mode };
  }
  return { type: 'needs-attention', item: item.code, location: identity.location, why: whyOf(reason) };
}

function whyOf(reason: AttentionReason): AttentionWhy {
  switch (reason.kind) {
    case 'changed':
      return { kind: reason.maybeApplied ? 'uncertain' : 'changed' };
    case 'refused':
      return { kind: 'refused', refusal: reason.refusal };
    case 'uncertain':
    case 'other-operator':
    case 'lost':
    case 'list-closed':
    case 'forbidden':
    case 'rejected':
      return { kind: reason.kind };
  }
}
