/**
 * What makes two counts the same count: class + code + variant + lot + serial number, in one location (rule 3), and what
 * else a host tells its stock apart by. Only the same identity asks Add or Replace.
 */
export interface CountIdentity {
  readonly itemClass: string;
  readonly itemCode: string;
  readonly variant: string | null;
  readonly lot: string | null;
  readonly serial: string | null;
  readonly warehouse: string;
  readonly location: string;
  readonly dimensions?: Dimensions;
}

/** Codes in a host's own dimensions (owner, project, loading unit …) by their names; absent where there are none. */
export type Dimensions = Readonly<Record<string, string>>;

/** One of a host's own dimensions, as its configuration names it; their order there is that in which they are shown. */
export interface Dimension {
  readonly name: string;
  /** What it is called on the screen, in the host's language. */
  readonly label: string;
  /** A count has to say it. */
  readonly asked: boolean;
}

/**
 * One text for one identity. JSON, because a code may contain any character one would join with. Without dimensions it is
 * what it was before there were any: stored counts are found by it.
 */
export function identityKey(identity: CountIdentity): string {
  const { itemClass, itemCode, variant, lot, serial, warehouse, location } = identity;
  const dimensions = Object.entries(identity.dimensions ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const more = dimensions.length === 0 ? [] : [dimensions];
  return JSON.stringify([itemClass, itemCode, variant, lot, serial, warehouse, location, ...more]);
}

/** The identity of a row, or of anything else that carries one among other fields. */
export function identityOf(of: CountIdentity): CountIdentity {
  const { itemClass, itemCode, variant, lot, serial, warehouse, location, dimensions } = of;
  const own = dimensions !== undefined && Object.keys(dimensions).length > 0 && { dimensions };
  return { itemClass, itemCode, variant, lot, serial, warehouse, location, ...own };
}

/** What tells a count of an item from others of it in the same place, as it is shown: `''` where nothing does. */
export function detailsOf({ variant, lot, serial, dimensions = {} }: CountIdentity): string {
  return [variant, lot, serial, ...Object.values(dimensions)].filter(part => part !== null).join(' · ');
}

/** An answer about a row is taken only while the form still stands for that identity. */
export function isAbout(a: CountIdentity | null, b: CountIdentity): boolean {
  return a !== null && identityKey(a) === identityKey(b);
}
