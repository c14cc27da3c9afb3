import { type TemplateResult, html, nothing } from 'lit';
import type { InventarState } from '../../session/state/session-state.ts';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { DialogElement } from '../shared/dialog-element.ts';
import { dialogStyles } from '../shared/dialog.styles.ts';
import { renderRefusal } from '../shared/alert-view.ts';
import { inDigits } from '../../messages/text.ts';
import { unfinishedIn } from '../../domain/counting/unfinished.ts';
import { leaveDialogStyles } from './leave-dialog.styles.ts';

/**
 * @summary Asks before a list is left with something unfinished.
 * @csspart dialog - The native dialog.
 */
export class InventarLeaveDialogElement extends DialogElement {
  static override readonly styles = [baseStyles, dialogStyles, leaveDialogStyles];

  protected override select({ opened, scanners }: InventarState) {
    return [opened?.leaving, opened?.counting, scanners.waiting];
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
    const lost = lostIn(state, presentation);
    return html`
      <div class="question">
        <div class="head"><h2 id="title" tabindex="-1">${t.leaveTitle}</h2></div>
        ${
          lost.length === 0
            ? nothing
            : html`<p>${t.leaveText}</p>
                <ul>
                  ${lost.map(each => html`<li><bdi>${each}</bdi></li>`)}
                </ul>`
        }
        ${renderRefusal(state, presentation)} ${waiting === 0 ? nothing : html`<p>${t.waiting(waiting)}</p>`}
        <button class="button" @click=${() => this.cancel()}>${t.stay}</button>
        <button class="button" data-leave @click=${() => this.dispatch({ type: 'leave-anyway' })}>${t.leave}</button>
      </div>
    `;
  }
}

/** By name, one to a line: the count with its quantity, then what was read. */
function lostIn({ opened }: InventarState, { locale }: Presentation): readonly string[] {
  if (opened?.counting == null) return [];
  const { count, reads } = unfinishedIn(opened.counting);
  if (count === null) return reads;
  const { name, quantity, unit } = count;
  const entered = quantity === '' ? '' : `${inDigits(quantity, locale)} ${unit?.code ?? ''}`.trimEnd();
  return [[name, entered].filter(part => part !== '').join(': '), ...reads];
}
