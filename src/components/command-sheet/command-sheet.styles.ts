import { css } from 'lit';

export const commandSheetStyles = css`
  :host {
    color: #000;
    background: #fff;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 12px;
    padding: 12px;
  }
  .tools h2 {
    flex: 1 1 100%;
    font-size: 20px;
  }
  .tools p {
    flex: 1 1 100%;
  }
  .tools .button,
  .tools select {
    background: #fff;
    color: #000;
    border-color: #666;
  }
  .field > span {
    color: #444;
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(232px, 1fr));
    gap: 12px;
    padding: 12px;
    list-style: none;
  }
  li {
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 4px;
    padding: 12px 6px;
    border: 1px solid #999;
    border-radius: 8px;
    text-align: center;
    break-inside: avoid;
  }
  li b {
    font-size: 20px;
    font-weight: 650;
  }
  li small {
    min-block-size: 2.7em;
    font-size: 13px;
    color: #444;
  }
  li code {
    font:
      12px/1.2 ui-monospace,
      'DejaVu Sans Mono',
      monospace;
    color: #444;
  }
  .barcode {
    block-size: 15mm;
  }
  .labels li {
    min-block-size: 48mm;
  }
  @media print {
    .tools {
      display: none;
    }
    ul {
      grid-template-columns: repeat(3, 1fr);
      gap: 4mm;
      padding: 0;
    }
    li {
      border-color: #bbb;
      border-radius: 2mm;
    }
    /* A label printer cuts at each page: one command each, as large as the label is wide. */
    .labels ul {
      display: block;
    }
    .labels li {
      min-block-size: 0;
      /* Less than a page: what the page around has for margins must not push it over to the next one. */
      block-size: 88vh;
      padding: 2mm;
      border: 0;
      break-after: page;
    }
    .labels li:last-child {
      break-after: auto;
    }
    .labels small {
      display: none;
    }
    .labels .barcode {
      inline-size: 94%;
      block-size: 45vh;
    }
  }
`;
