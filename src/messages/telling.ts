/** How sentences are made of the tables of a language. Comes with them. */
import type { CommandRead } from '../domain/command.ts';
import type { Unit } from '../domain/inventory.ts';
import type { Notice } from '../domain/notice.ts';
import type { AttentionWhy } from '../domain/offline-notice.ts';
import type { QuantityProblem } from '../domain/quantity.ts';
import type { ConfigurationWarning } from '../tokenizer/index.ts';
import type { FrontWords, Sentences } from './language.ts';
import { failureText } from './say.ts';
import type { Entry, Table, Telling } from './tables.ts';
import { type NoticeText, inDigits, ltr } from './text.ts';

/** What a table says of one thing; `why`: what is said of a part of it elsewhere. */
export function say<Of, Name extends keyof Of, Said>(
  table: Table<Of, Said>,
  name: Name,
  about: Of[Name],
  why = '',
): Said {
  const entry: Entry<Of[Name], Said> = table[name];
  return isMade(entry) ? entry(about, why) : entry;
}

function isMade<About, Said>(entry: Entry<About, Said>): entry is (about: About, why: string) => Said {
  return typeof entry === 'function';
}

/** A notice in words, with the commands that were not carried out because of it. */
export function tell(telling: Telling, sentences: Sentences, notice: Notice): NoticeText {
  const { messages: t, locale } = telling;
  const { title, text } = say(
    sentences.notices,
    notice.code,
    withNumbers(notice, locale),
    whyOf(telling, sentences, notice),
  );
  const { skipped = [] } = notice;
  if (skipped.length === 0) return { title, text };
  return { title, text: `${text} ${t.skipped(skipped.map(command => commandName(t, command)))}` };
}

/** Quantities as the language writes them: ours have a point. */
function withNumbers(notice: Notice, locale: string): Notice {
  switch (notice.code) {
    case 'quantity-replaced':
      return { ...notice, from: inDigits(notice.from, locale), to: inDigits(notice.to, locale) };
    case 'unconfirmed':
    case 'other-unit':
    case 'kept':
      return { ...notice, quantity: inDigits(notice.quantity, locale) };
    default:
      return notice;
  }
}

export function commandName({ commands, choice }: FrontWords, command: CommandRead['command']): string {
  return isIn(commands, command) ? commands[command] : choice(command.slice(-1));
}

/** Whether a table has words for it. */
export function isIn<Words extends object>(table: Words, name: PropertyKey): name is keyof Words {
  return Object.hasOwn(table, name);
}

/** What is said of a part of a notice. */
function whyOf(telling: Telling, sentences: Sentences, notice: Notice): string {
  switch (notice.code) {
    case 'command-without-use':
      return commandName(telling.messages, notice.command);
    case 'quantity':
      return quantityText(sentences, notice.problem, notice.unit);
    case 'needs-attention':
      return attentionText(sentences, notice.why);
    case 'not-undone': {
      const { problem } = notice;
      return problem.kind === 'failed' ? failureText(telling, problem.failure) : sentences.undoProblems[problem.kind];
    }
    case 'refused':
      return sentences.refusals[notice.refusal];
    case 'outcome-unknown':
    case 'look-up-failed':
    case 'failed':
      return failureText(telling, notice.failure);
    default:
      return '';
  }
}

/** What is wrong with a row of the host's barcode tables. */
export function warningText(
  { messages, sentences }: Telling,
  { tokenizer, sequence, field, problem }: ConfigurationWarning,
): string {
  if (sentences === null) return messages.loading;
  const { tableRow, tableFields, tableProblems } = sentences;
  const place = sequence === null ? ltr(tokenizer) : `${ltr(tokenizer)}, ${tableRow(sequence)}`;
  return `${place}, ${tableFields[field]}: ${tableProblems[problem]}.`;
}

function quantityText({ quantityProblems }: Sentences, problem: QuantityProblem, { decimals, code }: Unit): string {
  const text = quantityProblems[problem];
  return typeof text === 'string' ? text : text(decimals, code);
}

function attentionText({ attention, refusals }: Sentences, why: AttentionWhy): string {
  return say(attention, why.kind, why, why.kind === 'refused' ? refusals[why.refusal] : '');
}
