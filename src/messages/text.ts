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
  return `${n} ${forms[new Intl.PluralRules(locale).select(n)] ?? forms.other}`;
}

/** What is wrong or has happened, in a few words, and what to do about it. */
export interface NoticeText {
  readonly title: string;
  readonly text: string;
}
