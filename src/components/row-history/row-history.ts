import { type TemplateResult, html, nothing } from 'lit';
import { detailsOf } from '../../domain/count-identity.ts';
import type { Unit } from '../../domain/inventory.ts';
import type { HistoryEntry } from '../../domain/row-history.ts';
import type { HistoryState } from '../../session/state/device-state.ts';
import type { InventarState } from '../../session/state/session-state.ts';
import { renderRecord, renderTold } from '../outbox/record-view.ts';
import { recordStyles } from '../outbox/record.styles.ts';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { DialogElement } from '../shared/dialog-element.ts';
import { dialogStyles } from '../shared/dialog.styles.ts';
import { renderFailure } from '../shared/alert-view.ts';
import { formatQuantity, byAt } from '../shared/format.ts';
import { type PartPresentation, WordsController } from '../shared/words-controller.ts';
import { rowHistoryStyles } from './row-history.styles.ts';

/**
 * @summary What happened to one row: who counted what, when, with which device and barcode, and what was undone.
 * @csspart dialog - The native dialog.
 */
export class InventarRowHistoryElement extends DialogElement {
  static override readonly styles = [baseStyles, dialogStyles, recordStyles, rowHistoryStyles];

  private readonly words = new WordsController(this, 'outbox');

  protected override select({ history }: InventarState) {
    return [history];
  }

  protected override isAsked({ history }: InventarState): boolean {
    return history !== null;
  }

  protected override cancel(): void {
    this.dispatch({ type: 'close-history' });
  }

  protected override renderQuestion({ history }: InventarState, presentation: Presentation): TemplateResult {
    if (history === null) return html``;
    return this.words.render(presentation, shown => this.renderHistory(history, shown));
  }

  private renderHistory(history: HistoryState, presentation: PartPresentation<'outbox'>): TemplateResult {
    const { part: t } = presentation;
    const { row, here, entries, more } = history;
    const where = [row.location, detailsOf(row)].filter(part => part !== '').join(' · ');
    return html`
      <div class="question">
        ${this.renderHead(t.historyOf(`${row.itemClass} ${row.itemCode}`), presentation)}
        <p><bdi>${where}</bdi> · ${row.itemDescription}</p>
        ${
          here.length + entries.length === 0
            ? nothing
            : html`<ol>
                ${here.map(record => html`<li>${renderRecord(record, presentation)}</li>`)}
                ${entries.map(entry => renderHistoryEntry(entry, history, presentation))}
              </ol>`
        }
        ${this.renderStatus(history, presentation)} ${more ? html`<p>${t.historyMore}</p>` : nothing}
      </div>
    `;
  }

  private renderStatus(
    { status, failure, here, entries, row }: HistoryState,
    presentation: PartPresentation<'outbox'>,
  ) {
    const { messages, part: t } = presentation;
    if (status === 'loading') return html`<p role="status">${messages.loading}</p>`;
    if (status === 'failed' && failure !== null) {
      return renderFailure(failure, presentation, () => this.dispatch({ type: 'show-history', rowId: row.id }));
    }
    if (status === 'here-only') return html`<p>${t.historyHereOnly}</p>`;
    return here.length + entries.length === 0 ? html`<p>${t.historyEmpty}</p>` : nothing;
  }
}

function renderHistoryEntry(
  entry: HistoryEntry,
  { row }: HistoryState,
  presentation: PartPresentation<'outbox'>,
): TemplateResult {
  const { messages, part: t, locale } = presentation;
  const { operator, recordedAt, device, mode, entered, undoneBy } = entry;
  const result = resultOf(entry, presentation, row);
  const own = entered === null ? '' : formatQuantity(entered.quantity, unitOf(entered.unit, row), locale);
  const details = [byAt(operator.name, recordedAt, presentation), device === null ? '' : t.device(device)];
  return html`
    <li class=${undoneBy === null ? '' : 'undone'}>
      <div class="record">
        <b class="code">${mode === 'undo' ? messages.undo : t.mode[mode]}</b>
        <b class="number quantity"><bdi>${steps(mode === 'add' ? `+${own}` : own, result)}</bdi></b>
        <span class="where">${details.filter(part => part !== '').join(' · ')}${renderTold(entry, presentation)}</span>
        ${undoneBy === null ? nothing : html`<span class="status open">${t.undone}</span>`}
      </div>
    </li>
  `;
}

/** What was entered and what the row held then; once, where that is the same. */
function steps(entered: string, result: string): string {
  return entered === result ? result : `${entered} → ${result}`.trimStart();
}

function resultOf(
  { result }: HistoryEntry,
  { part, locale }: PartPresentation<'outbox'>,
  row: HistoryState['row'],
): string {
  if (result.quantity === null) return part.notCounted;
  return formatQuantity(result.quantity, row.unit, locale);
}

/** A unit's decimals are known where the row has it; else the quantity is shown as it was entered. */
function unitOf(code: string, { unit, alternativeUnit }: HistoryState['row']): Unit {
  if (code === unit.code) return unit;
  return alternativeUnit?.code === code ? alternativeUnit : { code, description: code, decimals: 0 };
}
