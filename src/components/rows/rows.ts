import { type TemplateResult, html, nothing } from 'lit';
import { detailsOf } from '../../domain/count-identity.ts';
import { type ListedRow, NOT_NUMBERED } from '../../domain/listed-row.ts';
import { isZero } from '../../domain/quantity.ts';
import type { Rows } from '../../domain/row-pages.ts';
import type { RowQuery } from '../../domain/row-query.ts';
import type { InventarState } from '../../session/state/session-state.ts';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { renderFailure } from '../shared/alert-view.ts';
import { formText } from '../shared/form-text.ts';
import { formatRowQuantity } from '../shared/format.ts';
import { checkIcon, clockIcon, openIcon, warningIcon } from '../shared/icons.ts';
import { InventarElement } from '../shared/inventar-element.ts';
import { renderUnusedScan } from '../shared/unused-scan-view.ts';
import { LongList } from '../shared/long-list.ts';
import { NARROW_ROW_PX, WIDE_ROW_PX, rowsStyles } from './rows.styles.ts';

/** Below this width a row takes two lines; in CSS pixels of the element, not of the window. */
const NARROW_BELOW_PX = 700;
/** In characters: of more, nobody knows whether they fit. */
const LONGEST_ON_A_LINE = 20;
/** The next page is asked for when so many rows or fewer are left below. */
const AHEAD = 40;

/**
 * @summary The rows of the opened list, newest first or by location, counted and expected; found by a part of a code.
 *
 * Only the rows in sight are in the document, so that lists of thousands stay fast. Give it a height.
 *
 * @csspart table - The table.
 */
export class InventarRowsElement extends InventarElement {
  static override readonly styles = [baseStyles, rowsStyles];
  static override readonly properties = { narrow: { attribute: false } };

