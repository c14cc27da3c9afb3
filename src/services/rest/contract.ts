/**
 * The REST contract, once: the client validates replies with it, the reference host validates requests with it, and
 * the OpenAPI document is generated from it. Prose and examples are in `docs/rest-contract.md`.
 *
 * Quantities are decimal strings. Look-ups answer `{ matches, more }`, listings `{ items, next }`. Errors are problem
 * details (RFC 9457) whose `type` is `urn:wms-inventar:problem:` and one of `PROBLEMS`.
 */
import * as z from 'zod/mini';
import type { CountRequest, UndoRequest } from '../../domain/count-request.ts';
import { REFUSALS } from '../../domain/failure.ts';
import { type Operator, ROLES } from '../../domain/inventory.ts';
import type { Entry } from '../../domain/record-count.ts';
import { date, id, shapes, text } from './scalars.ts';
import { wholeText } from './whole-text.ts';

export * from './later-replies.ts';
export * from './replies.ts';
export { idempotencyKey } from './scalars.ts';
export { wholeText } from './whole-text.ts';

/** The header that says in whose name a request is meant, percent-encoded: another sign-in's is refused, `other-user`. */
export const EXPECTED_USER = 'expected-user';

const { identity } = shapes;

/** `GET /me`. `supervisor` is for clients of before contract 2, which ask for it: a tab may stay open over an upgrade. */
export const operator: z.ZodMiniType<Operator & { readonly supervisor?: boolean }> = z.object({
  userName: text,
  name: text,
  roles: z.array(z.literal(ROLES)),
  supervisor: z.exactOptional(z.boolean()),
});

/** `POST /lists/{id}/counts`. What a newer client sends beside it is kept, and shown in the row's history. */
export const countRequest: z.ZodMiniType<CountRequestBody> = wholeText(
  z.looseObject({ ...shapes.decided, ...shapes.entry, ...shapes.decidedOn }),
);
export type CountRequestBody = Omit<CountRequest, 'key' | 'entry'> & Entry;

/** `POST /lists/{id}/counts/undo`: `undoes` is the key of the operator's own count, `baseVersion` what it made. */
export const undoRequest: z.ZodMiniType<UndoRequestBody> = wholeText(z.object(shapes.undone));
export type UndoRequestBody = Omit<UndoRequest, 'key'>;

/** A day of the calendar, of the years that a data base has. */
const day = date.check(z.refine(isDay, 'is no day of the calendar'));

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !text.startsWith('0000') && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const cursor = z.optional(z.string().check(z.maxLength(2000)));

export const inventoryQuery = wholeText(
  z.object({
    number: z.optional(text),
    from: z.optional(day),
    to: z.optional(day),
    description: z.optional(text),
    notes: z.optional(text),
    operator: z.optional(text),
    closed: z.optional(z.literal(['true', 'false'])),
    cursor,
  }),
);
/** `inventory` may be repeated: `?inventory=1&inventory=2`. */
export const listQuery = wholeText(z.object({ inventory: z.union([id, z.array(id)]) }));
export const rowQuery = wholeText(
  z.object({
    order: z._default(z.literal(['newest', 'location']), 'newest'),
    status: z.optional(z.literal(['counted', 'expected'])),
    text: z.optional(text),
    cursor,
  }),
);
/** What is `null` in an identity is left out; `dimensions` is a JSON object. */
export const identityQuery = wholeText(
  z.object({
    itemClass: identity.itemClass,
    itemCode: identity.itemCode,
    variant: z.optional(text),
    lot: z.optional(text),
    serial: z.optional(text),
    warehouse: identity.warehouse,
    location: identity.location,
    dimensions: z.optional(text.check(z.maxLength(2000))),
  }),
);
export const dimensions = shapes.dimensions;
export const itemQuery = wholeText(
  z.object({
    barcode: z.optional(text),
    code: z.optional(text),
    itemClass: z.optional(text),
    text: z.optional(text),
  }),
);
export const locationQuery = wholeText(
  z.object({ warehouse: z.optional(text), code: z.optional(text), text: z.optional(text) }),
);
export const lotQuery = wholeText(
  z.object({ itemClass: z.optional(text), itemCode: z.optional(text), code: z.optional(text) }),
);

export const serialQuery = wholeText(z.object({ serial: text.check(z.minLength(1), z.maxLength(50)) }));

export const catalogueQuery = wholeText(
  z.object({
    cursor,
    /** 1 to 1,000. */
    limit: z.optional(z.string().check(z.regex(/^([1-9]\d{0,2}|1000)$/))),
  }),
);

/** Every `type` a problem may have, without the prefix: the refusals of the domain and what HTTP itself says. */
export const PROBLEMS = [
  ...REFUSALS,
  'row-exists',
  'changed-meanwhile',
  'key-in-progress',
  'signed-out',
  'other-user',
  'forbidden',
  'not-found',
  'too-large',
  'too-many-tries',
  'unavailable',
  'internal',
] as const;
export type ProblemName = (typeof PROBLEMS)[number];
