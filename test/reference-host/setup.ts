/** What all files of the Node part have in common: node --test runs it before the first of them and after the last. */
import { preparePglite, preparePostgres } from './warehouse.ts';

const ends: (() => void)[] = [];

export async function globalSetup(): Promise<void> {
  ends.push(await preparePostgres(), await preparePglite());
}

export function globalTeardown(): void {
  for (const end of ends) end();
}
