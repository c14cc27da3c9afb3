import { css } from 'lit';

export const barcodeInspectorStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 12px;
    min-inline-size: 0;
  }
  h3 {
    margin-block-start: 4px;
    font-size: 16px;
    font-weight: 650;
  }
  .code .input {
    font-size: 18px;
  }
  .summary {
    display: flex;
    align-items: start;
    gap: 10px;
    padding: 10px 14px;
    border-radius: var(--_radius);
    background: var(--_warn-soft);
    color: var(--_warn);
    font-weight: 600;
  }
  .summary.ok {
    background: var(--_ok-soft);
    color: var(--_ok);
  }
  .summary.invalid {
    background: var(--_bad-soft);
    color: var(--_bad);
  }
  .summary .icon {
    margin-block-start: 3px;
  }

  /* The code in its pieces: a colour for what it is, a line of another kind for how sure it is, and its name. */
  .strip {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 3px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .piece {
    display: grid;
    align-content: start;
    gap: 2px;
    max-inline-size: 100%;
    --_piece: var(--_ink-2);
    --_piece-soft: var(--_sunken);
  }
  .piece bdi {
    justify-self: stretch;
    padding: 6px;
    min-block-size: 34px;
    border-block-end: 4px solid var(--_piece);
    border-radius: 4px 4px 0 0;
    background: var(--_piece-soft);
    color: var(--_ink);
    font:
      600 18px/1.2 ui-monospace,
      'Roboto Mono',
      'DejaVu Sans Mono',
      monospace;
    text-align: center;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .piece small {
    padding-inline: 2px;
    font-size: 13px;
    line-height: 1.2;
    color: var(--_ink-2);
    text-align: center;
  }
  .piece.value {
    --_piece: var(--_accent);
    --_piece-soft: var(--_accent-soft);
  }
  .piece.location {
    --_piece: var(--_wait);
    --_piece-soft: var(--_wait-soft);
  }
  .piece.lot,
  .piece.serial,
  .piece.expiry {
    --_piece: var(--_warn);
    --_piece-soft: var(--_warn-soft);
  }
  .piece.quantity {
    --_piece: var(--_ok);
    --_piece-soft: var(--_ok-soft);
  }
  .piece.value small {
    color: var(--_ink);
    font-weight: 600;
  }
  .piece:is(.head, .aim, .ai) bdi {
    border-block-end-style: double;
  }
  .piece:is(.separator, .around) bdi {
    border-block-end: 4px dotted var(--_piece);
    background: none;
  }
  .piece:is(.separator, .around, .aim, .ai) bdi {
    font-weight: 400;
  }
  .piece:is(.unread, .rest) bdi {
    border-block-end-style: dashed;
  }
  .piece.broken {
    --_piece: var(--_bad);
  }
  .piece.broken bdi {
    border: 2px solid var(--_bad);
    border-block-end-width: 4px;
    background: repeating-linear-gradient(-45deg, var(--_bad-soft) 0 6px, var(--_surface) 6px 9px);
  }
  .piece.broken small {
    color: var(--_bad);
    font-weight: 600;
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 10px 14px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .splits {
    display: grid;
    gap: 2px;
  }
  .splits label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
    min-block-size: 48px;
  }
  .splits input {
    inline-size: 22px;
    block-size: 22px;
    flex: none;
    accent-color: var(--_accent);
  }
  .splits bdi,
  .fields bdi,
  .repairs bdi {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  small {
    color: var(--_ink-2);
    font-size: 14px;
  }
  .fields {
    inline-size: 100%;
    border-collapse: collapse;
    background: var(--_surface);
    border-radius: var(--_radius);
    font-size: 15px;
  }
  .fields :is(th, td) {
    padding: 8px 10px;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  .fields thead th {
    font-size: 13px;
    color: var(--_ink-2);
  }
  .fields td small {
    display: block;
  }
  .fields .missing {
    color: var(--_ink-2);
    font-style: italic;
  }
  .repairs {
    display: grid;
    gap: 8px;
    list-style: none;
  }
  .repairs li {
    display: grid;
    gap: 4px;
    padding: 12px 14px;
    border-radius: var(--_radius);
    background: var(--_surface);
    border: 1px solid var(--_line);
    font-size: 15px;
    overflow-wrap: anywhere;
  }
  .repairs .button {
    justify-self: start;
    min-block-size: 48px;
    margin-block-start: 4px;
  }
  .trial {
    container-type: inline-size;
  }
  .trial summary {
    display: flex;
    align-items: center;
    min-block-size: 48px;
    font-weight: 600;
    cursor: pointer;
  }
  .trial summary::before {
    content: '▸';
    inline-size: 20px;
  }
  .trial[open] summary::before {
    content: '▾';
  }
  .trial p {
    margin-block-end: 8px;
    font-size: 15px;
    color: var(--_ink-2);
  }
  .trial .start {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block: 8px;
  }
  .trial .button {
    min-block-size: 48px;
  }
  .trial .header,
  .trial .row {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(112px, 1fr));
    align-items: end;
    gap: 8px;
    margin-block-end: 8px;
  }
  @container (min-width: 560px) {
    .trial .row {
      grid-template-columns: repeat(5, minmax(0, 1fr)) 48px;
    }
  }
  .trial .input {
    min-block-size: 48px;
    padding-inline: 10px;
  }
  .trial .input[aria-invalid='true'] {
    border: 2px solid var(--_bad);
  }
  .trial textarea.input {
    padding-block: 8px;
    font: inherit;
    color: inherit;
    resize: vertical;
  }
  .checks {
    margin-block: 8px;
  }
  @media (forced-colors: active) {
    .piece bdi {
      border: 1px solid CanvasText;
      border-block-end-width: 4px;
    }
  }
`;
