/**
 * A count as this device keeps it: its shape, what it is at first, the versions it has had, and how one leads to the
 * next. What is read back is checked: a record written by a newer version, or by nobody in their right mind, must not
 * stop the others. Moments are milliseconds since 1970, for people to read.
 */
import * as z from 'zod/mini';
import type { CountRequest } from '../domain/count-request.ts';
import { deviceName } from '../domain/device-name.ts';
import { REFUSALS } from '../domain/failure.ts';
import { type Frozen, stored, storedRequest } from '../services/shapes.ts';

const text = z.string();
const number = z.number();
const bool = z.boolean();
/** The host's. */
const row = z.nullable(stored.row);

/** What the form knew at Confirm: the host's row, or what this device projected from its own earlier counts. */
const decidedOn = z.object({
  item: z.object(stored.match),
  locationDescription: text,
  /** `null`: no row was there, or one that nobody had counted. */
  quantities: z.nullable(stored.quantities),
  /** The count of this device, not yet finished then, whose projection `quantities` is; `null`: they are the host's. */
  follows: z.nullable(text),
});
export type DecidedOn = Frozen<z.output<typeof decidedOn>>;

/** Why a person has to look at a count. */
const reason = z.union([
  /**
   * The row is not what the count was decided on: Add or Replace again? `row` is the host's now, `null` where it is
   * gone. `maybeApplied`: an earlier attempt got no reply, so the row may already contain this count.
   */
  /** `lost`: the host said that it has the count, and has it no more, as after a backup was put back; or perhaps so. */
  z.object({ kind: z.literal(['changed', 'lost']), row, maybeApplied: bool }),
  /**
   * `uncertain`: a host without keys gave no reply: "the host shows `row`, you counted this: is it contained?"
   * `other-operator`: the host has it, as a count of the operator of `row`.
   */
  z.object({ kind: z.literal(['uncertain', 'other-operator']), row, maybeApplied: z.literal(true) }),
  z.object({ kind: z.literal(['list-closed', 'forbidden']) }),
  z.object({ kind: z.literal('refused'), refusal: z.literal(REFUSALS) }),
  /** A 4xx without a reason we know; `title` is the host's own sentence, to be shown as text. */
  z.object({ kind: z.literal('rejected'), status: number, title: z.nullable(text) }),
]);
export type AttentionReason = Frozen<z.output<typeof reason>>;

/** What went wrong at the last attempt that will be repeated. */
const trouble = z.union([
  z.object({ kind: z.literal(['unreachable', 'bad-reply', 'in-progress', 'interrupted']) }),
  z.object({ kind: z.literal('host-error'), status: number }),
]);
export type Trouble = Frozen<z.output<typeof trouble>>;

const discard = z.object({
  /** `withdrawn`: taken back before it was ever sent. */
  kind: z.literal(['withdrawn', 'discarded']),
  /** In the person's own words. */
  reason: text,
  by: text,
  at: number,
});
export type Discard = Frozen<z.output<typeof discard>>;

/** What became of the attempts to send a count under its key; `null` in its place: it never left. */
const attempts = z.object({
  /**
   * Exactly what was sent first. Frozen: a retry sends the same, and nothing ever rewrites it. Looked at, and taken as it
   * is: the order of its fields too, since a host may go by every character.
   */
  wire: z.custom<CountRequest>(value => storedRequest.safeParse(value).success),
  attempts: number,
  firstAt: number,
  /** An attempt ended without a usable reply: the count may be applied. */
  doubt: bool,
  trouble: z.nullable(trouble),
});
const sent = z.nullable(attempts);
export type Sent = Frozen<z.output<typeof attempts>>;

/**
 * `queued` → `sending` → `done`, or back to `queued` (surely not applied), or `unknown` (perhaps applied), or
 * `attention` (a person decides). `superseded` and `discarded` were never, or shall not be, at the host; they stay in
 * the history. One after the other is tried: the usual ones first.
 */
const fate = z.union([
  z.object({ kind: z.literal('queued'), sent }),
  /** `row`: `null` where only a person said that it is counted. `progress`: how far the list is, where the host said it. */
  z.object({ kind: z.literal('done'), sent, row, progress: z.nullable(stored.progress), at: number }),
  /** `lease`: which sender's attempt is in flight; an answer to another attempt is a late one. */
  z.object({ kind: z.literal('sending'), sent: attempts, lease: text }),
  z.object({ kind: z.literal('unknown'), sent: attempts }),
  z.object({ kind: z.literal('attention'), sent, reason }),
  z.object({ kind: z.literal('superseded'), by: text, at: number }),
  /** `reason`: what a person was asked then. `row`: where the host said late that it has the count all the same. */
  z.object({ kind: z.literal('discarded'), sent, discard, reason: z.nullable(reason), row }),
]);
export type Fate = Frozen<z.output<typeof fate>>;
export type RecordState = Fate['kind'];

/** What holds of a count before it was ever on its way under its key. */
export const NEVER_SENT: Fate = { kind: 'queued', sent: null };

export const recordShape = z.object({
  v: z.literal(2),
  /** The idempotency key: `request.key`. */
  id: text,
  partition: text,
  /** Rises with each confirmation of this partition: the order of sending within one row. */
  seq: number,
  listId: text,
  /** As it was confirmed, and as it will be sent but for what only the host's row can tell. */
  request: storedRequest,
  decidedOn,
  /** What the row will hold if nothing comes between. */
  projected: stored.quantities,
  /** The keys this confirmation had before a person decided anew; none of them is sent again. */
  previousIds: z.array(text),
  fate,
});
export type OutboxRecord = Frozen<z.output<typeof recordShape>>;

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
