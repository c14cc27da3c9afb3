import { type ReactiveControllerHost, type TemplateResult, html, nothing } from 'lit';
import type { IgnoredMessage, Scan, ScanReject } from '../../scanner/scan.ts';
import type { ScannersState, SourceStatus } from '../../session/state/scanners-state.ts';
import type { Presentation } from '../shared/contexts.ts';
import { warningIcon } from '../shared/icons.ts';
import { clockTime, details, visible } from '../shared/scan-text.ts';
import { type PartPresentation, WordsController } from '../shared/words-controller.ts';
import { byReason } from './ignored.ts';
import { MARKS } from './marks.ts';
import type { Overall } from './overall.ts';

/** How many scans that were not taken are shown. */
const REJECTS_SHOWN = 3;

/** All that there is to tell, with its words. */
export class Details {
  private readonly words: WordsController<'scanners'>;

  constructor(host: ReactiveControllerHost) {
    this.words = new WordsController(host, 'scanners');
  }

  /** `open` leads to the setup. */
  render(scanners: ScannersState, presentation: Presentation, open: () => void): TemplateResult {
    return this.words.render(presentation, shown => renderDetails(scanners, shown, open));
  }
}

function renderDetails(
  scanners: ScannersState,
  presentation: PartPresentation<'scanners'>,
  open: () => void,
): TemplateResult {
  const { part: t } = presentation;
  const wanted = scanners.sources.filter(source => source.wanted);
  return html`
    <div class="card" role="group" aria-labelledby="scanners">
      <div class="head">
        <h3 id="scanners">${t.title}</h3>
        ${scanners.setup === null ? html`<button class="plain" part="open" @click=${open}>${t.open}</button>` : nothing}
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
