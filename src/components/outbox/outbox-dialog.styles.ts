import { css } from 'lit';

/** The whole screen of a handheld; on a desk a tall box. */
export const outboxDialogStyles = css`
  dialog[open] {
    display: flex;
    flex-direction: column;
    block-size: 100vh;
    block-size: 100dvh;
    max-block-size: none;
    border-radius: 0;
    overflow: hidden;
  }
  .head {
    flex: none;
    align-items: center;
    padding-block: 6px;
    padding-inline: 14px 6px;
  }
  .head .plain {
    margin-block: 0;
    margin-inline-end: 0;
  }
  [part='dialog'] > :last-child {
    flex: 1;
    min-block-size: 0;
  }
  @media (min-width: 600px) {
    dialog[open] {
      inline-size: min(720px, calc(100vw - 48px));
      block-size: min(720px, calc(100vh - 48px));
      border-radius: 16px;
    }
  }
`;
