import { type ReactiveControllerHost, type TemplateResult, html } from 'lit';
import type { Part, Parts } from '../../messages/language.ts';
import type { Words } from '../../messages/words.ts';
import { renderAlert } from './alert-view.ts';
import type { Presentation } from './contexts.ts';

/** A presentation with the words of one part of the screens. */
export interface PartPresentation<P extends Part> extends Presentation {
  readonly part: Parts[P];
}

/**
 * Gives an element the words of a part that is not there from the start (`messages/language.ts`), in the language of its
 * session. They are loaded when they are first rendered; `presentation.words.load(part)` has them loaded before.
 *
 * ```ts
 * private readonly words = new WordsController(this, 'outbox');
 * renderState(state, presentation) {
 *   return this.words.render(presentation, ({ part: t, messages }) => html`<h2>${t.title}</h2>`);
 * }
 * ```
 *
 * When the language changes, the session first loads what was asked for in the one before: words and formats change at
 * once, in all parts.
 */
export class WordsController<P extends Part> {
  private readonly host: ReactiveControllerHost;
  private readonly part: P;
  /** The language that is being loaded, or could not be. */
  private asked: Words | null = null;
  private failed = false;

  constructor(host: ReactiveControllerHost, part: P) {
    this.host = host;
    this.part = part;
  }

  /**
   * What `show` makes of the words. Until they are there, "Loading…"; where they can't be had, that the screen could not be
   * loaded, with a button that tries again.
   */
  render<T, S extends Pick<Presentation, 'words' | 'messages'>>(
    presentation: S,
    show: (presentation: S & { readonly part: Parts[P] }) => T,
  ): T | TemplateResult {
    const part = presentation.words.get(this.part);
    if (part !== null) return show({ ...presentation, part });
    const { words, messages: t } = presentation;
    if (this.asked !== words) void this.load(words);
    if (!this.failed) return html`<p class="empty" id="title" tabindex="-1" role="status">${t.loading}</p>`;
    const text = html`<span id="title" tabindex="-1">${t.notLoaded}</span>`;
    return renderAlert(null, text, t.tryAgain, () => void this.load(words));
  }

  private async load(words: Words): Promise<void> {
    this.asked = words;
    this.failed = false;
    this.host.requestUpdate();
    try {
      await words.load(this.part);
    } catch {
      if (this.asked === words) this.failed = true;
    }
    this.host.requestUpdate();
  }
}
