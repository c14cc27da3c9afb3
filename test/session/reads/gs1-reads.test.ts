import { expect } from '@open-wc/testing';
import { Subject, firstValueFrom } from 'rxjs';
import { filter } from 'rxjs/operators';
import type { CountingState } from '../../../src/domain/counting/state.ts';
import type { HostScan } from '../../../src/scanner/from-observable.ts';
import { fromObservable } from '../../../src/scanner/from-observable.ts';
import { type CountSession, createCountSession } from '../../../src/session/count-session.ts';
import type { Gs1, Gs1Source } from '../../../src/session/reads/code-meanings.ts';
import { createGs1 } from '../../../src/session/reads/gs1-part.ts';
import { inBothWays } from '../../support/both-ways.ts';
import { FakeDevice } from '../../support/fake-device.ts';
import { FakeGateway } from '../../support/fake-gateway.ts';
import { KILOS, PIECES, alternative, location, lot, match } from '../../support/fixtures.ts';
import { countingWhere, stateWhere } from '../../support/session-states.ts';
import { waitUntil } from '../../support/wait-until.ts';

const GS = '\x1d';

/** A host that knows one item by one barcode. */
class BarcodeGateway extends FakeGateway {
  readonly asked: string[] = [];
  barcode: string;

  constructor(barcode: string) {
    super();
    this.barcode = barcode;
  }

  override items(query: { barcode?: string; code?: string; text?: string }) {
    if (query.barcode === undefined) return super.items(query);
    this.asked.push(query.barcode);
    const matches = query.barcode === this.barcode ? this.foundItems.slice(0, 1) : [];
    return Promise.resolve({ matches, more: false });
  }
}

