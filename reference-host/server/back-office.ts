import { eq } from 'drizzle-orm';
import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { isSupervisor } from '../../src/domain/inventory.ts';
import type { Database } from './database/database.ts';
import { employee, inventoryList, signIn } from './database/schema.ts';
import { toId } from './ids.ts';
import { hashPin } from './pin.ts';
import { Problem } from './problems.ts';
import { takes } from './routes.ts';
import type { Env } from './sign-in.ts';
import { forgetTriesOf } from './tries.ts';

/**
 * What a supervisor does at a desk while others count. No part of the contract with the plugin: an ERP has screens of
 * its own for it, and the tests have this.
 * `today` is the day where the warehouse is.
 */
export function addBackOfficeRoutes(api: Hono<Env>, db: Database, today: () => string): void {
  api.use('/back-office/*', async (c, next) => {
    if (!isSupervisor(c.get('operator'))) throw new Problem('forbidden');
    await next();
  });

  const setClosingDate = async (listId: string, closingDate: string | null) => {
    const changed = await db
      .update(inventoryList)
      .set({ closingDate })
      .where(eq(inventoryList.id, toId(listId, 'unknown-list')))
      .returning({ id: inventoryList.id });
    if (changed.length === 0) throw new Problem('unknown-list');
  };

  api.post('/back-office/lists/:id/close', async c => {
    await setClosingDate(c.req.param('id'), today());
    return c.json({});
  });

  api.post('/back-office/lists/:id/reopen', async c => {
    await setClosingDate(c.req.param('id'), null);
    return c.json({});
  });

  /** Gives an employee another PIN: with it they sign in at once, with the old one nobody does, nor goes on. */
  const given = z.object({ userName: z.string(), pin: z.string().check(z.regex(/^\d{4,12}$/)) });
  api.post('/back-office/pin', takes('json', given), async c => {
    const { userName, pin } = c.req.valid('json');
    const pinHash = await hashPin(pin);
    const changed = await db
      .update(employee)
      .set({ pinHash })
      .where(eq(employee.userName, userName))
      .returning({ userName: employee.userName });
    if (changed.length === 0) throw new Problem('not-found');
    await forgetTriesOf(db, userName);
    await db.delete(signIn).where(eq(signIn.userName, userName));
    return c.json({});
  });

  /** Ends every sign-in of an operator: the next request of theirs is answered 401. */
  api.post('/back-office/sign-out', takes('json', z.object({ userName: z.string() })), async c => {
    await db.delete(signIn).where(eq(signIn.userName, c.req.valid('json').userName));
    return c.json({});
  });
}
