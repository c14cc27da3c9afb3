import type { CameraWords } from './en/camera.ts';
import type { FrontWords } from './en/front.ts';
import type { InspectorWords } from './en/inspector.ts';
import type { OutboxWords } from './en/outbox.ts';
import type { ScannerWords } from './en/scanners.ts';
import type { Sentences } from './tables.ts';

export type { CameraWords, FrontWords, InspectorWords, OutboxWords, ScannerWords, Sentences };

/** The names of what is loaded later: what is told in sentences when the browser is idle, the others with their screens. */
export const PARTS = ['sentences', 'outbox', 'scanners', 'inspector', 'camera'] as const;
export type Part = (typeof PARTS)[number];

/** Their words. */
export interface Parts {
  readonly sentences: Sentences;
  readonly outbox: OutboxWords;
  readonly scanners: ScannerWords;
  readonly inspector: InspectorWords;
  readonly camera: CameraWords;
}

/** What the `index.ts` of a language names: the words that are there before the first scan, and how to get the others. */
export interface Language {
  readonly front: FrontWords;
  readonly parts: { readonly [P in Part]: () => Promise<{ readonly [N in P]: Parts[P] }> };
}
