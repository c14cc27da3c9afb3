import { type TemplateResult, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { html } from 'lit/static-html.js';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { dialogStyles } from '../shared/dialog.styles.ts';
import { closeIcon } from '../shared/icons.ts';
import { InventarElement } from '../shared/inventar-element.ts';
import { siblingTag } from '../shared/suffix.ts';
import { inspectorDialogStyles } from './inspector-dialog.styles.ts';

/**
 * @summary Explains one code in a dialog over the form. While it is open, scans come to it.
 * @fires {Event} close - It was closed: the focus belongs elsewhere again.
 * @csspart dialog - The native dialog.
 */
export class InventarInspectorDialogElement extends InventarElement {
  static override readonly styles = [baseStyles, dialogStyles, inspectorDialogStyles];

  /** The code that is explained; `null` while it is closed. */
  @state() private text: string | null = null;

  protected override select() {
    return [];
  }

  /** Opens it with a code. */
  async explain(text: string): Promise<void> {
    this.text = text;
    // The inspector claims scans when it is there: before the dialog opens, so that none falls between.
    await this.updateComplete;
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog === null || dialog.open) return;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('#title')?.focus();
  }

  protected override renderState(_: unknown, { messages: t }: Presentation): TemplateResult {
    return html`
      <dialog part="dialog" aria-labelledby="title" @close=${this.onClose} @click=${this.onBackdrop}>
        ${this.text === null ? nothing : this.renderInspector(this.text, t)}
      </dialog>
    `;
  }

  private renderInspector(text: string, t: Presentation['messages']): TemplateResult {
    const tag = siblingTag(this, 'wms-inventar-inspector-dialog', 'wms-inventar-barcode-inspector');
    return html`
      <div class="question">
        <div class="head">
          <h2 id="title" tabindex="-1">${t.explainCode}</h2>
          <button class="plain" aria-label=${t.close} @click=${() => this.close()}>${closeIcon}</button>
        </div>
        <${tag} .text=${text}></${tag}>
      </div>
    `;
  }

  private close(): void {
    this.renderRoot.querySelector('dialog')?.close();
  }

  private readonly onClose = (): void => {
    this.text = null;
    void this.updateComplete.then(() => this.dispatchEvent(new Event('close')));
  };

  private readonly onBackdrop = (event: MouseEvent): void => {
    if (event.target instanceof HTMLDialogElement) this.close();
  };
}
