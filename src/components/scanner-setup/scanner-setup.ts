import { type TemplateResult, nothing } from 'lit';
import { html } from 'lit/static-html.js';
import { SETUP_CODE } from '../../scanner/wedge/calibration.ts';
import type { ScannersState } from '../../session/state/scanners-state.ts';
import type { InventarState } from '../../session/state/session-state.ts';
import { BarcodeDrawer, barcodeStyles } from '../shared/barcode-drawer.ts';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { DialogElement } from '../shared/dialog-element.ts';
import { dialogStyles } from '../shared/dialog.styles.ts';
import { siblingTag } from '../shared/suffix.ts';
import { type PartPresentation, WordsController } from '../shared/words-controller.ts';
import { renderCalibration } from './calibration-view.ts';
import { renderTried } from './tried-view.ts';
import { renderSound } from './sound-view.ts';
import { renderOffered } from './sources-view.ts';
import { scannerSetupStyles } from './scanner-setup.styles.ts';

/**
 * @summary Sets up the scanner that types by one barcode, lets it be tried, connects other scanners, and rules the sound.
 *
 * A dialog, opened by `<wms-inventar-scanner-status>`. While it is open it has the scans: nothing is counted.
 *
 * @csspart dialog - The native dialog.
 */
export class InventarScannerSetupElement extends DialogElement {
  static override readonly styles = [baseStyles, dialogStyles, barcodeStyles, scannerSetupStyles];

  private readonly drawer = new BarcodeDrawer(this);
  private readonly words = new WordsController(this, 'scanners');

  protected override select({ scanners }: InventarState) {
    return [scanners.setup === null ? null : scanners];
  }

  protected override isAsked({ scanners }: InventarState): boolean {
    return scanners.setup !== null;
  }

  protected override cancel(): void {
    this.dispatch({ type: 'close-scanner-setup' });
  }

  protected override renderQuestion({ scanners }: InventarState, presentation: Presentation): TemplateResult {
    return this.words.render(presentation, shown => this.renderSetup(scanners, shown));
  }

  private renderSetup(scanners: ScannersState, presentation: PartPresentation<'scanners'>): TemplateResult {
    const status = siblingTag(this, 'wms-inventar-scanner-setup', 'wms-inventar-scanner-status');
    return html`
      <div class="question">
        ${this.renderHead(presentation.messages.scanners, presentation)}
        <${status}></${status}>
        ${this.renderKeyboard(scanners, presentation)}
        ${renderOffered(scanners, presentation, this.dispatch)}
        ${renderSound(scanners, presentation, this.dispatch)}
      </div>
    `;
  }

  private renderKeyboard(
    scanners: ScannersState,
    presentation: PartPresentation<'scanners'>,
  ): TemplateResult | typeof nothing {
    const { setup, canCalibrate } = scanners;
    if (setup === null) return nothing;
    const { part: t } = presentation;
    if (!canCalibrate) return renderTried(setup, presentation);
    return html`
      <section class="card part" aria-labelledby="calibration">
        <h3 id="calibration">${t.calibration}</h3>
        <p>${t.calibrationHelp}</p>
        <div class=${setup.listening ? 'listening' : ''}>${this.drawer.render(SETUP_CODE, t.setupBarcode, t)}</div>
        ${renderCalibration(scanners, setup, presentation, this.dispatch)}
        <p class="note">${t.ownScreen}</p>
      </section>
      ${renderTried(setup, presentation)}
    `;
  }
}
