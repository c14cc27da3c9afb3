/**
 * What makes two counts the same count: class + code + variant + lot + serial number, in one location (rule 3).
 * Only the same identity asks Add or Replace.
 */
export interface CountIdentity {
  readonly itemClass: string;
  readonly itemCode: string;
  readonly variant: string | null;
  readonly lot: string | null;
  readonly serial: string | null;
  readonly warehouse: string;
  readonly location: string;
}

/** One text for one identity. JSON, because a code may contain any character one would join with. */
export function identityKey(identity: CountIdentity): string {
  const { itemClass, itemCode, variant, lot, serial, warehouse, location } = identity;
  return JSON.stringify([itemClass, itemCode, variant, lot, serial, warehouse, location]);
}

/** The identity of a row, or of anything else that carries one among other fields. */
export function identityOf(of: CountIdentity): CountIdentity {
  const { itemClass, itemCode, variant, lot, serial, warehouse, location } = of;
  return { itemClass, itemCode, variant, lot, serial, warehouse, location };
}

/** An answer about a row is taken only while the form still stands for that identity. */
export function isAbout(a: CountIdentity | null, b: CountIdentity): boolean {
  return a !== null && identityKey(a) === identityKey(b);
}
