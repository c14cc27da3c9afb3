import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { defineInventar } from '../../src/define.ts';
import { inBothWays } from '../support/both-ways.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { KILOS, match } from '../support/fixtures.ts';
import { type Stage, counting, find, shown, type } from '../support/stage.ts';
import { PUBLISHED } from '../support/tokenizers.ts';
import { waitUntil } from '../support/wait-until.ts';

defineInventar();

const valueOf = (stage: Stage, selector: string): string | null => {
  const field = find(stage.element, selector);
  return field instanceof HTMLInputElement ? field.value : null;
};
const focused = (): string => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement != null) at = at.shadowRoot.activeElement;
  return at?.id ?? '';
};
/** As a person does. */
const typed = (text: string) => sendKeys({ type: text });
const withItem = async (gateway = new FakeGateway(), locale = 'en'): Promise<Stage> => {
  const stage = await counting(gateway, locale);
  stage.scans.next('A-01-02');
  stage.scans.next('Item-MOB-ART-118');
  await waitUntil(() => focused() === 'quantity', 'the quantity has the focus');
  return stage;
};

inBothWays('The quantity', () => {
  describe('that stands', () => {
    for (const [text, becomes] of [
      ['140', '140'],
      ['7', '7'],
      ['0', '0'],
    ] as const) {
      it(`is replaced by ${text}, typed where codes are`, async () => {
        const stage = await withItem();
        await typed('8');
        (await shown(stage, '#barcode')).focus();
        await typed(text);
        await waitUntil(() => valueOf(stage, '#quantity') === becomes, 'it is replaced');
        expect([valueOf(stage, '#barcode'), focused()]).to.deep.equal(['', 'quantity']);
      });
    }

    it('is replaced before Confirm takes it, however soon that is pressed', async () => {
      const stage = await withItem();
      await typed('8');
      (await shown(stage, '#barcode')).focus();
      await typed('140');
      await sendKeys({ press: 'F8' });
      await waitUntil(() => stage.gateway.recorded.length === 1, 'it is recorded');
      expect(stage.gateway.recorded[0]?.entry.quantity).to.equal('140');
      expect(valueOf(stage, '#barcode')).to.equal('');
    });

    it('is replaced before a press on Confirm takes it', async () => {
      const stage = await withItem();
      await typed('8');
      const field = await shown(stage, '#barcode');
      const confirm = await shown(stage, '#confirm');
      field.focus();
      // In one task, so that no moment without a key comes between.
      type(field, '140');
      confirm.click();
      await waitUntil(() => stage.gateway.recorded.length === 1, 'it is recorded');
      expect([stage.gateway.recorded[0]?.entry.quantity, valueOf(stage, '#barcode')]).to.deep.equal(['140', '']);
    });

    it('is replaced by Enter, and searched for by nothing', async () => {
      const stage = await withItem();
      await typed('8');
      (await shown(stage, '#barcode')).focus();
      await typed('14');
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => valueOf(stage, '#quantity') === '14', 'it is replaced');
      expect(find(stage.element, '[part=notice]')).to.equal(null);
    });

    it('is what was typed while the item was still looked up, from its first digit on', async () => {
      const stage = await counting();
      stage.scans.next('A-01-02');
      stage.scans.next('Item-MOB-ART-118');
      (await shown(stage, '#barcode')).focus();
      for (const digit of '1407') await typed(digit);
      await sendKeys({ press: 'F8' });
      await waitUntil(() => stage.gateway.recorded.length === 1, 'it is recorded');
      expect(stage.gateway.recorded[0]?.entry.quantity).to.equal('1407');
    });

    it('is whole, where the item comes in the middle of it', async () => {
      const stage = await counting();
      stage.scans.next('A-01-02');
      const field = await shown(stage, '#barcode');
      stage.scans.next('Item-MOB-ART-118');
      type(field, '140');
      await waitUntil(() => valueOf(stage, '#quantity') === '140', 'it is taken over');
      expect([valueOf(stage, '#barcode'), focused()]).to.deep.equal(['', 'quantity']);
    });

    it('stays, where a code is typed that is no number', async () => {
      const stage = await withItem();
      await typed('8');
      (await shown(stage, '#barcode')).focus();
      await typed('A1');
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => find(stage.element, '[part=notice]') !== null, 'the code is not found');
      expect(valueOf(stage, '#quantity')).to.equal('8');
    });

    it('is another number after + and −, wherever they were tapped from', async () => {
      const stage = await withItem();
      const more = find(stage.element, '[part=quantity] button:last-of-type');
      const tap = () => {
        more?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, composed: true, cancelable: true }));
        more?.click();
      };
      tap();
      tap();
      await waitUntil(() => valueOf(stage, '#quantity') === '2', 'it is 2');
      await typed('5');
      await waitUntil(() => valueOf(stage, '#quantity') === '5', 'it is 5');
      (await shown(stage, '#barcode')).focus();
      tap();
      await typed('9');
      await waitUntil(() => valueOf(stage, '#quantity') === '9', 'it is 9');
    });
  });

  describe('that nobody typed', () => {
    const inKilos = (locale: string) => {
      const gateway = new FakeGateway();
      gateway.foundItems = [match({ unit: KILOS })];
      gateway.settings = { ...gateway.settings, tokenizers: PUBLISHED };
      return withItem(gateway, locale);
    };
    const stands = (stage: Stage, text: string) =>
      waitUntil(() => valueOf(stage, '#quantity') === text, `${text} stands in the quantity`);

    for (const [locale, stated, stepped] of [
      ['ro', '1,250', '2,250'],
      ['it', '1,250', '2,250'],
      ['hr', '1,250', '2,250'],
      ['en', '1.250', '2.250'],
    ] as const) {
      it(`stands as the language writes it, from a label and after +, ${locale}`, async () => {
        const stage = await inKilos(locale);
        stage.scans.next('ItemQty-MOB-ART-118-1.250');
        await stands(stage, stated);
        expect(find(stage.element, '#echo')?.textContent).to.equal(`${stated} kg`);
        find(stage.element, '[part=quantity] button:last-of-type')?.click();
        await stands(stage, stepped);
        (await shown(stage, '#confirm')).click();
        await waitUntil(() => stage.gateway.recorded.length === 1, 'it is recorded');
        expect(stage.gateway.recorded[0]?.entry.quantity).to.equal('2.250');
      });
    }

    it('leaves what a person types as they type it, before and after', async () => {
      const stage = await inKilos('ro');
      await typed('1.5');
      await stands(stage, '1.5');
      stage.scans.next('Qty-1.250');
      await stands(stage, '1,250');
      (await shown(stage, '#quantity')).focus();
      await sendKeys({ press: 'End' });
      await sendKeys({ press: 'Backspace' });
      await stands(stage, '1,25');
      expect(find(stage.element, '#echo')?.textContent).to.equal('1,250 kg');
    });
  });

  describe('that is typed', () => {
    const confirmed = (stage: Stage) => stage.gateway.recorded.map(({ entry }) => entry.quantity);
    /** As a browser does it, at these pauses: characters go into the field, Enter presses the button. */
    const press = async (
      stage: Stage,
      at: string,
      keys: readonly string[],
      gap: number,
      first = performance.now() + 3000,
    ) => {
      const target = await shown(stage, at);
      target.focus();
      keys.forEach((key, index) => {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
        Object.defineProperty(event, 'timeStamp', { value: first + index * gap });
        if (!target.dispatchEvent(event)) return;
        if (target instanceof HTMLInputElement && key.length === 1) type(target, target.value + key);
        if (target instanceof HTMLButtonElement && (key === 'Enter' || key === ' ')) target.click();
      });
    };
    const keysOf = (text: string) => [...Array.from(text), 'Enter'];

    it('is confirmed by Enter, once', async () => {
      const stage = await withItem();
      await press(stage, '#quantity', [...keysOf('55'), 'Enter'], 80);
      await waitUntil(() => confirmed(stage).length > 0, 'it is recorded');
      await shown(stage, '[part=last-counted]');
      await sendKeys({ press: 'Enter' });
      expect(confirmed(stage)).to.deep.equal(['55']);
    });

    for (const [text, gap] of [
      ['101', 2],
      ['101', 30],
      ['250', 0],
      ['96385074', 60],
      ['036000291452', 60],
      ['12345670', 90],
    ] as const) {
      it(`is asked about by Enter, where it is ${text}, at ${gap} ms a character; no Enter answers`, async () => {
        const stage = await withItem();
        await press(stage, '#quantity', keysOf(text), gap);
        await waitUntil(() => find(stage.element, '.alert.decide') !== null, 'it is asked about');
        await press(stage, '#quantity', ['Enter', 'Enter'], 300, performance.now() + 9000);
        expect(confirmed(stage)).to.be.empty;
        (await shown(stage, '.alert.decide button')).click();
        await waitUntil(() => stage.gateway.recorded.length === 1, 'it is recorded');
        expect(confirmed(stage)).to.deep.equal([text.replace(/^0/, '')]);
      });
    }

    for (const [text, gap] of [
      ['101', 2],
      ['101', 5],
      ['7', 2],
      ['96385074', 60],
      ['36', 80],
    ] as const) {
      it(`on Confirm as ${text}, at ${gap} ms, replaces what stands, and its Enter presses nothing`, async () => {
        const stage = await withItem();
        await typed('55');
        await press(stage, '#confirm', keysOf(text), gap);
        await waitUntil(() => focused() === 'quantity', 'the quantity has the focus');
        expect([valueOf(stage, '#quantity'), confirmed(stage)]).to.deep.equal([text, []]);
        await sendKeys({ press: 'F8' });
        const asks = text === '101' || text === '96385074';
        await waitUntil(
          () => (asks ? find(stage.element, '.alert.decide') !== null : stage.gateway.recorded.length === 1),
          'it is asked about, or recorded',
        );
      });
    }

    for (const text of ['A1', 'X-7', 'pal 3']) {
      it(`on Confirm as ${text} is a code that is typed, and its Enter presses nothing`, async () => {
        const stage = await withItem();
        await typed('55');
        stage.gateway.foundItems = [];
        await press(stage, '#confirm', keysOf(text), 80);
        await waitUntil(() => find(stage.element, '[part=notice]')?.textContent.includes(text) === true, 'it is said');
        expect([valueOf(stage, '#quantity'), confirmed(stage)]).to.deep.equal(['55', []]);
      });
    }

    for (const [text, gap] of [
      ['101', 2],
      ['101', 30],
      ['250', 0],
      ['96385074', 60],
    ] as const) {
      it(`where codes are, as ${text}, at ${gap} ms, is asked about, and its Enter presses nothing`, async () => {
        const stage = await withItem();
        await typed('55');
        await press(stage, '#barcode', keysOf(text), gap);
        await waitUntil(() => valueOf(stage, '#quantity') === text, 'it replaces what stood');
        await sendKeys({ press: 'F8' });
        await waitUntil(() => find(stage.element, '.alert.decide') !== null, 'it is asked about');
        expect(confirmed(stage)).to.be.empty;
      });
    }

    it('where codes are, at a person’s pace, is not asked about', async () => {
      for (const text of ['101', '12', '7']) {
        const stage = await withItem();
        await typed('55');
        await press(stage, '#barcode', keysOf(text), 90);
        await waitUntil(() => valueOf(stage, '#quantity') === text, 'it replaces what stood');
        await sendKeys({ press: 'F8' });
        await waitUntil(() => stage.gateway.recorded.length === 1, 'it is recorded');
        expect(confirmed(stage)).to.deep.equal([text]);
      }
    });

    it('as a label while another item waits, is asked about', async () => {
      const stage = await withItem();
      await typed('55');
      stage.scans.next('Item-MOB-ART-204');
      await waitUntil(() => focused() === 'barcode', 'what stands is asked about');
      await press(stage, '#barcode', keysOf('101'), 2);
      await waitUntil(() => valueOf(stage, '#quantity') === '101', 'it replaces what stood');
      await sendKeys({ press: 'F8' });
      await waitUntil(
        () => find(stage.element, '[part=notice]')?.textContent.includes('101') === true,
        'it is asked about',
      );
      expect(confirmed(stage)).to.be.empty;
    });

    for (const [text, end] of [
      ['101', 'Tab'],
      ['250', 'Tab'],
      ['4711', 'Tab'],
    ] as const) {
      it(`is asked about at Confirm, where ${text} and ${end} came at 2 ms a character`, async () => {
        const stage = await withItem();
        await press(stage, '#quantity', [...Array.from(text), end], 2);
        await sendKeys({ press: 'F8' });
        await waitUntil(() => find(stage.element, '.alert.decide') !== null, 'it is asked about');
        expect(confirmed(stage)).to.be.empty;
      });
    }

    for (const at of ['#quantity', '#barcode'] as const) {
      for (const text of ['101', '4711', '250']) {
        it(`is asked about where ${text} is inserted into ${at} as one text, with its Enter`, async () => {
          const stage = await withItem();
          const field = await shown(stage, at);
          const first = performance.now() + 3000;
          const keydown = (init: KeyboardEventInit, timeStamp: number) => {
            const event = new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init });
            Object.defineProperty(event, 'timeStamp', { value: timeStamp });
            field.dispatchEvent(event);
          };
          // As an input method on Android does.
          field.focus();
          keydown({ key: 'Unidentified' }, first);
          if (field instanceof HTMLInputElement) field.value = text;
          field.dispatchEvent(
            new InputEvent('input', { bubbles: true, composed: true, data: text, inputType: 'insertText' }),
          );
          keydown({ key: 'Enter' }, first + 6);
          await waitUntil(() => valueOf(stage, '#quantity') === text, 'it stands there');
          await sendKeys({ press: 'F8' });
          await waitUntil(() => find(stage.element, '.alert.decide') !== null, 'it is asked about');
          expect(confirmed(stage)).to.be.empty;
        });
      }
    }

    it('is confirmed by Enter and by the space bar on Confirm, where nothing was typed there', async () => {
      for (const key of ['Enter', ' ']) {
        const stage = await withItem();
        await typed('55');
        await press(stage, '#confirm', [key], 80);
        await waitUntil(() => stage.gateway.recorded.length === 1, 'it is recorded');
      }
    });

    it('is not confirmed by what was typed on Confirm before the focus was elsewhere', async () => {
      const stage = await withItem();
      await typed('55');
      await press(stage, '#confirm', ['7'], 80);
      (await shown(stage, '#quantity')).focus();
      await press(stage, '#confirm', ['Enter'], 80);
      await waitUntil(() => stage.gateway.recorded.length === 1, 'it is recorded');
      expect(confirmed(stage)).to.deep.equal(['55']);
    });
  });

  describe('that came with the label', () => {
    const withLabel = async (quantity = '36', place: 'A-01-02' | null = 'A-01-02'): Promise<Stage> => {
      const gateway = new FakeGateway();
      gateway.settings = { ...gateway.settings, tokenizers: PUBLISHED };
      const stage = await counting(gateway);
      if (place !== null) stage.scans.next(place);
      stage.scans.next(`ItemQty-MOB-ART-118-${quantity}`);
      await waitUntil(() => valueOf(stage, '#quantity') === quantity, 'the quantity stands');
      (await shown(stage, '#barcode')).focus();
      return stage;
    };
    const enter = async (stage: Stage, init: KeyboardEventInit = {}) => {
      const event = new KeyboardEvent('keydown', {
        key: 'Enter',
        bubbles: true,
        composed: true,
        cancelable: true,
        ...init,
      });
      (await shown(stage, '#barcode')).dispatchEvent(event);
    };

    it('is confirmed by Enter, once', async () => {
      const stage = await withLabel();
      await sendKeys({ press: 'Enter' });
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => stage.gateway.recorded.length > 0, 'it is recorded');
      await shown(stage, '[part=last-counted]');
      expect(stage.gateway.recorded.map(({ entry }) => entry.quantity)).to.deep.equal(['36']);
    });

    it('is not confirmed by an Enter that is held down, or comes right behind another key', async () => {
      const stage = await withLabel();
      await enter(stage, { repeat: true });
      await enter(stage);
      await enter(stage);
      expect([stage.gateway.recorded, find(stage.element, '[part=notice]')]).to.deep.equal([[], null]);
    });

    it('is not confirmed by Enter while something is missing, and is asked about where it looks like a label', async () => {
      const nowhere = await withLabel('36', null);
      await sendKeys({ press: 'Enter' });
      expect([nowhere.gateway.recorded, find(nowhere.element, '[part=notice]')]).to.deep.equal([[], null]);
      const stage = await withLabel('96385074');
      await sendKeys({ press: 'Enter' });
      await shown(stage, '[part=notice] .answers button');
      expect(stage.gateway.recorded).to.be.empty;
    });

    it('is not confirmed by Enter while another read waits for an answer', async () => {
      const stage = await withLabel();
      stage.scans.next('Item-MOB-ART-204');
      await shown(stage, '[part=notice] .answers');
      await sendKeys({ press: 'Enter' });
      expect([stage.gateway.recorded, valueOf(stage, '#quantity')]).to.deep.equal([[], '36']);
    });
  });

  describe('that looks like a label', () => {
    it('is asked about: Enter confirms nothing, a press does', async () => {
      const stage = await withItem();
      for (let turn = 0; turn < 3; turn++) {
        await typed('96385074');
        // The first may come with the text, the next goes on to Confirm.
        for (let press = 0; press < 3; press++) await sendKeys({ press: 'Enter' });
        const answer = await shown(stage, '[part=notice] .answers button');
        answer.focus();
        await sendKeys({ press: 'Enter' });
        expect(stage.gateway.recorded).to.be.empty;
        const field = await shown(stage, '#quantity');
        field.focus();
        if (field instanceof HTMLInputElement) field.select();
      }
      (await shown(stage, '[part=notice] .answers button')).click();
      await waitUntil(() => stage.gateway.recorded.length === 1, 'it is recorded');
      expect(stage.gateway.recorded[0]?.entry.quantity).to.equal('96385074');
    });
  });
});
