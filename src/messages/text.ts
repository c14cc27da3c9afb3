/** Isolates a code, so that it keeps its order within text of any direction. */
export function ltr(code: string): string {
  return `\u2066${code}\u2069`;
}

/**
 * How a language counts: the forms its words have by `Intl.PluralRules` beside `other`, which all have and which holds where
 * no form does. What it makes is given a number and the word in each form.
 */
export function plurals<Form extends Intl.LDMLPluralRule>(
  locale: string,
  ...forms: readonly Form[]
): (n: number, words: Readonly<Record<Form | 'other', string>>) => string {
  return (n, words) => {
    const rule = pluralRules(locale).select(n);
    return `${n} ${words[forms.find(form => form === rule) ?? 'other']}`;
  };
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

const decimalSeparator = onceForEach(locale => {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(part => part.type === 'decimal')?.value ?? '.';
});

/** A number with the language's decimal separator, and without grouping, so that it can be typed; other text as it is. */
export function inDigits(text: string, locale: string): string {
  return /^\d+\.\d+$/.test(text) ? text.replace('.', decimalSeparator(locale)) : text;
}
