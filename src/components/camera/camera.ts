import { ContextConsumer } from '@lit/context';
import { LitElement, type PropertyValues, adoptStyles, nothing } from 'lit';
import type { Subscription } from 'rxjs';
import type { CameraSource } from '../../scanner/devices/camera/camera.ts';
import type { LazySource } from '../../scanner/devices/lazy-source.ts';
import type { ScanSource } from '../../scanner/scan.ts';
import type { CountSession } from '../../session/count-session.ts';
import { presentationContext, sessionContext } from '../shared/contexts.ts';
import { type Viewfinder, loadViewfinder, viewfinderStyles } from './viewfinder.ts';

/**
 * @summary The viewfinder of a camera that reads codes. The camera runs while this stands in the page.
 *
 * Stands inside a session for its language and look, and shows the session's own camera, or the one given to it.
 *
 * @fires {CustomEvent<{}>} wms-inventar-camera-closed - The operator closed it; who put it there takes it away.
 * @csspart picture - What the camera sees, with the frame to hold a code in.
 * @csspart controls - Pause, light, close.
 * @csspart settings - Zoom, the choice of camera.
 */
export class InventarCameraElement extends LitElement {
  static override readonly properties = {
    source: { attribute: false },
    compact: { type: Boolean, reflect: true },
    viewfinder: { attribute: false },
    ofSession: { attribute: false },
    failed: { attribute: false },
  };

  /** The camera to show, made with `camera()`; without it the session's own. */
  source: CameraSource | null = null;
  /** Low, with the buttons beside the picture: to stand over a form. */
  compact = false;

  private viewfinder: Viewfinder | null = null;
  private ofSession: CameraSource | null = null;
  private failed = false;
  private loadedLocale: string | null = null;
  private following: Subscription | null = null;
  private readonly presentation = new ContextConsumer(this, { context: presentationContext, subscribe: true });

  constructor() {
    super();
    new ContextConsumer(this, {
      context: sessionContext,
      subscribe: true,
      callback: session => void this.takeCamera(session),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.following?.unsubscribe();
    this.following = null;
  }

  protected override willUpdate(): void {
    const locale = this.presentation.value?.locale ?? null;
    if (locale !== null && locale !== this.loadedLocale) void this.load(locale);
  }

  protected override render(): unknown {
    if (this.viewfinder !== null) return this.viewfinder.render();
    return this.failed ? (this.presentation.value?.messages.notLoaded ?? nothing) : nothing;
  }

  protected override updated(changed: PropertyValues): void {
    // The video is there once the viewfinder is, and the camera needs it.
    const names: PropertyKey[] = ['source', 'ofSession', 'viewfinder'];
    if (names.some(name => changed.has(name))) this.follow();
  }

  private async load(locale: string): Promise<void> {
    this.loadedLocale = locale;
    try {
      const viewfinder = await loadViewfinder({
        locale,
        update: () => this.requestUpdate(),
        close: () => this.close(),
      });
      if (locale !== this.loadedLocale) return;
      if (this.renderRoot instanceof ShadowRoot) adoptStyles(this.renderRoot, viewfinderStyles);
      this.viewfinder = viewfinder;
    } catch {
      this.failed = true;
      this.loadedLocale = null;
    }
  }

  private async takeCamera(session: CountSession | null): Promise<void> {
    const camera = session?.sources.find(({ kind }) => kind === 'camera');
    try {
      const loaded = camera !== undefined && isLazy(camera) ? await camera.load() : camera;
      this.ofSession = loaded !== undefined && isCamera(loaded) ? loaded : null;
    } catch {
      this.failed = true;
    }
  }

  /** Shows the camera from now on, and no other one. */
  private follow(): void {
    const video = this.renderRoot.querySelector('video');
    const source = this.source ?? this.ofSession;
    this.following?.unsubscribe();
    this.following = null;
    if (source === null || video === null || this.viewfinder === null || !this.isConnected) return;
    this.following = this.viewfinder.follow(source, video);
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('wms-inventar-camera-closed', { detail: {}, bubbles: true, composed: true }));
  }
}

function isLazy(source: ScanSource): source is LazySource<ScanSource> {
  return 'load' in source;
}

function isCamera(source: ScanSource): source is CameraSource {
  return source.kind === 'camera' && 'attach' in source;
}
