import type { Failure } from '../domain/failure.ts';
import {
  ChangedMeanwhileError,
  ContractError,
  ForbiddenError,
  HostError,
  RefusedError,
  RowExistsError,
  SignedOutError,
  UnreachableError,
} from '../services/errors.ts';

/** A gateway's error as counting tells failures apart. What no gateway should throw counts as a broken contract. */
export function failureOf(error: unknown): Failure {
  if (error instanceof UnreachableError) return { kind: 'unreachable' };
  if (error instanceof HostError) return { kind: 'host-error' };
  if (error instanceof ContractError) return { kind: 'contract-broken' };
  if (error instanceof SignedOutError) return { kind: 'signed-out' };
  if (error instanceof ForbiddenError) return { kind: 'forbidden' };
  if (error instanceof RefusedError) return { kind: 'refused', refusal: error.refusal };
  if (error instanceof RowExistsError) return { kind: 'row-exists', row: error.row };
  if (error instanceof ChangedMeanwhileError) return { kind: 'changed-meanwhile', row: error.row };
  return { kind: 'contract-broken' };
}
