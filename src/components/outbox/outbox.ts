import { type TemplateResult, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Pause } from '../../outbox/types.ts';
import type { OutboxExport } from '../../session/state/device-state.ts';
import type { InventarState } from '../../session/state/session-state.ts';
import { renderAlert } from '../shared/alert-view.ts';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { formatTime } from '../shared/format.ts';
import { checkIcon, clockIcon, infoIcon, undoIcon, warningIcon } from '../shared/icons.ts';
import { InventarElement } from '../shared/inventar-element.ts';
import { type PartPresentation, WordsController } from '../shared/words-controller.ts';
import { LongList } from '../shared/long-list.ts';
import { type Entry, entriesOf, firstTab } from './entries.ts';
import { renderImport, renderImportButton } from './import-view.ts';
import { renderEntry } from './entry-view.ts';
import { ENTRY_PX, outboxStyles } from './outbox.styles.ts';
import { renderRecord, renderUnasked } from './record-view.ts';
import { recordStyles } from './record.styles.ts';
import { saveFile } from './save-file.ts';
import { TABS, type Tab, sizeOf } from './sizes.ts';

/** So many things to decide are shown at once, and as many more each time they are asked for. */
const MOST_DECISIONS = 50;

/**
 * @summary The counts of this device that are not at the host yet, what a person has to decide, and what was sent.
 *
 * Stands inside a session; the drop-in opens it as a dialog from its badge. Only the entries in sight are in the
 * document, so that thousands stay fast. Give it a height.
 *
 * @csspart tabs - To decide, waiting, sent.
 * @csspart list - The entries.
 */
export class InventarOutboxElement extends InventarElement {
  static override readonly styles = [baseStyles, recordStyles, outboxStyles];
  protected override readonly showsScans = false;
  static override readonly properties = {
    chosen: { attribute: false },
    discarding: { attribute: false },
    most: { attribute: false },
    savedAs: { attribute: false },
  };

  /** As chosen by the operator; until then what most likely is looked for. */
  private chosen: Tab | null = null;
  private discarding: string | null = null;
  private most = MOST_DECISIONS;
  private savedAs: string | null = null;
  private readonly words = new WordsController(this, 'outbox');
  private entries: readonly Entry[] = [];
  private taken: OutboxExport | null = null;
  private readonly list = new LongList<Entry>(this);

  protected override select({
    outbox,
    outboxProblem,
    discards,
    exported,
    imported,
    parked,
    cache,
    search,
    opened,
  }: InventarState) {
    return [outbox, outboxProblem, discards, exported, imported, parked, cache, search.lists, opened?.list];
  }

  protected override willUpdate(): void {
    this.entries = this.state === null ? [] : entriesOf(this.state, this.tab(this.state));
    this.list.show(this.entries, ENTRY_PX);
  }

  protected override renderState(state: InventarState, presentation: Presentation): TemplateResult {
    return this.words.render(presentation, shown => this.renderOutbox(state, shown));
  }

  private renderOutbox(state: InventarState, presentation: PartPresentation<'outbox'>): TemplateResult {
    const { part: t } = presentation;
    const tab = this.tab(state);
    return html`
      ${this.renderStorage(state, presentation)}${this.renderPause(state.outbox.pause, presentation)}
      ${this.renderElsewhere(state, presentation)}${this.renderProblem(state, presentation)}
      ${this.renderDiscarded(state, presentation)}
      ${state.imported === null ? nothing : renderImport(state.imported, presentation, this.dispatch)}
      <div class="tabs" part="tabs" role="tablist" aria-label=${t.title} @keydown=${this.onTabKey}>
        ${TABS.map(each => this.renderTab(each, each === tab, sizeOf(state, each), presentation))}
      </div>
      <div id="panel" class="scroll" role="tabpanel" tabindex="0" aria-labelledby=${`tab-${tab}`}>
        ${this.renderPanel(tab, state, presentation)}${this.renderFoot(state, presentation)}
      </div>
    `;
  }

