import { type TemplateResult, html, nothing } from 'lit';
import type { InventoryList } from '../../domain/inventory.ts';
import { isClosed } from '../../domain/inventory.ts';
import { mayBeItem } from '../../domain/counting/look-up.ts';
import { inDigits } from '../../messages/text.ts';
import type { InventarState } from '../../session/state/session-state.ts';
import type { ParkedState } from '../../session/state/device-state.ts';
import type { PartPresentation } from '../shared/words-controller.ts';
import { formText } from '../shared/form-text.ts';
import { warningIcon } from '../shared/icons.ts';
import type { Entry } from './entries.ts';
import { renderRefused } from './refused-view.ts';
import { type Dispatch, type EntryActions, renderAttention, renderRecord } from './record-view.ts';

export function renderEntry(
  entry: Entry,
  state: InventarState,
  presentation: PartPresentation<'outbox'>,
  actions: EntryActions,
): TemplateResult {
  const { dispatch } = actions;
  switch (entry.kind) {
    case 'blocked':
      return renderBlocked(entry, state, presentation, dispatch);
    case 'lost': {
      const { title, text } = presentation.part.lostCounts(entry.records);
      return html`
        <div class="why">
          <b>${title}</b>
          <p>${text}</p>
        </div>
        <div class="answers">
          <button class="button" @click=${() => dispatch({ type: 'outbox-resend-lost' })}>
            ${presentation.part.sendAgain}
          </button>
        </div>
      `;
    }
    case 'refused':
      return renderRefused(entry, presentation, actions);
    case 'parked':
      return renderParked(entry.parked, presentation, dispatch);
    case 'quarantined': {
      const { part: t } = presentation;
      const { title, text } = t.quarantined[entry.quarantined.why];
      return html`
        <div class="why">
          <b>${title}</b>
          <p>${text}</p>
        </div>
        <details>
          <summary>${t.showRaw}</summary>
          <pre dir="ltr">${entry.quarantined.raw}</pre>
        </details>
      `;
    }
    case 'record': {
      const { record, key } = entry;
      const { fate } = record;
      return html`
        ${renderRecord(record, presentation)}
        ${fate.kind === 'attention' ? renderAttention(record, fate.reason, presentation, dispatch) : nothing}
        ${renderDiscard(key, record.id, presentation, actions)}
      `;
    }
  }
}

/** A closed list blocks all its counts: what becomes of them is asked once. */
function renderBlocked(
  { listId, records }: Extract<Entry, { kind: 'blocked' }>,
  { search, opened }: InventarState,
  { messages, part: t }: PartPresentation<'outbox'>,
  dispatch: Dispatch,
): TemplateResult {
  const lists = opened?.list == null ? search.lists : [opened.list, ...search.lists];
  const known = new Map(lists.map(list => [list.id, list]));
  const others = [...known.values()].filter(list => list.id !== listId && !isClosed(list));
  const { title, text } = t.listClosed(records);
  const move = (event: Event) => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const toListId = formText(new FormData(event.target), 'to');
    if (toListId !== '') dispatch({ type: 'outbox-reassign', listId, toListId });
  };
  return html`
    <div class="why">
      <b>${title}: ${nameOf(known.get(listId), listId)}</b>
      <p>${text}</p>
    </div>
    <div class="answers">
      <button class="button" @click=${() => dispatch({ type: 'outbox-retry-list', listId })}>
        ${messages.tryAgain}
      </button>
    </div>
    <form class="move" @submit=${move}>
      ${
        others.length === 0
          ? html`<p class="note">${t.moveTo}: ${t.noOtherList}</p>`
          : html`
              <label class="field"
                ><span>${t.moveTo}</span>
                <select class="input" name="to" required>
                  <option value="">${messages.chooseList}</option>
                  ${others.map(list => html`<option value=${list.id}>${nameOf(list, list.id)}</option>`)}
                </select>
              </label>
              <button class="button">${t.moveHere}</button>
            `
      }
    </form>
  `;
}

function nameOf(list: InventoryList | undefined, id: string): string {
  return list === undefined ? id : `${list.inventory.number} / ${list.row} · ${list.listType.description}`;
}

function renderParked(
  { id, read, location, quantityText, meaning }: ParkedState,
  { part: t, locale }: PartPresentation<'outbox'>,
  dispatch: Dispatch,
): TemplateResult {
  const { title, text } = t.parked[meaning](read.text);
  const context = [location?.code ?? '', inDigits(quantityText, locale)].filter(part => part !== '').join(' · ');
  return html`
    <div class="why">
      <b>${title}</b>
      <p>${text}</p>
    </div>
    ${context === '' ? nothing : html`<p class="where"><bdi>${context}</bdi></p>`}
    <div class="answers">
      ${
        meaning === 'known' || (meaning === 'unknown' && mayBeItem(read))
          ? html`<button class="button" @click=${() => dispatch({ type: 'finish-parked', id })}>
              ${meaning === 'known' ? t.finish : t.nameItem}
            </button>`
          : nothing
      }
      <button class="button quiet" @click=${() => dispatch({ type: 'discard-parked', id })}>${t.discard}</button>
    </div>
  `;
}

/** A person discards, and says why: two steps, so that no scan and no slip does it. */
function renderDiscard(
  key: string,
  id: string,
  { messages, part: t }: PartPresentation<'outbox'>,
  { discarding, askWhy, dispatch }: EntryActions,
): TemplateResult {
  if (discarding !== key) {
    return html`<button class="button quiet discard" @click=${() => askWhy(key)}>${t.discard}</button>`;
  }
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const reason = formText(new FormData(event.target), 'reason');
    if (reason === '') return;
    dispatch({ type: 'outbox-discard', id, reason });
    askWhy(null);
  };
  return html`
    <form class="reason" @submit=${onSubmit}>
      <label class="field"
        ><span>${t.discardReason}</span>
        <input class="input" id="reason" name="reason" required maxlength="200" autocomplete="off" />
      </label>
      <p class="note">${t.keptCopy}</p>
      <div class="answers">
        <button class="button" type="button" @click=${() => askWhy(null)}>${messages.cancel}</button>
        <button class="button danger">${warningIcon}${t.discardNow}</button>
      </div>
    </form>
  `;
}
