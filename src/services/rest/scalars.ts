/** The texts and numbers of the contract, each as closely as it is looked at. */
import * as z from 'zod/mini';
import { shapesOf } from '../shapes.ts';

export const text = z.string();
export const id = z.string().check(z.minLength(1), z.maxLength(64));
export const code = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest));
export const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
export const count = z.int().check(z.nonnegative());

export const idempotencyKey = z.string().check(z.regex(/^[\w-]{16,64}$/));

/** Opaque. Text of up to 200 characters; hosts of before contract 2 send whole numbers, and are sent them back. */
export const version = z.union([count, code(200)]);

export const moment = z.iso.datetime({ offset: true });
/** By code points, as data bases and JSON Schema count. */
const told = (longest: number) => z.string().check(z.regex(new RegExp(`^[\\s\\S]{0,${longest}}$`, 'u')));
/** A quantity as it is stored: never negative. */
export const quantity = z.string().check(z.regex(/^\d{1,24}(\.\d{1,12})?$/));

/** What travels both ways. */
export const shapes = shapesOf({
  text,
  id,
  code,
  key: idempotencyKey,
  told,
  quantity,
  /** A sign is let through, so that a negative quantity is refused by its name. */
  entered: z.string().check(z.regex(/^-?\d{1,24}(\.\d{1,12})?$/)),
  factor: z.string().check(z.regex(/^(?!0+(\.0+)?$)\d{1,24}(\.\d{1,12})?$/)),
  moment,
  date,
  version,
  whole: z.int(),
  count,
  number: z.int().check(z.positive()),
  decimals: z.int().check(z.nonnegative(), z.lte(9)),
});
