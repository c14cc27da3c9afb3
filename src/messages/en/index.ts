import type { Language } from '../language.ts';
import { front } from './front.ts';

export const language: Language = {
  front,
  parts: {
    sentences: () => import('./sentences.ts'),
    outbox: () => import('./outbox.ts'),
    scanners: () => import('./scanners.ts'),
    inspector: () => import('./inspector.ts'),
    camera: () => import('./camera.ts'),
  },
};
