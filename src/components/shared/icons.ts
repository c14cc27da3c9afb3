import { html, svg } from 'lit';

/**
 * Our few icons, drawn with the text's colour. They only repeat what a word beside them says. One that a part alone has,
 * which comes later, is with that part.
 */

export function icon(viewBox: string, paths: ReturnType<typeof svg>) {
  return html`<svg class="icon" viewBox=${viewBox} aria-hidden="true" focusable="false">${paths}</svg>`;
}

export const barcodeIcon = icon('0 0 24 24', svg`<path d="M2 4v16M5 4v16M8 4v16M12 4v16M14 4v16M18 4v16M22 4v16" />`);
export const checkIcon = icon('0 0 16 16', svg`<path d="M2 8.5l4 4 8-9" />`);
export const clockIcon = icon('0 0 16 16', svg`<circle cx="8" cy="8" r="6.5" /><path d="M8 4.5V8l2.5 2" />`);
export const warningIcon = icon('0 0 16 16', svg`<path d="M8 1.5L15 14H1zM8 6v4M8 11.5v1" />`);
export const infoIcon = icon('0 0 16 16', svg`<circle cx="8" cy="8" r="6.5" /><path d="M8 7v4M8 4.5v1" />`);
export const openIcon = icon('0 0 16 16', svg`<circle cx="8" cy="8" r="6" />`);
export const backIcon = icon('0 0 16 16', svg`<path class="directed" d="M10 2.5L4.5 8l5.5 5.5" />`);
export const closeIcon = icon('0 0 16 16', svg`<path d="M3 3l10 10M13 3L3 13" />`);
export const keyboardIcon = icon(
  '0 0 24 24',
  svg`<rect x="2" y="6" width="20" height="12" rx="2" /><path d="M6 10h.5M10 10h.5M14 10h.5M18 10h.5M8 14h8" />`,
);
export const undoIcon = icon(
  '0 0 16 16',
  svg`<path class="directed" d="M6 3L2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H6" />`,
);
export const rowsIcon = icon('0 0 16 16', svg`<path d="M2 4h12M2 8h12M2 12h12" />`);
