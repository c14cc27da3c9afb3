import { type TemplateResult, html, nothing } from 'lit';
import type { Presentation } from '../shared/contexts.ts';
import type { InventarState } from '../../session/state/session-state.ts';
import type { InventoryQuery } from '../../services/inventory-gateway.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { renderFailure } from '../shared/alert-view.ts';
import { formText } from '../shared/form-text.ts';
import { InventarElement } from '../shared/inventar-element.ts';
import { searchStyles } from './search.styles.ts';

const FIELDS = ['number', 'description', 'notes', 'operator', 'from', 'to', 'closed'];

/** From so wide on there is room for all that can be searched by; in CSS pixels of the element, not of the window. */
const ROOMY_FROM_PX = 600;
/** Of the window: the lists are below. */
const HIGH_FROM_PX = 600;

function renderText(name: string, label: string): TemplateResult {
  return html`
    <label class="field">
      <span>${label}</span><input class="input" name=${name} autocomplete="off" enterkeyhint="search" />
    </label>
  `;
}

/**
 * @summary Searches inventories by number, description, notes, operator, dates and status, and says how the search went.
 * @csspart form - The search form.
 */
export class InventarSearchElement extends InventarElement {
  static override readonly styles = [baseStyles, searchStyles];

  private wasReady = false;

  protected override select({ host, search }: InventarState) {
    return [host, search.status, search.failure, search.inventories, search.lists];
  }

  protected override renderState(state: InventarState, presentation: Presentation): TemplateResult {
    const { messages: t } = presentation;
    const searching = state.search.status === 'searching';
    return html`
      <form part="form" @submit=${this.onSubmit}>
        <div class="first">
          <label class="field number">
            <span>${t.number}</span>
            <input class="input" name="number" inputmode="numeric" autocomplete="off" enterkeyhint="search" />
          </label>
          ${renderText('description', t.description)}
          <button
            class="button search ${state.search.status === 'untouched' ? 'first-step' : ''}"
            aria-disabled=${searching ? 'true' : 'false'}
          >
            ${t.search}
          </button>
        </div>
        <details ?open=${this.clientWidth >= ROOMY_FROM_PX && innerHeight >= HIGH_FROM_PX}>
          <summary>${t.searchFilters}</summary>
          <div class="filters">
            ${renderText('notes', t.notes)} ${renderText('operator', t.operator)}
            <label class="field"><span>${t.from}</span><input class="input" type="date" name="from" /></label>
            <label class="field"><span>${t.to}</span><input class="input" type="date" name="to" /></label>
            <label class="field">
              <span>${t.status}</span>
              <select class="input" name="closed">
                <option value="">${t.all}</option>
                <option value="false">${t.open}</option>
                <option value="true">${t.closed}</option>
              </select>
            </label>
          </div>
        </details>
      </form>
      <div role="status">${this.renderFound(state, t)}</div>
      ${this.renderFailure(state, presentation)}
    `;
  }

  private renderFound({ search }: InventarState, t: Presentation['messages']): TemplateResult | typeof nothing {
    if (search.status === 'searching') return html`<span class="found">${t.searching}</span>`;
    if (search.status !== 'done') return nothing;
    if (search.inventories.length === 0) {
      return html`<div class="empty"><b>${t.noInventories}</b>${t.noInventoriesHelp}</div>`;
    }
    return html`<span class="found">${t.found(search.inventories.length, search.lists.length)}</span>`;
  }

  private renderFailure({ host, search }: InventarState, presentation: Presentation): TemplateResult | typeof nothing {
    const failure = search.failure ?? (host.status === 'failed' ? host.failure : null);
    if (failure === null) return nothing;
    const again = search.failure === null ? () => this.dispatch({ type: 'connect' }) : () => this.search(search.query);
    return renderFailure(failure, presentation, again);
  }

  /** Where nothing has the focus, the first key is meant for the search. */
  protected override rendered({ host, search }: InventarState): void {
    if (this.wasReady || host.status !== 'ready') return;
    this.wasReady = true;
    if (search.status !== 'untouched' || document.activeElement !== document.body) return;
    this.focus();
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('[name=number]')?.focus({ preventScroll: true });
  }

  private search(query: InventoryQuery): void {
    this.dispatch({ type: 'search', query });
  }

  private readonly onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.state?.search.status === 'searching' || !(event.target instanceof HTMLFormElement)) return;
    const data = new FormData(event.target);
    const [number, description, notes, operator, from, to, closed] = FIELDS.map(name => formText(data, name));
    this.search({
      ...(number && { number }),
      ...(description && { description }),
      ...(notes && { notes }),
      ...(operator && { operator }),
      ...(from && { from }),
      ...(to && { to }),
      ...(closed && { closed: closed === 'true' }),
    });
  };
}
