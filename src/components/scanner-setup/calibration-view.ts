import { type TemplateResult, html, nothing } from 'lit';
import type { ScannerWords } from '../../messages/language.ts';
import type { Calibration, CalibrationFailure, CalibrationFindings } from '../../scanner/wedge/calibration.ts';
import type { ScannerAction, ScannerSetup, ScannersState } from '../../session/state/scanners-state.ts';
import type { PartPresentation } from '../shared/words-controller.ts';
import { renderAlert } from '../shared/alert-view.ts';
import { checkIcon } from '../shared/icons.ts';
import { inMilliseconds, visible } from '../shared/scan-text.ts';

type Dispatch = (action: ScannerAction) => void;
type Success = Extract<Calibration, { findings: unknown }>;

/** The button that listens for the setup barcode, and what the barcode told. */
export function renderCalibration(
  scanners: ScannersState,
  setup: ScannerSetup,
  presentation: PartPresentation<'scanners'>,
  dispatch: Dispatch,
): TemplateResult {
  const { part: t } = presentation;
  const { listening, calibration } = setup;
  const label = listening ? t.stopCalibration : t.startCalibration;
  const type = listening ? 'stop-calibration' : 'start-calibration';
  return html`
    <button class="button ${listening ? '' : 'primary'}" data-calibrate @click=${() => dispatch({ type })}>
      ${label}
    </button>
    <div role="status">
      ${listening ? html`<p class="status wait">${t.listening}</p>` : nothing}
      ${calibration === null || 'failure' in calibration ? nothing : renderFound(calibration, scanners, presentation)}
    </div>
    ${calibration !== null && 'failure' in calibration ? renderFailure(calibration.failure, presentation) : nothing}
    ${
      scanners.profile === null || listening
        ? nothing
        : html`
            <div class="setting">
              <span>${t.keptProfile}</span>
              <button class="button" @click=${() => dispatch({ type: 'forget-profile' })}>${t.forget}</button>
            </div>
          `
    }
  `;
}

function renderFailure(failure: CalibrationFailure, { part: t }: PartPresentation<'scanners'>) {
  const { title, text } = t.calibrationFailure[failure];
  return renderAlert(title, text);
}

function renderFound(calibration: Success, { isKept }: ScannersState, presentation: PartPresentation<'scanners'>) {
  const { part: t } = presentation;
  return html`
    <div class="found" data-found>
      <div class="alert ok">
        ${checkIcon}
        <div><b>${t.calibrated}</b>${isKept ? t.calibratedText : t.notKept}</div>
      </div>
      <dl>
        ${findingsOf(calibration.findings, presentation).map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd><bdi>${value}</bdi></dd>`,
        )}
      </dl>
      <ul class="notes">
        ${notesOn(calibration, presentation).map(note => html`<li>${note}</li>`)}
      </ul>
    </div>
  `;
}

/** As keys are called on scanners' own sheets, in every language. */
const SUFFIX_KEYS: Readonly<Record<CalibrationFindings['suffix'], string | null>> = {
  Enter: 'Enter',
  Tab: 'Tab',
  LineFeed: 'LF (Ctrl+J)',
  none: null,
};

function findingsOf(found: CalibrationFindings, { part: t, locale }: PartPresentation<'scanners'>) {
  const pace = t.paceIs(inMilliseconds(found.medianGapMs, locale), inMilliseconds(found.maxGapMs, locale));
  return [
    [t.scannerLayout, layoutName(found.scannerLayout, t)],
    [t.systemLayout, layoutName(found.systemLayout, t)],
    [t.prefix, found.prefix === '' ? t.suffixNone : visible(found.prefix)],
    [t.suffix, SUFFIX_KEYS[found.suffix] ?? t.suffixNone],
    [t.separator, t.separatorIs[found.gs]],
    ...(found.aim === null ? [] : [[t.identifierName, found.aim]]),
    [t.pace, pace],
  ];
}

function layoutName(layout: CalibrationFindings['scannerLayout'], t: ScannerWords): string {
  return layout === null ? t.layoutUnknown : t.layouts[layout];
}

/** What is mended from now on, and what would better be set on the scanner itself. */
function notesOn({ findings, repairs }: Success, { part: t }: PartPresentation<'scanners'>): string[] {
  return [
    ...(repairs.length === 0 ? [t.noRepair] : repairs.map(repair => t.repair[repair])),
    ...(findings.gs === 'lost' || findings.gs === 'other' ? [t.advice.separator] : []),
    ...(findings.gs === 'F8' ? [t.advice.f8] : []),
    ...(findings.suffix === 'none' ? [t.advice.suffix] : []),
  ];
}
