import { expect } from '@open-wc/testing';
import { type Observer, BehaviorSubject, Subject, type Unsubscribable } from 'rxjs';
import { fromDomEvent } from '../../src/scanner/from-dom-event.ts';
import { fromObservable } from '../../src/scanner/from-observable.ts';
import { mergeSources } from '../../src/scanner/merge-sources.ts';
import type { Scan, ScanReject, ScanSource, SourceState } from '../../src/scanner/scan.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

function sourceOf(id: string) {
  const scans$ = new Subject<Scan>();
  const rejects$ = new Subject<ScanReject>();
  const state$ = new BehaviorSubject<SourceState>('disconnected');
  const calls: string[] = [];
  const source: ScanSource = {
    id,
    scans$,
    rejects$,
    state$,
    connect: () => calls.push('connect'),
    disconnect: () => calls.push('disconnect'),
  };
  let count = 0;
  const scan = (text: string, at: number) =>
    scans$.next({ id: `${id}-${++count}`, text, sourceId: id, at, end: 'device' });
  return { source, scan, rejects$, state$, calls };
}

describe('Sources merged', () => {
  const merged = (...sources: ReturnType<typeof sourceOf>[]) => {
    const one = mergeSources(...sources.map(({ source }) => source));
    const given: string[] = [];
    one.scans$.subscribe(({ text, sourceId }) => given.push(`${text} ${sourceId}`));
    return { one, given };
  };

  it('give a code once that two of them tell of within 300 ms, as the first has it', () => {
    const [bridge, keyboard] = [sourceOf('bridge'), sourceOf('keyboard')];
    const { given } = merged(bridge, keyboard);
    bridge.scan('A', 1000);
    keyboard.scan('A', 1300);
    keyboard.scan('B', 2000);
    bridge.scan('B', 1900);
    expect(given).to.deep.equal(['A bridge', 'B keyboard']);
  });

  it('give it twice when it comes later than that', () => {
    const [bridge, keyboard] = [sourceOf('bridge'), sourceOf('keyboard')];
    const { given } = merged(bridge, keyboard);
    bridge.scan('A', 1000);
    keyboard.scan('A', 1301);
    expect(given).to.have.lengthOf(2);
  });

  it('never take a code for a repetition within one source, however fast it comes again', () => {
    const [bridge, keyboard] = [sourceOf('bridge'), sourceOf('keyboard')];
    const { given } = merged(bridge, keyboard);
    for (let n = 0; n < 10; n++) bridge.scan('A', 1000 + n);
    expect(given).to.have.lengthOf(10);
    for (let n = 0; n < 10; n++) keyboard.scan('A', 1020 + n);
    expect(given).to.have.lengthOf(10, 'each of the ten was told of twice');
    keyboard.scan('A', 1040);
    expect(given).to.have.lengthOf(11, 'the eleventh is the keyboard’s own');
  });

  it('tell one scan of three sources once', () => {
    const sources = [sourceOf('a'), sourceOf('b'), sourceOf('c')] as const;
    const { given } = merged(...sources);
    for (const { scan } of sources) scan('A', 1000);
    expect(given).to.deep.equal(['A a']);
  });

  it('are as ready as the readiest of them, pass rejects on and connect together', () => {
    const [bridge, keyboard] = [sourceOf('bridge'), sourceOf('keyboard')];
    const { one } = merged(bridge, keyboard);
    const states: SourceState[] = [];
    const rejects: string[] = [];
    one.state$.subscribe(state => states.push(state));
    one.rejects$.subscribe(({ text }) => rejects.push(text));
    keyboard.state$.next('unverified');
    bridge.state$.next('error');
    keyboard.state$.next('ready');
    keyboard.rejects$.next({ text: 'x', reason: 'empty', sourceId: 'keyboard', at: 0 });
    one.connect();
    one.disconnect();
    expect(states).to.deep.equal(['disconnected', 'unverified', 'ready']);
    expect(rejects).to.deep.equal(['x']);
    expect(bridge.calls).to.deep.equal(['connect', 'disconnect']);
  });
});

describe('A host’s own scans', () => {
  const listen = (source: ScanSource) => {
    const scans: Scan[] = [];
    const rejects: ScanReject[] = [];
    source.scans$.subscribe(scan => scans.push(scan));
    source.rejects$.subscribe(reject => rejects.push(reject));
    source.connect();
    return { scans, rejects };
  };

  it('may come from another copy of RxJS', () => {
    let observer: Partial<Observer<string>> = {};
    let unsubscribed = 0;
    const subscription: Unsubscribable = { unsubscribe: () => unsubscribed++ };
    // What an observable of another copy has in common with ours: this one method.
    const foreign = {
      subscribe: (given: Partial<Observer<string>>) => ((observer = given), subscription),
      ['@@observable']: () => foreign,
      [Symbol.for('observable')]: () => foreign,
    };
    const source = fromObservable(foreign as unknown as Subject<string>, { clock: new VirtualClock(7) });
    const { scans } = listen(source);
    observer.next?.('L1-A');
    expect(scans.map(({ text, at, end }) => [text, at, end])).to.deep.equal([['L1-A', 7, 'device']]);
    source.disconnect();
    expect(unsubscribed).to.equal(1);
  });

  it('are rejected where they have no text, and the stream goes on', () => {
    const stream = new Subject<string>();
    const { scans, rejects } = listen(fromObservable(stream));
    for (const given of [42, null, {}, { text: 5 }]) stream.next(given as unknown as string);
    stream.next('L1-A');
    expect(rejects.map(({ reason }) => reason)).to.deep.equal(Array(4).fill('malformed'));
    expect(scans).to.have.lengthOf(1);
  });

  it('may come as DOM events, until disconnected', () => {
    const target = new EventTarget();
    const source = fromDomEvent(target, 'barcode-read');
    const { scans, rejects } = listen(source);
    target.dispatchEvent(new CustomEvent('barcode-read', { detail: 'L1-A' }));
    target.dispatchEvent(new CustomEvent('barcode-read', { detail: { text: 'QC', aim: ']C1' } }));
    target.dispatchEvent(new CustomEvent('barcode-read', { detail: { code: 'QC' } }));
    target.dispatchEvent(new Event('barcode-read'));
    source.disconnect();
    target.dispatchEvent(new CustomEvent('barcode-read', { detail: 'L1-B' }));
    expect(scans.map(({ text, aim }) => [text, aim])).to.deep.equal([
      ['L1-A', undefined],
      ['QC', ']C1'],
    ]);
    expect(rejects).to.have.lengthOf(2);
  });

  it('are found in a host’s events by its own function, which may leave some out', () => {
    const target = new EventTarget();
    const codeOf = (event: Event) => (event instanceof MessageEvent ? String(event.data) : null);
    const { scans, rejects } = listen(fromDomEvent(target, 'message', codeOf));
    target.dispatchEvent(new MessageEvent('message', { data: 'L1-A' }));
    target.dispatchEvent(new Event('message'));
    expect([scans.length, rejects.length]).to.deep.equal([1, 0]);
  });
});
