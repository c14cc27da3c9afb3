import { noChange } from 'lit';
import { Directive, type PropertyPart, directive } from 'lit/directive.js';

/** As Lit's `live` for a field's `.value`, a quarter as large: compared with what stands in the field, not with what was set. */
class LiveValue extends Directive {
  override render(value: string): unknown {
    return value;
  }

  override update({ element }: PropertyPart, [value]: [string]): unknown {
    if (!(element instanceof HTMLInputElement)) return value;
    if (element.value !== value) element.value = value;
    return noChange;
  }
}

export const live = directive(LiveValue);
