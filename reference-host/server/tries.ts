import { eq, gt, inArray, lte, or, sql } from 'drizzle-orm';
import type { Database } from './database/database.ts';
import { signInTry } from './database/schema.ts';
import { Problem } from './problems.ts';

/** So many wrong ones within the time, counted from the first of them. An address may be that of a whole warehouse. */
const MOST = { person: 5, address: 50 };
const WITHIN_MS = 5 * 60 * 1000;

/** Whose sign-in it would be, an employee or not, and where it is tried. */
export interface Tried {
  readonly userName: string;
  readonly address: string;
}

/**
 * Counts a try before it is looked at, so that many at once are not all looked at; in the data base, so that all processes
 * of a host count together. Refuses, and says how long, where there were too many.
 */
export async function countTry(db: Database, tried: Tried, now: Date): Promise<void> {
  await forgetEnded(db, now);
  const counted = await db
    .insert(signInTry)
    .values(subjectsOf(tried).map(subject => ({ subject, tries: 1, since: now })))
    .onConflictDoUpdate({ target: signInTry.subject, set: { tries: sql`${signInTry.tries} + 1` } })
    .returning();
  const [person] = subjectsOf(tried);
  const refused = counted.filter(({ subject, tries }) => tries > (subject === person ? MOST.person : MOST.address));
  if (refused.length === 0) return;
  const until = Math.max(...refused.map(({ since }) => since.getTime() + WITHIN_MS));
  const seconds = Math.ceil((until - now.getTime()) / 1000);
  // Not more than the time, where the host's clock was set back meanwhile.
  throw new Problem('too-many-tries', { retryAfterSeconds: Math.min(Math.max(seconds, 1), WITHIN_MS / 1000) });
}

/** Those of before, and of a clock that was far ahead. Those that a try is being added to are left to the next one. */
async function forgetEnded(db: Database, now: Date): Promise<void> {
  const [ended, ahead] = [new Date(now.getTime() - WITHIN_MS), new Date(now.getTime() + WITHIN_MS)];
  const over = db
    .select({ subject: signInTry.subject })
    .from(signInTry)
    .where(or(lte(signInTry.since, ended), gt(signInTry.since, ahead)))
    .for('update', { skipLocked: true });
  await db.delete(signInTry).where(inArray(signInTry.subject, over));
}

/** A right one: the person starts anew, and it was no wrong one of its address. */
export async function forgetTries(db: Database, tried: Tried): Promise<void> {
  const [, address] = subjectsOf(tried);
  await forgetTriesOf(db, tried.userName);
  await db
    .update(signInTry)
    .set({ tries: sql`${signInTry.tries} - 1` })
    .where(eq(signInTry.subject, address));
}

/** Of a person, wherever: also where a supervisor gave them another PIN. */
export async function forgetTriesOf(db: Database, userName: string): Promise<void> {
  await db.delete(signInTry).where(eq(signInTry.subject, personOf(userName)));
}

function personOf(userName: string): string {
  return `person ${userName}`;
}

function subjectsOf({ userName, address }: Tried): readonly [person: string, address: string] {
  return [personOf(userName), `address ${address}`];
}
