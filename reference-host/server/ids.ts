import type { ProblemName } from '../../src/services/rest/contract.ts';
import { Problem } from './problems.ts';

/** Ids are text on the wire and whole numbers in this data base; any other text names nothing here. */
export function toId(id: string, otherwise: ProblemName): number {
  if (!/^[1-9]\d{0,8}$/.test(id)) throw new Problem(otherwise);
  return Number(id);
}
