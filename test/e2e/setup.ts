import { preparePostgres } from '../reference-host/warehouse.ts';

/** Before the first spec: one data base, which each host gets a copy of. After the last one it goes. */
export default async function setup(): Promise<() => void> {
  return preparePostgres();
}
