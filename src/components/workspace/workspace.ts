import { type PropertyValues, type TemplateResult, nothing } from 'lit';
import { html } from 'lit/static-html.js';
import { type InventoryList, rowsToCount } from '../../domain/inventory.ts';
import { ltr } from '../../messages/text.ts';
import type { CacheState } from '../../session/state/device-state.ts';
import type { ScannersState, SourceStatus } from '../../session/state/scanners-state.ts';
import type { InventarAction, InventarState, OpenedList } from '../../session/state/session-state.ts';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { renderFailure } from '../shared/alert-view.ts';
import { formatDate, formatTime } from '../shared/format.ts';
import { backIcon, clockIcon, rowsIcon, warningIcon } from '../shared/icons.ts';
import { InventarElement } from '../shared/inventar-element.ts';
import { whenIdle } from '../../loading/when-idle.ts';
import { needElement } from '../shared/later-elements.ts';
import { siblingName, siblingTag } from '../shared/suffix.ts';
import { workspaceStyles } from './workspace.styles.ts';

/**
 * @summary Search and lists, then the form with the list's rows beside it where there is room, and behind a button
 * where there is none. Stands inside a session; give it a height.
 *
 * @csspart header - The bar with the list's name and progress.
 */
export class InventarWorkspaceElement extends InventarElement {
  static override readonly styles = [baseStyles, workspaceStyles];
  static override readonly properties = {
    listId: { attribute: 'list-id' },
    mode: {},
    showsRows: { attribute: false },
  };

  /** Opens this list at once. */
  listId = '';
  /** `view`: the list named by `list-id` is shown, not counted. */
  mode: 'count' | 'view' = 'count';

  /** On a narrow screen: the rows instead of the form. */
  private showsRows = false;
  /** For whom `listId` was opened, and in which session: for others it opens again. */
  private openedFor: readonly unknown[] = [];
  private focusTurn = 0;
  private waiting = 0;
  private needed: readonly NeededElement[] = [];

  protected override select(state: InventarState) {
    const { host, opened, outbox, cache, scanners } = state;
    const { status, list, mode, visit, counting } = opened ?? {};
    const of = [host, opened === null, status, list, mode, visit, counting?.focus, counting?.waiting];
    return [
      ...of,
      outbox.storage,
      outbox.oldTab,
      outbox.evicted,
      cache,
      cameraOf(scanners)?.id,
      ...neededFor(state).map(({ tag }) => tag),
    ];
  }

  protected override willUpdate(_: PropertyValues): void {
    const { focus, waiting } = this.state?.opened?.counting ?? {};
    const turn = focus?.turn ?? 0;
    const waits = waiting?.length ?? 0;
    // What is read belongs to the form: it comes back by itself, also with what has to wait for a person there.
    if (turn !== this.focusTurn || waits > this.waiting) this.showsRows = false;
    this.focusTurn = turn;
    this.waiting = waits;
  }

  protected override renderState(state: InventarState, presentation: Presentation): TemplateResult {
    const { opened, host } = state;
    const { outbox, history, logOut } = this.tags();
    if (host.status === 'logged-out') return this.renderLoggedOut(presentation);
    return html`
      ${opened === null ? this.renderLists(state, presentation) : this.renderOpened(opened, state, presentation)}
      <${outbox} @close=${this.backToForm}></${outbox}>
      <${history}></${history}>
      <${logOut} @close=${this.backToForm}></${logOut}>
    `;
  }

  private renderLoggedOut({ messages: t }: Presentation): TemplateResult {
    return html`
      <main class="empty">
        <h1>${t.loggedOut}</h1>
        <button class="button" @click=${() => this.dispatch({ type: 'connect' })}>${t.signIn}</button>
      </main>
    `;
  }

  private renderLists(state: InventarState, presentation: Presentation): TemplateResult {
    const { search, picker, badge, status, setup } = this.tags();
    const { messages: t } = presentation;
    return html`
      <header part="header" class="start">
        <div class="title">
          <h1>${t.inventory}</h1>
          <small>${state.host.status === 'ready' ? state.host.operator.name : nothing}</small>
        </div>
        <${badge}></${badge}>
        <${status} compact></${status}>
      </header>
      ${renderBanners(state, presentation)}
      <main class="lists">
        <${search} data-search></${search}>
        <${picker}></${picker}>
      </main>
      <${setup}></${setup}>
    `;
  }