inBothWays('A GS1 label', way => {
  let gateway: BarcodeGateway;
  let scans: Subject<HostScan>;
  let session: CountSession;
  /** The parser arrives, or fails to, when the test says so. */
  let arrive: (gs1: Gs1) => void;
  let fail: () => void;
  let loads: number;
  let idle: () => void;

  const start = async (change: Partial<Gs1Source> = {}) => {
    session = createCountSession({
      gateway,
      device: new FakeDevice(gateway, way),
      sources: [fromObservable(scans)],
      feedback: { signal: () => undefined, dispose: () => undefined },
      mintKey: () => 'key',
      gs1: {
        load: onMissing => {
          loads++;
          fail = onMissing;
          return new Promise(resolve => (arrive = resolve));
        },
        whenIdle: call => (idle = call),
        ...change,
      },
    });
    session.dispatch({ type: 'open-list', listId: '1', mode: 'count' });
    await stateWhere(session, ({ opened }) => opened?.status === 'open');
  };
  const loaded = () => start({ load: () => Promise.resolve(createGs1({ currentYear: 2026 })) });
  const counting = (isWanted: (counting: CountingState) => boolean) => countingWhere(session, isWanted);
  const settled = () =>
    counting(({ stage, form, notice }) => stage.kind === 'idle' && (form.item !== null || notice !== null));

  beforeEach(() => {
    gateway = new BarcodeGateway('5940000000103');
    gateway.foundItems = [match({ code: 'ALB-10', unit: KILOS, lotManaged: true })];
    gateway.foundLots = [lot('26417', { itemCode: 'ALB-10' })];
    scans = new Subject();
    loads = 0;
  });
  afterEach(() => session.dispose());

  it('fills item, lot and quantity of one read', async () => {
    await loaded();
    scans.next(']C1' + '0105940000000103' + '3103012500' + '1026417');
    const { form, notice, focus } = await settled();
    expect([form.item?.item.code, form.lot?.code, form.quantityText]).to.deep.equal(['ALB-10', '26417', '12.500']);
    expect(notice).to.equal(null);
    expect(focus.field).to.equal('barcode', 'only the location is missing');
  });

  it('is read with the symbology identifier that came beside the text', async () => {
    await loaded();
    scans.next({ text: `01059400000001031026417${GS}3103012500`, aim: ']C1' });
    const { form } = await settled();
    expect([form.item?.item.code, form.lot?.code, form.quantityText]).to.deep.equal(['ALB-10', '26417', '12.500']);
  });

  it('finds an item by its GTIN with or without leading zeros, as read in front', async () => {
    await loaded();
    scans.next('(01)05940000000103');
    expect((await settled()).form.item?.item.code).to.equal('ALB-10');
    expect(gateway.asked).to.deep.equal(['05940000000103', '5940000000103']);
  });

  it('finds an item by a plain GTIN that the host keeps with a zero in front', async () => {
    gateway = new BarcodeGateway('0614141000036');
    await loaded();
    scans.next('614141000036');
    expect((await settled()).form.item).to.not.equal(null);
    expect(gateway.asked.slice(0, 1)).to.deep.equal(['614141000036']);
  });

  it('brings its location too, by the code within the GLN', async () => {
    gateway.foundLocations = [location('A-01-02')];
    await loaded();
    scans.next('(01)05940000000103(414)4012345000009(254)A-01-02');
    const { form } = await settled();
    expect([form.location?.code, form.item?.item.code]).to.deep.equal(['A-01-02', 'ALB-10']);
  });

  it('is taken without a location that is not here, and this is said', async () => {
    await loaded();
    scans.next('(01)05940000000103(410)4012345000009');
    const { form, notice } = await settled();
    expect(form.item?.item.code).to.equal('ALB-10');
    expect(form.location).to.equal(null);
    expect(notice).to.deep.equal({ code: 'location-ignored', text: '4012345000009' });
  });

  it('leaves a quantity in another unit to the operator, and says so; it converts nothing', async () => {
    gateway.foundItems = [match({ code: 'ALB-10', unit: KILOS, lotManaged: true, alternativeUnits: [alternative()] })];
    await loaded();
    scans.next('(01)05940000000103(3103)012500');
    const { form, notice } = await settled();
    expect(form.quantityText).to.equal('');
    expect(notice).to.deep.include({ code: 'other-unit', quantity: '12.500', labelUnit: 'KGM' });
  });

  it('takes of several quantities the one in the unit that is entered', async () => {
    gateway.foundItems = [match({ code: 'ALB-10', unit: PIECES })];
    await loaded();
    scans.next('(02)05940000000103(37)24(3103)012500');
    const { form, notice } = await settled();
    expect(form.quantityText).to.equal('24');
    expect(notice).to.equal(null);
  });

  it('does not take a count of pieces for kilograms', async () => {
    await loaded();
    scans.next('(01)05940000000103(30)24');
    const { form, notice } = await settled();
    expect(form.quantityText).to.equal('');
    expect(notice?.code).to.equal('other-unit');
  });

  it('says where the expiry date on the label is not that of the lot', async () => {
    await loaded();
    scans.next('(01)05940000000103(17)270531(10)26417');
    expect((await settled()).notice).to.deep.equal({
      code: 'expiry-differs',
      lot: '26417',
      onLabel: '2027-05-31',
      inHost: '2027-04-30',
    });
  });

  it('of a loading unit says that it is not counted as such', async () => {
    await loaded();
    scans.next('(00)106141412345678908');
    expect((await settled()).notice?.code).to.equal('loading-unit');
  });

  it('with a quantity alone asks for the item first', async () => {
    await loaded();
    scans.next('(30)24');
    expect((await settled()).notice?.code).to.equal('quantity-without-item');
  });

  it('that is broken is said to be, unless the host has it as it stands', async () => {
    await loaded();
    scans.next(']C10105940000000104');
    expect((await settled()).notice?.code).to.equal('unreadable-code');
    expect(gateway.asked).to.deep.equal(['0105940000000104']);
    gateway.barcode = '0105940000000104';
    scans.next(']C10105940000000104');
    expect((await counting(({ form }) => form.item !== null)).form.item?.item.code).to.equal('ALB-10');
  });

  for (const text of [
    '0123456789012344',
    '0105940000000103',
    '(01)05940000000103',
    'https://id.gs1.org/01/05940000000103',
  ]) {
    it(`is the host's own barcode where it means no item as GS1, and is looked up so last: ${text}`, async () => {
      gateway.barcode = text;
      await loaded();
      scans.next(text);
      expect((await settled()).form.item?.item.code).to.equal('ALB-10');
      expect(gateway.asked.at(-1)).to.equal(text);
      expect(gateway.asked.length).to.be.above(1);
    });
  }

  it('whose item nobody knows is said by its GTIN, and not by the whole text', async () => {
    await loaded();
    scans.next('(01)05940000000110(10)X');
    expect((await settled()).notice).to.deep.equal({ code: 'unknown-item', text: '05940000000110' });
  });

  describe('that lost the separator behind', () => {
    const choices = async (text: string) => {
      scans.next(text);
      const { stage, form } = await counting(each => each.stage.kind === 'choosing' || each.form.item !== null);
      if (stage.kind !== 'choosing') return [form.lotText || form.serial];
      return stage.options.map(option => (option.kind === 'reading' ? (option.parts.lot ?? option.parts.serial) : ''));
    };

    for (const head of ['', ']C1']) {
      it(`its lot asks, the lot that the item has in front: ${head}0105940000000103102641717270430`, async () => {
        await loaded();
        expect(await choices(`${head}0105940000000103102641717270430`)).to.deep.equal(['26417', '2641717270430']);
        session.dispatch({ type: 'option-chosen', index: 0 });
        const { form } = await counting(({ stage }) => stage.kind === 'idle');
        expect([form.lot?.known?.code, form.lot?.expiry]).to.deep.equal(['26417', '2027-04-30']);
      });
    }

    it('its lot asks where both would be new, and about what the label weighs', async () => {
      await loaded();
      expect(await choices('010594000000010310L93103001250')).to.deep.equal(['L9', 'L93103001250']);
      session.dispatch({ type: 'option-chosen', index: 0 });
      const { form } = await counting(({ stage }) => stage.kind === 'idle');
      expect([form.lot?.code, form.lot?.meant, form.quantityText]).to.deep.equal(['L9', true, '1.250']);
    });

    for (const [what, rest] of [
      ['the day of production', '11260430'],
      ['the day it was packed', '13260430'],
      ['best before', '15270430'],
      ['sell by', '16270430'],
      ['a weight', '3103001250'],
      ['a length', '3112001250'],
      ['expiry and production', '1727043011260430'],
      ['expiry and a weight', '172704303103001250'],
    ] as const) {
      it(`its lot asks, where ${what} stands behind: ${rest}`, async () => {
        await loaded();
        const [likeliest] = await choices(`]d2010594000000010310A-17/B${rest}`);
        expect([likeliest, gateway.recorded]).to.deep.equal(['A-17/B', []]);
      });
    }

    it('a serial number asks', async () => {
      gateway.foundItems = [match({ code: 'CTR-1F', serialManaged: true })];
      await loaded();
      expect(await choices('010594000000010321SN90017270430')).to.deep.equal(['SN900', 'SN90017270430']);
    });

    it('nothing that can be told asks nothing: a year at the end of a number is no variant', async () => {
      gateway.foundItems = [match({ code: 'CTR-1F', serialManaged: true })];
      await loaded();
      expect(await choices('010594000000010321SN2024')).to.deep.equal(['SN2024']);
    });

    it('a lot that the item has as it was read asks nothing', async () => {
      gateway.foundLots = [lot('2641717270430', { itemCode: 'ALB-10' })];
      await loaded();
      expect(await choices('0105940000000103102641717270430')).to.deep.equal(['2641717270430']);
    });

    for (const head of ['', ']C1']) {
      it(`a lot that would be too long so asks about what it may have been: ${head}0105940000000103…`, async () => {
        await loaded();
        expect(await choices(`${head}01059400000001031026417172704303103001250`)).to.include('26417');
      });
    }

    it('a lot is an unknown code where no item has it', async () => {
      gateway.barcode = '';
      await loaded();
      scans.next('01059400000001031026417172704303103001250');
      expect((await settled()).notice?.code).to.equal('unknown-code');
    });
  });

  it('waits for the parser, and what comes behind it waits in its turn', async () => {
    await start();
    scans.next('(01)05940000000103(10)26417');
    scans.next('A-01-02');
    session.dispatch({ type: 'field-typed', field: 'quantity', text: '5' });
    session.dispatch({ type: 'confirm' });
    const before = await counting(({ waiting }) => waiting.length === 2);
    expect([before.stage.kind, before.form.item]).to.deep.equal(['resolving', null]);
    expect(loads).to.equal(1, 'it is loaded at once, idle or not');
    arrive(createGs1());
    await counting(({ lastCounted }) => lastCounted !== null);
    await waitUntil(() => gateway.recorded.length === 1, 'it is at the host');
    const { identity, entry } = gateway.recorded[0] ?? {};
    expect([identity?.itemCode, identity?.lot, identity?.location, entry?.quantity]).to.deep.equal([
      'ALB-10',
      '26417',
      'A-01-02',
      '5.000',
    ]);
  });

  it('keeps no read waiting that a tokenizer takes', async () => {
    await start();
    gateway.foundItems = [match()];
    scans.next('Item-MOB-ART-118');
    expect((await settled()).form.item?.item.code).to.equal('ART-118');
    expect(loads).to.equal(0);
  });

  it('is loaded for when the page is idle, once', async () => {
    await start();
    expect((await firstValueFrom(session.state$)).gs1).to.equal('loading');
    idle();
    arrive(createGs1());
    await firstValueFrom(session.state$.pipe(filter(({ gs1 }) => gs1 === 'ready')));
    scans.next('(01)05940000000103');
    await settled();
    expect(loads).to.equal(1);
  });

  it('is looked up as it stands where the parser could not be loaded, and this is said', async () => {
    await start();
    scans.next('5940000000103');
    await counting(({ stage }) => stage.kind === 'resolving');
    fail();
    expect((await settled()).form.item?.item.code).to.equal('ALB-10');
    expect((await firstValueFrom(session.state$)).gs1).to.equal('failed');
    scans.next('(01)05940000000103');
    expect((await counting(({ notice }) => notice !== null)).notice?.code).to.equal('unknown-code');
    arrive(createGs1());
    await stateWhere(session, ({ gs1 }) => gs1 === 'ready');
    scans.next('(01)05940000000103');
    expect((await counting(({ notice }) => notice === null)).form.item?.item.code).to.equal('ALB-10');
  });
});
