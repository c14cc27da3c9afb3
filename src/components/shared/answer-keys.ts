import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Clock } from '../../ports/time.ts';
import { WindowListener } from './window-listener.ts';

/** A digit answers where no key came so many milliseconds before it, and none follows: those of a scan come in a row. */
const ALONE_MS = 150;
/** A timer that comes later than this, in milliseconds, was held up, and so may keys be that were typed in time. */
const LATE_MS = 50;

export interface AnswerKeysOptions {
  /** Where the answers are, each with its digit as `data-key`; `null` or closed: nothing is asked. */
  readonly dialog: () => HTMLDialogElement | null;
  readonly clock: () => Clock | undefined;
  /** Whether a key is this session's. */
  readonly hears: (event: Event) => boolean;
}

/** Presses the answers of a dialog by their digits, and never by those of a scan. */
export class AnswerKeys implements ReactiveController {
  private readonly options: AnswerKeysOptions;
  private lastAt = Number.NEGATIVE_INFINITY;
  private callOff = () => {};

  constructor(host: ReactiveControllerHost, options: AnswerKeysOptions) {
    this.options = options;
    host.addController(this);
    new WindowListener(host, 'keydown', event => this.press(event));
  }

  /** What is asked may be another thing now. */
  hostUpdated(): void {
    this.callOff();
  }

  hostDisconnected(): void {
    this.callOff();
  }

  private press(event: KeyboardEvent): void {
    this.callOff();
    const isAlone = event.timeStamp - this.lastAt >= ALONE_MS;
    this.lastAt = event.timeStamp;
    const dialog = this.options.dialog();
    const { key, ctrlKey, altKey, metaKey } = event;
    if (!isAlone || event.repeat || ctrlKey || altKey || metaKey || dialog?.open !== true) return;
    if (!event.composedPath().includes(dialog) || !this.options.hears(event)) return;
    const answers = [...dialog.querySelectorAll<HTMLElement>('[data-key]')];
    const answer = answers.find(each => each.dataset['key'] === key);
    if (answer !== undefined) this.waitFor(answer);
  }

  private waitFor(answer: HTMLElement): void {
    const clock = this.options.clock();
    if (clock === undefined) return;
    const due = clock.monotonic() + ALONE_MS;
    this.callOff = clock.after(ALONE_MS, () => {
      if (clock.monotonic() - due > LATE_MS) this.waitFor(answer);
      else answer.click();
    });
  }
}
