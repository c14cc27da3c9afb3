import { LitElement, type TemplateResult, nothing } from 'lit';
import { html } from 'lit/static-html.js';
import { COMMAND_KEYS } from '../../domain/command.ts';
import {
  dimensionOf,
  hasUnfinishedWork,
  isComplete,
  isDimension,
  isLocked,
  missingField,
} from '../../domain/counting/form.ts';
import type { CountingState, Field } from '../../domain/counting/state.ts';
import { type Notice, toneOf } from '../../domain/notice.ts';
import { noticeText } from '../../messages/say.ts';
import type { InventarAction, InventarState } from '../../session/state/session-state.ts';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { barcodeIcon, clockIcon, keyboardIcon, warningIcon } from '../shared/icons.ts';
import { InventarElement } from '../shared/inventar-element.ts';
import type { InventarInspectorDialogElement } from '../inspector-dialog/inspector-dialog.ts';
import { needElement } from '../shared/later-elements.ts';
import { siblingName, siblingTag } from '../shared/suffix.ts';
import { WindowListener } from '../shared/window-listener.ts';
import { FormKeys } from './form-keys.ts';
import { renderNotice } from './notice-view.ts';
import { promptStyles } from './prompt.styles.ts';
import { renderLastCounted } from './last-counted-view.ts';
import { inWords, renderQuantity } from './quantity-view.ts';
import { quantityStyles } from './quantity.styles.ts';
import { scanFormStyles } from './scan-form.styles.ts';
import { renderSubject } from './subject-view.ts';
import { subjectStyles } from './subject.styles.ts';

/** What is over sooner is not shown, in milliseconds: a count is saved on this device within a frame or two. */
const SHOWN_AFTER_MS = 100;

/**
 * @summary Counts the opened list: barcode field, location, item, lot, serial number, quantity and Confirm.
 *
 * The focus goes where the next entry belongs by itself; scans arrive wherever it is. The confirm key (F8) and the
 * discard key (F9) are heard at the window while no dialog stands over the form.
 *
 * @csspart prompt - The field that the next scan goes to.
 * @csspart notice - What the operator is told.
 * @csspart subject - The card with location, item, lot and serial number.
 * @csspart quantity - The quantity with its − and + keys.
 * @csspart last-counted - What was counted last.
 * @csspart confirm - The Confirm button.
 */
export class InventarScanFormElement extends InventarElement {
  static override readonly styles = [baseStyles, scanFormStyles, promptStyles, subjectStyles, quantityStyles];
  static override readonly properties = { typing: { attribute: false }, noting: { attribute: false } };

  /** Whether the on-screen keyboard comes up for the barcode field; else it stays down, for scanners. */
  private typing = false;
  /** Whether the operator asked for the note of the item that stands. */
  private noting = false;
  private focusTurn = -1;
  private notice: Notice | null = null;
  /** Calls off what shows it; while a count is being recorded. */
  private recording: (() => void) | null = null;
  private recordingShown = false;
  private readonly keys = new FormKeys({
    form: () => {
      const { state, presentation, barcodeField, quantityField } = this;
      const counting = state?.opened?.counting;
      if (counting == null || presentation === null || barcodeField === null) return null;
      return { counting, presentation, barcodeField, quantityField };
    },
    dispatch: this.dispatch,
    rendered: () => this.updateComplete,
    codeEntered: () => {
      this.typing = false;
    },
  });

  constructor() {
    super();
    new WindowListener(this, 'keydown', event => this.onKey(event));
    new WindowListener(this, 'beforeunload', event => this.onUnload(event));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.focusTurn = -1;
    this.stopWaiting();
  }

  /**
   * "Saving…" for a moment would be laid out and painted while the disk's answer waits, and delay what matters: that
   * the count is saved.
   */
  protected override shouldUpdate(): boolean {
    if (this.state?.opened?.counting?.stage.kind !== 'recording') this.stopWaiting();
    else {
      this.recording ??=
        this.presentation?.clock.after(SHOWN_AFTER_MS, () => {
          this.recordingShown = true;
          this.requestUpdate();
        }) ?? null;
      return this.recordingShown;
    }
    return true;
  }

  private stopWaiting(): void {
    this.recording?.();
    this.recording = null;
    this.recordingShown = false;
  }

  /** Taking away the field that has the focus costs far more than taking the focus from it before. */
  protected override willUpdate(): void {
    const { focus, form } = this.state?.opened?.counting ?? {};
    if (form?.item == null) this.noting = false;
    if (form?.quantityText === '') this.keys.forgetQuantity();
    if (focus?.field !== 'barcode' || focus.turn === this.focusTurn) return;
    if (this.shadowRoot?.activeElement?.id === 'quantity') this.barcodeField?.focus({ preventScroll: true });
  }

  private get barcodeField(): HTMLInputElement | null {
    return this.renderRoot.querySelector('#barcode');
  }

  private get quantityField(): HTMLInputElement | null {
    return this.renderRoot.querySelector('#quantity');
  }

