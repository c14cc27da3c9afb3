import { css } from 'lit';

export const outboxBadgeStyles = css`
  :host {
    display: inline-block;
    flex: none;
    container-type: normal;
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 48px;
    min-inline-size: 48px;
    position: relative;
    isolation: isolate;
    justify-content: center;
    padding: 0 12px;
    border: 0;
    background: none;
    font-size: 15px;
    font-weight: 650;
    white-space: nowrap;
  }
  /* The pill is smaller than what the glove may hit. */
  .badge::before {
    content: '';
    position: absolute;
    inset: 7px 2px;
    z-index: -1;
    border-radius: 99px;
    background: var(--_back);
  }
  .ok {
    --_back: var(--_ok-soft);
    color: var(--_ok);
  }
  .wait {
    --_back: var(--_wait-soft);
    color: var(--_wait);
  }
  .bad {
    --_back: var(--_bad-soft);
    color: var(--_bad);
  }
  .words {
    text-transform: lowercase;
  }
  @media (max-width: 599px) {
    .words {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .badge::before {
      border: 1px solid ButtonText;
    }
  }
`;
