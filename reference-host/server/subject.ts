import { and, eq } from 'drizzle-orm';
import type { CountIdentity, Dimension, Dimensions } from '../../src/domain/count-identity.ts';
import type { CountRow, Item } from '../../src/domain/inventory.ts';
import { findUnit, isZero, parseQuantity } from '../../src/domain/quantity.ts';
import { fold } from '../../src/domain/text.ts';
import type { CountRequestBody } from '../../src/services/rest/contract.ts';
import type { Transaction } from './database/database.ts';
import { item, location, lot } from './database/schema.ts';
import { toItems, variantsOf } from './look-ups.ts';
import { Problem } from './problems.ts';

export interface CountPolicies {
  readonly newLots: boolean;
  readonly dimensions: readonly Dimension[];
}

/** What is counted and where, as ids. */
export interface Subject {
  readonly item: Item;
  readonly itemId: number;
  readonly variantId: number | null;
  readonly lotId: number | null;
  readonly serial: string | null;
  readonly locationId: number;
  readonly dimensions: Dimensions;
}

/** Finds what an identity names, and refuses what can't be counted. */
export async function findSubject(
  tx: Transaction,
  identity: CountIdentity,
  warehouse: string,
  policies: CountPolicies,
): Promise<Subject> {
  const [found] = await tx
    .select()
    .from(item)
    .where(and(eq(item.itemClass, identity.itemClass), eq(item.code, identity.itemCode)));
  const counted = found === undefined ? undefined : (await toItems(tx, [found])).get(found.id);
  if (found === undefined || counted === undefined) throw new Problem('unknown-item');
  if (counted.phantom) throw new Problem('phantom-item');
  if (counted.archived) throw new Problem('archived-item');
  if (counted.serialManaged && identity.serial === null) throw new Problem('serial-required');
  if (!counted.serialManaged && identity.serial !== null) throw new Problem('serial-not-managed');
  const unsaid = policies.dimensions.find(({ name, asked }) => asked && identity.dimensions?.[name] === undefined);
  if (unsaid !== undefined) throw new Problem('bad-request', { detail: `The dimension ${unsaid.name} is missing` });
  const locationId = await findLocationId(tx, identity, warehouse);
  const variantId = await findVariantId(tx, found.id, identity.variant);
  const lotId = await findLotId(tx, found.id, counted, identity.lot, policies);
  return {
    item: counted,
    itemId: found.id,
    variantId,
    lotId,
    serial: identity.serial,
    locationId,
    dimensions: identity.dimensions ?? {},
  };
}

async function findLocationId(tx: Transaction, identity: CountIdentity, warehouse: string): Promise<number> {
  const [found] = await tx
    .select()
    .from(location)
    .where(and(eq(location.warehouse, identity.warehouse), eq(location.code, identity.location)));
  if (found === undefined) throw new Problem('unknown-location');
  if (found.warehouse !== warehouse) throw new Problem('other-warehouse');
  if (!found.active || found.obsolete) throw new Problem('inactive-location');
  return found.id;
}

async function findVariantId(tx: Transaction, itemId: number, code: string | null): Promise<number | null> {
  const variants = (await variantsOf(tx, [itemId])).get(itemId) ?? [];
  if (variants.length === 0 && code === null) return null;
  const variant = variants.find(each => each.code === code);
  if (variant === undefined) throw new Problem(code === null ? 'variant-required' : 'unknown-item');
  return variant.id;
}

async function findLotId(
  tx: Transaction,
  itemId: number,
  { lotManaged }: Item,
  code: string | null,
  policies: CountPolicies,
): Promise<number | null> {
  if (code === null && !lotManaged) return null;
  if (code === null) throw new Problem('lot-required');
  if (!lotManaged) throw new Problem('lot-not-managed');
  const [found] = await tx
    .select({ id: lot.id })
    .from(lot)
    .where(and(eq(lot.itemId, itemId), eq(lot.code, code)));
  if (found !== undefined) return found.id;
  if (!policies.newLots) throw new Problem('unknown-lot');
  // Two lists may bring the same new lot at once; each holds only its own list's lock.
  const [created] = await tx
    .insert(lot)
    .values({ itemId, code, foldedCode: fold(code), status: 'open', closed: false })
    .onConflictDoUpdate({ target: [lot.itemId, lot.code], set: { code } })
    .returning({ id: lot.id });
  if (created === undefined) throw new Error('The lot just written is not there');
  return created.id;
}

/** Whether the quantity can be counted of this item: its unit, its decimals, its sign; a serial number once. */
export function checkQuantity(
  counted: Item,
  { quantity, unit, mode }: CountRequestBody,
  existing: CountRow | null,
): void {
  const entered = findUnit(counted, unit);
  if (entered === null) throw new Problem('unknown-unit');
  const parsed = parseQuantity(quantity, entered.decimals);
  if (!parsed.ok) {
    if (parsed.problem === 'negative') throw new Problem('negative-quantity');
    if (parsed.problem === 'too-many-decimals') throw new Problem('too-many-decimals');
    throw new Problem(parsed.problem === 'too-large' ? 'too-large-quantity' : 'bad-request');
  }
  if (!counted.serialManaged) return;
  if (!isZero(parsed.value) && Number(parsed.value) !== 1) throw new Problem('serial-quantity');
  if (mode === 'add') throw new Problem('serial-repeated', { row: existing });
}
