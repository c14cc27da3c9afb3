import { aTimeout, expect } from '@open-wc/testing';
import { filter, firstValueFrom } from 'rxjs';
import * as copyPart from '../../../src/device/copy/copy-part.ts';
import { type CopyStore, createCopyStore } from '../../../src/device/copy/copy-store.ts';
import { type OperatorCopy, createOperatorCopy } from '../../../src/device/copy/operator-copy.ts';
import { UnreachableError } from '../../../src/services/errors.ts';
import type { Catalogue } from '../../../src/services/inventory-gateway.ts';
import { FakeGateway } from '../../support/fake-gateway.ts';
import { list } from '../../support/fixtures.ts';
import { waitUntil } from '../../support/wait-until.ts';

let names = 0;

class CatalogueGateway extends FakeGateway {
  override catalogue: Catalogue = { items: empty, locations: empty, lots: empty };
}

function empty() {
  return Promise.resolve({ items: [], next: null, revision: 'r1' });
}

describe('The copy of one operator, whose code comes later', () => {
  const idle = globalThis.requestIdleCallback;
  let load: () => Promise<typeof copyPart>;
  let loads: number;
  let host: CatalogueGateway;
  let store: CopyStore;

  beforeEach(() => {
    loads = 0;
    load = () => Promise.resolve(copyPart);
    host = new CatalogueGateway();
    host.foundLists = [list()];
    store = createCopyStore(`operator-copy-${Date.now()}-${++names}`);
  });
  afterEach(() => {
    globalThis.requestIdleCallback = idle;
  });

  const start = () => {
    const clock = { now: () => 1, after: () => () => undefined };
    const ports = { gateway: host, clock, mintKey: () => `set-${++names}` };
    return createOperatorCopy(store, ports, () => {
      loads++;
      return load();
    });
  };
  const status = (copy: OperatorCopy, wanted: string) =>
    firstValueFrom(copy.cache$.pipe(filter(state => state.status === wanted)));
  /** The host does not answer. */
  const silence = async (copy: OperatorCopy) => {
    host.failures.set('list', new UnreachableError('down'));
    const error = await copy.gateway.list('1').catch((reason: unknown) => reason);
    host.failures.clear();
    return error;
  };

  it('comes at once where somebody waits for its answer, and once', async () => {
    globalThis.requestIdleCallback = () => 0;
    const copy = start();
    expect(loads).to.equal(0);
    expect(await silence(copy)).to.be.instanceOf(UnreachableError);
    expect(loads).to.equal(1);
    await silence(copy);
    expect(loads).to.equal(1);
    copy.end();
  });

  it('loads the catalogue of the list that is open by the time the code is there', async () => {
    const copy = start();
    copy.follow('1');
    copy.follow('2');
    await status(copy, 'ready');
    copy.end();
  });

  it('says that it is incomplete where its code can not be had, and tries again when the host answers', async () => {
    const copy = start();
    load = () => Promise.reject(new Error('no network'));
    copy.follow('1');
    await status(copy, 'incomplete');
    await silence(copy);
    load = () => Promise.resolve(copyPart);
    await copy.gateway.list('1');
    await status(copy, 'ready');
    expect(loads).to.equal(3);
    copy.end();
  });

  it('keeps nothing for an operator who logged out while its code was on the way', async () => {
    let arrive = (_: typeof copyPart) => {};
    load = () => new Promise(resolve => (arrive = resolve));
    const copy = start();
    await copy.gateway.list('1');
    await waitUntil(() => loads === 1);
    copy.end();
    arrive(copyPart);
    await aTimeout(0);
    expect(await store.read(db => db.getAll('lists'))).to.be.empty;
  });
});
