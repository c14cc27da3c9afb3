import { type PropertyValues, type TemplateResult, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { html } from 'lit/static-html.js';
import { type InventoryList, rowsToCount } from '../../domain/inventory.ts';
import type { ScannersState, SourceStatus } from '../../session/scanners-state.ts';
import type { InventarState, OpenedList } from '../../session/session-state.ts';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { renderFailure } from '../shared/failure-view.ts';
import { formatDate } from '../shared/format.ts';
import { backIcon, rowsIcon } from '../shared/icons.ts';
import { InventarElement } from '../shared/inventar-element.ts';
import { siblingTag } from '../shared/suffix.ts';
import { workspaceStyles } from './workspace.styles.ts';

/**
 * @summary Search and lists, then the form with the list's rows beside it where there is room, and behind a button
 * where there is none. Stands inside a session; give it a height.
 *
 * @csspart header - The bar with the list's name and progress.
 */
export class InventarWorkspaceElement extends InventarElement {
  static override readonly styles = [baseStyles, workspaceStyles];

  /** Opens this list at once. */
  @property({ attribute: 'list-id' }) listId = '';
  /** `view`: the list named by `list-id` is shown, not counted. */
  @property() mode: 'count' | 'view' = 'count';

  /** On a narrow screen: the rows instead of the form. */
  @state() private showsRows = false;
  private openedId = '';
  private focusTurn = 0;

  protected override select({ host, opened, scanners }: InventarState) {
    const { status, list, mode, visit, counting } = opened ?? {};
    return [host, opened === null, status, list, mode, visit, counting?.focus, cameraOf(scanners)?.id];
  }

  protected override willUpdate(_: PropertyValues): void {
    const turn = this.state?.opened?.counting?.focus.turn ?? 0;
    // What is read belongs to the form: it comes back by itself.
    if (turn !== this.focusTurn) this.showsRows = false;
    this.focusTurn = turn;
  }

  protected override renderState({ opened, scanners }: InventarState, presentation: Presentation): TemplateResult {
    return opened === null ? this.renderLists() : this.renderOpened(opened, scanners, presentation);
  }

  private renderLists(): TemplateResult {
    const { search, picker, status, setup } = this.tags();
    return html`
      <main class="lists">
        <div class="bar"><${status} compact></${status}></div>
        <${search}></${search}>
        <${picker}></${picker}>
      </main>
      <${setup}></${setup}>
    `;
  }

  private renderOpened(opened: OpenedList, scanners: ScannersState, presentation: Presentation): TemplateResult {
    const { leave, setup } = this.tags();
    return html`
      ${this.renderHeader(opened, presentation)}
      ${opened.counting === null ? nothing : this.renderCamera(scanners)}
      ${this.renderBody(opened, presentation)}
      <${leave}></${leave}>
      <${setup}></${setup}>
    `;
  }

  private renderHeader({ list, counting }: OpenedList, { messages: t, locale }: Presentation): TemplateResult {
    const { status } = this.tags();
    return html`
      <header part="header">
        <button class="plain" aria-label=${t.back} @click=${() => this.dispatch({ type: 'leave-list' })}>
          ${backIcon}
        </button>
        <div class="title">
          ${
            list === null
              ? html`<h1>${t.loading}</h1>`
              : html`
                  <h1>${list.row} · ${list.listType.description}</h1>
                  <small>${subtitle(list, locale, t)}</small>
                `
          }
        </div>
        ${counting === null ? nothing : html`<${status} compact></${status}>`}
        ${
          counting === null
            ? nothing
            : html`
                <button
                  class="plain toggle"
                  aria-pressed=${this.showsRows}
                  @click=${() => (this.showsRows = !this.showsRows)}
                >
                  ${rowsIcon}<span class="visually-hidden">${t.rows}</span>
                </button>
              `
        }
      </header>
      ${list === null ? nothing : renderProgress(list, t)}
    `;
  }

  /** Where the operator has connected a camera, it stands over the form. */
  private renderCamera(scanners: ScannersState): TemplateResult | typeof nothing {
    const source = cameraOf(scanners);
    if (source === undefined) return nothing;
    const { camera } = this.tags();
    const close = () => this.dispatch({ type: 'disconnect-source', id: source.id });
    return html`<${camera} class="camera" @wms-inventar-camera-closed=${close}></${camera}>`;
  }

  private renderBody(opened: OpenedList, { messages: t }: Presentation): TemplateResult {
    const { form, rows } = this.tags();
    if (opened.status === 'failed' && opened.failure !== null) {
      const { listId, mode } = opened;
      const again = () => this.dispatch({ type: 'open-list', listId, mode });
      return html`<main class="lists">${renderFailure(opened.failure, t, again, t.notOpened)}</main>`;
    }
    if (opened.status !== 'open') return html`<main class="empty" role="status">${t.loading}</main>`;
    if (opened.counting === null) return html`<main class="view"><${rows}></${rows}></main>`;
    return html`
      <main class="counting ${this.showsRows ? 'shows-rows' : ''}">
        <${form}></${form}>
        <${rows}></${rows}>
      </main>
    `;
  }

  protected override rendered(state: InventarState): void {
    if (this.listId === this.openedId || state.host.status === 'connecting') return;
    this.openedId = this.listId;
    if (this.listId !== '') this.dispatch({ type: 'open-list', listId: this.listId, mode: this.mode });
  }

  private tags() {
    const tag = (name: string) => siblingTag(this, 'wms-inventar-workspace', name);
    return {
      search: tag('wms-inventar-search'),
      picker: tag('wms-inventar-list-picker'),
      form: tag('wms-inventar-scan-form'),
      rows: tag('wms-inventar-rows'),
      leave: tag('wms-inventar-leave-dialog'),
      status: tag('wms-inventar-scanner-status'),
      setup: tag('wms-inventar-scanner-setup'),
      camera: tag('wms-inventar-camera'),
    };
  }
}

function cameraOf({ sources }: ScannersState): SourceStatus | undefined {
  return sources.find(source => source.kind === 'camera' && source.wanted);
}

function subtitle(list: InventoryList, locale: string, t: Presentation['messages']): string {
  const { inventory, warehouse, progress } = list;
  return [
    `${t.inventory} ${inventory.number}`,
    t.counted(progress.counted, rowsToCount(list) ?? 0),
    warehouse.description,
    formatDate(inventory.date, locale),
  ].join(' · ');
}

function renderProgress(list: InventoryList, t: Presentation['messages']): TemplateResult {
  const { counted } = list.progress;
  const rows = rowsToCount(list) ?? 0;
  return html`
    <progress
      aria-label=${t.counted(counted, rows)}
      max=${Math.max(rows, 1)}
      .value=${rows === 0 ? 0 : counted}
    ></progress>
  `;
}
