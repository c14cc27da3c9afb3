import type { TemplateResult } from 'lit';
import { html } from 'lit/static-html.js';
import type { InventarState } from '../../session/state/session-state.ts';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { DialogElement } from '../shared/dialog-element.ts';
import { dialogStyles } from '../shared/dialog.styles.ts';
import { siblingTag } from '../shared/suffix.ts';
import { inspectorDialogStyles } from './inspector-dialog.styles.ts';

/**
 * @summary Explains one code in a dialog over the form. While it is open, scans come to it.
 * @fires {Event} close - It was closed: the focus belongs elsewhere again.
 * @csspart dialog - The native dialog.
 */
export class InventarInspectorDialogElement extends DialogElement {
  static override readonly styles = [baseStyles, dialogStyles, inspectorDialogStyles];
  static override readonly properties = { text: { attribute: false } };

  /** The code that is explained; `null` while it is closed. */
  private text: string | null = null;

  protected override select() {
    return [];
  }

  /**
   * Opens it with a code. The inspector claims scans when it is there: before the dialog opens, so that none falls
   * between.
   */
  async explain(text: string): Promise<void> {
    this.text = text;
    await this.updateComplete;
  }

  protected override isAsked(): boolean {
    return this.text !== null;
  }

  protected override cancel(): void {
    this.text = null;
  }

  protected override renderQuestion(_: InventarState, presentation: Presentation): TemplateResult {
    const tag = siblingTag(this, 'wms-inventar-inspector-dialog', 'wms-inventar-barcode-inspector');
    return html`
      <div class="question">
        ${this.renderHead(presentation.messages.explainCode, presentation)}
        <${tag} .text=${this.text}></${tag}>
      </div>
    `;
  }
}
