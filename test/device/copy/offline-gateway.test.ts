import { expect } from '@open-wc/testing';
import { type CopyStore, createCopyStore } from '../../../src/device/copy/copy-store.ts';
import { type DeviceCopy, createDeviceCopy } from '../../../src/device/copy/device-copy.ts';
import type { CopyState } from '../../../src/device/copy/copy-state.ts';
import { createCopyLoader } from '../../../src/device/copy/loader.ts';
import { createOfflineAnswers } from '../../../src/device/copy/offline-answers.ts';
import { createOfflineGateway } from '../../../src/device/copy/offline-gateway.ts';
import { RefusedError, UnreachableError } from '../../../src/services/errors.ts';
import type {
  Catalogue,
  CatalogueItem,
  CataloguePage,
  CatalogueQuery,
} from '../../../src/services/inventory-gateway.ts';
import { FakeGateway } from '../../support/fake-gateway.ts';
import { identity, item, list, location, lot, row } from '../../support/fixtures.ts';
import { ROWS, ROW_QUERIES } from '../../support/row-queries.ts';

const NOW = Date.UTC(2026, 10, 22, 10, 32);
let names = 0;

/** A catalogue in pages of two, with a revision; each page that was given is remembered. */
class PagedGateway extends FakeGateway {
  override revision = 'r1';
  readonly given: string[] = [];
  /** Throws instead of giving the page with this number. */
  breaksAt = Infinity;
  entries: CatalogueItem[] = ['A', 'B', 'C'].map(code => ({
    item: item({ code, description: `Scaun ${code}` }),
    variant: null,
    barcodes: [`59400000${code}`],
  }));

  private give<T>(name: string, all: readonly T[], { cursor, revision }: CatalogueQuery): CataloguePage<T> | null {
    if (this.given.length >= this.breaksAt) throw new UnreachableError('down');
    this.given.push(`${name} ${cursor ?? 'first'}`);
    if (cursor === null && revision === this.revision) return null;
    const from = Number(cursor ?? 0);
    const next = from + 2 < all.length ? String(from + 2) : null;
    return { items: all.slice(from, from + 2), next, revision: this.revision };
  }

  override catalogue: Catalogue = {
    items: async (_, query) => this.give('items', this.entries, query),
    locations: async (_, query) => this.give('locations', [location(), location('B-01-01')], query),
    lots: async (_, query) => this.give('lots', [lot('L1'), lot('L2')], query),
  };
}

