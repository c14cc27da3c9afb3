import { css } from 'lit';

export const rowHistoryStyles = css`
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding: 10px 0;
    border-block-start: 1px solid var(--_line);
  }
  .record :is(.where, .status) {
    grid-column: 1 / -1;
  }
  .record .status {
    justify-self: start;
  }
  .undone :is(.code, .quantity) {
    text-decoration: line-through;
    color: var(--_ink-3);
  }
  @media (min-width: 600px) {
    dialog {
      inline-size: min(600px, calc(100vw - 48px));
    }
  }
`;
