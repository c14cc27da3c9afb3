import { browserDevice, forgetfulDevice } from './operator-work.ts';
import { cameraChoice, hidChoice, serialChoice } from '../scanner/devices/device-choices.ts';
import { createHearing } from '../scanner/hearing/hearing.ts';
import { fromObservable } from '../scanner/from-observable.ts';
import { keyboardWedge } from '../scanner/wedge/keyboard-wedge.ts';
import type { ScanSource } from '../scanner/scan.ts';
import { deviceSettings } from '../device/settings.ts';
import { browserStorage } from '../device/storage.ts';
import { type Feedback, createToneFeedback } from '../services/feedback.ts';
import type { InventoryGateway } from '../services/inventory-gateway.ts';
import { hostNameOf } from '../outbox/partition.ts';
import { mintKey } from '../ports/random.ts';
import { browserClock } from '../ports/time.ts';
import { createRestGateway } from '../services/rest/rest-gateway.ts';
import { type CountSession, createCountSession } from '../session/count-session.ts';
import type { SessionOptions } from '../session/settings.ts';
import { later, needAtLast } from '../loading/later.ts';
import { whenIdle } from '../loading/when-idle.ts';

const gs1 = later(() => import('../session/reads/gs1-part.ts'));

/** The settings of a session, and what only code can give. */
export interface ConnectOptions extends SessionOptions {
  /** The base URL of services that speak the REST contract, such as `/api`; or any gateway of the host's own. */
  readonly gateway: string | InventoryGateway;
  /** Any further sources of scans. */
  readonly sources?: readonly ScanSource[];
  readonly feedback?: Feedback;
}

/**
 * Connects to a host and gives the session that the elements show. Whoever calls it disposes of it.
 *
 * Nothing is thrown for a host that can't be reached: `state$` says so, and `dispatch({ type: 'connect' })` tries again.
 */
export function connectInventar(options: ConnectOptions): CountSession {
  const { scans, sources = [], keyboardWedge: wedge = true } = options;
  const running: SessionOptions = { ...options };
  const gateway =
    typeof options.gateway === 'string'
      ? createRestGateway({
          baseUrl: options.gateway,
          get token() {
            return running.token ?? null;
          },
        })
      : options.gateway;
  const hearing = createHearing(options.pageFields);
  const all = [
    ...(wedge ? [keyboardWedge()] : []),
    ...(scans === undefined ? [] : [fromObservable(scans)]),
    ...sources,
  ];
  for (const source of all) source.hearBy?.(hearing.hears);
  return createCountSession({
    hearing,
    running,
    gs1: {
      load: async onMissing =>
        (await needAtLast(gs1, onMissing)).createGs1({ currentYear: new Date(browserClock.now()).getFullYear() }),
      whenIdle,
    },
    gateway,
    sources: all,
    feedback: options.feedback ?? createToneFeedback(),
    offered: options.offered ?? [hidChoice.create(), serialChoice.create(), cameraChoice.create()],
    settings: deviceSettings(browserStorage()),
    mintKey,
    device: (options.outbox === 'off' ? forgetfulDevice : browserDevice)({
      gateway,
      origin: typeof options.gateway === 'string' ? hostNameOf(options.gateway, document.baseURI) : location.origin,
      tenant: options.tenant ?? '',
      userName: () => running.userName ?? null,
      device: () => running.deviceName ?? '',
      mintKey,
    }),
  });
}
