import { type TemplateResult, html, nothing } from 'lit';
import type { InspectorWords } from '../../messages/language.ts';
import { say } from '../../messages/telling.ts';
import type { NoticeText } from '../../messages/text.ts';
import type { ExplainedSplit, Explanation, Repair, Segment } from '../../tokenizer/explain.ts';
import type { Token } from '../../tokenizer/index.ts';
import { formatDate } from '../shared/format.ts';
import { infoIcon, warningIcon } from '../shared/icons.ts';
import { identifierName, rowName, sourceName, tokenName, visible } from './field-names.ts';

export interface ReadingHandlers {
  readonly choose: (split: number) => void;
  readonly take: (repair: Repair) => void;
}

/** What became of a code: its pieces, its fields, other ways to cut it, what is wrong and what may have happened. */
export function renderReading(
  explanation: Explanation,
  chosen: number,
  words: InspectorWords,
  locale: string,
  { choose, take }: ReadingHandlers,
): TemplateResult {
  const split = explanation.splits[chosen] ?? explanation.splits[0];
  if (split === undefined) return html``;
  const { status } = explanation.reading;
  const repairs = renderRepairs(explanation.repairs, words, take);
  // On a small screen, what to do about a failure is seen first.
  const failed = status === 'invalid' || status === 'no-match';
  return html`
    <p class="summary ${status}" role="status">
      ${status === 'ok' ? infoIcon : warningIcon}<span>${summaryOf(explanation, words)}</span>
    </p>
    ${renderFailure(explanation, words)} ${failed ? repairs : nothing}
    <h3 id="cut">${words.splitTitle}</h3>
    ${renderStrip(split, words)} ${renderSplits(explanation, chosen, words, choose)}
    ${split.tokens.length === 0 ? nothing : renderFields(split, words, locale)}
    ${renderNotes(explanation, split, words)} ${failed ? nothing : repairs}
  `;
}

function summaryOf({ reading: { kind, status }, tokenizer }: Explanation, words: InspectorWords): string {
  if (status === 'no-match') return words.summaries[status];
  const by = kind === 'tokenizer' ? words.readBy[kind](tokenizer?.code ?? '') : words.readBy[kind];
  return words.summaries[status](by);
}

/** Each piece with its name below, so that no colour is needed to tell them apart. */
function renderStrip({ segments, tokens }: ExplainedSplit, words: InspectorWords): TemplateResult {
  const name = ({ kind, token }: Segment) => {
    const of = token === null ? undefined : tokens[token];
    return of === undefined ? (kind === 'value' ? '' : words.kinds[kind]) : tokenName(of, words);
  };
  const role = ({ token }: Segment) => (token === null ? '' : (tokens[token]?.role ?? ''));
  return html`
    <ol class="strip" part="strip" dir="ltr" aria-labelledby="cut">
      ${segments.map(
        segment => html`
          <li class="piece ${segment.kind} ${role(segment)}">
            <bdi>${visible(segment.text)}</bdi>
            <small>${name(segment)}</small>
          </li>
        `,
      )}
    </ol>
  `;
}

function renderSplits({ splits }: Explanation, chosen: number, words: InspectorWords, choose: (split: number) => void) {
  if (splits.length < 2) return nothing;
  return html`
    <fieldset class="splits">
      <legend>${words.otherSplits} (${splits.length})</legend>
      ${splits.map(
        ({ tokens, missing }, index) => html`
          <label>
            <input
              type="radio"
              name="split"
              .checked=${index === chosen}
              aria-label="${words.splitNumber(index + 1)}: ${tokens.map(({ value }) => visible(value)).join(', ')}"
              @change=${() => choose(index)}
            />
            <bdi>${tokens.map(({ value }) => visible(value)).join(' | ')}</bdi>
            ${
              missing.length === 0
                ? nothing
                : html`<small>${words.lacks(missing.map(each => rowName(each, words)).join(', '))}</small>`
            }
          </label>
        `,
      )}
    </fieldset>
  `;
}

function renderFields({ tokens, missing }: ExplainedSplit, words: InspectorWords, locale: string): TemplateResult {
  return html`
    <h3>${words.fieldsTitle}</h3>
    <table class="fields">
      <thead>
        <tr>
          <th scope="col">${words.meaning}</th>
          <th scope="col">${words.value}</th>
          <th scope="col">${words.source}</th>
        </tr>
      </thead>
      <tbody>
        ${missing.map(
          each => html`
            <tr class="missing">
              <th scope="row">${rowName(each, words)}</th>
              <td>${words.missing}</td>
              <td>${words.row(each.sequence)}</td>
            </tr>
          `,
        )}
        ${tokens.map(
          token => html`
            <tr>
              <th scope="row">${tokenName(token, words)}</th>
              <td><bdi>${visible(token.value)}</bdi>${renderTyped(token, locale)}</td>
              <td><bdi>${sourceName(token, words)}</bdi></td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}

