import type { Language } from './language.ts';

/** The languages that the screens speak, each with what loads it. */
export const LOCALES = {
  en: () => import('./en/index.ts'),
  ro: () => import('./ro/index.ts'),
  it: () => import('./it/index.ts'),
  hr: () => import('./hr/index.ts'),
} satisfies Record<string, () => Promise<{ readonly language: Language }>>;

export type Locale = keyof typeof LOCALES;

/** The language for a wish such as `ro-RO` or `ro_RO`, or for the wishes of a document; English where none is spoken. */
export function localeFor(wishes: readonly (string | null | undefined)[]): Locale {
  return wishes.map(wish => wish?.toLowerCase().split(/[-_]/)[0]).find(isLocale) ?? 'en';
}

function isLocale(language: string | undefined): language is Locale {
  return language !== undefined && Object.hasOwn(LOCALES, language);
}
