import { type TemplateResult, html, nothing } from 'lit';
import { formText } from '../shared/form-text.ts';
import { warningIcon } from '../shared/icons.ts';
import type { PartPresentation } from '../shared/words-controller.ts';
import type { Entry } from './entries.ts';
import { type EntryActions, entered, explain } from './record-view.ts';

/** So many of what would be dropped are named; all of them stand below. */
const NAMED = 5;

/** Counts that were refused for one reason: all are tried again, or discarded, in one go. */
export function renderRefused(
  { key, records, reason }: Extract<Entry, { kind: 'refused' }>,
  presentation: PartPresentation<'outbox'>,
  { discarding, askWhy, dispatch }: EntryActions,
): TemplateResult {
  const [first] = records;
  const { part: t } = presentation;
  const { title, text } = first === undefined ? { title: '', text: '' } : explain(first, reason, presentation);
  const ids = records.map(({ id }) => id);
  return html`
    <div class="why">
      <b>${title}: ${t.oneReason(records.length)}</b>
      <p>${text}</p>
    </div>
    ${
      discarding === key
        ? renderWhy(
            records,
            presentation,
            () => askWhy(null),
            reasonWhy => {
              dispatch({ type: 'outbox-discard-all', ids, reason: reasonWhy });
              askWhy(null);
            },
            () => dispatch({ type: 'outbox-export' }),
          )
        : html`<div class="answers" data-all>
            <button class="button" @click=${() => dispatch({ type: 'outbox-retry-all', ids })}>${t.tryAll}</button>
            <button class="button quiet" @click=${() => askWhy(key)}>${t.discardAll}</button>
          </div>`
    }
  `;
}

/** What is dropped, and why: it can be exported first. Two steps, so that no scan and no slip does it. */
function renderWhy(
  records: Extract<Entry, { kind: 'refused' }>['records'],
  presentation: PartPresentation<'outbox'>,
  cancel: () => void,
  discard: (reason: string) => void,
  save: () => void,
): TemplateResult {
  const { messages, part: t } = presentation;
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const reason = formText(new FormData(event.target), 'reason');
    if (reason !== '') discard(reason);
  };
  const more = records.length - NAMED;
  return html`
    <form class="reason" @submit=${onSubmit}>
      <div class="note">
        ${t.drops(records.length)}
        <ul>
          ${records.slice(0, NAMED).map(
            record =>
              html`<li>
                <bdi>${record.request.identity.itemCode}</bdi> · <bdi>${record.request.identity.location}</bdi> ·
                <bdi>${entered(record, presentation)}</bdi>
              </li>`,
          )}
          ${more > 0 ? html`<li>${t.andMore(more)}</li>` : nothing}
        </ul>
      </div>
      <label class="field"
        ><span>${t.discardReason}</span>
        <input class="input" id="reason" name="reason" required maxlength="200" autocomplete="off" />
      </label>
      <p class="note">${t.keptCopy}</p>
      <div class="answers">
        <button class="button" type="button" @click=${cancel}>${messages.cancel}</button>
        <button class="button" type="button" @click=${save}>${t.export}</button>
        <button class="button danger">${warningIcon}${t.discardAll}</button>
      </div>
    </form>
  `;
}
