/** `wms-inventar/scanner`: where scans come from. Usable without our elements. */
export type { BridgeSource } from './devices/bridge-source.ts';
export type { CameraSource } from './devices/camera.ts';
export {
  type BridgeChoice,
  type DeviceChoice,
  bridgeChoice,
  cameraChoice,
  deviceChoices,
  hidChoice,
  serialChoice,
} from './devices/device-choices.ts';
export type { DeviceSource } from './devices/device-source.ts';
export type { LazySource } from './devices/lazy-source.ts';
export { type FromObservableOptions, type HostScan, fromObservable } from './from-observable.ts';
export { type KeyboardWedgeOptions, keyboardWedge } from './keyboard-wedge.ts';
export { type Claim, type Receiver, type ScanRouter, type ScanRouterOptions, createScanRouter } from './router.ts';
export type { RejectReason, Scan, ScanReject, ScanSource, SourceKind, SourceProblem, SourceState } from './scan.ts';
export { SUFFIX_PROFILE, type WedgeProfile } from './wedge-decoder.ts';
