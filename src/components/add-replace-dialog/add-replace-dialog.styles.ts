import { css } from 'lit';

export const addReplaceDialogStyles = css`
  dl {
    display: grid;
    grid-template-columns: 1fr 1.4fr;
    gap: 8px;
    margin: 0;
  }
  dt {
    font-size: 14px;
    color: var(--_ink-3);
  }
  dd {
    margin: 0;
    font-size: 18px;
    font-weight: 650;
    overflow-wrap: anywhere;
  }
  dd small {
    display: block;
    font-size: 14px;
    font-weight: 400;
    color: var(--_ink-2);
  }
  .choice {
    min-block-size: 76px;
  }
  .result {
    font-size: 34px;
    font-weight: 650;
    white-space: nowrap;
  }
  .result small {
    display: inline;
    font-weight: 400;
  }
  @media (max-height: 420px) {
    dt,
    dd small {
      font-size: 13px;
      line-height: 1.2;
    }
    dd {
      font-size: 16px;
      line-height: 1.2;
    }
    .choice {
      min-block-size: 52px;
    }
    .result {
      font-size: 28px;
    }
  }
  @media (max-width: 279px) {
    .result {
      font-size: 24px;
    }
  }
`;
