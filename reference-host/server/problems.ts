import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { CountRow } from '../../src/domain/inventory.ts';
import { PROBLEM_PREFIX, type ProblemBody, type ProblemName } from '../../src/services/rest/contract.ts';

/** Status and title of each problem this host answers (RFC 9457). The `type` is what clients tell them apart by. */
const TABLE: Record<ProblemName, readonly [ContentfulStatusCode, string]> = {
  'list-closed': [409, 'The list is closed'],
  'not-your-list': [403, "The list is another operator's"],
  'unknown-list': [404, 'There is no such list'],
  'unknown-item': [404, 'There is no such item'],
  'phantom-item': [422, "A phantom item can't be counted"],
  'archived-item': [422, "An archived item can't be counted"],
  'variant-required': [422, 'The item is counted by variant'],
  'unknown-location': [404, 'There is no such location'],
  'inactive-location': [422, 'The location is inactive or obsolete'],
  'other-warehouse': [422, "The location is not in the list's warehouse"],
  'lot-required': [422, 'The item is managed in lots'],
  'lot-not-managed': [422, 'The item is not managed in lots'],
  'unknown-lot': [404, 'The item has no such lot'],
  'serial-required': [422, 'The item is managed by serial number'],
  'serial-not-managed': [422, 'The item is not managed by serial number'],
  'serial-quantity': [422, 'A serial number is there once or not at all'],
  'serial-repeated': [422, 'The serial number is already counted here'],
  'serial-elsewhere': [409, 'The serial number is already counted in another place'],
  'unknown-unit': [422, 'The item has no such unit'],
  'too-many-decimals': [422, 'The unit has fewer decimals'],
  'negative-quantity': [422, "A quantity can't be negative"],
  'too-large-quantity': [422, 'The quantity is too large'],
  'nothing-to-undo': [422, 'There is no count of yours under this key that could be undone'],
  'already-undone': [422, 'The count is undone already'],
  'key-reused': [422, 'The idempotency key was used for another request'],
  'bad-request': [400, 'The request does not fit the contract'],
  'row-exists': [409, 'A row with this identity is already counted'],
  'changed-meanwhile': [412, 'The row changed after it was read'],
  'key-in-progress': [409, 'A request with the same idempotency key is being handled'],
  'signed-out': [401, 'Sign in first'],
  'other-user': [403, 'Somebody else is signed in than the request is meant of'],
  forbidden: [403, 'Not allowed'],
  'not-found': [404, 'There is nothing here'],
  'too-large': [413, 'The request is too large'],
  'too-many-tries': [429, 'There were too many wrong tries'],
  // Without `Retry-After`, which would say that nothing was done: the connection may have ended after the commit.
  unavailable: [503, 'The data base can not be reached'],
  internal: [500, 'The host failed'],
};

/** Thrown by whatever refuses a request; the app turns it into its reply. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly problem: ProblemName;
  readonly row: CountRow | null | undefined;
  readonly detail: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    problem: ProblemName,
    more: { row?: CountRow | null; detail?: string; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(TABLE[problem][1], { cause: more.cause });
    this.problem = problem;
    this.row = more.row;
    this.detail = more.detail;
    this.retryAfterSeconds = more.retryAfterSeconds;
  }

  body(): ProblemBody {
    const [status, title] = TABLE[this.problem];
    return {
      type: PROBLEM_PREFIX + this.problem,
      title,
      status,
      ...(this.detail !== undefined && { detail: this.detail }),
      ...(this.row !== undefined && { row: this.row }),
    };
  }
}

export function reply(c: Context, problem: Problem): Response {
  const body = problem.body();
  return c.json(body, TABLE[problem.problem][0], {
    'content-type': 'application/problem+json',
    ...(problem.retryAfterSeconds !== undefined && { 'retry-after': String(problem.retryAfterSeconds) }),
  });
}
