import { later } from '../../loading/later.ts';
import type { ScanSource, SourceKind, SourceProblem } from '../scan.ts';
import { type PageFacts, cameraProblem, hidProblem, serialProblem } from './availability.ts';
import type { BridgeSource } from './bridge/source.ts';
import type { CameraOptions, CameraSource } from './camera/camera.ts';
import type { DeviceSource } from './device-source.ts';
import { type LazySource, lazySource } from './lazy-source.ts';
import type { WebHidOptions } from './hid/web-hid.ts';
import type { WebSerialOptions } from './serial/web-serial.ts';

const hid = later(() => import('./hid/web-hid.ts'));
const serial = later(() => import('./serial/web-serial.ts'));
const camera = later(() => import('./camera/camera.ts'));
const bridge = later(() => import('./bridge/bridge.ts'));

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

export const hidChoice: DeviceChoice<WebHidOptions, DeviceSource> = {
  kind: 'hid',
  problem: hidProblem,
  asks: true,
  create: (options = {}) =>
    lazySource({
      id: options.id ?? 'hid',
      kind: 'hid',
      problem: hidProblem,
      load: async () => (await hid()).webHid(options),
    }),
};

export const serialChoice: DeviceChoice<WebSerialOptions, DeviceSource> = {
  kind: 'serial',
  problem: serialProblem,
  asks: true,
  create: (options = {}) =>
    lazySource({
      id: options.id ?? 'serial',
      kind: 'serial',
      problem: serialProblem,
      load: async () => (await serial()).webSerial(options),
    }),
};

export const cameraChoice: DeviceChoice<CameraOptions, CameraSource> = {
  kind: 'camera',
  problem: cameraProblem,
  // The browser asks by itself, when a viewfinder opens.
  asks: false,
  create: (options = {}) =>
    lazySource({
      id: options.id ?? 'camera',
      kind: 'camera',
      problem: cameraProblem,
      load: async () => (await camera()).camera(options),
    }),
};

/** Which bridge it is: another window (its origin), events of the page, Enterprise Browser, the app around a WebView. */
export type BridgeChoice =
  { readonly to: 'window'; readonly origin: string } | { readonly to: 'page' | 'enterprise-browser' | 'web-view' };

export const bridgeChoice: DeviceChoice<BridgeChoice, BridgeSource> = {
  kind: 'bridge',
  problem: () => null,
  asks: false,
  create: (choice = { to: 'page' }) =>
    lazySource({
      id: choice.to,
      kind: 'bridge',
      problem: () => null,
      load: async () => {
        const bridges = await bridge();
        switch (choice.to) {
          case 'window':
            return bridges.windowBridge({ id: choice.to, origin: choice.origin });
          case 'page':
            return bridges.eventBridge({ id: choice.to });
          case 'enterprise-browser':
            return bridges.enterpriseBrowser({ id: choice.to });
          case 'web-view':
            return bridges.webViewBridge({ id: choice.to });
        }
      },
    }),
};

/** The kinds of devices beside the keyboard, in the order of a setup. */
export const deviceChoices = [hidChoice, serialChoice, cameraChoice, bridgeChoice] as const;
