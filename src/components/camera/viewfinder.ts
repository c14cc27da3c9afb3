import { type TemplateResult, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { Subscription } from 'rxjs';
import type { CameraWords, FrontWords } from '../../messages/language.ts';
import { loadWords } from '../../messages/words.ts';
import type { CameraSource, CameraView, ZoomRange } from '../../scanner/devices/camera/camera.ts';
import type { SourceProblem, SourceState } from '../../scanner/scan.ts';
import { baseStyles } from '../shared/base.styles.ts';
import { warningIcon } from '../shared/icons.ts';
import { visible } from '../shared/scan-text.ts';
import { cameraStyles } from './camera.styles.ts';

export const viewfinderStyles = [baseStyles, cameraStyles];

export interface ViewfinderOptions {
  readonly locale: string;
  /** Something that is shown has changed. */
  readonly update: () => void;
  readonly close: () => void;
}

/** What the shell shows once it is loaded. */
export interface Viewfinder {
  render(): TemplateResult;
  /** Shows a camera in the video that was rendered; answers how to end it. */
  follow(source: CameraSource, video: HTMLVideoElement): Subscription;
}

export async function loadViewfinder(options: ViewfinderOptions): Promise<Viewfinder> {
  const words = await loadWords(options.locale);
  return createViewfinder(await words.load('camera'), words.front, options);
}

function createViewfinder(t: CameraWords, front: FrontWords, { locale, update, close }: ViewfinderOptions): Viewfinder {
  let source: CameraSource | null = null;
  let view: CameraView | null = null;
  let status: SourceState = 'disconnected';
  let problem: SourceProblem | null = null;

  const renderOverlay = (running: boolean) => {
    if (running) return view?.paused === true ? html`<p class="said">${t.paused}</p>` : nothing;
    if (problem === null) return html`<p class="said">${t.starting}</p>`;
    return html`
      <div class="alert problem" role="alert">
        ${warningIcon}
        <div>
          <b>${t.problemTitle}</b>${t.problem[problem]}
          ${
            status === 'unsupported'
              ? nothing
              : html`<button class="button again" @click=${() => void source?.request()}>${front.tryAgain}</button>`
          }
        </div>
      </div>
    `;
  };

  const renderButtons = ({ paused, torch }: CameraView) => html`
    <button class="button pause" @click=${() => source?.setPaused(!paused)}>${paused ? front.goOn : t.pause}</button>
    ${
      torch === null
        ? nothing
        : html`
            <button
              class="button light"
              aria-pressed=${torch ? 'true' : 'false'}
              @click=${() => source?.setTorch(!torch)}
            >
              ${t.light}
            </button>
          `
    }
  `;

  const renderZoom = ({ value, min, max, step }: ZoomRange) => html`
    <label class="field">
      <span>${t.zoom}</span>
      <span class="zoom number">
        <input
          type="range"
          min=${min}
          max=${max}
          step=${step}
          .value=${String(value)}
          @input=${({ target }: Event) => {
            if (target instanceof HTMLInputElement) source?.setZoom(target.valueAsNumber);
          }}
        />
        <output>${value.toLocaleString(locale, { maximumFractionDigits: 1 })}×</output>
      </span>
    </label>
  `;

  const renderCameras = ({ cameras, cameraId }: CameraView) => html`
    <label class="field">
      <span>${t.chooseCamera}</span>
      <select
        class="input"
        @change=${({ target }: Event) => {
          if (target instanceof HTMLSelectElement) source?.choose(target.value);
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

  return {
    render: () => {
      const running = status === 'ready';
      const shown = running ? view : null;
      return html`
        <section aria-label=${t.camera}>
          <div class="picture ${running ? '' : problem === null ? 'off' : 'failed'}" part="picture">
            <video muted playsinline aria-hidden="true" tabindex="-1"></video>
            <svg class="frame" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
              <path d="M2 22V2H22M78 2H98V22M98 78V98H78M22 98H2V78M42 50H58" />
            </svg>
            ${shown === null || shown.count === 0 ? nothing : keyed(shown.count, html`<div class="flash"></div>`)}
            ${renderOverlay(running)}
          </div>
          <p class="says ${shown?.hint == null ? '' : 'warn'}" role="status">${says(shown, t)}</p>
          <div class="controls" part="controls">
            ${shown === null ? nothing : renderButtons(shown)}
            <button class="button close" @click=${close}>${front.close}</button>
          </div>
          <div class="settings" part="settings">
            ${shown?.zoom == null ? nothing : renderZoom(shown.zoom)}
            ${shown === null || shown.cameras.length < 2 ? nothing : renderCameras(shown)}
          </div>
        </section>
      `;
    },
    follow: (followed, video) => {
      source = followed;
      const following = new Subscription();
      following.add(
        followed.problem$.subscribe(now => {
          problem = now;
          update();
        }),
      );
      following.add(
        followed.state$.subscribe(now => {
          status = now;
          update();
        }),
      );
      following.add(
        followed.view$.subscribe(now => {
          view = now;
          update();
        }),
      );
      followed.connect();
      following.add(followed.attach(video));
      return following;
    },
  };
}

/** What there is to say to whoever holds the camera; nothing while it is paused. */
function says(view: CameraView | null, t: CameraWords): string | typeof nothing {
  if (view === null || view.paused) return nothing;
  if (view.hint === 'several-codes') return t.several;
  if (view.hint === 'part-of-code') return t.part;
  return view.last === null ? t.aim : t.read(visible(view.last));
}
