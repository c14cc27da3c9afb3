import { css } from 'lit';

/** Heights of one row, lines included: what is not in the document is reckoned with them. */
export const WIDE_ROW_PX = 48;
export const NARROW_ROW_PX = 92;

export const rowsStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 240px;
    background: var(--_surface);
  }
  .tools {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: 8px;
    padding: 8px;
  }
  :host(.narrow) .tools {
    grid-template-columns: 1fr 1fr;
  }
  :host(.narrow) .tools [type='search'] {
    grid-column: 1 / -1;
  }
  .tools .input {
    min-block-size: min(var(--_control), 48px);
    border-radius: var(--_radius);
  }
  .scroll {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    overflow-anchor: none;
  }
  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    table-layout: fixed;
    font-size: 15px;
  }
  th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding: 10px 8px;
    border-block-end: 1px solid var(--_line);
    background: var(--_surface);
    font-size: 13px;
    font-weight: 600;
    color: var(--_ink-3);
    text-align: start;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  th:nth-child(1) {
    inline-size: 56px;
  }
  th:nth-child(2) {
    inline-size: 15%;
  }
  th:nth-child(4) {
    inline-size: 20%;
  }
  th:nth-child(5) {
    inline-size: 22%;
  }
  th:nth-child(6) {
    inline-size: 142px;
  }
  .end {
    text-align: end;
  }
  td {
    block-size: ${WIDE_ROW_PX}px;
    padding: 2px 8px;
    border-block-end: 1px solid var(--_line);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  td.spacer {
    block-size: auto;
    padding: 0;
    border: 0;
  }
  .row {
    position: relative;
  }
  .history {
    display: block;
    max-inline-size: 100%;
    padding: 0;
    border: 0;
    background: none;
    text-align: start;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* The whole row can be touched. */
  .history::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .item b {
    font-weight: 600;
  }
  .item small {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    font-size: 13px;
    color: var(--_ink-2);
  }
  .lot-beside {
    font-weight: 600;
    color: var(--_ink);
  }
  .quantity {
    font-weight: 650;
  }
  :host(.narrow) :is(table, tbody) {
    display: block;
  }
  :host(.narrow) :is(tr[aria-hidden], .spacer) {
    display: block;
  }
  :host(.narrow) thead {
    position: absolute;
    clip-path: inset(50%);
    block-size: 1px;
    overflow: hidden;
  }
  :host(.narrow) .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    /* Neither takes from the other line: a code stays whole beside a long state below it. */
    grid-template-areas:
      'item item quantity'
      'place state state';
    align-content: center;
    gap: 0 12px;
    block-size: ${NARROW_ROW_PX}px;
    padding: 0 14px;
    border-block-end: 1px solid var(--_line);
  }
  :host(.narrow) .row td {
    block-size: auto;
    padding: 0;
    border: 0;
  }
  :host(.narrow) .nr,
  :host(.narrow) .lot {
    display: none;
  }
  :host(.narrow) .item {
    grid-area: item;
  }
  :host(.narrow) .item b {
    font-size: 17px;
  }
  :host(.narrow) .location {
    grid-area: place;
    color: var(--_ink-2);
  }
  :host(.narrow) .quantity {
    grid-area: quantity;
    max-inline-size: 46vw;
    font-size: 17px;
    white-space: normal;
  }
  :host(.narrow) .state {
    grid-area: state;
    text-align: end;
  }
  .location bdi {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .long,
  .row .long b {
    display: block;
    font-size: 12px;
    line-height: 1.15;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  :host(.narrow) .row .long b {
    font-size: 12px;
  }
  .long ~ span,
  :host(:not(.narrow)) .long ~ small {
    display: none;
  }
  .alert {
    margin: 8px;
  }
`;
