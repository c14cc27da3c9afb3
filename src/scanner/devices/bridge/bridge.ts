/** `wms-inventar/scanner/bridge`: scans that the page, another window or a native shell around it hands in. */
export { type EnterpriseBarcode, type EnterpriseBrowserOptions, enterpriseBrowser } from './enterprise-browser.ts';
export type { BridgeMessage, BridgeScan, BridgeTone } from './message.ts';
export type { IgnoredMessage, IgnoredReason } from '../../scan.ts';
export type { BridgeSource } from './source.ts';
export { type WebViewBridgeOptions, type WebViewPort, webViewBridge, webViewPort } from './web-view.ts';
export { type EventBridgeOptions, type WindowBridgeOptions, eventBridge, windowBridge } from './window.ts';
