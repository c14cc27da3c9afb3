import type { OutboxRecord, Trouble } from '../record.ts';
import type { NoAnswer, Pause, SaveFailure, Saved } from '../types.ts';

/** What a count came to for whoever waits for the host; `no-answer` may still come to something else. */
export type Answer =
  | Exclude<Saved, { readonly where: 'device' }>
  | Extract<SaveFailure, { readonly kind: 'not-sent' }>
  | Omit<NoAnswer, 'later'>;

/** What is known of it: the first of its lane, and, where something was just tried, why no more is. */
export interface Situation {
  readonly first: OutboxRecord | undefined;
  readonly tried: boolean;
  readonly pause: Pause | null;
}

/** Whether a count that only the host's answer makes safe has got one; `null`: it is to be waited for. */
export function answerTo(record: OutboxRecord, { first, tried, pause }: Situation): Answer | null {
  const { id, fate } = record;
  switch (fate.kind) {
    case 'done':
      return { ok: true, id, where: 'host', record };
    case 'attention':
    case 'discarded':
      return { ok: true, id, where: 'attention', record, reason: fate.reason };
    case 'superseded':
      return { ok: true, id, where: 'attention', record, reason: null };
    case 'sending':
      return null;
    case 'queued':
    case 'unknown':
      // Behind one that a person has to decide it would wait for as long as that takes.
      if (first?.fate.kind === 'attention') {
        return { ok: true, id, where: 'attention', record: first, reason: first.fate.reason };
      }
      if (!tried) return null;
      if (fate.kind === 'unknown') return noAnswer(fate.sent.trouble?.kind ?? 'interrupted');
      return pause === null ? null : unsent(id, pause);
  }
}

function unsent(id: string, { kind }: Pause): Answer {
  if (kind === 'signed-out' || kind === 'other-user') return { ok: false, kind: 'not-sent', id, why: kind };
  return noAnswer(kind === 'offline' ? 'unreachable' : 'host-error');
}

function noAnswer(trouble: Trouble['kind']): Answer {
  return { ok: false, kind: 'no-answer', trouble };
}
