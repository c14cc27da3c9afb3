import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { CountRow } from '../../src/domain/inventory.ts';
import type { CountRequestBody } from '../../src/services/rest/contract.ts';
import { CAPABILITY_SETS, type CapabilitySet } from '../../reference-host/server/capabilities.ts';
import { type RunningHost, startHost } from '../../reference-host/server/serve.ts';
import { type Fault, type FaultProxy, startFaultProxy } from '../faults/fault-proxy.ts';
import { Client, type Reply, aCount, problemOf } from './client.ts';
import { filledPglite } from './warehouse.ts';

/**
 * The host's half of exactly once: a client that sends the same request again until it hears an answer of the host's
 * own, over connections on which everything goes wrong.
 */
const FAULTS: readonly Fault[] = [
  { kind: 'request-lost' },
  { kind: 'reply-lost', by: 'close' },
  { kind: 'reply-lost', by: 'reset' },
  { kind: 'duplicate' },
  { kind: 'duplicate', atOnce: true, answer: 'second' },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 502, delivered: true },
  { kind: 'status', status: 503, retryAfterSeconds: 1 },
  { kind: 'status', status: 429, retryAfterSeconds: 1, retryAfterAsDate: true },
  { kind: 'cut-body' },
  { kind: 'malformed-json' },
  { kind: 'login-page' },
  { kind: 'login-redirect', delivered: true },
  { kind: 'captive-portal', status: 511 },
];

/** Sends a request until it is answered, by 200 or by a problem that says what is wrong with it. */
async function insist(send: () => Promise<Reply>): Promise<Reply> {
  for (let tries = 0; tries < 30; tries++) {
    try {
      const reply = await send();
      const ofTheHost = /json/.test(reply.headers.get('content-type') ?? '') && reply.status < 500;
      if (ofTheHost && reply.status !== 429 && problemOf(reply) !== 'key-in-progress') return reply;
    } catch {
      // No reply, or one that is not JSON: whether it was applied is not known.
    }
  }
  throw new Error('Thirty times without an answer');
}

function suite(
  kind: CapabilitySet,
  tests: (stage: () => { direct: Client; faulty: Client; proxy: FaultProxy }) => void,
) {
  describe(`Behind a network that fails, a host with ${kind}`, () => {
    let host: RunningHost;
    let proxy: FaultProxy;
    let direct: Client;
    let faulty: Client;
    before(async () => {
      // All tell the history, since it is what says how often a count was applied.
      const capabilities = { ...CAPABILITY_SETS[kind], history: true };
      host = await startHost({ place: await filledPglite(), port: 0, hostname: '127.0.0.1', capabilities });
      direct = await Client.signIn(host.url, 'ana');
    });
    after(() => host.close());
    beforeEach(async () => {
      proxy = await startFaultProxy({ target: host.url });
      faulty = await Client.signIn(proxy.origin, 'ana');
    });
    afterEach(() => proxy.close());
    tests(() => ({ direct, faulty, proxy }));
  });
}

/** 12 pieces at a place of its own, and an Add of 5 onto them. */
async function twelve(direct: Client, place: number): Promise<{ id: string; row: CountRow; five: CountRequestBody }> {
  const { id } = await direct.list(14, 1);
  const location = `A-0${1 + Math.floor(place / 6)}-0${1 + (place % 6)}`;
  const { status, body } = await direct.count(id, aCount({ location }, { quantity: '12' }));
  assert.equal(status, 200);
  const five = aCount({ location }, { mode: 'add', quantity: '5', baseVersion: body.row.version });
  return { id, row: body.row, five };
}

const only = { method: 'POST', path: '/counts$' };