  private renderTab(
    tab: Tab,
    selected: boolean,
    size: number,
    { messages, part: t }: PartPresentation<'outbox'>,
  ): TemplateResult {
    const words = { decide: messages.toDecide, waiting: messages.waitingCounts, sent: t.sent };
    return html`
      <button
        id=${`tab-${tab}`}
        class="tab ${tab === 'decide' && size > 0 ? 'bad' : ''}"
        role="tab"
        aria-selected=${selected}
        aria-controls="panel"
        tabindex=${selected ? 0 : -1}
        @click=${() => this.choose(tab)}
      >
        <span>${words[tab]}</span> <b class="number">${tab === 'decide' && size > 0 ? warningIcon : nothing} ${size}</b>
      </button>
    `;
  }

  private renderPanel(tab: Tab, state: InventarState, presentation: PartPresentation<'outbox'>): TemplateResult {
    if (this.entries.length === 0) return renderEmpty(tab, presentation);
    if (tab === 'decide') return this.renderDecisions(state, presentation);
    const unknown = tab === 'waiting' && state.outbox.unknown.length > 0;
    return html`
      ${unknown ? html`<p class="note">${presentation.part.unknownHelp}</p>` : nothing}
      ${this.renderRecords(presentation)}
    `;
  }

  /** What a person decides is as tall as its reason and its answers; there are few, or they are shown bit by bit. */
  private renderDecisions(state: InventarState, presentation: PartPresentation<'outbox'>): TemplateResult {
    const actions = {
      dispatch: this.dispatch,
      discarding: this.discarding,
      askWhy: (key: string | null) => void this.askWhy(key),
    };
    const shown = this.entries.slice(0, this.most);
    return html`
      <ul part="list" role="list">
        ${repeat(
          shown,
          entry => entry.key,
          entry => html`<li class="entry decide">${renderEntry(entry, state, presentation, actions)}</li>`,
        )}
      </ul>
      ${
        shown.length === this.entries.length
          ? nothing
          : html`<button class="button more" @click=${() => (this.most += MOST_DECISIONS)}>
              ${presentation.messages.showMore}
            </button>`
      }
    `;
  }

  /** What waits and what was sent: all of one height, and only those in sight in the document. */
  private renderRecords(presentation: PartPresentation<'outbox'>): TemplateResult {
    const { above, shown, below } = this.list.render(
      ({ key }) => key,
      (entry, index) => html`
        <li class="entry fixed" aria-setsize=${this.entries.length} aria-posinset=${index + 1}>
          ${
            entry.kind === 'record'
              ? renderRecord(entry.record, presentation)
              : entry.kind === 'parked'
                ? renderUnasked(entry.parked, presentation)
                : nothing
          }
        </li>
      `,
    );
    return html`
      <ul part="list" role="list" .style=${`padding-block:${above}px ${below}px`}>
        ${shown}
      </ul>
    `;
  }

  private renderPause(pause: Pause | null, presentation: PartPresentation<'outbox'>): TemplateResult | typeof nothing {
    if (pause === null) return nothing;
    const t = presentation.part;
    const isAwaited = 'until' in pause && pause.until !== null;
    const next = isAwaited ? t.pausedUntil(formatTime(pause.until, presentation)) : '';
    const isTrouble = pause.kind === 'storage' && pause.why !== undefined;
    const help = isTrouble ? t.storageHelp[pause.why] : 'until' in pause ? '' : t.pausedHelp[pause.kind];
    return html`
      <div class="alert ${isTrouble ? 'decide' : 'info'}" role="status">
        ${clockIcon}
        <div>
          <b>${presentation.messages.paused[pause.kind]}</b>${help} ${next}
          ${
            isAwaited
              ? html`<button class="button again" @click=${() => this.dispatch({ type: 'outbox-send-now' })}>
                  ${t.sendNow}
                </button>`
              : nothing
          }
        </div>
      </div>
    `;
  }

  private renderStorage({ outbox }: InventarState, { sentences }: PartPresentation<'outbox'>) {
    if (outbox.storage === 'device') return nothing;
    return html`<div class="alert decide">
      ${warningIcon}
      <div>${sentences?.banners[outbox.storage]}</div>
    </div>`;
  }

  /** Nothing is all sent while counts wait for another host. */
  private renderElsewhere({ outbox }: InventarState, { part: t }: PartPresentation<'outbox'>) {
    return outbox.elsewhere.map(
      ({ host, tenant, unsent }) =>
        html`<div class="alert info">
          ${clockIcon}
          <div>
            <b>${t.elsewhere(unsent)}</b>${t.elsewhereHelp}
            <p dir="ltr"><bdi>${host}${tenant === '' ? nothing : html` · ${tenant}`}</bdi></p>
          </div>
        </div>`,
    );
  }

