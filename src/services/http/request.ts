export interface HttpOptions {
  /** How long to wait until a reply begins, in milliseconds. */
  readonly timeoutMs: number;
  readonly credentials: RequestCredentials;
  readonly fetch?: typeof globalThis.fetch | undefined;
}

export interface Outgoing {
  readonly method: 'get' | 'post';
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** A reply other than 2xx; `data` is the JSON in it, `undefined` where there is none that can be read. */
export class HTTPError extends Error {
  override readonly name = 'HTTPError';
  readonly response: Response;
  readonly data: unknown;

  constructor(response: Response, data: unknown) {
    super(`The host answered ${response.status}`);
    this.response = response;
    this.data = data;
  }
}

/** Sends one request, once. Rejects with HTTPError, or with what the browser says where no reply came in time. */
export type Http = (url: string, outgoing: Outgoing) => Promise<Response>;

export function createHttp({
  timeoutMs,
  credentials,
  fetch = (...args) => globalThis.fetch(...args),
}: HttpOptions): Http {
  return async (url, { method, query, headers, body, signal }) => {
    // `AbortSignal.any` would join the two, but Chrome has it from 116 on only.
    const stop = new AbortController();
    const timeout = AbortSignal.timeout(timeoutMs);
    const onTimeout = () => stop.abort(timeout.reason);
    timeout.addEventListener('abort', onTimeout);
    const onAbort = () => stop.abort(signal?.reason);
    if (signal?.aborted === true) onAbort();
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      const asked = query.toString();
      const response = await fetch(asked === '' ? url : `${url}?${asked}`, {
        method,
        credentials,
        headers: {
          accept: 'application/json',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: stop.signal,
      });
      if (!response.ok) throw new HTTPError(response, await jsonIn(response));
      return response;
    } finally {
      timeout.removeEventListener('abort', onTimeout);
    }
  };
}

async function jsonIn(response: Response): Promise<unknown> {
  if (!isJson(response)) return undefined;
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

export function isJson(response: Response): boolean {
  return /[/+]json\b/.test(response.headers.get('content-type') ?? '');
}
