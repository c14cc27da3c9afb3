import type { HTTPError } from 'ky';
import { type Refusal, REFUSALS } from '../../domain/failure.ts';
import {
  ChangedMeanwhileError,
  ContractError,
  ForbiddenError,
  HostError,
  KeyInProgressError,
  ListClosedError,
  OtherUserError,
  RefusedError,
  RejectedError,
  RetryLaterError,
  RowExistsError,
  SignedOutError,
} from '../errors.ts';
import { readReply } from './read-reply.ts';
import { PROBLEM_PREFIX, problem } from './replies.ts';

/** 304: the client has it already. */
export class UnchangedError extends Error {}

/** What a status other than 2xx says, by the problem it carries where it does. `now` is for a Retry-After that names a moment. */
export function refusalOf(error: HTTPError, now: number): Error {
  const { status, redirected, headers } = error.response;
  const options = { cause: error };
  if (status === 304) return new UnchangedError();
  // Whoever answers there was not asked this; and what came before may have been done.
  if (redirected || status < 400) return new ContractError(`Led elsewhere, which answered ${status}`, options);
  if (status === 401) return new SignedOutError('The sign-in is no longer valid', options);
  if (status === 423) return new ListClosedError(options);
  const wait = retryAfter(headers, now);
  if (status === 429 || (status === 503 && wait !== null)) return new RetryLaterError(status, wait, options);
  if (status === 408 || status >= 500) return new HostError(status, options);
  // A refusal that broke off names no reason: a 409 may be "changed meanwhile" or "closed", so it is asked again.
  const isJson = /[/+]json\b/.test(headers.get('content-type') ?? '');
  if (isJson && error.data === undefined) return new ContractError(`The reply with ${status} broke off`, options);
  const parsed = readReply(problem, error.data);
  // Whatever stands between, a proxy while its host is put up again, answers in the host's place: nothing was refused.
  if (!parsed.success) return new HostError(status, options);
  const { type, title, row = null } = parsed.data;
  const name = type.startsWith(PROBLEM_PREFIX) ? type.slice(PROBLEM_PREFIX.length) : type;
  if (name === 'row-exists' && row !== null) return new RowExistsError(row, options);
  if (name === 'changed-meanwhile') return new ChangedMeanwhileError(row, options);
  if (name === 'other-user') return new OtherUserError(title, options);
  if (name === 'key-in-progress') return new KeyInProgressError(options);
  if (name === 'list-closed') return new ListClosedError(options);
  if (isRefusal(name)) return new RefusedError(name, options);
  if (name === type) return new HostError(status, options);
  return status === 403 ? new ForbiddenError('Not allowed', options) : new RejectedError(status, title, options);
}

/** Seconds, or a moment: by the host's clock where it says what time it has, since a handheld's may be days off. */
function retryAfter(headers: Headers, now: number): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const moment = Date.parse(text);
  if (Number.isNaN(moment)) return null;
  const hostTime = Date.parse(headers.get('date') ?? '');
  return Math.max(0, moment - (Number.isNaN(hostTime) ? now : hostTime));
}

function isRefusal(name: string): name is Refusal {
  return (REFUSALS as readonly string[]).includes(name);
}
