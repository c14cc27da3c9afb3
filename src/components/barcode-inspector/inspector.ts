import { type CSSResultOrNative, type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { InspectorWords } from '../../messages/language.ts';
import type { Telling } from '../../messages/say.ts';
import { loadWords } from '../../messages/words.ts';
import { type Explanation, type Repair, explain } from '../../tokenizer/explain.ts';
import { createGs1Parser } from '../../tokenizer/gs1/index.ts';
import type { Tokenizer } from '../../tokenizer/index.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { browserClock } from '../../ports/time.ts';
import { tokenStyles } from '../shared/tokens.styles.ts';
import { barcodeInspectorStyles } from './barcode-inspector.styles.ts';
import { pastedRows } from './pasted-rows.ts';
import { renderReading } from './reading-view.ts';
import { renderTrial } from './trial-view.ts';

/** What the inspector needs of the element that it stands in. */
export interface InspectorHost {
  /** Another text is to be explained. */
  readonly explain: (text: string) => void;
  readonly update: () => void;
}

/** The styles of the element; outside a session the look's tokens too, which are the session's otherwise. */
export function inspectorStyles(alone: boolean): CSSResultOrNative[] {
  return [...(alone ? [tokenStyles] : []), baseStyles, barcodeInspectorStyles];
}

/** Loads the words, and makes the part of the inspector that nobody loads who does not open it. */
export async function loadInspector(locale: string, host: InspectorHost): Promise<Inspector> {
  const words = await loadWords(locale);
  const [own, sentences] = await Promise.all([words.load('inspector'), words.load('sentences')]);
  return new Inspector(locale, own, { messages: words.front, sentences }, host);
}

/** What of a code is shown, and which tokenizer is being tried. Explains again only what has changed. */
export class Inspector {
  private readonly locale: string;
  private readonly telling: Telling;
  private readonly words: InspectorWords;
  private readonly host: InspectorHost;
  private readonly gs1 = createGs1Parser({ currentYear: new Date(browserClock.now()).getFullYear() });
  private explained: { readonly key: readonly unknown[]; readonly explanation: Explanation } | null = null;
  private chosen = 0;
  private trial: Tokenizer | null = null;
  private wrongLine: number | null = null;

  constructor(locale: string, words: InspectorWords, telling: Telling, host: InspectorHost) {
    this.locale = locale;
    this.telling = telling;
    this.words = words;
    this.host = host;
  }

  render(text: string, aim: string | undefined, known: readonly Tokenizer[]): TemplateResult {
    const { words, locale, telling, trial } = this;
    const explanation = this.explanationOf(text, aim, known);
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
          .value=${live(text)}
          @input=${(event: InputEvent) => {
            if (event.target instanceof HTMLInputElement) this.host.explain(event.target.value);
          }}
        />
      </label>
      ${
        text === ''
          ? nothing
          : renderReading(explanation, this.chosen, words, locale, {
              choose: split => this.choose(split),
              take: repair => this.take(repair, known),
            })
      }
      ${renderTrial(
        { trial, known, warnings: this.warningsOf(explanation), wrongLine: this.wrongLine, telling },
        words,
        {
          change: edit => this.try(this.trial === null ? null : edit(this.trial)),
          start: from => this.try(from ?? { code: '', description: '', separator: '-', rows: [] }),
          stop: () => this.try(null),
          paste: rows => this.paste(rows),
        },
      )}
    `;
  }

  private explanationOf(text: string, aim: string | undefined, known: readonly Tokenizer[]): Explanation {
    const key = [text, aim, known, this.trial];
    if (this.explained === null || key.some((part, index) => part !== this.explained?.key[index])) {
      const { trial, gs1 } = this;
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

  private choose(split: number): void {
    this.chosen = split;
    this.host.update();
  }

  private take({ text, cause }: Repair, known: readonly Tokenizer[]): void {
    if (cause.kind !== 'length') {
      this.host.explain(text);
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
    this.host.update();
  }

  private paste(text: string): void {
    const pasted = pastedRows(text);
    if ('line' in pasted) this.wrongLine = pasted.line;
    else if (this.trial !== null) this.try({ ...this.trial, rows: pasted.rows });
    this.host.update();
  }
}
