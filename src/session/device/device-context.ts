import type { CountingEvent } from '../../domain/counting/events.ts';
import type { Press } from '../../domain/count-request.ts';
import type { Operator } from '../../domain/inventory.ts';
import type { HostConfiguration } from '../../services/inventory-gateway.ts';
import type { Feedback } from '../../services/feedback.ts';
import type { OperatorWork } from './operator-work.ts';
import type { InventarEvent, InventarState, OpenedList } from '../state/session-state.ts';

/** What the parts of a session that deal with this device's own counts are given. One for each operator. */
export interface DeviceContext {
  readonly work: OperatorWork;
  readonly operator: Operator;
  readonly capabilities: HostConfiguration['capabilities'];
  readonly feedback: Feedback;
  readonly now: () => number;
  readonly mintKey: () => string;
  /** A confirmation made now, on this device. */
  readonly press: () => Press;
  readonly state: () => InventarState;
  readonly set: (change: Partial<InventarState>) => void;
  /** Nothing where another list is open by now. */
  readonly setOpened: (visit: number, change: Partial<OpenedList>) => void;
  /** A step of counting in the opened list, if it is counted. */
  readonly count: (event: CountingEvent) => void;
  readonly tell: (event: InventarEvent) => void;
  /** Nobody counts any more. */
  readonly loggedOut: (unfinished: number) => void;
}
