import { expect } from '@open-wc/testing';
import { Subject } from 'rxjs';
import type { CountedSerial } from '../../../src/domain/counted-serial.ts';
import { fromObservable } from '../../../src/scanner/from-observable.ts';
import { RefusedError, UnreachableError } from '../../../src/services/errors.ts';
import type { Matches } from '../../../src/services/inventory-gateway.ts';
import { type CountSession, createCountSession } from '../../../src/session/count-session.ts';
import type { InventoryList } from '../../../src/domain/inventory.ts';
import { CountingGateway } from '../../support/counting-gateway.ts';
import { FakeDevice } from '../../support/fake-device.ts';
import { identity, list, location, match } from '../../support/fixtures.ts';
import { countingWhere, stateWhere } from '../../support/session-states.ts';
import { waitUntil } from '../../support/wait-until.ts';

class SerialGateway extends CountingGateway {
  counted: CountedSerial[] = [];
  readonly asked: string[] = [];
  serials(_: string, serial: string): Promise<Matches<CountedSerial>> {
    this.asked.push(serial);
    return this.answer('serials', () => ({ matches: this.counted, more: false }));
  }
}

const THERE: CountedSerial = {
  itemClass: 'MOB',
  itemCode: 'ART-118',
  listId: '2',
  inventory: '12',
  row: 2,
  warehouse: '01',
  location: 'A-06-01',
  countedAt: null,
};

