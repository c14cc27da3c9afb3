import { css } from 'lit';

export const inventarStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 320px;
  }
  :host([hidden]) {
    display: none;
  }
`;
