import type { CodeParts } from '../../domain/code-read.ts';
import type { CountingEffect } from '../../domain/counting/events.ts';
import type { Found } from '../../domain/counting/state.ts';
import type { ItemMatch, Location, Lot } from '../../domain/inventory.ts';
import type { InventoryGateway, Matches } from '../../services/inventory-gateway.ts';

type LookUps = Pick<InventoryGateway, 'items' | 'locations' | 'lots'>;
type ResolveEffect = Extract<CountingEffect, { type: 'resolve' }>;

/** Looks up all parts of a read, and says whether all of it came from the host. Rejects as the gateway does. */
export async function resolveRead(gateway: InventoryGateway, effect: ResolveEffect): Promise<Found> {
  let asOf: number | undefined;
  const noting = async <T>(asked: Promise<Matches<T>>): Promise<Matches<T>> => {
    const answer = await asked;
    if (answer.asOf !== undefined) asOf = Math.min(asOf ?? Infinity, answer.asOf);
    return answer;
  };
  const found = await findAll(
    {
      items: query => noting(gateway.items(query)),
      locations: query => noting(gateway.locations(query)),
      lots: query => noting(gateway.lots(query)),
    },
    effect,
  );
  return asOf === undefined ? found : { ...found, asOf };
}

async function findAll(gateway: LookUps, effect: ResolveEffect): Promise<Found> {
  const parts = effect.read.candidates?.[effect.candidate] ?? {};
  if (parts.raw !== undefined) return resolveRaw(gateway, parts.raw, parts.barcodes ?? [parts.raw], effect);
  const [locations, items] = await Promise.all([findLocation(gateway, parts, effect), findItem(gateway, parts)]);
  const lots =
    parts.lot === undefined ? undefined : await findLots(gateway, parts.lot, items ?? (effect.item && [effect.item]));
  const found = { ...(locations !== undefined && { locations }), ...(lots !== undefined && { lots }) };
  if (items !== undefined) return { ...found, items };
  // A lot that is read alone, with no item in the form, says which item it is of.
  if (lots !== undefined && lots.length > 0 && effect.item === null) {
    return { ...found, items: await itemsOf(gateway, lots) };
  }
  return found;
}

/** A text alone: an item's or variant's barcode, a location code, an item code, the lot that is asked for; whatever it is. */
async function resolveRaw(
  gateway: LookUps,
  raw: string,
  forms: readonly string[],
  { read, warehouse, item, asksLot }: ResolveEffect,
): Promise<Found> {
  const [barcodes, codes, locations, lots] = await Promise.all([
    byBarcode(gateway, forms),
    gateway.items({ code: raw }),
    gateway.locations({ code: raw }),
    asksLot && item !== null ? findLots(gateway, raw, [item]) : [],
  ]);
  const items = distinct([...barcodes, ...codes.matches]);
  const isOther = items.length + lots.length > 0;
  const found = { items, locations: nearest(locations.matches, warehouse, isOther), lots };
  if (isOther || found.locations.length > 0 || !read.typed) return found;
  const [someItems, someLocations] = await Promise.all([
    gateway.items({ text: raw }),
    gateway.locations({ text: raw, warehouse }),
  ]);
  return {
    items: someItems.matches,
    locations: someLocations.matches,
    searched: true,
    more: someItems.more || someLocations.more,
  };
}

/** Rule 12: without a warehouse the list's holds. One of another warehouse is kept only to be named as such. */
function nearest(locations: readonly Location[], warehouse: string, isItem: boolean): readonly Location[] {
  const here = locations.filter(location => location.warehouse === warehouse);
  return here.length > 0 || isItem ? here : locations.slice(0, 1);
}

function distinct(matches: readonly ItemMatch[]): ItemMatch[] {
  const byKey = new Map(
    matches.map(match => [JSON.stringify([match.item.itemClass, match.item.code, match.variant?.code]), match]),
  );
  return [...byKey.values()];
}

async function findLocation(
  gateway: LookUps,
  { location }: CodeParts,
  { warehouse }: ResolveEffect,
): Promise<readonly Location[] | undefined> {
  if (location === undefined) return undefined;
  const query = { code: location.code, warehouse: location.warehouse ?? warehouse };
  return (await gateway.locations(query)).matches;
}

async function findItem(gateway: LookUps, { item, barcodes }: CodeParts): Promise<readonly ItemMatch[] | undefined> {
  if (barcodes !== undefined) return byBarcode(gateway, barcodes);
  if (item === undefined) return undefined;
  const { code, itemClass, variant } = item;
  const { matches } = await gateway.items({ code, ...(itemClass !== null && { itemClass }) });
  return variant === null ? matches : matches.filter(match => match.variant?.code === variant);
}

/** By the first form of the barcode that the host knows. */
async function byBarcode(gateway: LookUps, forms: readonly string[]): Promise<readonly ItemMatch[]> {
  for (const barcode of forms) {
    const { matches } = await gateway.items({ barcode });
    if (matches.length > 0) return matches;
  }
  return [];
}

/** Those of the items, or of any where none is known. */
async function findLots(gateway: LookUps, code: string, of: readonly ItemMatch[] | null): Promise<readonly Lot[]> {
  if (of === null) return (await gateway.lots({ code })).matches;
  const found = await Promise.all(
    of
      .filter(({ item }) => item.lotManaged)
      .map(({ item }) => gateway.lots({ code, itemClass: item.itemClass, itemCode: item.code })),
  );
  return found.flatMap(({ matches }) => matches);
}

async function itemsOf(gateway: LookUps, lots: readonly Lot[]): Promise<ItemMatch[]> {
  const found = await Promise.all(lots.map(({ itemClass, itemCode }) => gateway.items({ code: itemCode, itemClass })));
  return distinct(found.flatMap(({ matches }) => matches));
}
