import { enterpriseBrowser } from './enterprise-browser.ts';
import type { BridgeSource } from './source.ts';
import { webViewBridge } from './web-view.ts';
import { eventBridge, windowBridge } from './window.ts';

/** Which bridge it is: another window (its origin), events of the page, Enterprise Browser, the app around a WebView. */
export type BridgeChoice =
  { readonly to: 'window'; readonly origin: string } | { readonly to: 'page' | 'enterprise-browser' | 'web-view' };

/** Throws RangeError for an origin that is none. */
export function bridgeTo(choice: BridgeChoice): BridgeSource {
  const id = choice.to;
  switch (choice.to) {
    case 'window':
      return windowBridge({ id, origin: choice.origin });
    case 'page':
      return eventBridge({ id });
    case 'enterprise-browser':
      return enterpriseBrowser({ id });
    case 'web-view':
      return webViewBridge({ id });
  }
}
