import { ContextProvider } from '@lit/context';
import { type PropertyDeclarations, type PropertyValues, nothing } from 'lit';
import { html } from 'lit/static-html.js';
import type { Subscription } from 'rxjs';
import { connectInventar } from '../../connect/connect.ts';
import { loadAllParts, need } from '../../loading/later.ts';
import { whenIdle } from '../../loading/when-idle.ts';
import { type Words, loadWords } from '../../messages/words.ts';
import { browserClock } from '../../ports/time.ts';
import type { CountSession } from '../../session/count-session.ts';
import { type Change, optionsOf, presentationOf, settingsOf } from '../../session/settings.ts';
import { presentationContext, sessionContext } from '../shared/contexts.ts';
import { loadElements } from '../shared/later-elements.ts';
import { siblingTag } from '../shared/suffix.ts';
import { tokenStyles } from '../shared/tokens.styles.ts';
import { WindowListener } from '../shared/window-listener.ts';
import { sessionStyles } from './session.styles.ts';
import { SettingsElement } from './settings-element.ts';

/**
 * @summary Connects to a host and provides the session, the language and the look to the elements inside it.
 *
 * The host page signs in. A bearer token comes by property (`token`), never by attribute; without one, the browser's
 * cookies sign each request. Its properties are the settings of `session/settings.ts`. A session that the element makes itself, it disposes of when it is removed; one that is
 * given to it, it leaves alone.
 *
 * @slot - The elements that show the session, laid out as the page likes.
 * @fires {CustomEvent<{listId: string, mode: 'count' | 'view'}>} wms-inventar-list-opened - A list was opened.
 * @fires {CustomEvent<{listId: string, row: CountRow}>} wms-inventar-count-saved - A count is safe on this device.
 * @fires {CustomEvent<{listId: string, row: CountRow}>} wms-inventar-count-recorded - The host has a count.
 * @fires {CustomEvent<{unfinished: number}>} wms-inventar-logged-out - The operator logged out of this device.
 * @fires {CustomEvent<{listId: string}>} wms-inventar-list-left - The operator went back to the lists.
 * @fires {CustomEvent<{code: string, listId: string | null}>} wms-inventar-error - The operator was shown an error.
 * @cssprop --wms-inventar-font - The font family.
 * @cssprop --wms-inventar-radius - How round corners are.
 * @cssprop --wms-inventar-accent - Action colour; `-on-accent` on it, `-accent-soft` behind what is selected.
 * @cssprop --wms-inventar-on-accent - Text on the action colour.
 * @cssprop --wms-inventar-accent-soft - Background of what is selected.
 * @cssprop --wms-inventar-paper - Background of the page.
 * @cssprop --wms-inventar-surface - Background of cards and fields.
 * @cssprop --wms-inventar-sunken - Background of what is disabled.
 * @cssprop --wms-inventar-line - Lines between rows.
 * @cssprop --wms-inventar-border - Borders of fields and buttons.
 * @cssprop --wms-inventar-ink - Text; `-ink-2` and `-ink-3` are weaker.
 * @cssprop --wms-inventar-ink-2 - Weaker text.
 * @cssprop --wms-inventar-ink-3 - Labels and hints.
 * @cssprop --wms-inventar-focus - The ring around what has the focus.
 */
export class InventarSessionElement extends SettingsElement {
  static override readonly styles = [tokenStyles, sessionStyles];
  static override readonly properties: PropertyDeclarations = {
    session: { attribute: false },
    language: { attribute: false },
  };

  /** A session made with `connectInventar`, instead of what makes one. */
  session: CountSession | null = null;

  /** The language that was asked for last; none, where it could not be loaded. */
  private language: Promise<Words> | null = null;
  private own: CountSession | null = null;
  /** A list has been opened: what is not needed for counting may be loaded. */
  private hasOpened = false;
  private subscription: Subscription | null = null;
  private readonly sessionProvider = new ContextProvider(this, { context: sessionContext, initialValue: null });
  private readonly presentationProvider = new ContextProvider(this, {
    context: presentationContext,
    initialValue: null,
  });

