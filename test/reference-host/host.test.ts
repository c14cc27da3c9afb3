import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { type RunningHost, startHost } from '../../reference-host/server/serve.ts';
import type { DatabasePlace } from '../../reference-host/server/database/open.ts';
import { Client, aCount, problemOf } from './client.ts';
import { emptyPostgres, filledPglite } from './warehouse.ts';

/** Empty ones: the host creates what it needs in them, and fills them. */
const places: readonly [string, () => Promise<DatabasePlace>][] = [
  ['PGlite', async () => ({ inMemory: null })],
  ['PostgreSQL', emptyPostgres],
];

for (const [name, place] of places) {
  describe(`The reference host on ${name}`, () => {
    let host: RunningHost;
    let ana: Client;
    let mihai: Client;
    before(async () => {
      host = await startHost({ place: await place(), port: 0, hostname: '127.0.0.1', newLots: false });
      ana = await Client.signIn(host.url, 'ana');
      mihai = await Client.signIn(host.url, 'mihai');
    });
    after(() => host.close());

    describe('signing in', () => {
      it('refuses who is not an employee', async () => {
        const reply = await new Client(host.url, '').request('POST', '/sign-in', { userName: 'nobody', pin: '4711' });
        assert.deepEqual([reply.status, problemOf(reply)], [403, 'forbidden']);
      });

      it('refuses every service without a token, and with a made-up one', async () => {
        for (const client of [new Client(host.url, ''), new Client(host.url, 'made-up')]) {
          const reply = await client.get('/me');
          assert.deepEqual([reply.status, problemOf(reply)], [401, 'signed-out']);
          assert.match(reply.headers.get('content-type') ?? '', /application\/problem\+json/);
        }
      });

      it('names the employee whose user name is the login (rule 1)', async () => {
        const { supervisor: _, ...ofAna } = (await ana.get('/me')).body;
        assert.deepEqual(ofAna, { userName: 'ana', name: 'Ana Pop', roles: ['counter'] });
      });

      it('says who is a supervisor as before too, for a tab that was open when the host was upgraded', async () => {
        const elena = await Client.signIn(host.url, 'elena');
        assert.deepEqual((await ana.get('/me')).body.supervisor, false);
        assert.deepEqual((await elena.get('/me')).body.supervisor, true);
      });
    });

    describe('inventories and lists', () => {
      it('finds inventories by number, date range, description and whether they are closed', async () => {
        const numbers = async (query: string) =>
          (await ana.get(`/inventories?${query}`)).body.items.map((each: { number: string }) => each.number);
        assert.deepEqual(await numbers(''), ['14', '13', '12', '11']);
        assert.deepEqual(await numbers('number=12'), ['12']);
        assert.deepEqual(await numbers('from=2026-11-22&to=2026-11-23'), ['13', '12']);
        assert.deepEqual(await numbers('description=VERONA'), ['13']);
        assert.deepEqual(await numbers('description=%25'), []);
        assert.deepEqual(await numbers('closed=true'), ['11']);
      });

      it("shows an operator their lists and nobody's, and a supervisor all (rule 1)", async () => {
        const elena = await Client.signIn(host.url, 'elena');
        const { id } = (await ana.get('/inventories?number=12')).body.items[0];
        const owners = async (client: Client) =>
          (await client.get(`/lists?inventory=${id}`)).body.items.map(
            (each: { operator: { userName: string } | null }) => each.operator?.userName ?? null,
          );
        assert.deepEqual(await owners(ana), ['ana', null, 'ana', null, 'ana']);
        assert.deepEqual(await owners(mihai), [null, 'mihai', null]);
        assert.deepEqual(await owners(elena), ['ana', null, 'ana', 'mihai', null, 'ana']);
      });

      it("keeps an operator out of another operator's list", async () => {
        const list = await ana.list(12, 1);
        for (const reply of [await mihai.get(`/lists/${list.id}`), await mihai.count(list.id, aCount())]) {
          assert.deepEqual([reply.status, problemOf(reply)], [403, 'not-your-list']);
        }
      });

      it('says how many rows a list has and how many are counted', async () => {
        assert.deepEqual((await ana.list(12, 5)).progress, { rows: 5000, expected: 5000, counted: 250 });
      });

      it('pages through 5,000 rows without leaving one out or giving one twice, in both orders', async () => {
        const { id } = await ana.list(12, 5);
        for (const order of ['newest', 'location']) {
          const rows = await ana.rows(id, `order=${order}`);
          assert.equal(rows.length, 5000);
          assert.equal(new Set(rows.map(row => row.rowNumber)).size, 5000);
        }
        const [newest] = await ana.rows(id, 'order=newest');
        assert.equal(newest?.rowNumber, 250, 'the row counted last comes first');
      });

      it('finds rows by a part of a code, counted or expected', async () => {
        const { id } = await ana.list(12, 5);
        const counted = await ana.rows(id, 'status=counted');
        assert.equal(counted.length, 250);
        assert.ok(counted.every(row => row.quantity !== null));
        const found = await ana.rows(id, `text=${counted[0]?.itemCode.toLowerCase()}`);
        assert.ok(found.length > 0 && found.every(row => row.itemCode === counted[0]?.itemCode));
      });
    });

    describe('look-ups', () => {
      const codes = (reply: { body: { matches: { item: { itemClass: string; code: string } }[] } }) =>
        reply.body.matches.map(({ item }) => `${item.itemClass}/${item.code}`);

      it('answers every item that carries a barcode or a code', async () => {
        assert.deepEqual(codes(await ana.get('/items?barcode=8000000005557')), ['CAR/ETI-1', 'PLA/ETI-1']);
        assert.deepEqual(codes(await ana.get('/items?code=ETI-1')), ['CAR/ETI-1', 'PLA/ETI-1']);
        assert.deepEqual(codes(await ana.get('/items?code=ETI-1&itemClass=PLA')), ['PLA/ETI-1']);
        assert.deepEqual(codes(await ana.get('/items?code=eti-1')), [], 'codes are never folded');
      });

      it("answers one match for each variant, or the barcode's own", async () => {
        const variants = (reply: { body: { matches: { variant: { code: string } | null }[] } }) =>
          reply.body.matches.map(({ variant }) => variant?.code);
        assert.deepEqual(variants(await ana.get('/items?code=TRI-01')), ['M', 'L', 'XL']);
        assert.deepEqual(variants(await ana.get('/items?barcode=5940000007010')), ['M']);
      });

      it('tells phantom and archived items when read whole, and does not offer them (rule 8)', async () => {
        assert.equal((await ana.get('/items?code=ART-900')).body.matches[0].item.phantom, true);
        assert.deepEqual(codes(await ana.get('/items?text=articol%20fictiv')), []);
      });

      it('finds a location in its warehouse, in all, and by a part of its code', async () => {
        const found = async (query: string) =>
          (await ana.get(`/locations?${query}`)).body.matches.map(
            (each: { warehouse: string; code: string }) => `${each.warehouse}/${each.code}`,
          );
        assert.deepEqual(await found('code=L1'), ['01/L1', '02/L1']);
        assert.deepEqual(await found('code=L1&warehouse=02'), ['02/L1']);
        assert.deepEqual(await found('warehouse=01&text=a-08'), [
          '01/A-08-01',
          '01/A-08-02',
          '01/A-08-03',
          '01/A-08-04',
        ]);
      });

      it('says when there is more than it answers', async () => {
        const { body } = await ana.get('/locations?warehouse=01&text=a');
        assert.deepEqual([body.matches.length, body.more], [20, true]);
      });

      it('answers every lot with a number, of whatever item', async () => {
        const { body } = await ana.get('/lots?code=26417');
        assert.deepEqual(
          body.matches.map((each: { itemCode: string }) => each.itemCode),
          ['ALB-10', 'GRI-05'],
        );
      });
    });

    describe('recording', () => {
      it('appends a new count with the next row number and the exact quantity', async () => {
        const { id } = await ana.list(14, 1);
        const reply = await ana.count(
          id,
          aCount({ itemClass: 'ALI', itemCode: 'CAF-01' }, { quantity: '1.25', unit: 'kg', barcode: '8000000000011' }),
        );
        assert.equal(reply.status, 200);
        assert.equal(reply.body.row.quantity, '1.250');
        assert.equal(reply.body.row.rowNumber, 1);
        assert.equal(reply.body.row.operator.name, 'Ana Pop');
        assert.deepEqual(reply.body.progress, { rows: 1, expected: 0, counted: 1 });
      });

      it('counts zero as a count (rule 10)', async () => {
        const { id } = await ana.list(14, 1);
        const { body } = await ana.count(id, aCount({ location: 'A-02-01' }, { quantity: '0' }));
        assert.equal(body.row.quantity, '0');
        assert.equal((await ana.rows(id, 'status=counted&text=A-02-01')).length, 1);
      });

      it('answers a repeated key as the first time, and refuses it for another request', async () => {
        const { id } = await ana.list(14, 1);
        const key = randomUUID();
        const count = aCount({ location: 'A-02-02' });
        const first = await ana.count(id, count, key);
        const again = await ana.count(id, count, key);
        assert.deepEqual(again.body, first.body);
        assert.equal(again.headers.get('idempotency-replayed'), 'true');
        const other = await ana.count(id, { ...count, quantity: '6' }, key);
        assert.deepEqual([other.status, problemOf(other)], [422, 'key-reused']);
        const elsewhere = await ana.count((await ana.list(12, 2)).id, count, key);
        assert.deepEqual(
          [elsewhere.status, problemOf(elsewhere)],
          [422, 'key-reused'],
          'the same count, of another list',
        );
      });

      it('refuses a new count where a counted row stands, and shows that row', async () => {
        const { id } = await ana.list(14, 1);
        await ana.count(id, aCount({ location: 'A-02-03' }));
        const reply = await ana.count(id, aCount({ location: 'A-02-03' }));
        assert.deepEqual([reply.status, problemOf(reply)], [409, 'row-exists']);
        assert.equal(reply.body.row.quantity, '5');
      });

      it('adds onto and replaces the version that was decided on, and no other (rule 4)', async () => {
        const { id } = await ana.list(14, 1);
        const place = { location: 'A-02-04' };
        const { body } = await ana.count(id, aCount(place, { quantity: '12' }));
        const base = body.row.version;
        const added = await ana.count(id, aCount(place, { mode: 'add', baseVersion: base }));
        assert.equal(added.body.row.quantity, '17');
        const stale = await ana.count(id, aCount(place, { mode: 'replace', baseVersion: base }));
        assert.deepEqual([stale.status, problemOf(stale)], [412, 'changed-meanwhile']);
        assert.equal(stale.body.row.quantity, '17');
        const replaced = await ana.count(
          id,
          aCount(place, { mode: 'replace', baseVersion: stale.body.row.version, quantity: '3' }),
        );
        assert.equal(replaced.body.row.quantity, '3');
        assert.equal(replaced.body.row.rowNumber, body.row.rowNumber);
      });

      it('fills an expected row without asking, and keeps its number', async () => {
        const { id } = await mihai.list(12, 4);
        const [expected] = await mihai.rows(id, 'order=location&status=expected');
        assert.ok(expected);
        const { itemClass, itemCode, variant, lot, serial, warehouse, location, unit } = expected;
        const identity = { itemClass, itemCode, variant, lot, serial, warehouse, location };
        const reply = await mihai.count(id, aCount(identity, { quantity: '7', unit: unit.code, baseVersion: 1 }));
        assert.equal(reply.status, 200);
        assert.equal(reply.body.row.rowNumber, expected.rowNumber);
        assert.deepEqual(reply.body.progress, { rows: 40, expected: 40, counted: 13 });
      });

      it('keeps the alternative unit and converts it to the main unit (rule 5)', async () => {
        const { id } = await ana.list(14, 1);
        const boxes = await ana.count(id, aCount({ itemCode: 'ART-204' }, { quantity: '2', unit: 'cutii' }));
        assert.deepEqual(quantities(boxes), ['24', 'cutii', '2']);
        const more = await ana.count(
          id,
          aCount({ itemCode: 'ART-204' }, { mode: 'add', quantity: '3', unit: 'cutii', baseVersion: 1 }),
        );
        assert.deepEqual(quantities(more), ['60', 'cutii', '5']);
        const mixed = await ana.count(
          id,
          aCount({ itemCode: 'ART-204' }, { mode: 'add', quantity: '7', unit: 'buc', baseVersion: 2 }),
        );
        assert.deepEqual(quantities(mixed), ['67', null, null]);
      });

      it("rounds a divided unit half up to the main unit's decimals, once for the sum (rule 5)", async () => {
        const { id } = await ana.list(14, 1);
        const board = { itemClass: 'LEM', itemCode: 'SCA-2' };
        const one = await ana.count(id, aCount(board, { quantity: '1', unit: 'buc' }));
        assert.deepEqual(quantities(one), ['0.33', 'buc', '1']);
        const two = await ana.count(id, aCount(board, { mode: 'add', quantity: '1', unit: 'buc', baseVersion: 1 }));
        assert.deepEqual(quantities(two), ['0.67', 'buc', '2']);
      });

      const refusals: readonly [string, number, string, ReturnType<typeof aCount>][] = [
        ['an item that is not there', 404, 'unknown-item', aCount({ itemCode: 'NOT-THERE' })],
        ['a phantom item (rule 8)', 422, 'phantom-item', aCount({ itemCode: 'ART-900' })],
        ['an archived item (rule 8)', 422, 'archived-item', aCount({ itemClass: 'FER', itemCode: 'BAL-OLD' })],
        [
          'an item with variants without one',
          422,
          'variant-required',
          aCount({ itemClass: 'TEX', itemCode: 'TRI-01' }),
        ],
        ['a location that is not there', 404, 'unknown-location', aCount({ location: 'Z-99' })],
        ['a location of another warehouse', 422, 'other-warehouse', aCount({ warehouse: '02' })],
        ['an inactive location (rule 8)', 422, 'inactive-location', aCount({ location: 'A-08-05' })],
        ['an obsolete location (rule 8)', 422, 'inactive-location', aCount({ location: 'A-08-06' })],
        ['a lot-managed item without lot', 422, 'lot-required', aCount({ itemCode: 'ART' })],
        ['a lot of an item that has none', 422, 'lot-not-managed', aCount({ lot: '123' })],
        [
          'a lot that is not there, where new ones are not allowed',
          404,
          'unknown-lot',
          aCount({ itemCode: 'ART', lot: '9' }),
        ],
        [
          'a serial-managed item without number',
          422,
          'serial-required',
          aCount({ itemClass: 'ELE', itemCode: 'CTR-1F' }),
        ],
        ['a serial number where there is none', 422, 'serial-not-managed', aCount({ serial: '1' })],
        [
          'two of one serial number',
          422,
          'serial-quantity',
          aCount({ itemClass: 'ELE', itemCode: 'CTR-1F', serial: 'S1' }, { quantity: '2' }),
        ],
        ['a unit the item does not have', 422, 'unknown-unit', aCount({}, { unit: 'kg' })],
        ['too many decimals (rule 10)', 422, 'too-many-decimals', aCount({}, { quantity: '1.5' })],
        ['a negative quantity (rule 10)', 422, 'negative-quantity', aCount({}, { quantity: '-1' })],
        ['a quantity that is none', 400, 'bad-request', aCount({}, { quantity: 'many' })],
      ];
      for (const [what, status, problem, count] of refusals) {
        it(`refuses ${what}`, async () => {
          const reply = await ana.count((await ana.list(14, 1)).id, count);
          assert.deepEqual([reply.status, problemOf(reply)], [status, problem]);
        });
      }

      it('never adds to a serial number, and replaces it', async () => {
        const { id } = await ana.list(14, 1);
        const serial = { itemClass: 'ELE', itemCode: 'CTR-1F', serial: 'S-77' };
        await ana.count(id, aCount(serial, { quantity: '1' }));
        const added = await ana.count(id, aCount(serial, { mode: 'add', quantity: '1', baseVersion: 1 }));
        assert.deepEqual([added.status, problemOf(added)], [422, 'serial-repeated']);
        const gone = await ana.count(id, aCount(serial, { mode: 'replace', quantity: '0', baseVersion: 1 }));
        assert.equal(gone.body.row.quantity, '0');
      });

      it('refuses a closed list and a closed inventory', async () => {
        for (const list of [await ana.list(12, 6), await ana.list(11, 1)]) {
          const reply = await ana.count(list.id, aCount());
          assert.deepEqual([reply.status, problemOf(reply)], [409, 'list-closed']);
        }
      });

      it('keeps a note of up to 500 characters, as it came, in the history of the row', async () => {
        const { id } = await ana.list(14, 1);
        const note = `<b>ruptă</b> ${'📦'.repeat(487)}`;
        const { body } = await ana.count(id, aCount({ location: 'A-07-01' }, { note }));
        assert.deepEqual(
          (await ana.history(body.row)).map(entry => entry.note),
          [note],
        );
        const refused = await ana.count(id, aCount({ location: 'A-07-02' }, { note: `${note}!` }));
        assert.deepEqual([refused.status, problemOf(refused)], [400, 'bad-request']);
        assert.match(JSON.stringify(refused.body), /note/);
      });

      it('refuses a count without a key, and one with a made-up field value, by the name of the field', async () => {
        const { id } = await ana.list(14, 1);
        const keyless = await ana.request('POST', `/lists/${id}/counts`, aCount());
        assert.equal(problemOf(keyless), 'bad-request');
        assert.match(keyless.body.detail, /idempotency-key/);
        const wrong = await ana.request('POST', `/lists/${id}/counts`, { ...aCount(), mode: 'double' });
        assert.equal(problemOf(wrong), 'bad-request');
      });

      it('leaves nothing behind of a refused count', async () => {
        const { id } = await ana.list(14, 1);
        const before = await ana.rows(id);
        await ana.count(id, aCount({ itemCode: 'ART', lot: '9' }));
        assert.deepEqual(await ana.rows(id), before);
      });
    });

    it('describes itself: every service in /openapi.json, with the shapes of the contract', async () => {
      const { body } = await ana.get('/openapi.json');
      const paths = Object.keys(body.paths);
      const services = ['/me', '/configuration', '/inventories', '/lists', '/items', '/locations', '/lots'];
      const ofList = [
        'counts/undo',
        'rows/{rowId}/history',
        'catalogue/items',
        'catalogue/locations',
        'catalogue/lots',
      ];
      for (const path of [...services, ...ofList.map(each => `/lists/{id}/${each}`)]) {
        assert.ok(paths.includes(path), path);
      }
      const { post } = body.paths['/lists/{id}/counts'];
      const schema = post.requestBody.content['application/json'].schema;
      assert.deepEqual(schema.properties.mode.enum, ['new', 'add', 'replace']);
      assert.equal(schema.required.includes('device'), false);
      assert.ok(post.responses['200'].content['application/json'].schema.properties.row);
    });

    it('describes no service that the documentation of the contract does not name', async () => {
      const { body } = await ana.get('/openapi.json');
      const documented = readFileSync(new URL('../../docs/rest-contract.md', import.meta.url), 'utf8');
      const services = Object.entries(body.paths).flatMap(([path, methods]) =>
        Object.keys(Object(methods)).map(method => `\`${method.toUpperCase()} ${path}`),
      );
      assert.ok(services.length > 15, String(services.length));
      const missing = services.filter(each => !documented.includes(`${each}\``) && !documented.includes(`${each}?`));
      // Each ERP signs in its own way.
      assert.deepEqual(missing, ['`POST /sign-in']);
    });

    it('sends the policy that forbids inline script and markup from text, with every page', async () => {
      const { headers } = await fetch(`${host.url}/`);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /require-trusted-types-for 'script'/);
      assert.doesNotMatch(policy, /unsafe/);
    });
  });
}

describe('A host that allows new lots', () => {
  it('creates a lot that is typed and not there yet (rule 8)', async t => {
    const host = await startHost({ place: await filledPglite(), port: 0, hostname: '127.0.0.1', newLots: true });
    t.after(() => host.close());
    const ana = await Client.signIn(host.url, 'ana');
    const { id } = await ana.list(14, 1);
    const reply = await ana.count(id, aCount({ itemCode: 'ART', lot: 'N-2026' }));
    assert.equal(reply.body.row.lot, 'N-2026');
    const lots = await ana.get('/lots?code=N-2026');
    assert.equal(lots.body.matches[0].itemCode, 'ART');
  });
});

function quantities(reply: {
  body: { row: { quantity: string; alternativeUnit: { code: string } | null; alternativeQuantity: string | null } };
}) {
  const { quantity, alternativeUnit, alternativeQuantity } = reply.body.row;
  return [quantity, alternativeUnit?.code ?? null, alternativeQuantity];
}
