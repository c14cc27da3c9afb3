import { type TemplateResult, html, nothing } from 'lit';
import { noticeText } from '../../messages/say.ts';
import type { InventarState } from '../../session/state/session-state.ts';
import type { Presentation } from './contexts.ts';
import { warningIcon } from './icons.ts';

/** A command barcode that is no answer here, said in the dialog: what lies behind a modal one is neither seen nor heard. */
export function renderRefusal(
  { opened }: InventarState,
  { messages: t }: Presentation,
): TemplateResult | typeof nothing {
  const notice = opened?.counting?.notice ?? null;
  if (notice?.code !== 'command-without-use' && notice?.code !== 'unknown-command') return nothing;
  const { title, text } = noticeText(t, notice);
  return html`<div class="alert" role="alert">
    ${warningIcon}
    <div><b>${title}</b>${text}</div>
  </div>`;
}
