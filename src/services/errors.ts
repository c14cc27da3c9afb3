import type { Refusal } from '../domain/failure.ts';
import type { CountRow } from '../domain/inventory.ts';

/** One class for each way in which a host fails us. `cause` keeps what was thrown first. */
export abstract class GatewayError extends Error {}

/** No reply, or none in time: the request may or may not have been applied. */
export class UnreachableError extends GatewayError {
  override readonly name = 'UnreachableError';
}

/** The host answered that it failed (5xx, 408, 429), or that a request with this key is under way (409): ask again. */
export class HostError extends GatewayError {
  override readonly name = 'HostError';
  readonly status: number;
  /** How long the host asks to be left alone, from its reply on. */
  readonly retryAfterMs?: number;
  constructor(status: number, options: ErrorOptions & { readonly retryAfterMs?: number | undefined } = {}) {
    super(`The host answered ${status}`, options);
    this.status = status;
    if (options.retryAfterMs !== undefined) this.retryAfterMs = options.retryAfterMs;
  }
}

/** A reply that is not what the contract says: HTML of a login page, a missing field, a number for a text. */
export class ContractError extends GatewayError {
  override readonly name = 'ContractError';
}

/** 401, also after the token was asked for anew. */
export class SignedOutError extends GatewayError {
  override readonly name = 'SignedOutError';
}

/** 403: signed in, but not allowed. */
export class ForbiddenError extends GatewayError {
  override readonly name = 'ForbiddenError';
}

/** The host understood and refused, for a reason with a name. */
export class RefusedError extends GatewayError {
  override readonly name = 'RefusedError';
  readonly refusal: Refusal;
  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(`The host refused: ${refusal}`, options);
    this.refusal = refusal;
  }
}

/** 409: a new count met a counted row. */
export class RowExistsError extends GatewayError {
  override readonly name = 'RowExistsError';
  readonly row: CountRow;
  constructor(row: CountRow, options?: ErrorOptions) {
    super('A row with this identity is already counted', options);
    this.row = row;
  }
}

/** 412: the row changed after the decision; `null` where it is gone. */
export class ChangedMeanwhileError extends GatewayError {
  override readonly name = 'ChangedMeanwhileError';
  readonly row: CountRow | null;
  constructor(row: CountRow | null, options?: ErrorOptions) {
    super('The row changed meanwhile', options);
    this.row = row;
  }
}
