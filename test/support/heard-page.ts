import { type Hearing, createHearing } from '../../src/scanner/hearing/hearing.ts';
import { type KeyboardWedge, keyboardWedge } from '../../src/scanner/wedge/keyboard-wedge.ts';
import { Keyboard, strokes } from './keyboard.ts';

export const CODE = 'Item-MOB-ART-118';

/** A page with a plugin in it, which is a box with a field of its own. */
export class HeardPage {
  readonly keyboard = new Keyboard();
  readonly texts: string[] = [];
  readonly rejects: string[] = [];
  readonly root = document.createElement('div');
  readonly plugin = document.createElement('section');
  readonly own = document.createElement('input');
  readonly hearing: Hearing;
  private readonly wedge: KeyboardWedge;
  private readonly gone: () => void;
  private at = 0;
  private isThere = true;

  constructor({ open = true, take = false }: { open?: boolean; take?: boolean } = {}) {
    this.hearing = createHearing(take ? 'take' : 'leave');
    this.hearing.setOpen(() => open);
    this.plugin.style.cssText = 'display: block; inline-size: 200px; block-size: 100px';
    this.plugin.attachShadow({ mode: 'open' }).append(this.own);
    this.root.append(this.plugin);
    document.body.append(this.root);
    this.gone = this.hearing.shownBy(this.plugin);
    this.wedge = keyboardWedge({ timeOf: this.keyboard.timeOf });
    this.wedge.hearBy?.(this.hearing.hears);
    this.wedge.scans$.subscribe(({ text }) => this.texts.push(text));
    this.wedge.rejects$.subscribe(({ text }) => this.rejects.push(text));
    this.wedge.connect();
  }

  add(markup: string): HTMLElement {
    const box = document.createElement('div');
    box.append(document.createRange().createContextualFragment(markup));
    this.root.append(box);
    const field = box.querySelector<HTMLElement>('[data-field]');
    if (field === null) throw new Error('no field');
    return field;
  }

  /** Whether the page got its Enter. */
  scan(target: HTMLElement, text = CODE, gap = 2): boolean {
    this.at += 5000;
    const played = strokes(text, { at: this.at, gap }).map(stroke => this.keyboard.press(target, stroke));
    return played.at(-1)?.defaultPrevented === false;
  }

  disconnect(): void {
    this.wedge.disconnect();
  }

  remove(): void {
    if (!this.isThere) return;
    this.isThere = false;
    this.wedge.disconnect();
    this.gone();
    this.root.remove();
  }
}
