/**
 * A fault proxy to try by hand:
 *
 *     node test/faults/main.ts --target http://127.0.0.1:8080 --port 8081 --plan '{"otherwise":{"kind":"login-page"}}'
 *
 * Another plan may be typed, or piped in, one to a line; an empty line prints what happened so far.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { startFaultProxy } from './fault-proxy.ts';
import { plan } from './plan.ts';

const { values } = parseArgs({
  options: {
    target: { type: 'string', default: 'http://127.0.0.1:8080' },
    plan: { type: 'string', default: '{}' },
    port: { type: 'string', default: '0' },
  },
});
const first = plan.parse(JSON.parse(values.plan));
const proxy = await startFaultProxy({ target: values.target, plan: first, port: Number(values.port) });
console.log(
  `${proxy.origin} leads to ${values.target}. A line of JSON is the next plan, an empty one asks for counts.`,
);

for await (const line of createInterface({ input: process.stdin })) {
  try {
    if (line.trim() === '') console.log(await proxy.counts());
    else await proxy.setPlan(plan.parse(JSON.parse(line)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
  }
}
await proxy.close();
