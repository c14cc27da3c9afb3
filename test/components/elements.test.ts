import { type TemplateResult, html } from 'lit';
import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { Subject } from 'rxjs';
import { defineInventar } from '../../src/define.ts';
import { defineAll } from '../support/define-all.ts';
import { RefusedError, SignedOutError, UnreachableError } from '../../src/services/errors.ts';
import { type Way, inBothWays } from '../support/both-ways.ts';
import { CountingGateway } from '../support/counting-gateway.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { type Stage, counting, find, mount, says, shown, type, withQuantity } from '../support/stage.ts';
import { KILOS, alternative, list, location, lot, match, row } from '../support/fixtures.ts';
import { waitUntil } from '../support/wait-until.ts';
import { isUsable } from '../support/usable.ts';

defineAll();

const confirm = () => sendKeys({ press: 'F8' });

/** Each state that an operator may see, and what tells that it is there. */
const STATES: Readonly<Record<string, (way: Way) => Promise<Stage>>> = {
  'before the search': async () => {
    const stage = await mount();
    await says(stage, 'Search an inventory');
    return stage;
  },
  'nothing found': async () => {
    const gateway = new FakeGateway();
    gateway.foundLists = [];
    const stage = await mount(gateway);
    (await shown(stage, '.search')).click();
    await says(stage, 'No inventory found');
    return stage;
  },
  'a search that failed': async () => {
    const gateway = new FakeGateway();
    gateway.failures.set('inventories', new UnreachableError('down'));
    const stage = await mount(gateway);
    (await shown(stage, '.search')).click();
    await says(stage, 'does not answer');
    return stage;
  },
  'lists of all states, one selected': async () => {
    const gateway = new FakeGateway();
    gateway.foundLists = [
      list(),
      list({ id: '2', row: 2, operator: null, progress: { rows: 3, expected: 3, counted: 3 } }),
      list({ id: '3', row: 3, closingDate: '2026-11-20' }),
      list({ id: '4', row: 4, progress: { rows: 0, expected: 0, counted: 0 } }),
    ];
    const stage = await mount(gateway);
    (await shown(stage, '.search')).click();
    (await shown(stage, 'input[type=radio]')).click();
    await says(stage, 'Modify');
    return stage;
  },
  'a scan while no list is open': async () => {
    const stage = await mount();
    stage.scans.next('Item-MOB-ART-118');
    await says(stage, 'no list is open');
    return stage;
  },
  'a list that could not be opened': async () => {
    const gateway = new FakeGateway();
    gateway.failures.set('list', new SignedOutError('expired'));
    const stage = await mount(gateway, { listId: '1' });
    await says(stage, 'sign-in has expired');
    return stage;
  },
  'waiting for a location': () => counting(),
  'waiting for a lot': async () => {
    const gateway = new FakeGateway();
    gateway.foundItems = [match({ lotManaged: true })];
    gateway.foundLots = [lot('L1'), lot('L2', { expiryDate: null })];
    const stage = await counting(gateway);
    stage.scans.next('A-01-02');
    stage.scans.next('Item-MOB-ART-118');
    await shown(stage, '.offered');
    return stage;
  },
  'waiting for a serial number': async () => {
    const gateway = new FakeGateway();
    gateway.foundItems = [match({ serialManaged: true })];
    const stage = await counting(gateway);
    stage.scans.next('Item-MOB-ART-118');
    await shown(stage, '#serial');
    return stage;
  },
  'a serial number that is counted elsewhere': async () => {
    const gateway = new FakeGateway();
    gateway.foundItems = [match({ serialManaged: true })];
    const { capabilities } = gateway.settings;
    gateway.settings = { ...gateway.settings, capabilities: { ...capabilities, serials: true } };
    const place = { itemClass: 'MOB', itemCode: 'ART-118', listId: '2', inventory: '12', row: 2, warehouse: '01' };
    const matches = [{ ...place, location: 'A-06-01', countedAt: '2026-11-22T08:32:00.000Z' }];
    Object.assign(gateway, { serials: () => Promise.resolve({ matches, more: false }) });
    const stage = await counting(gateway);
    stage.scans.next('A-01-02');
    stage.scans.next('Item-MOB-ART-118');
    type(await shown(stage, '#serial'), 'SN901');
    type(await shown(stage, '#quantity'), '1');
    await confirm();
    await says(stage, 'Count here too');
    await says(stage, '12 / 2');
    return stage;
  },
  'a quantity in an alternative unit, a row already there': async () => {
    const gateway = new FakeGateway();
    gateway.foundItems = [match({ alternativeUnits: [alternative()] })];
    gateway.existing = row();
    const stage = await withQuantity('2', gateway);
    await says(stage, '2 cutii = 24 buc');
    await says(stage, 'In the list: 12 buc');
    return stage;
  },
  counted: async () => {
    const stage = await withQuantity('36');
    await confirm();
    await says(stage, '36 buc');
    return stage;
  },
  'a quantity that is not taken': async () => {
    const gateway = new FakeGateway();
    gateway.foundItems = [match({ unit: KILOS })];
    const stage = await withQuantity('1,2345', gateway);
    await confirm();
    await says(stage, 'at most 3 decimals');
    return stage;
  },
  'a note that is too long': async () => {
    const stage = await withQuantity('5');
    (await shown(stage, '[data-note]')).click();
    type(await shown(stage, '#note'), 'x'.repeat(501));
    await confirm();
    await says(stage, 'Note too long');
    return stage;
  },
  'Add or Replace': async () => {
    const gateway = new FakeGateway();
    gateway.existing = row();
    const stage = await withQuantity('5', gateway);
    await says(stage, 'In the list');
    await confirm();
    await shown(stage, 'dialog[open]');
    return stage;
  },
  'a chooser': async () => {
    const gateway = new FakeGateway();
    gateway.foundItems = [match({ itemClass: 'CAR', code: 'ETI-1' }), match({ itemClass: 'PLA', code: 'ETI-1' })];
    const stage = await counting(gateway);
    stage.scans.next('ETI-1');
    await shown(stage, 'dialog[open]');
    return stage;
  },
  'an unconfirmed quantity, another item waiting': async () => {
    const stage = await withQuantity('7');
    stage.scans.next('Item-MOB-ART-204');
    await says(stage, 'is not confirmed');
    return stage;
  },
  'an outcome that is not known': async way => {
    const gateway = new FakeGateway();
    gateway.failures.set('recordCount', new UnreachableError('lost'));
    const stage = await withQuantity('7', gateway);
    await confirm();
    // With an outbox the form is free: that the host has not answered is said beside it.
    await says(stage, way === 'device' ? 'does not answer' : 'Not known whether it was saved');
    return stage;
  },
  'leaving with something unfinished': async () => {
    const stage = await withQuantity('7');
    (await shown(stage, 'header button')).click();
    await says(stage, 'Leave the list?');
    return stage;
  },
  'rows, counted, zero and expected': async () => {
    const gateway = new FakeGateway();
    gateway.allRows = [row(), row({ id: '8', quantity: '0' }), row({ id: '9', quantity: null, countedAt: null })];
    const stage = await mount(gateway, { listId: '1', mode: 'view' });
    await says(stage, 'counted · zero');
    return stage;
  },
};

