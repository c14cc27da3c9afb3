import { css } from 'lit';

export const scannerSetupStyles = css`
  .question {
    background: var(--_paper);
    gap: 12px;
  }
  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    margin: -16px -14px 0;
    padding: 16px 14px 8px;
    background: var(--_paper);
  }
  .part {
    display: grid;
    gap: 10px;
    padding: 12px 14px 14px;
  }
  h3 {
    font-size: 17px;
    font-weight: 650;
  }
  .part .note {
    font-size: 14px;
  }
  .listening {
    outline: 3px solid var(--_focus);
    outline-offset: 4px;
    border-radius: 6px;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1.2fr);
    gap: 6px 10px;
    margin: 0;
    font-size: 15px;
  }
  dt {
    color: var(--_ink-3);
  }
  dd {
    margin: 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .found {
    display: grid;
    gap: 10px;
  }
  .alert.ok {
    background: var(--_ok-soft);
    color: var(--_ok);
  }
  .tried {
    display: grid;
    gap: 6px;
    list-style: none;
  }
  .tried li {
    padding: 8px 12px;
    border-radius: var(--_radius);
    background: var(--_sunken);
    overflow-wrap: anywhere;
  }
  .tried b {
    font-size: 18px;
  }
  .tried small {
    display: block;
    font-size: 14px;
    color: var(--_ink-2);
  }
  .setting {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
    min-block-size: 48px;
  }
  .setting.check {
    flex-wrap: nowrap;
  }
  .setting input[type='checkbox'] {
    flex: none;
    inline-size: 28px;
    block-size: 28px;
    accent-color: var(--_accent);
  }
  .setting input[type='range'] {
    flex: 1 1 160px;
    min-block-size: 48px;
    accent-color: var(--_accent);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .buttons .button {
    flex: 1 1 auto;
  }
  .source p {
    flex: 1 0 100%;
  }
  @media (min-width: 600px) {
    .head {
      margin: -20px -20px 0;
      padding: 20px 20px 8px;
    }
    dialog {
      inline-size: min(600px, calc(100vw - 48px));
    }
  }
`;
