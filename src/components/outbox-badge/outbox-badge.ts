import { type TemplateResult, html, nothing } from 'lit';
import type { InventarState } from '../../session/state/session-state.ts';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { checkIcon, clockIcon, warningIcon } from '../shared/icons.ts';
import { InventarElement } from '../shared/inventar-element.ts';
import { WindowListener } from '../shared/window-listener.ts';
import { asked, sizeOf } from '../outbox/sizes.ts';
import { outboxBadgeStyles } from './outbox-badge.styles.ts';

/**
 * @summary How many counts wait on this device, and whether one needs a person; opens the outbox. Asks before the page is
 * left where they wait in its memory alone.
 * @csspart badge - The button.
 */
export class InventarOutboxBadgeElement extends InventarElement {
  static override readonly styles = [baseStyles, outboxBadgeStyles];
  protected override readonly showsScans = false;

  constructor() {
    super();
    new WindowListener(this, 'beforeunload', event => this.onUnload(event));
  }

  protected override select({ outbox, parked }: InventarState) {
    return [outbox, parked];
  }

  protected override renderState(state: InventarState, presentation: Presentation): TemplateResult | typeof nothing {
    if (!state.outbox.ready) return nothing;
    const t = presentation.messages;
    const decide = sizeOf(state, 'decide');
    const waiting = sizeOf(state, 'waiting');
    const unasked = asked(state.parked, 'unasked').length;
    const { pause, elsewhere } = state.outbox;
    const away = elsewhere.reduce((sum, { unsent }) => sum + unsent, 0);
    const why = pause !== null && waiting > 0 ? t.paused[pause.kind] : null;
    const kind = decide > 0 ? 'bad' : waiting + away > 0 ? 'wait' : 'ok';
    const icon = { bad: warningIcon, wait: clockIcon, ok: checkIcon }[kind];
    const said = [
      decide > 0 ? t.badgeDecide(decide) : '',
      waiting > unasked ? t.badgeWaiting(waiting - unasked) : '',
      unasked > 0 ? t.badgeUnasked(unasked) : '',
      why === null ? '' : `${why}.`,
      away > 0 ? t.badgeElsewhere(away) : '',
      decide + waiting + away === 0 ? t.badgeAllSent : '',
      t.badgeOpen,
    ];
    const words = { bad: t.toDecide, wait: why ?? t.waitingCounts, ok: t.allSent }[kind];
    return html`
      <button class="badge ${kind}" part="badge" @click=${() => this.dispatch({ type: 'show-outbox' })}>
        ${icon}${kind === 'ok' ? nothing : html`<b class="number">${kind === 'bad' ? decide : waiting + away}</b>`}
        <span class="words">${words}</span>
        <span class="visually-hidden">${said.filter(part => part !== '').join(' ')}</span>
      </button>
    `;
  }

  /** What only the page's memory holds goes with it. */
  private onUnload(event: BeforeUnloadEvent): void {
    if (this.state === null || this.state.outbox.storage === 'device') return;
    if (sizeOf(this.state, 'decide') + sizeOf(this.state, 'waiting') > 0) event.preventDefault();
  }
}
