import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type RunningHost, startHost } from '../../reference-host/server/serve.ts';
import { Client, aCount, problemOf } from './client.ts';
import { filledPglite } from './warehouse.ts';

const MINUTE = 60_000;
const SHIFT = 10 * 60 * MINUTE;

describe('A sign-in', () => {
  let host: RunningHost;
  let now = Date.parse('2026-11-22T08:00:00Z');
  before(async () => {
    const place = await filledPglite();
    host = await startHost({ place, port: 0, hostname: '127.0.0.1', now: () => new Date(now) });
  });
  after(() => host.close());

  it('holds for a shift and is no longer valid after it, for reads and for counts', async () => {
    const ana = await Client.signIn(host.url, 'ana');
    const { id } = await ana.list(14, 1);
    now += SHIFT - 1;
    assert.equal((await ana.get('/me')).status, 200);
    now += 1;
    for (const reply of [await ana.get('/me'), await ana.get(`/lists/${id}`), await ana.count(id, aCount())]) {
      assert.deepEqual([reply.status, problemOf(reply)], [401, 'signed-out']);
    }
    const back = await Client.signIn(host.url, 'ana');
    assert.equal((await back.get('/me')).status, 200);
    assert.deepEqual(await back.rows(id, 'status=counted'), [], 'nothing was recorded');
  });

  it('is neither made longer by requests nor ended by the sign-in of somebody else', async () => {
    const ana = await Client.signIn(host.url, 'ana');
    now += SHIFT / 2;
    assert.equal((await ana.get('/me')).status, 200);
    const mihai = await Client.signIn(host.url, 'mihai');
    assert.equal((await ana.get('/me')).body.userName, 'ana');
    now += SHIFT / 2;
    await Client.signIn(host.url, 'elena');
    assert.equal((await ana.get('/me')).status, 401);
    assert.equal((await mihai.get('/me')).body.userName, 'mihai');
  });

  it('stays over where the clock of the host is set back after another one removed it', async () => {
    const ana = await Client.signIn(host.url, 'ana');
    now += SHIFT + MINUTE;
    await Client.signIn(host.url, 'mihai');
    now -= 2 * MINUTE;
    assert.equal((await ana.get('/me')).status, 401);
  });
});
