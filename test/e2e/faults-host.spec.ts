import { Client } from '../reference-host/client.ts';
import { startProcess } from '../reference-host/processes.ts';
import { filledPostgres } from '../reference-host/warehouse.ts';
import { COUNTS, expect, expectAddedOnce, test, twelveAt } from './behind-proxy.ts';

test('A host that restarts without its keys, while an Add got no reply: its history tells, and it counts once', async ({
  far,
  faulty,
}) => {
  const { url } = await filledPostgres();
  const first = await startProcess({ DATABASE_URL: url });
  await faulty.setTarget(first.url);
  const ana = await Client.signIn(first.url, 'ana');
  const { id } = await ana.list(14, 1);
  await twelveAt(ana, id, 'E-01-01');
  await far.start(id, 'ana', '&device-name=HH-7');
  await faulty.setPlan({
    only: COUNTS,
    script: [{ kind: 'status', status: 502, delivered: true }],
    otherwise: { kind: 'request-lost' },
  });
  await far.addFive('E-01-01');
  await far.badgeSays(/1 count on the way to the host\..*does not answer/);
  await expectAddedOnce(ana, id, 'E-01-01');
  await first.kill();

  const second = await startProcess({ DATABASE_URL: url, WIPE_KEYS: '1' });
  try {
    await faulty.setTarget(second.url);
    await far.reconnect();
    await far.isAllSent();
    await far.counted('17 buc');
    const again = await Client.signIn(second.url, 'ana');
    const [row] = await again.rows(id, 'status=counted&text=E-01-01');
    expect(row?.quantity).toBe('17');
    expect(row && (await again.history(row)).map(({ mode, key }) => [mode, key])).toEqual([
      ['add', null],
      ['new', null],
    ]);
  } finally {
    await second.stop();
  }
});
