import { expect } from '@open-wc/testing';
import { filter, firstValueFrom } from 'rxjs';
import * as copyPart from '../../../src/device/copy/copy-part.ts';
import { createCopyStore } from '../../../src/device/copy/copy-store.ts';
import { createOperatorCopy } from '../../../src/device/copy/operator-copy.ts';
import type { Catalogue } from '../../../src/services/inventory-gateway.ts';
import { FakeGateway } from '../../support/fake-gateway.ts';
import { list } from '../../support/fixtures.ts';

let names = 0;

class CatalogueGateway extends FakeGateway {
  override catalogue: Catalogue = { items: empty, locations: empty, lots: empty };
}

function empty() {
  return Promise.resolve({ items: [], next: null, revision: 'r1' });
}

describe('The copy of one operator, whose code comes later', () => {
  let load: () => Promise<typeof copyPart>;
  let loads: number;

  beforeEach(() => {
    loads = 0;
    load = () => Promise.resolve(copyPart);
  });

  const start = () => {
    const host = new CatalogueGateway();
    const store = createCopyStore(`operator-copy-${Date.now()}-${++names}`);
    const ports = { gateway: host, now: () => 1, mintKey: () => `set-${++names}` };
    return createOperatorCopy(store, ports, () => {
      loads++;
      return load();
    });
  };
  type Copy = ReturnType<typeof start>;
  const status = (copy: Copy, wanted: string) =>
    firstValueFrom(copy.state$.pipe(filter(state => state.status === wanted)));

  it('comes at once where somebody waits for its answer, and once', async () => {
    const copy = start();
    expect(loads).to.equal(0);
    const asked = copy.access.now();
    expect(loads).to.equal(1);
    expect(await (await asked).list('1')).to.equal(null);
    await copy.access.whenIdle();
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
    load = () => Promise.resolve(copyPart);
    copy.resume();
    await status(copy, 'ready');
    expect(loads).to.equal(2);
    copy.end();
  });

  it('keeps nothing for an operator who logged out while its code was on the way', async () => {
    const copy = start();
    const saved = copy.access.whenIdle().then(answers => answers.saveList(list(), 1));
    copy.end();
    const error = await saved.catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(Error);
  });
});
