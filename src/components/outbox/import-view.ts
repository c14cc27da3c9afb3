import { type TemplateResult, html, nothing } from 'lit';
import type { OutboxWords } from '../../messages/language.ts';
import type { ImportResult } from '../../outbox/types.ts';
import type { OutboxImport } from '../../session/state/device-state.ts';
import { formatTime } from '../shared/format.ts';
import { infoIcon, warningIcon } from '../shared/icons.ts';
import type { PartPresentation } from '../shared/words-controller.ts';
import type { Dispatch } from './record-view.ts';

/** Chooses the file of another device. */
export function renderImportButton(t: OutboxWords, dispatch: Dispatch): TemplateResult {
  const onChange = (event: Event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) return;
    const [file] = input.files ?? [];
    // The same file can be chosen again.
    void file?.text().then(text => dispatch({ type: 'outbox-import', text }));
    input.value = '';
  };
  return html`
    <input id="import" hidden type="file" accept=".json,application/json" @change=${onChange} />
    <button class="button" data-import @click=${(event: Event) => chooseBeside(event.currentTarget)}>
      ${t.import}
    </button>
  `;
}

/** The browser's own dialog of files. */
function chooseBeside(button: EventTarget | null): void {
  if (!(button instanceof HTMLElement)) return;
  const input = button.previousElementSibling;
  if (input instanceof HTMLInputElement) input.click();
}

/** What is in the file, before it is taken; what became of it; or why it is not for here. */
export function renderImport(
  { status, result }: OutboxImport,
  presentation: PartPresentation<'outbox'>,
  dispatch: Dispatch,
): TemplateResult {
  const { part: t, messages } = presentation;
  const see = () => dispatch({ type: 'outbox-import-seen' });
  if (!result.ok) {
    return html`
      <div class="alert decide" role="alert">
        ${warningIcon}
        <div>${whyNot(result, t)}<button class="button again" @click=${see}>${t.seen}</button></div>
      </div>
    `;
  }
  const { counts, user, isOther, exportedAt, known, unreadable } = result;
  const mayTake = status === 'asking' && counts > 0;
  return html`
    <div class="alert info" role="status">
      ${infoIcon}
      <div>
        <b>${counts === 0 ? t.imported.nothing : t.imported.title(counts, user)}</b>
        ${status === 'taken' ? (isOther ? t.imported.keptFor(user) : t.imported.taken) : t.imported.exportedAt(formatTime(exportedAt, presentation))}
        ${known > 0 && status === 'asking' ? t.imported.known(known) : nothing}
        ${unreadable > 0 ? t.imported.unreadable(unreadable) : nothing}
        <div class="answers">
          ${
            mayTake
              ? html`<button class="button" data-take @click=${() => dispatch({ type: 'outbox-import-take' })}>
                  ${t.imported.take}
                </button>`
              : nothing
          }
          <button class="button" @click=${see}>${mayTake ? messages.cancel : t.seen}</button>
        </div>
      </div>
    </div>
  `;
}

function whyNot(result: Extract<ImportResult, { ok: false }>, { imported: t, problem }: OutboxWords): string {
  switch (result.kind) {
    case 'damaged':
    case 'newer':
      return t[result.kind];
    case 'other-host':
      return t.otherHost(result.host);
    case 'other-user':
      return t.otherUser(result.user);
    case 'not-possible':
      return t.notPossible;
    case 'quota':
    case 'no-storage':
      return problem[result.kind];
  }
}
