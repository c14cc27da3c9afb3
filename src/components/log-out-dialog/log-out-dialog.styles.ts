import { css } from 'lit';

export const logOutDialogStyles = css`
  .question p:empty {
    display: none;
  }
  .keep {
    border-width: 1px;
  }
  .keep b {
    font-size: 16px;
    font-weight: 600;
  }
  .danger {
    border-color: var(--_bad);
    color: var(--_bad);
  }
  .reason {
    display: grid;
    gap: 8px;
  }
`;
