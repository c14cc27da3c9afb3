import { type TemplateResult, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { IgnoredMessage, Scan, ScanReject } from '../../scanner/scan.ts';
import type { ScannersState, SourceStatus } from '../../session/state/scanners-state.ts';
import type { InventarState } from '../../session/state/session-state.ts';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { checkIcon, clockIcon, openIcon, scannerIcon, warningIcon } from '../shared/icons.ts';
import { InventarElement } from '../shared/inventar-element.ts';
import { clockTime, details, visible } from '../shared/scan-text.ts';
import { type PartPresentation, WordsController } from '../shared/words-controller.ts';
import { byReason } from './ignored.ts';
import { type Overall, overallOf } from './overall.ts';
import { scannerStatusStyles } from './scanner-status.styles.ts';

const MARKS: Readonly<Record<Overall, TemplateResult>> = {
  ok: checkIcon,
  untried: openIcon,
  waiting: clockIcon,
  attention: warningIcon,
};

/** How many scans that were not taken are shown. */
const REJECTS_SHOWN = 3;

/**
 * @summary Which scanners are on, what was read last, and what was ignored or not taken, with the reason.
 *
 * It leads to `<wms-inventar-scanner-setup>`, which has to be on the page too; the workspace brings both along.
 *
 * @csspart open - The button to the scanner setup.
 */
export class InventarScannerStatusElement extends InventarElement {
  static override readonly styles = [baseStyles, scannerStatusStyles];

  /** One button with the state on it, for a header. */
  @property({ type: Boolean }) compact = false;
  private readonly words = new WordsController(this, 'scanners');

  protected override select({ scanners }: InventarState) {
    return [scanners];
  }

  protected override renderState({ scanners }: InventarState, presentation: Presentation): TemplateResult {
    if (this.compact) return this.renderCompact(scanners, presentation);
    return this.words.render(presentation, shown => this.renderFull(scanners, shown));
  }

  private renderCompact(scanners: ScannersState, { messages: t }: Presentation): TemplateResult {
    const overall = overallOf(scanners);
    return html`
      <button class="plain open" part="open" aria-haspopup="dialog" @click=${this.onOpen}>
        ${scannerIcon}<span class="mark ${overall}">${MARKS[overall]}</span>
        <span class="visually-hidden">${t.scanners}: ${t.scannersAre[overall]}</span>
      </button>
    `;
  }

  private renderFull(scanners: ScannersState, presentation: PartPresentation<'scanners'>): TemplateResult {
    const { part: t } = presentation;
    const wanted = scanners.sources.filter(source => source.wanted);
    return html`
      <div class="card" role="group" aria-labelledby="scanners">
        <div class="head">
          <h3 id="scanners">${t.title}</h3>
          ${
            scanners.setup === null
              ? html`<button class="plain" part="open" @click=${this.onOpen}>${t.open}</button>`
              : nothing
          }
        </div>
        <ul>
          ${wanted.map(source => renderSource(source, presentation))}
          ${wanted.length === 0 ? html`<li class="line">${t.noSources}</li>` : nothing}
          ${renderLast(scanners.last, presentation)}
          ${scanners.rejects.slice(0, REJECTS_SHOWN).map(reject => renderReject(reject, presentation))}
        </ul>
      </div>
    `;
  }

  private readonly onOpen = (): void => {
    this.dispatch({ type: 'open-scanner-setup' });
  };
}

function renderSource({ kind, state, problem, ignored }: SourceStatus, presentation: PartPresentation<'scanners'>) {
  const { part: t } = presentation;
  const overall = stateMark(state);
  return html`
    <li class="line">
      <b>${t.kind[kind]}</b>
      <span class="status ${LOOK[overall]}">${MARKS[overall]}${t.state[state]}</span>
      ${problem === null ? nothing : html`<p>${t.problem[problem]}</p>`}
      ${ignored.length === 0 ? nothing : renderIgnored(ignored, presentation)}
    </li>
  `;
}

/** Somebody sends what is no scan, or from where none is expected: whoever sets the bridge up sees it here. */
function renderIgnored(messages: readonly IgnoredMessage[], presentation: PartPresentation<'scanners'>) {
  const { part: t } = presentation;
  return html`
    <p>${t.ignored}</p>
    ${byReason(messages).map(
      ({ count, last: { reason, origin, at } }) => html`
        <small>
          ${count} × ${t.ignoredReason[reason]}${origin === undefined ? nothing : html` · <bdi>${origin}</bdi>`} ·
          ${clockTime(at, presentation)}
        </small>
      `,
    )}
  `;
}

const LOOK: Readonly<Record<Overall, string>> = { ok: 'ok', untried: 'wait', waiting: 'wait', attention: 'attention' };

function stateMark(state: SourceStatus['state']): Overall {
  if (state === 'ready') return 'ok';
  if (state === 'connecting') return 'waiting';
  return state === 'error' ? 'attention' : 'untried';
}

function renderLast(last: Scan | null, presentation: PartPresentation<'scanners'>) {
  const { part: t } = presentation;
  return html`
    <li class="line">
      <span class="label">${t.lastScan}</span>
      ${
        last === null
          ? html`<p>${t.noScan}</p>`
          : html`<b><bdi>${visible(last.text)}</bdi></b
              ><small>${details(last, presentation)}</small>`
      }
    </li>
  `;
}

function renderReject(reject: ScanReject, presentation: PartPresentation<'scanners'>) {
  const { part: t } = presentation;
  return html`
    <li class="line">
      <span class="status attention">${warningIcon}${t.rejects}</span>
      <b><bdi>${reject.text === '' ? t.nothing : visible(reject.text)}</bdi></b>
      <small>${clockTime(reject.at, presentation)} · ${t.reject[reject.reason]}</small>
    </li>
  `;
}
