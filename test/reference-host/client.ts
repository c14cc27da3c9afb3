import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { CountRow, InventoryList } from '../../src/domain/inventory.ts';
import type { HistoryEntry } from '../../src/domain/row-history.ts';
import { identity } from '../support/fixtures.ts';
import type { CountRequestBody, UndoRequestBody } from '../../src/services/rest/contract.ts';
import { tokenOf } from './sign-in.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // What a reply holds is what each test asserts.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** A client of the REST services that knows nothing but HTTP: what the host answers is seen as it is. */
export class Client {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  static async signIn(url: string, userName: string): Promise<Client> {
    return new Client(url, await tokenOf(url, userName));
  }

  /** One after the other: too many tries of one person at once are refused. */
  static async signInEach(who: readonly (readonly [url: string, userName: string])[]): Promise<Client[]> {
    const clients: Client[] = [];
    for (const [url, userName] of who) clients.push(await Client.signIn(url, userName));
    return clients;
  }

  get authorization(): Record<string, string> {
    return this.#token === '' ? {} : { authorization: `Bearer ${this.#token}` };
  }

  async request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    const response = await fetch(`${this.#url}/api${path}`, {
      method,
      headers: {
        ...this.authorization,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Reply> {
    return this.request('GET', path, undefined, headers);
  }

  count(listId: string, count: CountRequestBody, key: string = randomUUID()): Promise<Reply> {
    return this.request('POST', `/lists/${listId}/counts`, count, { 'idempotency-key': key });
  }

  undo(listId: string, undo: UndoRequestBody, key: string = randomUUID()): Promise<Reply> {
    return this.request('POST', `/lists/${listId}/counts/undo`, undo, { 'idempotency-key': key });
  }

  async history(row: CountRow): Promise<readonly HistoryEntry[]> {
    const reply = await this.get(`/lists/${row.listId}/rows/${row.id}/history`);
    assert.equal(reply.status, 200);
    return reply.body.entries;
  }

  /** The list with this row in the inventory with this number. */
  async list(inventoryNumber: number, row: number): Promise<InventoryList> {
    const found = await this.get(`/inventories?number=${inventoryNumber}`);
    const lists = await this.get(`/lists?inventory=${found.body.items[0].id}`);
    const list = lists.body.items.find((each: InventoryList) => each.row === row);
    assert.ok(list, `inventory ${inventoryNumber} has a list ${row} for this operator`);
    return list;
  }

  /** Every row of a list, page by page. */
  async rows(listId: string, query = ''): Promise<CountRow[]> {
    const rows: CountRow[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Reply = await this.get(
        `/lists/${listId}/rows?${query}${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      assert.equal(page.status, 200);
      rows.push(...page.body.items);
      cursor = page.body.next;
    }
    return rows;
  }
}

/** A count of ART-118 at A-01-02 in warehouse 01, as a new row of 5 pieces; each test changes what it is about. */
export function aCount(
  change: Partial<CountRequestBody['identity']> = {},
  more: Partial<Omit<CountRequestBody, 'identity'>> = {},
): CountRequestBody {
  return {
    mode: 'new',
    identity: identity(change),
    quantity: '5',
    unit: 'buc',
    baseVersion: null,
    barcode: null,
    ...more,
  };
}

export function problemOf(reply: Reply): string {
  return String(reply.body.type).replace('urn:wms-inventar:problem:', '');
}
