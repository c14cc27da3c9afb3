import { localeFor } from '../load.ts';
import type { InspectorMessages } from './en.ts';

/** Loads the words of one language. They are no part of the screens' own: who counts does not load them. */
export async function loadInspectorMessages(locale: string): Promise<InspectorMessages> {
  switch (localeFor([locale])) {
    case 'en':
      return (await import('./en.ts')).inspector;
    case 'ro':
      return (await import('./ro.ts')).inspector;
    case 'it':
      return (await import('./it.ts')).inspector;
  }
}
