import { type HttpBindings, serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { fileURLToPath } from 'node:url';
import { createApi } from './app.ts';
import type { Dimension } from '../../src/domain/count-identity.ts';
import { renderBarcode } from './barcode.ts';
import { type CapabilitySet, type KindOfHost, capabilitiesOf } from './capabilities.ts';
import { renewEpoch } from './database/epoch.ts';
import { type DatabasePlace, openDatabase } from './database/open.ts';
import { wipeKeys } from './ledger.ts';
import { readSheet } from './sheet.ts';

export interface ServeOptions {
  readonly place: DatabasePlace;
  readonly port: number;
  /** `127.0.0.1` unless asked otherwise; `0.0.0.0` opens the host to the LAN. */
  readonly hostname: string;
  readonly newLots?: boolean;
  readonly nextItemConfirms?: boolean;
  /** Which kind of host it is: `keys` unless given. */
  readonly capabilities?: CapabilitySet | Partial<KindOfHost>;
  /** What it tells stock apart by besides; nothing unless given. */
  readonly dimensions?: readonly Dimension[];
  readonly keyWaitMs?: number;
  readonly now?: () => Date;
  /** Where the warehouse is: the server's own time zone unless given. */
  readonly timeZone?: string;
  /** Starts as after the loss of its key store: no request is known to have come before. */
  readonly wipeKeys?: boolean;
  /** Its data base was put back from a copy of its files. */
  readonly restored?: boolean;
  /** Whether the page may read barcodes by camera. Default: no. */
  readonly camera?: boolean;
  /** Awaited before each request below `/api`; a reply of its own is sent instead: how a test makes the host fail. */
  readonly before?: (c: Context<{ Bindings: HttpBindings }>) => Promise<Response | undefined>;
}

export interface RunningHost {
  readonly url: string;
  readonly database: string;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The policy under which the plugin has to work: no inline script or style, no markup from text. The camera's decoder is
 * WebAssembly, which needs a word of its own; nothing else does.
 */
function contentSecurityPolicy(camera: boolean): string {
  return [
    "default-src 'self'",
    "style-src 'self'",
    camera ? "script-src 'self' 'wasm-unsafe-eval'" : "script-src 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html 'allow-duplicates'",
  ].join('; ');
}

function securityHeaders(camera: boolean) {
  return createMiddleware(async (c, next) => {
    await next();
    c.header('content-security-policy', contentSecurityPolicy(camera));
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
  });
}

/** What the build names by its content, all in one folder, never changes; all else may with the next version. */
function isNamedByContent(path: string): boolean {
  return /^\/wms-inventar\/wms-inventar\/.+-[\w-]{8}\.js$/.test(path);
}

/** Opens the data base and serves the API, the page and the built plugin until closed. */
export async function startHost(options: ServeOptions): Promise<RunningHost> {
  const { before, keyWaitMs, dimensions, now, timeZone } = options;
  const capabilities = capabilitiesOf(options.capabilities);
  const database = await openDatabase(options.place);
  const { db } = database;
  if (options.wipeKeys === true) await wipeKeys(db);
  if (options.restored === true) await renewEpoch(db);
  const policies = { newLots: options.newLots ?? true, nextItemConfirms: options.nextItemConfirms ?? false };
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(securityHeaders(options.camera ?? false));
  if (before !== undefined) {
    const instead = createMiddleware<{ Bindings: HttpBindings }>(async (c, next) => (await before(c)) ?? next());
    app.use('/api/*', instead);
  }
  app.route(
    '/api',
    createApi({
      db,
      policies,
      capabilities,
      ...(keyWaitMs !== undefined && { keyWaitMs }),
      ...(dimensions && { dimensions }),
      ...(now && { now }),
      ...(timeZone !== undefined && { timeZone }),
    }),
  );
  app.get('/sheet.json', async c => c.json(await readSheet(db)));
  app.get('/barcode.svg', c => {
    const drawn = renderBarcode(c.req.query('text') ?? '');
    if (drawn === null) return c.text('No barcode can carry this text', 400);
    return c.body(drawn, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' });
  });
  app.use(
    '/wms-inventar/*',
    createMiddleware(async (c, next) => {
      await next();
      if (c.res.ok)
        c.header('cache-control', isNamedByContent(c.req.path) ? 'max-age=31536000, immutable' : 'no-cache');
    }),
    serveStatic({
      root,
      rewriteRequestPath: path => path.replace('/wms-inventar', '/dist'),
      precompressed: true,
    }),
  );
  app.use('/*', serveStatic({ root: `${root}/reference-host/page` }));
  const server = serve({ fetch: app.fetch, port: options.port, hostname: options.hostname });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : options.port);
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    database: database.description,
    close: async () => {
      await new Promise<void>(resolve => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await database.close();
    },
  };
}
