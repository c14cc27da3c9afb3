import { isComplete, takesNumber } from '../../domain/counting/form.ts';
import type { CountingState } from '../../domain/counting/state.ts';
import { isBurst, isNumeral } from '../../domain/quantity.ts';
import { inDigits } from '../../messages/text.ts';
import type { InventarAction } from '../../session/state/session-state.ts';
import type { Presentation } from '../shared/contexts.ts';
import { ConfirmKeys } from './confirm-keys.ts';
import type { QuantityKeys } from './quantity-view.ts';
import { onEnter } from './subject-view.ts';

/** After so long without a key, in milliseconds, what was typed is no scan's. */
const SETTLED_MS = 250;

/** What stands on the screen while a list is counted. */
interface Form {
  readonly counting: CountingState;
  readonly presentation: Presentation;
  readonly barcodeField: HTMLInputElement;
  /** Only once there is something to count. */
  readonly quantityField: HTMLInputElement | null;
}

interface FormKeysOptions {
  readonly form: () => Form | null;
  readonly dispatch: (action: InventarAction) => void;
  /** Once what was dispatched is on the screen. */
  readonly rendered: () => Promise<unknown>;
  /** A code was typed and went off. */
  readonly codeEntered: () => void;
}

/**
 * What is typed into the form, by whatever hand: in the barcode field, the quantity or on Confirm. A number typed while a
 * quantity stands is that quantity; all else typed into the barcode field is a code.
 */
export class FormKeys {
  private readonly options: FormKeysOptions;
  /** Calls off what takes a number from the barcode field. */
  private settling: (() => void) | null = null;
  /** When a key was pressed in the barcode field last, in milliseconds. */
  private codeKeyAt = Number.NEGATIVE_INFINITY;
  /** What a person typed as quantity last: nothing is corrected under their hands. */
  private quantityTyped = '';
  /** When each of the last characters and keys came that may be a number's, in milliseconds. */
  private keyTimes: readonly number[] = [];

  constructor(options: FormKeysOptions) {
    this.options = options;
  }

  /** A number in the barcode field may be a scan that is not over, and otherwise the quantity that stands. */
  readonly codeTyped = (event?: InputEvent): void => {
    this.noteText(event?.data);
    this.settling?.();
    this.settling =
      this.numberTyped === null
        ? null
        : (this.options.form()?.presentation.clock.after(SETTLED_MS, this.takeNumber) ?? null);
  };

  readonly codePressed = (event: KeyboardEvent): void => {
    const isAlone = !event.repeat && event.timeStamp - this.codeKeyAt >= SETTLED_MS;
    this.codeKeyAt = event.timeStamp;
    this.note(event.timeStamp);
    onEnter(() => {
      this.enterCode(isAlone);
    })(event);
  };

  /** `isAlone`: no key came before it, so that Enter is a person's: where nothing is missing, it confirms. */
  private enterCode(isAlone: boolean): void {
    const form = this.options.form();
    if (form === null) return;
    const { counting, barcodeField } = form;
    if (barcodeField.value.trim() === '') {
      if (isAlone && counting.held === null && isComplete(counting)) this.options.dispatch({ type: 'confirm' });
      return;
    }
    if (this.takeNumber(this.keyTimes)) return;
    this.options.dispatch({ type: 'type-code', text: barcodeField.value });
    barcodeField.value = '';
    this.options.codeEntered();
  }

  /** What in the barcode field is a quantity. */
  get numberTyped(): string | null {
    const form = this.options.form();
    if (form === null || !takesNumber(form.counting)) return null;
    const { value } = form.barcodeField;
    return isNumeral(value) ? value : null;
  }

  /** Whether there was one to take. `times`: of its keys, where Enter has ended them. */
  readonly takeNumber = (times: readonly number[] = []): boolean => {
    this.settling?.();
    this.settling = null;
    const text = this.numberTyped;
    const form = this.options.form();
    if (text === null || form === null) return false;
    form.barcodeField.value = '';
    this.replaceQuantity(text, form, times);
    return true;
  };

  readonly quantity: QuantityKeys = {
    pressed: event => {
      this.note(event.timeStamp);
      const isEnter = event.key === 'Enter' && !event.isComposing;
      if (isEnter) event.preventDefault();
      if (event.repeat) return;
      if (isEnter || event.key === 'Tab') this.sayIfBurst(this.keyTimes);
      if (isEnter) this.options.dispatch({ type: 'confirm' });
    },
    typed: (text, inserted) => {
      this.noteText(inserted);
      this.quantityTyped = text;
      this.options.dispatch({ type: 'field-typed', field: 'quantity', text });
    },
    shown: (text, locale) => (text === this.quantityTyped ? text : inDigits(text, locale)),
    stepped: by => {
      this.options.dispatch({ type: 'quantity-stepped', by });
      // What is typed next is another number.
      void this.options.rendered().then(() => {
        const field = this.options.form()?.quantityField;
        if (field?.matches(':focus') === true) field.select();
      });
    },
  };

  /** What stands there next nobody has typed. */
  forgetQuantity(): void {
    this.quantityTyped = '';
  }

  /** As in the barcode field. */
  readonly confirm = new ConfirmKeys((text, times) => {
    const form = this.options.form();
    if (form === null) return;
    if (!takesNumber(form.counting) || !isNumeral(text)) {
      this.options.dispatch({ type: 'type-code', text });
      return;
    }
    this.replaceQuantity(text, form, times);
  });

  private replaceQuantity(text: string, { quantityField }: Form, times: readonly number[]): void {
    this.quantity.typed(text);
    quantityField?.focus();
    quantityField?.setSelectionRange(text.length, text.length);
    this.sayIfBurst(times, text);
  }

  private note(at: number): void {
    this.keyTimes = [...this.keyTimes.slice(-3), at];
  }

  /** An input method brings several characters with one key. */
  private noteText(text: string | null = ''): void {
    const at = this.keyTimes.at(-1);
    if (at !== undefined) for (let more = text?.length ?? 0; more > 1; more--) this.note(at);
  }

  /** What stands as quantity was typed faster than anybody types: it is asked about at Confirm. */
  private sayIfBurst(times: readonly number[], text = this.options.form()?.quantityField?.value ?? ''): void {
    if (isBurst(times)) this.options.dispatch({ type: 'burst-entered', text });
  }
}
