import { expect } from '@open-wc/testing';
import { Subject } from 'rxjs';
import { Ledger } from '../../src/outbox/ledger.ts';
import type { TabMessage } from '../../src/outbox/ports.ts';
import { MemoryDisk, createBreakableStore } from '../support/breakable-store.ts';
import { StorageWatch } from '../../src/outbox/storage-watch.ts';
import { SharedTabs } from '../../src/outbox/tabs.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { waitUntil } from '../support/wait-until.ts';

describe('A tab, on plain http,', () => {
  /** Beside another tab that lives, sends, and has left this lease. */
  function beside(lease: object) {
    const disk = new MemoryDisk();
    disk.meta.set('lease', lease);
    const clock = new VirtualClock();
    const messages$ = new Subject<TabMessage>();
    const posted: TabMessage[] = [];
    const said: boolean[] = [];
    let epoch: number | null = null;
    let synced = 0;
    const tabs = new SharedTabs({
      channel: {
        messages$,
        post: message => {
          posted.push(message);
          if (message.type === 'alive?') messages$.next({ type: 'alive', owner: message.owner });
        },
        close: () => undefined,
      },
      lock: null,
      timers: clock,
      storage: new StorageWatch(clock, () => undefined),
      ledger: new Ledger({
        store: createBreakableStore({ disk, storage: 'device' }),
        partition: 'p',
        makeRoom: () => Promise.resolve(),
        tellTabs: () => undefined,
        moveIn: () => Promise.resolve(),
      }),
      tab: 'this',
      onEpoch: now => (epoch = now),
      onOldTab: isOpen => said.push(isOpen),
      sync: () => synced++,
    });
    const asked = () => waitUntil(() => posted.length > 0, 'the other is asked');
    return { disk, clock, messages$, said, tabs, asked, epoch: () => epoch, synced: () => synced };
  }

  it('takes the lease over from one that names no version, although it lives', async () => {
    const { disk, clock, asked, epoch, tabs } = beside({ owner: 'old', epoch: 4 });
    await asked();
    clock.advanceTo(3_000);
    await waitUntil(() => epoch() === 5);
    expect(disk.meta.get('lease')).to.deep.equal({ owner: 'this', epoch: 5, version: 2 });
    await tabs.dispose();
  });

  it('looks for what nobody told of when another tab asks whether it lives, and now and then', async () => {
    const { clock, messages$, epoch, synced, tabs } = beside({ owner: null, epoch: 4, version: 2 });
    await waitUntil(() => epoch() === 5);
    expect(synced()).to.equal(0);
    messages$.next({ type: 'alive?', owner: 'another', version: 2 });
    expect(synced()).to.equal(0);
    messages$.next({ type: 'alive?', owner: 'this', version: 2 });
    expect(synced()).to.equal(1);
    clock.advanceTo(15_000);
    clock.advanceTo(30_000);
    expect(synced()).to.equal(3);
    await tabs.dispose();
    clock.advanceTo(60_000);
    expect(synced()).to.equal(3);
  });

  it('finds, awake again, that another has sent meanwhile, though it has nothing to send itself', async () => {
    const { disk, clock, epoch, tabs } = beside({ owner: null, epoch: 4, version: 2 });
    await waitUntil(() => epoch() === 5);
    disk.meta.set('lease', { owner: null, epoch: 6, version: 2 });
    tabs.check();
    await waitUntil(() => epoch() === 7, 'it takes the lease again, which the other has given back');
    expect(clock.waiting).to.not.be.empty;
    await tabs.dispose();
  });

  it('leaves it to one of its own version that lives', async () => {
    const { disk, clock, asked, epoch, tabs } = beside({ owner: 'other', epoch: 4, version: 2 });
    await asked();
    clock.advanceTo(3_000);
    await waitUntil(() => clock.waiting.includes(15_000), 'it looks again later');
    await tabs.dispose();
    expect([epoch(), disk.meta.get('lease')]).to.deep.equal([null, { owner: 'other', epoch: 4, version: 2 }]);
  });

  it('says that an old one is open for as long as that looks whether the sender lives', async () => {
    const { clock, messages$, said, tabs } = beside({ owner: 'other', epoch: 4, version: 2 });
    messages$.next({ type: 'alive?', owner: 'other', version: 2 });
    expect(said).to.deep.equal([]);
    messages$.next({ type: 'alive?', owner: 'other' });
    expect(said).to.deep.equal([true]);
    clock.advanceTo(100_000);
    messages$.next({ type: 'alive?', owner: 'other' });
    clock.advanceTo(200_000);
    expect(said).to.deep.equal([true, true]);
    clock.advanceTo(250_000);
    expect(said).to.deep.equal([true, true, false]);
    await tabs.dispose();
  });
});
