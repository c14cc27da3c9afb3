/**
 * The objects of a physical inventory, as every part of the plugin and every host speaks of them.
 *
 * Shapes are JSON-safe: quantities are decimal strings (`"12.500"`, always `.`), dates are `YYYY-MM-DD`,
 * moments are ISO 8601 with a zone. Codes are kept exactly as the host sends them.
 */

import type { CountIdentity } from './count-identity.ts';

/** A decimal number as text, `.` as separator, no grouping, no exponent: `"0"`, `"12.5"`. Never floating point. */
export type DecimalText = string;

/** Who counts: the employee whose user name equals the login (rule 1). */
export interface Operator {
  readonly userName: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** What an operator may do: count; look after the lists of others; let differences pass. */
export const ROLES = ['counter', 'supervisor', 'approver'] as const;
export type Role = (typeof ROLES)[number];

export function isSupervisor({ roles }: Operator): boolean {
  return roles.includes('supervisor');
}

/** The short form in which lists and rows name an operator. */
export interface OperatorName {
  readonly userName: string;
  readonly name: string;
}

export interface Inventory {
  readonly id: string;
  readonly number: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly description: string;
  readonly notes: string;
  readonly operator: OperatorName | null;
  /** A closed inventory is viewed, not counted (rule 1). */
  readonly closed: boolean;
}

export interface ListType {
  readonly code: string;
  readonly description: string;
  /** "Maintain location": the location stays until another one is read (rule 2). */
  readonly keepLocation: boolean;
}

export interface Warehouse {
  readonly code: string;
  readonly description: string;
}

/**
 * How far a list is. `rows` counts all rows; `expected` those it was filled with beforehand, counted or not; `counted`
 * those with a quantity, zero too. A list that was not filled beforehand has no end that could be reached.
 */
export interface ListProgress {
  readonly rows: number;
  readonly expected: number;
  readonly counted: number;
}

export interface InventoryList {
  readonly id: string;
  readonly inventory: Inventory;
  /** The list's row in its inventory, from 1. */
  readonly row: number;
  readonly listType: ListType;
  /** `null`: the list is nobody's, so everybody's. */
  readonly operator: OperatorName | null;
  readonly warehouse: Warehouse;
  /** Any value, past or future, means the list is closed. `YYYY-MM-DD` */
  readonly closingDate: string | null;
  /** `null`: the host does not know. */
  readonly progress: ListProgress | null;
}

export interface Unit {
  readonly code: string;
  readonly description: string;
  /** Digits behind the separator, 0 and up: exactly so many are shown and at most so many accepted (rule 10). */
  readonly decimals: number;
}

/** A second unit of an item, converted to the main unit by `factor`. */
export interface AlternativeUnit {
  readonly unit: Unit;
  readonly factor: DecimalText;
  /** `multiply`: main = alternative × factor; `divide`: main = alternative ÷ factor. */
  readonly operation: 'multiply' | 'divide';
  readonly default: boolean;
  readonly mandatory: boolean;
  readonly priority: number;
  /** The unit the scan form shows, and the only one (rule 5). */
  readonly defaultWms: boolean;
}

export interface Item {
  /** At most 3 characters. */
  readonly itemClass: string;
  /** At most 50 characters; unique within its class only. */
  readonly code: string;
  readonly description: string;
  readonly unit: Unit;
  readonly lotManaged: boolean;
  readonly serialManaged: boolean;
  readonly archived: boolean;
  readonly phantom: boolean;
  readonly alternativeUnits: readonly AlternativeUnit[];
}

export interface Variant {
  readonly code: string;
  readonly description: string;
}

/** What an item look-up answers: an item, and its variant where the item has variants. */
export interface ItemMatch {
  readonly item: Item;
  readonly variant: Variant | null;
  /** The code of the item's unit that the barcode means which it was found by; absent: the host names none. */
  readonly unit?: string;
}

export interface Lot {
  readonly itemClass: string;
  readonly itemCode: string;
  /** Unique per item only; at most 50 characters. */
  readonly code: string;
  readonly supplierLot: string | null;
  readonly startDate: string | null;
  readonly expiryDate: string | null;
  readonly status: string;
  readonly closed: boolean;
}

export interface Location {
  readonly warehouse: string;
  /** At most 100 characters; may contain dashes (rule 12). */
  readonly code: string;
  readonly description: string;
  readonly type: string;
  readonly active: boolean;
  readonly blocked: boolean;
  readonly reserved: boolean;
  readonly obsolete: boolean;
}

/**
 * The host's word for the state of a row: opaque. It is told back exactly as it came, and otherwise only compared
 * (`isSameVersion`). Text; a number of hosts and stores from before it was text stays one.
 */
export type RowVersion = string | number;

/** One row of a list. `quantity: null` means expected and not yet counted; `"0"` is a count ("there is none here"). */
export interface CountRow extends CountIdentity {
  readonly id: string;
  readonly listId: string;
  /** Gapless and ascending within the list. */
  readonly rowNumber: number;
  readonly itemDescription: string;
  readonly unit: Unit;
  readonly quantity: DecimalText | null;
  readonly alternativeUnit: Unit | null;
  readonly alternativeQuantity: DecimalText | null;
  readonly countedAt: string | null;
  readonly operator: OperatorName | null;
  /** Another one after every change; a count names the version it was decided on. */
  readonly version: RowVersion;
}

/** Whether two rows, or what was kept of them, are in the same state; a host may have begun to say its numbers as text. */
export function isSameVersion(a: RowVersion | null, b: RowVersion | null): boolean {
  return a === null || b === null ? a === b : String(a) === String(b);
}

/** A list that can't be counted any more, only viewed (rule 1). */
export function isClosed(list: InventoryList): boolean {
  return list.inventory.closed || list.closingDate !== null;
}

export type ListStatus = 'closed' | 'not-started' | 'in-progress' | 'counted';

/** How far a list is. Only one that was filled beforehand can be counted to its end. */
export function listStatus(list: InventoryList): ListStatus {
  if (isClosed(list)) return 'closed';
  if (list.progress === null) return 'in-progress';
  const { counted, rows } = list.progress;
  if (counted === 0) return 'not-started';
  return counted < rows || rowsToCount(list) === null ? 'in-progress' : 'counted';
}

/** How many rows there are to count; `null` where the list was not filled beforehand and nothing says. */
export function rowsToCount({ progress }: InventoryList): number | null {
  return progress === null || progress.expected === 0 ? null : progress.rows;
}
