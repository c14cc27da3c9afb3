interface SheetGroup {
  readonly title: string;
  readonly codes: readonly { readonly text: string; readonly label: string }[];
}

/** Milliseconds between two keys, as of a common scanner on USB. */
const KEY_GAP_MS = 6;

/** Shows the sheet of barcodes; clicking one types it as a keyboard-wedge scanner would. */
export async function showSheet(into: HTMLElement): Promise<void> {
  const response = await fetch('/sheet.json');
  const groups = (await response.json()) as SheetGroup[];
  into.replaceChildren(...groups.flatMap(({ title, codes }) => [heading(title), ...codes.map(code => button(code))]));
}

function heading(title: string): HTMLElement {
  const element = document.createElement('h3');
  element.textContent = title;
  return element;
}

function button({ text, label }: SheetGroup['codes'][number]): HTMLElement {
  const element = document.createElement('button');
  const image = document.createElement('img');
  // Before the address: a sheet that is not shown, as on a handheld, draws nothing.
  image.loading = 'lazy';
  image.src = `/barcode.svg?text=${encodeURIComponent(text)}`;
  image.alt = '';
  const code = document.createElement('code');
  code.textContent = text;
  const what = document.createElement('small');
  what.textContent = label;
  element.append(image, code, what);
  // A scanner takes no focus: neither does pressing this.
  element.addEventListener('pointerdown', event => event.preventDefault());
  element.addEventListener('mousedown', event => event.preventDefault());
  element.tabIndex = -1;
  element.addEventListener('click', () => void typeLikeScanner(text));
  return element;
}

/** Each key has the time stamp at which a scanner types it, however late a busy page comes to it. */
async function typeLikeScanner(text: string): Promise<void> {
  let timeStamp = performance.now();
  for (const key of [...Array.from(text), 'Enter']) {
    const target = focused();
    for (const type of ['keydown', 'keyup']) {
      const event = new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true });
      target.dispatchEvent(Object.defineProperty(event, 'timeStamp', { value: timeStamp }));
    }
    timeStamp += KEY_GAP_MS;
    await new Promise(resolve => setTimeout(resolve, KEY_GAP_MS));
  }
}

/** The innermost element with the focus, through every shadow root. */
function focused(): Element {
  let element: Element = document.activeElement ?? document.body;
  while (element.shadowRoot?.activeElement != null) element = element.shadowRoot.activeElement;
  return element;
}
