import { css } from 'lit';

/** A sheet from the bottom on a handheld, where the thumb is; a box in the middle on a desktop. */
export const dialogStyles = css`
  :host {
    display: contents;
  }
  dialog {
    position: fixed;
    inset: auto 0 0;
    inline-size: 100%;
    max-inline-size: none;
    max-block-size: 92vh;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 16px 16px 0 0;
    background: var(--_surface);
    color: var(--_ink);
    overflow: auto;
  }
  dialog::backdrop {
    background: rgb(8 12 14 / 0.6);
  }
  .question {
    display: flex;
    flex-direction: column;
    gap: 10px;
    padding: 16px 14px 14px;
  }
  .question:focus {
    outline: none;
  }
  .head {
    display: flex;
    align-items: start;
    gap: 8px;
  }
  .head h2 {
    flex: 1;
    font-size: 20px;
    font-weight: 650;
    line-height: 1.2;
    overflow-wrap: anywhere;
  }
  .head h2:focus-visible {
    outline: none;
  }
  .head .plain {
    margin-block: -12px -8px;
    margin-inline-end: -10px;
  }
  .question p {
    font-size: 15px;
    color: var(--_ink-2);
  }
  .choice {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 12px;
    inline-size: 100%;
    min-block-size: 64px;
    padding: 8px 16px;
    border: 2px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: start;
  }
  .choice b {
    display: block;
    font-size: 20px;
    font-weight: 650;
    overflow-wrap: anywhere;
  }
  .choice small {
    display: block;
    font-size: 15px;
    color: var(--_ink-2);
    overflow-wrap: anywhere;
  }
  .cancel {
    border-color: transparent;
    color: var(--_ink-2);
    font-weight: 500;
  }
  @media (max-width: 279px) {
    .choice {
      padding-inline: 10px;
    }
    .choice b {
      font-size: 17px;
    }
  }
  /* Beside a soft keyboard: all answers in sight. */
  @media (max-height: 420px) {
    dialog {
      max-block-size: 100vh;
      border-radius: 0;
    }
    .question {
      gap: 4px;
      padding: 8px 12px 4px;
    }
    .head h2 {
      font-size: 18px;
    }
    .choice {
      min-block-size: 52px;
      padding-block: 4px;
    }
  }
  @media (min-width: 600px) {
    dialog {
      inset: 0;
      inline-size: min(480px, calc(100vw - 48px));
      block-size: fit-content;
      margin: auto;
      border-radius: 16px;
    }
    .question {
      padding: 20px;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    dialog[open] {
      animation: appear 120ms ease-out;
    }
    @keyframes appear {
      from {
        transform: translateY(12px);
      }
    }
  }
  @media (forced-colors: active) {
    dialog {
      border: 2px solid CanvasText;
    }
  }
`;
