import { css } from 'lit';

/** What every view starts from: the font, focus, buttons, inputs, icons. Colours and sizes are the session's tokens. */
export const baseStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    color: var(--_ink);
    font: 400 16px/1.35 var(--_font);
    -webkit-tap-highlight-color: transparent;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  bdi {
    direction: ltr;
    unicode-bidi: isolate;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  button {
    cursor: pointer;
    touch-action: manipulation;
  }
  :is(button, input, select, summary, [tabindex]):focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .icon {
    inline-size: 1em;
    block-size: 1em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
  }
  :host(:dir(rtl)) .directed {
    transform: scaleX(-1);
    transform-origin: center;
  }
  .card {
    background: var(--_surface);
    border-radius: var(--_radius);
    overflow: hidden;
  }
  .field {
    display: grid;
    gap: 4px;
    min-inline-size: 0;
  }
  .field > span,
  legend {
    font-size: 14px;
    color: var(--_ink-3);
  }
  .input {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: var(--_control);
    padding: 0 14px;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    min-block-size: var(--_control);
    padding: 6px 18px;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    font-weight: 600;
  }
  .button.primary {
    inline-size: 100%;
    min-block-size: var(--_primary);
    font-size: 20px;
    font-weight: 650;
    background: var(--_accent);
    border-color: transparent;
    color: var(--_on-accent);
  }
  .button[disabled],
  .button[aria-disabled='true'] {
    background: var(--_sunken);
    border-color: transparent;
    color: var(--_ink-3);
    cursor: default;
  }
  .plain {
    display: inline-grid;
    place-items: center;
    min-inline-size: 48px;
    min-block-size: 48px;
    padding: 0;
    background: none;
    border: 0;
    border-radius: var(--_radius);
    font-weight: 600;
  }
  kbd {
    font: 600 13px/1 var(--_font);
    border: 1px solid currentColor;
    border-radius: 5px;
    padding: 3px 6px;
    opacity: 0.8;
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .status {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    font-size: 14px;
    font-weight: 600;
    white-space: nowrap;
  }
  .status.ok {
    color: var(--_ok);
  }
  .status.open {
    color: var(--_ink-3);
  }
  .status.wait {
    color: var(--_wait);
  }
  .status.attention {
    color: var(--_warn);
  }
  .notes {
    padding-inline-start: 20px;
    font-size: 15px;
    color: var(--_ink-2);
  }
  .alert {
    display: flex;
    gap: 12px;
    padding: 12px 14px;
    border-radius: var(--_radius);
    background: var(--_bad-soft);
    color: var(--_bad);
    font-size: 15px;
  }
  .alert > .icon {
    font-size: 22px;
  }
  .alert > div {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .alert b {
    display: block;
    font-size: 17px;
    line-height: 1.25;
  }
  .alert.info {
    background: var(--_wait-soft);
    color: var(--_wait);
  }
  .alert.decide {
    background: var(--_warn-soft);
    color: var(--_warn);
  }
  .alert .again {
    display: flex;
    margin-block-start: 10px;
    color: var(--_ink);
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .empty {
    padding: 24px 14px;
    text-align: center;
    color: var(--_ink-2);
  }
  .empty b {
    display: block;
    font-size: 18px;
    color: var(--_ink);
  }
  @media (forced-colors: active) {
    .button,
    .input,
    .card,
    .alert {
      border: 1px solid CanvasText;
    }
    .button.primary {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
