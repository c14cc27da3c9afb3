import { css } from 'lit';

/** The height of a count that waits or was sent, its line included. */
export const ENTRY_PX = 80;

export const outboxStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 240px;
    background: var(--_paper);
    overflow: auto;
  }
  :host > .alert,
  .alert {
    margin: 0 12px 8px;
  }
  .tabs {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    flex: none;
    border-block-end: 1px solid var(--_line);
    background: var(--_surface);
  }
  .tab {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0 6px;
    min-block-size: var(--_control);
    padding: 4px 6px;
    border: 0;
    border-block-end: 3px solid transparent;
    background: none;
    font-size: 15px;
    color: var(--_ink-2);
    overflow-wrap: anywhere;
  }
  .tab[aria-selected='true'] {
    border-color: var(--_accent);
    color: var(--_ink);
    font-weight: 650;
  }
  .tab.bad {
    color: var(--_bad);
  }
  .tab:focus-visible {
    outline-offset: -3px;
  }
  /* However much is told above: two entries are in sight, or scrolled to. A list without height would be empty. */
  .scroll {
    flex: 1 0 auto;
    block-size: 0;
    min-block-size: ${2 * ENTRY_PX}px;
    overflow: auto;
    overflow-anchor: none;
  }
  .scroll:focus-visible {
    outline-offset: -3px;
  }
  ul {
    list-style: none;
  }
  .entry {
    display: grid;
    gap: 8px;
    padding: 10px 14px;
    border-block-end: 1px solid var(--_line);
    background: var(--_surface);
  }
  .entry.fixed {
    align-content: center;
    block-size: ${ENTRY_PX}px;
    padding-block: 0;
    overflow: hidden;
  }
  .fixed .code {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .fixed .where {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .scroll > .note {
    padding: 8px 14px;
  }
  .more {
    inline-size: 100%;
    border-color: transparent;
  }
  .entry.decide {
    border-inline-start: 4px solid var(--_bad);
  }
  .why b {
    font-size: 17px;
    color: var(--_bad);
  }
  .why p,
  .note {
    font-size: 15px;
    color: var(--_ink-2);
    overflow-wrap: anywhere;
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .answers .button {
    flex: 1 1 130px;
  }
  .answers .quiet {
    flex: none;
    margin-inline-start: auto;
  }
  .button.quiet {
    border-color: transparent;
    background: none;
    color: var(--_ink-2);
    font-weight: 500;
  }
  .discard {
    justify-self: end;
  }
  .button.danger {
    border-color: var(--_bad);
    color: var(--_bad);
  }
  .reason {
    display: grid;
    gap: 8px;
  }
  .move {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: end;
    gap: 8px;
  }
  .move .note {
    grid-column: 1 / -1;
  }
  summary {
    min-block-size: 48px;
    align-content: center;
    font-size: 15px;
    cursor: pointer;
  }
  pre {
    max-block-size: 200px;
    margin: 0;
    padding: 8px;
    overflow: auto;
    background: var(--_sunken);
    border-radius: var(--_radius);
    font-size: 13px;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .alert .again {
    margin-block-start: 8px;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 14px;
    padding: 14px;
  }
  footer small {
    display: flex;
    align-items: center;
    gap: 6px;
    flex: 1 1 200px;
    font-size: 14px;
    color: var(--_ink-2);
  }
  footer small:empty {
    display: none;
  }
  @media (max-width: 479px) {
    .tab {
      flex-direction: column;
      flex-wrap: nowrap;
    }
  }
  @media (max-width: 359px) {
    .tab {
      font-size: 14px;
    }
  }
`;
