import { css } from 'lit';

export const leaveDialogStyles = css`
  ul {
    margin: 0;
    padding-inline-start: 20px;
    font-size: 18px;
    font-weight: 650;
    overflow-wrap: anywhere;
  }
`;
