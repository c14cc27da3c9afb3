import { Observable } from 'rxjs';
import { type FromObservableOptions, type HostScan, fromObservable } from './from-observable.ts';
import type { ScanSource } from './scan.ts';

/**
 * A host's DOM events as a source: `fromDomEvent(document, 'barcode-read')`. `scanOf` says what an event carries, `null`
 * where it carries no scan; by default the `detail` of a `CustomEvent`, a text or an object with a `text`.
 */
export function fromDomEvent(
  target: EventTarget,
  name: string,
  scanOf: (event: Event) => HostScan | null = detailOf,
  options: FromObservableOptions = {},
): ScanSource {
  const stream = new Observable<HostScan>(subscriber => {
    const onEvent = (event: Event) => {
      const scan = scanOf(event);
      if (scan !== null) subscriber.next(scan);
    };
    target.addEventListener(name, onEvent);
    return () => target.removeEventListener(name, onEvent);
  });
  return fromObservable(stream, options);
}

/** Whatever it is: what has no text is rejected where it arrives. */
function detailOf(event: Event): HostScan {
  return (event as CustomEvent<HostScan>).detail;
}
