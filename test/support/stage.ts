import { html, nothing } from 'lit';
import { fixture } from '@open-wc/testing';
import { Subject } from 'rxjs';
import { wayNow } from './both-ways.ts';
import { FakeGateway } from './fake-gateway.ts';
import { waitUntil } from './wait-until.ts';

export interface Stage {
  readonly element: HTMLElement;
  readonly gateway: FakeGateway;
  readonly scans: Subject<string>;
}

let mounted = 0;
/** Data bases outlive a test, and a file: each element has its own. */
const run = Math.random();

/** `<wms-inventar>` on a host in memory, with scans from a stream of the test's own; in one of both ways to count. */
export async function mount(
  gateway = new FakeGateway(),
  attributes: { listId?: string; mode?: 'view'; locale?: string } = {},
): Promise<Stage> {
  const scans = new Subject<string>();
  const { listId, mode, locale = 'en' } = attributes;
  const element = await fixture<HTMLElement>(html`
    <wms-inventar
      style="height: 640px"
      .gateway=${gateway}
      .scans=${scans}
      keyboard-wedge="off"
      outbox=${wayNow() === 'off' ? 'off' : 'on'}
      tenant=${`test ${++mounted} ${run}`}
      locale=${locale}
      list-id=${listId ?? nothing}
      mode=${mode ?? nothing}
    ></wms-inventar>
  `);
  return { element, gateway, scans };
}

/** The first element with this selector, through every shadow root. */
export function find(root: Element | ShadowRoot, selector: string): HTMLElement | null {
  const found = root.querySelector<HTMLElement>(selector);
  if (found !== null) return found;
  for (const element of [root, ...root.querySelectorAll('*')]) {
    const inner = element instanceof Element ? element.shadowRoot : null;
    const deeper = inner === null || inner === root ? null : find(inner, selector);
    if (deeper !== null) return deeper;
  }
  return null;
}

export async function shown(stage: Stage, selector: string): Promise<HTMLElement> {
  await waitUntil(() => find(stage.element, selector) !== null, `${selector} is shown`);
  const element = find(stage.element, selector);
  if (element === null) throw new Error(`${selector} went away`);
  return element;
}

export async function says(stage: Stage, text: string): Promise<void> {
  const all = (root: Element | ShadowRoot): string =>
    [...root.querySelectorAll('*')].reduce(
      (said, each) => said + (each.shadowRoot === null ? '' : all(each.shadowRoot)),
      root.textContent,
    );
  const plain = (said: string) => said.replace(/[\u2066\u2069]/g, '');
  await waitUntil(
    () => plain(all(stage.element) + all(stage.element.shadowRoot ?? stage.element)).includes(text),
    `"${text}" is said`,
  );
}

export function type(field: HTMLElement, text: string): void {
  if (!(field instanceof HTMLInputElement)) throw new Error('Nothing to type into');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

export async function counting(gateway = new FakeGateway(), locale = 'en'): Promise<Stage> {
  const stage = await mount(gateway, { listId: '1', locale });
  await shown(stage, '#barcode');
  return stage;
}

export async function withQuantity(text: string, gateway = new FakeGateway()): Promise<Stage> {
  const stage = await counting(gateway);
  stage.scans.next('A-01-02');
  stage.scans.next('Item-MOB-ART-118');
  type(await shown(stage, '#quantity'), text);
  return stage;
}
