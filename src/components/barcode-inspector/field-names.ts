import type { InspectorWords } from '../../messages/language.ts';
import { isIn } from '../../messages/telling.ts';
import type { MissingValue, Token } from '../../tokenizer/index.ts';

/** What a row's value is, in words: by what it is of, or by its own name where that has none. */
export function rowName(
  { businessObject, property }: Pick<MissingValue, 'businessObject' | 'property'>,
  words: InspectorWords,
): string {
  const path = [businessObject, property].filter(part => part !== null && part !== '').join('.');
  if (path === '') return words.roles.quantity;
  return isIn(words.fields, path) ? words.fields[path] : path;
}

/** What a token is, in words. */
export function tokenName({ source, businessObject, property, role }: Token, words: InspectorWords): string {
  if (source.kind === 'tokenizer') return rowName({ businessObject, property }, words);
  const known = identifierName(source.ai, words);
  if (known !== null) return known;
  return role === 'other' ? words.aiShort(source.ai) : words.roles[role];
}

/** The words for an application identifier, or for its family; `null`: there are none. */
export function identifierName(ai: string, words: InspectorWords): string | null {
  const { identifiers } = words;
  const family = ai.slice(0, 3);
  if (isIn(identifiers, ai)) return identifiers[ai];
  return isIn(identifiers, family) ? identifiers[family] : null;
}

/** Where a token comes from: the row, or the application identifier. */
export function sourceName({ source }: Token, words: InspectorWords): string {
  return source.kind === 'gs1' ? words.aiShort(source.ai) : `${source.code} · ${words.row(source.sequence)}`;
}

/** Control characters are seen as their symbols: GS as ␝. */
export function visible(text: string): string {
  return text.replace(/[\0-\x1F]/g, character => String.fromCharCode(0x2400 + character.charCodeAt(0)));
}
