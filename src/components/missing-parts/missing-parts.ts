import { type TemplateResult, css, html, nothing } from 'lit';
import type { Subscription } from 'rxjs';
import { missing$, needMissing } from '../../loading/later.ts';
import type { InventarState } from '../../session/state/session-state.ts';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { warningIcon } from '../shared/icons.ts';
import { InventarElement } from '../shared/inventar-element.ts';
import { siblingName } from '../shared/suffix.ts';

/**
 * @summary Says that a part of the code could not be loaded, and offers to try again. The session brings it along.
 * @csspart alert - What it says; in the page only while something is missing.
 */
export class InventarMissingPartsElement extends InventarElement {
  static override readonly styles = [
    baseStyles,
    css`
      .alert {
        border-radius: 0;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
    `,
  ];

  static override readonly properties = { isMissing: { attribute: false }, triedAgain: { attribute: false } };

  private isMissing = false;
  private triedAgain = false;
  private following: Subscription | null = null;
  private hadFocus = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.following = missing$.subscribe(missing => {
      this.isMissing = missing.length > 0;
      if (!this.isMissing) this.triedAgain = false;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.following?.unsubscribe();
  }

  protected override select({ host, cache, outbox }: InventarState) {
    return [host.status, cache.inUse, outbox.pause];
  }

  protected override renderState(state: InventarState, { messages: t }: Presentation): TemplateResult | typeof nothing {
    if (!this.isMissing) return nothing;
    return html`
      <div class="alert" role="alert" part="alert">
        ${warningIcon}
        <div>
          ${t.notLoaded}
          <div class="actions">
            <button class="button again" @click=${this.onAgain}>${t.tryAgain}</button>
            ${
              // Some browsers keep the failure for as long as the page lasts. Without a host, the page would be gone too.
              this.triedAgain && answers(state)
                ? html`<button class="button again" @click=${() => location.reload()}>${t.reload}</button>`
                : nothing
            }
          </div>
        </div>
      </div>
    `;
  }

  protected override willUpdate(): void {
    // Before it is taken away.
    this.hadFocus = this.shadowRoot?.activeElement != null;
  }

  /** Whoever pressed a button that is gone goes on with the keys where they were. */
  protected override rendered(): void {
    if (this.hadFocus && !this.isMissing) this.counting()?.focus();
  }

  /** Beside it in the drop-in element, else in what the page lays out in the session. */
  private counting(): HTMLElement | null {
    const root = this.getRootNode();
    if (!(root instanceof ShadowRoot)) return null;
    const name = (tag: string) => siblingName(this, 'wms-inventar-missing-parts', tag);
    const selector = `${name('wms-inventar-workspace')},${name('wms-inventar-scan-form')}`;
    return root.querySelector<HTMLElement>(selector) ?? root.host.querySelector<HTMLElement>(selector);
  }

  private readonly onAgain = async (): Promise<void> => {
    await needMissing();
    this.triedAgain = true;
  };
}

/** Whether the host has answered what was asked last. */
function answers({ host, cache, outbox }: InventarState): boolean {
  return host.status === 'ready' && !cache.inUse && outbox.pause === null;
}
