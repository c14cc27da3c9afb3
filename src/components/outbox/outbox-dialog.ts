import type { TemplateResult } from 'lit';
import { html } from 'lit/static-html.js';
import type { InventarState } from '../../session/state/session-state.ts';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { DialogElement } from '../shared/dialog-element.ts';
import { dialogStyles } from '../shared/dialog.styles.ts';
import { siblingTag } from '../shared/suffix.ts';
import { type PartPresentation, WordsController } from '../shared/words-controller.ts';
import { outboxDialogStyles } from './outbox-dialog.styles.ts';

/**
 * @summary The outbox as a dialog over the work, opened by its badge.
 * @csspart dialog - The native dialog.
 */
export class InventarOutboxDialogElement extends DialogElement {
  static override readonly styles = [baseStyles, dialogStyles, outboxDialogStyles];

  private readonly words = new WordsController(this, 'outbox');

  protected override select({ outboxShown }: InventarState) {
    return [outboxShown];
  }

  protected override isAsked({ outboxShown }: InventarState): boolean {
    return outboxShown;
  }

  protected override cancel(): void {
    this.dispatch({ type: 'close-outbox' });
  }

  protected override renderQuestion(_: InventarState, presentation: Presentation): TemplateResult {
    return this.words.render(presentation, shown => this.renderOutbox(shown));
  }

  private renderOutbox(presentation: PartPresentation<'outbox'>): TemplateResult {
    const outbox = siblingTag(this, 'wms-inventar-outbox-dialog', 'wms-inventar-outbox');
    return html`${this.renderHead(presentation.part.title, presentation)}<${outbox}></${outbox}>`;
  }
}
