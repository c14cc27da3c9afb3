import { COMMANDS, type CommandRead } from '../../domain/command.ts';
import type { CodeRead } from '../../domain/code-read.ts';
import { keepable } from '../../domain/keepable.ts';
import type { CountingEvent } from '../../domain/counting/events.ts';
import { readCommand } from '../../scanner/commands.ts';
import type { Scan, ScanReject } from '../../scanner/scan.ts';
import type { Feedback } from '../../services/feedback.ts';
import type { CodeMeanings } from './code-meanings.ts';
import type { OpenedListFlow } from '../list/opened-list.ts';
import type { SessionStore } from '../session-store.ts';

export interface ReadsFlowOptions {
  readonly store: SessionStore;
  readonly meanings: CodeMeanings;
  readonly feedback: Feedback;
  readonly list: OpenedListFlow;
  readonly mintKey: () => string;
  readonly count: (event: CountingEvent) => void;
  /** Shows the rows of what was read, in a list that is looked at only. */
  readonly findRows: (text: string) => void;
}

interface ReadFrom extends Pick<CodeRead, 'why'> {
  readonly id: string;
  readonly aim?: string;
  readonly typed?: boolean;
  readonly broken?: boolean;
}

/** Brings what was scanned or typed to counting: as a command, or as a code with all that it may mean. */
export function createReadsFlow(options: ReadsFlowOptions) {
  const { store, meanings, feedback, list, mintKey, count, findRows } = options;
  let reads = 0;

  const isCounting = () => store.state().opened?.counting != null;

  const isLookedAt = () => {
    const { opened } = store.state();
    return opened?.status === 'open' && opened.counting === null;
  };

  const commandIn = (text: string): CommandRead['command'] | null =>
    readCommand(text, store.state().scanners.commandPrefix, COMMANDS);

  /** Commands are known before any tokenizer is asked, and never looked up. */
  const read = (text: string, from: ReadFrom): void => {
    const command = commandIn(text);
    if (command === null) readCode(text, from);
    else count({ type: 'command-read', command, text, key: mintKey() });
  };

  /** What no host can keep is no part of a code, nor of the lot or serial number that it brings. */
  const readCode = (raw: string, from: ReadFrom): void => {
    const text = keepable(raw);
    const { id, typed = false, broken = false, ...beside } = from;
    const { opened } = store.state();
    if (opened !== null) list.change(opened.visit, { lastRead: text });
    const candidates = broken ? [] : meanings.of(text, beside);
    count({ type: 'code-read', read: { id: `${++reads}:${id}`, text, ...beside, typed, broken, candidates } });
  };

  /** Nobody could use it: it is shown, so that it is not missed. */
  const unused = (text: string): void => {
    store.set({ unusedScan: text });
    feedback.signal('error');
  };

  /** Nobody counts: in a list that is looked at, the rows of what was read are shown. */
  const notUsed = (text: string): void => {
    if (!isLookedAt() || commandIn(text) !== null) return unused(text);
    store.set({ unusedScan: null });
    feedback.signal('info');
    findRows(text);
  };

  return {
    commandIn,
    notUsed,
    typed: (text: string): void => read(text, { id: 'typed', typed: true }),
    scanned: ({ id, text, aim }: Scan): void => {
      // The list it was kept for may have been left.
      if (!isCounting()) notUsed(text);
      else read(text, { id, ...(aim !== undefined && { aim }) });
    },
    /** It did not arrive as a scan should. */
    rejected: ({ text, reason }: ScanReject): void => {
      if (!isCounting()) unused(text);
      else {
        const why = reason === 'not-shown' || reason === 'wrong-end' ? { why: reason } : {};
        readCode(text, { id: 'rejected', broken: true, ...why });
      }
    },
  };
}
