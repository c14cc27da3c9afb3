import { type TemplateResult, html, nothing } from 'lit';
import type { SoundSettings } from '../../services/feedback.ts';
import type { ScannerAction, ScannersState } from '../../session/state/scanners-state.ts';
import type { PartPresentation } from '../shared/words-controller.ts';

type Dispatch = (action: ScannerAction) => void;

/** How loud it is, what is heard and felt, and a way to hear each tone. */
export function renderSound(
  { sound }: ScannersState,
  { part: t }: PartPresentation<'scanners'>,
  dispatch: Dispatch,
): TemplateResult | typeof nothing {
  if (sound === null) return nothing;
  const set = (change: Partial<SoundSettings>) => dispatch({ type: 'set-sound', sound: { ...sound, ...change } });
  const percent = Math.round(sound.volume * 100);
  const volume = percent === 0 ? t.muted : `${percent} %`;
  return html`
    <section class="card part" aria-labelledby="sound">
      <h3 id="sound">${t.sound}</h3>
      <label class="setting">
        <span>${t.volume}: <span class="number">${volume}</span></span>
        <input
          name="volume"
          type="range"
          min="0"
          max="100"
          step="10"
          aria-valuetext=${volume}
          .value=${String(percent)}
          @input=${(event: Event) => set({ volume: numberIn(event) / 100 })}
        />
      </label>
      ${renderCheck('success', t.successTone, sound.success, success => set({ success }))}
      ${renderCheck('vibration', t.vibration, sound.vibration, vibration => set({ vibration }))}
      <div class="buttons">
        ${(['success', 'error', 'decide'] as const).map(
          tone => html`
            <button class="button" data-tone=${tone} @click=${() => dispatch({ type: 'try-tone', tone })}>
              ${t.hear(t.tone[tone])}
            </button>
          `,
        )}
      </div>
    </section>
  `;
}

function renderCheck(name: string, label: string, isOn: boolean, set: (isOn: boolean) => void) {
  return html`
    <label class="setting check">
      <span>${label}</span>
      <input
        name=${name}
        type="checkbox"
        .checked=${isOn}
        @change=${(event: Event) => set(event.target instanceof HTMLInputElement && event.target.checked)}
      />
    </label>
  `;
}

function numberIn({ target }: Event): number {
  return target instanceof HTMLInputElement ? target.valueAsNumber : 0;
}
