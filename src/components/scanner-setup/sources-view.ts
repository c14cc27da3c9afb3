import { type TemplateResult, html, nothing } from 'lit';
import type { ScannerAction, ScannersState, SourceStatus } from '../../session/state/scanners-state.ts';
import type { PartPresentation } from '../shared/words-controller.ts';

/** The scanners that the operator may connect: one button each. How it stands with them, the status says. */
export function renderOffered(
  { sources }: ScannersState,
  { part: t }: PartPresentation<'scanners'>,
  dispatch: (action: ScannerAction) => void,
): TemplateResult | typeof nothing {
  const offered = sources.filter(source => source.offered);
  if (offered.length === 0) return nothing;
  return html`
    <section class="card part" aria-labelledby="others">
      <h3 id="others">${t.others}</h3>
      ${offered.map(({ id, kind, state, problem }) => {
        const type = isOn(state) ? 'disconnect-source' : 'connect-source';
        const label = isOn(state) ? t.disconnect : t.connect;
        return html`
          <div class="setting source">
            <span>${t.kind[kind]}</span>
            ${
              state === 'unsupported'
                ? html`<span class="status open">${t.state[state]}</span>`
                : html`
                    <button class="button" data-source=${id} @click=${() => dispatch({ type, id })}>
                      ${label}<span class="visually-hidden">: ${t.kind[kind]}</span>
                    </button>
                  `
            }
            ${problem === null ? nothing : html`<p>${t.problem[problem]}</p>`}
          </div>
        `;
      })}
    </section>
  `;
}

function isOn(state: SourceStatus['state']): boolean {
  return state === 'ready' || state === 'unverified' || state === 'connecting';
}
