/** Where a serial number is counted: said before it is counted in another place too. Without the quantity. */
export interface CountedSerial {
  readonly itemClass: string;
  readonly itemCode: string;
  readonly listId: string;
  /** The number of the list's inventory, and the list's row in it. */
  readonly inventory: string;
  readonly row: number;
  readonly warehouse: string;
  readonly location: string;
  readonly countedAt: string | null;
}

/** What a person was asked and answered with yes, by the name that the host would refuse it by. */
export const ACKNOWLEDGED = ['serial-elsewhere'] as const;
