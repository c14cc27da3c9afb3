import { later } from '../../loading/later.ts';
import type { ScanSource, SourceKind, SourceProblem } from '../scan.ts';
import { type PageFacts, cameraProblem, hidProblem, serialProblem } from './availability.ts';
import type { BridgeChoice } from './bridge/bridge-to.ts';
import type { BridgeSource } from './bridge/source.ts';
import type { CameraOptions, CameraSource } from './camera/camera.ts';
import type { DeviceSource } from './device-source.ts';
import { type LazySource, lazySource } from './lazy-source.ts';
import type { WebHidOptions } from './hid/web-hid.ts';
import type { WebSerialOptions } from './serial/web-serial.ts';

export type { BridgeChoice } from './bridge/bridge-to.ts';

const hid = later(() => import('./hid/web-hid.ts'));
const serial = later(() => import('./serial/web-serial.ts'));
const camera = later(() => import('./camera/camera.ts'));
const bridge = later(() => import('./bridge/bridge-to.ts'));

/** A kind of device to choose in the scanner setup. */
export interface DeviceChoice<Options, Source extends ScanSource> {
  readonly kind: SourceKind;
  /** Why it can't be used on this page, told without loading anything; `null`: it can. */
  readonly problem: (facts?: PageFacts) => SourceProblem | null;
  /** Whether `request` has to be called by a press: the browser asks the person for a device. */
  readonly asks: boolean;
  /** The source; its code is loaded once it is connected, or asked for. */
  readonly create: (options?: Options) => LazySource<Source>;
}

function choice<Options extends { readonly id?: string }, Source extends ScanSource>(
  about: Omit<DeviceChoice<Options, Source>, 'create'>,
  load: (options?: Options) => Promise<Source>,
): DeviceChoice<Options, Source> {
  const create = (options?: Options) =>
    lazySource({ ...about, id: options?.id ?? about.kind, load: () => load(options) });
  return { ...about, create };
}

export const hidChoice = choice<WebHidOptions, DeviceSource>(
  { kind: 'hid', problem: hidProblem, asks: true },
  async options => (await hid()).webHid(options),
);

export const serialChoice = choice<WebSerialOptions, DeviceSource>(
  { kind: 'serial', problem: serialProblem, asks: true },
  async options => (await serial()).webSerial(options),
);

export const cameraChoice = choice<CameraOptions, CameraSource>(
  // The browser asks by itself, when a viewfinder opens.
  { kind: 'camera', problem: cameraProblem, asks: false },
  async options => (await camera()).camera(options),
);

const anyBridge = { kind: 'bridge', problem: () => null, asks: false } as const;
export const bridgeChoice: DeviceChoice<BridgeChoice, BridgeSource> = {
  ...anyBridge,
  create: (options = { to: 'page' }) =>
    lazySource({ ...anyBridge, id: options.to, load: async () => (await bridge()).bridgeTo(options) }),
};

/** The kinds of devices beside the keyboard, in the order of a setup. */
export const deviceChoices = [hidChoice, serialChoice, cameraChoice, bridgeChoice] as const;
