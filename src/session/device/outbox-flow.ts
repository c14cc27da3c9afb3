import type { CountingEvent } from '../../domain/counting/events.ts';
import { isAwaited } from '../../domain/counting/form.ts';
import { isSupervisor } from '../../domain/inventory.ts';
import type { CommandResult, ImportResult, OutboxEvent } from '../../outbox/types.ts';
import { attentionEvent } from './attention.ts';
import { isOpen, progressAtHost, rowAtHost } from '../../outbox/standing.ts';
import type { DeviceContext } from './device-context.ts';
import { recordIn, rowOf } from './records.ts';
import type { DeviceAction } from '../state/device-state.ts';
import { withRecorded } from '../list/shown-rows.ts';

type OutboxAction = Extract<DeviceAction, { type: `outbox-${string}` | 'export-taken' }>;

/** Tells counting what became of what was saved, and carries out what a person decides about it. */
export function createOutboxFlow(context: DeviceContext) {
  const { outbox } = context.work;
  const isKept = () => context.state().outbox.storage === 'device';

  const paused = (why: 'signed-out' | 'other-user') => {
    // Where nothing is kept, the form that waits says it.
    if (isKept()) context.count({ type: 'sending-paused', why });
    context.tell({ type: 'error', detail: { code: why, listId: context.state().opened?.listId ?? null } });
  };

  const hear = (event: OutboxEvent) => {
    const { record } = event;
    const { listId } = record;
    const row = rowAtHost(record);
    const progress = progressAtHost(record);
    const { opened } = context.state();
    const isOpened = opened?.listId === listId;
    if (event.type === 'attention') {
      const { counting } = opened ?? {};
      // Where Confirm waits for it, its answer says so.
      const answers = counting != null && isAwaited(counting, record.id);
      if (answers && !isKept()) return;
      if (isOpened && !answers) context.count(attentionEvent(record, event.reason));
      context.tell({ type: 'error', detail: { code: event.reason.kind, listId } });
      return;
    }
    if (opened !== null && isOpened) {
      if (row !== null) context.setOpened(opened.visit, { rows: withRecorded(opened.rows, row) });
      const ids = [record.id, ...record.previousIds];
      const saved = opened.counting?.lastSaved ?? null;
      const key = saved !== null && ids.includes(saved) ? saved : record.id;
      context.count({ type: 'at-host', key, row, progress });
    }
    if (row !== null) context.tell({ type: 'count-recorded', detail: { listId, row } });
  };

  /** Says what was not done; whatever was, the outbox's state shows. */
  const carryOut = async (id: string | null, command: Promise<CommandResult>): Promise<boolean> => {
    const result = await command;
    context.set({ outboxProblem: result.ok ? null : { id, kind: result.kind } });
    return result.ok;
  };

  /** One after the other, as far as it goes. What was decided meanwhile, in another tab, is passed over. */
  const carryOutAll = async (
    ids: readonly string[],
    command: (id: string) => Promise<CommandResult>,
  ): Promise<readonly string[]> => {
    const done: string[] = [];
    for (const id of ids) {
      const result = await command(id);
      if (result.ok) done.push(id);
      const isOver = !result.ok && (result.kind === 'not-found' || result.kind === 'not-possible');
      if (!result.ok && !isOver) {
        context.set({ outboxProblem: { id, kind: result.kind } });
        return done;
      }
    }
    context.set({ outboxProblem: null });
    return done;
  };

  /** From now on they are what is taken back first. */
  const discarded = (ids: readonly string[]): void => {
    const [id] = ids;
    if (id === undefined) return;
    const { discards, undo } = context.state();
    context.set({
      discards: [...discards, ids],
      undo: { of: 'discarded', id, ids, before: undo, status: 'possible' },
    });
  };
  const discardOne = async (id: string, reason: string): Promise<void> => {
    if (await carryOut(id, outbox.discard(id, reason, context.operator.userName))) discarded([id]);
  };
  const discardAll = async (ids: readonly string[], reason: string): Promise<void> =>
    discarded(await carryOutAll(ids, id => outbox.discard(id, reason, context.operator.userName)));

  /** Takes back what was discarded last, as far as that is possible still; gives how many counts stand as before. */
  const restore = async (): Promise<number> => {
    const { discards } = context.state();
    const ids = discards.at(-1) ?? [];
    const restored = await carryOutAll(ids, id => outbox.restore(id));
    const { undo } = context.state();
    context.set({
      discards: context.state().discards.filter(each => each !== ids),
      ...(undo?.of === 'discarded' && undo.ids === ids && { undo: undo.before }),
      ...(restored.length === 0 && { outboxProblem: { id: null, kind: 'not-possible' } }),
    });
    return restored.length;
  };

  /** The answer to a question beside the form: what was decided anew stands as the last count. */
  const answer = async (id: string, mode: 'add' | 'replace'): Promise<void> => {
    if (!(await carryOut(id, outbox.resolve(id, mode)))) {
      context.feedback.signal('error');
      return;
    }
    const record = await recordIn(outbox, id);
    // Nothing is saved here: word of it comes when the host has it.
    if (!isKept()) return;
    const event: CountingEvent = {
      type: 'answer-saved',
      key: record.id,
      row: rowAtHost(record) ?? rowOf(record, null, context.operator),
    };
    if (isOpen(record)) context.count(event);
  };

  const dispatch = (action: OutboxAction): void => {
    switch (action.type) {
      case 'outbox-send-now':
        return outbox.sendNow();
      case 'outbox-retry':
        return void carryOut(action.id, outbox.retry(action.id));
      case 'outbox-withdraw':
        return void carryOut(action.id, outbox.withdraw(action.id, context.operator.userName));
      case 'outbox-resolve':
        return void carryOut(action.id, outbox.resolve(action.id, action.answer));
      case 'outbox-discard':
        return void discardOne(action.id, action.reason);
      case 'outbox-retry-all':
        return void carryOutAll(action.ids, id => outbox.retry(id));
      case 'outbox-discard-all':
        return void discardAll(action.ids, action.reason);
      case 'outbox-restore':
        return void restore();
      case 'outbox-retry-list':
        return void carryOut(null, outbox.retryList(action.listId));
      case 'outbox-resend-lost':
        return void carryOut(null, outbox.resendLost());
      case 'outbox-reassign':
        return void carryOut(null, outbox.reassign(action.listId, action.toListId));
      case 'outbox-problem-seen':
        return context.set({ outboxProblem: null });
      case 'outbox-export':
        return void exportAll();
      case 'export-taken':
        return context.set({ exported: null });
      case 'outbox-import':
        chosen = action.text;
        return void importFile('asking');
      case 'outbox-import-take':
        return void importFile('taken');
      case 'outbox-import-seen':
        return context.set({ imported: null });
    }
  };

  /** The file that was chosen last. */
  let chosen = '';
  const importFile = async (status: 'asking' | 'taken') => {
    const { operator, capabilities } = context;
    const by = { isSupervisor: isSupervisor(operator), host: capabilities, take: status === 'taken' };
    const result = await outbox
      .importRecords(chosen, by)
      .catch((): ImportResult => ({ ok: false, kind: 'not-possible' }));
    context.set({ imported: { status, result } });
  };

  const exportAll = async () => {
    const day = new Date(context.now()).toISOString().slice(0, 10);
    const fileName = `wms-inventar-${context.operator.userName.replace(/[^\w.-]/g, '_')}-${day}.json`;
    try {
      context.set({ exported: { fileName, json: await outbox.exportRecords() } });
    } catch {
      context.set({ outboxProblem: { id: null, kind: 'no-storage' } });
    }
  };

  return { hear, paused, restore, answer: (id: string, mode: 'add' | 'replace') => void answer(id, mode), dispatch };
}
