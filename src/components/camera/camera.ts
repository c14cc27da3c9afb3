import { ContextConsumer } from '@lit/context';
import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { Subscription } from 'rxjs';
import type { DeviceMessages } from '../../messages/devices/en.ts';
import { loadDeviceMessages } from '../../messages/devices/load.ts';
import type { CameraSource, CameraView, ZoomRange } from '../../scanner/devices/camera.ts';
import type { SourceProblem, SourceState } from '../../scanner/scan.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { type Presentation, presentationContext } from '../shared/contexts.ts';
import { warningIcon } from '../shared/icons.ts';
import { cameraStyles } from './camera.styles.ts';

/**
 * @summary The viewfinder of a camera that reads codes. The camera runs while this stands in the page.
 *
 * Stands inside a session for its language and look; its scans go where the source is given. It is registered by
 * `defineCamera()`, which loads it.
 *
 * @fires {CustomEvent<{}>} wms-inventar-camera-closed - The operator closed it; who put it there takes it away.
 * @csspart picture - What the camera sees, with the frame to hold a code in.
 * @csspart controls - Pause, light, zoom, the choice of camera, close.
 */
export class InventarCameraElement extends LitElement {
  static override readonly styles = [baseStyles, cameraStyles];

  /** The camera to show: made with `camera()`, and one of the session's sources. */
  @property({ attribute: false }) source: CameraSource | null = null;

  @state() private words: DeviceMessages | null = null;
  @state() private view: CameraView | null = null;
  @state() private status: SourceState = 'disconnected';
  @state() private problem: SourceProblem | null = null;
  private following: Subscription | null = null;
  private readonly presentation = new ContextConsumer(this, {
    context: presentationContext,
    subscribe: true,
    callback: presentation => void this.loadWords(presentation),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.following?.unsubscribe();
    this.following = null;
  }

  protected override updated(changed: PropertyValues): void {
    // The video is there once there are words, and the camera needs it.
    if (changed.has('source') || changed.has('words')) this.follow();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words: t, view } = this;
    if (t === null) return nothing;
    const running = this.status === 'ready';
    return html`
      <section aria-label=${t.camera}>
        <div class="picture ${running ? '' : this.problem === null ? 'off' : 'failed'}" part="picture">
          <video muted playsinline aria-hidden="true" tabindex="-1"></video>
          <svg class="frame" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            <path d="M2 22V2H22M78 2H98V22M98 78V98H78M22 98H2V78M42 50H58" />
          </svg>
          ${view !== null && view.count > 0 ? keyed(view.count, html`<div class="flash"></div>`) : nothing}
          ${this.renderOverlay(t, running)}
        </div>
        <p class="says ${view?.hint === null ? '' : 'warn'}" role="status">${running ? says(view, t) : nothing}</p>
        <div class="controls" part="controls">
          ${running && view !== null ? this.renderButtons(view, t) : nothing}
          <button class="button close" @click=${this.onClose}>${t.close}</button>
          ${running && view !== null ? this.renderFields(view, t) : nothing}
        </div>
      </section>
    `;
  }

  private renderOverlay(t: DeviceMessages, running: boolean) {
    if (running) return this.view?.paused === true ? html`<p class="said">${t.paused}</p>` : nothing;
    if (this.problem === null) return html`<p class="said">${t.starting}</p>`;
    return html`
      <div class="alert problem" role="alert">
        ${warningIcon}
        <div>
          <b>${t.problemTitle}</b>${t.problem[this.problem]}
          ${
            this.status === 'unsupported'
              ? nothing
              : html`<button class="button again" @click=${() => void this.source?.request()}>${t.tryAgain}</button>`
          }
        </div>
      </div>
    `;
  }

  private renderButtons({ paused, torch }: CameraView, t: DeviceMessages) {
    return html`
      <button class="button pause" @click=${() => this.source?.setPaused(!paused)}>${paused ? t.goOn : t.pause}</button>
      ${
        torch === null
          ? nothing
          : html`
              <button
                class="button light"
                aria-pressed=${torch ? 'true' : 'false'}
                @click=${() => this.source?.setTorch(!torch)}
              >
                ${t.light}
              </button>
            `
      }
    `;
  }

  private renderFields({ zoom, cameras, cameraId }: CameraView, t: DeviceMessages) {
    return html`
      ${zoom === null ? nothing : this.renderZoom(zoom, t)}
      ${
        cameras.length < 2
          ? nothing
          : html`
              <label class="field">
                <span>${t.chooseCamera}</span>
                <select class="input" @change=${this.onChoose}>
                  ${cameras.map(
                    ({ id, name }, n) => html`
                      <option value=${id} .selected=${id === cameraId}>
                        ${name === '' ? t.cameraNumber(n + 1) : name}
                      </option>
                    `,
                  )}
                </select>
              </label>
            `
      }
    `;
  }

  private renderZoom({ value, min, max, step }: ZoomRange, t: DeviceMessages) {
    const locale = this.presentation.value?.locale;
    return html`
      <label class="field">
        <span>${t.zoom}</span>
        <span class="zoom number">
          <input type="range" min=${min} max=${max} step=${step} .value=${String(value)} @input=${this.onZoom} />
          <output>${t.times(value.toLocaleString(locale, { maximumFractionDigits: 1 }))}</output>
        </span>
      </label>
    `;
  }

  private async loadWords(presentation: Presentation | null): Promise<void> {
    if (presentation !== null) this.words = await loadDeviceMessages(presentation.locale);
  }

  /** Shows the source's camera from now on, and no other one's. */
  private follow(): void {
    const { source } = this;
    const video = this.renderRoot.querySelector('video');
    this.following?.unsubscribe();
    this.following = null;
    if (source === null || video === null || !this.isConnected) return;
    const following = new Subscription();
    following.add(source.problem$.subscribe(problem => (this.problem = problem)));
    following.add(source.state$.subscribe(now => (this.status = now)));
    following.add(source.view$.subscribe(view => (this.view = view)));
    source.connect();
    following.add(source.attach(video));
    this.following = following;
  }

  private readonly onZoom = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.source?.setZoom(Number(event.target.value));
  };

  private readonly onChoose = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) this.source?.choose(event.target.value);
  };

  private readonly onClose = (): void => {
    this.dispatchEvent(new CustomEvent('wms-inventar-camera-closed', { detail: {}, bubbles: true, composed: true }));
  };
}

/** What there is to say to whoever holds the camera; nothing while it is paused. */
function says(view: CameraView | null, t: DeviceMessages): string | typeof nothing {
  if (view === null || view.paused) return nothing;
  if (view.hint === 'several-codes') return t.several;
  if (view.hint === 'part-of-code') return t.part;
  return view.last === null ? t.aim : t.read(view.last);
}
