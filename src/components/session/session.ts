import { ContextProvider } from '@lit/context';
import { LitElement, type PropertyValues, html } from 'lit';
import { property } from 'lit/decorators.js';
import type { ObservableInput, Subscription } from 'rxjs';
import { connectInventar } from '../../connect/connect.ts';
import { type Locale, loadMessages, localeFor } from '../../messages/load.ts';
import type { HostScan } from '../../scanner/from-observable.ts';
import type { InventoryGateway } from '../../services/inventory-gateway.ts';
import type { TokenSource } from '../../services/rest/rest-gateway.ts';
import type { CountSession } from '../../session/count-session.ts';
import type { OfferedSource } from '../../session/scanners/scanners-flow.ts';
import { presentationContext, sessionContext } from '../shared/contexts.ts';
import { browserAfter, browserNow } from '../shared/now.ts';
import { tokenStyles } from '../shared/tokens.styles.ts';
import { sessionStyles } from './session.styles.ts';

/**
 * @summary Connects to a host and provides the session, the language and the look to the elements inside it.
 *
 * The host page signs in. A bearer token comes by property (`token`), never by attribute; without one, the browser's
 * cookies sign each request. A session that the element makes itself, it disposes of when it is removed; one that is
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
export class InventarSessionElement extends LitElement {
  static override readonly styles = [tokenStyles, sessionStyles];

  /** Base URL of the REST services, relative to the page: `/api`. */
  @property({ attribute: 'base-url' }) baseUrl = '';
  /** Language of the screens, such as `ro` or `ro-RO`. Default: the document's, else English. */
  @property() locale = '';
  /** `light`, `dark`, or as the device prefers. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' = 'auto';
  /** `touch` for gloves, `compact` for desks. */
  @property({ reflect: true }) density: 'touch' | 'compact' = 'touch';
  /** `off`: scanners that type like a keyboard are not heard; scans come from `scans` alone. */
  @property({ attribute: 'keyboard-wedge' }) keyboardWedge: 'on' | 'off' = 'on';
  /** `on`: the next item read confirms the count that stands; `off`: it waits. Default: what the host says. */
  @property({ attribute: 'next-item-confirms' }) nextItemConfirms: '' | 'on' | 'off' = '';
  /** `off`: nothing is kept on this device, and each count waits for the host. */
  @property() outbox: '' | 'on' | 'off' = '';
  /** Which of several data bases behind one URL is counted in. */
  @property() tenant = '';
  /** Who is signed in, where the page knows: nobody is shown what another operator left on this device. */
  @property({ attribute: 'user-name' }) userName = '';
  /** A name for this device, for the rows' history. */
  @property({ attribute: 'device-name' }) deviceName = '';
  /** The key that undoes the last confirmation; so does Ctrl+Z outside of a field. */
  @property({ attribute: 'undo-key' }) undoKey = 'F7';
  /** The key that confirms, by its `KeyboardEvent.key`. */
  @property({ attribute: 'confirm-key' }) confirmKey = 'F8';
  /** The key that discards what is not confirmed. */
  @property({ attribute: 'discard-key' }) discardKey = 'F9';
  /** What each command barcode starts with; `off`: there are none. Default: what the host says, else `$$`. */
  @property({ attribute: 'command-prefix' }) commandPrefix = '';
  /** `on`: takes `'` for `-` where no tokenizer knows a text as it is. */
  @property({ attribute: 'apostrophe-as-dash' }) apostropheAsDash: '' | 'on' | 'off' = '';
  /** Scanners that the operator may connect in the scanner setup. Default: USB (HID), serial, camera. */
  @property({ attribute: false }) offered: readonly OfferedSource[] | null = null;
  /** A bearer token, or a function that gives one and is asked again when the host answers 401. */
  @property({ attribute: false }) token: TokenSource = null;
  /** The page's own stream of scans: texts, or objects with a `text`. */
  @property({ attribute: false }) scans: ObservableInput<HostScan> | null = null;
  /** A gateway of the page's own, instead of `base-url`. */
  @property({ attribute: false }) gateway: InventoryGateway | null = null;
  /** A session made with `connectInventar`, instead of all the above. */
  @property({ attribute: false }) session: CountSession | null = null;

  private own: CountSession | null = null;
  private subscription: Subscription | null = null;
  private readonly sessionProvider = new ContextProvider(this, { context: sessionContext, initialValue: null });
  private readonly presentationProvider = new ContextProvider(this, {
    context: presentationContext,
    initialValue: null,
  });

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
    const connection = [
      'baseUrl',
      'token',
      'scans',
      'gateway',
      'session',
      'keyboardWedge',
      'nextItemConfirms',
      'outbox',
      'tenant',
      'userName',
      'deviceName',
      'commandPrefix',
      'apostropheAsDash',
      'offered',
    ] as const;
    if (connection.some(name => changed.has(name))) this.provideSession();
    const presentation = ['locale', 'confirmKey', 'discardKey', 'undoKey'] as const;
    if (presentation.some(name => changed.has(name))) void this.providePresentation();
  }

  protected override render(): unknown {
    return html`<slot></slot>`;
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
      this.own = connectInventar({
        gateway,
        token: this.token,
        keyboardWedge: this.keyboardWedge !== 'off',
        ...(this.scans !== null && { scans: this.scans }),
        ...(this.outbox !== '' && { outbox: this.outbox }),
        ...(this.tenant !== '' && { tenant: this.tenant }),
        ...(this.userName !== '' && { userName: this.userName }),
        device: this.deviceName,
        ...(this.offered !== null && { offered: this.offered }),
        ...(this.commandPrefix !== '' && { commandPrefix: this.commandPrefix === 'off' ? '' : this.commandPrefix }),
        apostropheAsDash: this.apostropheAsDash === 'on',
        ...(this.nextItemConfirms !== '' && { nextItemConfirms: this.nextItemConfirms === 'on' }),
      });
    }
    const session = this.session ?? this.own;
    this.subscription = session?.events$.subscribe(({ type, detail }) => this.tell(type, detail)) ?? null;
    this.sessionProvider.setValue(session);
  }

  private async providePresentation(): Promise<void> {
    const locale: Locale = localeFor([this.locale, document.documentElement.lang]);
    const keys = { confirm: this.confirmKey, discard: this.discardKey, undo: this.undoKey };
    const messages = await loadMessages(locale);
    if (!this.hasAttribute('lang')) this.lang = locale;
    this.presentationProvider.setValue({ locale, messages, keys, now: browserNow, after: browserAfter });
  }

  private tell(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(`wms-inventar-${type}`, { detail, bubbles: true, composed: true }));
  }

  private disposeOwn(): void {
    this.subscription?.unsubscribe();
    this.subscription = null;
    this.own?.dispose();
    this.own = null;
  }
}
