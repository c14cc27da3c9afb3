import { type TemplateResult, html, nothing } from 'lit';
import type { InventarState } from '../../session/state/session-state.ts';
import { AnswerKeys } from './answer-keys.ts';
import type { Presentation } from './contexts.ts';
import { closeIcon } from './icons.ts';
import { InventarElement } from './inventar-element.ts';

/**
 * A native modal dialog that is open while the state asks something. Closing it in any way other than answering
 * cancels. Nothing in it has the focus at first, so that a scanner's Enter can't answer.
 */
export abstract class DialogElement extends InventarElement {
  /** Whether this dialog is asked for. */
  protected abstract isAsked(state: InventarState): boolean;
  protected abstract renderQuestion(state: InventarState, presentation: Presentation): TemplateResult;
  protected abstract cancel(): void;

  protected override renderState(state: InventarState, presentation: Presentation): TemplateResult | typeof nothing {
    return html`
      <dialog
        part="dialog"
        aria-labelledby="title"
        @cancel=${this.onCancel}
        @click=${this.onBackdrop}
        @close=${this.onClose}
      >
        ${this.isAsked(state) ? this.renderQuestion(state, presentation) : nothing}
      </dialog>
    `;
  }

  /** What it is about, and a way out beside it. */
  protected renderHead(title: string, { messages: t }: Presentation): TemplateResult {
    return html`
      <div class="head">
        <h2 id="title" tabindex="-1">${title}</h2>
        <button class="plain" aria-label=${t.close} @click=${() => this.cancel()}>${closeIcon}</button>
      </div>
    `;
  }

  protected override rendered(state: InventarState): void {
    const dialog = this.dialog;
    const asked = this.isAsked(state);
    if (dialog === null || asked === dialog.open) return;
    if (asked) {
      dialog.showModal();
      dialog.querySelector<HTMLElement>('#title')?.focus();
    } else dialog.close();
  }

  /** Digits press the answers that have one, in `data-key`. */
  protected answersByKeys(): void {
    new AnswerKeys(this, {
      dialog: () => this.dialog,
      clock: () => this.presentation?.clock,
      hears: event => this.hears(event),
    });
  }

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  /** Escape, and back on Android: the state closes the dialog, not the browser. */
  private readonly onCancel = (event: Event): void => {
    event.preventDefault();
    this.cancel();
  };

  /** A browser may close it without asking, on a second Escape: the state has to know. */
  private readonly onClose = (): void => {
    if (this.state !== null && this.isAsked(this.state)) this.cancel();
    // The native event stays within; by now the focus is back where it was before.
    this.dispatchEvent(new Event('close'));
  };

  private readonly onBackdrop = (event: MouseEvent): void => {
    if (event.target === this.dialog) this.cancel();
  };
}
