import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';

/** What came of a request: a reply, or the code with which its connection failed. */
interface Outcome {
  readonly status: number | null;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
  readonly failed: string | null;
}

/** One device: a client that keeps its one connection open. */
class Device {
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  send(path = '/counts', { signal, body = '{}' }: { signal?: AbortSignal; body?: string } = {}): Promise<Outcome> {
    return new Promise(resolve => {
      let status: number | null = null;
      let headers: http.IncomingHttpHeaders = {};
      let text = '';
      const failed = (error: Error & { code?: string }) =>
        resolve({ status, headers, body: text, failed: error.code ?? error.message });
      const request = http.request(
        `${this.#origin}${path}`,
        { method: 'POST', agent: this.#agent, headers: { 'idempotency-key': 'key-1' }, ...(signal && { signal }) },
        response => {
          ({ statusCode: status = null, headers } = response);
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (text += chunk));
          response.on('error', failed);
          response.on('end', () => resolve({ status, headers, body: text, failed: null }));
        },
      );
      request.on('error', failed);
      request.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

describe('The fault proxy', () => {
  /** What reached the host, in order. */
  let heard: string[];
  let host: http.Server;
  let proxy: FaultProxy;
  let device: Device;

  before(async () => {
    host = http.createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += String(chunk)));
      request.on('end', () => {
        heard.push(`${request.method} ${request.url} ${body}`);
        response.writeHead(200, { 'content-type': 'application/json', 'x-host': 'itself' });
        response.end(JSON.stringify({ applied: heard.length, padding: 'x'.repeat(200) }));
      });
    });
    host.listen(0, '127.0.0.1');
    await once(host, 'listening');
  });
  after(() => {
    host.close();
  });
  beforeEach(async () => {
    heard = [];
    proxy = await startFaultProxy({ target: `http://127.0.0.1:${(host.address() as AddressInfo).port}` });
    device = new Device(proxy.origin);
  });
  afterEach(async () => {
    device.close();
    await proxy.close();
  });

  it('passes what is not in the plan, whole, on connections that stay open', async () => {
    const outcome = await device.send('/counts?a=1', { body: '{"quantity":"5"}' });
    assert.deepEqual(heard, ['POST /counts?a=1 {"quantity":"5"}']);
    assert.equal(outcome.status, 200);
    assert.equal(outcome.headers['x-host'], 'itself');
    assert.equal(JSON.parse(outcome.body).applied, 1);
    await device.send();
    const passages = await proxy.passages();
    assert.deepEqual(
      passages.map(({ connection, turn, statuses, answered }) => [connection, turn, statuses, answered]),
      [
        [1, 1, [200], 200],
        [1, 2, [200], 200],
      ],
    );
  });

  it('loses a request: the connection is reset and the host hears nothing', async () => {
    await proxy.setPlan({ script: [{ kind: 'request-lost' }] });
    assert.equal((await device.send()).failed, 'ECONNRESET');
    assert.deepEqual(heard, []);
    assert.equal((await device.send()).status, 200, 'and the next one passes');
  });

  it('loses a reply on a warmed connection: the host has applied, the client hears nothing', async () => {
    await proxy.setPlan({ script: [{ kind: 'reply-lost', warmed: true }] });
    assert.equal((await device.send()).status, 200, 'the connection is cold: the fault waits');
    const lost = await device.send();
    assert.deepEqual([lost.status, lost.failed], [null, 'ECONNRESET']);
    assert.equal(heard.length, 2);
    const [warming, warmed] = await proxy.passages();
    assert.deepEqual([warming?.connection, warmed?.connection, warmed?.turn], [1, 1, 2]);
    assert.deepEqual([warmed?.statuses, warmed?.answered], [[200], null]);
  });

  for (const by of ['close', 'reset'] as const) {
    it(`loses a reply by a ${by} on a connection of any age`, async () => {
      await proxy.setPlan({ script: [{ kind: 'reply-lost', by }] });
      assert.equal((await device.send()).failed, 'ECONNRESET');
      assert.equal(heard.length, 1);
    });
  }

  it('delivers twice, in turn or at once, and answers with the first or the second', async () => {
    await proxy.setPlan({
      script: [{ kind: 'duplicate' }, { kind: 'duplicate', answer: 'second' }, { kind: 'duplicate', atOnce: true }],
    });
    assert.equal(JSON.parse((await device.send()).body).applied, 1);
    assert.equal(JSON.parse((await device.send()).body).applied, 4);
    await device.send();
    assert.equal(heard.length, 6);
    assert.equal((await proxy.counts()).delivered, 6);
  });

  for (const status of [500, 502, 503, 429] as const) {
    it(`answers ${status} of a proxy's own, in HTML, without the host`, async () => {
      await proxy.setPlan({ script: [{ kind: 'status', status }] });
      const outcome = await device.send();
      assert.equal(outcome.status, status);
      assert.match(outcome.headers['content-type'] ?? '', /html/);
      assert.equal(outcome.headers['retry-after'], undefined);
      assert.deepEqual(heard, []);
    });
  }

  it('says when to come again, in seconds or as a date', async () => {
    await proxy.setPlan({
      script: [
        { kind: 'status', status: 503, retryAfterSeconds: 7 },
        { kind: 'status', status: 429, retryAfterSeconds: 90, retryAfterAsDate: true },
      ],
    });
    assert.equal((await device.send()).headers['retry-after'], '7');
    const before = Date.now();
    const at = Date.parse((await device.send()).headers['retry-after'] ?? '') - 90_000;
    assert.ok(at > before - 1000 && at <= Date.now(), '90 s from then, in whole seconds');
  });

  it('answers 502 although the host has applied, where told so', async () => {
    await proxy.setPlan({ script: [{ kind: 'status', status: 502, delivered: true }] });
    assert.equal((await device.send()).status, 502);
    assert.equal(heard.length, 1);
  });

  it('answers 401 as the host would, without asking it', async () => {
    await proxy.setPlan({ script: [{ kind: 'signed-out' }] });
    const { status, body } = await device.send();
    assert.deepEqual([status, JSON.parse(body).type], [401, 'urn:wms-inventar:problem:signed-out']);
    assert.deepEqual(heard, []);
  });

  it('delivers late: only once the client has given up', async () => {
    await proxy.setPlan({ script: [{ kind: 'late-apply' }] });
    const giveUp = new AbortController();
    const outcome = device.send('/late', { signal: giveUp.signal });
    await proxy.received(1);
    assert.deepEqual(heard, []);
    giveUp.abort();
    assert.equal((await outcome).failed, 'ABORT_ERR');
    await proxy.idle();
    assert.deepEqual(heard, ['POST /late {}']);
  });

  it('delivers late: when the test says so, after a repetition has overtaken it', async () => {
    await proxy.setPlan({ script: [{ kind: 'late-apply', when: 'released' }] });
    const giveUp = new AbortController();
    const outcome = device.send('/late', { signal: giveUp.signal });
    await proxy.received(1);
    assert.equal((await proxy.counts()).held, 1);
    giveUp.abort();
    await outcome;
    await device.send('/again');
    assert.equal(await proxy.release(), 1);
    await proxy.idle();
    assert.deepEqual(heard, ['POST /again {}', 'POST /late {}']);
    assert.equal(await proxy.release(), 0);
  });

  for (const by of ['close', 'reset'] as const) {
    it(`cuts a reply in the middle of its body by a ${by}; the host has applied`, async () => {
      await proxy.setPlan({ script: [{ kind: 'cut-body', by }] });
      const { status, headers, body, failed } = await device.send();
      assert.deepEqual([status, failed], [200, 'ECONNRESET']);
      assert.ok(body.length > 0 && body.length < Number(headers['content-length']), `${body.length} bytes came`);
      assert.equal(heard.length, 1);
    });
  }

  it('answers JSON that ends too early in a reply that is whole by HTTP', async () => {
    await proxy.setPlan({ script: [{ kind: 'malformed-json' }] });
    const { status, headers, body, failed } = await device.send();
    assert.deepEqual([status, headers['content-type'], failed], [200, 'application/json', null]);
    assert.throws(() => JSON.parse(body), SyntaxError);
    assert.equal(heard.length, 1);
  });

  it('answers a login page, with 200 and by a redirect that leads to one', async () => {
    await proxy.setPlan({ script: [{ kind: 'login-page' }, { kind: 'login-redirect' }] });
    const page = await device.send();
    assert.deepEqual([page.status, page.headers['content-type']], [200, 'text/html; charset=utf-8']);
    const redirect = await device.send();
    assert.equal(redirect.status, 302);
    const followed = await device.send(redirect.headers.location);
    assert.deepEqual([followed.status, followed.headers['content-type']], [200, 'text/html; charset=utf-8']);
    assert.deepEqual(heard, []);
  });

  it('is a captive portal for every request until the plan changes', async () => {
    for (const status of [200, 511] as const) {
      await proxy.setPlan({ otherwise: { kind: 'captive-portal', status } });
      for (const path of ['/', '/counts']) {
        const outcome = await device.send(path);
        assert.equal(outcome.status, status);
        assert.match(outcome.body, /<!doctype html>/);
      }
    }
    await proxy.setPlan({});
    assert.equal((await device.send()).headers['x-host'], 'itself');
    assert.equal(heard.length, 1);
  });

  it('hangs: no answer, and the host hears nothing even after the client has given up', async () => {
    await proxy.setPlan({ script: [{ kind: 'hang' }] });
    const giveUp = new AbortController();
    const outcome = device.send('/hangs', { signal: giveUp.signal });
    await proxy.received(1);
    await proxy.idle();
    giveUp.abort();
    assert.equal((await outcome).failed, 'ABORT_ERR');
    await device.send('/next');
    assert.deepEqual(heard, ['POST /next {}']);
  });

  it('goes offline: resets what is open, refuses what is new, and comes back on the same port', async () => {
    await device.send();
    await proxy.setPlan({ offline: true });
    assert.match((await device.send()).failed ?? '', /ECONNRE(SET|FUSED)/);
    assert.equal((await new Device(proxy.origin).send()).failed, 'ECONNREFUSED');
    await proxy.setPlan({});
    assert.equal((await device.send()).status, 200);
    assert.equal(heard.length, 2);
  });

  it('is slow: latency there and back, and no more bytes in a second than fit through', async () => {
    await proxy.setPlan({ slow: { latencyMs: 60, bytesPerSecond: 2000 } });
    const started = performance.now();
    const { body } = await device.send();
    const least = 60 + (body.length / 2000) * 1000;
    assert.equal(JSON.parse(body).applied, 1);
    assert.ok(performance.now() - started >= least * 0.9, `it takes ${Math.round(least)} ms at least`);
  });

  it("shifts the host's clock by a day", async () => {
    for (const day of [-86_400_000, 86_400_000]) {
      await proxy.setPlan({ clockSkewMs: day });
      const before = Date.now();
      const date = Date.parse((await device.send()).headers.date ?? '') - day;
      // It is told in whole seconds.
      assert.ok(date > before - 1000 && date <= Date.now());
    }
  });

  it('leaves alone what the plan does not speak of', async () => {
    await proxy.setPlan({ only: { method: 'POST', path: '/counts$' }, script: [{ kind: 'request-lost' }] });
    assert.equal((await device.send('/rows')).status, 200);
    assert.equal((await device.send('/counts')).failed, 'ECONNRESET');
  });

  it('breaks as its host does: a host that is down is a connection that dies', async () => {
    await proxy.setTarget('http://127.0.0.1:9');
    assert.equal((await device.send()).failed, 'ECONNRESET');
    assert.equal((await proxy.counts()).delivered, 0);
  });

  it('counts how many requests were under way at once', async () => {
    await proxy.setPlan({ otherwise: { kind: 'reply-held' } });
    const devices = Array.from({ length: 3 }, () => new Device(proxy.origin));
    const sent = devices.map(each => each.send());
    while ((await proxy.counts()).held < 3);
    assert.equal((await proxy.counts()).delivered, 3);
    assert.equal(await proxy.release(), 3);
    await Promise.all(sent);
    for (const each of devices) each.close();
    const { received, answered, mostAtOnce } = await proxy.counts();
    assert.deepEqual([received, answered, mostAtOnce], [3, 3, 3]);
  });

  it('refuses a plan that is none, and goes on with the one it has', async () => {
    await assert.rejects(proxy.setPlan({ script: [{ kind: 'earthquake' } as never] }));
    assert.equal((await device.send()).status, 200);
  });
});
