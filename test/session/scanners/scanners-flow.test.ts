import { expect } from '@open-wc/testing';
import { BehaviorSubject, Subject, firstValueFrom } from 'rxjs';
import { filter } from 'rxjs/operators';
import type { KeyRecord } from '../../../src/scanner/wedge/key-record.ts';
import type { Scan, ScanReject, SourceState } from '../../../src/scanner/scan.ts';
import { type CountSession, createCountSession } from '../../../src/session/count-session.ts';
import { DEFAULT_SETTINGS, type DeviceSettingsStore } from '../../../src/device/settings.ts';
import type { OfferedSource } from '../../../src/session/scanners/scanner-ports.ts';
import type { InventarState } from '../../../src/session/state/session-state.ts';
import { inBothWays } from '../../support/both-ways.ts';
import { FakeDevice } from '../../support/fake-device.ts';
import { FakeGateway } from '../../support/fake-gateway.ts';

/** A source in the hands of the test, which remembers how often it was connected. */
class Source implements OfferedSource {
  readonly scans$ = new Subject<Scan>();
  readonly rejects$ = new Subject<ScanReject>();
  readonly state$ = new BehaviorSubject<SourceState>('disconnected');
  connected = 0;
  readonly id: string;
  private count = 0;

  constructor(id: string) {
    this.id = id;
  }

  connect(): void {
    this.connected++;
    this.state$.next('ready');
  }

  disconnect(): void {
    this.connected--;
    this.state$.next('disconnected');
  }

  emit(text: string, at: number): void {
    this.scans$.next({ id: `${this.id}-${++this.count}`, text, sourceId: this.id, at, end: 'device' });
  }
}

