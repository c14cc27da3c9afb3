import { importChunk } from '../loading/import-chunk.ts';
import { type FrontWords, type Language, PARTS, type Part, type Parts } from './language.ts';
import { LOCALES, type Locale, localeFor } from './locales.ts';

/** The words of one language. The front is there; each other part is, once it was loaded. */
export class Words {
  readonly locale: Locale;
  readonly front: FrontWords;
  private readonly parts: Language['parts'];
  private readonly loaded: { [P in Part]?: Parts[P] } = {};
  private readonly wanted = new Set<Part>();

  constructor(locale: Locale, { front, parts }: Language) {
    this.locale = locale;
    this.front = front;
    this.parts = parts;
  }

  /** A part, if it is loaded by now. */
  get<P extends Part>(part: P): Parts[P] | null {
    return this.loaded[part] ?? null;
  }

  /** Loads a part, once for the page. Rejects where it can't be had; another call tries again. */
  async load<P extends Part>(part: P): Promise<Parts[P]> {
    this.wanted.add(part);
    const words: Parts[P] = this.loaded[part] ?? (await importChunk(this.parts[part]))[part];
    this.loaded[part] = words;
    return words;
  }

  /** Loads every part, for when the network isn't there; without what can't be had. */
  async loadAll(): Promise<void> {
    for (const part of PARTS) await this.load(part).catch(() => undefined);
  }

  /** Loads what another language was asked for, so that all parts change over at once; without what can't be had. */
  async loadAsIn(other: Words): Promise<void> {
    await Promise.allSettled(Array.from(other.wanted, part => this.load(part)));
  }
}

const languages = new Map<Locale, Promise<Words>>();

/** The language for a wish such as `ro-RO`, once for the page. Rejects where it can't be had; another call tries again. */
export function loadWords(...wishes: readonly string[]): Promise<Words> {
  const locale = localeFor(wishes);
  const known = languages.get(locale);
  if (known !== undefined) return known;
  const words = importChunk(LOCALES[locale]).then(({ language }) => new Words(locale, language));
  languages.set(locale, words);
  words.catch(() => languages.delete(locale));
  return words;
}
