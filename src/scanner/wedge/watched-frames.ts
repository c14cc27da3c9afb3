/** Listens in a window, and says by how many milliseconds its time stamps are behind those of ours. Returns the way out. */
export type ListenIn = (frame: Window, offsetMs: number) => () => void;

interface Watched {
  readonly document: Document;
  readonly stop: () => void;
}

/**
 * Listens in the frames of a window as well: those there and those to come, and frames within frames. A frame of another
 * origin can't be heard, and nothing is said of it.
 *
 * A frame is found when it loads; one in a shadow root, from where that is not heard, when it gets the focus, without
 * which it gets no keys.
 */
export function watchFrames(top: Window, listenIn: ListenIn): () => void {
  const watched = new Map<Window, Watched>();

  const watch = (frame: Window): void => {
    const { document } = frame;
    // A frame that goes to another page is the same window with another document.
    if (watched.get(frame)?.document === document) return;
    watched.get(frame)?.stop();
    const offset = frame === top ? 0 : frame.performance.timeOrigin - top.performance.timeOrigin;
    const stopListening = frame === top ? () => undefined : listenIn(frame, offset);
    const onLoad = ({ target }: Event) => enter(target);
    const onBlur = () => enterFocused(top.document);
    document.addEventListener('load', onLoad, { capture: true });
    frame.addEventListener('blur', onBlur);
    watched.set(frame, {
      document,
      stop: () => {
        document.removeEventListener('load', onLoad, { capture: true });
        frame.removeEventListener('blur', onBlur);
        stopListening();
      },
    });
    for (const element of document.querySelectorAll('iframe, frame')) enter(element);
    enterFocused(document);
  };

  const enter = (element: EventTarget | null): void => {
    const frame = windowOf(element);
    if (frame !== null) watch(frame);
    forgetClosed(watched);
  };

  const enterFocused = (root: DocumentOrShadowRoot): void => {
    const { activeElement } = root;
    if (activeElement === null) return;
    if (activeElement.shadowRoot !== null) enterFocused(activeElement.shadowRoot);
    else if (windowOf(activeElement) !== null) {
      // Its own page to come is not heard from within a shadow root.
      activeElement.addEventListener('load', () => watched.has(top) && enter(activeElement), { once: true });
      enter(activeElement);
    }
  };

  watch(top);
  return () => {
    for (const { stop } of watched.values()) stop();
    watched.clear();
  };
}

function forgetClosed(watched: Map<Window, Watched>): void {
  for (const [frame, { stop }] of watched) {
    if (!frame.closed) continue;
    stop();
    watched.delete(frame);
  }
}

/** `null`: no frame, or one whose page is another origin's. */
function windowOf(element: EventTarget | null): Window | null {
  if (element === null || !isFrame(element)) return null;
  return element.contentDocument === null ? null : element.contentWindow;
}

function isFrame(element: EventTarget): element is HTMLIFrameElement {
  return 'contentWindow' in element && 'contentDocument' in element;
}
