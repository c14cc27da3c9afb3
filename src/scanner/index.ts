/** `wms-inventar/scanner`: where scans come from. Usable without our elements. */
export {
  type Calibration,
  type CalibrationFailure,
  type CalibrationFindings,
  type CalibrationRepair,
  SETUP_CODE,
  calibrate,
} from './wedge/calibration.ts';
export type { Clock } from '../ports/time.ts';
export { COMMAND_PREFIX, commandText, readCommand } from './commands.ts';
export { fromDomEvent } from './from-dom-event.ts';
export { type FromObservableOptions, type HostScan, fromObservable } from './from-observable.ts';
export type { KeyRecord, Modifier } from './wedge/key-record.ts';
export { type RecordKeysOptions, recordKeys } from './wedge/key-recorder.ts';
export type { AndroidSinkOptions } from './wedge/android-sink.ts';
export { type KeyboardWedge, type KeyboardWedgeOptions, keyboardWedge } from './wedge/keyboard-wedge.ts';
export { mergeSources } from './merge-sources.ts';
export {
  type Claim,
  type ClaimOptions,
  type Receiver,
  type RoutedSource,
  type RouterProblem,
  type ScanRouter,
  type ScanRouterOptions,
  createScanRouter,
} from './router.ts';
export type {
  IgnoredMessage,
  IgnoredReason,
  RejectReason,
  Scan,
  ScanReject,
  ScanSource,
  SourceKind,
  SourceProblem,
  SourceState,
} from './scan.ts';
export {
  GS_FORMS,
  type GsForm,
  IDLE_PROFILE,
  PREFIX_SUFFIX_PROFILE,
  SCANNER_LAYOUTS,
  SLOW_BLUETOOTH_PROFILE,
  SUFFIX_PROFILE,
  type ScannerLayout,
  WEDGE_PROFILES,
  type WedgeProfile,
  type WedgeProfileName,
  type WedgeSuffix,
} from './wedge/profile.ts';
export type { BridgeSource } from './devices/bridge/source.ts';
export type { CameraSource } from './devices/camera/camera.ts';
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
