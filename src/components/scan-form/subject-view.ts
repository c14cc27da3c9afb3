import { type TemplateResult, html, nothing } from 'lit';
import { live } from '../shared/live-value.ts';
import { dimensionIn, isLocked, missingField } from '../../domain/counting/form.ts';
import type { Dimension } from '../../domain/count-identity.ts';
import type { CountingState, DimensionField } from '../../domain/counting/state.ts';
import type { Lot } from '../../domain/inventory.ts';
import type { FormAction } from '../../session/state/session-state.ts';
import type { Presentation } from '../shared/contexts.ts';
import { formatDate } from '../shared/format.ts';

/** Offered as buttons; a longer list is typed into. */
const MOST_LOTS_SHOWN = 12;

type Dispatch = (action: FormAction) => void;

/** What is counted and where: three lines that fill, the serial number where the item has one, the note where asked. */
export function renderSubject(
  counting: CountingState,
  presentation: Presentation,
  withNote: boolean,
  dispatch: Dispatch,
): TemplateResult {
  const { form, rules } = counting;
  const { messages: t } = presentation;
  const missing = missingField(counting);
  const item = form.item?.item;
  return html`
    <div class="card" part="subject">
      ${renderLocation(counting, presentation, missing === 'location', dispatch)}
      ${
        form.parked === null
          ? renderItem(counting, presentation, missing === 'item', dispatch)
          : renderParked(counting, form.parked.text, presentation, dispatch)
      }
      ${item?.lotManaged === true ? renderLot(counting, presentation, dispatch) : nothing}
      ${missing === 'lot' ? renderOfferedLots(form.offeredLots, presentation, dispatch) : nothing}
      ${
        item?.serialManaged === true
          ? renderEntry(
              counting,
              { field: 'serial', label: t.serial, asked: t.enterSerial, text: form.serial },
              dispatch,
            )
          : nothing
      }
      ${item === undefined ? nothing : rules.dimensions.map((each, n) => renderDimension(counting, t, each, n, dispatch))}
      ${item !== undefined && withNote ? renderNote(counting, presentation, dispatch) : nothing}
    </div>
  `;
}

function renderLocation(counting: CountingState, presentation: Presentation, wanted: boolean, dispatch: Dispatch) {
  const { messages: t } = presentation;
  const { location } = counting.form;
  if (location === null) return renderEmpty(t.location, wanted);
  return html`
    <div class="line" data-line="location">
      <span class="label">${t.location}</span>
      <span class="value">
        <b><bdi>${location.code}</bdi></b>
        <small
          >${counting.list.listType.keepLocation ? `${t.kept} · ${location.description}` : location.description}</small
        >
      </span>
      ${
        isLocked(counting)
          ? nothing
          : html`<button class="plain clear" @click=${() => dispatch({ type: 'location-cleared' })}>
              <span class="visually-hidden">${t.clear}: ${t.location}</span><span aria-hidden="true">×</span>
            </button>`
      }
    </div>
  `;
}

function renderItem(counting: CountingState, presentation: Presentation, wanted: boolean, dispatch: Dispatch) {
  const { messages: t } = presentation;
  const { item: match } = counting.form;
  if (match === null) return renderEmpty(t.item, wanted);
  const { item, variant } = match;
  // The end may be cut off: what tells an item from its twins comes first.
  const details = [variant === null ? '' : `${variant.code} ${variant.description}`, item.description];
  return html`
    <div class="line" data-line="item">
      <span class="label">${t.item}</span>
      <span class="value">
        <b
          ><bdi
            ><span class="class" title=${t.class}>${item.itemClass}</span> <span class="code">${item.code}</span></bdi
          ></b
        ><small>${details.filter(text => text !== '').join(' · ')}</small>
      </span>
      ${renderDiscard(counting, presentation, dispatch)}
    </div>
  `;
}

/** A code that nobody could look up stands for the item. */
function renderParked(counting: CountingState, text: string, presentation: Presentation, dispatch: Dispatch) {
  const { messages: t } = presentation;
  return html`
    <div class="line" data-line="item">
      <span class="label">${t.item}</span>
      <span class="value">
        <b><bdi>${text}</bdi></b>
        <small>${t.notKnownYet}</small>
      </span>
      ${renderDiscard(counting, presentation, dispatch)}
    </div>
  `;
}

/** Gives up the item and all that belongs to it, as its key does. */
function renderDiscard(counting: CountingState, { messages: t, settings }: Presentation, dispatch: Dispatch) {
  if (isLocked(counting)) return nothing;
  return html`
    <button class="plain clear" data-discard @click=${() => dispatch({ type: 'discard' })}>
      <span class="visually-hidden">${t.discard}: ${t.item}</span>
      <span aria-hidden="true">×</span><kbd>${settings.discardKey}</kbd>
    </button>
  `;
}

