import { type ReactiveController, type ReactiveControllerHost, type TemplateResult, css, html, svg } from 'lit';
import type { Bars } from '../../drawing/code128.ts';
import { later } from '../../loading/later.ts';
import type { ScannerWords } from '../../messages/language.ts';

const drawing = later(() => import('../../drawing/code128.ts'));

/** Modules of white on each side, as the symbology asks. */
const QUIET = 10;

export const barcodeStyles = css`
  .barcode {
    display: block;
    max-inline-size: 100%;
    block-size: 76px;
    margin-inline: auto;
    border-radius: 6px;
    /* A scanner wants black on white, whatever the theme. */
    background: #fff;
    fill: #000;
    forced-color-adjust: none;
  }
`;

/** Draws barcodes for its element. What draws is loaded with the first one that is asked for. */
export class BarcodeDrawer implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private draw: ((text: string) => Bars) | 'failed' | null = null;
  private isLoading = false;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    // What could not be loaded is tried again when the element comes back.
    if (this.draw === 'failed') this.draw = null;
  }

  render(text: string, label: string, t: ScannerWords): TemplateResult {
    if (this.draw === 'failed') return html`<p role="alert">${t.notDrawn}</p>`;
    if (this.draw === null) {
      void this.load();
      return html`<p>${t.drawing}</p>`;
    }
    return renderBars(this.draw(text), label);
  }

  private async load(): Promise<void> {
    if (this.isLoading) return;
    this.isLoading = true;
    try {
      this.draw = (await drawing()).drawCode128;
    } catch {
      this.draw = 'failed';
    }
    this.isLoading = false;
    this.host.requestUpdate();
  }
}

function renderBars({ width, bars }: Bars, label: string): TemplateResult {
  const path = bars.map(bar => `M${bar.x + QUIET} 0h${bar.width}v1h${-bar.width}z`).join('');
  const total = width + 2 * QUIET;
  return html`
    <svg
      class="barcode"
      width=${2 * total}
      viewBox="0 0 ${total} 1"
      preserveAspectRatio="none"
      role="img"
      aria-label=${label}
    >
      ${svg`<path d=${path} />`}
    </svg>
  `;
}