/** `261231` is 31.12.2026, `001250` is 1.250 KGM. */
function renderTyped({ typed, value }: Token, locale: string) {
  if (typed === undefined) return nothing;
  const { date, decimal, unit } = typed;
  const [day = '', time] = (date ?? '').split('T');
  const meant = decimal === undefined ? [formatDate(day, locale), time] : [decimal, unit];
  const text = meant.filter(part => part !== undefined).join(' ');
  return text === value ? nothing : html`<small>= <bdi>${text}</bdi></small>`;
}

function renderFailure(explanation: Explanation, words: InspectorWords) {
  const { failure, reading, splits } = explanation;
  if (failure === null || failure.kind === 'no-match') return nothing;
  const isPartial = reading.status === 'partial';
  // Fewer values than rows is no fault: the note on what is missing says all.
  if (failure.kind === 'tokenizer' && isPartial && failure.rule === 'no-separator') return nothing;
  const { title, text } =
    failure.kind === 'gs1'
      ? gs1FailureText(failure, words)
      : tokenizerFailureText(failure, isPartial && splits.length > 0, words);
  return html`<div class="alert ${isPartial ? 'decide' : ''}" id="failure">
    ${warningIcon}
    <div><b>${title}</b>${text}</div>
  </div>`;
}

type FailureOf<Kind> = Extract<NonNullable<Explanation['failure']>, { kind: Kind }>;

function gs1FailureText({ rule, ai, value }: FailureOf<'gs1'>, words: InspectorWords): NoticeText {
  const said = words.gs1Failures[rule];
  return typeof said === 'function' ? said(gs1Name(ai, words), visible(value)) : said;
}

function tokenizerFailureText(failure: FailureOf<'tokenizer'>, isLeftOut: boolean, words: InspectorWords): NoticeText {
  const { rule, row, sequence, tokenizer } = failure;
  const place = words.place(sequence, tokenizer);
  const { title, text } = words.tokenizerFailures[rule]({ ...failure, field: fieldOf(row, words), place });
  return { title, text: isLeftOut ? `${text} ${words.leftOut}` : text };
}

function gs1Name(ai: string | null, words: InspectorWords): string {
  if (ai === null) return words.value;
  const name = identifierName(ai, words);
  return name === null ? words.aiShort(ai) : `${name} (${words.aiShort(ai)})`;
}

function fieldOf(
  row: { businessObject: string | null; property: string | null } | null,
  words: InspectorWords,
): string {
  return rowName({ businessObject: row?.businessObject ?? null, property: row?.property ?? null }, words);
}

/** What was forgiven, what is missing, and what decided. */
function renderNotes(explanation: Explanation, split: ExplainedSplit, words: InspectorWords) {
  const { decidedByQuantity, reading, tokenizer, splits } = explanation;
  const notes = reading.warnings.map(warning => {
    switch (warning.code) {
      case 'case':
        return words.caseRead(warning.read, warning.expected);
      case 'dash':
        return words.dashRead;
      case 'excluded':
        return words.excluded(warning.ai, warning.others.join(', '));
      case 'missing':
        return words.lacking(warning.ai, warning.others.join(', '));
    }
  });
  notes.push(
    ...split.missing.map(each =>
      (each.businessObject === 'FSWarehouse' ? words.missingWarehouse : words.missingHelp)(rowName(each, words)),
    ),
  );
  if (decidedByQuantity !== null && split === splits[0]) {
    const value = split.tokens[decidedByQuantity]?.value ?? '';
    notes.push(words.quantityDecides(value, tokenizer?.rows[decidedByQuantity]?.separator ?? ''));
  }
  return notes.length === 0
    ? nothing
    : html`<ul class="notes">
        ${notes.map(note => html`<li>${note}</li>`)}
      </ul>`;
}

function renderRepairs(repairs: readonly Repair[], words: InspectorWords, take: (repair: Repair) => void) {
  if (repairs.length === 0) return nothing;
  return html`
    <h3>${words.repairsTitle}</h3>
    <ul class="repairs">
      ${repairs.map(repair => {
        const { title, text } = causeIn(repair, words);
        return html`
          <li>
            <b>${title}</b>
            <span>${text}</span>
            <span class="reads">
              ${words.reads} <bdi>${repair.reading.tokens.map(({ value }) => visible(value)).join(' | ')}</bdi>
            </span>
            <button class="button" aria-label="${words.take}: ${title}" @click=${() => take(repair)}>
              ${words.take}
            </button>
          </li>
        `;
      })}
    </ul>
  `;
}

function causeIn({ cause, reading }: Repair, words: InspectorWords) {
  const names = cause.kind === 'layout' ? cause.layouts.map(layout => words.layouts[layout]) : [];
  const last = names.pop() ?? '';
  const layouts = names.length === 0 ? last : `${names.join(', ')} ${words.or} ${last}`;
  const sequence = cause.kind === 'length' ? cause.sequence : null;
  const token = reading.tokens.find(({ source }) => source.kind === 'tokenizer' && source.sequence === sequence);
  return say(words.repairs, cause.kind, cause, token === undefined ? layouts : tokenName(token, words));
}
