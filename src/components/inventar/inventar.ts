import { html } from 'lit/static-html.js';
import { InventarSessionElement } from '../session/session.ts';
import { siblingTag } from '../shared/suffix.ts';
import { tokenStyles } from '../shared/tokens.styles.ts';
import { inventarStyles } from './inventar.styles.ts';

/**
 * @summary Everything in one element: a session, with the ready-made arrangement of all views in it.
 *
 * It takes all that `<wms-inventar-session>` takes. It fills the height it is given.
 *
 * @fires {CustomEvent<{listId: string, mode: 'count' | 'view'}>} wms-inventar-list-opened - A list was opened.
 * @fires {CustomEvent<{listId: string, row: CountRow}>} wms-inventar-count-saved - A count is safe on this device.
 * @fires {CustomEvent<{unfinished: number}>} wms-inventar-logged-out - The operator logged out of this device.
 * @fires {CustomEvent<{listId: string, row: CountRow}>} wms-inventar-count-recorded - The host has a count.
 * @fires {CustomEvent<{listId: string}>} wms-inventar-list-left - The operator went back to the lists.
 * @fires {CustomEvent<{code: string, listId: string | null}>} wms-inventar-error - The operator was shown an error.
 */
export class InventarDropInElement extends InventarSessionElement {
  static override readonly styles = [tokenStyles, inventarStyles];
  static override readonly properties = { listId: { attribute: 'list-id' }, mode: {} };

  /** Opens this list at once. */
  listId = '';
  /** `view`: the list named by `list-id` is shown, not counted. */
  mode: 'count' | 'view' = 'count';

  protected override render(): unknown {
    const missing = siblingTag(this, 'wms-inventar', 'wms-inventar-missing-parts');
    const workspace = siblingTag(this, 'wms-inventar', 'wms-inventar-workspace');
    return html`<${missing}></${missing}><${workspace} list-id=${this.listId} mode=${this.mode}></${workspace}>`;
  }
}
