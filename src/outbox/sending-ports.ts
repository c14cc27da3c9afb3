import type { Ledger } from './ledger.ts';
import type { Taking } from './transfer.ts';
import type { OutboxPorts, Wake } from './ports.ts';
import type { Commands, ImportResult, Importer, OutboxState, SaveFailure, Saved } from './types.ts';

/** What shows of sending. */
export type SendingStatus = Pick<OutboxState, 'sender' | 'oldTab' | 'pause' | 'elsewhere' | 'persisted'>;

export const NOT_SENDING: SendingStatus = { sender: false, oldTab: false, pause: null, elsewhere: [], persisted: null };

export interface SendingPorts extends Omit<OutboxPorts, 'wake$'> {
  /** Whose counts they are, and how a partition is named: for what is taken to another device, and comes from there. */
  readonly transfer?: Pick<Taking, 'owner' | 'nameOf' | 'storeOf'>;
  readonly ledger: Ledger;
  /** What may have changed of it. */
  readonly onStatus: (status: Partial<SendingStatus>) => void;
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
  exportRecords(): Promise<string>;
  importRecords(text: string, by: Importer): Promise<ImportResult>;
  /** Resolves when another tab may send. */
  dispose(): Promise<void>;
}

/** How the sending half comes; it may be loaded later than what saves. A failure is tried again. */
export type LoadSending = () => Promise<(ports: SendingPorts) => Sending>;
