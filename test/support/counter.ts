import type { CodeParts } from '../../src/domain/code-read.ts';
import type { CommandRead } from '../../src/domain/command.ts';
import { countingLater } from '../../src/domain/counting/later.ts';
import { counting, openCounting } from '../../src/domain/counting/counting.ts';
import type { CountingEffect, CountingEvent } from '../../src/domain/counting/events.ts';
import type { CountRequest } from '../../src/domain/count-request.ts';
import type { CountingRules, CountingState, Found } from '../../src/domain/counting/state.ts';
import type { Failure } from '../../src/domain/failure.ts';
import type { CountRow, InventoryList, ItemMatch, Location } from '../../src/domain/inventory.ts';
import { list, location, match } from './fixtures.ts';

/** Drives counting by hand: every answer of the host comes when the test says so. */
export class Counter {
  state: CountingState;
  readonly effects: CountingEffect[] = [];
  private keys = 0;
  private reads = 0;

  constructor(of: Partial<InventoryList> = {}, rules: Partial<CountingRules> = {}) {
    this.state = openCounting(list(of), {
      newLots: false,
      nextItemConfirms: false,
      parks: false,
      notes: true,
      serials: true,
      dimensions: [],
      ...rules,
    });
  }

  send(event: CountingEvent): this {
    const step = counting(this.state, event, countingLater);
    if (step === null) throw new Error(`Nobody answers ${event.type}`);
    const [state, effects] = step;
    this.state = state;
    for (const effect of effects) {
      this.effects.push(effect);
      if (effect.type === 'later') this.send(effect.event);
      if (effect.type === 'command') this.command(effect.command, 'command-due');
    }
    return this;
  }

  read(text: string, ...candidates: CodeParts[]): this {
    const read = { id: String(++this.reads), text, typed: false, broken: false, candidates };
    return this.send({ type: 'code-read', read });
  }

  /** The host answers the look-up that runs. */
  found(found: Found): this {
    const { read, candidate } = this.resolving();
    return this.send({ type: 'resolved', read, candidate, found });
  }

  lookUpFails(failure: Failure): this {
    const { read, candidate } = this.resolving();
    return this.send({ type: 'resolve-failed', read, candidate, failure });
  }

  readLocation(found: Location = location()): this {
    return this.read(`Loc-01-${found.code}`, { location: { warehouse: '01', code: found.code } }).found({
      locations: [found],
    });
  }

  readItem(found: ItemMatch = match()): this {
    const { itemClass, code } = found.item;
    return this.read(`Item-${itemClass}-${code}`, { item: { itemClass, code, variant: null } }).found({
      items: [found],
    });
  }

  readItemWithQuantity(quantity: string, found: ItemMatch = match()): this {
    const { itemClass, code } = found.item;
    const parts = { item: { itemClass, code, variant: null }, quantity };
    return this.read(`ItemQty-${itemClass}-${code}-${quantity}`, parts).found({ items: [found] });
  }

  type(text: string): this {
    return this.send({ type: 'field-typed', field: 'quantity', text });
  }

  confirm(): this {
    return this.send({ type: 'confirm', key: `key-${++this.keys}` });
  }

  command(command: CommandRead['command'], type: 'command-read' | 'command-due' = 'command-read'): this {
    return this.send({ type, command, text: `$$${command}`, key: `key-${++this.keys}` });
  }

  answer(mode: 'add' | 'replace'): this {
    return this.send({ type: 'answered', mode, key: `key-${++this.keys}` });
  }

  /** The host answers the question for the row already there. */
  existing(row: CountRow | null): this {
    const effect = this.effects.findLast(each => each.type === 'read-row');
    if (effect?.type !== 'read-row') throw new Error('No row was asked for');
    return this.send({ type: 'row-read', identity: effect.identity, row });
  }

  recorded(row: CountRow): this {
    const progress = { rows: 10, expected: 10, counted: 3 };
    return this.send({ type: 'recorded', key: this.request.key, row, progress });
  }

  recordFails(failure: Failure): this {
    return this.send({ type: 'record-failed', key: this.request.key, failure });
  }

  /** The count that is on its way. */
  get request(): CountRequest {
    const { stage } = this.state;
    if (stage.kind !== 'recording') throw new Error(`Nothing is recorded: ${stage.kind}`);
    return stage.request;
  }

  /** Every count that was ever sent. */
  get sent(): CountRequest[] {
    return this.effects.flatMap(effect => (effect.type === 'record' ? [effect.request] : []));
  }

  get notice(): string | undefined {
    return this.state.notice?.code;
  }

  get tones(): string[] {
    return this.effects.flatMap(effect => (effect.type === 'feedback' ? [effect.tone] : []));
  }

  /** What waits: the texts of reads, and commands by their names. */
  get waiting(): string[] {
    return this.state.waiting.map(entry => ('command' in entry ? entry.command : entry.text));
  }

  private resolving() {
    const { stage } = this.state;
    if (stage.kind !== 'resolving') throw new Error(`Nothing is looked up: ${stage.kind}`);
    return stage;
  }
}
