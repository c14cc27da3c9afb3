import { css } from 'lit';

/** The card with location, item, lot and serial number. */
export const subjectStyles = css`
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
    position: relative;
  }
  .line.wanted::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 4px;
    background: var(--_accent);
  }
  .line .class {
    font-weight: 400;
    color: var(--_ink-2);
  }
  /* Broken only where it is longer than a line. */
  .line .code {
    display: inline-block;
    max-inline-size: 100%;
  }
  .line .clear {
    grid-auto-flow: column;
    gap: 6px;
    margin-inline-end: -10px;
    font-size: 22px;
    color: var(--_ink-3);
  }
  .line .clear:has(kbd) {
    padding-inline: 6px;
  }
  .clear kbd {
    opacity: 1;
  }
  .entry {
    inline-size: 100%;
    min-block-size: 48px;
    padding: 0;
    border: 0;
    border-block-end: 1px solid var(--_border);
    background: none;
    font-size: 19px;
    font-weight: 650;
  }
  .entry::placeholder {
    font-size: 16px;
    font-weight: 400;
    color: var(--_ink-2);
    opacity: 1;
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
    padding-inline: 6px;
    gap: 0;
    font-size: 17px;
  }
  .offered small {
    font-size: 13px;
    font-weight: 400;
    color: var(--_ink-2);
  }
  @media (max-width: 359px) {
    .line {
      gap: 6px;
      padding-inline: 10px;
    }
    /* As wide as its longest word: none is broken. */
    .line .label {
      inline-size: 70px;
      font-size: 13px;
      letter-spacing: -0.01em;
    }
    .line .clear:has(kbd) {
      gap: 4px;
      padding-inline: 4px;
    }
    .clear kbd {
      padding-inline: 4px;
      font-size: 12px;
    }
  }
  /* A small handheld shows location, item, lot, quantity and Confirm at once. */
  @media (max-height: 560px) {
    .line {
      min-block-size: min(var(--_row), 48px);
      padding-block: 2px;
    }
    .line:has(.entry) {
      padding-block: 0;
    }
    /* What belongs to the lot stands beside it. */
    .value:has(.entry) {
      display: flex;
      align-items: center;
      gap: 6px;
    }
    /* The note takes the place of what is there: that is shown again before anything is added to it or replaced. */
    .card:has([data-line='note']) ~ .existing {
      display: none;
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
  }
`;