suite('keys', stage => {
  FAULTS.forEach((fault, place) => {
    it(`adds once through ${JSON.stringify(fault)}`, async () => {
      const { direct, faulty, proxy } = stage();
      const { id, row, five } = await twelve(direct, place);
      await proxy.setPlan({ only, script: [fault, fault] });
      const key = randomUUID();
      const { status, body } = await insist(() => faulty.count(id, five, key));
      assert.equal(status, 200);
      assert.equal(body.row.quantity, '17');
      const history = await direct.history(row);
      assert.deepEqual(
        history.map(each => [each.mode, each.result.quantity]),
        [
          ['add', '17'],
          ['new', '12'],
        ],
      );
      assert.equal(history[0]?.key, key);
    });
  });

  it('is not moved by a request that comes late, after its repetition and after another count', async () => {
    const { direct, faulty, proxy } = stage();
    const { id, row, five } = await twelve(direct, FAULTS.length);
    await proxy.setPlan({ only, script: [{ kind: 'late-apply', when: 'released' }] });
    const { received } = await proxy.counts();
    const key = randomUUID();
    const late = faulty.count(id, five, key).catch(() => null);
    await proxy.received(received + 1);
    const again = await faulty.count(id, five, key);
    assert.equal(again.body.row.quantity, '17');
    await direct.count(id, { ...five, mode: 'replace', quantity: '40', baseVersion: again.body.row.version });
    assert.equal(await proxy.release(), 1);
    await proxy.idle();
    const { location } = five.identity;
    assert.equal((await direct.rows(id, `text=${location}`))[0]?.quantity, '40');
    assert.equal((await direct.history(row)).length, 3);
    await proxy.setPlan({ offline: true });
    await late;
  });

  it('sums exactly what 6 devices add at once while every third request fails', async () => {
    const { direct, proxy } = stage();
    const { id } = await direct.list(12, 2);
    const shelf = { location: 'D-01-01' };
    const { body } = await direct.count(id, aCount(shelf, { quantity: '0' }));
    await proxy.setPlan({ only, random: { seed: 20261122, probability: 0.33, faults: [...FAULTS] } });
    const devices = await Client.signInEach(Array.from({ length: 6 }, () => [proxy.origin, 'ana']));
    const addOnce = async (device: Client) => {
      for (let base: CountRow = body.row; ;) {
        const key = randomUUID();
        const add = aCount(shelf, { mode: 'add', quantity: '1', baseVersion: base.version });
        const reply = await insist(() => device.count(id, add, key));
        if (reply.status === 200) return;
        assert.equal(problemOf(reply), 'changed-meanwhile');
        base = reply.body.row;
      }
    };
    await Promise.all(
      devices.map(async device => {
        for (let n = 0; n < 10; n++) await addOnce(device);
      }),
    );
    const [row] = await direct.rows(id, 'text=D-01-01');
    assert.equal(row?.quantity, '60');
    const history = await direct.history(row);
    assert.equal(history.length, 61);
    assert.equal(new Set(history.map(({ key }) => key)).size, 61, 'no key twice');
    const { faults, received } = await proxy.counts();
    assert.ok((faults.none ?? 0) < received * 0.85, 'it did fail');
  });
});

suite('versions', stage => {
  FAULTS.forEach((fault, place) => {
    it(`never adds twice through ${JSON.stringify(fault)}`, async () => {
      const { direct, faulty, proxy } = stage();
      const { id, row, five } = await twelve(direct, place);
      await proxy.setPlan({ only, script: [fault] });
      const { status, body } = await insist(() => faulty.count(id, five));
      // Applied without its client hearing of it, it is told as a change by somebody: the row it carries says of what.
      if (status !== 200) assert.equal(body.type, 'urn:wms-inventar:problem:changed-meanwhile');
      assert.equal(body.row.quantity, '17');
      assert.equal((await direct.history(row)).length, 2);
    });
  });
});

suite('none', stage => {
  it('adds as often as it is told to: what comes again must not be sent without asking', async () => {
    const { direct, faulty, proxy } = stage();
    const { id, row, five } = await twelve(direct, 0);
    await proxy.setPlan({ only, script: [{ kind: 'reply-lost' }, { kind: 'duplicate' }] });
    const { body } = await insist(() => faulty.count(id, five));
    assert.ok(Number(body.row.quantity) > 17, body.row.quantity);
    assert.ok((await direct.history(row)).length > 2);
  });
});
