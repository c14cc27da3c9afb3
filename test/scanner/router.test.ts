import { aTimeout, expect } from '@open-wc/testing';
import { NEVER, Observable, Subject, firstValueFrom, of } from 'rxjs';
import { type HostScan, fromObservable } from '../../src/scanner/from-observable.ts';
import { type RouterProblem, createScanRouter } from '../../src/scanner/router.ts';
import type { Scan, ScanSource } from '../../src/scanner/scan.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { waitUntil } from '../support/wait-until.ts';

function source(): ScanSource & { emit: (text: string) => void } {
  const scans$ = new Subject<Scan>();
  let count = 0;
  return {
    id: 'test',
    scans$,
    rejects$: NEVER,
    state$: of('ready' as const),
    connect: () => undefined,
    disconnect: () => undefined,
    emit: text => scans$.next({ id: `test-${++count}`, text, sourceId: 'test', at: 0, end: 'device' }),
  };
}

describe('The scan router', () => {
  const problems: string[] = [];
  const setUp = () => {
    const router = createScanRouter({
      onProblem: (problem: RouterProblem, scan) => problems.push(`${problem.kind} ${scan.text}`),
    });
    const scanner = source();
    router.add(scanner);
    return { router, scanner };
  };
  beforeEach(() => problems.splice(0));

  it('gives each scan to the top claim at the moment it ends', () => {
    const { router, scanner } = setUp();
    const form: string[] = [];
    const dialog: string[] = [];
    router.claim(({ text }) => void form.push(text));
    scanner.emit('one');
    const claim = router.claim(({ text }) => void dialog.push(text));
    expect(claim.isTop()).to.equal(true);
    scanner.emit('two');
    claim.release();
    scanner.emit('three');
    expect(form).to.deep.equal(['one', 'three']);
    expect(dialog).to.deep.equal(['two']);
  });

  it('keeps the order in each queue, and lets a dialog’s scans through while the form is busy', async () => {
    const { router, scanner } = setUp();
    const order: string[] = [];
    let finish = () => {};
    router.claim(async ({ text }) => {
      order.push(`form ${text}`);
      if (text === 'one') await new Promise<void>(resolve => (finish = resolve));
    });
    scanner.emit('one');
    scanner.emit('two');
    router.claim(({ text }) => void order.push(`dialog ${text}`));
    scanner.emit('three');
    expect(order).to.deep.equal(['form one', 'dialog three']);
    finish();
    await aTimeout(0);
    expect(order).to.deep.equal(['form one', 'dialog three', 'form two']);
  });

  it('ends no stream with an error of a receiver, and tells it', async () => {
    const { router, scanner } = setUp();
    const seen: string[] = [];
    router.claim(({ text }) => {
      seen.push(text);
      if (text === 'bad') throw new Error('receiver failed');
    });
    scanner.emit('bad');
    scanner.emit('good');
    await aTimeout(0);
    expect(seen).to.deep.equal(['bad', 'good']);
    expect(problems).to.deep.equal(['failed bad']);
  });

  it('tells a scan that nobody takes; it is not kept for somebody else', () => {
    const { router, scanner } = setUp();
    scanner.emit('lost');
    expect(problems).to.deep.equal(['unclaimed lost']);
    const seen: string[] = [];
    router.claim(({ text }) => void seen.push(text));
    expect(seen).to.be.empty;
  });

  describe('with a claim that takes only some scans', () => {
    const withDialog = (others?: 'redirect' | 'buffer' | 'reject') => {
      const { router, scanner } = setUp();
      const order: string[] = [];
      const form = router.claim(({ text }) => void order.push(`form ${text}`));
      const dialog = router.claim(({ text }) => void order.push(`dialog ${text}`), {
        takes: ({ text }) => text.startsWith('$$'),
        ...(others !== undefined && { others }),
      });
      for (const text of ['one', '$$ADD', 'two']) scanner.emit(text);
      return { router, scanner, order, form, dialog };
    };

    it('gives the others to the claim below', () => {
      const { order } = withDialog();
      expect(order).to.deep.equal(['form one', 'dialog $$ADD', 'form two']);
      expect(problems).to.be.empty;
    });

    it('or keeps them for it until this one is released, in order, and shows how many', async () => {
      const { order, form, dialog, router } = withDialog('buffer');
      expect(order).to.deep.equal(['dialog $$ADD']);
      expect(await firstValueFrom(form.waiting$)).to.equal(2);
      expect(await firstValueFrom(dialog.waiting$)).to.equal(0);
      expect(await firstValueFrom(router.waiting$)).to.equal(2);
      dialog.release();
      expect(order).to.deep.equal(['dialog $$ADD', 'form one', 'form two']);
      expect(await firstValueFrom(router.waiting$)).to.equal(0);
    });

    it('or has them rejected, each told, and goes on', () => {
      const { order, scanner } = withDialog('reject');
      scanner.emit('$$CANCEL');
      expect(order).to.deep.equal(['dialog $$ADD', 'dialog $$CANCEL']);
      expect(problems).to.deep.equal(['refused one', 'refused two']);
    });

    it('keeps them through all that buffer, and for a receiver that was released meanwhile', () => {
      const { order, form, dialog, router, scanner } = withDialog('buffer');
      const second = router.claim(() => undefined, { takes: () => false, others: 'buffer' });
      scanner.emit('three');
      form.release();
      dialog.release();
      expect(order).to.deep.equal(['dialog $$ADD', 'form one', 'form two']);
      second.release();
      expect(order.at(-1)).to.equal('form three');
    });

    it('tells a scan that none of them takes', () => {
      const { form, scanner } = withDialog('buffer');
      form.release();
      scanner.emit('three');
      expect(problems).to.deep.equal(['unclaimed three']);
    });
  });

  it('gives each of a burst one receiver, in order, while claims come and go within it', () => {
    const { router, scanner } = setUp();
    const seen: string[] = [];
    router.claim(({ text }) => void seen.push(text));
    let claim: ReturnType<typeof router.claim> | null = null;
    for (let n = 0; n < 200; n++) {
      if (n % 20 === 10) claim = router.claim(({ text }) => void seen.push(text), { others: 'buffer' });
      if (n % 20 === 19) claim?.release();
      scanner.emit(String(n));
    }
    expect(seen).to.deep.equal(Array.from({ length: 200 }, (_, n) => String(n)));
  });

  it('drops and de-duplicates nothing: the same code a thousand times is a thousand scans', async () => {
    const { router, scanner } = setUp();
    let seen = 0;
    router.claim(async () => {
      seen++;
    });
    for (let n = 0; n < 1000; n++) scanner.emit('same');
    await waitUntil(() => seen === 1000);
    await aTimeout(0);
    expect(seen).to.equal(1000);
  });
});