  private renderOpened(opened: OpenedList, state: InventarState, presentation: Presentation): TemplateResult {
    const { leave, setup } = this.tags();
    return html`
      ${this.renderHeader(opened, state.cache, presentation)}${renderBanners(state, presentation)}
      ${opened.counting === null ? nothing : this.renderCamera(state.scanners)}
      ${this.renderBody(opened, presentation)}
      <${leave} @close=${this.backToForm}></${leave}>
      <${setup} @close=${this.backToForm}></${setup}>
    `;
  }

  private renderHeader(
    { list, counting }: OpenedList,
    cache: CacheState,
    { messages: t, locale }: Presentation,
  ): TemplateResult {
    const { badge, status } = this.tags();
    return html`
      <header part="header" data-cache=${cache.status}>
        <button class="plain" aria-label=${t.back} @click=${() => this.dispatch({ type: 'leave-list' })}>
          ${backIcon}
        </button>
        <div class="title">
          ${
            list === null
              ? html`<h1>${t.loading}</h1>`
              : html`
                  <h1>${list.row} · ${list.listType.description}</h1>
                  <small>${subtitle(list, locale, t)}${renderLoading(cache, t)}</small>
                `
          }
        </div>
        <${badge}></${badge}>
        ${counting === null ? nothing : html`<${status} compact></${status}>`}
        ${
          counting === null
            ? nothing
            : html`
                <button class="plain toggle" aria-pressed=${this.showsRows} @click=${this.onToggle}>
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
    return html`<${camera} class="camera" compact @wms-inventar-camera-closed=${close}></${camera}>`;
  }

  private renderBody(opened: OpenedList, presentation: Presentation): TemplateResult {
    const { messages: t } = presentation;
    const { form, rows } = this.tags();
    if (opened.status === 'failed' && opened.failure !== null) {
      const { listId, mode } = opened;
      const again = () => this.dispatch({ type: 'open-list', listId, mode });
      return html`<main class="lists">${renderFailure(opened.failure, presentation, again, t.notOpened)}</main>`;
    }
    if (opened.status !== 'open') return html`<main class="empty" role="status">${t.loading}</main>`;
    if (opened.counting === null) return html`<main class="view"><${rows}></${rows}></main>`;
    return html`
      <main class="counting ${this.showsRows ? 'shows-rows' : ''}">
        <${form} data-form></${form}>
        <${rows}></${rows}>
      </main>
    `;
  }

  protected override rendered(state: InventarState): void {
    this.load(neededFor(state));
    const { host } = state;
    if (host.status === 'logged-out') this.openedFor = [];
    if (host.status !== 'ready') return;
    const now = [this.session, host.operator.userName, this.listId];
    if (now.every((each, at) => each === this.openedFor[at])) return;
    this.openedFor = now;
    if (this.listId !== '') this.dispatch({ type: 'open-list', listId: this.listId, mode: this.mode });
  }

  private load(needed: readonly NeededElement[]): void {
    const fresh = needed.filter(({ tag }) => !this.needed.some(each => each.tag === tag));
    this.needed = needed;
    for (const each of fresh)
      if (each.waits) whenIdle(() => void this.loadNow(each));
      else void this.loadNow(each);
  }

  /** What can't be had is said by the session; what was asked for is not to come up later, amid the counting. */
  private async loadNow({ tag, giveUp }: NeededElement): Promise<void> {
    const isThere = await needElement(siblingName(this, 'wms-inventar-workspace', tag));
    if (!isThere && giveUp !== undefined) this.dispatch(giveUp);
  }

  private readonly onToggle = (): void => {
    this.showsRows = !this.showsRows;
    if (this.showsRows) void this.loadNow({ tag: 'wms-inventar-rows' });
    if (!this.showsRows) void this.updateComplete.then(this.backToForm);
  };

  /** Whoever has looked at something else goes on counting: the next key is the form's (rule 6), where it is shown. */
  private readonly backToForm = (): void => this.renderRoot.querySelector<HTMLElement>('[data-form]')?.focus();

  /** Where the next key belongs: in the form, else in the search, else at the way back to it. */
  override focus(): void {
    const root = this.renderRoot;
    const [place] = ['[data-form]', '[data-search]', 'header button'].flatMap(
      each => root.querySelector<HTMLElement>(each) ?? [],
    );
    place?.focus();
  }

