import { css } from 'lit';

/** The quantity, the row already there, and what was counted last. */
export const quantityStyles = css`
  .hint {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 20px;
    padding-inline: 2px;
    font-size: 14px;
    color: var(--_ink-2);
  }
  .hint .number {
    flex: 1;
    text-align: end;
    font-size: 16px;
    font-weight: 600;
    color: var(--_ink);
  }
  /* As high as a finger, in a line as high as its words. */
  .hint [data-note] {
    margin-block: -14px;
    margin-inline-end: -2px;
  }
  [data-note] .chip {
    border: 1px solid var(--_border);
    background: var(--_surface);
    color: var(--_ink);
  }
  .quantity {
    container-type: inline-size;
    display: grid;
    grid-template-columns: 72px minmax(0, 1fr) 72px;
    gap: 8px;
  }
  .quantity .button {
    min-block-size: 72px;
    padding: 0;
    font-size: 30px;
  }
  .entered {
    display: flex;
    align-items: baseline;
    justify-content: center;
    gap: 8px;
    min-inline-size: 0;
    padding: 8px 8px 0;
    border: 2px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .entered:focus-within {
    border-color: var(--_focus);
    box-shadow: 0 0 0 1px var(--_focus);
  }
  .entered:has([aria-invalid='true']) {
    border-color: var(--_bad);
  }
  .entered input {
    min-inline-size: 1.4em;
    max-inline-size: 100%;
    min-block-size: 48px;
    flex: 0 1 auto;
    padding: 0;
    border: 0;
    background: none;
    outline: none;
    /* Whole, with the unit beside it: the longer it is, the smaller. */
    font-size: clamp(11px, calc((100cqi - 188px - var(--unit) * 11px) / var(--chars) / 0.7), 38px);
    font-weight: 650;
    line-height: 46px;
    text-align: end;
    field-sizing: content;
    /* Above the bar with Confirm, when it is brought into view. */
    scroll-margin-block: 110px;
  }
  .entered input:focus-visible {
    outline: none;
  }
  .entered input::placeholder {
    color: var(--_ink-3);
    opacity: 1;
  }
  .entered > span {
    flex: none;
    color: var(--_ink-2);
  }
  .existing {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    padding: 6px 14px;
    border-radius: var(--_radius);
    background: var(--_sunken);
    color: var(--_ink-2);
    font-size: 15px;
  }
  .existing.counted {
    background: var(--_wait-soft);
    color: var(--_wait);
  }
  /* While an item stands, what was counted before is there in full or, where there is no room for it, not at all. */
  .quantity ~ .room {
    flex: 1 1 0;
    container-type: size;
    margin-block-start: -8px;
    padding-block-start: 8px;
  }
  .last {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 64px;
    padding-block: 8px;
    padding-inline: 14px 8px;
    border-radius: var(--_radius);
    background: var(--_ok-soft);
    color: var(--_ok);
    font-size: 16px;
    overflow-wrap: anywhere;
  }
  .last span > bdi {
    font-size: 15px;
  }
  .last b {
    display: block;
    font-size: 17px;
    font-weight: 650;
    line-height: 1.25;
  }
  .last > span {
    flex: 1;
    min-inline-size: 0;
  }
  .last small {
    display: block;
    font-size: 14px;
  }
  .last.here {
    background: var(--_wait-soft);
    color: var(--_wait);
  }
  @container (max-height: 90px) {
    .last,
    .last b {
      min-block-size: 0;
      padding-block: 0;
      line-height: 1.15;
    }
    .last small {
      display: none;
    }
  }
  @container (max-height: 51px) {
    .last {
      display: none;
    }
  }
  .undo {
    flex: none;
    gap: 8px;
    min-block-size: 48px;
    padding-inline: 10px;
    font-size: 15px;
  }
  @media (max-width: 359px) {
    .quantity {
      grid-template-columns: 64px minmax(0, 1fr) 64px;
    }
    .existing {
      padding-inline: 10px;
      font-size: 14px;
    }
    .undo .icon {
      display: none;
    }
  }
  @media (max-height: 560px) {
    .quantity .button {
      min-block-size: 64px;
    }
    .entered {
      padding-block-start: 6px;
    }
  }
  @media (max-height: 400px) {
    .quantity .button {
      min-block-size: 56px;
    }
  }
  @media (max-width: 279px) {
    .quantity {
      grid-template-columns: 52px minmax(0, 1fr) 52px;
      gap: 6px;
    }
    .entered input {
      font-size: 30px;
    }
  }
`;
