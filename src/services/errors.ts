import type { Refusal } from '../domain/failure.ts';
import type { CountRow } from '../domain/inventory.ts';

/** One class for each way in which a host fails us. `cause` keeps what was thrown first. */
export abstract class GatewayError extends Error {}

/** No reply, or none in time: the request may or may not have been applied. */
export class UnreachableError extends GatewayError {
  override readonly name = 'UnreachableError';
}

/** The host answered that it failed (5xx, 408), or can't take the request now: see the classes below. */
export class HostError extends GatewayError {
  override readonly name: string = 'HostError';
  readonly status: number;
  constructor(status: number, options?: ErrorOptions) {
    super(`The host answered ${status}`, options);
    this.status = status;
  }
}

/**
 * The host asked to come again later (429, or 503 with Retry-After): what was asked was not done. `retryAfterMs` is
 * `null` where it did not say when.
 */
export class RetryLaterError extends HostError {
  override readonly name = 'RetryLaterError';
  readonly retryAfterMs: number | null;
  constructor(status: number, retryAfterMs: number | null, options?: ErrorOptions) {
    super(status, options);
    this.retryAfterMs = retryAfterMs;
  }
}

/** 409: the host is still at work on an earlier request with this key. */
export class KeyInProgressError extends HostError {
  override readonly name = 'KeyInProgressError';
  constructor(options?: ErrorOptions) {
    super(409, options);
  }
}

/** A reply that is not what the contract says: HTML of a login page, a missing field, a number for a text. */
export class ContractError extends GatewayError {
  override readonly name: string = 'ContractError';
}

/** A 4xx for a reason that has no name here: refused, so not done. `title` is the host's own sentence, if it had one. */
export class RejectedError extends ContractError {
  override readonly name = 'RejectedError';
  readonly status: number;
  readonly title: string | null;
  constructor(status: number, title: string | null, options?: ErrorOptions) {
    super(`The host refused with ${status}: ${title ?? 'no reason given'}`, options);
    this.status = status;
    this.title = title;
  }
}

/** 401, also after the token was asked for anew. */
export class SignedOutError extends GatewayError {
  override readonly name: string = 'SignedOutError';
}

/** Somebody else is signed in than the one whose count it is: it was not sent, or the host refused it (403). */
export class OtherUserError extends SignedOutError {
  override readonly name = 'OtherUserError';
}

/** 403: signed in, but not allowed. */
export class ForbiddenError extends GatewayError {
  override readonly name = 'ForbiddenError';
}

/** The host understood and refused, for a reason with a name. */
export class RefusedError extends GatewayError {
  override readonly name: string = 'RefusedError';
  readonly refusal: Refusal;
  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(`The host refused: ${refusal}`, options);
    this.refusal = refusal;
  }
}

/** 423, or 409 with its name: the list was closed meanwhile. */
export class ListClosedError extends RefusedError {
  override readonly name = 'ListClosedError';
  constructor(options?: ErrorOptions) {
    super('list-closed', options);
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
