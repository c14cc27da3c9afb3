import { html, nothing } from 'lit';
import type { Failure } from '../../domain/failure.ts';
import type { FrontWords } from '../../messages/language.ts';
import { failureText } from '../../messages/say.ts';
import { warningIcon } from './icons.ts';

/** Why nothing came from the host, and the way to try again. `title`: what could not be done, where that is not plain. */
export function renderFailure(failure: Failure, t: FrontWords, again: () => void, title: string | null = null) {
  return html`
    <div class="alert" role="alert">
      ${warningIcon}
      <div>
        ${title === null ? nothing : html`<b>${title}</b>`}${failureText(t, failure)}
        <button class="button again" @click=${again}>${t.tryAgain}</button>
      </div>
    </div>
  `;
}
