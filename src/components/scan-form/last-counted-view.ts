import { type TemplateResult, html, nothing } from 'lit';
import type { CountingState } from '../../domain/counting/state.ts';
import { inDigits } from '../../messages/text.ts';
import type { UndoState } from '../../session/state/device-state.ts';
import type { InventarAction } from '../../session/state/session-state.ts';
import type { Presentation } from '../shared/contexts.ts';
import { formatRowQuantity } from '../shared/format.ts';
import { checkIcon, clockIcon, undoIcon } from '../shared/icons.ts';
import { codeOf } from './quantity-view.ts';

type Dispatch = (action: InventarAction) => void;

/** What was counted or kept last, so that a look tells that it arrived, and where; and the way to take it back. */
export function renderLastCounted(
  { lastCounted, lastSaved, lastNewLot }: CountingState,
  undo: UndoState | null,
  presentation: Presentation,
  dispatch: Dispatch,
): TemplateResult | typeof nothing {
  const { locale } = presentation;
  if (undo?.of === 'parked' && undo.status === 'possible') {
    const { read, quantityText } = undo.parked;
    const quantity = inDigits(quantityText, locale);
    return renderLast({ code: read.text, quantity, isHere: true }, undo, presentation, dispatch);
  }
  if (lastCounted === null) return nothing;
  const { lot } = lastCounted;
  const code = codeOf(lastCounted);
  const quantity = formatRowQuantity(lastCounted, locale);
  const isNewLot = lot !== null && lot === lastNewLot;
  return renderLast({ code, quantity, isNewLot, isHere: lastSaved !== null }, undo, presentation, dispatch);
}

interface Last {
  readonly code: string;
  readonly quantity: string | null;
  readonly isNewLot?: boolean;
  readonly isHere: boolean;
}

function renderLast(
  { code, quantity, isNewLot = false, isHere }: Last,
  undo: UndoState | null,
  presentation: Presentation,
  dispatch: Dispatch,
) {
  const { messages: t } = presentation;
  return html`
    <div class="room">
      <div class="last ${isHere ? 'here' : ''}" part="last-counted" data-at=${isHere ? 'device' : 'host'}>
        ${isHere ? clockIcon : checkIcon}
        <span>
          ${undo?.of === 'parked' ? nothing : html`<span class="visually-hidden">${t.lastCounted}: </span>`}
          <bdi>${code}</bdi>
          ${isNewLot ? html`<span class="chip">${t.newLot}</span>` : nothing}
          <b class="number"><bdi>${quantity}</bdi></b>
          <small>${isHere ? t.savedHere : t.atHost}</small>
        </span>
        ${renderUndo(undo, presentation, dispatch)}
      </div>
    </div>
  `;
}

function renderUndo(undo: UndoState | null, { messages: t, settings }: Presentation, dispatch: Dispatch) {
  // What was discarded is taken back where it stood, or by the key.
  if (undo === null || undo.status === 'undone' || undo.of === 'discarded') return nothing;
  return html`
    <button
      class="button undo"
      aria-disabled=${undo.status === 'running' ? 'true' : 'false'}
      @click=${() => dispatch({ type: 'undo' })}
    >
      ${undoIcon}${undo.status === 'running' ? t.undoing : t.undo}<kbd>${settings.undoKey}</kbd>
    </button>
  `;
}
