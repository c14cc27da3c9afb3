import { html } from 'lit';
import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { defineAll } from '../support/define-all.ts';
import { loadWords } from '../../src/messages/words.ts';
import type { Tokenizer } from '../../src/tokenizer/index.ts';
import { inBothWays } from '../support/both-ways.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { type Stage, counting, find, says, shown, type } from '../support/stage.ts';
import { PUBLISHED } from '../support/tokenizers.ts';
import { waitUntil } from '../support/wait-until.ts';
import { isUsable } from '../support/usable.ts';

defineAll();

const GS = '\x1D';

// What is loaded when it is opened is made by the test server on first demand, which may take its time.
before(async () => {
  await (await loadWords('en')).load('inspector');
});

async function inspector(text: string, tokenizers: readonly Tokenizer[] = PUBLISHED, locale = 'en'): Promise<Stage> {
  const element = await fixture<HTMLElement>(html`
    <wms-inventar-barcode-inspector .text=${text} .tokenizers=${tokenizers} locale=${locale}>
    </wms-inventar-barcode-inspector>
  `);
  const stage = { element, gateway: new FakeGateway(), scans: new (await import('rxjs')).Subject<string>() };
  await shown(stage, '#code');
  return stage;
}

function plain(element: Element | null): string {
  return (element?.textContent ?? '')
    .replace(/[\u2066\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function all(stage: Stage, selector: string): Element[] {
  return [...(stage.element.shadowRoot?.querySelectorAll(selector) ?? [])];
}

/** The pieces of the strip: text and name. */
const pieces = (stage: Stage) => all(stage, '.piece').map(plain);
/** The table: meaning, value, source. */
const fields = (stage: Stage) => all(stage, '.fields tbody tr').map(row => [...row.children].map(plain).join(' · '));

describe('The barcode inspector', () => {
  it('explains a class that is longer than three: row, rule, and what would make it read', async () => {
    const stage = await inspector('Item-MOBX-ART');
    expect(plain(find(stage.element, '.summary'))).to.equal('Read by tokenizer Item, with values missing in front.');
    expect(plain(find(stage.element, '#failure'))).to.equal(
      'Class is too longMOBX has 4 characters. Row 1 of tokenizer Item allows at most 3. It was left out, and the rest was read without it.',
    );
    expect(fields(stage)).to.deep.equal(['Class · not in the barcode · row 1', 'Item · MOBX-ART · Item · row 2']);
    await says(stage, 'With length 4 for row 1 (Class) of Item it reads.');
  });

  it('explains a location without its warehouse: the list’s holds', async () => {
    const stage = await inspector('Loc-L1');
    expect(pieces(stage)).to.deep.equal(['Loc- tokenizer', 'L1 Location']);
    expect(fields(stage)).to.deep.equal(['Warehouse · not in the barcode · row 1', 'Location · L1 · Loc · row 2']);
    expect(find(stage.element, '#failure')).to.equal(null);
    await says(stage, "Warehouse is not in the barcode: the list's warehouse holds.");
  });

  it('explains how a quantity decides between two ways to cut', async () => {
    const stage = await inspector('ItemQty-MOB-ART-12-35');
    expect(pieces(stage)).to.deep.equal([
      'ItemQty- tokenizer',
      'MOB Class',
      '- separator',
      'ART-12 Item',
      '- separator',
      '35 Quantity',
    ]);
    await says(stage, 'The - in ART-12 belongs to the value: the quantity has to be a number');
  });

  it('explains GS1 data that lost a separator, and reads it with one', async () => {
    const stage = await inspector(']C1010950600013435210AB117261231');
    expect(fields(stage)).to.deep.equal(['Item (GTIN) · 09506000134352 · AI 01', 'Lot · AB117261231 · AI 10']);
    await says(stage, 'A separator (GS) got lost');
    await says(stage, 'It would read: 09506000134352 | AB1 | 261231');
    find(stage.element, '.repairs .button')?.click();
    await waitUntil(() => fields(stage).length === 3);
    expect(fields(stage)[2]).to.equal('Expires · 261231= Dec 31, 2026 · AI 17');
    expect(pieces(stage)).to.include('␝ separator');
  });

  it('explains a location that was typed on an Italian layout', async () => {
    const stage = await inspector("Loc'01'A'01");
    expect(plain(find(stage.element, '.summary'))).to.contain('No tokenizer has this code');
    await says(stage, 'The scanner types as a US keyboard, the computer is set to Italian or Spanish.');
    find(stage.element, '.repairs .button')?.click();
    await waitUntil(() => fields(stage).length === 2);
    expect(fields(stage)).to.deep.equal(['Warehouse · 01 · Loc · row 1', 'Location · A-01 · Loc · row 2']);
  });

  it('points at the value that does not fit', async () => {
    const stage = await inspector('Lot-MOB-ART-123456');
    expect(pieces(stage)).to.deep.equal(['Lot- tokenizer', 'MOB-ART- before it', '123456 fault']);
    expect(plain(find(stage.element, '#failure'))).to.contain('Lot is too long');
  });

  it('says of GS1 data which element is wrong', async () => {
    const stage = await inspector(`]C10109506000134353`);
    expect(plain(find(stage.element, '#failure'))).to.equal(
      'Item (GTIN) (AI 01): the check digit is wrong09506000134353 was misread or mistyped, or the label is wrong.',
    );
  });

  it('switches between the ways to cut a code', async () => {
    const stage = await inspector('Lot-MOB-ART-12-3');
    expect(fields(stage)[2]).to.equal('Lot · 12-3 · Lot · row 3');
    const ways = all(stage, '.splits input');
    expect(ways.length).to.equal(4);
    (ways[1] as HTMLInputElement).click();
    await waitUntil(() => fields(stage)[2]?.startsWith('Lot · 3') === true);
    expect(pieces(stage)).to.include('ART-12 Item');
  });

  it('takes what is typed or pasted', async () => {
    const stage = await inspector('');
    expect(find(stage.element, '.strip')).to.equal(null);
    type(await shown(stage, '#code'), `]C110AB${GS}3103001250`);
    await shown(stage, '.strip');
    expect(fields(stage)).to.deep.equal(['Lot · AB · AI 10', 'Net weight · 001250= 1.250 KGM · AI 3103']);
    await says(stage, 'AI 10 should stand together with');
  });

  it('speaks the languages of the screens', async () => {
    await says(await inspector('Loc-L1', PUBLISHED, 'ro'), 'Gestiune: nu este în cod; se ia gestiunea listei.');
    await says(await inspector('Loc-L1', PUBLISHED, 'it-IT'), 'Magazzino: non è nel barcode; vale quello della lista.');
  });

  it('reads a mark-up for what it is: text', async () => {
    const stage = await inspector('Item-MOB-<b>x</b>');
    expect(fields(stage)[1]).to.contain('<b>x</b>');
  });
});

describe('A tokenizer that is tried', () => {
  const start = async (text = 'Pal-7-12') => {
    const stage = await inspector(text);
    find(stage.element, 'summary')?.click();
    find(stage.element, '[data-new]')?.click();
    await shown(stage, '.header');
    return stage;
  };
  const input = (stage: Stage, index: number) => all(stage, '.trial .input')[index] as HTMLInputElement;

  it('reads codes as soon as it can, and names row and field until then', async () => {
    const stage = await start();
    await says(stage, '#1, code: is empty.');
    type(input(stage, 0), 'Pal');
    await says(stage, 'Pal, rows: is empty.');
    find(stage.element, '[data-add]')?.click();
    await waitUntil(() => all(stage, '.trial .row').length === 1);
    find(stage.element, '[data-add]')?.click();
    await waitUntil(() => all(stage, '.trial .row').length === 2);
    await says(stage, 'The tokenizer can be used as it stands.');
    // Of the first row: business object, property, length, separator.
    type(input(stage, 2), 'FSPallet');
    type(input(stage, 3), 'Code');
    type(input(stage, 5), '');
    await says(stage, 'Pal, row 1, separator: is missing, and so is a length: nothing ends the value.');
    type(input(stage, 4), 'many');
    await says(stage, 'Pal, row 1, length: is not a whole number.');
    expect(input(stage, 4).getAttribute('aria-invalid')).to.equal('true');
    type(input(stage, 4), '5');
    type(input(stage, 5), '-');
    type(input(stage, 1), '-');
    await waitUntil(() => fields(stage).length === 2);
    expect(fields(stage)).to.deep.equal(['FSPallet.Code · 7 · Pal · row 1', 'Quantity · 12 · Pal · row 2']);
  });

  it('takes rows out of a table that is pasted, and names the line that is none', async () => {
    const stage = await start();
    type(input(stage, 0), 'Pal');
    type(input(stage, 1), '-');
    const pasteRows = (text: string) => {
      const field = find(stage.element, 'textarea');
      if (!(field instanceof HTMLTextAreaElement)) throw new Error('Nothing to paste into');
      field.value = text;
      find(stage.element, '.paste .button')?.click();
    };
    pasteRows('1\tFSItem\tCode\nx\tFSItem');
    await says(stage, 'Line 2 is not a row');
    pasteRows('Seq\tObject\tProperty\tLength\tSeparator\tMain\n1\tFSItem\tCode\t5\t-\tFSItem\n2\t\t\t100\t-\tFSItem\n');
    await waitUntil(() => fields(stage).length === 2);
    expect(fields(stage)).to.deep.equal(['Item · 7 · Pal · row 1', 'Quantity · 12 · Pal · row 2']);
  });

  it('starts from one that is there, and stands for it until the trial ends', async () => {
    const stage = await inspector('Item-MOBX-ART');
    const repair = all(stage, '.repairs .button').at(-1);
    (repair as HTMLElement).click();
    await waitUntil(() => fields(stage)[0] === 'Class · MOBX · Item · row 1');
    expect(all(stage, '.trial[open]').length).to.equal(1);
    await says(stage, 'Read by tokenizer Item.');
    (all(stage, '.trial .start .button').at(-1) as HTMLElement).click();
    await waitUntil(() => fields(stage)[0] === 'Class · not in the barcode · row 1');
  });
});

inBothWays('The form, beside what it did not understand', () => {
  const gateway = () => {
    const host = new FakeGateway();
    host.settings = { ...host.settings, tokenizers: PUBLISHED };
    host.foundItems = [];
    return host;
  };

  it('explains the whole code, and gives the focus back to the barcode field', async () => {
    const stage = await counting(gateway());
    stage.scans.next('Item-MOBX-ART');
    await says(stage, 'Unknown item');
    (await shown(stage, '.why')).click();
    await says(stage, 'Row 1 of tokenizer Item allows at most 3.');
    await sendKeys({ press: 'Escape' });
    const barcode = await shown(stage, '#barcode');
    await waitUntil(() => find(stage.element, 'dialog[open]') === null);
    await waitUntil(() => (barcode.getRootNode() as ShadowRoot).activeElement === barcode, 'the field has the focus');
  });

  it('keeps scans out of the count while it explains, and lets them in again', async () => {
    const stage = await counting(gateway());
    stage.scans.next("Loc'01'A'01");
    await says(stage, 'Unknown code');
    (await shown(stage, '.why')).click();
    await says(stage, 'Keyboard layout');
    stage.scans.next('Loc-01-L1');
    await says(stage, 'Read by tokenizer Loc');
    expect(find(stage.element, '.alert.error')?.textContent).to.contain("Loc'01'A'01");
    await sendKeys({ press: 'F8' });
    find(stage.element, 'wms-inventar-inspector-dialog')?.shadowRoot?.querySelector<HTMLElement>('.plain')?.click();
    await waitUntil(() => find(stage.element, 'wms-inventar-barcode-inspector') === null);
    stage.scans.next('Loc-01-A-01-02');
    await says(stage, 'Raft A-01-02');
  });

  it('has nothing to explain where all was understood', async () => {
    const stage = await counting(gateway());
    stage.scans.next('Loc-01-A-01-02');
    await says(stage, 'Raft A-01-02');
    expect(find(stage.element, '.why')).to.equal(null);
  });
});

describe('For everybody, the inspector', () => {
  const codes = {
    'a code that reads': 'Item-MOB-ART',
    'a code with several ways to cut it': 'Lot-MOB-ART-12-3',
    'a code that fails': 'Lot-MOB-ART-123456',
    'GS1 data': `]C1010950600013435210AB${GS}17261231`,
    'nothing yet': '',
  };
  for (const [name, text] of Object.entries(codes)) {
    for (const theme of ['light', 'dark'] as const) {
      it(`is accessible with ${name}, ${theme}`, async () => {
        const element = await fixture<HTMLElement>(html`
          <wms-inventar-session
            theme=${theme}
            keyboard-wedge="off"
            .gateway=${new FakeGateway()}
            style="display: block; background: ${theme === 'dark' ? '#101315' : '#f6f5f1'}"
          >
            <wms-inventar-barcode-inspector .text=${text} .tokenizers=${PUBLISHED}></wms-inventar-barcode-inspector>
          </wms-inventar-session>
        `);
        await waitUntil(() => find(element, '#code') !== null);
        await isUsable(element);
        find(element, 'summary')?.click();
        find(element, '[data-new]')?.click();
        await waitUntil(() => find(element, '.trial .header') !== null);
        await isUsable(element);
      });
    }
  }

  for (const dir of ['ltr', 'rtl'] as const) {
    it(`fits into 320 pixels, ${dir}`, async () => {
      const element = await fixture<HTMLElement>(html`
        <div dir=${dir} style="inline-size: 320px">
          <wms-inventar-barcode-inspector
            locale="ro"
            .text=${`]C10109506000134352400PO-12345678901234567890${GS}10ABCDEFGHIJKLMNOPQRST`}
            .tokenizers=${PUBLISHED}
          ></wms-inventar-barcode-inspector>
        </div>
      `);
      await waitUntil(() => find(element, '.strip') !== null);
      find(element, 'summary')?.click();
      find(element, '[data-new]')?.click();
      await waitUntil(() => find(element, '.trial .header') !== null);
      expect(element.scrollWidth).to.equal(320);
      for (const piece of find(element, '.strip')?.children ?? []) {
        expect(piece.getBoundingClientRect().width).to.be.at.most(320);
      }
    });
  }
});
