import * as z from 'zod/mini';
import type { CountRequest } from '../domain/count-request.ts';
import { deviceName } from '../domain/device-name.ts';
import { REFUSALS, type Refusal } from '../domain/failure.ts';
import type { CountRow, ItemMatch, ListProgress } from '../domain/inventory.ts';
import type { RowQuantities } from '../domain/record-count.ts';
import { type Agree, type Assert, stored, storedRequest } from '../services/shapes.ts';

/**
 * A count as this device keeps it: its shape, what it is at first, the versions it has had, and how one leads to the
 * next. What is read back is checked: a record written by a newer version, or by nobody in their right mind, must not
 * stop the others.
 */
export interface OutboxRecord {
  readonly v: 2;
  /** The idempotency key: `request.key`. */
  readonly id: string;
  readonly partition: string;
  /** Rises with each confirmation of this partition: the order of sending within one row. */
  readonly seq: number;
  readonly listId: string;
  /** As it was confirmed, and as it will be sent but for what only the host's row can tell. */
  readonly request: CountRequest;
  readonly decidedOn: DecidedOn;
  /** What the row will hold if nothing comes between. */
  readonly projected: RowQuantities;
  /** The keys this confirmation had before a person decided anew; none of them is sent again. */
  readonly previousIds: readonly string[];
  readonly fate: Fate;
}

/** What the form knew at Confirm: the host's row, or what this device projected from its own earlier counts. */
export interface DecidedOn {
  readonly item: ItemMatch;
  readonly locationDescription: string;
  /** `null`: no row was there, or one that nobody had counted. */
  readonly quantities: RowQuantities | null;
  /** The count of this device, not yet finished then, whose projection `quantities` is; `null`: they are the host's. */
  readonly follows: string | null;
}

/**
 * `queued` → `sending` → `done`, or back to `queued` (surely not applied), or `unknown` (perhaps applied), or
 * `attention` (a person decides). `superseded` and `discarded` were never, or shall not be, at the host; they stay in
 * the history. Moments are milliseconds since 1970, for people to read.
 */
export type Fate =
  | { readonly kind: 'queued'; readonly sent: Sent | null }
  /** `lease`: which sender's attempt is in flight; an answer to another attempt is a late one. */
  | { readonly kind: 'sending'; readonly sent: Sent; readonly lease: string }
  | { readonly kind: 'unknown'; readonly sent: Sent }
  | { readonly kind: 'attention'; readonly sent: Sent | null; readonly reason: AttentionReason }
  | {
      readonly kind: 'done';
      readonly sent: Sent | null;
      /** The host's; `null` where only a person said that it is counted. */
      readonly row: CountRow | null;
      /** How far the list is, where the host's reply said it. */
      readonly progress: ListProgress | null;
      readonly at: number;
    }
  | { readonly kind: 'superseded'; readonly by: string; readonly at: number }
  | {
      readonly kind: 'discarded';
      readonly sent: Sent | null;
      readonly discard: Discard;
      /** What a person was asked then; `null`: nothing. */
      readonly reason: AttentionReason | null;
      /** The host's, where it said late that it has the count all the same. */
      readonly row: CountRow | null;
    };

export type RecordState = Fate['kind'];

/** What became of the attempts to send a count under its key; `null` in its place: it never left. */
export interface Sent {
  /** Exactly what was sent first. Frozen: a retry sends the same, and nothing ever rewrites it. */
  readonly wire: CountRequest;
  readonly attempts: number;
  readonly firstAt: number;
  /** An attempt ended without a usable reply: the count may be applied. */
  readonly doubt: boolean;
  readonly trouble: Trouble | null;
}

