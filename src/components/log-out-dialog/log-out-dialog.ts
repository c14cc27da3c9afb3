import { type TemplateResult, html, nothing } from 'lit';
import type { OutboxWords } from '../../messages/language.ts';
import type { LogOutState } from '../../session/state/device-state.ts';
import type { InventarState } from '../../session/state/session-state.ts';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { DialogElement } from '../shared/dialog-element.ts';
import { dialogStyles } from '../shared/dialog.styles.ts';
import { formText } from '../shared/form-text.ts';
import { warningIcon } from '../shared/icons.ts';
import { WordsController } from '../shared/words-controller.ts';
import { logOutDialogStyles } from './log-out-dialog.styles.ts';

/**
 * @summary Asks what becomes of the counts that are not at the host yet, before an operator logs out.
 * @csspart dialog - The native dialog.
 */
export class InventarLogOutDialogElement extends DialogElement {
  static override readonly styles = [baseStyles, dialogStyles, logOutDialogStyles];
  static override readonly properties = { discarding: { attribute: false } };

  private discarding = false;
  private readonly words = new WordsController(this, 'outbox');

  protected override select({ logOut, outbox }: InventarState) {
    return [logOut, outbox.pause];
  }

  protected override isAsked({ logOut }: InventarState): boolean {
    return logOut !== null;
  }

  protected override cancel(): void {
    this.discarding = false;
    this.dispatch({ type: 'log-out-answer', answer: 'stay' });
  }

  protected override renderQuestion({ logOut }: InventarState, presentation: Presentation): TemplateResult {
    if (logOut === null) return html``;
    return this.words.render(presentation, ({ part }) => this.renderAnswers(logOut, part));
  }

  private renderAnswers(logOut: LogOutState, t: OutboxWords): TemplateResult {
    const { unfinished, parked, status, canKeep, canDiscard } = logOut;
    const nothingLeft = unfinished + parked === 0;
    const answer = (each: 'send' | 'keep') => () => this.dispatch({ type: 'log-out-answer', answer: each });
    return html`
      <div class="question">
        <div class="head"><h2 id="title" tabindex="-1">${t.logOutTitle}</h2></div>
        <p>${nothingLeft ? t.logOutNothing : t.logOutText(unfinished, parked)}</p>
        <p role="status">${status === 'sending' ? t.logOutSending(unfinished) : nothing}</p>
        ${
          nothingLeft
            ? html`<button class="button" @click=${answer('keep')}>${t.logOut}</button>`
            : html`
                <button class="button" ?disabled=${status === 'sending' || unfinished === 0} @click=${answer('send')}>
                  ${t.logOutSend}
                </button>
                ${
                  canKeep
                    ? html`<button class="choice keep" @click=${answer('keep')}>
                        <span><b>${t.logOutKeep}</b><small>${t.logOutKeepHelp}</small></span>
                      </button>`
                    : nothing
                }
              `
        }
        ${canDiscard && !nothingLeft ? this.renderDiscard(t) : nothing}
        <button class="button cancel" @click=${() => this.cancel()}>${t.logOutStay}</button>
      </div>
    `;
  }

  private renderDiscard(t: OutboxWords): TemplateResult {
    if (!this.discarding) {
      return html`<button class="button danger" @click=${() => (this.discarding = true)}>${t.logOutDiscard}</button>`;
    }
    return html`
      <form class="reason" @submit=${this.onDiscard}>
        <label class="field"
          ><span>${t.discardReason}</span>
          <input class="input" name="reason" required maxlength="200" autocomplete="off" />
        </label>
        <button class="button danger">${warningIcon}${t.discardNow}</button>
      </form>
    `;
  }

  private readonly onDiscard = (event: Event): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const reason = formText(new FormData(event.target), 'reason');
    if (reason === '') return;
    this.discarding = false;
    this.dispatch({ type: 'log-out-answer', answer: 'discard', reason });
  };
}