function renderEmpty(label: string, wanted: boolean) {
  return html`
    <div class="line ${wanted ? 'wanted' : ''}">
      <span class="label">${label}</span><span class="value none">—</span>
    </div>
  `;
}

function renderLot(counting: CountingState, { messages: t, locale }: Presentation, dispatch: Dispatch) {
  const { lot, lotText } = counting.form;
  const expiry = lot?.known?.expiryDate ?? lot?.expiry ?? null;
  const entry: Entry = {
    field: 'lot',
    label: t.lot,
    asked: t.enterLot,
    text: lotText,
    beside: expiry === null ? null : t.expires(formatDate(expiry, locale)),
    mark: lot !== null && lot.known === null ? t.newLot : null,
  };
  return renderEntry(counting, entry, dispatch);
}

function renderOfferedLots(lots: readonly Lot[], { messages: t, locale }: Presentation, dispatch: Dispatch) {
  if (lots.length === 0) return nothing;
  const take = (code: string) => () => {
    dispatch({ type: 'field-typed', field: 'lot', text: code });
    dispatch({ type: 'field-entered', field: 'lot' });
  };
  return html`
    <div class="offered" role="group" aria-label=${t.lots}>
      ${lots.slice(0, MOST_LOTS_SHOWN).map(
        lot => html`
          <button class="button" @click=${take(lot.code)}>
            <bdi>${lot.code}</bdi>
            ${lot.expiryDate === null ? nothing : html`<small>${t.expires(formatDate(lot.expiryDate, locale))}</small>`}
          </button>
        `,
      )}
    </div>
  `;
}

/** One of the host's own, by the host's own word for it. */
function renderDimension(
  counting: CountingState,
  t: Presentation['messages'],
  dimension: Dimension,
  place: number,
  dispatch: Dispatch,
) {
  const { label } = dimension;
  const text = dimensionIn(counting.form, dimension);
  const entry: Entry = { field: `dimension-${place}`, label, asked: t.enterDimension(label), text, longest: 100 };
  return renderEntry(counting, entry, dispatch);
}

/** It waits for nobody: only who asked for it is led there. Its length is judged when the count is confirmed. */
function renderNote(counting: CountingState, { messages: t }: Presentation, dispatch: Dispatch) {
  return html`
    <div class="line" data-line="note">
      <label class="label" for="note">${t.note}</label>
      <span class="value">
        <input
          id="note"
          class="entry"
          dir="auto"
          autocomplete="off"
          aria-invalid=${counting.notice?.code === 'note-too-long' ? 'true' : 'false'}
          ?readonly=${isLocked(counting)}
          .value=${live(counting.form.noteText)}
          @input=${(event: InputEvent) => dispatch({ type: 'field-typed', field: 'note', text: textOf(event) })}
          @keydown=${onEnter(() => dispatch({ type: 'field-entered', field: 'note' }))}
        />
      </span>
    </div>
  `;
}

/** A code that is typed into its line: a lot, a serial number, one of the host's own. */
interface Entry {
  readonly field: 'lot' | 'serial' | DimensionField;
  readonly label: string;
  /** What to do, while nothing is in it. */
  readonly asked: string;
  readonly text: string;
  /** In UTF-16 units. */
  readonly longest?: number;
  readonly beside?: string | null;
  readonly mark?: string | null;
}

function renderEntry(
  counting: CountingState,
  { field, label, asked, text, longest = 50, beside = null, mark = null }: Entry,
  dispatch: Dispatch,
) {
  const entered = () => dispatch({ type: 'field-entered', field });
  return html`
    <div class="line ${missingField(counting) === field ? 'wanted' : ''}" data-line=${field}>
      <label class="label" for=${field}>${label}</label>
      <span class="value">
        <input
          id=${field}
          class="entry"
          dir="ltr"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          maxlength=${longest}
          placeholder=${asked}
          ?readonly=${isLocked(counting)}
          .value=${live(text)}
          @input=${(event: InputEvent) => dispatch({ type: 'field-typed', field, text: textOf(event) })}
          @change=${entered}
          @keydown=${onEnter(entered)}
        />
        ${beside === null ? nothing : html`<small>${beside}</small>`}
      </span>
      ${mark === null ? nothing : html`<span class="chip">${mark}</span>`}
    </div>
  `;
}

export function textOf(event: Event): string {
  return event.target instanceof HTMLInputElement ? event.target.value : '';
}

/** Enter takes over what is typed, and goes nowhere else. */
export function onEnter(action: () => void): (event: KeyboardEvent) => void {
  return event => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    action();
  };
}
