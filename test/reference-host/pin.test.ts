import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { openDatabase } from '../../reference-host/server/database/open.ts';
import { employee, signInTry } from '../../reference-host/server/database/schema.ts';
import { hashPin, isPin } from '../../reference-host/server/pin.ts';
import { EMPLOYEES } from '../../reference-host/server/seed/inventories.ts';
import { type RunningHost, startHost } from '../../reference-host/server/serve.ts';
import { oldPglite, oldPostgres } from '../fixtures/old-device/warehouse.ts';
import { Client, type Reply, problemOf } from './client.ts';
import { pinOf } from './sign-in.ts';
import { emptyPostgres, filledPglite, filledPostgres } from './warehouse.ts';

const MINUTE = 60_000;

function sign(host: RunningHost, userName: string, pin: unknown = pinOf(userName)): Promise<Reply> {
  return new Client(host.url, '').request('POST', '/sign-in', { userName, pin });
}

for (const [name, place] of [
  ['PGlite', filledPglite],
  ['PostgreSQL', filledPostgres],
] as const) {
  describe(`Signing in, on ${name}`, () => {
    async function start(t: { after(end: () => Promise<void>): void }) {
      const clock = { now: Date.parse('2026-11-22T08:00:00Z') };
      const where = await place();
      const host = await startHost({ place: where, port: 0, hostname: '127.0.0.1', now: () => new Date(clock.now) });
      t.after(() => host.close());
      return { host, clock, place: where };
    }

    it('takes the PIN of the person, and of nobody else', async t => {
      const { host } = await start(t);
      for (const { userName, pin } of EMPLOYEES) assert.equal((await sign(host, userName, pin)).status, 200);
      for (const pin of [pinOf('mihai'), '04711', '4711 ', ' ', '471', 'null']) {
        const reply = await sign(host, 'ana', pin);
        assert.deepEqual([reply.status, problemOf(reply)], [403, 'forbidden'], pin);
        assert.equal((await sign(host, 'ana')).status, 200);
      }
      for (const pin of [undefined, null, '', 4711, ['4711'], 'x'.repeat(51)]) {
        const reply = await new Client(host.url, '').request('POST', '/sign-in', { userName: 'ana', pin });
        assert.deepEqual([reply.status, problemOf(reply)], [400, 'bad-request']);
      }
    });

    it('says the same of a wrong PIN and of a name that nobody has', async t => {
      const { host } = await start(t);
      const [wrong, nobody] = [await sign(host, 'ana', '0000'), await sign(host, 'nobody', '0000')];
      assert.deepEqual(nobody.body, wrong.body);
      assert.equal(nobody.status, wrong.status);
      assert.deepEqual([...nobody.headers.keys()], [...wrong.headers.keys()]);
    });

    it('is refused after five wrong PINs, the right one too, until the time is over', async t => {
      const { host, clock } = await start(t);
      for (const user of ['ana', 'nobody']) {
        for (let n = 0; n < 5; n++) assert.equal((await sign(host, user, `000${n}`)).status, 403);
        clock.now += MINUTE;
        const reply = await sign(host, user, '4711');
        assert.deepEqual([reply.status, problemOf(reply)], [429, 'too-many-tries']);
        assert.equal(reply.headers.get('retry-after'), '240');
      }
      assert.equal((await sign(host, 'mihai')).status, 200, 'nobody else waits');
      clock.now += 3 * MINUTE - 1;
      assert.equal((await sign(host, 'ana')).headers.get('retry-after'), '1');
      clock.now += 1;
      assert.equal((await sign(host, 'ana')).status, 200);
    });

    it('counts tries that come at once, and forgets them with a right one', async t => {
      const { host } = await start(t);
      for (let n = 0; n < 4; n++) assert.equal((await sign(host, 'mihai', '0000')).status, 403);
      assert.equal((await sign(host, 'mihai')).status, 200);
      const replies = await Promise.all(Array.from({ length: 12 }, (_, n) => sign(host, 'mihai', `10${n + 10}`)));
      const looked = replies.filter(({ status }) => status === 403).length;
      assert.deepEqual([looked, replies.filter(({ status }) => status === 429).length], [5, 7]);
    });

    it('is refused from an address after fifty wrong ones, whoever they are of', async t => {
      const { host, clock } = await start(t);
      for (let n = 0; n < 50; n++) assert.equal((await sign(host, `nobody ${n}`, '0000')).status, 403);
      const reply = await sign(host, 'ana');
      assert.deepEqual([reply.status, problemOf(reply)], [429, 'too-many-tries']);
      clock.now += 5 * MINUTE;
      for (let n = 0; n < 51; n++) assert.equal((await sign(host, 'ana')).status, 200, 'right ones are not counted');
    });

    it('keeps nobody waiting for years where the clock of the host was far ahead', async t => {
      const { host, clock } = await start(t);
      clock.now += 4 * 365 * 24 * 60 * MINUTE;
      for (let n = 0; n < 6; n++) await sign(host, 'ana', '0000');
      clock.now -= 4 * 365 * 24 * 60 * MINUTE;
      assert.equal((await sign(host, 'ana')).status, 200);
    });

    it('takes another PIN that a supervisor gave, and no longer the old one nor its tokens', async t => {
      const { host } = await start(t);
      const [ana, elena] = [await Client.signIn(host.url, 'ana'), await Client.signIn(host.url, 'elena')];
      const give = (client: Client, pin: string, userName = 'ana') =>
        client.request('POST', '/back-office/pin', { userName, pin });
      assert.equal((await give(ana, '1234')).status, 403);
      for (const pin of ['', '123', 'abcd', '1234567890123']) assert.equal((await give(elena, pin)).status, 400);
      assert.equal((await give(elena, '1234', 'nobody')).status, 404);
      for (let n = 0; n < 5; n++) await sign(host, 'ana', '0000');
      assert.equal((await give(elena, '1234')).status, 200);
      assert.equal((await ana.get('/me')).status, 401);
      assert.equal((await sign(host, 'ana')).status, 403);
      assert.equal((await sign(host, 'ana', '1234')).status, 200);
    });
  });
}

