import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { defineAll } from '../support/define-all.ts';
import { LOCALES } from '../../src/messages/locales.ts';
import { SignedOutError } from '../../src/services/errors.ts';
import { NO_CACHE } from '../../src/session/state/device-state.ts';
import { inBothWays } from '../support/both-ways.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { FakeSession } from '../support/fake-session.ts';
import { BOXES, KILOS, lot, match, row } from '../support/fixtures.ts';
import { type Stage, counting, find, mount, shown, type } from '../support/stage.ts';
import { tooSmall } from '../support/usable.ts';
import { waitUntil } from '../support/wait-until.ts';

defineAll();

/** The smallest common screen. */
const SMALL = { width: 320, height: 533 };
const LOT = { lotManaged: true, unit: KILOS } as const;

const box = async (stage: Stage, selector: string) => (await shown(stage, selector)).getBoundingClientRect();

function fill(stage: Stage): void {
  stage.element.style.cssText = `display:block;width:${SMALL.width}px;height:${SMALL.height}px`;
}

/** 36 of the first item, on the small screen. */
async function confirm36(stage: Stage): Promise<void> {
  fill(stage);
  stage.scans.next('A-01-02');
  stage.scans.next('Item-MOB-ART-118');
  type(await shown(stage, '#quantity'), '36');
  await sendKeys({ press: 'F8' });
}

/** Below the header, and not behind the bar with Confirm. */
async function isInSight(stage: Stage, selector: string): Promise<void> {
  const [part, header, bar] = [await box(stage, selector), await box(stage, 'header'), await box(stage, '.actions')];
  expect(part.top, `${selector} is below the header`).to.be.at.least(header.bottom);
  expect(part.bottom, `${selector} is above Confirm`).to.be.at.most(bar.top + 0.5);
  expect(bar.bottom).to.be.at.most(stage.element.getBoundingClientRect().bottom + 0.5);
}

/** A line of text is as high as its tallest part: the code's own box is one line, and the class begins on it. */
async function hasItemOnOneLine(stage: Stage, { width, height }: { width: number; height: number }): Promise<void> {
  stage.element.style.cssText = `display:block;width:${width}px;height:${height}px`;
  stage.scans.next('A-01-02');
  stage.scans.next('Item-MOB-ART-118');
  await shown(stage, '[data-note]');
  const [kind, code] = [await box(stage, '[data-line=item] .class'), await box(stage, '[data-line=item] .code')];
  expect(code.height, 'the code is not broken').to.be.below(30);
  expect(Math.abs(kind.bottom - code.bottom), 'class and code are on one line').to.be.below(4);
}

inBothWays('On a handheld of 320 × 533', () => {
  before(() => setViewport(SMALL));
  after(() => setViewport({ width: 800, height: 600 }));

  for (const locale of Object.keys(LOCALES)) {
    it(`location, item, lot, the row there and the quantity are in sight at once, ${locale}`, async () => {
      const gateway = new FakeGateway();
      gateway.foundItems = [match(LOT)];
      gateway.foundLots = [lot('L26-0417')];
      gateway.existing = row({ lot: 'L26-0417', unit: KILOS, quantity: '12.500' });
      const stage = await counting(gateway, locale);
      fill(stage);
      stage.scans.next('A-01-02');
      stage.scans.next('Item-MOB-ART-118');
      (await shown(stage, '.offered .button')).click();
      await shown(stage, '.existing');
      type(await shown(stage, '#quantity'), '3,25');
      for (const part of ['.prompt', '[data-line=lot]', '.existing', '#quantity']) await isInSight(stage, part);
      (await shown(stage, '[data-note]')).click();
      await shown(stage, '#note');
      await isInSight(stage, '#quantity');
      const form = await shown(stage, '.form');
      expect(form.scrollWidth).to.be.at.most(SMALL.width);
      expect(tooSmall(stage.element), 'targets').to.deep.equal([]);
    });

    it(`what was counted last is in sight with its Undo and the key for it, ${locale}`, async () => {
      const gateway = new FakeGateway();
      const stage = await counting(gateway, locale);
      await confirm36(stage);
      await shown(stage, '.last');
      await isInSight(stage, '.last');
      const code = await shown(stage, '.last bdi');
      expect(code.getBoundingClientRect().height, 'the code is on one line').to.be.below(24);
    });

    it(`class and code stay on one line beside the note's button and the way to discard, ${locale}`, async () => {
      await hasItemOnOneLine(await counting(new FakeGateway(), locale), SMALL);
    });

    it(`what was counted last is not half behind Confirm while the next item is in the list, ${locale}`, async () => {
      const gateway = new FakeGateway();
      gateway.existing = row();
      const stage = await counting(gateway, locale);
      await confirm36(stage);
      (await shown(stage, '.choice')).click();
      await shown(stage, '.last');
      stage.scans.next('Item-MOB-ART-118');
      await shown(stage, '.existing');
      await isInSight(stage, '.last');
      await isInSight(stage, '.undo');
    });

    it(`what was counted last gives way to an item that needs all the room, ${locale}`, async () => {
      const gateway = new FakeGateway();
      gateway.foundItems = [match(LOT)];
      gateway.foundLots = [lot('L26-0417')];
      const stage = await counting(gateway, locale);
      fill(stage);
      stage.scans.next('A-01-02');
      const next = async () => {
        stage.scans.next('Item-MOB-ART-118');
        (await shown(stage, '.offered .button')).click();
        type(await shown(stage, '#quantity'), '3,25');
      };
      await next();
      await sendKeys({ press: 'F8' });
      await shown(stage, '.last');
      gateway.existing = row({ lot: 'L26-0417', unit: KILOS, quantity: '3.250' });
      await next();
      await shown(stage, '.existing');
      expect((await box(stage, '.last')).height).to.equal(0);
      await sendKeys({ press: 'F9' });
      await waitUntil(() => find(stage.element, '#quantity') === null);
      await isInSight(stage, '.last');
    });

    it(`neither code nor quantity of a row is cut, ${locale}`, async () => {
      const gateway = new FakeGateway();
      gateway.allRows = [row({ quantity: '0', alternativeUnit: BOXES, alternativeQuantity: '0' })];
      const stage = await mount(gateway, { listId: '1', mode: 'view', locale });
      fill(stage);
      // A row is there before the list is laid out, as wide as nothing.
      const laidOut = await shown(stage, '.row .history');
      await waitUntil(() => laidOut.clientWidth > 0);
      for (const part of ['.row .history', '.row .quantity', '.row .state']) {
        const { scrollWidth, clientWidth } = await shown(stage, part);
        expect(scrollWidth, part).to.be.at.most(clientWidth);
      }
    });
  }

  // At whatever hour: the longest are those of two digits.
  for (const [locale, hour] of Object.keys(LOCALES).flatMap(each => [0, 9, 22].map(of => [each, of] as const))) {
    it(`one line says that the host does not answer, ${locale}, after ${hour} o’clock`, async () => {
      const session = new FakeSession({ cache: { ...NO_CACHE, inUse: true, asOf: new Date().setHours(hour, 58) } });
      const element = await fixture<HTMLElement>(html`
        <wms-inventar-session .session=${session} locale=${locale}>
          <wms-inventar-workspace style="width:320px;height:533px"></wms-inventar-workspace>
        </wms-inventar-session>
      `);
      await waitUntil(() => find(element, '.banner') !== null);
      expect(find(element, '.banner')?.clientHeight).to.be.below(32);
    });
  }
});