  private narrow = false;
  private readonly resize = new ResizeObserver(([entry]) => {
    this.narrow = (entry?.contentRect.width ?? 0) < NARROW_BELOW_PX;
  });
  private readonly list = new LongList<ListedRow>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resize.disconnect();
  }

  protected override select({ opened, unusedScan }: InventarState) {
    return [opened?.rows, opened?.status, opened?.listId, opened?.mode, opened?.counting === null && unusedScan];
  }

  protected override willUpdate(): void {
    this.classList.toggle('narrow', this.narrow);
    this.list.show(this.state?.opened?.rows.rows ?? [], this.narrow ? NARROW_ROW_PX : WIDE_ROW_PX);
  }

  protected override renderState(
    { opened, unusedScan }: InventarState,
    presentation: Presentation,
  ): TemplateResult | typeof nothing {
    if (opened === null || opened.status !== 'open') return nothing;
    const { rows } = opened;
    return html`
      ${this.renderTools(rows.query, presentation)}
      ${opened.counting === null ? renderUnusedScan(unusedScan, presentation, this.dispatch) : nothing}
      <div class="scroll" tabindex="0" role="region" aria-label=${presentation.messages.rows} @scroll=${this.loadAhead}>
        ${this.renderTable(rows.rows, opened.counting !== null, presentation)}${this.renderStatus(opened.rows, presentation)}
      </div>
    `;
  }

  private renderTools(query: RowQuery, { messages: t }: Presentation) {
    return html`
      <form class="tools" role="search" @submit=${(event: Event) => event.preventDefault()}>
        <input
          class="input"
          type="search"
          name="text"
          dir="ltr"
          autocomplete="off"
          aria-label=${t.findRow}
          placeholder=${t.findRow}
          .value=${query.text ?? ''}
          @change=${this.onTools}
        />
        <select class="input" name="order" aria-label=${t.rows} @change=${this.onTools}>
          <option value="newest" ?selected=${query.order === 'newest'}>${t.newestFirst}</option>
          <option value="location" ?selected=${query.order === 'location'}>${t.byLocation}</option>
        </select>
        <select class="input" name="status" aria-label=${t.state} @change=${this.onTools}>
          <option value="">${t.all}</option>
          <option value="counted" ?selected=${query.status === 'counted'}>${t.countedRows}</option>
          <option value="expected" ?selected=${query.status === 'expected'}>${t.expectedRows}</option>
        </select>
      </form>
    `;
  }

  private renderTable(rows: Rows<ListedRow>, counts: boolean, presentation: Presentation) {
    const { messages: t } = presentation;
    const { above, shown, below } = this.list.render(
      ({ id }) => id,
      (row, index) => this.renderRow(row, index, counts, presentation),
    );
    return html`
      <table part="table" role="table" aria-rowcount=${rows.length + 1}>
        <thead role="rowgroup">
          <tr role="row" aria-rowindex="1">
            <th role="columnheader" class="end">${t.row}</th>
            <th role="columnheader">${t.location}</th>
            <th role="columnheader">${t.item}</th>
            <th role="columnheader">${t.lot} · ${t.serial}</th>
            <th role="columnheader" class="end">${t.quantity}</th>
            <th role="columnheader">${t.state}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${spacer(above)} ${shown} ${spacer(below)}
        </tbody>
      </table>
    `;
  }

  /** `counts`: whether an expected row is counted where it is opened; all others show their history. */
  private renderRow(row: ListedRow, index: number, counts: boolean, presentation: Presentation) {
    const { messages: t } = presentation;
    const isToCount = counts && row.quantity === null && row.pending === undefined;
    const opens = isToCount ? t.countRow : t.history;
    const type = isToCount ? 'count-row' : 'show-history';
    const item = [`${row.itemClass} ${row.itemCode}`, row.variant].filter(part => part !== null).join(' · ');
    const lot = detailsOf({ ...row, variant: null });
    const quantity = formatRowQuantity(row, presentation.locale);
    return html`
      <tr class="row" role="row" aria-rowindex=${index + 2}>
        <td role="cell" class="end number nr">${row.rowNumber === NOT_NUMBERED ? '–' : row.rowNumber}</td>
        <td role="cell" class="location"><bdi>${row.location}</bdi></td>
        <td role="cell" class="item">
          <button
            class="history ${lengthOf(item)}"
            title=${opens}
            @click=${() => this.dispatch({ type, rowId: row.id })}
          >
            <b><bdi>${item}</bdi></b
            ><span class="visually-hidden">: ${opens}</span></button
          ><small
            >${
              this.narrow && lot !== ''
                ? html`<bdi class="lot-beside ${lengthOf(lot)}">${lot}</bdi><span> · ${row.itemDescription}</span>`
                : html`<span>${row.itemDescription}</span>`
            }</small
          >
        </td>
        <td role="cell" class="lot"><bdi class=${lengthOf(lot)}>${lot}</bdi></td>
        <td role="cell" class="end number quantity"><bdi>${quantity ?? '—'}</bdi></td>
        <td role="cell" class="state">${renderState(row, presentation)}</td>
      </tr>
    `;
  }

  private renderStatus(rows: NonNullable<InventarState['opened']>['rows'], presentation: Presentation) {
    const { messages: t } = presentation;
    if (rows.status === 'failed' && rows.failure !== null) {
      const again = () => this.dispatch({ type: 'query-rows', query: { ...rows.query } });
      return renderFailure(rows.failure, presentation, again);
    }
    if (rows.status === 'loading' && rows.rows.length === 0) return html`<p class="empty">${t.loading}</p>`;
    if (rows.rows.length > 0) return nothing;
    const narrowed = rows.query.text !== undefined || rows.query.status !== undefined;
    return html`<p class="empty">${narrowed ? t.noRowsFound : t.noRows}</p>`;
  }

  protected override rendered(): void {
    this.loadAhead();
  }

  private readonly loadAhead = (): void => {
    const rows = this.state?.opened?.rows;
    const { last } = this.list;
    if (rows === undefined || rows.next === null || rows.status !== 'ready' || last === undefined) return;
    if (last >= rows.rows.length - AHEAD) this.dispatch({ type: 'more-rows' });
  };

  private readonly onTools = (event: Event): void => {
    const form = event.target instanceof Element ? event.target.closest('form') : null;
    if (form === null) return;
    const data = new FormData(form);
    const text = formText(data, 'text');
    const status = formText(data, 'status');
    this.list.toTop();
    this.dispatch({
      type: 'query-rows',
      query: {
        order: formText(data, 'order') === 'location' ? 'location' : 'newest',
        ...(text !== '' && { text }),
        ...((status === 'counted' || status === 'expected') && { status }),
      },
    });
  };
}

/** What tells rows apart is never cut: where it takes more than a line, it is smaller, and nothing stands beside it. */
function lengthOf(text: string): string {
  return text.length > LONGEST_ON_A_LINE ? 'long' : '';
}

/** Stands for the rows that are not in the document. */
function spacer(height: number) {
  return height <= 0
    ? nothing
    : html`<tr aria-hidden="true" role="presentation">
        <td colspan="6" class="spacer" .style=${`height:${height}px`}></td>
      </tr>`;
}

function renderState(row: ListedRow, { messages: t }: Presentation) {
  if (row.pending === 'attention') {
    return html`<span class="status attention">${warningIcon}${t.needsAttention}</span>`;
  }
  if (row.pending === 'waiting') return html`<span class="status wait">${clockIcon}${t.waits}</span>`;
  if (row.quantity === null) return html`<span class="status open">${openIcon}${t.rowExpected}</span>`;
  return html`<span class="status ok">${checkIcon}${isZero(row.quantity) ? t.rowZero : t.rowCounted}</span>`;
}