inBothWays('Every state an operator may see', way => {
  for (const [name, reach] of Object.entries(STATES)) {
    it(`${name}: is accessible in light and dark`, async () => {
      const stage = await reach(way);
      for (const theme of ['light', 'dark']) {
        stage.element.setAttribute('theme', theme);
        await isUsable(stage.element, theme);
      }
    });
  }
});

inBothWays('The scan form', way => {
  it('counts with scans of the page’s own stream as the only source', async () => {
    const stage = await withQuantity('36');
    await confirm();
    await waitUntil(() => stage.gateway.recorded.length === 1);
    expect(stage.gateway.recorded[0]?.entry).to.deep.equal({ quantity: '36', unit: 'buc' });
  });

  it('takes a note where the host keeps notes, for one count', async () => {
    const stage = await withQuantity('36');
    const button = await shown(stage, '[data-note]');
    const { width, height } = button.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(48);
    expect(find(stage.element, '#note')).to.equal(null);
    button.click();
    const field = await shown(stage, '#note');
    await waitUntil(() => (field.getRootNode() as ShadowRoot).activeElement === field, 'who asked for it is led there');
    type(field, 'box torn');
    await confirm();
    await waitUntil(() => stage.gateway.recorded.length === 1);
    expect(stage.gateway.recorded[0]?.note).to.equal('box torn');
    await waitUntil(() => find(stage.element, '#note') === null, 'the note goes with its count');
    stage.scans.next('Item-MOB-ART-204');
    await shown(stage, '[data-note]');
    expect(find(stage.element, '#note')).to.equal(null);
  });

  it('asks for what else the host tells its stock apart by, by the host’s own word', async () => {
    const gateway = new FakeGateway();
    gateway.settings = {
      ...gateway.settings,
      dimensions: [
        { name: 'owner', label: 'Proprietà', asked: true },
        { name: 'project', label: 'Project', asked: false },
      ],
    };
    const stage = await counting(gateway);
    stage.scans.next('A-01-02');
    stage.scans.next('Item-MOB-ART-118');
    const field = await shown(stage, '#dimension-0');
    await waitUntil(() => (field.getRootNode() as ShadowRoot).activeElement === field, 'it is what is missing');
    expect(find(stage.element, '[for=dimension-0]')?.textContent).to.equal('Proprietà');
    expect(find(stage.element, '#dimension-1')).to.equal(null);
    await isUsable(stage.element);
    type(field, 'ACME');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    const quantity = await shown(stage, '#quantity');
    await waitUntil(() => (quantity.getRootNode() as ShadowRoot).activeElement === quantity);
    type(quantity, '3');
    await confirm();
    await waitUntil(() => stage.gateway.recorded.length === 1);
    expect(stage.gateway.recorded[0]?.identity.dimensions).to.deep.equal({ owner: 'ACME' });
  });

  it('offers no note where the host keeps none', async () => {
    const gateway = new FakeGateway();
    const { capabilities } = gateway.settings;
    gateway.settings = { ...gateway.settings, capabilities: { ...capabilities, notes: false } };
    const stage = await withQuantity('36', gateway);
    expect(find(stage.element, '[data-note]')).to.equal(null);
  });

  it('tells the page what happens, with events that cross shadow roots', async () => {
    const heard: unknown[] = [];
    const listen = (event: Event) =>
      heard.push([event.type, event instanceof CustomEvent && JSON.parse(JSON.stringify(event.detail))]);
    document.addEventListener('wms-inventar-count-recorded', listen);
    const stage = await withQuantity('36');
    await confirm();
    await waitUntil(() => heard.length === 1);
    document.removeEventListener('wms-inventar-count-recorded', listen);
    expect(heard).to.have.nested.property('[0][1].listId', '1');
    expect(stage.gateway.recorded).to.have.lengthOf(1);
  });

  it('undoes what was counted just now, and tells the history of its row', async () => {
    // Its list has what it was sent, whenever that is asked for.
    const gateway = new CountingGateway();
    const capabilities = { ...gateway.settings.capabilities, history: true, undo: true };
    gateway.settings = { ...gateway.settings, capabilities };
    const stage = await withQuantity('36', gateway);
    await confirm();
    // What waits here yet would be withdrawn: the host would never hear of it.
    await shown(stage, '.last[data-at=host]');
    (await shown(stage, '.toggle')).click();
    (await shown(stage, '.row .history')).click();
    await says(stage, 'History of');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => find(stage.element, 'dialog[open]') === null);
    (await shown(stage, '.last .undo')).click();
    await waitUntil(() => stage.gateway.undone.length === 1);
  });

  it('shows what comes from the host as text, whatever it looks like', async () => {
    const gateway = new FakeGateway();
    const markup = '<img src=x onerror="window.hacked=1"><b>bold</b>';
    gateway.foundItems = [match({ description: markup, lotManaged: true })];
    gateway.foundLots = [lot(markup.slice(0, 50))];
    gateway.foundLocations = [location('A-01-02', { description: markup })];
    const stage = await counting(gateway);
    stage.scans.next('A-01-02');
    stage.scans.next('Item-MOB-ART-118');
    await shown(stage, '.offered');
    expect(find(stage.element, 'img')).to.equal(null);
    await says(stage, markup);
    expect('hacked' in window).to.equal(false);
  });

  it('speaks the language it is told, also when told later', async () => {
    const stage = await counting(new FakeGateway(), 'ro');
    await says(stage, 'Citește locația');
    stage.element.setAttribute('locale', 'it');
    await says(stage, 'Leggi l’ubicazione');
  });

  it('does not confirm while a dialog stands over it, and hears the keys the page gave it', async () => {
    const gateway = new FakeGateway();
    gateway.existing = row();
    const stage = await withQuantity('5', gateway);
    stage.element.setAttribute('confirm-key', 'F2');
    await says(stage, 'F2');
    await sendKeys({ press: 'F8' });
    await sendKeys({ press: 'F2' });
    await shown(stage, 'dialog[open]');
    await sendKeys({ press: 'F2' });
    expect(gateway.recorded).to.be.empty;
  });

  it('keeps what the host refused, and says what to do', async () => {
    const gateway = new FakeGateway();
    gateway.failures.set('recordCount', new RefusedError('unknown-location'));
    const stage = await withQuantity('5', gateway);
    await confirm();
    await says(stage, 'does not know the location');
    // With an outbox the form is free: the count waits there for a person.
    if (way === 'device') await says(stage, '1 to decide');
    else expect(await shown(stage, '#quantity')).to.have.property('value', '5');
  });

  for (const how of ['its key', 'its button']) {
    it(`gives an item up by ${how}, which stands beside it`, async () => {
      const stage = await withQuantity('5');
      const button = await shown(stage, '[data-discard]');
      expect(button.textContent).to.contain('F9');
      if (how === 'its key') await sendKeys({ press: 'F9' });
      else button.click();
      await says(stage, 'Discarded');
      const barcode = await shown(stage, '#barcode');
      await waitUntil(() => (barcode.getRootNode() as ShadowRoot).activeElement === barcode);
      expect((await shown(stage, '[data-line=location]')).textContent).to.contain('A-01-02');
    });
  }

  it('has the next key again after another screen was looked at (rule 6), and what was typed goes on', async () => {
    const stage = await withQuantity('5');
    stage.element.style.inlineSize = '360px';
    const quantity = await shown(stage, '#quantity');
    const isFocused = () => (quantity.getRootNode() as ShadowRoot).activeElement === quantity;
    (await shown(stage, '[part=open]')).click();
    await shown(stage, 'dialog[open]');
    await sendKeys({ press: 'Escape' });
    await waitUntil(isFocused, 'after the scanner setup');
    (await shown(stage, '.toggle')).click();
    await shown(stage, '.shows-rows');
    await waitUntil(() => !isFocused(), 'the rows take its place');
    (await shown(stage, '.toggle')).click();
    await waitUntil(isFocused, 'after the rows');
    await sendKeys({ press: '0' });
    expect(quantity).to.have.property('value', '50');
  });

  it('gives the keys back to the list it was opened from', async () => {
    const stage = await mount();
    (await shown(stage, '.search')).click();
    await shown(stage, 'input:checked');
    await sendKeys({ press: 'F8' });
    await shown(stage, '#barcode');
    (await shown(stage, 'header button')).click();
    const radio = await shown(stage, 'input[type=radio]');
    await waitUntil(() => (radio.getRootNode() as ShadowRoot).activeElement === radio);
  });

  it('asks before the page itself is left with something unfinished', async () => {
    const asks = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    await counting();
    expect(asks()).to.equal(false);
    await withQuantity('5');
    await waitUntil(asks);
  });

  it('is operated at 320 × 400 without scrolling sideways, its Confirm in sight', async () => {
    const stage = await withQuantity('5');
    stage.element.style.cssText = 'display:block;width:320px;height:400px';
    const button = (await shown(stage, '#confirm')).getBoundingClientRect();
    const frame = stage.element.getBoundingClientRect();
    expect(button.bottom).to.be.at.most(frame.bottom + 0.5);
    expect(button.height).to.be.at.least(64);
    const form = await shown(stage, '.form');
    expect(form.scrollWidth).to.be.at.most(320);
  });

  it('mirrors itself in a right-to-left page, with codes still left to right', async () => {
    document.documentElement.dir = 'rtl';
    const stage = await withQuantity('5');
    const label = (await shown(stage, '[data-line=item] .label')).getBoundingClientRect();
    const value = (await shown(stage, '[data-line=item] .value')).getBoundingClientRect();
    document.documentElement.dir = '';
    expect(label.left).to.be.above(value.left);
    expect(getComputedStyle(await shown(stage, '[data-line=item] bdi')).direction).to.equal('ltr');
    // "2 boxes = 24 pieces" the other way round would be another count.
    expect(getComputedStyle(await shown(stage, '#echo')).direction).to.equal('ltr');
  });
});

