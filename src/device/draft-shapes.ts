import * as z from 'zod/mini';
import type { CodeParts } from '../domain/code-read.ts';
import { EMPTY_FORM } from '../domain/counting/form.ts';
import type { CountForm } from '../domain/counting/state.ts';
import type { ParkedRead } from '../domain/parked-read.ts';
import { stored } from '../services/shapes.ts';

const text = z.string();
const maybe = z.exactOptional(text);
const or = z.nullable(text);
const location = z.nullable(stored.location);

const codeParts: z.ZodMiniType<CodeParts> = z.object({
  location: z.exactOptional(z.object({ warehouse: or, code: text })),
  item: z.exactOptional(z.object({ itemClass: or, code: text, variant: or })),
  barcodes: z.exactOptional(z.array(text)),
  lot: maybe,
  expiry: maybe,
  loadingUnit: maybe,
  raw: maybe,
  serial: maybe,
  quantity: maybe,
  measures: z.exactOptional(z.array(z.object({ quantity: text, unit: or }))),
  locationLeftOut: maybe,
});

const codeRead = z.object({
  id: text,
  text,
  aim: maybe,
  typed: z.boolean(),
  broken: z.boolean(),
  why: z.exactOptional(z.literal(['not-shown', 'wrong-end'])),
  candidates: z.nullable(z.array(codeParts)),
});

const typed = z.catch(text, '');
/** A field of another shape is as in an empty form: what is good in the others was typed by a person all the same. */
const form = z.object({
  location: z.catch(location, null),
  item: z.catch(z.nullable(z.object(stored.match)), null),
  lot: z.catch(z.nullable(z.object({ code: text, known: z.nullable(stored.lot), expiry: maybe })), null),
  lotText: typed,
  offeredLots: z.catch(z.array(stored.lot), []),
  lotsComplete: z.catch(z.boolean(), false),
  serial: typed,
  dimensions: z.catch(stored.dimensions, {}),
  quantityText: typed,
  burst: z.catch(or, null),
  noteText: typed,
  parked: z.catch(z.nullable(codeRead), null),
  barcode: z.catch(or, null),
});
const draft = z.object({ form });

const parkedRead: z.ZodMiniType<{ readonly parked: ParkedRead }> = z.object({
  parked: z.object({ id: text, listId: text, read: codeRead, location, quantityText: text, parkedAt: z.number() }),
});

/**
 * The form in a stored draft; `null`: there is none. A person typed it: it is read as far as it is sound, of a version
 * that is not known too, and what it lacks is as in an empty form. What the host says of the row is asked anew.
 */
export function formIn(record: unknown): CountForm | null {
  const { success, data } = draft.safeParse(record);
  return success ? { ...EMPTY_FORM, ...data.form } : null;
}

/** Those of them that are parked reads, in the order they were parked. */
export function parkedIn(records: readonly unknown[]): readonly ParkedRead[] {
  return records
    .flatMap(record => parkedRead.safeParse(record).data?.parked ?? [])
    .sort((a, b) => a.parkedAt - b.parkedAt);
}
