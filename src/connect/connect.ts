import type { ObservableInput } from 'rxjs';
import { browserDevice } from './operator-work.ts';
import { cameraChoice, hidChoice, serialChoice } from '../scanner/devices/device-choices.ts';
import { recordKeys } from '../scanner/wedge/key-recorder.ts';
import { type HostScan, fromObservable } from '../scanner/from-observable.ts';
import { keyboardWedge } from '../scanner/wedge/keyboard-wedge.ts';
import type { ScanSource } from '../scanner/scan.ts';
import { deviceSettings } from '../device/settings.ts';
import { browserStorage } from '../device/storage.ts';
import { type Feedback, createToneFeedback } from '../services/feedback.ts';
import type { InventoryGateway } from '../services/inventory-gateway.ts';
import { type TokenSource, createRestGateway } from '../services/rest/rest-gateway.ts';
import { type CountSession, createCountSession } from '../session/count-session.ts';
import type { OfferedSource } from '../session/scanners/scanners-flow.ts';

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
  /**
   * `on`: a count is saved on this device and sent from there, however long that takes. `off`: each waits for the host,
   * and nothing is kept. Default: `on`.
   */
  readonly outbox?: 'on' | 'off';
  /** Which of several data bases behind one URL is counted in: counts for one are never sent to another. */
  readonly tenant?: string;
  /** The user name of who is signed in, where the page knows: nobody is shown what another operator left. */
  readonly userName?: string;
  /** A name for this device, for the rows' history; at most 64 characters. Default: `''`. */
  readonly device?: string;
  /** What each command barcode starts with; `''`: there are none. Default: what the host's configuration says, or `$$`. */
  readonly commandPrefix?: string;
  /**
   * Takes `'` for `-` where no tokenizer knows a text as it is: what a scanner set to US types on an Italian layout, where
   * its keys are not translated. Default: false.
   */
  readonly apostropheAsDash?: boolean;
}

/**
 * Connects to a host and gives the session that the elements show. Whoever calls it disposes of it.
 *
 * Nothing is thrown for a host that can't be reached: `state$` says so, and `dispatch({ type: 'connect' })` tries again.
 */
export function connectInventar(options: ConnectOptions): CountSession {
  const { token = null, scans, sources = [], keyboardWedge: wedge = true } = options;
  const gateway =
    typeof options.gateway === 'string' ? createRestGateway({ baseUrl: options.gateway, token }) : options.gateway;
  return createCountSession({
    gs1: {
      load: async () => {
        const { createGs1Parser } = await import('../tokenizer/gs1/index.ts');
        return createGs1Parser({ currentYear: new Date().getFullYear() });
      },
      whenIdle,
    },
    gateway,
    sources: [...(wedge ? [keyboardWedge()] : []), ...(scans === undefined ? [] : [fromObservable(scans)]), ...sources],
    feedback: options.feedback ?? createToneFeedback(),
    offered: options.offered ?? [hidChoice.create(), serialChoice.create(), cameraChoice.create()],
    settings: deviceSettings(browserStorage()),
    recordKeys,
    mintKey,
    nextItemConfirms: options.nextItemConfirms,
    commandPrefix: options.commandPrefix,
    apostropheAsDash: options.apostropheAsDash,
    ...(options.outbox !== 'off' && {
      device: browserDevice({
        gateway,
        origin: typeof options.gateway === 'string' ? new URL(options.gateway, document.baseURI).href : location.origin,
        tenant: options.tenant ?? '',
        userName: options.userName ?? null,
        device: (options.device ?? '').slice(0, 64),
        mintKey,
      }),
    }),
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
