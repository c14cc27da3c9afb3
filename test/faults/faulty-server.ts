import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Exchange, type OpenPassage, type Passage, closeOf } from './exchange.ts';
import { type Asked, type Fault, type FaultKind, type Plan, concerns, createScript } from './plan.ts';
import { type Reply, UpstreamGoneError, asReply, htmlReply, redirectReply, signedOutReply } from './replies.ts';

export interface Counts {
  /** Requests that came to the proxy whole. */
  readonly received: number;
  /** Requests handed to the host and answered by it; a duplicate counts twice. */
  readonly delivered: number;
  /** Replies handed to the client whole, whoever wrote them. */
  readonly answered: number;
  /** Faults met, by kind; `none` are those that passed. */
  readonly faults: Readonly<Partial<Record<FaultKind, number>>>;
  /** The most requests the plan speaks of that were under way at once. */
  readonly mostAtOnce: number;
  /** Requests held for `release`. */
  readonly held: number;
}

interface Connection {
  readonly number: number;
  requests: number;
}

/** Where the redirect of a login leads to; the proxy answers it itself. */
const LOGIN_PATH = '/fault-proxy/login';

/** An HTTP server that hands requests on to a host, and does to their connections what its plan says. */
export class FaultyServer {
  readonly #server: http.Server;
  readonly #connections = new Map<Socket, Connection>();
  readonly #held = new Set<() => void>();
  readonly #idlers = new Set<() => void>();
  readonly #listeners = new Set<{ readonly count: number; readonly resolve: () => void }>();
  readonly #started = performance.now();
  #target: URL;
  #plan: Plan = {};
  #faultOf = createScript({});
  #port = 0;
  #passages: OpenPassage[] = [];
  #connected = 0;
  #underWay = 0;
  #concerned = 0;
  #mostAtOnce = 0;

