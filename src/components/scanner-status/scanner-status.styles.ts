import { css } from 'lit';

export const scannerStatusStyles = css`
  .open {
    position: relative;
  }
  .open > .icon {
    font-size: 24px;
    color: var(--_ink-2);
  }
  .open .mark {
    position: absolute;
    inset-block-end: 4px;
    inset-inline-end: 4px;
    display: grid;
    padding: 2px;
    border-radius: 50%;
    background: var(--_surface);
    font-size: 13px;
    color: var(--_ok);
  }
  .open .mark .icon {
    stroke-width: 2.4;
  }
  .open .mark.untried,
  .open .mark.waiting {
    color: var(--_wait);
  }
  .open .mark.attention {
    color: var(--_bad);
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding-block-start: 6px;
    padding-inline: 14px 6px;
  }
  h3 {
    font-size: 15px;
    font-weight: 650;
    color: var(--_ink-2);
  }
  ul {
    list-style: none;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 2px 10px;
    min-block-size: 48px;
    padding: 8px 14px;
    border-block-start: 1px solid var(--_line);
  }
  .line:first-child {
    border-block-start: 0;
  }
  .line b {
    font-weight: 650;
    overflow-wrap: anywhere;
  }
  .line p,
  .line small {
    flex: 1 0 100%;
    font-size: 14px;
    color: var(--_ink-2);
    overflow-wrap: anywhere;
  }
  .label {
    font-size: 14px;
    color: var(--_ink-3);
  }
  .status.attention {
    color: var(--_bad);
  }
`;
