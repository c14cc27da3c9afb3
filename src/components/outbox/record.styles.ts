import { css } from 'lit';

/** One count of this device, in the outbox and in a row's history. */
export const recordStyles = css`
  .record {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 12px;
  }
  .code,
  .quantity {
    font-size: 17px;
    overflow-wrap: anywhere;
  }
  .quantity {
    text-align: end;
  }
  .where {
    font-size: 15px;
    color: var(--_ink-2);
    overflow-wrap: anywhere;
  }
  .record .status {
    justify-self: end;
    max-inline-size: 42vw;
    white-space: normal;
    text-align: end;
  }
  .status.bad {
    color: var(--_bad);
  }
`;
