import type { Context, Hono } from 'hono';
import * as z from 'zod/mini';
import type { RecordedCount } from '../../src/domain/count-request.ts';
import type { CountRow } from '../../src/domain/inventory.ts';
import * as contract from '../../src/services/rest/contract.ts';
import type { HostOptions } from './host-options.ts';
import { record } from './record.ts';
import { answers, send, takes } from './routes.ts';
import type { Env } from './sign-in.ts';
import { undo } from './undo.ts';

/** What changes the rows of a list. `shown` is a row as this host shows it. */
export function addCountRoutes(
  api: Hono<Env>,
  { db, policies, capabilities, dimensions, now, keyWaitMs }: Required<Omit<HostOptions, 'timeZone'>>,
  shown: (row: CountRow) => CountRow,
): void {
  const { idempotencyKeys } = capabilities;
  const options = {
    policies: { ...policies, dimensions },
    versions: capabilities.versions !== false,
    baseQuantities: capabilities.baseQuantities,
    serials: capabilities.serials,
  };
  const keyHeader = z.object({ 'idempotency-key': contract.idempotencyKey });
  // A host without keys reads none: a repeated request is a new one to it.
  const keyIfKept = idempotencyKeys ? keyHeader : z.object({ 'idempotency-key': z.optional(z.string()) });
  const answerRecorded = (c: Context, { recorded, replayed }: { recorded: RecordedCount; replayed: boolean }) => {
    if (capabilities.versions) c.header('etag', `"${recorded.row.version}"`);
    if (replayed) c.header('idempotency-replayed', 'true');
    return send(c, contract.recordedCount, { ...recorded, row: shown(recorded.row) });
  };

  api.post(
    '/lists/:id/counts',
    answers('Record a count', contract.recordedCount),
    takes('header', keyIfKept),
    takes('json', contract.countRequest),
    async c => {
      const key = idempotencyKeys ? (c.req.valid('header')['idempotency-key'] ?? null) : null;
      const body = c.req.valid('json');
      const asked = { operator: c.get('operator'), listId: c.req.param('id'), key, body, now: now(), keyWaitMs };
      return answerRecorded(c, await record(db, asked, options));
    },
  );

  if (capabilities.undo) {
    api.post(
      '/lists/:id/counts/undo',
      answers("Take the operator's own last count of a row back", contract.recordedCount),
      takes('header', keyHeader),
      takes('json', contract.undoRequest),
      async c => {
        const key = c.req.valid('header')['idempotency-key'];
        const body = c.req.valid('json');
        const asked = { operator: c.get('operator'), listId: c.req.param('id'), key, body, now: now(), keyWaitMs };
        return answerRecorded(c, await undo(db, asked));
      },
    );
  }
}
