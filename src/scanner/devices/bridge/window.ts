import type { Clock } from '../../../ports/time.ts';
import { type BridgeMessage, feedbackMessage, isForUs, listeningMessage, readBridgeScan, readCode } from './message.ts';
import { type BridgeSource, createBridge } from './source.ts';

export interface WindowBridgeOptions {
  readonly id?: string;
  /** The origin that scans are taken from, whole: `https://erp.example.com`. There is no pattern. */
  readonly origin: string;
  /** The window that scans are taken from, such as `window.parent`. Default: the parent. */
  readonly from?: MessageEventSource;
  /** Our own window. */
  readonly window?: Pick<Window, 'addEventListener' | 'removeEventListener' | 'parent'>;
  readonly clock?: Pick<Clock, 'monotonic'>;
}

/**
 * Scans that another window posts: `postMessage({ type: 'wms-inventar-scan', text }, ourOrigin)`. Taken only from this
 * very window and origin; anything else is ignored and told in `ignored$`. The other window hears when we begin and
 * stop, and what its device should signal. Throws RangeError for an origin that is none.
 */
export function windowBridge(options: WindowBridgeOptions): BridgeSource {
  const { id = 'window', origin, window: own = window } = options;
  if (!isOrigin(origin)) throw new RangeError(`Not an origin: ${origin}`);
  const { from = own.parent } = options;
  const send = (message: BridgeMessage) => from.postMessage(message, { targetOrigin: origin });
  return createBridge(
    {
      id,
      problem: null,
      signal: tone => send(feedbackMessage(tone)),
      open: hear => {
        const onMessage = (event: MessageEvent<unknown>) => {
          // Pages are full of messages that mean nobody here: only those that mean us, or come from the right place, count.
          const ours = isForUs(event.data);
          if (event.origin !== origin) {
            if (ours) hear.ignore('origin', event.origin);
          } else if (event.source !== from) {
            if (ours) hear.ignore('source', event.origin);
          } else {
            const code = readBridgeScan(event.data);
            if (code === null) hear.ignore('malformed', event.origin);
            else hear.code(code);
          }
        };
        own.addEventListener('message', onMessage);
        send(listeningMessage(true));
        return () => {
          own.removeEventListener('message', onMessage);
          send(listeningMessage(false));
        };
      },
    },
    options.clock,
  );
}

export interface EventBridgeOptions {
  readonly id?: string;
  /** Default: the document. */
  readonly target?: EventTarget;
  /** Default: `wms-inventar-scan`. */
  readonly type?: string;
  readonly clock?: Pick<Clock, 'monotonic'>;
}

/**
 * Scans that the page itself, or a native shell by script, dispatches as a `CustomEvent` with the code as its detail, or
 * `{ text, aim, symbology }`. Whoever can run script in the page can send them, as they can do anything else there.
 */
export function eventBridge(options: EventBridgeOptions = {}): BridgeSource {
  const { id = 'event', target = document, type = 'wms-inventar-scan' } = options;
  return createBridge(
    {
      id,
      problem: null,
      open: hear => {
        const onEvent = (event: Event) => {
          const code = readCode(event instanceof CustomEvent ? event.detail : null);
          if (code === null) hear.ignore('malformed');
          else hear.code(code);
        };
        target.addEventListener(type, onEvent);
        return () => target.removeEventListener(type, onEvent);
      },
    },
    options.clock,
  );
}

/** What a browser tells as an origin, and no more: no path, no wildcard, not the `null` of files and sandboxes. */
function isOrigin(text: string): boolean {
  try {
    return text !== 'null' && new URL(text).origin === text;
  } catch {
    return false;
  }
}
