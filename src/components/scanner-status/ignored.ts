import type { IgnoredMessage } from '../../scanner/scan.ts';

/** Messages that were ignored for one reason: how many, and the latest of them. */
export interface Ignored {
  readonly count: number;
  readonly last: IgnoredMessage;
}

/** By reason, the one that came last in front; given are messages with the newest first. */
export function byReason(messages: readonly IgnoredMessage[]): readonly Ignored[] {
  const found = new Map<IgnoredMessage['reason'], Ignored>();
  for (const message of messages) {
    const { count, last } = found.get(message.reason) ?? { count: 0, last: message };
    found.set(message.reason, { count: count + 1, last });
  }
  return [...found.values()];
}
