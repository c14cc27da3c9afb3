import { type TemplateResult, html, nothing } from 'lit';
import { type Inventory, type InventoryList, isClosed, listStatus, rowsToCount } from '../../domain/inventory.ts';
import type { InventarState, OpenMode } from '../../session/state/session-state.ts';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { formatDate } from '../shared/format.ts';
import { checkIcon, clockIcon, openIcon } from '../shared/icons.ts';
import { InventarElement } from '../shared/inventar-element.ts';
import { renderUnusedScan } from '../shared/unused-scan-view.ts';
import { WindowListener } from '../shared/window-listener.ts';
import { renderConfiguration } from './configuration-view.ts';
import { listPickerStyles } from './list-picker.styles.ts';

/**
 * @summary The operator's and the unassigned lists that the search found, grouped by inventory; opens the selected one.
 * @csspart actions - The bar with Modify and View.
 */
export class InventarListPickerElement extends InventarElement {
  static override readonly styles = [baseStyles, listPickerStyles];

  private wasRendered = false;

  constructor() {
    super();
    new WindowListener(this, 'keydown', event => this.onKey(event));
  }

  protected override select({ host, gs1, search, opened, unusedScan }: InventarState) {
    return [
      host,
      gs1,
      unusedScan,
      search.status,
      search.inventories,
      search.lists,
      search.selectedListId,
      search.next,
      opened === null,
    ];
  }

  protected override renderState(state: InventarState, presentation: Presentation): TemplateResult {
    const { search, unusedScan } = state;
    const { messages: t, settings } = presentation;
    if (search.inventories.length === 0) {
      return html`
        ${renderUnusedScan(unusedScan, presentation, this.dispatch)}
        ${search.status === 'untouched' ? html`<p class="empty">${t.searchFirst}</p>` : nothing}
        ${renderConfiguration(state, presentation)}
      `;
    }
    const selected = this.selectedList(search);
    return html`
      ${renderUnusedScan(unusedScan, presentation, this.dispatch)}
      <div class="groups" @keydown=${this.onListKey}>
        ${search.inventories.map(inventory => this.renderInventory(inventory, search, presentation))}
      </div>
      ${
        search.next === null
          ? nothing
          : html`<button class="button" @click=${() => this.dispatch({ type: 'search-more' })}>${t.showMore}</button>`
      }
      ${renderConfiguration(state, presentation)}
      <div class="actions" part="actions">
        ${
          selected === null
            ? html`<button class="button primary" disabled>${t.chooseList}</button>`
            : html`
                <button class="button view" @click=${() => this.open('view')}>${t.view}</button>
                <button class="button primary" ?disabled=${isClosed(selected)} @click=${() => this.open('count')}>
                  ${t.modify}<kbd>${settings.confirmKey}</kbd>
                </button>
              `
        }
      </div>
    `;
  }

  private renderInventory(inventory: Inventory, search: InventarState['search'], presentation: Presentation) {
    const { messages: t, locale } = presentation;
    const lists = search.lists.filter(list => list.inventory.id === inventory.id);
    const title = [inventory.number, inventory.description, formatDate(inventory.date, locale)].join(' · ');
    const kept = [inventory.operator?.name ?? '', inventory.notes].filter(text => text !== '').join(' · ');
    return html`
      <section aria-labelledby="inventory-${inventory.id}">
        <h2 id="inventory-${inventory.id}">
          <bdi>${title}</bdi>${inventory.closed ? ` · ${t.closed.toLocaleLowerCase(locale)}` : nothing}
        </h2>
        ${kept === '' ? nothing : html`<p class="kept"><bdi>${kept}</bdi></p>`}
        ${
          lists.length === 0
            ? html`<div class="card empty small">${t.noLists}. ${t.noListsHelp}</div>`
            : html`<div class="card">${lists.map(list => this.renderList(list, search, presentation))}</div>`
        }
      </section>
    `;
  }

  private renderList(list: InventoryList, search: InventarState['search'], { messages: t }: Presentation) {
    const counted = list.progress?.counted ?? '';
    const toCount = rowsToCount(list);
    const about = [list.warehouse.description, list.operator?.name ?? t.noOperator];
    if (list.listType.keepLocation) about.push(t.keepsLocation);
    return html`
      <label class="row">
        <input
          class="visually-hidden"
          type="radio"
          name="list"
          value=${list.id}
          .checked=${search.selectedListId === list.id}
          @change=${() => this.dispatch({ type: 'select-list', listId: list.id })}
          @dblclick=${() => this.open('count')}
        />
        <span class="what">
          <b>${list.row} · ${list.listType.description}</b>
          <small>${about.join(' · ')}</small>
        </span>
        <span class="progress number">
          <b><bdi>${toCount === null || isClosed(list) ? counted : `${counted} / ${toCount}`}</bdi></b>
          ${this.renderStatus(list, t)}
        </span>
      </label>
    `;
  }

  private renderStatus(list: InventoryList, t: Presentation['messages']) {
    switch (listStatus(list)) {
      case 'closed':
        return html`<span class="status open">${openIcon}${t.viewOnly}</span>`;
      case 'not-started':
        return html`<span class="status open">${openIcon}${t.notStarted}</span>`;
      case 'in-progress':
        return html`<span class="status wait">${clockIcon}${t.inProgress}</span>`;
      case 'counted':
        return html`<span class="status ok">${checkIcon}${t.allCounted}</span>`;
    }
  }

  /** Back from a list, the keys go on where they left off. */
  protected override rendered({ search }: InventarState): void {
    if (this.wasRendered) return;
    this.wasRendered = true;
    if (search.selectedListId !== null) this.renderRoot.querySelector<HTMLElement>('input:checked')?.focus();
  }

  private selectedList(search: InventarState['search']): InventoryList | null {
    return search.lists.find(list => list.id === search.selectedListId) ?? null;
  }

  private open(mode: OpenMode): void {
    const selected = this.state === null ? null : this.selectedList(this.state.search);
    if (selected === null) return;
    this.dispatch({ type: 'open-list', listId: selected.id, mode: isClosed(selected) ? 'view' : mode });
  }

  private readonly onListKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') this.open('count');
  };

  /** The confirm key opens the selected list, wherever the focus is; once a list is open, it is the form's. */
  private onKey(event: KeyboardEvent): void {
    if (event.key !== this.presentation?.settings.confirmKey || event.repeat || this.state?.opened !== null) return;
    if (!this.hears(event)) return;
    event.preventDefault();
    this.open('count');
  }
}
