import { type TemplateResult, html, nothing } from 'lit';
import type { CountingState } from '../../domain/counting/state.ts';
import { type Notice, toneOf } from '../../domain/notice.ts';
import { noticeText } from '../../messages/say.ts';
import type { FormAction, InventarAction } from '../../session/state/session-state.ts';
import type { Presentation } from '../shared/contexts.ts';
import { closeIcon, infoIcon, warningIcon } from '../shared/icons.ts';

interface Answer {
  readonly label: string;
  readonly key: string;
  readonly action: InventarAction;
}

const GO_ON: FormAction = { type: 'go-on' };
const DISCARD: FormAction = { type: 'discard' };

/** What the operator is told, and, where they have to say how to go on, the ways to. An error stays until seen. */
export function renderNotice(
  counting: CountingState,
  presentation: Presentation,
  dispatch: (action: InventarAction) => void,
  explain: (text: string) => void,
): TemplateResult | typeof nothing {
  const { notice } = counting;
  if (notice === null) return nothing;
  const { title, text } = noticeText(presentation, notice);
  const tone = toneOf(notice);
  const answers = answersTo(counting, notice, presentation);
  return html`
    <div class="alert ${tone}" part="notice" role=${tone === 'error' ? 'alert' : nothing}>
      ${tone === 'info' ? infoIcon : warningIcon}
      <div><b>${title}</b>${text}${answers.length === 0 ? renderExplain(notice, presentation, explain) : nothing}</div>
      ${
        answers.length === 0
          ? renderClose(presentation, dispatch)
          : html`<div class="answers">${answers.map(answer => renderAnswer(answer, dispatch))}</div>`
      }
    </div>
  `;
}

function answersTo(counting: CountingState, { code }: Notice, { messages: t, settings }: Presentation): Answer[] {
  const { stage, held, waiting } = counting;
  if (code === 'label-as-quantity') return [{ label: t.isQuantity, key: '', action: { type: 'confirm', meant: true } }];
  if (code === 'new-lot') return [{ label: t.takeNewLot, key: '', action: { type: 'lot-meant' } }];
  const goOn = (label: string): Answer => ({ label, key: settings.confirmKey, action: GO_ON });
  const discard = (label = t.discard): Answer => ({ label, key: settings.discardKey, action: DISCARD });
  if (stage.kind === 'unsure') return [goOn(t.tryAgain)];
  if (stage.kind === 'stuck') return [goOn(t.tryAgain), discard()];
  if (stage.kind === 'elsewhere') return [goOn(t.countHereToo), discard()];
  if (stage.kind === 'paused') return [goOn(`${t.goOn} · ${t.waiting(waiting.length)}`), discard()];
  // Confirm stands below, as ever.
  const isHeld = code === 'unconfirmed' || code === 'command-without-use' || code === 'unknown-command';
  if (held !== null && isHeld) return [discard(t.discardFirst)];
  return [];
}

/** Beside what was not understood: how it was read. */
function renderExplain(notice: Notice, { messages: t }: Presentation, explain: (text: string) => void) {
  switch (notice.code) {
    case 'unknown-code':
    case 'nothing-found':
    case 'unreadable-code':
    case 'code-without-use':
    case 'unknown-item':
    case 'unknown-location':
      return html`<button class="button why" @click=${() => explain(notice.text)}>${t.explain}</button>`;
    default:
      return nothing;
  }
}

function renderAnswer({ label, key, action }: Answer, dispatch: (action: InventarAction) => void) {
  // An answer without a key is one that no label's Enter may give.
  const hold = (event: KeyboardEvent) => key === '' && event.key === 'Enter' && event.preventDefault();
  return html`
    <button class="button" @click=${() => dispatch(action)} @keydown=${hold}>
      ${label}${key === '' ? nothing : html`<kbd>${key}</kbd>`}
    </button>
  `;
}

function renderClose({ messages: t }: Presentation, dispatch: (action: InventarAction) => void) {
  return html`
    <button class="plain" aria-label=${t.close} @click=${() => dispatch({ type: 'notice-dismissed' })}>
      ${closeIcon}
    </button>
  `;
}
