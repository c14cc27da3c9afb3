/** `wms-inventar/scanner`: where scans come from. Usable without our elements. Files that are public whole are named as such. */
export * from './wedge/calibration.ts';
export type { Clock } from '../ports/time.ts';
export { COMMAND_PREFIX, commandText, readCommand } from './commands.ts';
export { fromDomEvent } from './from-dom-event.ts';
export { type FromObservableOptions, type HostScan, fromObservable } from './from-observable.ts';
export type { KeyRecord, Modifier } from './wedge/key-record.ts';
export { type RecordKeysOptions, recordKeys } from './wedge/key-recorder.ts';
export type { AndroidSinkOptions } from './wedge/android-sink.ts';
export { type KeyboardWedge, type KeyboardWedgeOptions, keyboardWedge } from './wedge/keyboard-wedge.ts';
export { mergeSources } from './merge-sources.ts';
export * from './router.ts';
export type * from './scan.ts';
export * from './wedge/profile.ts';
export type { BridgeSource } from './devices/bridge/source.ts';
export type { CameraSource } from './devices/camera/camera.ts';
export * from './devices/device-choices.ts';
export type { DeviceSource } from './devices/device-source.ts';
export type { LazySource } from './devices/lazy-source.ts';