describe('Tries', () => {
  it('are counted by all processes of a host together', async t => {
    const place = await filledPostgres();
    const hosts = await Promise.all([0, 1].map(() => startHost({ place, port: 0, hostname: '127.0.0.1' })));
    t.after(() => Promise.all(hosts.map(host => host.close())));
    const tried: number[] = [];
    for (let n = 0; n < 6; n++) {
      const host = hosts[n % 2];
      if (host !== undefined) tried.push((await sign(host, 'ana', '0000')).status);
    }
    assert.deepEqual(tried, [403, 403, 403, 403, 403, 429]);
  });
});

describe('A PIN that is kept', () => {
  for (const [name, place] of [
    ['PGlite of before there were any', oldPglite],
    ['PostgreSQL of before there were any', oldPostgres],
    ['an empty PostgreSQL', emptyPostgres],
  ] as const) {
    it(`is there for each of the seed in ${name}`, async t => {
      const opened = await openDatabase(await place());
      t.after(() => opened.close());
      const { db } = opened;
      const kept = await db.select().from(employee);
      assert.equal(kept.length, EMPLOYEES.length);
      for (const { userName, pinHash } of kept) assert.equal(await isPin(pinOf(userName), pinHash), true);
    });
  }

  it('is left as it is at the next start, and an employee of one’s own has none', async t => {
    const place = await filledPostgres();
    const first = await openDatabase(place);
    await first.db.insert(employee).values({ userName: 'ion', name: 'Ion Dinu', supervisor: false });
    await first.db
      .update(employee)
      .set({ pinHash: await hashPin('5550') })
      .where(eq(employee.userName, 'ana'));
    await first.close();
    const host = await startHost({ place, port: 0, hostname: '127.0.0.1' });
    t.after(() => host.close());
    assert.equal((await sign(host, 'ana', '5550')).status, 200);
    assert.equal((await sign(host, 'ana')).status, 403);
    for (const pin of ['0000', 'null', 'undefined']) assert.equal((await sign(host, 'ion', pin)).status, 403);
    const again = await openDatabase(place);
    t.after(() => again.close());
    const subjects = (await again.db.select().from(signInTry)).map(({ subject }) => subject).sort();
    assert.deepEqual(subjects, ['address 127.0.0.1', 'person ana', 'person ion']);
  });
});
