/** `wms-inventar`: what the package exports. Importing it registers nothing and touches no document. */
export { type ConnectOptions, connectInventar } from './connect/connect.ts';
export { type DefineOptions, defineInventar } from './define.ts';
export { type Presentation, presentationContext, sessionContext } from './components/shared/contexts.ts';
export { InventarElement } from './components/shared/inventar-element.ts';
export { loadElements } from './components/shared/later-elements.ts';
export type { CountIdentity } from './domain/count-identity.ts';
export type * from './domain/count-request.ts';
export type { CodeParts, CodeRead } from './domain/code-read.ts';
export type { CountForm, CountingState, CountingRules, Option, Stage } from './domain/counting/state.ts';
export { type Failure, REFUSALS, type Refusal } from './domain/failure.ts';
export { COMMANDS, type Command } from './domain/command.ts';
export type * from './domain/inventory.ts';
export type { ListedRow, PendingMark } from './domain/listed-row.ts';
export type { Notice, NoticeCode } from './domain/notice.ts';
export type { ParkedRead } from './domain/parked-read.ts';
export type { CountMode, Entry } from './domain/record-count.ts';
export type { HistoryEntry, RowHistory } from './domain/row-history.ts';
export type * from './outbox/types.ts';
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
export { type DeviceSettings, type DeviceSettingsStore, deviceSettings } from './device/settings.ts';
export { type DeviceStorage, browserStorage } from './device/storage.ts';
export type { CountSession } from './session/count-session.ts';
export type { OfferedSource } from './session/scanners/scanner-ports.ts';
export type { ScannerAction, ScannersState, ScannerSetup, SourceStatus } from './session/state/scanners-state.ts';
export type {
  CacheState,
  HistoryState,
  LogOutState,
  DeviceAction,
  DeviceState,
  OutboxExport,
  OutboxProblem,
  ParkedState,
  UndoState,
} from './session/state/device-state.ts';
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
} from './session/state/session-state.ts';
