import { css } from 'lit';

/** Wider than a question: a code has many pieces. */
export const inspectorDialogStyles = css`
  @media (min-width: 600px) {
    dialog {
      inline-size: min(720px, calc(100vw - 48px));
    }
  }
`;
