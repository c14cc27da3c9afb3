import { css } from 'lit';

export const cameraStyles = css`
  :host {
    background: var(--_paper);
  }
  section {
    max-inline-size: 640px;
    margin-inline: auto;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .picture {
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    aspect-ratio: 4 / 3;
    inline-size: min(100%, 4 / 3 * max(var(--_picture, 52vh), 140px), 640px);
    margin-inline: auto;
    overflow: hidden;
    border-radius: var(--_radius);
    background: #000;
    color: #fff;
  }
  .picture > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
    min-block-size: 0;
  }
  video {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .frame {
    place-self: center;
    inline-size: 72%;
    block-size: 56%;
    fill: none;
    stroke: #fff;
    stroke-width: 3;
    filter: drop-shadow(0 0 2px #000);
  }
  .frame path {
    vector-effect: non-scaling-stroke;
  }
  .off .frame,
  .off video {
    visibility: hidden;
  }
  /* Nothing to see: the reason takes the place, as high as its words are. */
  .picture.failed {
    aspect-ratio: auto;
    background: none;
  }
  .failed > :not(.problem) {
    display: none;
  }
  .said {
    place-self: center;
    padding: 8px 16px;
    border-radius: var(--_radius);
    background: rgb(0 0 0 / 0.75);
    font-size: 18px;
    font-weight: 600;
  }
  .flash {
    border: 6px solid #7fd39b;
    border-radius: var(--_radius);
    opacity: 0;
    pointer-events: none;
    animation: flash 500ms ease-out;
  }
  @keyframes flash {
    from {
      opacity: 1;
    }
  }
  .says {
    min-block-size: 24px;
    font-size: 16px;
    overflow-wrap: anywhere;
  }
  .says.warn {
    color: var(--_warn);
    font-weight: 600;
  }
  .controls,
  .settings {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px;
  }
  .settings:not(:has(*)) {
    display: none;
  }
  /* Over the form each line counts: the buttons stand beside a low picture. */
  :host([compact]) section {
    grid-template-columns: minmax(0, calc(4 / 3 * max(var(--_picture, 52vh), 140px))) auto;
    justify-content: center;
    align-items: center;
    gap: 4px 8px;
  }
  :host([compact]) section:has(.failed) {
    grid-template-columns: minmax(0, 1fr);
  }
  :host([compact]) section:not(:has(.failed)) .controls {
    grid-area: 1 / 2;
    flex-direction: column;
    align-items: stretch;
  }
  :host([compact]) .controls .button {
    flex: none;
    min-inline-size: 88px;
    min-block-size: 48px;
  }
  :host([compact]) :is(.says, .settings) {
    grid-column: 1 / -1;
  }
  .controls .button {
    flex: 1 1 88px;
    padding-inline: 8px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .controls .button[aria-pressed='true'] {
    background: var(--_accent-soft);
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .settings .field {
    flex: 1 1 200px;
  }
  .zoom {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: var(--_control);
  }
  .zoom input {
    flex: 1;
    min-inline-size: 0;
    block-size: 48px;
    accent-color: var(--_accent);
  }
  .zoom output {
    min-inline-size: 4ch;
    text-align: end;
  }
  @media (prefers-reduced-motion: reduce) {
    .flash {
      animation: none;
    }
  }
`;
