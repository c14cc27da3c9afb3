import { expect } from '@open-wc/testing';
import type { CountRequest } from '../../src/domain/count-request.ts';
import {
  ChangedMeanwhileError,
  ContractError,
  ForbiddenError,
  HostError,
  KeyInProgressError,
  ListClosedError,
  OtherUserError,
  RefusedError,
  RejectedError,
  RetryLaterError,
  RowExistsError,
  SignedOutError,
  UnreachableError,
} from '../../src/services/errors.ts';
import { type TokenSource, createRestGateway } from '../../src/services/rest/rest-gateway.ts';
import { identity, location, row } from '../support/fixtures.ts';

const ANA = { userName: 'ana', name: 'Ana Pop', roles: ['counter'] };

const REQUEST: CountRequest = {
  key: '0123456789abcdef',
  mode: 'new',
  identity: identity(),
  entry: { quantity: '5', unit: 'buc' },
  baseVersion: null,
  barcode: 'Item-MOB-ART-118',
};

function json(body: unknown, status = 200, type = 'application/json'): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
}

function problem(name: string, status: number, more: object = {}): Response {
  const body = { type: `urn:wms-inventar:problem:${name}`, title: name, status, ...more };
  return json(body, status, 'application/problem+json');
}

/** A gateway whose requests end here: each is answered by `answer` and kept. */
function gatewayOn(answer: (request: Request) => Response | Promise<Response>, token: TokenSource = 'T') {
  const requests: Request[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    requests.push(request);
    return answer(request.clone());
  };
  return { gateway: createRestGateway({ baseUrl: '/api/', token, fetch }), requests };
}

function brokenOff(status: number): Response {
  return new Response('{"type":"urn:wms', { status, headers: { 'content-type': 'application/problem+json' } });
}

/** What was answered by somebody whom a redirect led to, and who was not asked what we asked. */
function redirected(answer: Response): Response {
  return Object.defineProperty(answer, 'redirected', { value: true });
}

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => null,
    (error: unknown) => error,
  );
}

const HISTORY_ENTRY = {
  id: '9',
  key: null,
  mode: 'undo',
  operator: { userName: 'ana', name: 'Ana Pop' },
  recordedAt: '2026-11-22T08:32:00Z',
  confirmedAt: null,
  device: null,
  barcode: null,
  entered: null,
  result: { quantity: null, alternativeUnit: null, alternativeQuantity: null },
  version: 4,
  undoes: '8',
  undoneBy: null,
};

