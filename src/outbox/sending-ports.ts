import type { Ledger } from './ledger.ts';
import type { OutboxPorts, Wake } from './ports.ts';
import type { Commands, Pause, SaveFailure, Saved } from './types.ts';

/** What shows of sending. */
export interface SendingStatus {
  /** Whether this tab is the one that sends. */
  readonly sends: boolean;
  /** Another tab has a version that can't read what this one stores. */
  readonly oldTab: boolean;
  readonly pause: Pause | null;
}

export interface SendingPorts extends Omit<OutboxPorts, 'store' | 'wake$'> {
  readonly ledger: Ledger;
  /** It may have changed. */
  readonly onStatus: (status: SendingStatus) => void;
}

/** The half of the outbox that sends. */
export interface Sending {
  readonly commands: Commands;
  /** Sends what may be sent now. */
  pump(): void;
  /** Writes what this tab knows into a store that was found to be another one. */
  moveIn(): Promise<void>;
  /** Tries at once what a wait holds back. */
  wake(by: Wake | 'send-now'): void;
  /** Tries a count at once, and waits for what the host says of it. */
  atHost(id: string): Promise<Saved | SaveFailure>;
  /** Resolves when another tab may send. */
  dispose(): Promise<void>;
}

/** How the sending half comes; it may be loaded later than what saves. A failure is tried again. */
export type LoadSending = () => Promise<(ports: SendingPorts) => Sending>;
