import { type TemplateResult, html } from 'lit';
import { live } from '../shared/live-value.ts';
import type { InspectorWords } from '../../messages/language.ts';
import type { Telling } from '../../messages/say.ts';
import { warningText } from '../../messages/telling.ts';
import type { ConfigurationWarning, Tokenizer, TokenizerRow } from '../../tokenizer/index.ts';
import { closeIcon } from '../shared/icons.ts';

export interface TrialHandlers {
  /** Makes another one of the one that is tried by then. */
  readonly change: (edit: (trial: Tokenizer) => Tokenizer) => void;
  readonly start: (from: Tokenizer | null) => void;
  readonly stop: () => void;
  readonly paste: (text: string) => void;
}

/** What a supervisor is trying: nothing of it is saved. */
export interface TrialView {
  readonly trial: Tokenizer | null;
  readonly known: readonly Tokenizer[];
  readonly warnings: readonly ConfigurationWarning[];
  /** The line of the pasted text that is no row. */
  readonly wrongLine: number | null;
  /** The words that a list with such tables has too. */
  readonly telling: Telling;
}

const NEW_ROW: Omit<TokenizerRow, 'sequence'> = {
  businessObject: null,
  property: null,
  length: '',
  separator: '-',
  mainObject: null,
};
const FIELDS = ['businessObject', 'property', 'length', 'separator', 'mainObject', 'decimals'] as const;

/** A tokenizer that is not in the host's configuration yet: its header, its rows, and what is wrong with them. */
export function renderTrial(view: TrialView, words: InspectorWords, handlers: TrialHandlers): TemplateResult {
  const { trial, known } = view;
  return html`
    <details class="trial" .open=${trial !== null}>
      <summary>${words.trial}</summary>
      <p>${words.trialHelp}</p>
      ${trial === null ? renderStart(known, words, handlers) : renderEditor(trial, view, words, handlers)}
    </details>
  `;
}

function renderStart(known: readonly Tokenizer[], words: InspectorWords, { start }: TrialHandlers): TemplateResult {
  return html`
    <div class="start">
      <button class="button" data-new @click=${() => start(null)}>${words.startFrom}: ${words.newTokenizer}</button>
      ${known.map(
        each =>
          html`<button class="button" @click=${() => start(each)}>${words.startFrom}: <bdi>${each.code}</bdi></button>`,
      )}
    </div>
  `;
}

function renderEditor(
  trial: Tokenizer,
  { warnings, wrongLine, telling }: TrialView,
  words: InspectorWords,
  handlers: TrialHandlers,
): TemplateResult {
  const { change, stop, paste } = handlers;
  const isWrong = (sequence: number | null, field: string) =>
    warnings.some(each => each.sequence === sequence && each.field === field);
  const setRow = (index: number, field: (typeof FIELDS)[number], value: string) => {
    const isNullable = field !== 'length' && field !== 'separator';
    const entered = isNullable && value === '' ? null : value;
    change(({ rows, ...header }) => ({
      ...header,
      rows: rows.map((row, at) => (at === index ? { ...row, [field]: entered } : row)),
    }));
  };
  const addRow = () =>
    change(({ rows, ...header }) => ({
      ...header,
      rows: [...rows, { ...NEW_ROW, sequence: Math.max(0, ...rows.map(row => row.sequence)) + 1 }],
    }));
  return html`
    <div class="header">
      ${renderInput(words.tokenizerCode, trial.code, isWrong(null, 'code'), code =>
        change(current => ({ ...current, code })),
      )}
      ${renderInput(words.separator, trial.separator, isWrong(null, 'separator'), separator =>
        change(current => ({ ...current, separator })),
      )}
    </div>
    ${trial.rows.map(
      (row, index) => html`
        <fieldset class="row">
          <legend>${words.rowNumber(row.sequence)}</legend>
          ${FIELDS.map(field =>
            renderInput(words[field], String(row[field] ?? ''), isWrong(row.sequence, field), value =>
              setRow(index, field, value),
            ),
          )}
          <button
            class="plain"
            aria-label=${words.removeRow(row.sequence)}
            @click=${() => change(({ rows, ...header }) => ({ ...header, rows: rows.filter((_, at) => at !== index) }))}
          >
            ${closeIcon}
          </button>
        </fieldset>
      `,
    )}
    <div class="start">
      <button class="button" data-add @click=${addRow}>${words.addRow}</button>
      <button class="button" @click=${stop}>${words.stopTrial}</button>
    </div>
    ${renderWarnings(warnings, words, telling)} ${renderPaste(wrongLine, words, paste)}
  `;
}

function renderInput(label: string, value: string, invalid: boolean, change: (value: string) => void): TemplateResult {
  return html`
    <label class="field">
      <span>${label}</span>
      <input
        class="input"
        dir="ltr"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-invalid=${invalid ? 'true' : 'false'}
        .value=${live(value)}
        @input=${(event: InputEvent) => change(event.target instanceof HTMLInputElement ? event.target.value : '')}
      />
    </label>
  `;
}

function renderWarnings(
  warnings: readonly ConfigurationWarning[],
  words: InspectorWords,
  telling: Telling,
): TemplateResult {
  return html`
    <div role="status" class="checks">
      ${
        warnings.length === 0
          ? html`<p>${words.trialFine}</p>`
          : html`<ul class="notes">
              ${warnings.map(each => html`<li>${warningText(telling, each)}</li>`)}
            </ul>`
      }
    </div>
  `;
}

function renderPaste(wrongLine: number | null, words: InspectorWords, paste: (text: string) => void): TemplateResult {
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const text = event.target instanceof HTMLFormElement ? new FormData(event.target).get('rows') : null;
    paste(typeof text === 'string' ? text : '');
  };
  return html`
    <form class="paste" @submit=${onSubmit}>
      <label class="field">
        <span>${words.pasteRows}</span>
        <textarea
          class="input"
          name="rows"
          rows="3"
          dir="ltr"
          spellcheck="false"
          aria-describedby="paste-help"
          aria-invalid=${wrongLine === null ? 'false' : 'true'}
        ></textarea>
      </label>
      <p id="paste-help">${wrongLine === null ? words.pasteHelp : words.pasteProblem(wrongLine)}</p>
      <button class="button">${words.pasteTake}</button>
    </form>
  `;
}
