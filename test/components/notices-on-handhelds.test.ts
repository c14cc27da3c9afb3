import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { UnreachableError } from '../../src/services/errors.ts';
import { inBothWays } from '../support/both-ways.ts';
import { defineAll } from '../support/define-all.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { lot, match, row } from '../support/fixtures.ts';
import { type Stage, counting, find, shown, type } from '../support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

defineAll();

/** The smallest common screens, and a taller one behind a soft keyboard. */
const SIZES = [
  { width: 320, height: 533 },
  { width: 320, height: 568 },
  { width: 360, height: 360 },
] as const;

const withLots = (newLots = false): FakeGateway => {
  const gateway = new FakeGateway();
  gateway.foundItems = [match({ lotManaged: true }), match({ code: 'ART-204' })];
  gateway.foundLots = [lot('L26-0417'), lot('L26-0418', { itemCode: 'ART-204' })];
  gateway.settings = { ...gateway.settings, policies: { newLots, nextItemConfirms: false } };
  return gateway;
};

/** Location, item and lot stand, and 7 of it. */
async function sevenOf(stage: Stage): Promise<void> {
  stage.scans.next('A-01-02');
  stage.scans.next('Item-MOB-ART-118');
  (await shown(stage, '.offered .button')).click();
  await waitUntil(() => find(stage.element, '.offered') === null, 'the lot stands');
  type(await shown(stage, '#quantity'), '7');
}

interface Told {
  readonly gateway: () => FakeGateway;
  readonly comesAbout: (stage: Stage) => Promise<void>;
  /** Only where what nobody can look up is kept on the device. */
  readonly kept?: true;
}

async function scanWithoutHost(stage: Stage): Promise<void> {
  stage.gateway.failures.set('items', new UnreachableError('offline'));
  stage.scans.next('Item-MOB-NOU-8800');
  await shown(stage, '#quantity');
}

const isAbove = (element: Element | null, y: number) =>
  element !== null && element.getBoundingClientRect().bottom <= y + 0.5;

/** A button's words without its key. */
const words = (button: Element) =>
  [...button.childNodes]
    .map(({ nodeType, textContent }) => (nodeType === 3 ? textContent : ''))
    .join('')
    .trim();

function buttonsIn(root: Element | ShadowRoot): string[] {
  return [...root.querySelectorAll('*')].flatMap(each => [
    ...(each instanceof HTMLButtonElement ? [each.textContent] : []),
    ...(each.shadowRoot === null ? [] : buttonsIn(each.shadowRoot)),
  ]);
}

/** What is told while a quantity stands or is asked for. */
const TOLD: Readonly<Record<string, Told>> = {
  'what is not confirmed': {
    gateway: withLots,
    comesAbout: async stage => {
      await sevenOf(stage);
      stage.scans.next('Item-MOB-ART-204');
    },
  },
  'what is not confirmed, with a row that is there': {
    gateway: () => Object.assign(withLots(), { existing: row({ lot: 'L26-0417' }) }),
    comesAbout: async stage => {
      await sevenOf(stage);
      await shown(stage, '.existing');
      stage.scans.next('Item-MOB-ART-204');
    },
  },
  'a question about a new lot': {
    gateway: () => withLots(true),
    comesAbout: async stage => {
      stage.scans.next('A-01-02');
      stage.scans.next('Item-MOB-ART-118');
      await shown(stage, '.offered');
      type(await shown(stage, '#quantity'), '7');
      const field = await shown(stage, '#lot');
      type(field, 'L26-0418');
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    },
  },
  'a question about a label as quantity': {
    gateway: withLots,
    comesAbout: async stage => {
      await sevenOf(stage);
      type(await shown(stage, '#quantity'), '96385074');
      await sendKeys({ press: 'F8' });
    },
  },
  'a code that is kept until the host answers': {
    gateway: withLots,
    comesAbout: async stage => {
      stage.scans.next('A-01-02');
      await shown(stage, '[data-line=location] b');
      await scanWithoutHost(stage);
    },
    kept: true,
  },
  'an item that was left for a code that is kept': {
    gateway: withLots,
    comesAbout: async stage => {
      stage.scans.next('A-01-02');
      stage.scans.next('Item-MOB-ART-118');
      await shown(stage, '.offered');
      await scanWithoutHost(stage);
    },
    kept: true,
  },
};

const LANGUAGES = ['en', 'ro'];

inBothWays('A notice on a handheld', way => {
  after(() => setViewport({ width: 800, height: 600 }));

  for (const [what, { gateway, comesAbout, kept }] of Object.entries(TOLD)) {
    if (kept === true && way === 'off') continue;
    for (const { width, height } of SIZES) {
      for (const locale of LANGUAGES) {
        it(`leaves the quantity in sight below ${what}, at ${width} × ${height}, ${locale}`, async () => {
          await setViewport({ width, height });
          const stage = await counting(gateway(), locale);
          stage.element.style.cssText = `display:block;width:${width}px;height:${height}px`;
          await comesAbout(stage);
          await shown(stage, '.alert b');
          const box = async (selector: string) => (await shown(stage, selector)).getBoundingClientRect();
          const [form, notice, bar] = [await box('wms-inventar-scan-form'), await box('.alert'), await box('.actions')];
          await waitUntil(() => isAbove(find(stage.element, '#quantity'), bar.top), 'the quantity is above Confirm');
          const label = await box('[for=quantity]');
          expect(notice.top, 'the title is in sight').to.be.at.least(form.top - 0.5);
          expect(notice.bottom, 'all it says, and its answers').to.be.at.most(label.top + 0.5);
          expect(bar.bottom).to.be.at.most(stage.element.getBoundingClientRect().bottom + 0.5);
          const confirm = words(await shown(stage, '#confirm'));
          expect(
            buttonsIn(stage.element.shadowRoot ?? stage.element).filter(text => text.includes(confirm)),
            'one Confirm',
          ).to.have.length(1);
        });
      }
    }
  }
});
