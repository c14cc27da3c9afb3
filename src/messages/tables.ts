import type { StorageKind } from '../outbox/types.ts';
import type { Refusal } from '../domain/failure.ts';
import type { Notice } from '../domain/notice.ts';
import type { AttentionWhy, UndoProblem } from '../domain/offline-notice.ts';
import type { QuantityProblem } from '../domain/quantity.ts';
import type { ExplainedFailure, RepairCause } from '../tokenizer/explain.ts';
import type { ConfigurationWarning, Gs1Reason } from '../tokenizer/index.ts';
import type { FrontWords } from './en/front.ts';
import type { NoticeText } from './text.ts';

/** The members of a union by what tells them apart: `Members<Notice, 'code'>`. */
type Members<Union, Key extends keyof Union> = {
  readonly [Name in Union[Key] & string]: Union extends unknown ? (Name extends Union[Key] ? Union : never) : never;
};

/**
 * Words for each member of a union, or a small function that makes them of the member. `why`: what is said of a part of it
 * in its own table, such as the sentence of the failure in it, or the name of its command.
 */
export type Table<Of, Said> = { readonly [Name in keyof Of]: Entry<Of[Name], Said> };
export type Entry<About, Said> = Said | ((about: About, why: string) => Said);

/** What there is of a language to tell something in. `sentences`: `null` until they are loaded. */
export interface Telling {
  readonly locale: string;
  /** The words that are there before the first scan. */
  readonly messages: FrontWords;
  readonly sentences: Sentences | null;
}

/** What is told in sentences: a title and a text for each notice, and a sentence for each reason. */
export interface Sentences {
  /** Makes of a notice what is told of it: nothing can be told before the sentences are there. */
  readonly tell: (telling: Telling, sentences: Sentences, notice: Notice) => NoticeText;
  readonly notices: Table<Members<Notice, 'code'>, NoticeText>;
  readonly refusals: Readonly<Record<Refusal, string>>;
  readonly quantityProblems: Readonly<Record<QuantityProblem, string | ((decimals: number, unit: string) => string)>>;
  /** Why a count that is kept on this device is not at the host. */
  readonly attention: Table<Members<AttentionWhy, 'kind'>, string>;
  readonly undoProblems: Readonly<Record<Exclude<UndoProblem['kind'], 'failed'>, string>>;
  /** What holds as long as it is said: of other tabs, and of how this device keeps counts. */
  readonly banners: Readonly<Record<'oldTab' | 'evicted' | Exclude<StorageKind, 'device'>, string>>;
  /** What is wrong with a row of the host's barcode tables. */
  readonly tableRow: (sequence: number) => string;
  readonly tableFields: Readonly<Record<ConfigurationWarning['field'], string>>;
  readonly tableProblems: Readonly<Record<ConfigurationWarning['problem'], string>>;
}

type TokenizerFailure = Extract<ExplainedFailure, { kind: 'tokenizer' }>;

/** `place`: which row of which tokenizer, as a part of the sentence; `field`: its name. */
export type TokenizerFailures = Readonly<
  Record<
    TokenizerFailure['rule'],
    (about: Pick<TokenizerFailure, 'value' | 'length' | 'separator'> & { field: string; place: string }) => NoticeText
  >
>;

/** `name`: that of the element, such as "Lot (AI 10)". */
export type Gs1Failures = Readonly<Record<Gs1Reason, NoticeText | ((name: string, value: string) => NoticeText)>>;

/** `why`: the names of the layouts, or that of the field. */
export type Repairs = Table<Members<RepairCause, 'kind'>, NoticeText>;
