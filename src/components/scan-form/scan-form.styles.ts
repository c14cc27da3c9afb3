import { css } from 'lit';

export const scanFormStyles = css`
  :host {
    display: grid;
    grid-template-rows: minmax(min-content, 1fr);
    grid-template-columns: minmax(0, 1fr);
    min-block-size: 0;
  }
  .form {
    min-inline-size: 0;
    display: flex;
    flex-direction: column;
    gap: 8px;
    min-block-size: 0;
  }
  .prompt {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    grid-template-areas:
      'icon label keyboard'
      'icon field keyboard'
      'icon waiting keyboard';
    align-items: center;
    column-gap: 12px;
    min-block-size: 68px;
    padding: 8px 6px 8px 14px;
    padding-inline: 14px 6px;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .prompt > .icon {
    grid-area: icon;
    font-size: 34px;
    stroke-width: 2;
  }
  .prompt label {
    grid-area: label;
  }
  .prompt label b {
    display: block;
    font-size: 20px;
    font-weight: 650;
    line-height: 1.3;
  }
  .prompt input {
    grid-area: field;
    inline-size: 100%;
    min-block-size: 26px;
    padding: 0;
    border: 0;
    border-block-end: 2px solid transparent;
    background: none;
    color: inherit;
    font-size: 16px;
    outline: none;
  }
  .prompt input::placeholder {
    color: inherit;
    opacity: 1;
  }
  .prompt:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .prompt input:focus-visible,
  .entered input:focus-visible {
    outline: none;
  }
  .prompt input:focus {
    border-block-end-color: currentColor;
  }
  .prompt .keyboard {
    grid-area: keyboard;
    font-size: 24px;
  }
  .prompt .waiting {
    grid-area: waiting;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    font-size: 15px;
    font-weight: 600;
  }
  .prompt.slim {
    grid-template-areas: 'icon field keyboard';
    min-block-size: 48px;
    padding-block: 0;
    background: var(--_surface);
    color: var(--_ink-2);
  }
  .prompt.slim.has-waiting {
    grid-template-areas:
      'icon field keyboard'
      'icon waiting keyboard';
    padding-block-end: 8px;
  }
  .prompt.slim input {
    min-block-size: 40px;
  }
  .prompt.slim > .icon {
    font-size: 22px;
  }
  .prompt.slim label {
    position: absolute;
    clip-path: inset(50%);
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: var(--_row);
    padding: 6px 14px;
    border-block-start: 1px solid var(--_line);
  }
  .line:first-child {
    border-block-start: 0;
  }
  .line .label {
    flex: none;
    inline-size: 74px;
    font-size: 14px;
    color: var(--_ink-3);
    overflow-wrap: anywhere;
  }
  .line .value {
    flex: 1;
    min-inline-size: 0;
  }
  .line .value b {
    display: block;
    font-size: 19px;
    font-weight: 650;
    line-height: 1.2;
    overflow-wrap: break-word;
    font-variant-numeric: tabular-nums;
  }
  .line .value small {
    display: block;
    font-size: 14px;
    color: var(--_ink-2);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .line .none {
    color: var(--_ink-3);
  }
  .line.wanted {
    box-shadow: inset 4px 0 0 var(--_accent);
  }
  .line .clear {
    margin-inline-end: -10px;
    font-size: 22px;
    color: var(--_ink-3);
  }
  .entry {
    inline-size: 100%;
    min-block-size: 40px;
    padding: 0;
    border: 0;
    border-block-end: 1px solid var(--_border);
    background: none;
    font-size: 19px;
    font-weight: 650;
  }
  .entry:focus-visible {
    outline: none;
    border-block-end: 3px solid var(--_focus);
  }
  .chip {
    flex: none;
    padding: 3px 8px;
    border-radius: 6px;
    background: var(--_sunken);
    color: var(--_ink-2);
    font-size: 13px;
    font-weight: 650;
    white-space: nowrap;
  }
  .offered {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(128px, 1fr));
    gap: 8px;
    padding: 8px 14px 12px;
  }
  .offered .button {
    display: grid;
    gap: 0;
    font-size: 17px;
  }
  .offered small {
    font-size: 13px;
    font-weight: 400;
    color: var(--_ink-2);
  }
  .hint {
    display: flex;
    justify-content: space-between;
    gap: 8px;
    min-block-size: 20px;
    padding-inline: 2px;
    font-size: 14px;
    color: var(--_ink-2);
  }
  .hint .number {
    font-size: 16px;
    font-weight: 600;
    color: var(--_ink);
  }
  .quantity {
    display: grid;
    grid-template-columns: 72px minmax(0, 1fr) 72px;
    gap: 8px;
  }
  .quantity .button {
    min-block-size: 72px;
    padding: 0;
    font-size: 30px;
  }
  .entered {
    display: flex;
    align-items: baseline;
    justify-content: center;
    gap: 8px;
    min-inline-size: 0;
    padding: 10px 8px 0;
    border: 2px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .entered:focus-within {
    border-color: var(--_focus);
    box-shadow: 0 0 0 1px var(--_focus);
  }
  .entered:has([aria-invalid='true']) {
    border-color: var(--_bad);
  }
  .entered input {
    min-inline-size: 1.4em;
    max-inline-size: 100%;
    flex: 0 1 auto;
    padding: 0;
    border: 0;
    background: none;
    outline: none;
    font-size: 38px;
    font-weight: 650;
    line-height: 1.2;
    text-align: end;
    field-sizing: content;
    /* Above the bar with Confirm, when it is brought into view. */
    scroll-margin-block: 110px;
  }
  .entered.long input {
    font-size: 26px;
    line-height: 1.75;
  }
  .entered.longest input {
    font-size: 17px;
    line-height: 2.7;
  }
  .entered input::placeholder {
    color: var(--_ink-3);
    opacity: 1;
  }
  .entered > span {
    flex: none;
    color: var(--_ink-2);
  }
  .existing {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    padding: 8px 14px;
    border-radius: var(--_radius);
    background: var(--_sunken);
    color: var(--_ink-2);
    font-size: 15px;
  }
  .existing.counted {
    background: var(--_wait-soft);
    color: var(--_wait);
  }
  .last {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 10px 14px;
    border-radius: var(--_radius);
    background: var(--_ok-soft);
    color: var(--_ok);
    font-size: 16px;
    overflow-wrap: anywhere;
  }
  .last b {
    font-weight: 650;
  }
  .alert {
    flex-wrap: wrap;
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .alert > .answers {
    flex: 1 0 100%;
  }
  .answers .button {
    flex: 1;
    padding-inline: 10px;
    color: var(--_ink);
    overflow-wrap: normal;
  }
  .alert .plain {
    margin: -8px -10px -8px 0;
  }
  .actions {
    position: sticky;
    inset-block-end: 0;
    margin-block-start: auto;
    padding-block: 8px;
    background: var(--_paper);
  }
  @media (max-height: 560px) {
    .alert {
      padding: 8px 12px;
      font-size: 14px;
    }
    .alert b {
      font-size: 16px;
    }
  }
  @media (max-width: 359px) {
    .prompt {
      column-gap: 10px;
    }
    .prompt > .icon {
      font-size: 28px;
    }
    .prompt label b {
      font-size: 18px;
    }
    .line .label {
      inline-size: 58px;
    }
    .quantity {
      grid-template-columns: 64px minmax(0, 1fr) 64px;
    }
  }
  @media (max-width: 279px) {
    .line {
      padding-inline: 10px;
    }
    .line .label {
      position: absolute;
      clip-path: inset(50%);
    }
    .quantity {
      grid-template-columns: 52px minmax(0, 1fr) 52px;
      gap: 6px;
    }
    .entered input {
      font-size: 30px;
    }
  }
`;