  private tags() {
    const tag = (name: string) => siblingTag(this, 'wms-inventar-workspace', name);
    return {
      search: tag('wms-inventar-search'),
      picker: tag('wms-inventar-list-picker'),
      form: tag('wms-inventar-scan-form'),
      rows: tag('wms-inventar-rows'),
      leave: tag('wms-inventar-leave-dialog'),
      badge: tag('wms-inventar-outbox-badge'),
      outbox: tag('wms-inventar-outbox-dialog'),
      history: tag('wms-inventar-row-history'),
      logOut: tag('wms-inventar-log-out-dialog'),
      status: tag('wms-inventar-scanner-status'),
      setup: tag('wms-inventar-scanner-setup'),
      camera: tag('wms-inventar-camera'),
    };
  }
}

/** An element whose code may have to be loaded. */
interface NeededElement {
  readonly tag: string;
  /** Others come first. */
  readonly waits?: boolean;
  /** What undoes the asking for it, where it can't be had. */
  readonly giveUp?: InventarAction;
}

function neededFor({ outboxShown, history, logOut, scanners, opened }: InventarState): readonly NeededElement[] {
  const when = (isNeeded: boolean, element: NeededElement) => (isNeeded ? [element] : []);
  return [
    // How scanners and counts are is told beside the counting: the first scan is taken without it.
    { tag: 'wms-inventar-outbox-badge', waits: true },
    { tag: 'wms-inventar-scanner-status', waits: true },
    ...when(opened?.leaving === true, { tag: 'wms-inventar-leave-dialog', giveUp: { type: 'stay' } }),
    ...when(outboxShown, { tag: 'wms-inventar-outbox-dialog', giveUp: { type: 'close-outbox' } }),
    ...when(history !== null, { tag: 'wms-inventar-row-history', giveUp: { type: 'close-history' } }),
    ...when(logOut !== null, {
      tag: 'wms-inventar-log-out-dialog',
      giveUp: { type: 'log-out-answer', answer: 'stay' },
    }),
    ...when(scanners.setup !== null, { tag: 'wms-inventar-scanner-setup', giveUp: { type: 'close-scanner-setup' } }),
    ...when(opened?.status === 'open', { tag: 'wms-inventar-rows', waits: opened?.counting != null }),
    ...when(opened?.counting != null && cameraOf(scanners) !== undefined, { tag: 'wms-inventar-camera' }),
  ];
}

/** What holds as long as it is shown, and that nobody can put right in the form. */
function renderBanners({ outbox, cache, host }: InventarState, presentation: Presentation) {
  const { messages: t, sentences } = presentation;
  const { banners } = sentences ?? {};
  const offline = cache.inUse || (host.status === 'ready' && host.fromDevice);
  const asOf = cache.asOf === null ? '' : ` · ${t.asOf(formatTime(cache.asOf, presentation))}`;
  return html`
    ${outbox.oldTab ? html`<p class="banner" role="status">${warningIcon}<span>${banners?.oldTab}</span></p>` : nothing}
    ${outbox.evicted ? html`<p class="banner" role="alert">${warningIcon}<span>${banners?.evicted}</span></p>` : nothing}
    ${outbox.storage === 'none' || outbox.storage === 'silent' ? html`<p class="banner">${warningIcon}<span>${banners?.[outbox.storage]}</span></p>` : nothing}
    ${offline ? html`<p class="banner info" role="status">${clockIcon}<span>${t.paused.offline}${asOf}</span></p>` : nothing}
  `;
}

/** Beside the list's name, so that nothing moves when it comes and goes. */
function renderLoading({ status, items, locations, lots }: CacheState, t: Presentation['messages']) {
  if (status !== 'loading') return nothing;
  return html` · ${t.loadingCopy(items.loaded + locations.loaded + lots.loaded)}`;
}

function cameraOf({ sources }: ScannersState): SourceStatus | undefined {
  return sources.find(source => source.kind === 'camera' && source.wanted);
}

/** What changes while counting first: on a handheld, the end is cut off. */
function subtitle(list: InventoryList, locale: string, t: Presentation['messages']): string {
  const { inventory, warehouse, progress } = list;
  const rows = rowsToCount(list) ?? 0;
  return [
    ...(progress === null ? [] : [rows === 0 ? t.counted(progress.counted, 0) : ltr(`${progress.counted} / ${rows}`)]),
    `${t.inventory} ${inventory.number}`,
    warehouse.description,
    formatDate(inventory.date, locale),
  ].join(' · ');
}

function renderProgress(list: InventoryList, t: Presentation['messages']): TemplateResult | typeof nothing {
  if (list.progress === null) return nothing;
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