  /** What was discarded last can be taken back as long as the page is there. */
  private renderDiscarded({ discards }: InventarState, { messages, part: t }: PartPresentation<'outbox'>) {
    const last = discards.at(-1);
    if (last === undefined) return nothing;
    return html`
      <div class="alert info" role="status" data-discarded>
        ${infoIcon}
        <div>
          <b>${t.discarded(last.length)}</b>${t.keptCopy}
          <button class="button again" @click=${() => this.dispatch({ type: 'outbox-restore' })}>
            ${undoIcon}${messages.undo}
          </button>
        </div>
      </div>
    `;
  }

  private renderProblem({ outboxProblem }: InventarState, { part: t }: PartPresentation<'outbox'>) {
    if (outboxProblem === null) return nothing;
    const see = () => this.dispatch({ type: 'outbox-problem-seen' });
    return renderAlert(null, t.problem[outboxProblem.kind], t.seen, see);
  }

  private renderFoot({ cache, outbox }: InventarState, presentation: PartPresentation<'outbox'>): TemplateResult {
    const t = presentation.part;
    const promised = outbox.storage === 'device' ? outbox.persisted : null;
    const { items, locations, lots, asOf, status } = cache;
    const time = asOf === null ? '' : formatTime(asOf, presentation);
    const loaded = items.loaded + locations.loaded + lots.loaded;
    return html`
      <footer>
        ${status === 'loading' || status === 'incomplete' ? html`<small>${infoIcon}${presentation.messages.loadingCopy(loaded)}</small>` : nothing}
        ${
          status === 'ready'
            ? html`<small>${infoIcon}${t.cacheReady(items.loaded, locations.loaded, time)}</small>`
            : nothing
        }
        ${status === 'full' ? html`<small>${warningIcon}${t.fullDisk}</small>` : nothing}
        ${promised === null ? nothing : html`<small>${promised ? checkIcon : warningIcon}${promised ? t.persisted : t.notPersisted}</small>`}
        <button class="button" @click=${() => this.dispatch({ type: 'outbox-export' })}>${t.export}</button>
        ${outbox.storage === 'device' ? renderImportButton(t, this.dispatch) : nothing}
        <small role="status">${this.savedAs === null ? nothing : t.exported(this.savedAs)}</small>
      </footer>
    `;
  }

  protected override rendered({ exported }: InventarState): void {
    if (exported === null || exported === this.taken) return;
    this.taken = exported;
    saveFile(exported.fileName, exported.json);
    this.savedAs = exported.fileName;
    this.dispatch({ type: 'export-taken' });
  }

  private tab(state: InventarState): Tab {
    return this.chosen ?? firstTab(state);
  }

  private choose(tab: Tab): void {
    this.chosen = tab;
    this.discarding = null;
    this.most = MOST_DECISIONS;
    this.list.toTop();
  }

  private async askWhy(key: string | null): Promise<void> {
    this.discarding = key;
    await this.updateComplete;
    const next = key === null ? '#panel' : '#reason';
    this.renderRoot.querySelector<HTMLElement>(next)?.focus();
  }

  /** Arrows go from tab to tab, in the direction of the writing. */
  private readonly onTabKey = (event: KeyboardEvent): void => {
    if (this.state === null || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    const forward = (event.key === 'ArrowRight') === (getComputedStyle(this).direction === 'ltr');
    const index = TABS.indexOf(this.tab(this.state)) + (forward ? 1 : -1);
    const next = TABS[(index + TABS.length) % TABS.length];
    if (next === undefined) return;
    this.choose(next);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus());
  };
}

function renderEmpty(tab: Tab, { part: t }: PartPresentation<'outbox'>): TemplateResult {
  const [title, help] = {
    decide: [t.nothingToDecide, t.nothingToDecideHelp],
    waiting: [t.nothingWaiting, t.nothingWaitingHelp],
    sent: [t.nothingSent, t.nothingSentHelp],
  }[tab];
  return html`<p class="empty"><b>${title}</b>${help}</p>`;
}
