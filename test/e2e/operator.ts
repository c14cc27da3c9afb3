import { type CDPSession, type Locator, type Page, expect } from '@playwright/test';
import type { CountRow } from '../../src/domain/inventory.ts';
import { Client } from '../reference-host/client.ts';
import type { Row } from '../scanner/fixtures/fixture.ts';
import { pinOf } from '../reference-host/sign-in.ts';

/** A person's keys: milliseconds from one to the next, and how long each is held. */
const PACE = 170;
const HELD = 80;
/** As the devtools protocol counts them. */
const MODIFIERS: Readonly<Record<string, number>> = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };

/**
 * What an operator does, with keys alone and in any language: no value is ever put into a field but by typing. Specs,
 * pictures and benches have this one.
 */
export class Operator {
  readonly page: Page;
  /** Where the page comes from, and all it asks for: the host itself, or a proxy before it. */
  protected readonly origin: string;
  private cdp: Promise<CDPSession> | null = null;
  /** The scanner's own, in seconds since 1970. */
  private clock = 0;

  constructor(page: Page, origin: string) {
    this.page = page;
    this.origin = origin;
  }

  protected get barcode(): Locator {
    return this.page.locator('#barcode');
  }

  protected get quantityField(): Locator {
    return this.page.locator('#quantity');
  }

  async signIn(userName: string, query = '', locale = 'en'): Promise<void> {
    await this.page.goto(`${this.origin}/?lang=${locale}${query}`);
    await this.signInAs(userName);
    await this.page.locator('.search').waitFor();
  }

  /** As this user, instead of who is named there. */
  async signInAs(userName: string): Promise<void> {
    await this.page.locator('[name=userName]').focus();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(userName);
    await this.page.keyboard.press('Tab');
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(pinOf(userName));
    await this.page.keyboard.press('Enter');
  }

  /** Searches an inventory by its number and opens the list with this row. */
  async open(inventory: number, row: number): Promise<void> {
    await this.tabTo('number');
    // As a person types: what follows the sign-in within a scanner's pace is the rest of it.
    this.clock = Math.max(this.clock, Date.now() / 1000 + 0.3);
    await this.type(String(inventory));
    await this.keys([{ t: 0, type: 'keydown', key: 'Enter', code: 'Enter', keyCode: 13, text: '\r' }]);
    const lists = this.page.getByRole('region', { name: new RegExp(`^\\W?${inventory} `) }).getByRole('radio');
    await lists.first().waitFor();
    await this.tabTo('list');
    await this.page.keyboard.press('Space');
    const option = this.page.getByRole('radio', { name: new RegExp(`^${row} ·`) });
    for (let n = 0; n < 12 && !(await option.isChecked()); n++) await this.page.keyboard.press('ArrowDown');
    await expect(option).toBeChecked();
    // At a person's pace by its time stamp: right behind the space it would be a scanner's key.
    await this.keys([{ t: 300, type: 'keydown', key: 'F8', code: 'F8', keyCode: 119 }]);
    await expect(this.barcode).toBeFocused();
  }

