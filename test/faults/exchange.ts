import type http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { FaultKind, Plan } from './plan.ts';
import { type Reply, deliver } from './replies.ts';

/** What became of one request, in the order in which they came. Times are milliseconds since the proxy started. */
export interface Passage {
  readonly method: string;
  readonly url: string;
  readonly idempotencyKey: string | null;
  readonly fault: FaultKind;
  /** Which connection brought it, from 1, and as its how-manieth request. */
  readonly connection: number;
  readonly turn: number;
  readonly receivedAt: number;
  /** When its reply was out, or its connection gone; `null` while neither is so. */
  readonly endedAt: number | null;
  /** The status of each delivery to the host. */
  readonly statuses: readonly number[];
  /** The status the client was given, `null` where it got no whole reply. */
  readonly answered: number | null;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
export type OpenPassage = Omit<Writable<Passage>, 'statuses'> & { statuses: number[] };

/** One request with its reply still to be given. */
export class Exchange {
  readonly request: http.IncomingMessage;
  readonly response: http.ServerResponse;
  readonly #body: Buffer;
  readonly #passage: OpenPassage;

  constructor(request: http.IncomingMessage, response: http.ServerResponse, body: Buffer, passage: OpenPassage) {
    this.request = request;
    this.response = response;
    this.#body = body;
    this.#passage = passage;
  }

  async deliver(target: URL, { slow }: Plan): Promise<Reply> {
    if (slow !== undefined) await pause(slow.latencyMs / 2 + (this.#body.length / slow.bytesPerSecond) * 1000);
    const reply = await deliver(target, this.request, this.#body);
    this.#passage.statuses.push(reply.status);
    return reply;
  }

  /** Writes the reply and waits until it is out. A client that has gone gets nothing. */
  async answer(reply: Reply, { slow, clockSkewMs }: Plan): Promise<void> {
    const { response } = this;
    if (slow !== undefined) await pause(slow.latencyMs / 2);
    if (response.destroyed) return;
    this.#head(reply, clockSkewMs);
    const left = closeOf(response);
    const rest = slow === undefined ? reply.body : await this.#trickle(reply.body, slow.bytesPerSecond);
    // Before it is out: who has the reply may ask here at once.
    this.#passage.answered = reply.status;
    response.end(rest);
    await left;
    if (!response.writableFinished) this.#passage.answered = null;
  }

  /** The head says how long the body is, half of it comes. */
  async cut(reply: Reply, by: 'close' | 'reset'): Promise<void> {
    const { response } = this;
    if (response.destroyed) return;
    this.#head(reply, undefined);
    const left = closeOf(response);
    response.write(reply.body.subarray(0, Math.ceil(reply.body.length / 2)), () => this.end(by));
    await left;
  }

  /** Ends the connection, whatever was or was not written. */
  end(by: 'close' | 'reset'): void {
    const { socket } = this.request;
    if (by === 'reset') socket.resetAndDestroy();
    else socket.destroy();
  }

  #head({ status, headers, body }: Reply, skewMs: number | undefined): void {
    const date = new Date(Date.now() + (skewMs ?? 0)).toUTCString();
    // 204 and 304 have no body, not an empty one.
    const length = status === 204 || status === 304 ? {} : { 'content-length': String(body.length) };
    this.response.writeHead(status, { ...headers, ...length, date });
  }

  /** Writes ten times in a second as much as fits through; gives the last of it, whose time has come. */
  async #trickle(body: Buffer, bytesPerSecond: number): Promise<Buffer> {
    const step = Math.max(1, Math.floor(bytesPerSecond / 10));
    let start = 0;
    for (; start + step < body.length && !this.response.destroyed; start += step) {
      await pause(100);
      this.response.write(body.subarray(start, start + step));
    }
    await pause(((body.length - start) / bytesPerSecond) * 1000);
    return body.subarray(start);
  }
}

/** When the reply is out, or its connection gone. */
export async function closeOf(response: http.ServerResponse): Promise<void> {
  if (!response.closed) await new Promise(resolve => response.once('close', resolve));
}
