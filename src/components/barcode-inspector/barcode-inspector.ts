import { ContextConsumer } from '@lit/context';
import { LitElement, adoptStyles, nothing } from 'lit';
import type { Subscription } from 'rxjs';
import type { CountSession } from '../../session/count-session.ts';
import type { Tokenizer } from '../../tokenizer/index.ts';
import { presentationContext, sessionContext } from '../shared/contexts.ts';
import { type Inspector, inspectorStyles, loadInspector } from './inspector.ts';

/**
 * @summary Explains a barcode: how it is cut, what each value is, and where it is not read, why, and what may have
 * happened to it. Shows how a new tokenizer would read it before the host uses it.
 *
 * Stands inside a session, whose tokenizers it takes and whose scans come to it while it is there; or by itself, with
 * `tokenizers`.
 *
 * @csspart code - The field for the code.
 * @csspart strip - The code in its pieces.
 */
export class InventarBarcodeInspectorElement extends LitElement {
  static override readonly properties = {
    text: {},
    tokenizers: { attribute: false },
    locale: {},
    aim: { attribute: false },
    inspector: { attribute: false },
    failed: { attribute: false },
    ofSession: { attribute: false },
  };

  /** The code that is explained. */
  text = '';
  /** The tokenizers to read it with; without them those of the session. */
  tokenizers: readonly Tokenizer[] | null = null;
  /** The language, where no session says it: `ro` or `ro-RO`. Default: the document's, else English. */
  locale = '';

  /** The symbology identifier that the scanner sent with the text. */
  private aim: string | undefined;
  private inspector: Inspector | null = null;
  private failed = false;
  private ofSession: readonly Tokenizer[] = [];
  private loadedLocale: string | null = null;
  private session: CountSession | null = null;
  private subscription: Subscription | null = null;
  private giveBack: (() => void) | null = null;
  private readonly presentation = new ContextConsumer(this, { context: presentationContext, subscribe: true });

  constructor() {
    super();
    new ContextConsumer(this, {
      context: sessionContext,
      subscribe: true,
      callback: session => this.follow(session),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.joinSession();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leaveSession();
  }

  protected override willUpdate(): void {
    const locale = this.presentation.value?.locale ?? (this.locale || document.documentElement.lang);
    if (locale !== this.loadedLocale) void this.load(locale);
  }

  protected override render(): unknown {
    if (this.inspector !== null) return this.inspector.render(this.text, this.aim, this.tokenizers ?? this.ofSession);
    return this.failed ? (this.presentation.value?.messages.notLoaded ?? '⚠') : nothing;
  }

  /** Its words. */
  private async load(locale: string): Promise<void> {
    this.loadedLocale = locale;
    try {
      const inspector = await loadInspector(locale, {
        explain: text => {
          this.aim = undefined;
          this.text = text;
        },
        update: () => this.requestUpdate(),
      });
      if (locale !== this.loadedLocale) return;
      if (this.renderRoot instanceof ShadowRoot) adoptStyles(this.renderRoot, inspectorStyles(this.session === null));
      this.inspector = inspector;
    } catch {
      this.failed = true;
      this.loadedLocale = null;
    }
  }

  private follow(session: CountSession | null): void {
    this.leaveSession();
    this.session = session;
    if (this.isConnected) this.joinSession();
  }

  private joinSession(): void {
    if (this.session === null || this.giveBack !== null) return;
    this.giveBack = this.session.takeScans(scan => {
      this.aim = scan.aim;
      this.text = scan.text;
    });
    this.subscription = this.session.state$.subscribe(({ host }) => {
      this.ofSession = host.status === 'ready' ? host.tokenizers : [];
    });
  }

  private leaveSession(): void {
    this.giveBack?.();
    this.giveBack = null;
    this.subscription?.unsubscribe();
    this.subscription = null;
  }
}
