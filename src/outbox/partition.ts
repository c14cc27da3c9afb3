import { sha256 } from './sha256.ts';

/** Whose counts they are. Each has a data base of its own: nobody's counts are sent, or read, as somebody else's. */
export interface PartitionOwner {
  /** Where the host is: a page may embed the plugin for several. */
  readonly origin: string;
  /** What tells two companies on one host apart; `''` where there is only one. */
  readonly tenant: string;
  readonly user: string;
}

/** The name of a partition. A hash, so that the list of data bases tells the next user no names. */
export function partitionOf({ origin, tenant, user }: PartitionOwner): string {
  return sha256(JSON.stringify([origin, tenant, user]));
}
