import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import { after, before, describe, it } from 'node:test';
import { type RunningHost, startHost } from '../../reference-host/server/serve.ts';
import { Client, type Reply, aCount, problemOf } from './client.ts';
import { filledPglite } from './warehouse.ts';

function cursorOf(key: unknown): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

describe('What does not fit the contract', () => {
  let host: RunningHost;
  let ana: Client;
  let id: string;
  before(async () => {
    host = await startHost({ place: await filledPglite(), port: 0, hostname: '127.0.0.1' });
    ana = await Client.signIn(host.url, 'ana');
    ({ id } = await ana.list(14, 1));
  });
  after(() => host.close());

  const refused = (reply: Reply, field: RegExp) => {
    assert.deepEqual([reply.status, problemOf(reply)], [400, 'bad-request']);
    assert.match(reply.body.detail, field);
  };

  describe('in a read', () => {
    const here = 'itemClass=MOB&itemCode=ART-118&warehouse=01&location=A-01-02';
    const reads: readonly [string, string, RegExp][] = [
      ...['number', 'description', 'notes', 'operator'].map((name): [string, string, RegExp] => [
        `a NUL in ${name} of inventories`,
        `/inventories?${name}=a%00`,
        RegExp(name),
      ]),
      ['a NUL in a barcode', '/items?barcode=594%00', /barcode/],
      ['a NUL in an item code', '/items?code=ART%00', /code/],
      ['a NUL in an item class', '/items?code=ART&itemClass=M%00', /itemClass/],
      ['a NUL in the text of items', '/items?text=%00', /text/],
      ['a NUL in a location', '/locations?code=A-01-02%00', /code/],
      ['a NUL in the text of locations', '/locations?text=a%00b', /text/],
      ['a NUL in a warehouse', '/locations?warehouse=01%00', /warehouse/],
      ['a NUL in a lot', '/lots?code=%001', /code/],
      ["a NUL in a lot's item", '/lots?itemCode=ART%00', /itemCode/],
      ['a NUL in the text of rows', '/lists/ID/rows?text=%00', /text/],
      ['a NUL in an identity', `/lists/ID/row?${here}&lot=1%00`, /lot/],
      ['a NUL in a serial number', '/lists/ID/serials?serial=S%00', /serial/],
      ['a NUL in an id', '/lists?inventory=1%00', /inventory/],
      ['dimensions that are not JSON', `/lists/ID/row?${here}&dimensions=%7B`, /[Dd]imensions/],
      [
        'a NUL in dimensions',
        `/lists/ID/row?${here}&dimensions=${encodeURIComponent('{"owner":"a\\u0000"}')}`,
        /[Dd]imensions/,
      ],
      [
        'half a character in dimensions',
        `/lists/ID/row?${here}&dimensions=${encodeURIComponent('{"owner":"\\ud83d"}')}`,
        /[Dd]imensions/,
      ],
      ['dimensions that are a list', `/lists/ID/row?${here}&dimensions=%5B1%5D`, /[Dd]imensions/],
      ['a day that is not there', '/inventories?from=2026-02-30', /from/],
      ['a leap day of another year', '/inventories?to=2027-02-29', /to/],
      ['a thirteenth month', '/inventories?from=2026-13-01', /from/],
      ['a day zero', '/inventories?to=2026-01-00', /to/],
      ['a year that no data base has', '/inventories?from=0000-01-01', /from/],
      ...[
        ['text', cursorOf(['a'])],
        ['a fraction', cursorOf([1.5])],
        ['too large a number', cursorOf([2 ** 31])],
        ['an endless number', Buffer.from('[1e400]').toString('base64url')],
        ['a negative number', cursorOf([-1])],
        ['no JSON', 'AAAA'],
      ].map(([what, cursor]): [string, string, RegExp] => [
        `a cursor of ${what}`,
        `/inventories?cursor=${cursor}`,
        /cursor/,
      ]),
      ['a cursor of fractions, of rows', `/lists/ID/rows?cursor=${cursorOf([0.5, 1])}`, /cursor/],
      ['a cursor of large numbers, of rows', `/lists/ID/rows?cursor=${cursorOf([1, 1e300])}`, /cursor/],
      ['a cursor with a NUL, of rows', `/lists/ID/rows?order=location&cursor=${cursorOf(['a\0', 1])}`, /cursor/],
      [
        'a cursor with half a character, of rows',
        `/lists/ID/rows?order=location&cursor=${Buffer.from('["\\udc00",1]').toString('base64url')}`,
        /cursor/,
      ],
      ['a cursor with a NUL, of locations', `/lists/ID/catalogue/locations?cursor=${cursorOf(['r', 'a\0'])}`, /cursor/],
      ['a cursor of fractions, of lots', `/lists/ID/catalogue/lots?cursor=${cursorOf(['r', 0.5, 'a'])}`, /cursor/],
      ['a cursor of large numbers, of items', `/lists/ID/catalogue/items?cursor=${cursorOf(['r', 1e12, 0])}`, /cursor/],
    ];
    for (const [what, path, field] of reads) {
      it(`is answered 400 and named: ${what}`, async () => {
        refused(await ana.get(path.replace('ID', id)), field);
      });
    }

    it('is what it is where it only looks odd: emoji, a leap day, the first and the last cursor', async () => {
      for (const path of [
        '/items?text=%F0%9F%93%A6',
        '/inventories?from=2028-02-29',
        `/inventories?cursor=${cursorOf([0])}`,
        `/inventories?cursor=${cursorOf([2 ** 31 - 1])}`,
      ]) {
        assert.equal((await ana.get(path)).status, 200, path);
      }
    });
  });

  describe('in a count', () => {
    const NUL = '\0';
    const HALF = '📦'.slice(0, 1);
    const counts: readonly [string, object, RegExp][] = [
      ['a NUL at the end of a barcode', { barcode: `Item-MOB-ART-118${NUL}` }, /barcode.*U\+0000/],
      ['half a character in the name of a device', { device: `Handheld ${HALF}` }, /device.*U\+D83D/],
      ['the other half of one in a note', { note: `${'📦'.slice(1)}!` }, /note.*U\+DCE6/],
      ['a NUL in a new lot', { identity: { ...aCount().identity, itemCode: 'ART', lot: `N${NUL}` } }, /identity\.lot/],
      ['half a character in an item', { identity: { ...aCount().identity, itemCode: HALF } }, /identity\.itemCode/],
      [
        'a NUL in a dimension',
        { identity: { ...aCount().identity, dimensions: { owner: NUL } } },
        /identity\.dimensions\.owner/,
      ],
      [
        'a NUL in the name of a dimension',
        { identity: { ...aCount().identity, dimensions: { [NUL]: 'a' } } },
        /identity\.dimensions/,
      ],
      ['a NUL in what a newer client sends', { later: { also: ['a', NUL] } }, /later\.also\.1/],
      ['half a character in the name of it', { [HALF]: 1 }, /U\+D83D/],
    ];
    for (const [what, more, field] of counts) {
      it(`is answered 400 and named: ${what}`, async () => {
        refused(await ana.request('POST', `/lists/${id}/counts`, { ...aCount(), ...more }, key()), field);
        assert.deepEqual(await ana.rows(id, 'status=counted'), []);
      });
    }

    it('is answered 400 however deep it goes', async () => {
      const body = JSON.stringify(aCount()).replace(/}$/, `,"later":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
      const headers = { ...key(), ...ana.authorization, 'content-type': 'application/json' };
      const reply = await fetch(`${host.url}/api/lists/${id}/counts`, { method: 'POST', headers, body });
      assert.equal(reply.status, 400);
      assert.match(JSON.stringify(await reply.json()), /later: has too many levels/);
    });

    it('is refused in an undo too, and in a sign-in', async () => {
      const undo = { undoes: 'a-key-of-16-characters', baseVersion: NUL };
      refused(await ana.request('POST', `/lists/${id}/counts/undo`, undo, key()), /baseVersion/);
      refused(await ana.request('POST', '/sign-in', { userName: `ana${NUL}`, pin: '4711' }), /userName/);
      refused(await ana.request('POST', '/sign-in', { userName: 'ana', pin: `4711${NUL}` }), /pin/);
    });
  });

  describe('in its size', () => {
    it('is refused with 413 by its length alone, and is not read', async () => {
      const request = http.request(`${host.url}/api/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': 250_000_000 },
      });
      request.on('error', () => undefined);
      request.write('{"userName":"');
      const [response] = (await once(request, 'response')) as [http.IncomingMessage];
      assert.equal(response.statusCode, 413);
      assert.match(String(response.headers['content-type']), /problem\+json/);
      request.destroy();
    });

    it('is refused with 413 where it says no length and does not end', async () => {
      const request = http.request(`${host.url}/api/lists/${id}/counts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
      });
      request.on('error', () => undefined);
      const answered = once(request, 'response');
      request.write('x'.repeat(2_000_000));
      const [response] = (await answered) as [http.IncomingMessage];
      assert.equal(response.statusCode, 413);
      request.destroy();
      assert.equal((await ana.get('/me')).status, 200);
    });

    it('is taken at the longest that the contract allows', async () => {
      const longest = { barcode: '📦'.repeat(4096), note: '📦'.repeat(500), device: 'D'.repeat(64) };
      assert.equal((await ana.count(id, aCount({}, longest))).status, 200);
    });
  });

  it('and all else that is refused is kept by nobody: no answer of the services may be stored', async () => {
    const replies = [
      await new Client(host.url, '').get('/me'),
      await new Client(host.url, 'made-up').get('/configuration'),
      await ana.get('/me'),
      await ana.get('/lists/999'),
      await ana.get('/nowhere'),
      await ana.get('/items?barcode=%00'),
      await ana.get('/openapi.json'),
    ];
    for (const { status, headers } of replies) assert.equal(headers.get('cache-control'), 'no-store', String(status));
  });
});

function key(): Record<string, string> {
  return { 'idempotency-key': crypto.randomUUID() };
}
