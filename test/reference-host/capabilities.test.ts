import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { CAPABILITY_SETS, type CapabilitySet, capabilitiesOf } from '../../reference-host/server/capabilities.ts';
import { aCount, problemOf } from './client.ts';
import { onEachDatabase } from './databases.ts';

const OWNER = { name: 'owner', label: 'Owner', asked: true };
const PROJECT = { name: 'project', label: 'Project', asked: false };

for (const kind of Object.keys(CAPABILITY_SETS) as CapabilitySet[]) {
  const capabilities = CAPABILITY_SETS[kind];
  const { idempotencyKeys: keys, versions } = capabilities;

  onEachDatabase(`A host with ${kind}`, { capabilities: kind }, stage => {
    /** A row of 12 at this place, and what a further Add of 5 onto it is asked with. */
    const twelve = async (location: string) => {
      const { ana } = stage();
      const { id } = await ana.list(14, 1);
      const { status, body } = await ana.count(id, aCount({ location }, { quantity: '12' }));
      assert.equal(status, 200);
      const five = aCount({ location }, { mode: 'add', quantity: '5', baseVersion: body.row.version });
      return { id, row: body.row, five };
    };
    const rowAt = async (id: string, location: string) =>
      (await stage().ana.rows(id, `text=${location}`)).find(each => each.location === location);

    it('says what it can', async () => {
      const { body } = await stage().ana.get('/configuration');
      const { epoch, ...can } = body.capabilities;
      assert.deepEqual(can, capabilities);
      assert.equal(typeof epoch, 'string');
    });

    it(keys ? 'adds once when the same request comes again' : 'keeps no keys', async () => {
      const { id, five } = await twelve('A-01-02');
      const key = randomUUID();
      const first = await stage().ana.count(id, five, key);
      const again = await stage().ana.count(id, five, key);
      assert.equal(first.body.row.quantity, '17');
      if (keys) assert.deepEqual(again.body, first.body);
      else if (versions) assert.deepEqual([again.status, problemOf(again)], [412, 'changed-meanwhile']);
      else assert.equal(again.body.row.quantity, '22', 'a blind host adds twice');
      assert.equal(again.headers.get('idempotency-replayed'), keys ? 'true' : null);
    });

    it(keys ? 'wants a key' : 'needs no key', async () => {
      const { ana } = stage();
      const { id } = await ana.list(14, 1);
      const reply = await ana.request('POST', `/lists/${id}/counts`, aCount({ location: 'A-01-03' }));
      assert.equal(reply.status, keys ? 400 : 200);
    });

    it(versions ? 'refuses a new count onto a counted row' : 'overwrites by a new count', async () => {
      const { id } = await twelve('A-01-04');
      const reply = await stage().ana.count(id, aCount({ location: 'A-01-04' }, { quantity: '3' }));
      if (versions) assert.deepEqual([reply.status, problemOf(reply)], [409, 'row-exists']);
      else assert.equal(reply.status, 200);
      assert.equal((await rowAt(id, 'A-01-04'))?.quantity, versions ? '12' : '3');
    });

    for (const mode of ['add', 'replace'] as const) {
      const location = mode === 'add' ? 'A-01-05' : 'A-01-06';
      const title = versions ? `refuses to ${mode} onto a row that changed` : `lets ${mode} onto whatever is there`;
      it(title, async () => {
        const { id, five, row } = await twelve(location);
        await stage().ana.count(id, { ...five, mode: 'replace', quantity: '20' });
        const reply = await stage().ana.count(id, { ...five, mode, baseVersion: row.version });
        if (versions) {
          assert.deepEqual([reply.status, problemOf(reply)], [412, 'changed-meanwhile']);
          assert.equal(reply.body.row.quantity, '20');
        } else assert.equal(reply.body.row.quantity, mode === 'add' ? '25' : '5');
      });
    }

    it(versions ? 'gives each change of a row another version' : 'shows no versions', async () => {
      const { id, row, five } = await twelve('A-02-01');
      const { body, headers } = await stage().ana.count(id, five);
      const read = await rowAt(id, 'A-02-01');
      assert.deepEqual([row.version, body.row.version, read?.version], versions ? ['1', '2', '2'] : ['0', '0', '0']);
      assert.equal(headers.get('etag'), versions ? '"2"' : null);
    });

    it('refuses a closed list, whatever it keeps', async () => {
      const { ana } = stage();
      const reply = await ana.count((await ana.list(12, 6)).id, aCount());
      assert.deepEqual([reply.status, problemOf(reply)], [409, 'list-closed']);
    });

    it('has the services of its capabilities and no others', async () => {
      const { ana } = stage();
      const { id, row } = await twelve('A-02-02');
      const history = await ana.get(`/lists/${id}/rows/${row.id}/history`);
      assert.equal(history.status, capabilities.history ? 200 : 404);
      const undone = await ana.undo(id, { undoes: randomUUID(), baseVersion: 1 });
      assert.equal(problemOf(undone), capabilities.undo ? 'nothing-to-undo' : 'not-found');
      const catalogue = await ana.get(`/lists/${id}/catalogue/locations`);
      assert.equal(catalogue.status, capabilities.catalogue ? 200 : 404);
    });
  });
}

describe('The capabilities of a host', () => {
  it('may be given one by one', () => {
    const { versions, catalogue } = capabilitiesOf({ idempotencyKeys: false, versions: false, catalogue: true });
    assert.deepEqual([versions, catalogue], [false, true]);
  });

  it('include undo only with keys, which name the count, and versions, which say that it is the last', () => {
    assert.throws(() => capabilitiesOf({ idempotencyKeys: false, versions: true, undo: true }), /keys and versions/);
  });
});

onEachDatabase('A host that asks for dimensions of its own', { dimensions: [OWNER, PROJECT] }, stage => {
  it('names them in their order, with what they are called', async () => {
    const { body } = await stage().ana.get('/configuration');
    assert.deepEqual(body.dimensions, [OWNER, PROJECT]);
  });

  it('takes no count that does not say one it asks for', async () => {
    const { ana } = stage();
    const { id } = await ana.list(14, 1);
    const of = (dimensions: Record<string, string>) => ana.count(id, aCount({ location: 'A-03-01', dimensions }));
    const refused = await of({ project: 'P-7' });
    assert.deepEqual([refused.status, problemOf(refused)], [400, 'bad-request']);
    assert.equal((await of({ owner: 'ACME' })).status, 200);
  });
});
