import type { CameraWords } from './en/camera.ts';
import type { FrontWords } from './en/front.ts';
import type { InspectorWords } from './en/inspector.ts';
import type { OutboxWords } from './en/outbox.ts';
import type { ScannerWords } from './en/scanners.ts';

export type { CameraWords, FrontWords, InspectorWords, OutboxWords, ScannerWords };

/** The names of what is loaded only with the screens that it belongs to. */
export const PARTS = ['outbox', 'scanners', 'inspector', 'camera'] as const;
export type Part = (typeof PARTS)[number];

/** Their words. */
export interface Parts {
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
