import { expect } from '@open-wc/testing';
import { Subject } from 'rxjs';
import type { CountForm } from '../../../src/domain/counting/state.ts';
import { fromObservable } from '../../../src/scanner/from-observable.ts';
import { UnreachableError } from '../../../src/services/errors.ts';
import { type CountSession, createCountSession } from '../../../src/session/count-session.ts';
import { inBothWays } from '../../support/both-ways.ts';
import { FakeDevice } from '../../support/fake-device.ts';
import { FakeGateway } from '../../support/fake-gateway.ts';
import { lot, match } from '../../support/fixtures.ts';
import { countingWhere } from '../../support/session-states.ts';

inBothWays('A bare label, read while the form asks', way => {
  let gateway: FakeGateway;
  let scans: Subject<string>;
  let session: CountSession;

  const settled = (isWanted: (form: CountForm) => boolean = () => true) =>
    countingWhere(session, ({ stage, waiting, form, notice }) =>
      stage.kind === 'resolving' || waiting.length > 0 ? false : isWanted(form) || notice !== null,
    );
  /** With its item in the form. */
  const asking = async (item: Parameters<typeof match>[0]) => {
    gateway.foundItems = [match(item), match({ code: '4711' })];
    session = createCountSession({
      gateway,
      device: new FakeDevice(gateway, way),
      sources: [fromObservable(scans)],
      feedback: { signal: () => undefined, dispose: () => undefined },
      mintKey: () => 'key',
    });
    session.dispatch({ type: 'open-list', listId: '1', mode: 'count' });
    await countingWhere(session, () => true);
    scans.next('A-01-02');
    scans.next('Item-MOB-ART-118');
    await settled(({ item }) => item !== null);
  };

  beforeEach(() => {
    gateway = new FakeGateway();
    gateway.foundLots = [lot('26398'), lot('10D9T'), lot('900-A/1'), lot('L-7', { itemCode: 'ART-204' })];
    scans = new Subject();
  });
  afterEach(() => session.dispose());

  for (const code of ['26398', '10D9T', '900-A/1']) {
    it(`for a lot, is the lot that the item has: ${code}`, async () => {
      await asking({ lotManaged: true });
      scans.next(code);
      const { form, notice, focus } = await settled(({ lot }) => lot !== null);
      expect([form.lot?.code, form.lot?.known?.code, notice, focus.field]).to.deep.equal([
        code,
        code,
        null,
        'quantity',
      ]);
    });
  }

  for (const [what, code] of [
    ['another item’s', 'L-7'],
    ['in another case', '10d9t'],
    ['a part of one', '2639'],
    ['nobody’s', '26399'],
  ] as const) {
    it(`for a lot, is none where it is ${what}`, async () => {
      await asking({ lotManaged: true });
      scans.next(code);
      const { form, notice } = await settled(({ lot }) => lot !== null);
      expect([form.lot, form.lotText, notice?.code]).to.deep.equal([null, '', 'unknown-code']);
    });
  }

  it('for a lot, is the other item’s that it names, where the item has no such lot', async () => {
    await asking({ lotManaged: true });
    scans.next('4711');
    const { form } = await settled(({ item }) => item?.item.code === '4711');
    expect(form.lot).to.equal(null);
  });

  it('for no lot, is not looked for among lots', async () => {
    await asking({});
    scans.next('26398');
    expect((await settled(({ lot }) => lot !== null)).notice?.code).to.equal('unknown-code');
  });

  for (const code of ['SN-900', '90017270430', 'x_1%']) {
    it(`for a serial number, is that, once: ${code}`, async () => {
      await asking({ serialManaged: true });
      scans.next(code);
      const { form, notice } = await settled(({ serial }) => serial !== '');
      expect([form.serial, form.quantityText, notice]).to.deep.equal([code, '1', null]);
    });
  }

  it('for a serial number, is the location or the item that it names before that', async () => {
    await asking({ serialManaged: true });
    scans.next('B-01-01');
    expect((await settled(({ location }) => location?.code === 'B-01-01')).form.serial).to.equal('');
    scans.next('4711');
    expect((await settled(({ item }) => item?.item.code === '4711')).form.serial).to.equal('');
  });

  it('for a serial number, waits for a person where the host does not answer', async () => {
    await asking({ serialManaged: true });
    gateway.failures.set('items', new UnreachableError('down'));
    scans.next('SN-900');
    const { form, stage } = await countingWhere(
      session,
      counting => counting.stage.kind === 'stuck' || counting.form.parked !== null,
    );
    expect([form.serial, form.parked === null ? stage.kind : 'parked']).to.deep.equal([
      '',
      way === 'device' ? 'parked' : 'stuck',
    ]);
  });
});
