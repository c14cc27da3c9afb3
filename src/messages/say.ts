import type { CommandRead } from '../domain/command.ts';
import type { Failure } from '../domain/failure.ts';
import type { Unit } from '../domain/inventory.ts';
import type { Notice } from '../domain/notice.ts';
import type { AttentionWhy } from '../domain/offline-notice.ts';
import type { QuantityProblem } from '../domain/quantity.ts';
import type { ConfigurationWarning } from '../tokenizer/index.ts';
import type { FrontWords } from './language.ts';
import type { Entry, Table } from './tables.ts';
import { type NoticeText, ltr } from './text.ts';

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

export function failureText({ sentences }: FrontWords, failure: Failure): string {
  return failure.kind === 'refused' ? sentences.refusals[failure.refusal] : sentences.failures[failure.kind];
}

/** A notice in words, with the commands that were not carried out because of it. */
export function noticeText(t: FrontWords, notice: Notice): NoticeText {
  const { title, text } = say(t.sentences.notices, notice.code, notice, whyOf(t, notice));
  const { skipped = [] } = notice;
  if (skipped.length === 0) return { title, text };
  return { title, text: `${text} ${t.skipped(skipped.map(command => commandName(t, command)))}` };
}

export function commandName({ commands, choice }: FrontWords, command: CommandRead['command']): string {
  return isIn(commands, command) ? commands[command] : choice(command.slice(-1));
}

/** Whether a table has words for it. */
export function isIn<Words extends object>(table: Words, name: PropertyKey): name is keyof Words {
  return Object.hasOwn(table, name);
}

/** What is said of a part of a notice. */
function whyOf(t: FrontWords, notice: Notice): string {
  switch (notice.code) {
    case 'command-without-use':
      return commandName(t, notice.command);
    case 'quantity':
      return quantityText(t, notice.problem, notice.unit);
    case 'needs-attention':
      return attentionText(t, notice.why);
    case 'not-undone': {
      const { problem } = notice;
      return problem.kind === 'failed' ? failureText(t, problem.failure) : t.sentences.undoProblems[problem.kind];
    }
    case 'refused':
      return t.sentences.refusals[notice.refusal];
    case 'outcome-unknown':
    case 'look-up-failed':
    case 'failed':
      return failureText(t, notice.failure);
    default:
      return '';
  }
}

/** What is wrong with a row of the host's barcode tables. */
export function warningText(t: FrontWords, { tokenizer, sequence, field, problem }: ConfigurationWarning): string {
  const place = sequence === null ? ltr(tokenizer) : `${ltr(tokenizer)}, ${t.tableRow(sequence)}`;
  return `${place}, ${t.tableFields[field]}: ${t.tableProblems[problem]}.`;
}

function quantityText({ sentences }: FrontWords, problem: QuantityProblem, { decimals, code }: Unit): string {
  const text = sentences.quantityProblems[problem];
  return typeof text === 'string' ? text : text(decimals, code);
}

function attentionText({ sentences }: FrontWords, why: AttentionWhy): string {
  return say(sentences.attention, why.kind, why, why.kind === 'refused' ? sentences.refusals[why.refusal] : '');
}
