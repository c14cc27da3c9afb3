import assert from 'node:assert/strict';
import { EMPLOYEES } from '../../reference-host/server/seed/inventories.ts';

/** How tests, benches and pictures sign in as one of the seed: what a `fetch` of the sign-in is asked with. */
export function signInAs(userName: string) {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName, pin: pinOf(userName) }),
  };
}

export function pinOf(userName: string): string {
  const known = EMPLOYEES.find(each => each.userName === userName);
  assert.ok(known, `the seed has ${userName}`);
  return known.pin;
}

/** A token of a host, directly or by a proxy. */
export async function tokenOf(origin: string, userName: string): Promise<string> {
  const reply = await fetch(`${origin}/api/sign-in`, signInAs(userName));
  assert.equal(reply.status, 200);
  const { token } = (await reply.json()) as { token: string };
  return token;
}
