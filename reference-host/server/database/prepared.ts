import { createHash } from 'node:crypto';
import type pg from 'pg';

/** A list of ids makes a text of its own for each length: so many are kept for a connection, each to be used again. */
const MOST = 200;

/**
 * A statement is planned for whatever its parameters are. Left to itself the server compares that with a plan for these
 * very ones, finds it a little better where a list is longer than others, and takes longer to make it than to read with it.
 */
export const PLANNED_ONCE = '-c plan_cache_mode=force_generic_plan';

/**
 * Lets a connection parse and plan each of its statements once, and not each time: a row with all it joins takes the server
 * longer to plan than to read. A statement has a name by its text, since the same name has to be the same text. One without
 * parameters is left as it is: it may be several in one text, as those of migrations are.
 */
export function prepareStatements(client: pg.PoolClient): void {
  const query = client.query.bind(client);
  const names = new Map<string, string>();
  const named = (asked: unknown, values: unknown): unknown => {
    if (!isStatement(asked) || !Array.isArray(values) || values.length === 0) return asked;
    const known = names.get(asked.text);
    if (known === undefined && names.size === MOST) return asked;
    const name = known ?? createHash('sha256').update(asked.text).digest('base64url');
    names.set(asked.text, name);
    return { ...asked, name };
  };
  Object.assign(client, {
    query: (asked: unknown, values?: unknown, ...rest: unknown[]): unknown =>
      Reflect.apply(query, client, [named(asked, values), values, ...rest]),
  });
}

function isStatement(asked: unknown): asked is { readonly text: string } {
  return typeof asked === 'object' && asked !== null && 'text' in asked && typeof asked.text === 'string';
}
