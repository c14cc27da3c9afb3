import { and, eq, gt, lt } from 'drizzle-orm';
import type { MiddlewareHandler } from 'hono';
import { createHash, randomBytes } from 'node:crypto';
import type { Operator } from '../../src/domain/inventory.ts';
import type { Database } from './database/database.ts';
import { employee, signIn } from './database/schema.ts';
import { EXPECTED_USER } from '../../src/services/rest/contract.ts';
import { isPin } from './pin.ts';
import { Problem } from './problems.ts';
import { type Tried, countTry, forgetTries } from './tries.ts';

export interface Env {
  Variables: { operator: Operator };
}

/** One shift. */
const VALID_FOR_MS = 10 * 60 * 60 * 1000;

export interface Credentials extends Tried {
  readonly pin: string;
}

/**
 * Signs an employee in and gives the bearer token that stands for them. Whether nobody has the user name or the PIN is
 * another, the answer is the same, and as late.
 */
export async function createToken(db: Database, { pin, ...tried }: Credentials, now: Date): Promise<string> {
  const { userName } = tried;
  await countTry(db, tried, now);
  const [known] = await db.select().from(employee).where(eq(employee.userName, userName));
  if (!(await isPin(pin, known?.pinHash ?? null)))
    throw new Problem('forbidden', { detail: 'No employee has this user name and this PIN' });
  await forgetTries(db, tried);
  const token = randomBytes(32).toString('base64url');
  await db.delete(signIn).where(lt(signIn.expiresAt, now));
  const expiresAt = new Date(now.getTime() + VALID_FOR_MS);
  await db.insert(signIn).values({ tokenHash: hash(token), userName, expiresAt });
  return token;
}

/** Whose request it is. The operator is the employee whose user name equals the login (rule 1). */
export function requireSignIn(db: Database, now: () => Date): MiddlewareHandler<Env> {
  return async (c, next) => {
    const token = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    if (token === undefined) throw new Problem('signed-out');
    const [found] = await db
      .select({ userName: employee.userName, name: employee.name, supervisor: employee.supervisor })
      .from(signIn)
      .innerJoin(employee, eq(employee.userName, signIn.userName))
      .where(and(eq(signIn.tokenHash, hash(token)), gt(signIn.expiresAt, now())));
    if (found === undefined) throw new Problem('signed-out');
    const expected = c.req.header(EXPECTED_USER);
    if (expected !== undefined && decoded(expected) !== found.userName) throw new Problem('other-user');
    const { supervisor, ...who } = found;
    c.set('operator', { ...who, roles: supervisor ? ['counter', 'supervisor'] : ['counter'] });
    await next();
  };
}

/** A header holds ASCII alone, and a user name anything. `null`: nobody's. */
function decoded(header: string): string | null {
  try {
    return decodeURIComponent(header);
  } catch {
    return null;
  }
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
