import type { Fault } from '../faults/fault-proxy.ts';
import { COUNTS, expect, expectAddedOnce, test } from './behind-proxy.ts';

/**
 * What may befall one request, in order and mixed: `attempts` is what the proxy saw of each that carried the count, and
 * what it told the page.
 */
const CASES: readonly [
  what: string,
  script: readonly Fault[],
  attempts: readonly (readonly [string, number | null])[],
][] = [
  [
    'the request is lost',
    [{ kind: 'request-lost' }],
    [
      ['request-lost', null],
      ['none', 200],
    ],
  ],
  [
    'the reply is lost by a reset',
    [{ kind: 'reply-lost', by: 'reset' }],
    [
      ['reply-lost', null],
      ['none', 200],
    ],
  ],
  ['the request is delivered twice', [{ kind: 'duplicate' }], [['duplicate', 200]]],
  [
    'the request is delivered twice at once, and the second is answered',
    [{ kind: 'duplicate', atOnce: true, answer: 'second' }],
    [['duplicate', 200]],
  ],
  [
    'a server fails (500)',
    [{ kind: 'status', status: 500 }],
    [
      ['status', 500],
      ['none', 200],
    ],
  ],
  [
    'a gateway fails (502) although the host has applied it',
    [{ kind: 'status', status: 502, delivered: true }],
    [
      ['status', 502],
      ['none', 200],
    ],
  ],
  [
    'a server is busy (503) and names no time',
    [{ kind: 'status', status: 503 }],
    [
      ['status', 503],
      ['none', 200],
    ],
  ],
  [
    'the reply breaks off in its body',
    [{ kind: 'cut-body' }],
    [
      ['cut-body', null],
      ['none', 200],
    ],
  ],
  [
    'the reply is JSON that ends too early',
    [{ kind: 'malformed-json' }],
    [
      ['malformed-json', 200],
      ['none', 200],
    ],
  ],
  [
    'a login page comes with 200',
    [{ kind: 'login-page' }],
    [
      ['login-page', 200],
      ['none', 200],
    ],
  ],
  [
    'a login page comes with 200 although the host has applied it',
    [{ kind: 'login-page', delivered: true }],
    [
      ['login-page', 200],
      ['none', 200],
    ],
  ],
  [
    'a redirect leads to a login page',
    [{ kind: 'login-redirect' }],
    [
      ['login-redirect', 302],
      ['none', 200],
    ],
  ],
  [
    'everything goes wrong, one after the other',
    [
      { kind: 'cut-body' },
      { kind: 'request-lost' },
      { kind: 'status', status: 502, delivered: true },
      { kind: 'malformed-json' },
      { kind: 'login-page' },
      { kind: 'duplicate' },
    ],
    [
      ['cut-body', null],
      ['request-lost', null],
      ['status', 502],
      ['malformed-json', 200],
      ['login-page', 200],
      ['duplicate', 200],
    ],
  ],
];

CASES.forEach(([what, script, seen], place) => {
  test(`A count arrives once where ${what}`, async ({ startAtTwelve, far, ana, faulty }) => {
    const location = `A-0${1 + Math.floor(place / 6)}-0${1 + (place % 6)}`;
    const id = await startAtTwelve(14, 1, location);
    await faulty.setPlan({ only: COUNTS, script: [...script] });
    await far.addFive(location);
    await far.isAllSent();
    await far.counted('17 buc');

    await expectAddedOnce(ana, id, location);
    const attempts = await far.attempts();
    expect(attempts.map(({ fault, answered }) => [fault, answered])).toEqual(seen);
    // One confirmation is one key, whatever it takes.
    expect(new Set(attempts.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });
});

test('A POST that Chromium sends again by itself, as a reply is lost on a connection that served before, counts once', async ({
  startAtTwelve,
  far,
  ana,
  faulty,
  page,
}) => {
  const id = await startAtTwelve(14, 1, 'A-05-01');
  await faulty.setPlan({ only: COUNTS, script: [{ kind: 'reply-lost', warmed: true }] });
  let asked = 0;
  page.on('request', request => (asked += Number(request.method() === 'POST')));
  await far.addFive('A-05-01');
  await far.isAllSent();
  await far.counted('17 buc');
  // The page asked once; two requests came.
  expect(asked).toBe(1);
  expect((await far.attempts()).map(({ fault, answered }) => [fault, answered])).toEqual([
    ['reply-lost', null],
    ['none', 200],
  ]);
  await expectAddedOnce(ana, id, 'A-05-01');
});
