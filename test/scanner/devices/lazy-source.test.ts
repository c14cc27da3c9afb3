import { aTimeout, expect } from '@open-wc/testing';
import { NEVER, BehaviorSubject, Subject } from 'rxjs';
import { deviceChoices } from '../../../src/scanner/devices/device-choices.ts';
import { lazySource } from '../../../src/scanner/devices/lazy-source.ts';
import type { IgnoredMessage, Scan, SourceProblem, SourceState } from '../../../src/scanner/scan.ts';
import { recorder } from './recorder.ts';

const settled = () => aTimeout(0);

function device() {
  const calls: string[] = [];
  const scans$ = new Subject<Scan>();
  const state$ = new BehaviorSubject<SourceState>('disconnected');
  const problem$ = new BehaviorSubject<SourceProblem | null>(null);
  const ignored$ = new BehaviorSubject<readonly IgnoredMessage[]>([]);
  const source = {
    id: 'hid',
    kind: 'hid' as const,
    scans$,
    rejects$: NEVER,
    state$,
    problem$,
    ignored$,
    connect: () => calls.push('connect'),
    disconnect: () => calls.push('disconnect'),
    request: async () => void calls.push('request'),
  };
  return { source, calls, state$, problem$, scans$, ignored$ };
}

describe('A source that is loaded when it is used', () => {
  const set = (problem: SourceProblem | null = null) => {
    const inner = device();
    let loads = 0;
    let failure: Error | null = null;
    const source = lazySource({
      id: 'hid',
      kind: 'hid',
      problem: () => problem,
      load: async () => {
        loads++;
        if (failure !== null) throw failure;
        return inner.source;
      },
    });
    return {
      ...inner,
      source,
      seen: recorder(source),
      loads: () => loads,
      fail: (error: Error | null) => (failure = error),
    };
  };

  it('loads once, and hands on what is asked of it and what it tells', async () => {
    const { source, seen, calls, loads, state$, problem$, scans$ } = set();
    expect(loads()).to.equal(0);
    source.connect();
    expect(seen.state()).to.deep.equal(['connecting', null]);
    await settled();
    await source.request();
    expect([loads(), calls]).to.deep.equal([1, ['connect', 'request']]);
    problem$.next('in-use');
    state$.next('error');
    expect(seen.state()).to.deep.equal(['error', 'in-use']);
    problem$.next(null);
    state$.next('ready');
    scans$.next({ id: 'hid-1', text: 'A-1', sourceId: 'hid', at: 1, end: 'device' });
    expect([seen.state(), seen.texts()]).to.deep.equal([['ready', null], ['A-1']]);
    source.disconnect();
    await settled();
    expect(calls.at(-1)).to.equal('disconnect');
    expect(seen.state()).to.deep.equal(['disconnected', null]);
  });

  it('hands on what the source ignored', async () => {
    const { source, ignored$ } = set();
    const seen: (readonly IgnoredMessage[])[] = [];
    source.ignored$?.subscribe(ignored => seen.push(ignored));
    source.connect();
    await settled();
    const ignored = [{ reason: 'malformed', at: 1 }] as const;
    ignored$.next(ignored);
    expect(seen.at(-1)).to.equal(ignored);
  });

  it('says that it could not be loaded, and tries again when it is asked again', async () => {
    const { source, seen, loads, fail, calls } = set();
    fail(new TypeError('Failed to fetch dynamically imported module'));
    source.connect();
    await settled();
    expect(seen.state()).to.deep.equal(['error', 'not-loaded']);
    fail(null);
    source.connect();
    await settled();
    expect([loads(), calls]).to.deep.equal([2, ['connect']]);
  });

  it('says from the first why it can’t be used here, and loads nothing', async () => {
    const { source, seen, loads } = set('insecure-page');
    expect(seen.state()).to.deep.equal(['unsupported', 'insecure-page']);
    source.connect();
    await source.request();
    expect([seen.state(), loads()]).to.deep.equal([['unsupported', 'insecure-page'], 0]);
  });

  it('connects nothing that is no longer wanted once it is loaded', async () => {
    const { source, calls } = set();
    source.connect();
    source.disconnect();
    await settled();
    expect(calls).to.not.include('connect');
  });
});

describe('The devices to choose from', () => {
  const secure = (navigator: object) => ({ secure: true, navigator });

  it('are told by what the page and its browser can do', () => {
    const [hid, serial, camera, bridge] = deviceChoices;
    expect([hid, serial, camera].map(choice => choice.problem({ secure: false, navigator: {} }))).to.deep.equal(
      Array.from({ length: 3 }, () => 'insecure-page'),
    );
    expect([hid, serial, camera].map(choice => choice.problem(secure({})))).to.deep.equal(
      Array.from({ length: 3 }, () => 'no-interface'),
    );
    expect(bridge.problem()).to.equal(null);
  });

  it('make sources of their kind, each by its own chunk', async () => {
    for (const choice of deviceChoices) {
      const lazy = choice.create();
      const source = await lazy.load();
      expect([source.kind, source.id]).to.deep.equal([choice.kind, lazy.id]);
    }
  });
});
