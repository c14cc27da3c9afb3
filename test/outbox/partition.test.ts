import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { hostNameOf, partitionOf } from '../../src/outbox/partition.ts';
import { sha256 } from '../../src/outbox/sha256.ts';
import { olderSpellings } from '../../src/outbox/spellings.ts';

const PAGE = 'https://erp.example/stock/count.html?list=3#top';
const name = (address: string) => hostNameOf(address, PAGE);

/** How an address may be written without naming another host. */
const written = fc
  .record({
    path: fc.array(fc.constantFrom('api', 'v2', 'Stock', 'a%20b'), { maxLength: 3 }),
    query: fc.uniqueArray(fc.tuple(fc.constantFrom('company', 'site', 'lang'), fc.constantFrom('1', '2', 'x y')), {
      maxLength: 3,
      selector: ([key]) => key,
    }),
    capital: fc.boolean(),
    port: fc.boolean(),
    slashes: fc.constantFrom('', '/', '//'),
    dot: fc.boolean(),
    hash: fc.constantFrom('', '#', '#x'),
    turned: fc.boolean(),
  })
  .map(({ path, query, capital, port, slashes, dot, hash, turned }) => {
    const text = (each: typeof query) =>
      each.length === 0 ? '' : `?${each.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')}`;
    const plain = `https://erp.example/${path.join('/')}${text([...query].sort(([a], [b]) => (a < b ? -1 : 1)))}`;
    const host = `${capital ? 'HTTPS://ERP.Example' : 'https://erp.example'}${port ? ':443' : ''}`;
    const other = `${host}/${[...(dot ? ['.'] : []), ...path].join('/')}${slashes}${text(turned ? [...query].reverse() : query)}${hash}`;
    return { plain, other };
  });

describe('The one name of a host', () => {
  it('is the same however its address is written', () => {
    fc.assert(fc.property(written, ({ plain, other }) => name(other) === name(plain)));
  });

  it('is the name of itself', () => {
    fc.assert(fc.property(written, ({ other }) => name(name(other)) === name(other)));
  });

  for (const [said, address] of [
    ['a slash at the end', '/api/'],
    ['the whole of it', 'https://erp.example/api'],
    ['capitals', 'HTTPS://ERP.EXAMPLE/api'],
    ['its usual port', 'https://erp.example:443/api'],
    ['a way back', '../api'],
    ['a dot', '/./api'],
    ['a place in it', '/api#here'],
  ] as const) {
    it(`is the one of /api with ${said}`, () => expect(name(address)).to.equal(name('/api')));
  }

  for (const address of [
    '/API',
    '/api2',
    '/api?company=1',
    'http://erp.example/api',
    'https://erp.example:8443/api',
    '/',
  ]) {
    it(`is another one for ${address}`, () => expect(name(address)).to.not.equal(name('/api')));
  }

  it('is what it was before for the address that most pages name', () => {
    expect(name('/api')).to.equal('https://erp.example/api');
  });

  it('is told apart by the values of one parameter in their order', () => {
    expect(name('/api?site=1&site=2')).to.not.equal(name('/api?site=2&site=1'));
  });
});

describe('The older spellings of a host', () => {
  it('are all that an older version may have named a partition by', () => {
    fc.assert(
      fc.property(written, ({ other }) => {
        const [path = '', query] = other.replace(/#.*/, '').split('?');
        const asked = query === undefined ? '' : `?${query.replaceAll('%20', '+')}`;
        const before = new URL(`${path}${asked}`, PAGE).href;
        return (
          before.endsWith('//') ||
          /\/\/\?/.test(before) ||
          [name(other), ...olderSpellings(name(other))].includes(before)
        );
      }),
    );
  });

  it('are none for a gateway of the page’s own', () => {
    expect(olderSpellings('https://erp.example')).to.deep.equal([]);
  });

  it('name each order of what is asked, and never the one name', () => {
    expect(olderSpellings(name('/api?b=2&a=1'))).to.deep.equal([
      'https://erp.example/api/?a=1&b=2',
      'https://erp.example/api?b=2&a=1',
      'https://erp.example/api/?b=2&a=1',
    ]);
  });

  it('are few, however much is asked', () => {
    const query = Array.from({ length: 9 }, (_, n) => `p${n}=1`).join('&');
    expect(olderSpellings(name(`/api?${query}`))).to.have.length(3);
  });
});

describe('A partition', () => {
  it('is another one for another user, host or company', async () => {
    const owner = { origin: name('/api'), tenant: '', user: 'ana' };
    const load = () => Promise.resolve({ sha256 });
    const names = await Promise.all(
      [owner, { ...owner, user: 'mihai' }, { ...owner, tenant: '2' }, { ...owner, origin: name('/b') }].map(each =>
        partitionOf(each, load),
      ),
    );
    expect(new Set(names).size).to.equal(4);
  });
});
