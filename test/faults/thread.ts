import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Call, FaultProxyOptions, Order } from './fault-proxy.ts';
import { FaultyServer } from './faulty-server.ts';
import { plan } from './plan.ts';

/** The thread of a fault proxy: says its origin once it listens, then does what it is asked, call by call. */
const options = workerData as Required<FaultProxyOptions>;
const server = new FaultyServer(options.target);
await server.listen(options.port);
await server.setPlan(plan.parse(options.plan));

async function obey(order: Order): Promise<unknown> {
  switch (order.name) {
    case 'set-plan':
      return server.setPlan(plan.parse(order.plan));
    case 'set-target':
      server.setTarget(order.target);
      return undefined;
    case 'release':
      return server.release();
    case 'received':
      return server.received(order.count);
    case 'idle':
      return server.idle();
    case 'counts':
      return server.counts;
    case 'passages':
      return server.passages;
    case 'close':
      return server.close();
  }
}

parentPort?.on('message', ({ id, order }: Call) => {
  const say = (answer: Answer) => parentPort?.postMessage(answer);
  obey(order).then(
    value => say({ id, value }),
    (error: unknown) => say({ id, error: String(error) }),
  );
});
parentPort?.postMessage(server.origin);
