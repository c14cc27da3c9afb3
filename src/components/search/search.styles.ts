import { css } from 'lit';

export const searchStyles = css`
  form {
    display: grid;
    gap: 8px;
  }
  .first {
    display: grid;
    grid-template-columns: minmax(60px, 1fr) minmax(0, 2.4fr) auto;
    align-items: end;
    gap: 8px;
  }
  summary {
    min-block-size: 48px;
    line-height: 48px;
    font-size: 15px;
    font-weight: 600;
    color: var(--_ink-2);
    cursor: pointer;
    list-style-position: inside;
  }
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(136px, 1fr));
    gap: 8px;
    padding-block-end: 4px;
  }
  .search {
    padding-inline: 16px;
    font-size: 17px;
    border: 2px solid var(--_accent);
    color: var(--_accent);
  }
  .search.first-step {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .found {
    display: block;
    padding: 4px 2px 0;
    font-size: 14px;
    color: var(--_ink-3);
  }
  .alert {
    margin-block-start: 8px;
  }
  @media (max-width: 279px) {
    .first {
      grid-template-columns: 1fr 2fr;
    }
    .search {
      grid-column: 1 / -1;
    }
  }
`;
