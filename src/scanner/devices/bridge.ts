/** `wms-inventar/scanner/bridge`: scans that the page, another window or a native shell around it hands in. */
export {
  type EnterpriseBarcode,
  type EnterpriseBrowserOptions,
  enterpriseBrowser,
} from './bridge-enterprise-browser.ts';
export type { BridgeMessage, BridgeScan, BridgeTone } from './bridge-message.ts';
export type { IgnoredMessage, IgnoredReason } from '../scan.ts';
export type { BridgeSource } from './bridge-source.ts';
export { type WebViewBridgeOptions, type WebViewPort, webViewBridge, webViewPort } from './bridge-web-view.ts';
export { type EventBridgeOptions, type WindowBridgeOptions, eventBridge, windowBridge } from './bridge-window.ts';
