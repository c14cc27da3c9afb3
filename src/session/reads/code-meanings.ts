import type { CodeParts } from '../../domain/code-read.ts';
import { type BarcodeReader, type Gs1Parser, type Tokenizer, createBarcodeReader } from '../../tokenizer/index.ts';
import type { RunningOptions } from '../settings.ts';
import type { Gs1Status } from '../state/session-state.ts';
import { type LabelMeanings, interpret } from './interpret-reading.ts';

/** What counting has a use for; of two tokenizers with the same head, one of these is meant. */
const COUNTED = ['FSItem', 'FSItemVariant', 'FSLocation', 'FSBatchRegister', 'FSSerialNumber'];

/** What it takes to read GS1 labels. */
export interface Gs1 extends LabelMeanings {
  readonly parser: Gs1Parser;
}

/** Where it comes from: a part of the code that most reads do not need. */
export interface Gs1Source {
  /** Gives it as soon as it is there, and calls `onMissing` where it can't be had for now. Never rejects. */
  load(onMissing: () => void): Promise<Gs1>;
  /** Calls once when the page has nothing better to do. */
  whenIdle(call: () => void): void;
}

/** What the scanner told of a read beside its text. */
export interface ReadBeside {
  readonly aim?: string | undefined;
}

export interface CodeMeaningsOptions {
  /** What the page says now. */
  readonly running: Pick<RunningOptions, 'apostropheAsDash'>;
  /** Absent: GS1 data is not read. */
  readonly gs1: Gs1Source | undefined;
  readonly onGs1: (status: Gs1Status) => void;
}

export interface CodeMeanings {
  /** Reads by the host's tokenizers from now on; gives what is wrong with them. */
  use(tokenizers: readonly Tokenizer[]): BarcodeReader['warnings'];
  /** The page says another thing. */
  renew(): void;
  /** What a text may mean, likeliest first; `null`: it may be GS1, and that can't be told yet. */
  of(text: string, beside: ReadBeside): readonly CodeParts[] | null;
  /** The same, as soon as it can be told. Never rejects. */
  onceKnown(text: string, beside: ReadBeside): Promise<readonly CodeParts[]>;
}

/** Reads texts by the host's tokenizers; and GS1 labels, once what that takes was loaded in idle time or for a read. */
export function createCodeMeanings({ running, gs1: source, onGs1 }: CodeMeaningsOptions): CodeMeanings {
  let tokenizers: readonly Tokenizer[] = [];
  let gs1: Gs1 | null = null;
  let reader = createBarcodeReader();
  /** It is there, or not to be had for now: no read waits for it. */
  let isSettled = source === undefined;
  let loading: Promise<void> | null = null;

  const renew = () => {
    const { apostropheAsDash = false } = running;
    const gs1Parser = gs1?.parser;
    reader = createBarcodeReader({ tokenizers, gs1: gs1Parser, acceptedMainObjects: COUNTED, apostropheAsDash });
    return reader.warnings;
  };

  const load = (): Promise<void> =>
    new Promise(resolve => {
      const settle = (status: Gs1Status) => {
        isSettled = true;
        onGs1(status);
        resolve();
      };
      void source
        ?.load(() => settle('failed'))
        .then(loaded => {
          gs1 = loaded;
          renew();
          settle('ready');
        });
    });
  const settled = () => (isSettled ? Promise.resolve() : (loading ??= load()));

  const read = (text: string, beside: ReadBeside) => reader.read(text, beside);
  const meaningsOf = (reading: ReturnType<typeof read>) => interpret(reading, gs1);

  onGs1(isSettled ? 'off' : 'loading');
  source?.whenIdle(() => void settled());
  return {
    renew,
    use: given => {
      tokenizers = given;
      return renew();
    },
    // What no tokenizer takes may be GS1: it waits in its turn until that can be told; all others never wait.
    of: (text, beside) => {
      const reading = read(text, beside);
      return reading.kind === 'tokenizer' || isSettled ? meaningsOf(reading) : null;
    },
    onceKnown: async (text, beside) => {
      await settled();
      return meaningsOf(read(text, beside));
    },
  };
}
