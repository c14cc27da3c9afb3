import { type TemplateResult, html, nothing } from 'lit';
import type { InventarState } from '../../session/state/session-state.ts';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { DialogElement } from '../shared/dialog-element.ts';
import { dialogStyles } from '../shared/dialog.styles.ts';
import { renderRefusal } from '../shared/alert-view.ts';

/**
 * @summary Asks before a list is left with something unfinished.
 * @csspart dialog - The native dialog.
 */
export class InventarLeaveDialogElement extends DialogElement {
  static override readonly styles = [baseStyles, dialogStyles];

  protected override select({ opened, scanners }: InventarState) {
    return [opened?.leaving, opened?.counting?.notice, scanners.waiting];
  }

  protected override isAsked({ opened }: InventarState): boolean {
    return opened?.leaving ?? false;
  }

  protected override cancel(): void {
    this.dispatch({ type: 'stay' });
  }

  protected override renderQuestion(state: InventarState, presentation: Presentation): TemplateResult {
    const { messages: t } = presentation;
    const { waiting } = state.scanners;
    return html`
      <div class="question">
        <div class="head"><h2 id="title" tabindex="-1">${t.leaveTitle}</h2></div>
        <p>${t.leaveText}</p>
        ${renderRefusal(state, presentation)} ${waiting === 0 ? nothing : html`<p>${t.waiting(waiting)}</p>`}
        <button class="button" @click=${() => this.cancel()}>${t.stay}</button>
        <button class="button" data-leave @click=${() => this.dispatch({ type: 'leave-anyway' })}>${t.leave}</button>
      </div>
    `;
  }
}
