import { type TemplateResult, adoptStyles, html, nothing } from 'lit';
import { live } from '../shared/live-value.ts';
import type { Parts } from '../../messages/language.ts';
import { loadWords } from '../../messages/words.ts';
import { browserClock } from '../../ports/time.ts';
import type { CountSession } from '../../session/count-session.ts';
import type { InventarState } from '../../session/state/session-state.ts';
import { type Explanation, type Repair, explain } from '../../tokenizer/explain.ts';
import { createGs1Parser } from '../../tokenizer/gs1/index.ts';
import type { Tokenizer } from '../../tokenizer/index.ts';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { InventarElement } from '../shared/inventar-element.ts';
import { tokenStyles } from '../shared/tokens.styles.ts';
import { WordsController } from '../shared/words-controller.ts';
import { barcodeInspectorStyles } from './barcode-inspector.styles.ts';
import { pastedRows } from './pasted-rows.ts';
import { renderReading } from './reading-view.ts';
import { renderTrial } from './trial-view.ts';

/** What it has of a session, and outside one by itself. */
type OwnPresentation = Pick<Presentation, 'locale' | 'messages' | 'sentences' | 'words'>;

const STYLES = [baseStyles, barcodeInspectorStyles];
const NONE: readonly Tokenizer[] = [];

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
export class InventarBarcodeInspectorElement extends InventarElement {
  static override readonly styles = STYLES;
  static override readonly properties = {
    text: {},
    tokenizers: { attribute: false },
    locale: {},
    aim: { attribute: false },
    alone: { attribute: false },
    trial: { attribute: false },
    wrongLine: { attribute: false },
  };

  /** The code that is explained. */
  text = '';
  /** The tokenizers to read it with; without them those of the session. */
  tokenizers: readonly Tokenizer[] | null = null;
  /** The language, where no session says it: `ro` or `ro-RO`. Default: the document's, else English. */
  locale = '';

  /** The symbology identifier that the scanner sent with the text. */
  private aim: string | undefined;
  /** In the language that was asked for outside a session. */
  private alone: OwnPresentation | 'failed' | null = null;
  private askedLocale: string | null = null;
  /** Which of the ways to cut the code is shown. */
  private chosen = 0;
  /** The tokenizer that is being tried. */
  private trial: Tokenizer | null = null;
  private wrongLine: number | null = null;
  private explained: { readonly key: readonly unknown[]; readonly explanation: Explanation } | null = null;
  private giveBack: (() => void) | null = null;
  private readonly gs1 = createGs1Parser({ currentYear: new Date(browserClock.now()).getFullYear() });
  private readonly words = new WordsController(this, 'inspector');

  override connectedCallback(): void {
    super.connectedCallback();
    this.takeScans();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leaveScans();
  }

  protected override joined(session: CountSession | null): void {
    this.leaveScans();
    if (this.isConnected) this.takeScans();
    // The look is the session's from here on.
    if (session !== null && this.alone !== null) this.adopt(STYLES);
  }

  protected override select({ host }: InventarState) {
    return [host];
  }

  protected override willUpdate(): void {
    const locale = this.locale || document.documentElement.lang;
    if (this.presentation === null && locale !== this.askedLocale) void this.load(locale);
  }

  protected override render(): TemplateResult | typeof nothing {
    const presentation = this.presentation ?? this.alone;
    if (presentation === 'failed') return html`⚠`;
    if (presentation === null) return nothing;
    return this.words.render(presentation, shown => this.renderInspector(shown));
  }

  protected override renderState(): typeof nothing {
    return nothing;
  }

  private renderInspector(telling: OwnPresentation & { readonly part: Parts['inspector'] }): TemplateResult {
    const { part: words, locale } = telling;
    const { trial, wrongLine } = this;
    const { host } = this.state ?? {};
    const known = this.tokenizers ?? (host?.status === 'ready' ? host.tokenizers : NONE);
    const explanation = this.explanationOf(known);
    return html`
      <label class="field code" part="code">
        <span>${words.code}</span>
        <input
          id="code"
          class="input"
          dir="ltr"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          maxlength="4096"
          placeholder=${words.codeHint}
          .value=${live(this.text)}
          @input=${(event: InputEvent) => {
            if (event.target instanceof HTMLInputElement) this.explain(event.target.value);
          }}
        />
      </label>
      ${
        this.text === ''
          ? nothing
          : renderReading(explanation, this.chosen, words, locale, {
              choose: split => {
                this.chosen = split;
                this.requestUpdate();
              },
              take: repair => this.takeRepair(repair, known),
            })
      }
      ${renderTrial({ trial, known, warnings: this.warningsOf(explanation), wrongLine, telling }, words, {
        change: edit => this.try(this.trial === null ? null : edit(this.trial)),
        start: from => this.try(from ?? { code: '', description: '', separator: '-', rows: [] }),
        stop: () => this.try(null),
        paste: rows => this.paste(rows),
      })}
    `;
  }

  /** Explains again only what has changed. */
  private explanationOf(known: readonly Tokenizer[]): Explanation {
    const { text, aim, trial, gs1 } = this;
    const key = [text, aim, known, trial];
    if (this.explained === null || key.some((part, index) => part !== this.explained?.key[index])) {
      const tokenizers = trial === null ? known : [trial, ...known.filter(({ code }) => code !== trial.code)];
      this.explained = { key, explanation: explain(text, { tokenizers, gs1, aim }) };
      this.chosen = 0;
    }
    return this.explained.explanation;
  }

  /** Those of the tokenizer that is tried: it stands first, and one without a code is named by its place. */
  private warningsOf({ warnings }: Explanation) {
    const { trial } = this;
    return trial === null ? [] : warnings.filter(({ tokenizer }) => tokenizer === (trial.code || '#1'));
  }

  private explain(text: string, aim?: string): void {
    this.aim = aim;
    this.text = text;
  }

  private takeRepair({ text, cause }: Repair, known: readonly Tokenizer[]): void {
    if (cause.kind !== 'length') {
      this.explain(text);
      return;
    }
    const { tokenizer, sequence, length } = cause;
    const found = this.trial?.code === tokenizer ? this.trial : known.find(({ code }) => code === tokenizer);
    if (found === undefined) return;
    this.try({ ...found, rows: found.rows.map(row => (row.sequence === sequence ? { ...row, length } : row)) });
  }

  private try(trial: Tokenizer | null): void {
    this.trial = trial;
    this.wrongLine = null;
  }

  private paste(text: string): void {
    const pasted = pastedRows(text);
    if ('line' in pasted) this.wrongLine = pasted.line;
    else if (this.trial !== null) this.try({ ...this.trial, rows: pasted.rows });
  }

  private async load(locale: string): Promise<void> {
    this.askedLocale = locale;
    try {
      const words = await loadWords(locale);
      const sentences = await words.load('sentences');
      if (locale !== this.askedLocale) return;
      if (this.session === null) this.adopt([tokenStyles, ...STYLES]);
      this.alone = { locale: words.locale, messages: words.front, sentences, words };
    } catch {
      this.alone = 'failed';
      this.askedLocale = null;
    }
  }

  private adopt(styles: Parameters<typeof adoptStyles>[1]): void {
    if (this.renderRoot instanceof ShadowRoot) adoptStyles(this.renderRoot, styles);
  }

  private takeScans(): void {
    this.giveBack ??= this.session?.takeScans(({ text, aim }) => this.explain(text, aim)) ?? null;
  }

  private leaveScans(): void {
    this.giveBack?.();
    this.giveBack = null;
  }
}
