import { css } from 'lit';

/** The form as a whole, its notice and its Confirm. */
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
    gap: 8px;
    padding-inline: 6px;
    color: var(--_ink);
    font-size: 15px;
    overflow-wrap: normal;
  }
  .alert .why {
    display: flex;
    margin-block-start: 8px;
    color: var(--_ink);
  }
  .alert .plain {
    margin-block: -8px;
    margin-inline-end: -10px;
  }
  .actions {
    position: sticky;
    inset-block-end: 0;
    margin-block-start: auto;
    padding-block: 8px;
    background: var(--_paper);
  }
  .actions .button {
    flex-wrap: wrap;
    row-gap: 0;
    padding-block: 2px;
  }
  .actions small {
    flex: 1 0 100%;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 4px;
    font-size: 13px;
    font-weight: 500;
    line-height: 1.1;
  }
  .actions small .icon {
    inline-size: 16px;
    block-size: 16px;
  }
  .button.waits {
    border-color: var(--_wait);
    background: var(--_wait-soft);
    color: var(--_wait);
  }
  @media (max-height: 570px) {
    /* What is told stays in sight above the quantity, and what does not fit goes away under it. */
    .alert {
      position: sticky;
      z-index: 1;
      inset-block-start: 0;
      /* What goes away under it is not seen beside it. */
      box-shadow:
        0 -8px 0 var(--_paper),
        -8px 0 0 var(--_paper),
        8px 0 0 var(--_paper);
      gap: 8px;
      padding: 8px 12px;
      font-size: 14px;
    }
    .alert b {
      font-size: 16px;
    }
    .answers .button {
      min-block-size: 48px;
    }
  }
  /* Beside a soft keyboard. */
  @media (max-height: 400px) {
    .alert {
      padding: 6px 10px;
      line-height: 1.25;
    }
    .alert > .icon {
      display: none;
    }
    .form {
      gap: 4px;
    }
    .actions {
      padding-block: 4px;
    }
    .actions .button {
      min-block-size: 56px;
    }
  }
`;
