import * as z from 'zod/mini';

/** Nobody sends as many; a data base, and whoever walks through it, has an end of its own. */
const MOST_LEVELS = 50;

interface Found {
  readonly path: (string | number)[];
  readonly message: string;
}

/**
 * What is sent to a host is kept there as it came, what a newer client adds to it too. Two kinds of text can't be: one with
 * a NUL, and one with half a character (a lone surrogate), as a text cut at its 64th UTF-16 unit ends with. Such a request
 * is refused, by the name of the field, before anything is done.
 */
export function wholeText<Schema extends z.ZodMiniType>(schema: Schema): Schema {
  return schema.check(
    z.check(({ value, issues }) => {
      const found = firstBroken(value);
      if (found !== null) issues.push({ code: 'custom', input: value, ...found });
    }),
  );
}

function firstBroken(sent: unknown): Found | null {
  const todo: { readonly value: unknown; readonly path: Found['path'] }[] = [{ value: sent, path: [] }];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { value, path } = next;
    if (path.length > MOST_LEVELS) return { path: path.slice(0, 1), message: 'has too many levels' };
    if (typeof value === 'string') {
      const broken = brokenCharacter(value);
      if (broken !== null) return { path, message: `holds ${broken}, which no data base keeps` };
    }
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inner] of Object.entries(value)) {
      const broken = brokenCharacter(name);
      if (broken !== null) return { path, message: `has a name with ${broken}, which no data base keeps` };
      todo.push({ value: inner, path: [...path, name] });
    }
  }
  return null;
}

/** The first NUL or lone surrogate of a text, as `U+0000`. */
export function brokenCharacter(text: string): string | null {
  const unit = /\0|\p{Surrogate}/u.exec(text)?.[0].charCodeAt(0);
  return unit === undefined ? null : `U+${unit.toString(16).toUpperCase().padStart(4, '0')}`;
}
