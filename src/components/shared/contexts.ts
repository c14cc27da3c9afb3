import { createContext } from '@lit/context';
import type { Telling } from '../../messages/say.ts';
import type { Words } from '../../messages/words.ts';
import type { Clock } from '../../ports/time.ts';
import type { CountSession } from '../../session/count-session.ts';
import type { PresentationSettings } from '../../session/settings.ts';

/** How things are shown: words, formats, keys; and time. `locale` is the one chosen of `settings` and the document. */
export interface Presentation extends Telling {
  /** Where a screen that is loaded later has its words from: `WordsController`. */
  readonly words: Words;
  readonly settings: PresentationSettings;
  readonly clock: Clock;
}

// `Symbol.for`: two bundles on one page share their contexts.
/** The session that the elements inside show. */
export const sessionContext = createContext<CountSession | null>(Symbol.for('wms-inventar.session'));

/** The language and keys of the elements inside; `null` until the language is loaded. */
export const presentationContext = createContext<Presentation | null>(Symbol.for('wms-inventar.presentation'));
