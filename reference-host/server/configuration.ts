import { asc } from 'drizzle-orm';
import type { HostConfiguration } from '../../src/services/inventory-gateway.ts';
import { readEpoch } from './database/epoch.ts';
import type { Database } from './database/database.ts';
import { tokenizer, tokenizerRow } from './database/schema.ts';
import type { HostOptions } from './host-options.ts';

/** The tokenizer tables as the ERP holds them, and what this host allows and can do. */
export async function readConfiguration(
  db: Database,
  { policies, capabilities, dimensions }: Pick<Required<HostOptions>, 'policies' | 'capabilities' | 'dimensions'>,
): Promise<HostConfiguration> {
  const headers = await db.select().from(tokenizer).orderBy(asc(tokenizer.position));
  const rows = await db.select().from(tokenizerRow).orderBy(asc(tokenizerRow.sequence));
  return {
    tokenizers: headers.map(({ code, description, separator }) => ({
      code,
      description,
      separator,
      rows: rows.filter(row => row.tokenizer === code).map(({ tokenizer: _, ...row }) => row),
    })),
    policies,
    capabilities: { ...capabilities, epoch: await readEpoch(db) },
    contract: 2,
    ...(dimensions.length > 0 && { dimensions }),
  };
}
