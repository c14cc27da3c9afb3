import { nameOf, unitOf } from './form.ts';
import type { CountingState, Stage } from './state.ts';
import type { Unit } from '../inventory.ts';

/** What is lost where a list is left now. */
export interface Unfinished {
  /** What stands in the form, each part where it does; `unit`: before the item is known, none. */
  readonly count: { readonly name: string; readonly quantity: string; readonly unit: Unit | null } | null;
  /** The texts that were read and are in no form yet, in their order. */
  readonly reads: readonly string[];
}

export function unfinishedIn({ form, stage, held, waiting }: CountingState): Unfinished {
  const name = form.item === null ? (form.parked?.text ?? '') : nameOf(form.item);
  const quantity = form.quantityText.trim();
  const reads = [held?.read ?? null, readIn(stage), ...waiting.map(each => ('command' in each ? null : each))];
  return {
    count: name === '' && quantity === '' ? null : { name, quantity, unit: unitOf(form) },
    reads: reads.flatMap(read => (read === null ? [] : [read.text])),
  };
}

function readIn(stage: Stage) {
  return 'read' in stage ? stage.read : null;
}