describe('A host’s own stream', () => {
  const collect = (stream: Parameters<typeof fromObservable>[0]) => {
    const scans: Scan[] = [];
    const states: string[] = [];
    const scanner = fromObservable(stream, { id: 'host', clock: new VirtualClock(42) });
    scanner.scans$.subscribe(scan => scans.push(scan));
    scanner.state$.subscribe(state => states.push(state));
    scanner.connect();
    return { scans, states, scanner };
  };

  it('carries texts, or objects with what else is known', () => {
    const { scans } = collect(of<HostScan[]>('L1', { text: '0104', aim: ']C1' }));
    expect(scans).to.deep.equal([
      { id: 'host-1', sourceId: 'host', text: 'L1', at: 42, end: 'device' },
      { id: 'host-2', sourceId: 'host', text: '0104', aim: ']C1', at: 42, end: 'device' },
    ]);
  });

  it('that errors is a state, not an error', () => {
    const { states } = collect(new Observable<string>(subscriber => subscriber.error(new Error('unplugged'))));
    expect(states).to.deep.equal(['disconnected', 'ready', 'error']);
  });

  it('may come from another copy of RxJS: anything that is observable will do', () => {
    const foreign = {
      ['@@observable']() {
        return {
          subscribe(observer: { next: (text: string) => void }) {
            observer.next('foreign');
            return { unsubscribe: () => undefined };
          },
        };
      },
    };
    const { scans } = collect(foreign as unknown as Parameters<typeof fromObservable>[0]);
    expect(scans.map(scan => scan.text)).to.deep.equal(['foreign']);
  });

  it('is left when disconnected', () => {
    const stream = new Subject<string>();
    const { scans, scanner } = collect(stream);
    scanner.disconnect();
    stream.next('late');
    expect(scans).to.be.empty;
    expect(stream.observed).to.equal(false);
  });
});
