import type { CodeParts, CodeRead } from '../../domain/code-read.ts';
import type { CountingEvent } from '../../domain/counting/events.ts';
import type { CountRow } from '../../domain/inventory.ts';
import type { InventoryGateway } from '../../services/inventory-gateway.ts';
import type { CodeMeanings } from '../reads/code-meanings.ts';
import { resolveRead } from '../reads/resolve-read.ts';

/** Rows and reads of each other: a row is counted as if it were read, and what is read finds its rows. */

/** What reading a row's location, and then what is there, gives to counting. */
export function readsOf(row: CountRow, mintKey: () => string): readonly CountingEvent[] {
  const { itemClass, itemCode, variant, lot, serial, warehouse, location } = row;
  const item: CodeParts = {
    item: { itemClass, code: itemCode, variant },
    ...(lot !== null && { lot }),
    ...(serial !== null && { serial }),
  };
  return [
    codeRead(location, { location: { warehouse, code: location } }, mintKey()),
    codeRead(itemCode, item, mintKey()),
  ];
}

function codeRead(text: string, parts: CodeParts, id: string): CountingEvent {
  const read: CodeRead = { id: `row:${id}`, text, typed: true, broken: false, candidates: [parts] };
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
