/** A reporter for a mutation run: one test that fails is enough. */
import { writeSync } from 'node:fs';
import type { TestEvent } from 'node:test/reporters';

export default async function* firstFailure(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of events) {
    if (type !== 'test:fail') continue;
    writeSync(1, `${JSON.stringify({ name: data.name, file: data.file })}\n`);
    process.exit(1);
  }
  yield '';
}
