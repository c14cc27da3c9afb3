import { css } from 'lit';

/*
 * The tokens of the look. Each can be set by the host as `--wms-inventar-…` on the session or anything above it; the
 * elements inside use the private names only, which are inherited through every shadow root.
 */

const dark = css`
  color-scheme: dark;
  --_paper: var(--wms-inventar-paper, #101315);
  --_surface: var(--wms-inventar-surface, #191d20);
  --_sunken: var(--wms-inventar-sunken, #0b0d0f);
  --_line: var(--wms-inventar-line, #30363b);
  --_border: var(--wms-inventar-border, #858d93);
  --_ink: var(--wms-inventar-ink, #f3f4f1);
  --_ink-2: var(--wms-inventar-ink-2, #c0c6ca);
  --_ink-3: var(--wms-inventar-ink-3, #a7afb5);
  --_accent: var(--wms-inventar-accent, #5fc6cf);
  --_on-accent: var(--wms-inventar-on-accent, #06282c);
  --_accent-soft: var(--wms-inventar-accent-soft, #12343a);
  --_focus: var(--wms-inventar-focus, #7fe0e8);
  --_ok: #7fd39b;
  --_ok-soft: #12301d;
  --_wait: #9dbcf5;
  --_wait-soft: #16243f;
  --_warn: #f0c070;
  --_warn-soft: #35260a;
  --_bad: #ff9d93;
  --_bad-soft: #3d1512;
`;

const light = css`
  color-scheme: light;
  --_paper: var(--wms-inventar-paper, #f6f5f1);
  --_surface: var(--wms-inventar-surface, #ffffff);
  --_sunken: var(--wms-inventar-sunken, #ecebe5);
  --_line: var(--wms-inventar-line, #d8d6cc);
  --_border: var(--wms-inventar-border, #8a8880);
  --_ink: var(--wms-inventar-ink, #16191d);
  --_ink-2: var(--wms-inventar-ink-2, #4b5159);
  --_ink-3: var(--wms-inventar-ink-3, #5d636b);
  --_accent: var(--wms-inventar-accent, #0b5c66);
  --_on-accent: var(--wms-inventar-on-accent, #ffffff);
  --_accent-soft: var(--wms-inventar-accent-soft, #dcecec);
  --_focus: var(--wms-inventar-focus, #0b5c66);
  --_ok: #17602f;
  --_ok-soft: #e0f0e4;
  --_wait: #274f96;
  --_wait-soft: #e2eaf7;
  --_warn: #774700;
  --_warn-soft: #f9ecd3;
  --_bad: #96201a;
  --_bad-soft: #f9e2df;
`;

export const tokenStyles = css`
  :host {
    ${light}
    --_font: var(--wms-inventar-font, system-ui, 'Roboto', 'DejaVu Sans', sans-serif);
    --_radius: var(--wms-inventar-radius, 10px);
    --_control: 56px;
    --_primary: 64px;
    --_row: 56px;
  }
  :host([density='compact']) {
    --_control: 40px;
    --_primary: 48px;
    --_row: 40px;
  }
  :host([theme='dark']) {
    ${dark}
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) {
      ${dark}
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --_ink-2: var(--_ink);
      --_ink-3: var(--_ink);
      --_line: var(--_ink);
      --_border: var(--_ink);
    }
  }
`;
