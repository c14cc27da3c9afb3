import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Client, aCount, problemOf } from './client.ts';
import { onEachDatabase } from './databases.ts';

onEachDatabase('The back office', {}, stage => {
  const elena = () => Client.signIn(stage().host.url, 'elena');

  it('closes a list while somebody counts in it, and opens it again', async () => {
    const { ana } = stage();
    const { id } = await ana.list(14, 1);
    const supervisor = await elena();
    assert.equal((await ana.count(id, aCount())).status, 200);
    assert.equal((await supervisor.request('POST', `/back-office/lists/${id}/close`)).status, 200);
    assert.equal(problemOf(await ana.count(id, aCount({ location: 'A-01-03' }))), 'list-closed');
    assert.equal((await supervisor.request('POST', `/back-office/lists/${id}/reopen`)).status, 200);
    assert.equal((await ana.count(id, aCount({ location: 'A-01-03' }))).status, 200);
    assert.equal(problemOf(await supervisor.request('POST', '/back-office/lists/999/close')), 'unknown-list');
  });

  it('signs an operator out, and nobody else', async () => {
    const { host, mihai } = stage();
    const giulia = await Client.signIn(host.url, 'giulia');
    const reply = await (await elena()).request('POST', '/back-office/sign-out', { userName: 'giulia' });
    assert.equal(reply.status, 200);
    assert.equal((await giulia.get('/me')).status, 401);
    assert.equal((await mihai.get('/me')).status, 200);
  });

  it('is for supervisors', async () => {
    const { mihai } = stage();
    for (const path of ['lists/1/close', 'lists/1/reopen', 'sign-out']) {
      assert.equal(problemOf(await mihai.request('POST', `/back-office/${path}`, { userName: 'ana' })), 'forbidden');
    }
  });
});