  /** Takes the focus back to where the next entry belongs; what is typed there goes on. */
  override focus(): void {
    const field = this.state?.opened?.counting?.focus.field ?? 'barcode';
    (this.renderRoot.querySelector<HTMLElement>(`#${field}`) ?? this.barcodeField)?.focus();
  }

  protected override select({ opened, undo }: InventarState) {
    return [opened?.counting, opened?.visit, undo];
  }

  protected override renderState(
    { opened, undo, outbox }: InventarState,
    presentation: Presentation,
  ): TemplateResult | typeof nothing {
    if (opened === null || opened.counting === null) return nothing;
    const { counting } = opened;
    const tag = (name: string) => siblingTag(this, 'wms-inventar-scan-form', name);
    const { messages: t } = presentation;
    // In memory alone nothing is saved: it does not look so.
    const waits = counting.stage.kind === 'recording' && outbox.storage !== 'device';
    const recording = counting.stage.kind === 'recording' ? (waits ? t.waits : t.recording) : null;
    const withNote = this.noting || counting.form.noteText !== '';
    return html`
      <div class="form">
        ${renderNotice(counting, presentation, this.dispatch, text => void this.explain(text))}
        ${this.renderPrompt(counting, presentation)}
        ${renderSubject(counting, presentation, withNote, this.dispatch)}
        ${
          counting.form.item === null && counting.form.parked === null
            ? nothing
            : renderQuantity(
                counting,
                presentation,
                this.keys.quantity,
                withNote || counting.form.item === null || !counting.rules.notes || isLocked(counting)
                  ? null
                  : this.onNote,
              )
        }
        ${renderLastCounted(counting, undo, presentation, this.dispatch)}
        <div class="visually-hidden" role="status">${recording ?? this.spoken(counting, presentation)}</div>
        <div class="actions">
          <button
            id="confirm"
            class="button primary ${waits ? 'waits' : ''}"
            part="confirm"
            aria-disabled=${isComplete(counting) ? 'false' : 'true'}
            @click=${this.onConfirm}
            @keydown=${this.keys.confirm.pressed}
            @blur=${this.keys.confirm.forget}
          >
            ${waits ? clockIcon : nothing}${recording ?? t.confirm}<kbd>${presentation.settings.confirmKey}</kbd>${outbox.storage === 'off' && !waits ? html`<small>${warningIcon}${t.unkept}</small>` : nothing}
          </button>
        </div>
      </div>
      <${tag('wms-inventar-add-replace-dialog')} data-dialog></${tag('wms-inventar-add-replace-dialog')}>
      <${tag('wms-inventar-choice-dialog')} data-dialog></${tag('wms-inventar-choice-dialog')}>
      <${tag('wms-inventar-inspector-dialog')}
        data-inspector
        @close=${() => this.barcodeField?.focus()}
      ></${tag('wms-inventar-inspector-dialog')}>
    `;
  }

  /** The field that the next scan goes to: plain to see while something is to be scanned, a slim line otherwise. */
  private renderPrompt(counting: CountingState, { messages: t }: Presentation) {
    const missing = missingField(counting);
    const slim = missing !== 'location' && missing !== 'item';
    const waiting = counting.waiting.length;
    return html`
      <div class="prompt ${slim ? 'slim' : ''} ${waiting === 0 ? '' : 'has-waiting'}" part="prompt">
        ${barcodeIcon}
        <label for="barcode" class=${slim ? 'visually-hidden' : ''}>
          ${slim ? nothing : html`<b>${missing === 'location' ? t.scanLocation : t.scanItem}</b>`}
          <span class="visually-hidden">${t.barcode}</span>
        </label>
        <input
          id="barcode"
          dir="ltr"
          inputmode=${this.typing ? 'text' : 'none'}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="go"
          maxlength="4096"
          placeholder=${codeAsked(counting, slim, t)}
          @input=${this.keys.codeTyped}
          @keydown=${this.keys.codePressed}
        />
        ${waiting === 0 ? nothing : html`<span class="waiting">${clockIcon}${t.waiting(waiting)}</span>`}
        <button
          class="plain keyboard"
          aria-label=${t.showKeyboard}
          aria-pressed=${this.typing}
          @click=${this.onKeyboard}
        >
          ${keyboardIcon}
        </button>
      </div>
    `;
  }

  /** For who does not see the screen: what is asked or told, as soon as it changes. Errors speak for themselves. */
  private spoken(counting: CountingState, presentation: Presentation): string {
    const { messages: t, locale } = presentation;
    const { notice, focus } = counting;
    // A region that is there before it speaks is heard; one that comes with its text is not.
    if (focus.turn === 0) return '';
    if (notice !== null) {
      const { title, text } = noticeText(presentation, notice);
      return toneOf(notice) === 'error' ? '' : `${title}. ${text}`;
    }
    const missing = missingField(counting);
    if (missing === 'location' || missing === 'item') {
      const asked = missing === 'location' ? t.scanLocation : t.scanItem;
      return counting.lastCounted === null
        ? asked
        : `${t.lastCounted}: ${inWords(counting.lastCounted, locale)}. ${asked}`;
    }
    if (missing === 'lot') return t.enterLot;
    if (missing === 'serial') return t.enterSerial;
    if (missing !== null && isDimension(missing))
      return t.enterDimension(dimensionOf(missing, counting.rules)?.label ?? '');
    return missing === 'quantity' ? t.enterQuantity : t.readyToConfirm;
  }

