import { type TemplateResult, html } from 'lit';
import type { ScannerSetup } from '../../session/state/scanners-state.ts';
import type { PartPresentation } from '../shared/words-controller.ts';
import { details, visible } from '../shared/scan-text.ts';

/** Any label, read to see what arrives; nothing is counted. */
export function renderTried({ tried }: ScannerSetup, presentation: PartPresentation<'scanners'>): TemplateResult {
  const { part: t } = presentation;
  return html`
    <section class="card part" aria-labelledby="try">
      <h3 id="try">${t.try}</h3>
      <p>${t.tryHelp}</p>
      <div role="status" aria-label=${t.arrives}>
        <ul class="tried">
          ${tried.map(
            reading => html`
              <li>
                <b><bdi>${visible(reading.text)}</bdi></b>
                <small>${'reason' in reading ? t.reject[reading.reason] : details(reading, presentation)}</small>
              </li>
            `,
          )}
        </ul>
      </div>
    </section>
  `;
}
