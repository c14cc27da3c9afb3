import { parentPort, workerData } from 'node:worker_threads';
import { type RunningHost, startHost } from '../../reference-host/server/serve.ts';
import { Faults } from './faults.ts';

/** Hosts in a thread of their own, one after the other: what they do must not hold up the keys that a test types. */
const faults = new Faults(workerData as SharedArrayBuffer);
let host: RunningHost | null = null;

parentPort?.on('message', (url: string) => void start(url));

async function start(url: string): Promise<void> {
  await host?.close();
  host = await startHost({
    place: { url },
    port: 0,
    hostname: '127.0.0.1',
    before: async c => {
      // Browsers alone meet what is wrong: what a test asks itself is read past it.
      if (c.req.header('user-agent') === 'node') return undefined;
      if (faults.stall > 0) await new Promise(resolve => setTimeout(resolve, faults.stall));
      await faults.released();
      if (faults.dead) {
        c.env.incoming.socket.destroy();
        // Not handled either: whether the body had come with the head must not decide what the host has.
        await new Promise(() => {});
      }
      if (faults.signedOut) return c.json({}, 401);
      return faults.garbled ? c.html('<h1>Sign in to the Wi-Fi</h1>') : undefined;
    },
  });
  parentPort?.postMessage(host.url);
}
