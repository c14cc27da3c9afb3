import { type TemplateResult, html, nothing } from 'lit';
import { live } from '../shared/live-value.ts';
import { isLocked, understoodQuantity, unitOf } from '../../domain/counting/form.ts';
import type { CountForm, CountingState } from '../../domain/counting/state.ts';
import type { CountRow } from '../../domain/inventory.ts';
import type { Presentation } from '../shared/contexts.ts';
import { formatQuantity, formatRowQuantity, byAt } from '../shared/format.ts';
import { checkIcon } from '../shared/icons.ts';
import { textOf } from './subject-view.ts';

/** What the form does with the keys of the quantity. */
export interface QuantityKeys {
  readonly pressed: (event: KeyboardEvent) => void;
  readonly stepped: (by: 1 | -1) => void;
  /** `inserted`: what came with one key. */
  readonly typed: (text: string, inserted?: string | null) => void;
  /** What stands in the field for it: what a person typed as they typed it, all else as their language writes it. */
  readonly shown: (text: string, locale: string) => string;
}

/** The quantity with its unit, what it means in the main unit, what brings the note, and the row already there. */
export function renderQuantity(
  counting: CountingState,
  presentation: Presentation,
  keys: QuantityKeys,
  toNote: (() => void) | null,
): TemplateResult {
  const { messages: t } = presentation;
  const { form } = counting;
  const unit = unitOf(form);
  const off = unit === null || isLocked(counting);
  const invalid = counting.notice?.code === 'quantity';
  const shown = keys.shown(form.quantityText, presentation.locale);
  const unitCode = unit?.code ?? '—';
  return html`
    ${renderExisting(form, presentation)}
    <div class="hint">
      <label for="quantity">${t.quantity}</label>
      <bdi class="number" id="echo">${echo(form, presentation)}</bdi>
      ${
        toNote === null
          ? nothing
          : html`<button class="plain" data-note @click=${toNote}><span class="chip">${t.note}</span></button>`
      }
    </div>
    <div class="quantity" part="quantity">
      <button
        class="button"
        aria-label=${t.less}
        ?disabled=${off}
        @mousedown=${keepFocus}
        @click=${() => keys.stepped(-1)}
      >
        −
      </button>
      <span class="entered" .style=${`--chars: ${Math.max(2, shown.length)}; --unit: ${unitCode.length}`}>
        <input
          id="quantity"
          class="number"
          dir="ltr"
          inputmode="decimal"
          autocomplete="off"
          enterkeyhint="done"
          maxlength="40"
          placeholder="0"
          aria-describedby="echo"
          aria-invalid=${invalid ? 'true' : 'false'}
          size=${Math.max(2, shown.length)}
          ?readonly=${isLocked(counting)}
          .value=${live(shown)}
          @input=${(event: InputEvent) => keys.typed(textOf(event), event.data)}
          @keydown=${keys.pressed}
        />
        <span>${unitCode}</span>
      </span>
      <button
        class="button"
        aria-label=${t.more}
        ?disabled=${off}
        @mousedown=${keepFocus}
        @click=${() => keys.stepped(1)}
      >
        +
      </button>
    </div>
  `;
}

/** Who taps + goes on typing where they were. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

/** The parsed value with its unit, so that `1,234` is seen for what it was taken. */
function echo(form: CountForm, { locale }: Presentation): string {
  const understood = understoodQuantity(form);
  const unit = unitOf(form);
  if (form.item === null || unit === null || understood === null) return '';
  const entered = formatQuantity(understood.entered, unit, locale);
  if (understood.main === null) return entered;
  return `${entered} = ${formatQuantity(understood.main, form.item.item.unit, locale)}`;
}

function renderExisting({ existing }: CountForm, presentation: Presentation) {
  const { messages: t, locale } = presentation;
  if (existing === null || typeof existing === 'string') return nothing;
  const quantity = formatRowQuantity(existing, locale);
  if (quantity === null) return html`<p class="existing">${t.expectedHere}</p>`;
  return html`
    <p class="existing counted">
      ${checkIcon}<b class="number">${t.inTheList}: <bdi>${quantity}</bdi></b>
      <span>${byAt(existing.operator?.name ?? '', existing.countedAt, presentation)}</span>
    </p>
  `;
}

/** What was counted, without where. */
export function codeOf({ itemClass, itemCode, variant, lot }: CountRow): string {
  return [itemClass, itemCode, variant, lot].filter(part => part !== null).join(' ');
}

/** A counted row for who does not see the screen. */
export function inWords(row: CountRow, locale: string): string {
  return `${codeOf(row)}, ${formatRowQuantity(row, locale)}`;
}
