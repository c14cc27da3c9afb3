import { expect } from '@open-wc/testing';

/** What a gloved finger hits, in CSS pixels. */
const SMALLEST = 48;

const TARGETS = 'button, a[href], input, select, textarea, summary, [role=button], [role=tab]';

/** Every view in every state: accessible by axe's rules, and large enough to be hit. */
export async function isUsable(element: Element, state?: string): Promise<void> {
  await expect(element, state).to.be.accessible();
  expect(tooSmall(element), `targets of less than ${SMALLEST} × ${SMALLEST} px`).to.deep.equal([]);
}

export function tooSmall(root: Element): string[] {
  return targetsIn(root).flatMap(target => {
    const { width, height } = areaOf(target).getBoundingClientRect();
    const size = `${Math.round(width * 10) / 10} × ${Math.round(height * 10) / 10}`;
    return Math.min(width, height) >= SMALLEST - 0.1 ? [] : [`${nameOf(target)}: ${size}`];
  });
}

function targetsIn(root: Element | ShadowRoot): HTMLElement[] {
  return [...(root instanceof Element ? [root] : []), ...root.querySelectorAll('*')].flatMap(each => [
    ...(each instanceof HTMLElement && each.matches(TARGETS) && isSeen(each) ? [each] : []),
    ...(each.shadowRoot === null ? [] : targetsIn(each.shadowRoot)),
  ]);
}

function isSeen(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
}

/** What can be touched for it: a box's label with its words, and all that it is spread over. */
function areaOf(target: HTMLElement): Element {
  if (target instanceof HTMLInputElement && ['checkbox', 'radio'].includes(target.type)) {
    return target.closest('label') ?? target.labels?.[0] ?? target;
  }
  const spread = getComputedStyle(target, '::after');
  const isSpread = spread.position === 'absolute' && spread.content !== 'none';
  return isSpread ? (target.closest('[role=row]') ?? target) : target;
}

function nameOf(target: HTMLElement): string {
  const { localName, id, className } = target;
  const words = (target.getAttribute('aria-label') ?? target.textContent).replace(/\s+/g, ' ').trim();
  return `${localName}${id === '' ? '' : `#${id}`}${className === '' ? '' : `.${className.replace(/ /g, '.')}`} ${words}`.trim();
}
