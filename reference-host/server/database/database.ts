import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** What the routes are written against: PGlite and PostgreSQL alike. */
export type Database = PgDatabase<PgQueryResultHKT>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