describe('The REST gateway', () => {
  it('sends a count as the contract says, with its key and the token, once', async () => {
    const progress = { rows: 1, expected: 0, counted: 1 };
    const { gateway, requests } = gatewayOn(() => json({ row: row(), progress }));
    expect(await gateway.recordCount('7', REQUEST)).to.deep.equal({ row: row(), progress });
    const [request] = requests;
    expect(requests).to.have.lengthOf(1);
    expect(new URL(request?.url ?? '').pathname).to.equal('/api/lists/7/counts');
    expect(request?.headers.get('idempotency-key')).to.equal(REQUEST.key);
    expect(request?.headers.get('authorization')).to.equal('Bearer T');
    expect(await request?.json()).to.deep.equal({
      mode: 'new',
      identity: REQUEST.identity,
      quantity: '5',
      unit: 'buc',
      baseVersion: null,
      barcode: 'Item-MOB-ART-118',
    });
  });

  it('sends what the device says of itself, where it does', async () => {
    const progress = { rows: 1, expected: 0, counted: 1 };
    const { gateway, requests } = gatewayOn(() => json({ row: row(), progress }));
    const stamp = { device: 'TC21-7', confirmedAt: '2026-11-22T08:32:00.000Z' };
    await gateway.recordCount('7', { ...REQUEST, ...stamp });
    expect(await requests[0]?.json()).to.deep.include(stamp);
  });

  it('sends on what it does not know itself, and tells a version back as it came', async () => {
    const progress = { rows: 1, expected: 0, counted: 1 };
    const { gateway, requests } = gatewayOn(() => json({ row: row({ version: 'W/"7"' }), progress }));
    const newer: object = { pallet: '7' };
    for (const baseVersion of [3, '3']) await gateway.recordCount('7', { ...REQUEST, ...newer, baseVersion });
    const bodies = await Promise.all(requests.map(request => request.json()));
    expect(bodies.map(({ baseVersion, pallet }) => [baseVersion, pallet])).to.deep.equal([
      [3, '7'],
      ['3', '7'],
    ]);
  });

  it('asks for a row with a host’s own dimensions', async () => {
    const { gateway, requests } = gatewayOn(() => json({ row: null }));
    await gateway.row('7', { ...REQUEST.identity, dimensions: { owner: 'ACME' } });
    expect(new URL(requests[0]?.url ?? '').searchParams.get('dimensions')).to.equal('{"owner":"ACME"}');
  });

  it('understands a host that says who is a supervisor, and one with roles of its own', async () => {
    const who = { userName: 'elena', name: 'Elena Radu' };
    const rolesOf = (said: object) => gatewayOn(() => json({ ...who, ...said })).gateway.operator();
    expect(await rolesOf({ supervisor: true })).to.deep.equal({ ...who, roles: ['counter', 'supervisor'] });
    expect(await rolesOf({ supervisor: false })).to.deep.equal({ ...who, roles: ['counter'] });
    expect(await rolesOf({ roles: ['auditor', 'approver'] })).to.deep.equal({ ...who, roles: ['approver'] });
  });

  it('takes a count back under a key of its own', async () => {
    const progress = { rows: 1, expected: 0, counted: 0 };
    const { gateway, requests } = gatewayOn(() => json({ row: row({ quantity: null }), progress }));
    const undo = { key: 'fedcba9876543210', undoes: REQUEST.key, baseVersion: 3, device: 'TC21-7' };
    expect((await gateway.undoCount('7', undo)).row.quantity).to.equal(null);
    const [request] = requests;
    expect(new URL(request?.url ?? '').pathname).to.equal('/api/lists/7/counts/undo');
    expect(request?.headers.get('idempotency-key')).to.equal('fedcba9876543210');
    expect(await request?.json()).to.deep.equal({ undoes: REQUEST.key, baseVersion: 3, device: 'TC21-7' });
  });

  it('reads the history of a row', async () => {
    const { gateway, requests } = gatewayOn(() => json({ entries: [HISTORY_ENTRY], more: false }));
    expect(await gateway.rowHistory('7', '31')).to.deep.equal({ entries: [HISTORY_ENTRY], more: false });
    expect(new URL(requests[0]?.url ?? '').pathname).to.equal('/api/lists/7/rows/31/history');
  });

  it('pages through a part of the catalogue, and hears that it has not changed', async () => {
    const page = { items: [location()], next: null, revision: 'r2' };
    const { gateway, requests } = gatewayOn(request =>
      request.headers.get('if-none-match') === '"r2"' ? new Response(null, { status: 304 }) : json(page),
    );
    expect(await gateway.catalogue.locations('7', { cursor: 'c', limit: 1000 })).to.deep.equal(page);
    expect(await gateway.catalogue.locations('7', { cursor: null, revision: 'r1' })).to.deep.equal(page);
    expect(await gateway.catalogue.locations('7', { cursor: null, revision: 'r2' })).to.equal(null);
    const { pathname, search } = new URL(requests[0]?.url ?? '');
    expect(pathname + search).to.equal('/api/lists/7/catalogue/locations?cursor=c&limit=1000');
  });

  it('takes a capability that a host does not speak of for one it does not have', async () => {
    const configuration = {
      tokenizers: [],
      policies: { newLots: false, nextItemConfirms: false },
      capabilities: { idempotencyKeys: true, versions: true },
    };
    const { gateway } = gatewayOn(() => json(configuration));
    const { capabilities } = await gateway.configuration();
    expect([capabilities.history, capabilities.undo, capabilities.catalogue]).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('reads the epoch of the data base as often as it is asked, where the host names one', async () => {
    const epochs = ['before', 'after', undefined];
    const { gateway } = gatewayOn(() =>
      json({
        tokenizers: [],
        policies: { newLots: false, nextItemConfirms: false },
        capabilities: { idempotencyKeys: true, versions: true, epoch: epochs.shift() },
      }),
    );
    const read = async () => (await gateway.configuration()).capabilities.epoch;
    expect([await read(), await read(), await read()]).to.deep.equal(['before', 'after', undefined]);
  });

  describe('with a host that says null of what it does not have', () => {
    it('takes what may be absent for absent, wherever it stands', async () => {
      const entry = { ...HISTORY_ENTRY, note: null };
      const history = gatewayOn(() => json({ entries: [HISTORY_ENTRY, entry, entry], more: false })).gateway;
      const entries = [HISTORY_ENTRY, HISTORY_ENTRY, HISTORY_ENTRY];
      expect(await history.rowHistory('7', '31')).to.deep.equal({ entries, more: false });

      const rows = gatewayOn(() => json({ row: { ...row(), dimensions: null } })).gateway;
      expect(await rows.row('7', REQUEST.identity)).to.deep.equal(row());

      const configuration = {
        tokenizers: [],
        policies: { newLots: false, nextItemConfirms: false, commandPrefix: null },
        capabilities: { idempotencyKeys: true, versions: true, history: null, notes: null },
        contract: null,
        dimensions: null,
      };
      expect(await gatewayOn(() => json(configuration)).gateway.configuration()).to.deep.equal({
        tokenizers: [],
        policies: { newLots: false, nextItemConfirms: false },
        capabilities: { idempotencyKeys: true, versions: true },
      });
    });

    it('still reads the reason of a refusal', async () => {
      const { gateway } = gatewayOn(() => problem('unknown-unit', 422, { detail: null }));
      expect(await failure(gateway.recordCount('7', REQUEST))).to.be.instanceOf(RefusedError);
    });

    it('does not take what has to be there for absent', async () => {
      const { gateway } = gatewayOn(() => json({ row: { ...row(), unit: null } }));
      expect(await failure(gateway.row('7', REQUEST.identity))).to.be.instanceOf(ContractError);
    });
  });

  describe('told to come again later', () => {
    const told = (status: number, headers: Record<string, string>) => () => new Response('', { status, headers });
    const date = 'Sun, 22 Nov 2026 08:00:00 GMT';
    const until = 'Sun, 22 Nov 2026 08:00:30 GMT';
    const cases: readonly [what: string, answer: () => Response, milliseconds: number | undefined][] = [
      ['seconds', told(503, { 'retry-after': '120' }), 120_000],
      ["a date, by the host's own clock", told(429, { 'retry-after': until, date }), 30_000],
      ['a date that is over', told(429, { 'retry-after': date, date: until }), 0],
      ['nothing', told(503, {}), undefined],
      ['nonsense', told(503, { 'retry-after': 'soon' }), undefined],
    ];
    for (const [what, answer, milliseconds] of cases) {
      it(`says how long to wait: ${what}`, async () => {
        const error = await failure(gatewayOn(answer).gateway.operator());
        expect(error).to.be.instanceOf(HostError);
        expect(error instanceof RetryLaterError ? error.retryAfterMs : undefined).to.equal(milliseconds);
      });
    }

    it("reckons with the device's clock where the host does not tell its own", async () => {
      const inAMinute = new Date(Date.now() + 60_000).toUTCString();
      const error = await failure(gatewayOn(told(503, { 'retry-after': inAMinute })).gateway.operator());
      expect(error).to.have.property('retryAfterMs').within(30_000, 60_000);
    });

    it('because its key is being handled: the outcome is open, the same request is to be sent again', async () => {
      const { gateway } = gatewayOn(() => problem('key-in-progress', 409));
      const error = await failure(gateway.recordCount('7', REQUEST));
      expect(error).to.be.instanceOf(HostError).with.property('status', 409);
    });
  });

  it('takes no prototype from a reply, whatever keys it has', async () => {
    const text = JSON.stringify({ ...ANA, polluted: null }).replace('"polluted":null', '"__proto__":{"polluted":1}');
    expect(text).to.contain('__proto__');
    const { gateway } = gatewayOn(() => new Response(text, { headers: { 'content-type': 'application/json' } }));
    const operator = await gateway.operator();
    expect(operator).to.deep.equal(ANA);
    expect(Object.getPrototypeOf(operator)).to.equal(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });

  it('asks only for what is asked for: nothing absent, repeated where there are several', async () => {
    const { gateway, requests } = gatewayOn(request =>
      json(request.url.includes('/lists') ? { items: [] } : { items: [], next: null }),
    );
    await gateway.inventories({ number: '12', closed: false }, null);
    await gateway.lists(['1', '2']);
    expect(requests.map(request => new URL(request.url).search)).to.deep.equal([
      '?number=12&closed=false',
      '?inventory=1&inventory=2',
    ]);
  });

  const failures: readonly [what: string, answer: () => Response | Promise<Response>, kind: unknown][] = [
    ['no reply', () => Promise.reject(new TypeError('network')), UnreachableError],
    ['500', () => json({}, 500), HostError],
    ['503 of a proxy, in HTML', () => new Response('<h1>Down</h1>', { status: 503 }), HostError],
    ['429', () => json({}, 429), RetryLaterError],
    ['a problem of the key, which is under way', () => problem('key-in-progress', 409), KeyInProgressError],
    ['423', () => new Response('', { status: 423 }), ListClosedError],
    ['409 of a list that is closed', () => problem('list-closed', 409), ListClosedError],
    ['410 without a problem', () => new Response('gone', { status: 410 }), HostError],
    [
      'a login page with 200',
      () => new Response('<h1>Wi-Fi</h1>', { headers: { 'content-type': 'text/html' } }),
      ContractError,
    ],
    [
      'JSON that breaks off',
      () => new Response('{"userName":', { headers: { 'content-type': 'application/json' } }),
      ContractError,
    ],
    ['a reply without what it must have', () => json({ userName: 'ana' }), ContractError],
    ['404 without a problem', () => new Response('not here', { status: 404 }), HostError],
    ['403 without a problem', () => new Response('<h1>Wi-Fi</h1>', { status: 403 }), HostError],
    ['404 with JSON of somebody else', () => json({ error: 'no such route' }, 404), HostError],
    [
      '404 with a problem that is not of the contract',
      () => json({ type: 'about:blank', title: 'Not Found', status: 404 }, 404),
      HostError,
    ],
    ['a refusal with a name', () => problem('phantom-item', 422), RefusedError],
    ['a refusal with a name nobody knows', () => problem('full-moon', 422), RejectedError],
    ['a refusal that breaks off', () => brokenOff(412), ContractError],
    ['a refusal by somebody whom a redirect led to', () => redirected(problem('not-found', 404)), ContractError],
    ['a failure of somebody whom a redirect led to', () => redirected(json({}, 500)), ContractError],
    ['a right answer by somebody whom a redirect led to', () => redirected(json(ANA)), ContractError],
    ['403', () => problem('forbidden', 403), ForbiddenError],
    ['a row that exists', () => problem('row-exists', 409, { row: row() }), RowExistsError],
    ['a row that changed', () => problem('changed-meanwhile', 412, { row: null }), ChangedMeanwhileError],
    ['401 with a token that can not be renewed', () => problem('signed-out', 401), SignedOutError],
  ];
  for (const [what, answer, kind] of failures) {
    it(`tells ${what} by its own class, and does not try again`, async () => {
      const { gateway, requests } = gatewayOn(answer);
      expect(await failure(gateway.operator())).to.be.instanceOf(kind);
      expect(requests).to.have.lengthOf(1);
    });
  }

  it('takes no count for recorded, none for taken back, and no page for read, by an answer that a redirect led to', async () => {
    const recorded = { row: row(), progress: { rows: 1, expected: 0, counted: 1 } };
    const answered = (body: unknown) => gatewayOn(() => redirected(json(body))).gateway;
    const undo = { key: 'fedcba9876543210', undoes: REQUEST.key, baseVersion: 3 };
    for (const asked of [
      answered(recorded).recordCount('7', REQUEST),
      answered(recorded).undoCount('7', undo),
      answered({ row: row() }).row('7', REQUEST.identity),
      answered({ items: [location()], next: null, revision: 'r2' }).catalogue.locations('7', { cursor: null }),
    ]) {
      expect(await failure(asked)).to.be.instanceOf(ContractError);
    }
  });

  it('keeps the row of a refusal, and what was thrown first', async () => {
    const { gateway } = gatewayOn(() => problem('row-exists', 409, { row: row({ quantity: '12' }) }));
    const error = await failure(gateway.recordCount('7', REQUEST));
    expect(error).to.have.nested.property('row.quantity', '12');
    expect(error).to.have.nested.property('cause.name', 'HTTPError');
  });

  describe('with a function for the token', () => {
    const wants = (token: string) => (request: Request) =>
      request.headers.get('authorization') === `Bearer ${token}` ? json(ANA) : problem('signed-out', 401);

    it('asks for it anew after 401, once for all requests that were refused, and sends them again', async () => {
      let asked = 0;
      const { gateway, requests } = gatewayOn(wants('new'), async () => (++asked === 1 ? 'old' : 'new'));
      const operators = await Promise.all([gateway.operator(), gateway.operator(), gateway.operator()]);
      expect(operators).to.deep.equal([ANA, ANA, ANA]);
      expect(asked).to.equal(2);
      expect(requests).to.have.lengthOf(6);
      await gateway.operator();
      expect(asked).to.equal(2, 'and keeps it');
    });

    it('gives up when it gets the same token again', async () => {
      const { gateway, requests } = gatewayOn(wants('new'), () => 'old');
      expect(await failure(gateway.operator())).to.be.instanceOf(SignedOutError);
      expect(requests).to.have.lengthOf(1);
    });

    it('tells a page that has none as signed out, and asks it again the next time', async () => {
      let works = false;
      const { gateway } = gatewayOn(wants('new'), () => {
        if (!works) throw new Error('closed by the user');
        return 'new';
      });
      expect(await failure(gateway.operator())).to.be.instanceOf(SignedOutError);
      works = true;
      expect(await gateway.operator()).to.deep.equal(ANA);
    });
  });

  describe('with a token that the page changes', () => {
    const on = (wanted: string, first: TokenSource) => {
      const seen: (string | null)[] = [];
      const options = {
        baseUrl: '/api/',
        token: first,
        fetch: (input: RequestInfo | URL, init?: RequestInit) => {
          const request = new Request(input, init);
          const sent = request.headers.get('authorization');
          seen.push(sent);
          return Promise.resolve(sent === `Bearer ${wanted}` ? json(ANA) : problem('signed-out', 401));
        },
      };
      return { options, seen, gateway: createRestGateway(options) };
    };

    it('signs the next request with it', async () => {
      const { options, seen, gateway } = on('A', 'A');
      await gateway.operator();
      options.token = 'B';
      expect(await failure(gateway.operator())).to.be.instanceOf(SignedOutError);
      options.token = null;
      expect(await failure(gateway.operator())).to.be.instanceOf(SignedOutError);
      options.token = () => 'A';
      await gateway.operator();
      expect(seen).to.deep.equal(['Bearer A', 'Bearer B', null, 'Bearer A']);
    });

    it('signs what was refused anew, where it was changed meanwhile', async () => {
      const { options, seen, gateway } = on('B', 'A');
      const asked = gateway.operator();
      options.token = 'B';
      await asked;
      expect(seen).to.deep.equal(['Bearer A', 'Bearer B']);
    });

    it('asks a function that is made anew at each render once', async () => {
      let asked = 0;
      const { options, gateway } = on('A', 'A');
      for (let render = 0; render < 3; render++) {
        options.token = () => {
          asked++;
          return 'A';
        };
        await gateway.operator();
      }
      expect(asked).to.equal(1);
    });
  });

  describe('sending a count in one name only', () => {
    const progress = { rows: 1, expected: 0, counted: 1 };
    const host = (users: Readonly<Record<string, string>>) => (request: Request) => {
      const userName = users[request.headers.get('authorization')?.replace('Bearer ', '') ?? ''];
      if (userName === undefined) return problem('signed-out', 401);
      return json(request.url.endsWith('/me') ? { ...ANA, userName } : { row: row(), progress });
    };
    const counts = (requests: readonly Request[]) => requests.filter(({ method }) => method === 'POST').length;

    it("asks once whose each token is, and sends with its user's alone", async () => {
      const { gateway, requests } = gatewayOn(host({ T: 'ana' }));
      await gateway.recordCount('7', REQUEST, 'ana');
      await gateway.recordCount('7', REQUEST, 'ana');
      expect(requests.map(({ url }) => new URL(url).pathname)).to.deep.equal([
        '/api/me',
        '/api/lists/7/counts',
        '/api/lists/7/counts',
      ]);
      expect(await failure(gateway.recordCount('7', REQUEST, 'mihai'))).to.be.instanceOf(OtherUserError);
      expect(counts(requests)).to.equal(2);
    });

    it('does not send it with a renewed token that is somebody else’s', async () => {
      let asked = 0;
      const { gateway, requests } = gatewayOn(host({ B: 'mihai' }), () => (++asked === 1 ? 'A' : 'B'));
      expect(await failure(gateway.recordCount('7', REQUEST, 'ana'))).to.be.instanceOf(OtherUserError);
      expect(counts(requests)).to.equal(0);
      expect(asked).to.equal(2, 'and the page is not asked for yet another');
    });

    it('asks each time where cookies sign, since they may have changed', async () => {
      const users = ['ana', 'mihai'];
      const { gateway, requests } = gatewayOn(
        request => json(request.url.endsWith('/me') ? { ...ANA, userName: users.shift() } : { row: row(), progress }),
        null,
      );
      await gateway.recordCount('7', REQUEST, 'ana');
      expect(await failure(gateway.recordCount('7', REQUEST, 'ana'))).to.be.instanceOf(OtherUserError);
      expect(counts(requests)).to.equal(1);
    });
  });

  describe('saying in whose name it is meant', () => {
    const progress = { rows: 1, expected: 0, counted: 1 };
    const settings = (contract?: number) => ({
      tokenizers: [],
      policies: { newLots: false, nextItemConfirms: false },
      capabilities: { idempotencyKeys: true, versions: true },
      ...(contract !== undefined && { contract }),
    });
    /** A host of this version of the contract, where `userName` is signed in by cookies. */
    const hostOf = (userName: string, contract?: number) =>
      gatewayOn(request => {
        if (request.url.endsWith('/configuration')) return json(settings(contract));
        return json(request.url.endsWith('/me') ? { ...ANA, userName } : { row: row(), progress });
      }, null);
    const UNDO = { key: 'fedcba9876543210', undoes: REQUEST.key, baseVersion: '2' };
    const told = (requests: readonly Request[]) =>
      requests.filter(({ method }) => method === 'POST').map(({ headers }) => headers.get('expected-user'));

    for (const [userName, header] of [
      ['ana', 'ana'],
      ['\u0218tefan \u5f20', '%C8%98tefan%20%E5%BC%A0'],
      ['100 % ana', '100%20%25%20ana'],
      ['a%C8%98\r\nx: y', 'a%25C8%2598%0D%0Ax%3A%20y'],
    ] as const) {
      it(`tells a host of contract 2 with what records and undoes: ${header}`, async () => {
        const { gateway, requests } = hostOf(userName, 2);
        await gateway.configuration();
        await gateway.recordCount('7', REQUEST, userName);
        await gateway.undoCount('7', UNDO, userName);
        expect(told(requests)).to.deep.equal([header, header]);
        const reads = requests.filter(({ method }) => method === 'GET');
        expect(reads.map(({ headers }) => headers.has('expected-user'))).to.deep.equal([false, false, false]);
      });
    }

    it('tells an older host nothing that its pre-flight would refuse, nor one that was not asked yet', async () => {
      for (const contract of [undefined, 1]) {
        const { gateway, requests } = hostOf('ana', contract);
        await gateway.configuration();
        await gateway.recordCount('7', REQUEST, 'ana');
        expect(told(requests)).to.deep.equal([null]);
      }
      const unasked = hostOf('ana', 2);
      await unasked.gateway.recordCount('7', REQUEST, 'ana');
      expect(told(unasked.requests)).to.deep.equal([null]);
    });

    it('tells nothing any more once an older host answers there', async () => {
      let contract = 2;
      const { gateway, requests } = gatewayOn(request => {
        if (request.url.endsWith('/configuration')) return json(settings(contract));
        return json(request.url.endsWith('/me') ? ANA : { row: row(), progress });
      });
      await gateway.configuration();
      await gateway.recordCount('7', REQUEST, 'ana');
      contract = 1;
      await gateway.configuration();
      await gateway.recordCount('7', REQUEST, 'ana');
      expect(told(requests)).to.deep.equal(['ana', null]);
    });

    it('is refused by its name where the sign-in changed beneath it, and asks the page for no other token', async () => {
      let asked = 0;
      const { gateway, requests } = gatewayOn(
        ({ url }) => (url.endsWith('/me') ? json(ANA) : problem('other-user', 403)),
        () => `T${++asked}`,
      );
      expect(await failure(gateway.recordCount('7', REQUEST, 'ana'))).to.be.instanceOf(OtherUserError);
      expect(await failure(gateway.undoCount('7', UNDO, 'ana'))).to.be.instanceOf(OtherUserError);
      expect([asked, requests.filter(({ method }) => method === 'POST').length]).to.deep.equal([1, 2]);
    });

    it('is sent for whoever signed in anew as the same person', async () => {
      let token = 'A';
      const { gateway, requests } = gatewayOn(
        request => {
          if (request.url.endsWith('/configuration')) return json(settings(2));
          if (request.headers.get('authorization') !== `Bearer ${token}`) return problem('signed-out', 401);
          return json(request.url.endsWith('/me') ? ANA : { row: row(), progress });
        },
        () => token,
      );
      await gateway.configuration();
      await gateway.recordCount('7', REQUEST, 'ana');
      token = 'B';
      await gateway.recordCount('7', REQUEST, 'ana');
      expect(told(requests)).to.deep.equal(['ana', 'ana', 'ana']);
    });

    it('undoes nothing where somebody else is signed in', async () => {
      const { gateway, requests } = hostOf('mihai', 2);
      expect(await failure(gateway.undoCount('7', UNDO, 'ana'))).to.be.instanceOf(OtherUserError);
      expect(told(requests)).to.deep.equal([]);
    });
  });

  it('works where the browser has no AbortSignal.any, as before Chrome 116', async () => {
    const any = Object.getOwnPropertyDescriptor(AbortSignal, 'any');
    Reflect.deleteProperty(AbortSignal, 'any');
    const { gateway } = gatewayOn(() => json(ANA));
    const operator = await gateway.operator(new AbortController().signal);
    if (any !== undefined) Object.defineProperty(AbortSignal, 'any', any);
    expect(operator).to.deep.equal(ANA);
  });

  it('leaves signing to the cookies where there is no token', async () => {
    const { gateway, requests } = gatewayOn(() => json(ANA), null);
    await gateway.operator();
    expect(requests[0]?.headers.has('authorization')).to.equal(false);
    expect(requests[0]?.credentials).to.equal('same-origin');
  });
});
