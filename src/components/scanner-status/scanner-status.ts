import type { nothing } from 'lit';
import { type TemplateResult, html, svg } from 'lit';
import { later } from '../../loading/later.ts';
import type { ScannersState } from '../../session/state/scanners-state.ts';
import type { InventarState } from '../../session/state/session-state.ts';
import { renderAlert } from '../shared/alert-view.ts';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { icon } from '../shared/icons.ts';
import { InventarElement } from '../shared/inventar-element.ts';
import type { Details } from './details-view.ts';
import { MARKS } from './marks.ts';
import { overallOf } from './overall.ts';
import { scannerStatusStyles } from './scanner-status.styles.ts';

const scannerIcon = icon('0 0 24 24', svg`<path d="M3 6.5l12-2.5 5 3.5-1 5-8 .5v6.5H6.5l.5-8-4-.5zM21.5 9.5l1.5.5" />`);

const loadDetails = later(() => import('./details-view.ts'));

/**
 * @summary Which scanners are on, what was read last, and what was ignored or not taken, with the reason.
 *
 * It leads to `<wms-inventar-scanner-setup>`, which has to be on the page too; the workspace brings both along.
 *
 * @csspart open - The button to the scanner setup.
 */
export class InventarScannerStatusElement extends InventarElement {
  static override readonly styles = [baseStyles, scannerStatusStyles];
  protected override readonly showsScans = false;
  static override readonly properties = { compact: { type: Boolean }, details: { attribute: false } };

  /** One button with the state on it, for a header. */
  compact = false;
  private details: Details | 'failed' | null = null;

  protected override select({ scanners }: InventarState) {
    return [scanners];
  }

  protected override renderState(
    { scanners }: InventarState,
    presentation: Presentation,
  ): TemplateResult | typeof nothing {
    if (this.compact) return this.renderCompact(scanners, presentation);
    const { messages: t } = presentation;
    if (this.details === 'failed') return renderAlert(null, t.notLoaded, t.tryAgain, () => (this.details = null));
    if (this.details !== null) return this.details.render(scanners, presentation, this.onOpen);
    void this.load();
    return html`<p class="empty" role="status">${t.loading}</p>`;
  }

  private async load(): Promise<void> {
    try {
      const { Details } = await loadDetails();
      this.details ??= new Details(this);
    } catch {
      this.details = 'failed';
    }
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

  private readonly onOpen = (): void => {
    this.dispatch({ type: 'open-scanner-setup' });
  };
}
