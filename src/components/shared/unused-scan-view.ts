import { type TemplateResult, html, nothing } from 'lit';
import type { InventarAction } from '../../session/state/session-state.ts';
import type { Presentation } from './contexts.ts';
import { closeIcon, warningIcon } from './icons.ts';

/** A scan that nobody could use stays in sight until it is seen. */
export function renderUnusedScan(
  scan: string | null,
  { messages: t }: Presentation,
  dispatch: (action: InventarAction) => void,
): TemplateResult | typeof nothing {
  if (scan === null) return nothing;
  const { title, text } = t.unusedScan(scan);
  return html`
    <div class="alert unused" role="alert">
      ${warningIcon}
      <div><b>${title}</b>${text}</div>
      <button class="plain" aria-label=${t.close} @click=${() => dispatch({ type: 'unused-scan-seen' })}>
        ${closeIcon}
      </button>
    </div>
  `;
}
