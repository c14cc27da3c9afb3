import { brokenCharacter } from '../../src/services/rest/whole-text.ts';
import { Problem } from './problems.ts';

/** The numbers in them are those of `integer` columns, none of which is negative. */
const LARGEST = 2 ** 31 - 1;

/** A cursor is the sort key of the last item of a page: opaque to clients, stable while rows are added. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key in a cursor, checked against the types it must have; a made-up one is a bad request. */
export function decodeCursor(cursor: string, types: readonly ('string' | 'number')[]): (string | number)[] {
  const key = parse(Buffer.from(cursor, 'base64url').toString());
  const fits = Array.isArray(key) && key.length === types.length && key.every((part, i) => isPart(part, types[i]));
  if (!fits) throw new Problem('bad-request', { detail: 'query cursor: it is not one of ours' });
  return key as (string | number)[];
}

function isPart(part: unknown, type: 'string' | 'number' | undefined): boolean {
  if (typeof part === 'string') return type === 'string' && brokenCharacter(part) === null;
  return type === 'number' && Number.isInteger(part) && Number(part) >= 0 && Number(part) <= LARGEST;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
