import { html } from 'lit';
import { expect, fixture } from '@open-wc/testing';
import { BehaviorSubject, Subject, filter, firstValueFrom } from 'rxjs';
import { overallOf } from '../../src/components/scanner-status/overall.ts';
import { defineAll } from '../support/define-all.ts';
import type { IgnoredMessage, Scan, ScanReject, SourceProblem, SourceState } from '../../src/scanner/scan.ts';
import { type CountSession, createCountSession } from '../../src/session/count-session.ts';
import { NO_SCANNERS, type SourceStatus } from '../../src/session/state/scanners-state.ts';
import { FakeDevice } from '../support/fake-device.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { waitUntil } from '../support/wait-until.ts';
import { isUsable } from '../support/usable.ts';

defineAll();

const SCAN: Scan = { id: '1', text: '0104\u001d10', sourceId: 'keyboard', at: 100, end: 'suffix' };
const REJECT: ScanReject = { text: 'Item-MO', reason: 'too-slow', sourceId: 'keyboard', at: 200 };

describe('The scanner status', () => {
  const scans$ = new Subject<Scan>();
  const rejects$ = new Subject<ScanReject>();
  let state$: BehaviorSubject<SourceState>;
  let problem$: BehaviorSubject<SourceProblem | null>;
  let ignored$: BehaviorSubject<readonly IgnoredMessage[]>;
  let session: CountSession;

  beforeEach(() => {
    ignored$ = new BehaviorSubject<readonly IgnoredMessage[]>([]);
    state$ = new BehaviorSubject<SourceState>('unverified');
    problem$ = new BehaviorSubject<SourceProblem | null>(null);
    session = createCountSession({
      gateway: new FakeGateway(),
      device: new FakeDevice(new FakeGateway(), 'off'),
      sources: [
        {
          id: 'keyboard',
          kind: 'keyboard',
          scans$,
          rejects$,
          state$,
          problem$,
          ignored$,
          connect: () => undefined,
          disconnect: () => undefined,
        },
      ],
      feedback: { signal: () => undefined, dispose: () => undefined },
      mintKey: () => 'key',
    });
  });
  afterEach(() => session.dispose());

  const mount = async (compact = false, locale = 'en') => {
    const element = await fixture<HTMLElement>(html`
      <wms-inventar-session .session=${session} locale=${locale}>
        <wms-inventar-scanner-status ?compact=${compact}></wms-inventar-scanner-status>
      </wms-inventar-session>
    `);
    const status = element.querySelector('wms-inventar-scanner-status');
    const text = () => (status?.shadowRoot?.textContent ?? '').replace(/[\u2066\u2069]/g, '').replace(/\s+/g, ' ');
    const says = (wanted: string) => waitUntil(() => text().includes(wanted), `${wanted}: ${text()}`);
    await waitUntil(() => text().trim() !== '');
    return { element, says, root: status?.shadowRoot };
  };

  it('says of a keyboard that nobody tried yet, and of one that was', async () => {
    const { says } = await mount();
    await says('Scanner that types ready, not tried yet');
    await says('Nothing was scanned yet');
    state$.next('ready');
    await says('Scanner that types ready');
  });

  it('says what is wrong, and what to do about it', async () => {
    const { says } = await mount();
    problem$.next('in-use');
    state$.next('error');
    await says('not working Another program has it. Close that, then connect again.');
  });

  it('shows the last scan: control characters, pace and identifier', async () => {
    const { says } = await mount();
    scans$.next({ ...SCAN, aim: ']C1', durationMs: 30 });
    await says('Last scan 0104␝10');
    await says('5 ms per character · identifier ]C1');
  });

  it('shows what was not taken, the newest first, with the reason', async () => {
    const { says } = await mount();
    rejects$.next(REJECT);
    rejects$.next({ ...REJECT, text: '', reason: 'empty' });
    await says('Not taken (nothing)');
    await says('It came in pieces, or too slowly. Scan again.');
    expect((await firstValueFrom(session.state$)).scanners.rejects.map(({ text }) => text)).to.deep.equal([
      '',
      'Item-MO',
    ]);
  });

  it('says how many messages were ignored and why, with where the latest came from', async () => {
    const { says, root } = await mount();
    await says('Scanner that types');
    expect(root?.textContent).to.not.include('ignored');
    const foreign = { reason: 'origin', at: 100 } as const;
    ignored$.next([
      { ...foreign, origin: 'https://erp.example.com.evil.com' },
      { reason: 'malformed', at: 50 },
      { ...foreign, origin: 'https://other.example' },
    ]);
    await says('Messages ignored lately');
    await says('2 × from another page than the one set up · https://erp.example.com.evil.com · ');
    await says('1 × no scan as it should be · ');
    expect(root?.textContent).to.not.include('other.example');
  });

  it('keeps only the last few that were not taken, however many there are', async () => {
    for (let n = 0; n < 500; n++) rejects$.next({ ...REJECT, text: String(n) });
    expect((await firstValueFrom(session.state$)).scanners.rejects).to.have.lengthOf(10);
  });

  it('is one button with the state in words where it is compact, and leads to the setup', async () => {
    const { says, root } = await mount(true);
    await says('Scanners and sound: ready, not tried yet');
    scans$.next(SCAN);
    rejects$.next(REJECT);
    await says('Scanners and sound: look here');
    root?.querySelector('button')?.click();
    const { scanners } = await firstValueFrom(session.state$.pipe(filter(state => state.scanners.setup !== null)));
    expect(scanners.setup).to.deep.equal({ listening: false, calibration: null, tried: [] });
  });

  for (const theme of ['light', 'dark']) {
    it(`is accessible, ${theme}`, async () => {
      problem$.next('unplugged');
      state$.next('disconnected');
      for (const compact of [false, true]) {
        const { element } = await mount(compact);
        scans$.next(SCAN);
        rejects$.next(REJECT);
        ignored$.next([{ reason: 'origin', at: 100, origin: 'https://other.example' }]);
        element.setAttribute('theme', theme);
        await isUsable(element);
      }
    });
  }
});

describe('How scanning stands', () => {
  const source = (state: SourceState): SourceStatus => ({
    id: state,
    kind: 'keyboard',
    state,
    problem: null,
    ignored: [],
    offered: false,
    wanted: true,
  });
  const overall = (...states: SourceState[]) => overallOf({ ...NO_SCANNERS, sources: states.map(source) });

  it('is decided by the best of the sources: one that works is enough', () => {
    expect(overall('error', 'ready')).to.equal('ok');
    expect(overall('unverified', 'disconnected')).to.equal('untried');
    expect(overall('connecting', 'unsupported')).to.equal('waiting');
    expect(overall('disconnected', 'unsupported')).to.equal('attention');
    expect(overall()).to.equal('attention');
  });

  it('asks for a look when the last thing that came was not taken', () => {
    const ready = { ...NO_SCANNERS, sources: [source('ready')] };
    expect(overallOf({ ...ready, rejects: [REJECT] })).to.equal('attention');
    expect(overallOf({ ...ready, rejects: [REJECT], last: { ...SCAN, at: 300 } })).to.equal('ok');
  });
});
