/** `wms-inventar`: what the package exports. Importing it registers nothing and touches no document. */
export { type ConnectOptions, connectInventar } from './connect.ts';
export { type DefineOptions, defineInventar } from './define.ts';
export { type KeyMap, type Presentation, presentationContext, sessionContext } from './components/shared/contexts.ts';
export { InventarElement } from './components/shared/inventar-element.ts';
export type { CountIdentity } from './domain/count-identity.ts';
export type { CodeParts, CodeRead } from './domain/code-read.ts';
export type {
  CountForm,
  CountRequest,
  CountingState,
  CountingRules,
  DeviceStamp,
  Option,
  RecordedCount,
  Stage,
  UndoRequest,
} from './domain/counting-state.ts';
export { type Failure, REFUSALS, type Refusal } from './domain/failure.ts';
export { COMMANDS, type Command } from './domain/command.ts';
export type * from './domain/inventory.ts';
export type { Notice, NoticeCode } from './domain/notice.ts';
export type { CountMode, Entry } from './domain/record-count.ts';
export type { HistoryEntry, RowHistory } from './domain/row-history.ts';
export * from './services/errors.ts';
export {
  DEFAULT_SOUND,
  type Feedback,
  type FeedbackTone,
  type SoundSettings,
  type ToneFeedbackOptions,
  createToneFeedback,
} from './services/feedback.ts';
export type * from './services/inventory-gateway.ts';
export { type RestGatewayOptions, type TokenSource, createRestGateway } from './services/rest/rest-gateway.ts';
export { type DeviceSettings, type DeviceSettingsStore, deviceSettings } from './services/device-settings.ts';
export { type DeviceStorage, browserStorage } from './services/device-storage.ts';
export type { CountSession } from './session/count-session.ts';
export type { OfferedSource } from './session/scanner-desk.ts';
export type { ScannerAction, ScannersState, ScannerSetup, SourceStatus } from './session/scanners-state.ts';
export type {
  FormAction,
  HostState,
  InventarAction,
  InventarEvent,
  InventarState,
  OpenMode,
  OpenedList,
  RowsState,
  SearchState,
} from './session/session-state.ts';
