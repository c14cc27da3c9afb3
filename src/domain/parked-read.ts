import type { CodeRead } from './code-read.ts';
import type { Location } from './inventory.ts';

/**
 * A read that nobody could look up, because the host did not answer and this device does not know the code; kept with
 * what was read and typed around it, until a person finishes the count or discards it.
 */
export interface ParkedRead {
  /** Never the same for two, in all lists and sessions of this device. */
  readonly id: string;
  readonly listId: string;
  readonly read: CodeRead;
  /** Where it was read; `null`: no location stood in the form. */
  readonly location: Location | null;
  /** As typed or scanned with it; `''`: none was. */
  readonly quantityText: string;
  /** Milliseconds since 1970, by the device's clock. */
  readonly parkedAt: number;
}
