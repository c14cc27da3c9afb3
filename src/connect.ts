import type { ObservableInput } from 'rxjs';
import { cameraChoice, hidChoice, serialChoice } from './scanner/devices/device-choices.ts';
import { recordKeys } from './scanner/key-recorder.ts';
import { type HostScan, fromObservable } from './scanner/from-observable.ts';
import { keyboardWedge } from './scanner/keyboard-wedge.ts';
import type { ScanSource } from './scanner/scan.ts';
import { deviceSettings } from './services/device-settings.ts';
import { browserStorage } from './services/device-storage.ts';
import { type Feedback, createToneFeedback } from './services/feedback.ts';
import type { InventoryGateway } from './services/inventory-gateway.ts';
import { type TokenSource, createRestGateway } from './services/rest/rest-gateway.ts';
import { type CountSession, createCountSession } from './session/count-session.ts';
import type { OfferedSource } from './session/scanner-desk.ts';

export interface ConnectOptions {
  /** The base URL of services that speak the REST contract, such as `/api`; or any gateway of the host's own. */
  readonly gateway: string | InventoryGateway;
  /** With a base URL: a bearer token, or how to get one; a function is asked again when the host answers 401. */
  readonly token?: TokenSource;
  /** The host page's own stream of scans: texts, or objects with a `text`. */
  readonly scans?: ObservableInput<HostScan>;
  /** Any further sources of scans. */
  readonly sources?: readonly ScanSource[];
  /** Sources that the operator may connect in the scanner setup. Default: USB (HID), serial, camera. */
  readonly offered?: readonly OfferedSource[];
  /** Whether scanners that type like a keyboard are heard. Default: true. */
  readonly keyboardWedge?: boolean;
  readonly feedback?: Feedback;
  /** Whether the next item read confirms the count that stands. Default: what the host's configuration says. */
  readonly nextItemConfirms?: boolean;
  /** What each command barcode starts with; `''`: there are none. Default: what the host's configuration says, or `$$`. */
  readonly commandPrefix?: string;
}

/**
 * Connects to a host and gives the session that the elements show. Whoever calls it disposes of it.
 *
 * Nothing is thrown for a host that can't be reached: `state$` says so, and `dispatch({ type: 'connect' })` tries again.
 */
export function connectInventar(options: ConnectOptions): CountSession {
  const { gateway, token = null, scans, sources = [], keyboardWedge: wedge = true } = options;
  return createCountSession({
    gs1: {
      load: async () => {
        const { createGs1Parser } = await import('./tokenizer/gs1/index.ts');
        return createGs1Parser({ currentYear: new Date().getFullYear() });
      },
      whenIdle,
    },
    gateway: typeof gateway === 'string' ? createRestGateway({ baseUrl: gateway, token }) : gateway,
    sources: [...(wedge ? [keyboardWedge()] : []), ...(scans === undefined ? [] : [fromObservable(scans)]), ...sources],
    feedback: options.feedback ?? createToneFeedback(),
    offered: options.offered ?? [hidChoice.create(), serialChoice.create(), cameraChoice.create()],
    settings: deviceSettings(browserStorage()),
    recordKeys,
    mintKey,
    nextItemConfirms: options.nextItemConfirms,
    commandPrefix: options.commandPrefix,
  });
}

/** Not every browser tells when it is idle; there a second is given to what comes first. */
function whenIdle(call: () => void): void {
  if ('requestIdleCallback' in globalThis) globalThis.requestIdleCallback(call);
  else setTimeout(call, 1000);
}

/** 128 random bits. `randomUUID` would need HTTPS, which warehouses on a LAN often don't have. */
function mintKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}