  /** Tab by Tab to the first field with this name. */
  private async tabTo(name: string): Promise<void> {
    for (let n = 0; n < 40; n++) {
      const focused = await this.page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return element instanceof HTMLInputElement ? element.name : null;
      });
      if (focused === name) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${name}`);
  }

  /**
   * Types a code as a wedge scanner does, with its Enter: real key events of the browser, `gap` milliseconds apart by
   * their own time stamps, as a device gives them. They wait in line at the browser, so that nothing this process is held
   * up by comes between two of them.
   */
  async scan(text: string, gap = 2): Promise<void> {
    const cdp = await this.devTools();
    const sent: Promise<unknown>[] = [];
    this.clock = Math.max(this.clock + 0.3, Date.now() / 1000);
    for (const char of [...Array.from(text), 'Enter']) {
      const enter = char === 'Enter';
      const key = { key: char, ...(enter && { code: 'Enter', windowsVirtualKeyCode: 13 }), timestamp: this.clock };
      sent.push(cdp.send('Input.dispatchKeyEvent', { ...key, type: 'keyDown', text: enter ? '\r' : char }));
      sent.push(cdp.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' }));
      this.clock += gap / 1000;
    }
    await Promise.all(sent);
  }

  /** The keys of a scanner as a fixture tells them, each with its place on the keyboard, by the scanner's own clock. */
  async keys(rows: readonly Row[]): Promise<void> {
    const cdp = await this.devTools();
    const sent: Promise<unknown>[] = [];
    const start = Math.max(this.clock + 0.3, Date.now() / 1000);
    for (const { type, t, key = '', code = '', keyCode = 0, mods = [], text = '' } of rows) {
      this.clock = start + t / 1000;
      const event = cdp.send('Input.dispatchKeyEvent', {
        type: type === 'keyup' ? 'keyUp' : 'keyDown',
        key,
        code,
        windowsVirtualKeyCode: keyCode,
        modifiers: mods.reduce((sum, each) => sum + (MODIFIERS[each] ?? 0), 0),
        timestamp: this.clock,
        ...(type === 'keydown' && { text }),
      });
      sent.push(event);
    }
    await Promise.all(sent);
  }

  devTools(): Promise<CDPSession> {
    return (this.cdp ??= this.page.context().newCDPSession(this.page));
  }

  /**
   * Types at a person's pace, which the wedge must leave alone: by their own time stamps no two keys are nearer than
   * that, however busy the machine is.
   */
  async type(text: string): Promise<void> {
    const cdp = await this.devTools();
    for (const char of text) {
      this.clock = Math.max(this.clock + PACE / 1000, Date.now() / 1000);
      const code = /\d/.test(char) ? `Digit${char}` : /[a-z]/i.test(char) ? `Key${char.toUpperCase()}` : '';
      const windowsVirtualKeyCode = code === '' ? 0 : char.toUpperCase().charCodeAt(0);
      const key = { key: char, code, windowsVirtualKeyCode, timestamp: this.clock };
      await cdp.send('Input.dispatchKeyEvent', { ...key, type: 'keyDown', text: char });
      await cdp.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp', timestamp: this.clock + HELD / 1000 });
      // What is pressed next bears the browser's own time, which must not lie before this key's.
      await this.page.waitForTimeout(Math.max(0, this.clock * 1000 + PACE - Date.now()));
    }
  }

  /** Types the quantity once the form asks for it. */
  async quantity(text: string): Promise<void> {
    await expect(this.quantityField).toBeFocused();
    await this.type(text);
  }

  async confirm(): Promise<void> {
    await this.page.keyboard.press('F8');
  }

  /** Until the host has answered with the row, and the form is empty for the next one. */
  async counted(text: string): Promise<void> {
    await expect(this.page.locator('.last[data-at="host"]')).toContainText(text);
    await expect(this.barcode).toBeFocused();
  }

  /** Until it is safe on this device, and the form is empty for the next one. */
  async saved(text: string): Promise<void> {
    await expect(this.page.locator('.last')).toContainText(text);
    await expect(this.barcode).toBeFocused();
  }

  async count(codes: readonly string[], quantity: string, shown: string): Promise<void> {
    for (const code of codes) await this.scan(code);
    await this.quantity(quantity);
    await this.confirm();
    await this.counted(shown);
  }

  /** The rows of a list as the host has them, oldest first, read over REST by another client. */
  async rowsAtHost(inventory: number, row: number, userName = 'ana'): Promise<CountRow[]> {
    const client = await Client.signIn(this.origin, userName);
    const list = await client.list(inventory, row);
    return (await client.rows(list.id, 'status=counted')).sort((a, b) => a.rowNumber - b.rowNumber);
  }
}