for (const storage of ['device', 'off'] as const) {
  describe(`A serial number that is confirmed, counts being kept: ${storage}`, () => {
    let gateway: SerialGateway;
    let session: CountSession;
    let scans: Subject<string>;
    let keys = 0;

    const counting = (isWanted: Parameters<typeof countingWhere>[1]) => countingWhere(session, isWanted);
    const confirm = async (serial: string, place: string, quantity = '1') => {
      scans.next(place);
      await counting(({ form }) => form.location?.code === place);
      scans.next('Item-MOB-ART-118');
      await counting(({ form }) => form.item !== null);
      session.dispatch({ type: 'field-typed', field: 'serial', text: serial });
      session.dispatch({ type: 'field-entered', field: 'serial' });
      session.dispatch({ type: 'field-typed', field: 'quantity', text: quantity });
      await counting(({ form }) => form.existing === null);
      session.dispatch({ type: 'confirm' });
      return counting(({ stage }) => stage.kind !== 'recording');
    };

    beforeEach(async () => {
      gateway = new SerialGateway();
      gateway.foundLists = [list()];
      gateway.foundItems = [match({ serialManaged: true })];
      gateway.foundLocations = [location(), location('B-01-01')];
      gateway.settings = {
        ...gateway.settings,
        capabilities: { idempotencyKeys: true, versions: true, serials: true },
      };
      scans = new Subject();
      session = createCountSession({
        gateway,
        sources: [fromObservable(scans)],
        feedback: { signal: () => undefined, dispose: () => undefined },
        mintKey: () => `key-${++keys}`,
        device: new FakeDevice(gateway, storage),
      });
      session.dispatch({ type: 'open-list', listId: '1', mode: 'count' });
      await counting(() => true);
    });
    afterEach(() => session.dispose());

    it('is asked about where the host has it elsewhere; nothing is recorded until somebody says so', async () => {
      gateway.counted = [THERE, { ...THERE, itemCode: 'OTHER', location: 'C-01' }];
      const { stage, notice } = await confirm('SN901', 'A-01-02');
      expect(stage.kind).to.equal('elsewhere');
      expect(notice).to.deep.include({ code: 'serial-elsewhere', serial: 'SN901', places: [THERE] });
      expect(gateway.recorded).to.have.length(0);
      session.dispatch({ type: 'go-on' });
      await counting(({ lastCounted }) => lastCounted !== null);
      await waitUntil(() => gateway.recorded.length === 1);
      expect(gateway.recorded[0]?.acknowledged).to.deep.equal(['serial-elsewhere']);
    });

    it('is not asked about where it is nowhere else, and the request is as ever', async () => {
      gateway.counted = [{ ...THERE, listId: '1', location: 'A-01-02' }];
      await confirm('SN902', 'A-01-02');
      await counting(({ lastCounted }) => lastCounted !== null);
      await waitUntil(() => gateway.recorded.length === 1);
      expect(gateway.recorded[0]).not.to.have.property('acknowledged');
      expect(gateway.asked).to.deep.equal(['SN902']);
    });

    it('is not asked about where it is said to be not there', async () => {
      gateway.counted = [THERE];
      const { stage } = await confirm('SN903', 'A-01-02', '0');
      expect(stage.kind).to.equal('idle');
      expect(gateway.asked).to.deep.equal([]);
    });

    it('is counted where nobody can say where else it is', async () => {
      gateway.failures.set('serials', new UnreachableError('down'));
      expect((await confirm('SN904', 'A-01-02')).lastCounted?.serial).to.equal('SN904');
    });

    it('is asked about by a host without the service too, as far as its rows are shown', async () => {
      gateway.put(identity({ serial: 'SN905', location: 'C-01-01' }), '1');
      gateway.settings = { ...gateway.settings, capabilities: { idempotencyKeys: true, versions: true } };
      session.dispose();
      scans = new Subject();
      session = createCountSession({
        gateway,
        sources: [fromObservable(scans)],
        feedback: { signal: () => undefined, dispose: () => undefined },
        mintKey: () => `key-${++keys}`,
        device: new FakeDevice(gateway, storage),
      });
      session.dispatch({ type: 'open-list', listId: '1', mode: 'count' });
      await counting(() => true);
      await stateWhere(session, ({ opened }) => (opened?.rows.atHost.length ?? 0) > 0);
      expect((await confirm('SN905', 'A-01-02')).stage.kind).to.equal('elsewhere');
      session.dispatch({ type: 'go-on' });
      await counting(({ lastCounted }) => lastCounted !== null);
      await waitUntil(() => gateway.recorded.length === 1);
      expect(gateway.recorded[0]).not.to.have.property('acknowledged');
    });

    if (storage === 'device') {
      it('is asked about where this device has counted it, and the host not yet', async () => {
        gateway.gates.set('recordCount', new Promise(() => undefined));
        await confirm('SN906', 'A-01-02');
        await counting(({ lastCounted, form }) => lastCounted !== null && form.item === null);
        const { notice } = await confirm('SN906', 'B-01-01');
        expect(notice?.code).to.equal('serial-elsewhere');
      });

      /** The page names the lists, so that nobody searched for them. */
      const openOther = async (change: Partial<InventoryList> = {}) => {
        gateway.foundLists = [list(), list({ id: '2', row: 2, ...change })];
        gateway.gates.set('recordCount', new Promise(() => undefined));
        await confirm('SN908', 'A-01-02');
        await counting(({ lastCounted, form }) => lastCounted !== null && form.item === null);
        session.dispatch({ type: 'open-list', listId: '2', mode: 'count' });
        await stateWhere(session, ({ opened }) => opened?.listId === '2' && opened.status === 'open');
      };

      it('is asked about where this device has counted it in another list of the inventory', async () => {
        await openOther();
        const { notice } = await confirm('SN908', 'A-01-02');
        expect(notice).to.deep.include({ code: 'serial-elsewhere', serial: 'SN908' });
        expect(notice).to.have.nested.property('places[0]').that.includes({ listId: '1', row: 1, location: 'A-01-02' });
      });

      it('is another one in a list of another inventory', async () => {
        await openOther({ inventory: { ...list().inventory, id: '99', number: '99' } });
        expect((await confirm('SN908', 'A-01-02')).stage.kind).not.to.equal('elsewhere');
      });

      it('is left to the host where nobody can say which inventory that list is of', async () => {
        await openOther();
        gateway.failures.set('list', new UnreachableError('down'));
        expect((await confirm('SN908', 'A-01-02')).stage.kind).not.to.equal('elsewhere');
      });
    } else {
      it('is asked about where the host alone knew', async () => {
        gateway.failures.set('recordCount', new RefusedError('serial-elsewhere'));
        expect((await confirm('SN907', 'A-01-02')).stage.kind).to.equal('elsewhere');
        gateway.failures.clear();
        session.dispatch({ type: 'go-on' });
        await counting(({ lastCounted }) => lastCounted !== null);
        expect(gateway.recorded.at(-1)?.acknowledged).to.deep.equal(['serial-elsewhere']);
      });
    }
  });
}
