import type { CodeParts } from '../../domain/code-read.ts';
import { type BarcodeReader, type Gs1Parser, type Tokenizer, createBarcodeReader } from '../../tokenizer/index.ts';
import { type Gs1Source, type Gs1Status, loadGs1 } from './gs1-loading.ts';
import type { CountingOptions } from '../settings.ts';
import { interpret } from './interpret-reading.ts';

/** What counting has a use for; of two tokenizers with the same head, one of these is meant. */
const COUNTED = ['FSItem', 'FSItemVariant', 'FSLocation', 'FSBatchRegister', 'FSSerialNumber'];

/** What the scanner told of a read beside its text. */
export interface ReadBeside {
  readonly aim?: string | undefined;
}

export interface CodeMeaningsOptions extends CountingOptions {
  /** Absent: GS1 data is not read. */
  readonly gs1: Gs1Source | undefined;
  readonly onGs1: (status: Gs1Status) => void;
}

export interface CodeMeanings {
  /** Reads by the host's tokenizers from now on; gives what is wrong with them. */
  use(tokenizers: readonly Tokenizer[]): BarcodeReader['warnings'];
  /** What a text may mean, likeliest first; `null`: it may be GS1, and that can't be told yet. */
  of(text: string, beside: ReadBeside): readonly CodeParts[] | null;
  /** The same, as soon as it can be told. Never rejects. */
  onceKnown(text: string, beside: ReadBeside): Promise<readonly CodeParts[]>;
}

/** Reads texts by the host's tokenizers, and by the GS1 parser, which comes later. */
export function createCodeMeanings(options: CodeMeaningsOptions): CodeMeanings {
  const { apostropheAsDash = false, onGs1 } = options;
  let tokenizers: readonly Tokenizer[] = [];
  let gs1: Gs1Parser | undefined;
  let reader = createBarcodeReader();
  const renew = () =>
    (reader = createBarcodeReader({ tokenizers, gs1, acceptedMainObjects: COUNTED, apostropheAsDash }));
  const loading = loadGs1(options.gs1, (status, parser) => {
    gs1 = parser;
    renew();
    onGs1(status);
  });
  return {
    use: given => {
      tokenizers = given;
      return renew().warnings;
    },
    // What no tokenizer takes may be GS1: it waits in its turn until that can be told; all others never wait.
    of: (text, beside) => {
      const reading = reader.read(text, beside);
      return reading.kind === 'tokenizer' || loading.isSettled() ? interpret(reading) : null;
    },
    onceKnown: async (text, beside) => {
      await loading.settled();
      return interpret(reader.read(text, beside));
    },
  };
}
