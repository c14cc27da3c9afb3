import type { CodeParts, CodeRead } from '../../domain/code-read.ts';
import type { CountingEvent } from '../../domain/counting/events.ts';
import type { CountRow } from '../../domain/inventory.ts';
import type { InventoryGateway } from '../../services/inventory-gateway.ts';
import type { CodeMeanings } from '../reads/code-meanings.ts';
import { resolveRead } from '../reads/resolve-read.ts';

/** Rows and reads of each other: a row is counted as if it were read, and what is read finds its rows. */

/**
 * An expected row as a read of all that it says, which goes into the form as a whole or not at all: its location alone
 * would go into a count that stands without one.
 */
export function readOf(row: CountRow, mintKey: () => string): CountingEvent {
  const { itemClass, itemCode, variant, lot, serial, warehouse, location, dimensions } = row;
  const parts: CodeParts = {
    location: { warehouse, code: location },
    item: { itemClass, code: itemCode, variant },
    ...(lot !== null && { lot }),
    ...(serial !== null && { serial }),
    ...(dimensions !== undefined && { dimensions }),
  };
  const id = `row:${mintKey()}`;
  const read: CodeRead = { id, text: itemCode, typed: true, ofRow: true, broken: false, candidates: [parts] };
  return { type: 'code-read', read };
}

/** By what rows are found for what was read: the code of what it stands for, else the text itself. Never rejects. */
export async function codeToFind(
  text: string,
  warehouse: string,
  meanings: CodeMeanings,
  gateway: InventoryGateway,
): Promise<string> {
  const candidates = await meanings.onceKnown(text, {});
  const read: CodeRead = { id: 'find', text, typed: false, broken: false, candidates };
  for (const [candidate, parts] of candidates.entries()) {
    try {
      const effect = { type: 'resolve', read, candidate, warehouse, item: null, asksLot: false } as const;
      const { lots, items, locations } = await resolveRead(gateway, effect);
      const found = (parts.lot === undefined ? undefined : lots?.[0]) ?? items?.[0]?.item ?? locations?.[0];
      if (found !== undefined) return found.code;
    } catch {
      return parts.lot ?? parts.item?.code ?? parts.location?.code ?? text;
    }
  }
  return text;
}