  constructor() {
    super();
    new WindowListener(this, 'online', () => {
      if (this.hasOpened) void this.loadRest();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A page that moves the element disconnects and connects it at once: the session outlives that.
    if (this.own === null && this.hasUpdated) this.provideSession();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.disposeOwn();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const has = (...changes: Change[]) => settingsOf(...changes).some(name => changed.has(name));
    if (changed.has('session') || has('host', 'connection')) this.provideSession();
    else if (has('running')) this.own?.change(optionsOf(this));
    if (has('presentation')) void this.providePresentation();
  }

  protected override render(): unknown {
    const wordless = this.language === null && this.presentationProvider.value === null;
    const missing = siblingTag(this, 'wms-inventar-session', 'wms-inventar-missing-parts');
    return html`${wordless ? this.renderWordless() : nothing}<${missing}></${missing}><slot></slot>`;
  }

  /**
   * For the page's own "Sign out": asks about counts that would stay behind, and deletes what others must not read.
   * `wms-inventar-logged-out` says when it is done; only then is the sign-in to be ended.
   */
  logOut(): void {
    (this.session ?? this.own)?.dispatch({ type: 'log-out' });
  }

  /** After the page signed the operator in again: what waited for that is sent, and nobody else's counts are. */
  signedIn(): void {
    (this.session ?? this.own)?.dispatch({ type: 'connect' });
  }

  private provideSession(): void {
    this.disposeOwn();
    const gateway = this.gateway ?? this.baseUrl;
    if (this.session === null && gateway !== '') {
      this.own = connectInventar({ gateway, ...optionsOf(this) });
    }
    const session = this.session ?? this.own;
    this.subscription = session?.events$.subscribe(({ type, detail }) => this.tell(type, detail)) ?? null;
    this.sessionProvider.setValue(session);
  }

  private async providePresentation(): Promise<void> {
    const before = this.presentationProvider.value?.words;
    const language = loadWords(this.locale, document.documentElement.lang);
    this.language = language;
    try {
      const words = await language;
      if (before !== undefined) await words.loadAsIn(before);
      if (this.language !== language) return;
      if (!this.hasAttribute('lang') || this.lang === before?.locale) this.lang = words.locale;
      const { locale, front: messages } = words;
      const settings = presentationOf(this);
      const sentences = words.get('sentences');
      this.presentationProvider.setValue({ locale, messages, sentences, words, settings, clock: browserClock });
      whenIdle(() => void need(this.addSentences));
    } catch {
      if (this.language === language) this.language = null;
    }
  }

  /** What is told in sentences; who shows one shows it again once they are there. */
  private readonly addSentences = async (): Promise<void> => {
    const { value } = this.presentationProvider;
    if (value === null || value.sentences !== null) return;
    const sentences = await value.words.load('sentences');
    if (this.presentationProvider.value === value) this.presentationProvider.setValue({ ...value, sentences });
  };

  /** Nothing is shown without words, and these are not loaded: so they are English. */
  private renderWordless() {
    return html`
      <p role="alert">⚠ Not loaded. <button @click=${() => void this.providePresentation()}>Try again</button></p>
    `;
  }

  /** All that may be asked for. The elements come first: what they load in their turn is known only then. */
  private async loadRest(): Promise<void> {
    await loadElements();
    await this.presentationProvider.value?.words.loadAll();
    await need(this.addSentences);
    await loadAllParts();
  }

  private tell(type: string, detail: object): void {
    // Counting comes first; then all that may be asked for in the hall, where the network may be gone.
    if (type === 'list-opened') {
      this.hasOpened = true;
      whenIdle(() => void this.loadRest());
    }
    this.dispatchEvent(new CustomEvent(`wms-inventar-${type}`, { detail, bubbles: true, composed: true }));
  }

  private disposeOwn(): void {
    this.subscription?.unsubscribe();
    this.subscription = null;
    this.own?.dispose();
    this.own = null;
  }
}
