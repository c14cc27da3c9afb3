import type { Language } from '../language.ts';
import { front } from './front.ts';

export const en: Language = {
  front,
  parts: {
    outbox: async () => (await import('./outbox.ts')).outbox,
    scanners: async () => (await import('./scanners.ts')).scanners,
    inspector: async () => (await import('./inspector.ts')).inspector,
    camera: async () => (await import('./camera.ts')).camera,
  },
};
