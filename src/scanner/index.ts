/** `wms-inventar/scanner`: where scans come from. Usable without our elements. */
export { type FromObservableOptions, type HostScan, fromObservable } from './from-observable.ts';
export { type KeyboardWedgeOptions, keyboardWedge } from './keyboard-wedge.ts';
export { type Claim, type Receiver, type ScanRouter, type ScanRouterOptions, createScanRouter } from './router.ts';
export type { Scan, ScanReject, ScanSource, SourceState } from './scan.ts';
export { SUFFIX_PROFILE, type WedgeProfile } from './wedge-decoder.ts';