inBothWays('The rows', () => {
  const many = Array.from({ length: 5000 }, (_, index) => row({ id: String(index), rowNumber: index + 1 }));

  it('of a list of 5,000 stay few in the document, and the last one can be scrolled to (rule 9)', async () => {
    const gateway = new FakeGateway();
    gateway.allRows = many;
    const stage = await mount(gateway, { listId: '1', mode: 'view' });
    await shown(stage, '.row');
    const scroll = await shown(stage, '.scroll');
    expect(scroll.querySelectorAll('.row').length).to.be.below(60);
    scroll.scrollTop = scroll.scrollHeight;
    await waitUntil(() =>
      [...scroll.querySelectorAll('.row')].some(each => each.getAttribute('aria-rowindex') === '5001'),
    );
    expect(scroll.querySelectorAll('.row').length).to.be.below(60);
  });
});

describe('The elements', () => {
  const definitions = (): TemplateResult => html`<wms-inventar-v2 keyboard-wedge="off"></wms-inventar-v2>`;

  it('can stand on the page a second time under a suffix, their own inside', async () => {
    defineInventar({ suffix: '-v2' });
    const gateway = new FakeGateway();
    const element = await fixture<HTMLElement>(definitions());
    Object.assign(element, { gateway });
    const stage = { element, gateway, scans: new Subject<string>() };
    expect((await shown(stage, '.search')).getRootNode()).to.have.nested.property(
      'host.localName',
      'wms-inventar-search-v2',
    );
  });

  it('are registered once, and never under a tag that is none', () => {
    expect(() => defineInventar()).not.to.throw();
    expect(() => defineInventar({ suffix: ' x' })).to.throw(RangeError);
  });

  inBothWays('while they count', () => {
    it('keep the session when the page moves them, and dispose of it when they are removed', async () => {
      const stage = await counting();
      const elsewhere = document.createElement('section');
      document.body.append(elsewhere);
      elsewhere.append(stage.element);
      expect(stage.scans.observed).to.equal(true);
      elsewhere.remove();
      await waitUntil(() => !stage.scans.observed);
    });
  });
});
