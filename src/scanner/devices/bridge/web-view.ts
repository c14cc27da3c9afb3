import type { Clock } from '../../../ports/time.ts';
import { feedbackMessage, listeningMessage, readBridgeScan } from './message.ts';
import { type BridgeSource, createBridge } from './source.ts';
import { isRecord } from '../is-record.ts';

/** Texts between the page and the native app around it. */
export interface WebViewPort {
  send(text: string): void;
  /** Answers how to stop. */
  receive(listener: (text: unknown) => void): () => void;
}

export interface WebViewBridgeOptions {
  readonly id?: string;
  /** Default: what the app offers, by `webViewPort()`. */
  readonly port?: WebViewPort | null;
  readonly clock?: Pick<Clock, 'monotonic'>;
}

/**
 * A native app that shows our page in a WebView and hands its scanner's codes in, as JSON texts: in
 * `{"type":"wms-inventar-scan","text":"…"}`; out when we begin and stop (with the wish that keystroke output be off), and
 * what the device should signal.
 */
export function webViewBridge(options: WebViewBridgeOptions = {}): BridgeSource {
  const { id = 'web-view', port = webViewPort() } = options;
  const send = (message: object) => port?.send(JSON.stringify(message));
  return createBridge(
    {
      id,
      problem: port === null ? 'no-interface' : null,
      signal: tone => send(feedbackMessage(tone)),
      open: hear => {
        const stop = port?.receive(text => {
          const code = readBridgeScan(parse(text));
          if (code === null) hear.ignore('malformed');
          else hear.code(code);
        });
        send(listeningMessage(true));
        return () => {
          stop?.();
          send(listeningMessage(false));
        };
      },
    },
    options.clock,
  );
}

/** The globals of the apps we know. */
interface WebViewGlobals {
  /** .NET MAUI: from `HybridWebView.js`. */
  readonly HybridWebView?: { SendRawMessage(text: string): void };
  /** WebView2, on Windows. */
  readonly chrome?: {
    readonly webview?: Pick<EventTarget, 'addEventListener' | 'removeEventListener'> & {
      postMessage(text: string): void;
    };
  };
  /** Android's `addJavascriptInterface(…, "wmsInventarHost")`, or any object that an app puts there. */
  readonly wmsInventarHost?: { postMessage(text: string): void };
}

/** The way to the app around the page; `null`: there is none. */
export function webViewPort(globals: WebViewGlobals & Window = window): WebViewPort | null {
  const { HybridWebView: maui, chrome, wmsInventarHost: app } = globals;
  const listenTo = (
    target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
    type: string,
    textOf: (event: Event) => unknown,
  ): WebViewPort['receive'] => {
    return listener => {
      const onEvent = (event: Event) => listener(textOf(event));
      target.addEventListener(type, onEvent);
      return () => target.removeEventListener(type, onEvent);
    };
  };
  const detail = (event: Event): unknown => (event instanceof CustomEvent ? event.detail : null);
  if (maui !== undefined) {
    const message = (event: Event): unknown => {
      const of = detail(event);
      return isRecord(of) ? of['message'] : of;
    };
    return {
      send: text => maui.SendRawMessage(text),
      receive: listenTo(globals, 'HybridWebViewMessageReceived', message),
    };
  }
  const webView2 = chrome?.webview;
  if (webView2 !== undefined) {
    const data = (event: Event): unknown => (event instanceof MessageEvent ? event.data : null);
    return { send: text => webView2.postMessage(text), receive: listenTo(webView2, 'message', data) };
  }
  if (app !== undefined) {
    return { send: text => app.postMessage(text), receive: listenTo(globals, 'wms-inventar-message', detail) };
  }
  return null;
}

function parse(text: unknown): unknown {
  if (typeof text !== 'string') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
