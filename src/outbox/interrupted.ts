import type { OutboxRecord } from './record.ts';

/** What is found as being sent, by who does not send it, may have been applied. All else is as it was. */
export function interrupted(record: OutboxRecord): OutboxRecord {
  const { fate } = record;
  if (fate.kind !== 'sending') return record;
  return {
    ...record,
    fate: { kind: 'unknown', sent: { ...fate.sent, doubt: true, trouble: { kind: 'interrupted' } } },
  };
}
