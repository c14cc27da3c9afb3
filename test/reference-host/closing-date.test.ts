import assert from 'node:assert/strict';
import { it } from 'node:test';
import { dayIn } from '../../reference-host/server/day.ts';
import { startHost } from '../../reference-host/server/serve.ts';
import { Client } from './client.ts';
import { filledPglite } from './warehouse.ts';

const DAYS: readonly (readonly [string, string, string])[] = [
  ['Europe/Bucharest', '2026-11-26T21:59:59.999Z', '2026-11-26'],
  ['Europe/Bucharest', '2026-11-26T22:00:00.000Z', '2026-11-27'],
  // In summer midnight is an hour earlier in UTC.
  ['Europe/Bucharest', '2026-07-31T21:30:00.000Z', '2026-08-01'],
  ['Europe/Bucharest', '2026-12-31T23:15:00.000Z', '2027-01-01'],
  ['America/New_York', '2028-03-01T03:00:00.000Z', '2028-02-29'],
  ['UTC', '2026-11-26T22:00:00.000Z', '2026-11-26'],
];

for (const [timeZone, at, day] of DAYS) {
  it(`The day in ${timeZone} at ${at} is ${day}`, () => assert.equal(dayIn(timeZone, new Date(at)), day));
}

it('A list that is closed after midnight where the warehouse is has the day there as its closing date', async t => {
  const now = () => new Date('2026-11-26T23:10:00Z');
  const place = await filledPglite();
  const host = await startHost({ place, port: 0, hostname: '127.0.0.1', now, timeZone: 'Europe/Bucharest' });
  t.after(() => host.close());
  const elena = await Client.signIn(host.url, 'elena');
  const { id } = await elena.list(14, 1);
  assert.equal((await elena.request('POST', `/back-office/lists/${id}/close`)).status, 200);
  assert.equal((await elena.list(14, 1)).closingDate, '2026-11-27');
});
