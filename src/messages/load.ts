import type { Messages } from './en.ts';

/** The languages that the screens speak. */
export const LOCALES = ['en', 'ro', 'it'] as const;
export type Locale = (typeof LOCALES)[number];

/** The language for a wish such as `ro-RO`, or for the wishes of a document; English where none is spoken. */
export function localeFor(wishes: readonly (string | null | undefined)[]): Locale {
  for (const wish of wishes) {
    const language = wish?.toLowerCase().split('-')[0];
    const locale = LOCALES.find(each => each === language);
    if (locale !== undefined) return locale;
  }
  return 'en';
}

/** Loads one language; the others stay where they are. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  switch (locale) {
    case 'en':
      return (await import('./en.ts')).en;
    case 'ro':
      return (await import('./ro.ts')).ro;
    case 'it':
      return (await import('./it.ts')).it;
  }
}
