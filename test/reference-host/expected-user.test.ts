import assert from 'node:assert/strict';
import { it } from 'node:test';
import { aCount, problemOf } from './client.ts';
import { onEachDatabase } from './databases.ts';

onEachDatabase('A request that says in whose name it is meant', {}, stage => {
  const expect = (userName: string) => ({ 'expected-user': encodeURIComponent(userName) });

  it('is taken of that user, and of one whose client does not say', async () => {
    const { ana } = stage();
    const { id } = await ana.list(14, 1);
    const key = { 'idempotency-key': crypto.randomUUID() };
    const reply = await ana.request('POST', `/lists/${id}/counts`, aCount(), { ...key, ...expect('ana') });
    assert.deepEqual([reply.status, reply.body.row.operator.userName], [200, 'ana']);
    assert.equal((await ana.get('/me')).status, 200);
  });

  it('is refused of everybody else, before anything is done, and does not use up its key', async () => {
    const { ana, mihai } = stage();
    const { id } = await ana.list(12, 2);
    const key = { 'idempotency-key': crypto.randomUUID() };
    const count = aCount({ location: 'A-02-02' });
    for (const name of ['ana', 'Mihai', 'mihai ', 'Ștefan %', '']) {
      const reply = await mihai.request('POST', `/lists/${id}/counts`, count, { ...key, ...expect(name) });
      assert.deepEqual([reply.status, problemOf(reply)], [403, 'other-user'], name);
    }
    const malformed = await mihai.get('/me', { 'expected-user': 'mihai%' });
    assert.equal(problemOf(malformed), 'other-user');
    assert.deepEqual(await ana.rows(id, 'status=counted'), []);
    const own = await mihai.request('POST', `/lists/${id}/counts`, count, { ...key, ...expect('mihai') });
    assert.equal(own.status, 200);
  });

  it('is refused in an undo and in a read too', async () => {
    const { ana, mihai } = stage();
    const { id } = await ana.list(12, 2);
    const undo = { undoes: crypto.randomUUID(), baseVersion: '1' };
    const key = { 'idempotency-key': crypto.randomUUID() };
    const reply = await mihai.request('POST', `/lists/${id}/counts/undo`, undo, { ...key, ...expect('ana') });
    assert.equal(problemOf(reply), 'other-user');
    assert.equal(problemOf(await mihai.get('/me', expect('ana'))), 'other-user');
  });
});
