import { type TemplateResult, html, nothing } from 'lit';
import type { Option } from '../../domain/counting/state.ts';
import type { InventarState } from '../../session/state/session-state.ts';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { DialogElement } from '../shared/dialog-element.ts';
import { dialogStyles } from '../shared/dialog.styles.ts';
import { formatDate } from '../shared/format.ts';
import { renderRefusal } from '../shared/alert-view.ts';

/**
 * @summary Asks which of several meanings a code has, or which of the things found by typing is meant.
 * @csspart dialog - The native dialog.
 */
export class InventarChoiceDialogElement extends DialogElement {
  static override readonly styles = [baseStyles, dialogStyles];

  constructor() {
    super();
    this.answersByKeys();
  }

  protected override select({ opened }: InventarState) {
    return [opened?.counting?.stage, opened?.counting?.notice];
  }

  protected override isAsked({ opened }: InventarState): boolean {
    return opened?.counting?.stage.kind === 'choosing';
  }

  protected override cancel(): void {
    this.dispatch({ type: 'choice-cancelled' });
  }

  protected override renderQuestion(state: InventarState, presentation: Presentation): TemplateResult {
    const stage = state.opened?.counting?.stage;
    if (stage?.kind !== 'choosing') return html``;
    const { messages: t } = presentation;
    const { text } = stage.read;
    return html`
      <div class="question" tabindex="-1">
        ${this.renderHead(t.chooseMeaning(stage.options.length), presentation)} ${renderRefusal(state, presentation)}
        <p>${stage.found.searched === true ? t.chooseAmong(text) : t.chooseMeaningOf(text)}</p>
        ${stage.options.map((option, index) => this.renderOption(option, index, presentation))}
        ${stage.found.more === true ? html`<p>${t.moreMatches}</p>` : nothing}
        <button class="button cancel" @click=${() => this.cancel()}>${t.cancel}<kbd>Esc</kbd></button>
      </div>
    `;
  }

  private renderOption(option: Option, index: number, presentation: Presentation): TemplateResult {
    const { kind, code, description, beside } = describe(option, presentation);
    const key = index < 9 ? String(index + 1) : null;
    return html`
      <button class="choice" data-key=${key ?? nothing} @click=${() => this.dispatch({ type: 'option-chosen', index })}>
        <span>
          <small>${key === null ? nothing : html`<kbd>${key}</kbd> `}${kind}</small>
          <b><bdi>${code}</bdi></b>
          <small>${description}</small>
        </span>
        <span><bdi>${beside}</bdi></span>
      </button>
    `;
  }
}

function describe(option: Option, { messages: t, locale }: Presentation) {
  if (option.kind === 'location') {
    const { code, description, warehouse } = option.location;
    return { kind: t.location, code, description, beside: warehouse };
  }
  if (option.kind === 'lot') {
    const { code, itemClass, itemCode, expiryDate } = option.lot;
    const beside = expiryDate === null ? '' : t.expires(formatDate(expiryDate, locale));
    return { kind: t.lot, code, description: `${itemClass} ${itemCode}`, beside };
  }
  if (option.kind === 'reading') {
    const { lot, serial, expiry, measures = [] } = option.parts;
    const isNew = lot !== undefined && (option.found.lots ?? []).length === 0;
    return {
      kind: [lot === undefined ? t.serial : t.lot, ...(isNew ? [t.newLot] : [])].join(' · '),
      code: [lot, serial].filter(part => part !== undefined).join(' · '),
      description: expiry === undefined ? '' : t.expires(formatDate(expiry, locale)),
      beside: measures.map(({ quantity, unit }) => `${quantity} ${unit ?? ''}`).join(' · '),
    };
  }
  const { item, variant } = option.match;
  const code = variant === null ? item.code : `${item.code} · ${variant.code}`;
  return { kind: t.item, code, description: item.description, beside: item.itemClass };
}
