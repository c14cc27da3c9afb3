import { ContextConsumer } from '@lit/context';
import { LitElement, type PropertyValues, type TemplateResult, nothing } from 'lit';
import type { Subscription } from 'rxjs';
import type { CountSession } from '../../session/count-session.ts';
import type { InventarAction, InventarState } from '../../session/state/session-state.ts';
import { type Presentation, presentationContext, sessionContext } from './contexts.ts';

/**
 * What all our views have in common: they stand inside a session, render its state in its language and dispatch
 * actions to it. They render again only when the part of the state that they select has changed.
 */
export abstract class InventarElement extends LitElement {
  /** Whether who sees it sees what a scan does: beside a hidden form, what only tells of counting hears nothing. */
  protected readonly showsScans: boolean = true;
  protected state: InventarState | null = null;
  protected session: CountSession | null = null;
  private subscription: Subscription | null = null;
  private selected: readonly unknown[] = [];
  private readonly presentationConsumer = new ContextConsumer(this, {
    context: presentationContext,
    subscribe: true,
  });

  constructor() {
    super();
    new ContextConsumer(this, {
      context: sessionContext,
      subscribe: true,
      callback: session => this.follow(session),
    });
  }

  /** The parts of the state that this view shows. */
  protected abstract select(state: InventarState): readonly unknown[];

  protected abstract renderState(state: InventarState, presentation: Presentation): TemplateResult | typeof nothing;

  protected get presentation(): Presentation | null {
    return this.presentationConsumer.value ?? null;
  }

  /** Whether keys of counting belong to it now. */
  protected get hearsKeys(): boolean {
    return this.session?.hearsKeys() ?? false;
  }

  /** Whether a key is this session's, and not the page's or another plugin's. */
  protected hears(event: Event): boolean {
    return this.session?.hears(event) ?? false;
  }

  protected readonly dispatch = (action: InventarAction): void => this.session?.dispatch(action);

  override connectedCallback(): void {
    super.connectedCallback();
    this.subscribe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.subscription?.unsubscribe();
    this.subscription = null;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.presentation === null) return nothing;
    if (this.state === null) return this.renderWithoutHost(this.presentation);
    return this.renderState(this.state, this.presentation);
  }

  /** What can be shown while there is no session yet. */
  protected renderWithoutHost(_presentation: Presentation): TemplateResult | typeof nothing {
    return nothing;
  }

  /** Called with each session that it comes to stand in; `null`: in none. */
  protected joined(_session: CountSession | null): void {}

  /** Called after each render with what was rendered; nothing happens before state and language are there. */
  protected rendered(_state: InventarState, _presentation: Presentation): void {}

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.state !== null && this.presentation !== null) this.rendered(this.state, this.presentation);
  }

  private follow(session: CountSession | null): void {
    if (session === this.session) return;
    this.session = session;
    this.state = null;
    this.selected = [];
    this.joined(session);
    this.requestUpdate();
    this.subscribe();
  }

  private subscribe(): void {
    this.subscription?.unsubscribe();
    this.subscription = this.session?.state$.subscribe(state => this.take(state)) ?? null;
    if (this.showsScans) this.subscription?.add(this.session?.shownBy(this));
  }

  private take(state: InventarState): void {
    const selected = this.select(state);
    const changed = this.state === null || selected.some((part, index) => part !== this.selected[index]);
    this.state = state;
    this.selected = selected;
    if (changed) this.requestUpdate();
  }
}
