import http from 'node:http';
import { PROBLEM_PREFIX } from '../../src/services/rest/contract.ts';

/** A reply as a whole: it is handed on, cut, or thrown away. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

/** The host did not answer: it is down, or its connection broke. */
export class UpstreamGoneError extends Error {
  override readonly name = 'UpstreamGoneError';
}

/** What belongs to one connection and not to the message (RFC 9110, 7.6.1), and what the proxy writes itself. */
const NOT_HANDED_ON = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date', 'upgrade', 'te'];

/**
 * Hands a request on to the host, over a connection of its own: one kept alive could break by itself, and what breaks
 * is to be in the plan.
 */
export function deliver(target: URL, request: http.IncomingMessage, body: Buffer): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const gone = (error: unknown) => reject(new UpstreamGoneError('The host does not answer', { cause: error }));
    const upstream = http.request(
      {
        hostname: target.hostname,
        port: target.port,
        method: request.method ?? 'GET',
        path: request.url ?? '/',
        headers: { ...handedOn(request.headers), host: target.host, 'content-length': body.length },
        agent: false,
      },
      response => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', gone);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: handedOn(response.headers),
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    upstream.on('error', gone);
    upstream.end(body);
  });
}

function handedOn(headers: http.IncomingHttpHeaders): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !NOT_HANDED_ON.includes(name)) kept[name] = value;
  }
  return kept;
}

export function asReply(status: number, type: string, body: Buffer, headers: Record<string, string> = {}): Reply {
  return { status, headers: { ...headers, 'content-type': type }, body };
}

/** What proxies, portals and login pages answer: never the contract's JSON. */
export function htmlReply(status: number, headers: Record<string, string> = {}): Reply {
  const title = http.STATUS_CODES[status] ?? String(status);
  const page = `<!doctype html><title>${title}</title><h1>${status === 200 ? 'Sign in' : title}</h1>`;
  return asReply(status, 'text/html; charset=utf-8', Buffer.from(page), headers);
}

export function redirectReply(location: string): Reply {
  return asReply(302, 'text/html; charset=utf-8', Buffer.from(''), { location });
}

export function signedOutReply(): Reply {
  const problem = { type: `${PROBLEM_PREFIX}signed-out`, title: 'Sign in first', status: 401 };
  return asReply(401, 'application/problem+json', Buffer.from(JSON.stringify(problem)));
}