inBothWays('On a desk of 1280 × 800', () => {
  const DESK = { width: 1280, height: 800 };
  before(() => setViewport(DESK));
  after(() => setViewport({ width: 800, height: 600 }));

  for (const locale of Object.keys(LOCALES)) {
    it(`class and code stay on one line beside the rows, ${locale}`, async () => {
      await hasItemOnOneLine(await counting(new FakeGateway(), locale), DESK);
    });
  }
});

inBothWays('Beside a soft keyboard, at 360 × 360', () => {
  const LOW = { width: 360, height: 360 };
  before(() => setViewport(LOW));
  after(() => setViewport({ width: 800, height: 600 }));

  for (const locale of Object.keys(LOCALES)) {
    it(`all answers to Add or Replace are in sight, ${locale}`, async () => {
      const gateway = new FakeGateway();
      gateway.existing = row();
      const stage = await counting(gateway, locale);
      await confirm36(stage);
      await shown(stage, '.choice');
      const dialog = find(stage.element, 'dialog[open]');
      await waitUntil(() => {
        const buttons = [...(dialog?.querySelectorAll('button') ?? [])].map(each => each.getBoundingClientRect());
        return buttons.length === 4 && buttons.every(({ top, bottom }) => top >= 0 && bottom <= LOW.height + 0.5);
      }, 'both, the way out and the cross');
    });
  }
});

inBothWays('The quantity at 320 × 533', () => {
  before(() => setViewport(SMALL));
  after(() => setViewport({ width: 800, height: 600 }));

  const NUMBERS = ['7', '12', '125', '1250', '12500', '125000', '9638507', '96385074', '963850741', '123456,789'];
  const UNITS = ['M', 'buc', 'PALET'];
  for (const [text, code] of NUMBERS.flatMap(each => UNITS.map(unit => [each, unit] as const))) {
    it(`is seen whole: ${text} ${code}`, async () => {
      const gateway = new FakeGateway();
      gateway.foundItems = [match({ unit: { ...KILOS, code } })];
      const stage = await counting(gateway, 'ro');
      fill(stage);
      stage.scans.next('A-01-02');
      stage.scans.next('Item-MOB-ART-118');
      const field = await shown(stage, '#quantity');
      type(field, text);
      await waitUntil(() => field.scrollWidth <= field.clientWidth, 'nothing of it is cut');
    });
  }
});

inBothWays('Confirm', () => {
  it('offers itself only where something can be confirmed, and not beside the question how to go on', async () => {
    const gateway = new FakeGateway();
    const stage = await counting(gateway);
    const isOffered = () => find(stage.element, '#confirm')?.getAttribute('aria-disabled') === 'false';
    gateway.failures.set('items', new SignedOutError());
    stage.scans.next('A-01-02');
    stage.scans.next('Item-MOB-ART-118');
    const again = await shown(stage, '.answers .button');
    expect(isOffered()).to.equal(false);
    gateway.failures.clear();
    again.click();
    type(await shown(stage, '#quantity'), '7');
    await waitUntil(isOffered, 'what stands can be confirmed');
  });
});
