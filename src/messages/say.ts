import type { Failure, Refusal } from '../domain/failure.ts';
import type { Notice } from '../domain/notice.ts';
import type { Telling } from './tables.ts';
import type { NoticeText } from './text.ts';

export type { Telling };

/** Until the sentences are there, what all of these say is that they are loading. */
export function failureText(telling: Telling, failure: Failure): string {
  return failure.kind === 'refused' ? refusalText(telling, failure.refusal) : telling.messages.failures[failure.kind];
}

export function refusalText({ messages, sentences }: Telling, refusal: Refusal): string {
  return sentences?.refusals[refusal] ?? messages.loading;
}

/** A notice in words, with the commands that were not carried out because of it. */
export function noticeText(telling: Telling, notice: Notice): NoticeText {
  const { messages, sentences } = telling;
  return (
    sentences?.tell(telling, sentences, notice) ?? {
      title: messages.loading,
      text: 'failure' in notice ? failureText(telling, notice.failure) : '',
    }
  );
}
