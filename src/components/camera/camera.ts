import { type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { Subscription } from 'rxjs';
import type { CameraSource, CameraView, ZoomRange } from '../../scanner/devices/camera/camera.ts';
import type { LazySource } from '../../scanner/devices/lazy-source.ts';
import type { ScanSource, SourceProblem, SourceState } from '../../scanner/scan.ts';
import type { CountSession } from '../../session/count-session.ts';
import type { InventarState } from '../../session/state/session-state.ts';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { warningIcon } from '../shared/icons.ts';
import { InventarElement } from '../shared/inventar-element.ts';
import { visible } from '../shared/scan-text.ts';
import { type PartPresentation, WordsController } from '../shared/words-controller.ts';
import { cameraStyles } from './camera.styles.ts';

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
export class InventarCameraElement extends InventarElement {
  static override readonly styles = [baseStyles, cameraStyles];
  static override readonly properties = {
    source: { attribute: false },
    compact: { type: Boolean, reflect: true },
    ofSession: { attribute: false },
    failed: { attribute: false },
    view: { attribute: false },
    status: { attribute: false },
    problem: { attribute: false },
  };

  /** The camera to show, made with `camera()`; without it the session's own. */
  source: CameraSource | null = null;
  /** Low, with the buttons beside the picture: to stand over a form. */
  compact = false;

  private ofSession: CameraSource | null = null;
  /** The session's own could not be loaded. */
  private failed = false;
  private view: CameraView | null = null;
  private status: SourceState = 'disconnected';
  private problem: SourceProblem | null = null;
  private shown: { readonly source: CameraSource; readonly video: Element; readonly until: Subscription } | null = null;
  private readonly words = new WordsController(this, 'camera');

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.attach();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.letGo();
  }

  protected override joined(session: CountSession | null): void {
    void this.takeCamera(session);
  }

  protected override select() {
    return [];
  }

  protected override renderState(_: InventarState, presentation: Presentation): TemplateResult {
    return this.renderWithoutHost(presentation);
  }

  protected override renderWithoutHost(presentation: Presentation): TemplateResult {
    if (this.failed && this.source === null) return html`${presentation.messages.notLoaded}`;
    return this.words.render(presentation, shown => this.renderViewfinder(shown));
  }

  private renderViewfinder(presentation: PartPresentation<'camera'>): TemplateResult {
    const { messages, part: t, locale } = presentation;
    const view = this.status === 'ready' ? this.view : null;
    const off = this.problem === null ? 'off' : 'failed';
    return html`
      <section aria-label=${t.camera}>
        <div class="picture ${this.status === 'ready' ? '' : off}" part="picture">
          <video muted playsinline aria-hidden="true" tabindex="-1"></video>
          <svg class="frame" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            <path d="M2 22V2H22M78 2H98V22M98 78V98H78M22 98H2V78M42 50H58" />
          </svg>
          ${view === null || view.count === 0 ? nothing : keyed(view.count, html`<div class="flash"></div>`)}
          ${this.renderOverlay(presentation)}
        </div>
        <p class="says ${view?.hint == null ? '' : 'warn'}" role="status">${says(view, presentation)}</p>
        <div class="controls" part="controls">
          ${view === null ? nothing : this.renderButtons(view, presentation)}
          <button class="button close" @click=${this.onClose}>${messages.close}</button>
        </div>
        <div class="settings" part="settings">
          ${view?.zoom == null ? nothing : this.renderZoom(view.zoom, t.zoom, locale)}
          ${view === null || view.cameras.length < 2 ? nothing : this.renderCameras(view, presentation)}
        </div>
      </section>
    `;
  }

  private renderOverlay({ messages, part: t }: PartPresentation<'camera'>) {
    if (this.status === 'ready') return this.view?.paused === true ? html`<p class="said">${t.paused}</p>` : nothing;
    if (this.problem === null) return html`<p class="said">${t.starting}</p>`;
    const again = () => void this.shown?.source.request();
    return html`
      <div class="alert problem" role="alert">
        ${warningIcon}
        <div>
          <b>${t.problemTitle}</b>${t.problem[this.problem]}
          ${
            this.status === 'unsupported'
              ? nothing
              : html`<button class="button again" @click=${again}>${messages.tryAgain}</button>`
          }
        </div>
      </div>
    `;
  }

  private renderButtons({ paused, torch }: CameraView, { messages, part: t }: PartPresentation<'camera'>) {
    const pause = () => this.shown?.source.setPaused(!paused);
    const light = () => this.shown?.source.setTorch(!(torch ?? false));
    return html`
      <button class="button pause" @click=${pause}>${paused ? messages.goOn : t.pause}</button>
      ${
        torch === null
          ? nothing
          : html`<button class="button light" aria-pressed=${torch ? 'true' : 'false'} @click=${light}>
              ${t.light}
            </button>`
      }
    `;
  }

  private renderZoom({ value, min, max, step }: ZoomRange, label: string, locale: string) {
    return html`
      <label class="field">
        <span>${label}</span>
        <span class="zoom number">
          <input
            type="range"
            min=${min}
            max=${max}
            step=${step}
            .value=${String(value)}
            @input=${({ target }: Event) => {
              if (target instanceof HTMLInputElement) this.shown?.source.setZoom(target.valueAsNumber);
            }}
          />
          <output>${value.toLocaleString(locale, { maximumFractionDigits: 1 })}×</output>
        </span>
      </label>
    `;
  }

  private renderCameras({ cameras, cameraId }: CameraView, { part: t }: PartPresentation<'camera'>) {
    return html`
      <label class="field">
        <span>${t.chooseCamera}</span>
        <select
          class="input"
          @change=${({ target }: Event) => {
            if (target instanceof HTMLSelectElement) this.shown?.source.choose(target.value);
          }}
        >
          ${cameras.map(
            ({ id, name }, n) => html`
              <option value=${id} .selected=${id === cameraId}>${name === '' ? t.cameraNumber(n + 1) : name}</option>
            `,
          )}
        </select>
      </label>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.attach();
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

  /** Shows the camera in the video from now on, and no other one; the video is there once the words are. */
  private attach(): void {
    const source = this.source ?? this.ofSession;
    const video = this.isConnected ? this.renderRoot.querySelector('video') : null;
    if (this.shown !== null && source === this.shown.source && video === this.shown.video) return;
    this.letGo();
    if (source === null || video === null) return;
    const until = new Subscription();
    this.shown = { source, video, until };
    until.add(source.problem$.subscribe(problem => (this.problem = problem)));
    until.add(source.state$.subscribe(status => (this.status = status)));
    until.add(source.view$.subscribe(view => (this.view = view)));
    source.connect();
    until.add(source.attach(video));
  }

  private letGo(): void {
    this.shown?.until.unsubscribe();
    this.shown = null;
  }

  private readonly onClose = (): void => {
    this.dispatchEvent(new CustomEvent('wms-inventar-camera-closed', { detail: {}, bubbles: true, composed: true }));
  };
}

/** What there is to say to whoever holds the camera; nothing while it is paused. */
function says(view: CameraView | null, { part: t }: PartPresentation<'camera'>): string | typeof nothing {
  if (view === null || view.paused) return nothing;
  if (view.hint === 'several-codes') return t.several;
  if (view.hint === 'part-of-code') return t.part;
  return view.last === null ? t.aim : t.read(visible(view.last));
}

function isLazy(source: ScanSource): source is LazySource<ScanSource> {
  return 'load' in source;
}

function isCamera(source: ScanSource): source is CameraSource {
  return source.kind === 'camera' && 'attach' in source;
}
