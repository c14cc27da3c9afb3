import type { CountingEvent } from '../../domain/counting/events.ts';
import type { Press } from '../../domain/count-request.ts';
import type { Operator } from '../../domain/inventory.ts';
import type { OutboxRecord, OutboxState } from '../../outbox/types.ts';
import type { HostConfiguration } from '../../services/inventory-gateway.ts';
import type { Feedback } from '../../services/feedback.ts';
import type { OperatorWork } from './operator-work.ts';
import { openRecords } from '../../outbox/view.ts';
import type { InventarEvent, InventarState, OpenedList } from '../state/session-state.ts';

/** What the parts of a session that deal with this device's own counts are given. One for each operator. */
export interface DeviceContext {
  readonly work: OperatorWork;
  readonly operator: Operator;
  readonly capabilities: HostConfiguration['capabilities'];
  readonly feedback: Feedback;
  now(): number;
  mintKey(): string;
  /** A confirmation made now, on this device. */
  press(): Press;
  state(): InventarState;
  set(change: Partial<InventarState>): void;
  /** Nothing where another list is open by now. */
  setOpened(visit: number, change: Partial<OpenedList>): void;
  /** A step of counting in the opened list, if it is counted. */
  count(event: CountingEvent): void;
  tell(event: InventarEvent): void;
}

/** The record that is, or became, the one with this key: a decision made anew gives it another. */
export function findRecord(outbox: OutboxState, id: string): OutboxRecord | null {
  const { done, superseded, discarded } = outbox;
  const is = (record: OutboxRecord) => record.id === id || record.previousIds.includes(id);
  for (const records of [openRecords(outbox), done, discarded, superseded]) {
    const found = records.find(is);
    if (found !== undefined) return found;
  }
  return null;
}
