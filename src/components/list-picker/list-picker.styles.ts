import { css } from 'lit';

export const listPickerStyles = css`
  /* Read while the lists are scrolled: it must be seen all the same. */
  .unused {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
  }
  .groups {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding-block-end: 12px;
  }
  h2 {
    padding: 6px 2px;
    font-size: 14px;
    font-weight: 600;
    color: var(--_ink-3);
  }
  .kept {
    margin: -4px 2px 6px;
    font-size: 14px;
    color: var(--_ink-3);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .row {
    position: relative;
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: max(var(--_row), 56px);
    padding: 8px 14px;
    border-block-start: 1px solid var(--_line);
    cursor: pointer;
    /* Not behind the bar at the bottom, when the arrow keys come to it. */
    scroll-margin-block: 120px;
  }
  .row input {
    scroll-margin-block: 120px;
  }
  .row:first-child {
    border-block-start: 0;
  }
  .row:has(:checked) {
    background: var(--_accent-soft);
  }
  .row:has(:checked)::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 4px;
    background: var(--_accent);
  }
  .row:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: -3px;
  }
  .what {
    flex: 1;
    min-inline-size: 0;
  }
  .row b {
    display: block;
    font-size: 17px;
    font-weight: 650;
  }
  .row small {
    display: block;
    font-size: 14px;
    color: var(--_ink-2);
  }
  .progress {
    text-align: end;
  }
  .progress .status {
    justify-content: end;
    white-space: normal;
  }
  .progress b {
    font-size: 16px;
    white-space: nowrap;
  }
  .small {
    padding: 14px;
    font-size: 15px;
  }
  .configuration {
    margin-block: 4px 12px;
    padding-inline: 14px;
    font-size: 14px;
    color: var(--_ink-2);
    overflow-wrap: anywhere;
  }
  .configuration summary {
    padding-block: 15px;
    cursor: pointer;
  }
  .configuration summary:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: -3px;
  }
  .configuration ul {
    padding: 0;
    list-style: none;
  }
  .configuration li {
    padding-block: 4px;
  }
  .actions {
    position: sticky;
    inset-block-end: 0;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 8px;
    padding-block: 8px;
    background: var(--_paper);
  }
  .actions > :only-child {
    grid-column: 1 / -1;
  }
  .actions .view {
    min-block-size: var(--_primary);
  }
`;