  protected override rendered({ opened }: InventarState): void {
    const { focus, stage, notice = null } = opened?.counting ?? {};
    if (stage?.kind === 'choosing') void this.needToAsk('choice', 'choice-cancelled');
    if (stage?.kind === 'asking') void this.needToAsk('add-replace', 'question-dismissed');
    if (notice !== this.notice) {
      this.notice = notice;
      // The quantity is last: what is told above it takes it out of sight where there is little room.
      if (notice !== null && this.quantityField !== null) this.scrollTop = this.scrollHeight;
    }
    if (focus === undefined || focus.turn === this.focusTurn) return;
    this.focusTurn = focus.turn;
    void this.focusField(focus.field);
  }

  /** After the dialogs have closed: each puts the focus back where it was before, which is not where it belongs now. */
  private async focusField(field: Field): Promise<void> {
    const dialogs = [...this.renderRoot.querySelectorAll('[data-dialog]')];
    for (const dialog of dialogs) if (dialog instanceof LitElement) await dialog.updateComplete;
    // Digits that came before the item are the beginning of its quantity: they go there whole, or are a scan's.
    if (field === 'quantity' && this.keys.numberTyped !== null) {
      this.keys.codeTyped();
      return;
    }
    const input = this.renderRoot.querySelector<HTMLInputElement>(`#${field}`) ?? this.barcodeField;
    input?.focus({ preventScroll: field === 'barcode' });
    if (field === 'quantity') input?.select();
  }

  private async explain(text: string): Promise<void> {
    const lastRead = this.state?.opened?.lastRead;
    // A notice may name a part of what was read only.
    const whole = lastRead?.includes(text) === true ? lastRead : text;
    if (!(await this.need('wms-inventar-inspector-dialog'))) return;
    await this.renderRoot.querySelector<InventarInspectorDialogElement>('[data-inspector]')?.explain(whole);
  }

  private need(tag: string): Promise<boolean> {
    return needElement(siblingName(this, 'wms-inventar-scan-form', tag));
  }

  /** A question that can't be asked must not hold up the counting; what is missing is said. */
  private async needToAsk(
    what: 'choice' | 'add-replace',
    type: 'choice-cancelled' | 'question-dismissed',
  ): Promise<void> {
    if (!(await this.need(`wms-inventar-${what}-dialog`))) this.dispatch({ type });
  }

  /** Leaving the page asks as leaving the list does. */
  private onUnload(event: BeforeUnloadEvent): void {
    const counting = this.state?.opened?.counting;
    if (counting != null && hasUnfinishedWork(counting)) event.preventDefault();
  }

  private readonly onKeyboard = (): void => {
    this.typing = !this.typing;
    void this.updateComplete.then(() => this.barcodeField?.focus());
  };

  private readonly onNote = (): void => {
    this.noting = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#note')?.focus());
  };

  /** A double click is one press; its second half takes no focus from where the first has put it. */
  private readonly onConfirm = (event: MouseEvent): void => {
    const focus = this.state?.opened?.counting?.focus;
    // A key's click has no number.
    if (event.detail <= 1 || focus === undefined) {
      this.keys.takeNumber();
      this.dispatch({ type: 'confirm' });
    } else void this.focusField(focus.field);
  };

  private onKey(event: KeyboardEvent): void {
    const { settings } = this.presentation ?? {};
    if (settings === undefined || !this.hearsKeys || !this.hears(event) || this.state?.opened?.counting == null) return;
    const action = actionOf(event, settings);
    if (action === null) return;
    event.preventDefault();
    if (event.repeat) return;
    if (action.type === 'confirm') this.keys.takeNumber();
    this.dispatch(action);
  }
}

/** What the barcode field says while nothing is in it. */
function codeAsked({ stage }: CountingState, slim: boolean, t: Presentation['messages']): string {
  if (stage.kind === 'resolving') return `${t.lookingUp} ${stage.read.text}`;
  return slim ? t.barcode : t.orTypeCode;
}

/** Ctrl+Z in a field is the field's own. */
function actionOf(event: KeyboardEvent, settings: Presentation['settings']): InventarAction | null {
  const isTyped = event.composedPath().some(target => target instanceof HTMLInputElement && target.value !== '');
  const withCtrl = (event.ctrlKey || event.metaKey) && !event.shiftKey && !isTyped ? event.key.toLowerCase() : null;
  const pressed = COMMAND_KEYS.find(
    key => event.key === settings[key.setting] || ('withCtrl' in key && key.withCtrl === withCtrl),
  );
  return pressed === undefined ? null : { type: pressed.does };
}
