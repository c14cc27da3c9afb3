import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { keyboardWedge } from '../../../src/scanner/wedge/keyboard-wedge.ts';
import type { Scan, ScanReject } from '../../../src/scanner/scan.ts';
import { snapshot } from '../../../src/scanner/wedge/text-field.ts';
import { Keyboard, strokes } from '../../support/keyboard.ts';

describe('A field that a scan typed into', () => {
  it('gets its text and its selection back', async () => {
    const field = await fixture<HTMLInputElement>(html`<input aria-label="field" value="12500" />`);
    field.setSelectionRange(1, 3, 'backward');
    const before = snapshot(field);
    field.setRangeText('QC', 1, 3, 'end');
    expect(before?.restore()).to.equal(true);
    const { value, selectionStart, selectionEnd, selectionDirection } = field;
    expect([value, selectionStart, selectionEnd, selectionDirection]).to.deep.equal(['12500', 1, 3, 'backward']);
  });

  it('tells a framework that keeps track of values by a setter of its own', async () => {
    const field = await fixture<HTMLInputElement>(html`<input aria-label="field" />`);
    // As React does it: what it sets itself it does not hear of again.
    let tracked = field.value;
    const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    Object.defineProperty(field, 'value', {
      configurable: true,
      get: () => own?.get?.call(field) as string,
      set: (value: string) => {
        tracked = value;
        own?.set?.call(field, value);
      },
    });
    const heard: string[] = [];
    field.addEventListener('input', () => {
      if (field.value !== tracked) heard.push((tracked = field.value));
    });
    const before = snapshot(field);
    field.setRangeText('Q');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    before?.restore();
    expect(heard).to.deep.equal(['Q', '']);
  });

  it('is not as before where a number field showed what it could not read', async () => {
    const field = await fixture<HTMLInputElement>(html`<input aria-label="field" type="number" />`);
    field.focus();
    await sendKeys({ press: '-' });
    expect(field.validity.badInput).to.equal(true);
    expect(snapshot(field)?.restore()).to.equal(false);
    expect(field.validity.badInput).to.equal(false, 'nothing of the scan stays, all the same');
  });

  it('gets the list’s choice back, several of them, too', async () => {
    const field = await fixture<HTMLSelectElement>(html`
      <select aria-label="field" multiple>
        <option selected>a</option>
        <option>b</option>
        <option selected>c</option>
      </select>
    `);
    const before = snapshot(field);
    field.value = 'b';
    expect(before?.restore()).to.equal(true);
    expect(Array.from(field.selectedOptions, option => option.value)).to.deep.equal(['a', 'c']);
  });

  it('gets back what was selected in an editor and typed over', async () => {
    const editor = await fixture<HTMLElement>(html`<div contenteditable="true">one <b>two</b> three</div>`);
    const bold = editor.querySelector('b');
    if (bold === null) throw new Error('no bold text');
    getSelection()?.selectAllChildren(bold);
    const before = snapshot(editor);
    const range = getSelection()?.getRangeAt(0);
    range?.deleteContents();
    range?.insertNode(document.createTextNode('QC-157'));
    range?.collapse(false);
    expect(before?.restore()).to.equal(true);
    expect(editor.textContent).to.equal('one two three');
  });

  it('is none, if it holds no text', async () => {
    const box = await fixture<HTMLInputElement>(html`<input aria-label="field" type="checkbox" />`);
    expect([snapshot(box), snapshot(document.body), snapshot(undefined), snapshot(window)]).to.deep.equal(
      Array(4).fill(null),
    );
  });

  it('makes a reject of the scan, if it can’t be put back', async () => {
    const field = await fixture<HTMLInputElement>(html`<input aria-label="field" value="12" />`);
    // A page that does not let go of what it was given.
    field.addEventListener('input', ({ inputType }) => {
      if (inputType === 'historyUndo') field.value = '12?';
    });
    const keyboard = new Keyboard();
    const wedge = keyboardWedge({ timeOf: keyboard.timeOf });
    const scans: Scan[] = [];
    const rejects: ScanReject[] = [];
    wedge.scans$.subscribe(scan => scans.push(scan));
    wedge.rejects$.subscribe(reject => rejects.push(reject));
    wedge.connect();
    keyboard.play(field, strokes('L1-A-02'));
    wedge.disconnect();
    expect(scans).to.be.empty;
    expect(rejects.map(({ text, reason }) => [text, reason])).to.deep.equal([['L1-A-02', 'not-restored']]);
  });
});
