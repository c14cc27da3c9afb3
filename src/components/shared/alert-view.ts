import { type TemplateResult, html, nothing } from 'lit';
import type { Failure } from '../../domain/failure.ts';
import { failureText, noticeText } from '../../messages/say.ts';
import type { InventarState } from '../../session/state/session-state.ts';
import type { Presentation } from './contexts.ts';
import { warningIcon } from './icons.ts';

/** What went wrong, for everybody to hear; with a button, where something can be done about it. */
export function renderAlert(
  title: string | null,
  text: unknown,
  label: string | null = null,
  act: (() => void) | null = null,
): TemplateResult {
  return html`
    <div class="alert" role="alert">
      ${warningIcon}
      <div>
        ${title === null ? nothing : html`<b>${title}</b>`}${text}
        ${label === null ? nothing : html`<button class="button again" @click=${act}>${label}</button>`}
      </div>
    </div>
  `;
}

/** Why nothing came from the host, and the way to try again. `title`: what could not be done, where that is not plain. */
export function renderFailure(
  failure: Failure,
  presentation: Presentation,
  again: () => void,
  title: string | null = null,
) {
  return renderAlert(title, failureText(presentation, failure), presentation.messages.tryAgain, again);
}

/** A command barcode that is no answer here, said in the dialog: what lies behind a modal one is neither seen nor heard. */
export function renderRefusal({ opened }: InventarState, presentation: Presentation): TemplateResult | typeof nothing {
  const notice = opened?.counting?.notice ?? null;
  if (notice?.code !== 'command-without-use' && notice?.code !== 'unknown-command') return nothing;
  const { title, text } = noticeText(presentation, notice);
  return renderAlert(title, text);
}
