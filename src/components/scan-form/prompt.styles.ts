import { css } from 'lit';

/** The field that the next scan goes to. */
export const promptStyles = css`
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
    padding-block: 8px;
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
    /* As high as a finger: it lies over its label, which is no target of its own. */
    min-block-size: 48px;
    margin-block-start: -22px;
    padding: 22px 0 0;
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
  .prompt input:focus-visible {
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
    margin: 0;
    padding: 0;
  }
  .prompt.slim > .icon {
    font-size: 22px;
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
  }
`;
