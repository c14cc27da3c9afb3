import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it, type TestContext } from 'node:test';
import { Subject, filter, firstValueFrom } from 'rxjs';
import { startHost } from '../../reference-host/server/serve.ts';
import { createOutbox } from '../../src/outbox/outbox.ts';
import type { TabMessage } from '../../src/outbox/ports.ts';
import { startSending } from '../../src/outbox/sending.ts';
import { MemoryDisk, createBreakableStore } from '../support/breakable-store.ts';
import { browserClock } from '../../src/ports/time.ts';
import { createRestGateway } from '../../src/services/rest/rest-gateway.ts';
import { type OldRow, inOrder, oldDevice } from '../fixtures/old-device/old-device.ts';
import { type Sent, provesAll, provesReplays, rowsOf } from '../fixtures/old-device/proof.ts';
import { oldPglite, oldPostgres } from '../fixtures/old-device/warehouse.ts';
import { Client } from './client.ts';
import { tokenOf } from './sign-in.ts';

const device = oldDevice();
for (const [database, placeOf] of [
  ['PGlite', oldPglite],
  ['PostgreSQL', oldPostgres],
] as const) {
  describe(`A device with 500 unsent counts, and its host on ${database}, both from before records had their second version`, () => {
    /** The new version on both; `onSent` hears of each count as the host has answered it. */
    async function open(
      t: TestContext,
      unsent: readonly OldRow[],
      onSent: (sent: readonly Sent[]) => void = () => undefined,
    ) {
      const host = await startHost({ place: await placeOf(), port: 0, hostname: '127.0.0.1' });
      t.after(() => host.close());
      const token = await tokenOf(host.url, device.user);
      const client = new Client(host.url, token);

      const sent: Sent[] = [];
      const gateway = createRestGateway({
        baseUrl: `${host.url}/api`,
        token,
        fetch: async (input, init) => {
          const request = new Request(input, init);
          const body = await request.clone().text();
          const reply = await fetch(request);
          const key = request.headers.get('idempotency-key');
          if (key !== null) {
            sent.push({ key, body, replayed: reply.headers.get('idempotency-replayed') === 'true' });
            onSent(sent);
          }
          return reply;
        },
      });
      const disk = new MemoryDisk();
      for (const row of unsent) disk.rows.set(row.id, row);
      disk.meta.set('seq', device.meta.seq).set('lease', device.meta.lease);
      const messages$ = new Subject<TabMessage>();
      const start = () => {
        const outbox = createOutbox(
          {
            store: createBreakableStore({ disk, storage: 'device' }),
            gateway,
            user: device.user,
            partition: device.partition,
            capabilities: async () => (await gateway.configuration()).capabilities,
            clock: browserClock,
            timers: browserClock,
            random: Math.random,
            mintKey: randomUUID,
            wake$: new Subject(),
            tabs: {
              channel: { messages$, post: () => undefined, close: () => undefined },
              lock: { request: (_options, held) => void held(new Promise(() => undefined)) },
            },
          },
          () => Promise.resolve(startSending),
        );
        t.after(() => outbox.dispose());
        return outbox;
      };
      return { client, disk, messages$, sent, start };
    }

    /** Once all these counts are at the host; or one of them is where it should not be. */
    async function settled(outbox: ReturnType<typeof createOutbox>, rows: readonly OldRow[]): Promise<void> {
      const state = await firstValueFrom(
        outbox.state$.pipe(
          filter(
            ({ done, attention, quarantined }) =>
              done.length === rows.length || attention.length > 0 || quarantined.length > 0,
          ),
        ),
      );
      assert.deepEqual([state.attention, state.quarantined], [[], []]);
      assert.deepEqual(state.done.map(({ id }) => id).sort(), rows.map(({ id }) => id).sort());
    }

    it('shows them all in order, sends each once as it was first sent, and doubles none that the host has', async t => {
      const { client, disk, sent, start } = await open(t, device.unsent);
      const known = await rowsOf(client);
      const outbox = start();
      const shown = await firstValueFrom(outbox.state$.pipe(filter(({ ready }) => ready)));
      const open_ = [...shown.waiting, ...shown.sending, ...shown.unknown];
      assert.deepEqual(
        open_.toSorted((a, b) => a.seq - b.seq).map(({ id }) => id),
        inOrder(device.unsent).map(({ id }) => id),
      );
      assert.deepEqual(
        shown.waiting.map(({ seq }) => seq),
        shown.waiting.map(({ seq }) => seq).toSorted((a, b) => a - b),
      );

      await settled(outbox, device.unsent);
      await provesAll(client, sent, device.unsent, known);
      provesReplays(sent);
      const kept = [...disk.rows.values()];
      assert.ok(kept.every(({ lane, record }) => lane === undefined && (record as { v: number }).v === 2));
    });

    it('sends in order, and once, also what a tab of the version before goes on to confirm', async t => {
      const lanes = new Set(device.later.map(({ lane }) => lane));
      const unsent = device.unsent.filter(({ lane }) => lanes.has(lane));
      const halves = [device.later.slice(0, 6), device.later.slice(6)];
      const { client, disk, messages$, sent, start } = await open(t, unsent, all => {
        // The first come while what they follow still waits, the others after most of that is done.
        const rows = all.length === 10 ? halves[0] : all.length === unsent.length ? halves[1] : undefined;
        if (rows === undefined) return;
        for (const row of rows) disk.rows.set(row.id, row);
        messages$.next({ type: 'changed', ids: rows.map(({ id }) => id) });
      });
      const known = await rowsOf(client);
      const all = [...unsent, ...device.later];
      await settled(start(), all);
      await provesAll(client, sent, all, known);
    });
  });
}
