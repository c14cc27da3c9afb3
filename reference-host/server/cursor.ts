import { Problem } from './problems.ts';

/** A cursor is the sort key of the last item of a page: opaque to clients, stable while rows are added. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key in a cursor, checked against the types it must have; a made-up one is a bad request. */
export function decodeCursor(cursor: string, types: readonly ('string' | 'number')[]): (string | number)[] {
  const key = parse(Buffer.from(cursor, 'base64url').toString());
  const fits = Array.isArray(key) && key.length === types.length && key.every((part, i) => typeof part === types[i]);
  if (!fits) throw new Problem('bad-request', { detail: 'The cursor is not one of ours' });
  return key as (string | number)[];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