inBothWays('The scanners of a session', way => {
  let keyboard: Source;
  let bridge: Source;
  let camera: Source;
  let session: CountSession;
  let keys: Subject<readonly KeyRecord[]>;
  let tones: string[];

  beforeEach(() => {
    [keyboard, bridge, camera] = [new Source('keyboard'), new Source('bridge'), new Source('camera')];
    keys = new Subject();
    tones = [];
    session = createCountSession({
      gateway: new FakeGateway(),
      device: new FakeDevice(new FakeGateway(), way),
      sources: [keyboard, bridge],
      offered: [camera],
      feedback: { signal: tone => tones.push(tone), dispose: () => undefined },
      recordKeys: () => keys,
      mintKey: () => 'key',
    });
  });
  afterEach(() => session.dispose());

  const now = () => firstValueFrom(session.state$);
  const until = (condition: (state: InventarState) => boolean) =>
    firstValueFrom(session.state$.pipe(filter(condition)));
  const untilWanted = (id: string, wanted: boolean) =>
    until(({ scanners }) => scanners.sources.some(each => each.id === id && each.wanted === wanted));
  const openSetup = async () => {
    session.dispatch({ type: 'open-scanner-setup' });
    await until(({ scanners }) => scanners.setup !== null);
  };
  const openList = async () => {
    session.dispatch({ type: 'open-list', listId: '1', mode: 'count' });
    await until(state => state.opened?.status === 'open');
  };

  it('are connected at once, those that are offered when the operator wants them', async () => {
    expect([keyboard.connected, bridge.connected, camera.connected]).to.deep.equal([1, 1, 0]);
    session.dispatch({ type: 'connect-source', id: 'camera' });
    await untilWanted('camera', true);
    const { sources } = (await now()).scanners;
    expect(sources.map(({ id, state, offered }) => [id, state, offered])).to.deep.equal([
      ['keyboard', 'ready', false],
      ['bridge', 'ready', false],
      ['camera', 'ready', true],
    ]);
    session.dispatch({ type: 'disconnect-source', id: 'camera' });
    await untilWanted('camera', false);
    expect(camera.connected).to.equal(0);
    session.dispose();
    expect([keyboard.connected, bridge.connected]).to.deep.equal([0, 0]);
  });

  it('are connected again by themselves on the device where the operator connected them', async () => {
    const connectedHere = async () => {
      const { sources } = (await now()).scanners;
      return sources.filter(({ wanted }) => wanted).map(({ id }) => id);
    };
    const ports = {
      gateway: new FakeGateway(),
      device: new FakeDevice(new FakeGateway(), way),
      sources: [keyboard, bridge],
      offered: [camera],
      mintKey: () => 'key',
    };
    const feedback = { signal: () => undefined, dispose: () => undefined };
    let kept = DEFAULT_SETTINGS;
    const settings: DeviceSettingsStore = {
      load: () => kept,
      save: given => {
        kept = given;
        return true;
      },
    };
    const reload = () => {
      session.dispose();
      session = createCountSession({ ...ports, feedback, settings });
    };
    reload();
    expect([camera.state$.value, await connectedHere()]).to.deep.equal(['disconnected', ['keyboard', 'bridge']]);
    session.dispatch({ type: 'connect-source', id: 'camera' });
    await untilWanted('camera', true);
    reload();
    expect([camera.state$.value, await connectedHere()]).to.deep.equal(['ready', ['keyboard', 'bridge', 'camera']]);
    session.dispatch({ type: 'disconnect-source', id: 'camera' });
    await untilWanted('camera', false);
    reload();
    expect(await connectedHere()).to.deep.equal(['keyboard', 'bridge']);
  });

  it('that tell of the same scan within 300 ms count it once; the same one again counts again', async () => {
    await openList();
    keyboard.emit('Item-MOB-ART-118', 1000);
    bridge.emit('Item-MOB-ART-118', 1200);
    await until(state => state.opened?.counting?.form.item != null);
    expect((await now()).opened?.counting?.waiting).to.be.empty;
    keyboard.emit('Item-MOB-ART-204', 2000);
    keyboard.emit('Item-MOB-ART-204', 2010);
    expect((await now()).opened?.counting?.waiting).to.have.lengthOf(1);
  });

  it('show what came last, and when nobody took it too', async () => {
    keyboard.emit('A-01-02', 5);
    const { scanners, unusedScan } = await now();
    expect(scanners.last).to.deep.include({ text: 'A-01-02', at: 5 });
    expect(unusedScan).to.equal('A-01-02');
  });

  it('give the setup what came in pieces while it is open, and the form otherwise', async () => {
    const reject: ScanReject = { text: 'Item-MO', reason: 'too-slow', sourceId: 'keyboard', at: 7 };
    await openList();
    await openSetup();
    keyboard.rejects$.next(reject);
    expect((await now()).scanners.setup?.tried).to.deep.equal([reject]);
    expect((await now()).opened?.counting?.notice).to.equal(null);
    session.dispatch({ type: 'close-scanner-setup' });
    keyboard.rejects$.next(reject);
    expect((await now()).opened?.counting?.notice?.code).to.equal('broken-scan');
    expect((await now()).scanners.rejects).to.have.lengthOf(2);
  });

  it('stop listening for the setup barcode when a person presses a key, and when the setup is closed', async () => {
    const key: KeyRecord = {
      type: 'keydown',
      key: 'x',
      code: 'KeyX',
      modifiers: [],
      keyCode: 88,
      timeStamp: 0,
      repeat: false,
      isComposing: false,
    };
    await openSetup();
    session.dispatch({ type: 'start-calibration' });
    expect(keys.observed).to.equal(true);
    keys.next([key, { ...key, type: 'keyup' }]);
    expect(keys.observed).to.equal(false);
    expect((await now()).scanners.setup).to.deep.include({ listening: false, calibration: null });
    session.dispatch({ type: 'start-calibration' });
    session.dispatch({ type: 'close-scanner-setup' });
    expect(keys.observed).to.equal(false);
    session.dispatch({ type: 'start-calibration' });
    expect(keys.observed, 'nothing to show it in').to.equal(false);
  });

  it('have no sound settings where the host brings a voice of its own', async () => {
    expect((await now()).scanners.sound).to.equal(null);
    await openSetup();
    session.dispatch({ type: 'try-tone', tone: 'decide' });
    expect(tones).to.deep.equal(['decide']);
  });
});
