import { type TemplateResult, html, nothing } from 'lit';
import { detailsOf } from '../../domain/count-identity.ts';
import type { Stage } from '../../domain/counting/state.ts';
import type { DecimalText } from '../../domain/inventory.ts';
import { findUnit } from '../../domain/quantity.ts';
import type { InventarState } from '../../session/state/session-state.ts';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { DialogElement } from '../shared/dialog-element.ts';
import { dialogStyles } from '../shared/dialog.styles.ts';
import { formatNumber, formatQuantity, formatRowQuantity, byAt } from '../shared/format.ts';
import { renderRefusal } from '../shared/alert-view.ts';
import { addReplaceDialogStyles } from './add-replace-dialog.styles.ts';
import { resultOf } from '../../domain/answer-result.ts';

type Asking = Extract<Stage, { kind: 'asking' }>;

/**
 * @summary Asks whether what was read is added to the quantity already there or replaces it, and shows both results.
 * @csspart dialog - The native dialog.
 */
export class InventarAddReplaceDialogElement extends DialogElement {
  static override readonly styles = [baseStyles, dialogStyles, addReplaceDialogStyles];

  constructor() {
    super();
    this.answersByKeys();
  }

  protected override select({ opened }: InventarState) {
    return [opened?.counting?.stage, opened?.counting?.waiting.length, opened?.counting?.notice];
  }

  protected override isAsked({ opened }: InventarState): boolean {
    return opened?.counting?.stage.kind === 'asking';
  }

  protected override cancel(): void {
    this.dispatch({ type: 'question-dismissed' });
  }

  protected override renderQuestion(state: InventarState, presentation: Presentation): TemplateResult {
    const { opened } = state;
    const stage = opened?.counting?.stage;
    if (stage?.kind !== 'asking') return html``;
    const { messages: t, locale } = presentation;
    const { row, item, entry, changed } = stage;
    const waiting = opened?.counting?.waiting.length ?? 0;
    const where = [row.location, detailsOf(row)].filter(part => part !== '').join(' · ');
    const unit = findUnit(item, entry.unit) ?? item.unit;
    return html`
      <div class="question" tabindex="-1">
        ${this.renderHead((changed ? t.changedMeanwhile : t.alreadyCounted)(row.itemCode), presentation)}
        ${renderRefusal(state, presentation)}
        <p><bdi>${where}</bdi></p>
        <dl>
          <div>
            <dt>${t.readNow}</dt>
            <dd class="number"><bdi>${formatQuantity(entry.quantity, unit, locale)}</bdi></dd>
          </div>
          <div>
            <dt>${t.inTheList}</dt>
            <dd class="number">
              <bdi>${formatRowQuantity(row, locale)}</bdi
              ><small>${byAt(row.operator?.name ?? '', row.countedAt, presentation)}</small>
            </dd>
          </div>
        </dl>
        ${row.serial === null ? this.renderChoice('add', '1', t.add, stage, presentation) : nothing}
        ${this.renderChoice('replace', '2', t.replace, stage, presentation)}
        ${waiting === 0 ? nothing : html`<p>${t.waiting(waiting)}</p>`}
        <button class="button cancel" @click=${() => this.cancel()}>${t.nothingChanges}<kbd>Esc</kbd></button>
      </div>
    `;
  }

  private renderChoice(
    mode: 'add' | 'replace',
    key: string,
    label: string,
    stage: Asking,
    { locale }: Presentation,
  ): TemplateResult {
    const { unit, earlier, entered, result, inMain } = resultOf(stage.item, stage.row, stage.entry, mode);
    const number = (value: DecimalText) => formatNumber(value, unit, locale);
    const sum = `${number(earlier)} ${mode === 'add' ? `+ ${number(entered)}` : `→ ${number(result)}`}`;
    const explained = inMain === null ? sum : `${sum} · ${formatQuantity(inMain, stage.item.unit, locale)}`;
    return html`
      <button class="choice" data-mode=${mode} data-key=${key} @click=${() => this.dispatch({ type: 'answer', mode })}>
        <span
          ><b>${label} <kbd>${key}</kbd></b
          ><small class="number"><bdi>${explained}</bdi></small></span
        >
        <span class="result number">${number(result)} <small>${unit.code}</small></span>
      </button>
    `;
  }
}