/** Why a person has to look at a count. */
export type AttentionReason =
  /**
   * The row is not what the count was decided on: Add or Replace again? `row` is the host's now, `null` where it is
   * gone. `maybeApplied`: an earlier attempt got no reply, so the row may already contain this count.
   */
  | { readonly kind: 'changed'; readonly row: CountRow | null; readonly maybeApplied: boolean }
  /** A host without keys gave no reply: "the host shows `row`, you counted this: is it contained?" */
  | { readonly kind: 'uncertain'; readonly row: CountRow | null; readonly maybeApplied: true }
  | { readonly kind: 'list-closed' | 'forbidden' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** A 4xx without a reason we know; `title` is the host's own sentence, to be shown as text. */
  | { readonly kind: 'rejected'; readonly status: number; readonly title: string | null };

/** What went wrong at the last attempt that will be repeated. */
export type Trouble =
  | { readonly kind: 'unreachable' | 'bad-reply' | 'in-progress' | 'interrupted' }
  | { readonly kind: 'host-error'; readonly status: number };

export interface Discard {
  /** `withdrawn`: taken back before it was ever sent. */
  readonly kind: 'withdrawn' | 'discarded';
  /** In the person's own words. */
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}

/** What holds of a count before it was ever on its way under its key. */
export const NEVER_SENT: Fate = { kind: 'queued', sent: null };

const text = z.string();
const number = z.number();
const bool = z.boolean();
const row = z.nullable(stored.row);
const reason = z.union([
  z.object({ kind: z.literal('changed'), row, maybeApplied: bool }),
  z.object({ kind: z.literal('uncertain'), row, maybeApplied: z.literal(true) }),
  z.object({ kind: z.literal(['list-closed', 'forbidden']) }),
  z.object({ kind: z.literal('refused'), refusal: z.literal(REFUSALS) }),
  z.object({ kind: z.literal('rejected'), status: number, title: z.nullable(text) }),
]);
const trouble = z.union([
  z.object({ kind: z.literal(['unreachable', 'bad-reply', 'in-progress', 'interrupted']) }),
  z.object({ kind: z.literal('host-error'), status: number }),
]);
const discard = z.object({ kind: z.literal(['withdrawn', 'discarded']), reason: text, by: text, at: number });
/** Looked at, and taken as it is: the order of its fields too, since a host may go by every character. */
const wire = z.custom<CountRequest>(value => storedRequest.safeParse(value).success);
const attempts = z.object({ wire, attempts: number, firstAt: number, doubt: bool, trouble: z.nullable(trouble) });
const sent = z.nullable(attempts);
/** One after the other is tried: the usual ones first. */
const fate = z.union([
  z.object({ kind: z.literal('queued'), sent }),
  z.object({ kind: z.literal('done'), sent, row, progress: z.nullable(stored.progress), at: number }),
  z.object({ kind: z.literal('sending'), sent: attempts, lease: text }),
  z.object({ kind: z.literal('unknown'), sent: attempts }),
  z.object({ kind: z.literal('attention'), sent, reason }),
  z.object({ kind: z.literal('superseded'), by: text, at: number }),
  z.object({ kind: z.literal('discarded'), sent, discard, reason: z.nullable(reason), row }),
]);
export const recordShape = z.object({
  v: z.literal(2),
  id: text,
  partition: text,
  seq: number,
  listId: text,
  request: storedRequest,
  decidedOn: z.object({
    item: z.object(stored.match),
    locationDescription: text,
    quantities: z.nullable(stored.quantities),
    follows: z.nullable(text),
  }),
  projected: stored.quantities,
  previousIds: z.array(text),
  fate,
});
export type Agreement = Assert<Agree<OutboxRecord, z.output<typeof recordShape>>>;

export const RECORD_VERSION = 2;

/** From the shape of version `n` to that of `n + 1`. */
export type Migrations = Readonly<Record<number, (old: Readonly<Record<string, unknown>>) => object>>;

export const MIGRATIONS: Migrations = { 1: requestAndFate };

/** Version 1 held what is now `request`, `decidedOn` and `fate` side by side; the wire stays, to the letter. */
function requestAndFate(old: Readonly<Record<string, unknown>>): object {
  const { id, identity, mode, entry, barcode, base, context } = flat.parse(old);
  const { item, variantDescription, locationDescription, device, confirmedAt } = context;
  const { quantities, version, follows } = base;
  const variant = identity.variant === null ? null : { code: identity.variant, description: variantDescription ?? '' };
  return {
    v: 2,
    id,
    partition: old['partition'],
    seq: old['seq'],
    listId: old['listId'],
    request: {
      key: id,
      mode,
      identity,
      entry,
      baseVersion: version,
      barcode,
      device: deviceName(device),
      confirmedAt: new Date(confirmedAt).toISOString(),
    },
    decidedOn: { item: { item, variant }, locationDescription, quantities, follows },
    projected: old['projected'],
    previousIds: old['previousIds'],
    fate: fateOf(old),
  };
}

const flat = z.object({
  id: text,
  ...stored.decided,
  entry: z.object(stored.entry),
  barcode: z.nullable(text),
  base: z.object({
    quantities: z.nullable(stored.quantities),
    version: z.nullable(number),
    follows: z.nullable(text),
  }),
  context: z.object({
    item: stored.item,
    variantDescription: z.nullable(text),
    locationDescription: text,
    device: text,
    confirmedAt: number,
  }),
});

function fateOf(old: Readonly<Record<string, unknown>>): object {
  const { state, reason, row, progress, discard, lease } = old;
  const { wire, attempts, firstSentAt, doubt, trouble } = old;
  // One that would be on its way without having been sent anything never left.
  const sent = wire === null ? null : { wire, attempts, firstAt: firstSentAt ?? 0, doubt, trouble };
  switch (state) {
    case 'attention':
      return { kind: state, sent, reason };
    case 'done':
      return { kind: state, sent, row, progress, at: old['finishedAt'] };
    case 'superseded':
      return { kind: state, by: old['supersededBy'], at: old['finishedAt'] };
    case 'discarded':
      return { kind: state, sent, discard, reason, row };
    default:
      if (sent === null) return NEVER_SENT;
      return { kind: state, sent, ...(state === 'sending' && { lease }) };
  }
}