describe('What this device knows where the host does not answer', () => {
  let host: PagedGateway;
  let store: CopyStore;
  let copy: DeviceCopy;
  let patience: (() => void)[];
  let offline: ReturnType<typeof createOfflineGateway>;

  const load = async (listId = '1'): Promise<CopyState> => {
    let keys = 0;
    const loader = createCopyLoader({ gateway: host, copy, now: () => NOW, mintKey: () => `${++names}-${++keys}` });
    const ended = new Promise<CopyState>(resolve =>
      loader.state$.subscribe(state => {
        if (state.status === 'ready' || state.status === 'incomplete') resolve(state);
      }),
    );
    loader.follow(listId);
    const state = await ended;
    loader.dispose();
    return state;
  };
  const silence = () => {
    for (const name of ['items', 'locations', 'lots', 'row', 'rows', 'list'] as const) {
      host.failures.set(name, new UnreachableError('down'));
    }
  };

  beforeEach(() => {
    host = new PagedGateway();
    store = createCopyStore(`test-copy-${Date.now()}-${++names}`);
    copy = createDeviceCopy(store);
    patience = [];
    const after = (_: number, then: () => void) => (patience.push(then), () => undefined);
    const answers = () => Promise.resolve(createOfflineAnswers(copy, () => NOW));
    offline = createOfflineGateway(host, { now: answers, whenIdle: answers }, { after });
  });
  afterEach(() => store.close());

  it('is loaded page after page, and says how far that is', async () => {
    const state = await load();
    expect(state).to.deep.include({ status: 'ready', asOf: NOW, items: { loaded: 3, complete: true } });
    expect(host.given).to.deep.equal(['locations first', 'items first', 'items 2', 'lots first']);
  });

  it('is not loaded again while the host has no newer one', async () => {
    await load();
    host.given.length = 0;
    await load();
    expect(host.given).to.deep.equal(['locations first', 'items first', 'lots first']);
  });

  it('goes on where it broke off, and serves with what it has till then', async () => {
    host.breaksAt = 2;
    expect((await load()).status).to.equal('incomplete');
    silence();
    copy.use('1');
    expect((await offline.gateway.items({ code: 'A' })).matches).to.have.lengthOf(1);
    host.failures.clear();
    host.breaksAt = Infinity;
    host.given.length = 0;
    expect((await load()).status).to.equal('ready');
    expect(host.given).to.deep.equal(['locations first', 'items 2', 'lots first']);
  });

  it('drops what is no longer in a newer one', async () => {
    await load();
    host.revision = 'r2';
    host.entries = host.entries.slice(1);
    await load();
    silence();
    copy.use('1');
    expect((await offline.gateway.items({ code: 'A' })).matches).to.be.empty;
    expect((await offline.gateway.items({ code: 'B' })).matches).to.have.lengthOf(1);
  });

  describe('once it is whole', () => {
    beforeEach(async () => {
      await load();
      copy.use('1');
      silence();
    });

    it('finds items by barcode, by code and by a part of their description, and says as of when', async () => {
      const { gateway } = offline;
      const found = async (query: Parameters<typeof gateway.items>[0]) =>
        (await gateway.items(query)).matches.map(each => each.item.code);
      expect(await found({ barcode: '59400000B' })).to.deep.equal(['B']);
      expect(await found({ code: 'C', itemClass: 'MOB' })).to.deep.equal(['C']);
      expect(await found({ code: 'C', itemClass: 'XXX' })).to.deep.equal([]);
      expect(await found({ text: 'scaun' })).to.deep.equal(['A', 'B', 'C']);
      expect((await gateway.items({ code: 'A' })).asOf).to.equal(NOW);
    });

    it('finds locations and lots', async () => {
      const { gateway } = offline;
      expect((await gateway.locations({ code: 'B-01-01', warehouse: '01' })).matches).to.have.lengthOf(1);
      expect((await gateway.locations({ code: 'B-01-01', warehouse: '02' })).matches).to.be.empty;
      expect((await gateway.lots({ itemClass: 'MOB', itemCode: 'ART-118' })).matches).to.have.lengthOf(2);
      expect((await gateway.lots({ code: 'L2' })).matches).to.have.lengthOf(1);
    });

    it('says that there is none as what it is: what was so at that time', async () => {
      expect(await offline.gateway.items({ code: 'NEW' })).to.deep.equal({ matches: [], more: false, asOf: NOW });
    });
  });

  it('answers nothing that was never loaded: the silence is the answer', async () => {
    silence();
    copy.use('1');
    const error = await offline.gateway.items({ code: 'A' }).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(UnreachableError);
  });

  it('leaves a refusal as what it is: an answer', async () => {
    await load();
    copy.use('1');
    host.failures.set('items', new RefusedError('unknown-item'));
    const error = await offline.gateway.items({ code: 'A' }).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(RefusedError);
  });

  it('steps in for a host that takes too long, and takes its answer where it does not know either', async () => {
    await load();
    copy.use('1');
    host.gates.set('items', new Promise(() => undefined));
    const asked = offline.gateway.items({ code: 'A' });
    for (const lose of patience) lose();
    expect((await asked).matches).to.have.lengthOf(1);
  });

  it('knows the list, and each row that was seen', async () => {
    host.foundLists = [list({ id: '1' })];
    host.existing = row();
    host.allRows = [row()];
    await offline.gateway.list('1');
    await offline.gateway.row('1', identity());
    await load();
    silence();
    expect((await offline.gateway.list('1')).id).to.equal('1');
    expect(await offline.gateway.row('1', identity())).to.deep.equal(row());
    expect(await offline.gateway.row('1', identity({ location: 'B-01-01' }))).to.equal(null);
    expect((await offline.gateway.rows('1', { order: 'newest' }, null)).items).to.have.lengthOf(1);
  });

  describe('finds the rows that the host would find, in its order:', () => {
    beforeEach(async () => {
      host.allRows = [...ROWS];
      await offline.gateway.rows('1', { order: 'newest' }, null);
      silence();
    });

    for (const { title, query, ids } of ROW_QUERIES) {
      it(title, async () => {
        const { items } = await offline.gateway.rows('1', query, null);
        expect(items.map(({ id }) => id).join(' ')).to.equal(ids);
      });
    }
  });

  it('tells each time whether the host answered', async () => {
    const heard: boolean[] = [];
    offline.answers$.subscribe(answered => heard.push(answered));
    await offline.gateway.items({ code: 'A' });
    silence();
    await offline.gateway.items({ code: 'A' }).catch(() => undefined);
    expect(heard).to.deep.equal([true, false]);
  });
});
