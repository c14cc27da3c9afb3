import { parentPort, workerData } from 'node:worker_threads';
import { startHost } from '../../reference-host/server/serve.ts';
import { Faults } from './faults.ts';

/** The host in a thread of its own: its data base must not hold up the keys that a test types. */
const faults = new Faults(workerData as SharedArrayBuffer);

const host = await startHost({
  place: { inMemory: null },
  port: 0,
  hostname: '127.0.0.1',
  before: async c => {
    if (faults.stall > 0) await new Promise(resolve => setTimeout(resolve, faults.stall));
    if (faults.dead) c.env.incoming.socket.destroy();
    if (faults.signedOut) return c.json({}, 401);
    return faults.garbled ? c.html('<h1>Sign in to the Wi-Fi</h1>') : undefined;
  },
});
parentPort?.postMessage(host.url);