  constructor(target: string) {
    this.#target = new URL(target);
    this.#server = http.createServer((request, response) => void this.#pass(request, response));
    // What breaks here is to be in the plan: no time-out of the proxy's own.
    Object.assign(this.#server, { keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0, timeout: 0 });
    this.#server.on('connection', socket => {
      this.#connections.set(socket, { number: ++this.#connected, requests: 0 });
      socket.once('close', () => this.#connections.delete(socket));
      socket.on('error', () => undefined);
    });
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async listen(port = 0): Promise<void> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** From now on this happens; the script starts at its first fault. */
  async setPlan(plan: Plan): Promise<void> {
    this.#plan = plan;
    this.#faultOf = createScript(plan);
    if (plan.offline === true) await this.#refuse();
    else if (!this.#server.listening) await this.listen(this.#port);
  }

  /** Another host takes over, as after a restart on another port. */
  setTarget(target: string): void {
    this.#target = new URL(target);
  }

  /** Delivers, or answers, what was held for it; says how many requests that were. */
  release(): number {
    const held = [...this.#held];
    for (const workNow of held) workNow();
    return held.length;
  }

  /** Resolves when so many requests have come since the start. */
  async received(count: number): Promise<void> {
    if (this.#passages.length >= count) return;
    await new Promise<void>(resolve => this.#listeners.add({ count, resolve }));
  }

  /** Resolves when nothing is under way; what is held, and what hangs, does not count. */
  async idle(): Promise<void> {
    if (this.#underWay > 0) await new Promise<void>(resolve => this.#idlers.add(resolve));
  }

  get passages(): readonly Passage[] {
    return this.#passages;
  }

  get counts(): Counts {
    const faults: Partial<Record<FaultKind, number>> = {};
    for (const { fault } of this.#passages) faults[fault] = (faults[fault] ?? 0) + 1;
    return {
      received: this.#passages.length,
      delivered: this.#passages.reduce((sum, { statuses }) => sum + statuses.length, 0),
      answered: this.#passages.filter(({ answered }) => answered !== null).length,
      faults,
      mostAtOnce: this.#mostAtOnce,
      held: this.#held.size,
    };
  }

  async close(): Promise<void> {
    await this.#refuse();
  }

  async #refuse(): Promise<void> {
    if (this.#server.listening) {
      const closed = once(this.#server, 'close');
      this.#server.close();
      for (const socket of this.#connections.keys()) socket.resetAndDestroy();
      await closed;
    }
  }

  async #pass(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const { socket, method = 'GET', url = '/' } = request;
    const connection = this.#connections.get(socket);
    const body = await bodyOf(request);
    if (connection === undefined || body === null) return;
    const key = request.headers['idempotency-key'];
    const idempotencyKey = typeof key === 'string' ? key : null;
    const asked: Asked = { method, url, idempotencyKey, warmed: connection.requests > 0 };
    const fault = url.startsWith(LOGIN_PATH) ? ({ kind: 'login-page' } as const) : this.#faultOf(asked);
    const passage: OpenPassage = {
      method,
      url,
      idempotencyKey,
      fault: fault.kind,
      connection: connection.number,
      turn: ++connection.requests,
      receivedAt: this.#now(),
      endedAt: null,
      statuses: [],
      answered: null,
    };
    this.#passages.push(passage);
    const concerned = concerns(this.#plan, asked);
    if (concerned) this.#mostAtOnce = Math.max(this.#mostAtOnce, ++this.#concerned);
    response.on('error', () => undefined);
    response.once('close', () => {
      passage.endedAt = this.#now();
      if (concerned) this.#concerned--;
    });
    const happening = this.#whileUnderWay(() => this.#happen(fault, new Exchange(request, response, body, passage)));
    for (const listener of this.#listeners) {
      if (this.#passages.length < listener.count) continue;
      this.#listeners.delete(listener);
      listener.resolve();
    }
    await happening;
  }

  async #whileUnderWay(work: () => Promise<unknown>): Promise<void> {
    this.#underWay++;
    try {
      await work();
    } finally {
      this.#underWay--;
      if (this.#underWay === 0) {
        for (const resolve of this.#idlers) resolve();
        this.#idlers.clear();
      }
    }
  }

  #now(): number {
    return performance.now() - this.#started;
  }

  /** What the plan has for this request, done to its connection. */
  async #happen(fault: Fault, exchange: Exchange): Promise<void> {
    const handOn = () => exchange.deliver(this.#target, this.#plan);
    const answer = (reply: Reply) => exchange.answer(reply, this.#plan);
    const page = async (instead: Reply, delivered: boolean | undefined) => {
      if (delivered === true) await handOn();
      await answer(instead);
    };
    try {
      switch (fault.kind) {
        case 'none':
          await answer(await handOn());
          break;
        case 'request-lost':
          exchange.end('reset');
          break;
        case 'reply-lost':
          await handOn();
          exchange.end(fault.by ?? 'close');
          break;
        case 'duplicate': {
          const first = handOn();
          if (fault.atOnce !== true) await first;
          const [one, two] = await Promise.all([first, handOn()]);
          await answer(fault.answer === 'second' ? two : one);
          break;
        }
        case 'status':
          await page(htmlReply(fault.status, retryAfter(fault)), fault.delivered);
          break;
        case 'signed-out':
          await answer(signedOutReply());
          break;
        case 'late-apply':
          await this.#late(fault.when ?? 'abandoned', exchange, handOn);
          break;
        case 'reply-held': {
          const reply = await handOn();
          this.#hold(() => answer(reply));
          break;
        }
        case 'cut-body':
          await exchange.cut(await handOn(), fault.by ?? 'reset');
          break;
        case 'malformed-json': {
          const { body } = await handOn();
          await answer(asReply(200, 'application/json', body.subarray(0, Math.floor(body.length / 2))));
          break;
        }
        case 'login-page':
          await page(htmlReply(200), fault.delivered);
          break;
        case 'login-redirect':
          await page(redirectReply(LOGIN_PATH), fault.delivered);
          break;
        case 'captive-portal':
          await answer(htmlReply(fault.status ?? 200));
          break;
        case 'hang':
          break;
      }
    } catch (error) {
      if (!(error instanceof UpstreamGoneError)) throw error;
      // As if there were no proxy: who talks to a host that died sees its connection die.
      exchange.end('reset');
    }
  }

  async #late(when: 'abandoned' | 'released', { response }: Exchange, handOn: () => Promise<Reply>): Promise<void> {
    if (when === 'abandoned') {
      await closeOf(response);
      await handOn();
      return;
    }
    this.#hold(handOn);
  }

  /** Until `release`. */
  #hold(work: () => Promise<unknown>): void {
    const workNow = () => {
      this.#held.delete(workNow);
      void this.#whileUnderWay(() => work().then(undefined, () => undefined));
    };
    this.#held.add(workNow);
  }
}

function retryAfter(fault: Extract<Fault, { kind: 'status' }>): Record<string, string> {
  const { retryAfterSeconds: seconds, retryAfterAsDate: asDate } = fault;
  if (seconds === undefined) return {};
  return { 'retry-after': asDate === true ? new Date(Date.now() + seconds * 1000).toUTCString() : String(seconds) };
}

/** `null`: the client went away before it was whole. */
async function bodyOf(request: http.IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch {
    return null;
  }
}
