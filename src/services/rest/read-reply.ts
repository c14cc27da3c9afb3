import type * as z from 'zod/mini';

/**
 * A reply as the contract reads it. Many hosts write all of their fields: what may be absent, and comes as `null`, is taken
 * for absent; what has to be there is not.
 */
export function readReply<T>(schema: z.ZodMiniType<T>, reply: unknown): ReturnType<z.ZodMiniType<T>['safeParse']> {
  const read = schema.safeParse(reply);
  const nulls = (read.error?.issues ?? []).filter(({ path }) => path.reduce<unknown>(within, reply) === null);
  for (const { path } of nulls) {
    const holder = path.slice(0, -1).reduce<unknown>(within, reply);
    const name = path.at(-1);
    if (typeof holder === 'object' && holder !== null && name !== undefined) Reflect.deleteProperty(holder, name);
  }
  return nulls.length === 0 ? read : schema.safeParse(reply);
}

function within(value: unknown, name: PropertyKey): unknown {
  return Reflect.get(Object(value), name);
}
