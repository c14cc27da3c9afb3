/** Isolates a code, so that it keeps its order within text of any direction. */
export function ltr(code: string): string {
  return `\u2066${code}\u2069`;
}

/** A count with the word form its language asks for; `other` serves where a form is not given. */
export function plural(
  locale: string,
  n: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
) {
  return `${n} ${forms[pluralRules(locale).select(n)] ?? forms.other}`;
}

/**
 * Remembers what it has made. A formatter of `Intl` takes far longer to make than to use, and one is wanted for each
 * number of each row on the screen.
 */
export function onceForEach<T>(make: (locale: string) => T): (locale: string) => T {
  const made = new Map<string, T>();
  return locale => {
    const known = made.get(locale);
    if (known !== undefined) return known;
    const fresh = make(locale);
    made.set(locale, fresh);
    return fresh;
  };
}

const pluralRules = onceForEach(locale => new Intl.PluralRules(locale));

/** What is wrong or has happened, in a few words, and what to do about it. */
export interface NoticeText {
  readonly title: string;
  readonly text: string;
}
