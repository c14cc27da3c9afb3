import { type TemplateResult, html, nothing } from 'lit';
import { detailsOf } from '../../domain/count-identity.ts';
import type { Told } from '../../domain/count-request.ts';
import type { CountRow } from '../../domain/inventory.ts';
import { findUnit } from '../../domain/quantity.ts';
import type { OutboxWords } from '../../messages/language.ts';
import { refusalText } from '../../messages/say.ts';
import { type NoticeText, inDigits, ltr } from '../../messages/text.ts';
import type { AttentionReason, OutboxRecord } from '../../outbox/types.ts';
import type { DeviceAction, ParkedState } from '../../session/state/device-state.ts';
import { resultOf } from '../../domain/answer-result.ts';
import type { PartPresentation } from '../shared/words-controller.ts';
import { byAt, formatNumber, formatQuantity, formatRowQuantity, formatTime } from '../shared/format.ts';
import { checkIcon, clockIcon, closeIcon, warningIcon } from '../shared/icons.ts';

export type Dispatch = (action: DeviceAction) => void;

/** What an entry's buttons need of the element around them. */
export interface EntryActions {
  readonly dispatch: Dispatch;
  /** The entry that asks why it is discarded; `null`: none does. */
  readonly discarding: string | null;
  readonly askWhy: (key: string | null) => void;
}

/** A count: what, how many, where, when and how it stands. */
export function renderRecord(record: OutboxRecord, presentation: PartPresentation<'outbox'>): TemplateResult {
  const { identity, confirmedAt = null } = record.request;
  const { part: t } = presentation;
  const what = detailsOf(identity);
  const confirmed = confirmedAt === null ? '' : formatTime(confirmedAt, presentation);
  const discard = record.fate.kind === 'discarded' ? record.fate.discard : null;
  return html`
    <div class="record">
      <b class="code"><bdi>${identity.itemClass} ${identity.itemCode}</bdi></b>
      <b class="number quantity"><bdi>${sign(record)}${entered(record, presentation)}</bdi></b>
      <span class="where"
        ><bdi>${identity.location}</bdi>${what === '' ? nothing : html` · <bdi>${what}</bdi>`} ·
        ${confirmed}${
          discard === null || discard.reason === '' ? nothing : html` · ${ltr(discard.by)}: ${ltr(discard.reason)}`
        }${renderNote(record.request, presentation)}</span
      >
      ${renderState(record, t)}
    </div>
  `;
}

/** A code that is looked up as soon as the host answers, with what was counted of it. */
export function renderUnasked(
  { read, location, quantityText }: ParkedState,
  { part: t, locale }: PartPresentation<'outbox'>,
): TemplateResult {
  return html`
    <div class="record">
      <b class="code"><bdi>${read.text}</bdi></b>
      <b class="number quantity"><bdi>${inDigits(quantityText, locale)}</bdi></b>
      <span class="where"><bdi>${location?.code ?? ''}</bdi></span>
      <span class="status wait">${clockIcon}${t.notLookedUp}</span>
    </div>
  `;
}

/** What was told beside a count, behind who made it and when. */
export function renderTold(told: Told, presentation: PartPresentation<'outbox'>) {
  const { barcode } = told;
  const read = barcode === null ? nothing : html` · ${presentation.part.read(barcode)}`;
  return html`${read}${renderNote(told, presentation)}`;
}

/** In any direction; an empty one of a host is none. */
function renderNote({ note = '' }: Told, { messages }: PartPresentation<'outbox'>) {
  return note === '' ? nothing : html` · ${messages.note}: <bdi>${note}</bdi>`;
}

/** Add changes a row by a quantity, the others set it: that is seen at a glance. */
function sign({ request }: OutboxRecord): string {
  return request.mode === 'add' ? '+' : '';
}

export function entered(
  { request: { entry }, decidedOn }: OutboxRecord,
  { locale }: PartPresentation<'outbox'>,
): string {
  const { item } = decidedOn.item;
  return formatQuantity(entry.quantity, findUnit(item, entry.unit) ?? item.unit, locale);
}

function renderState({ fate }: OutboxRecord, t: OutboxWords): TemplateResult {
  const isWithdrawn = fate.kind === 'discarded' && fate.discard.kind === 'withdrawn';
  const words = isWithdrawn ? t.withdrawn : t.state[fate.kind];
  switch (fate.kind) {
    case 'done':
      return html`<span class="status ok">${checkIcon}${words}</span>`;
    case 'attention':
      return html`<span class="status bad">${warningIcon}${words}</span>`;
    case 'superseded':
    case 'discarded':
      return html`<span class="status open">${closeIcon}${words}</span>`;
    default:
      return html`<span class="status wait">${clockIcon}${words}</span>`;
  }
}

/** What happened to a count that a person has to look at, and the answers there are. */
export function renderAttention(
  record: OutboxRecord,
  reason: AttentionReason,
  presentation: PartPresentation<'outbox'>,
  dispatch: Dispatch,
): TemplateResult {
  const { title, text } = explain(record, reason, presentation);
  const t = presentation.part;
  const doubtful = (reason.kind === 'changed' || reason.kind === 'lost') && reason.maybeApplied;
  return html`
    <div class="why">
      <b>${title}</b>
      <p>${text}${doubtful ? html` ${reason.kind === 'lost' ? t.maybeLost : t.maybeContained}` : nothing}</p>
    </div>
    ${renderAnswers(record, reason, presentation, dispatch)}
  `;
}

export function explain(
  record: OutboxRecord,
  reason: AttentionReason,
  presentation: PartPresentation<'outbox'>,
): NoticeText {
  const { part: t } = presentation;
  const mine = ltr(entered(record, presentation));
  switch (reason.kind) {
    case 'changed':
      if (reason.row === null) return t.gone(mine);
      return t.changed(inList(reason.row, presentation), who(reason.row, presentation), mine);
    case 'uncertain':
      return t.uncertain(inList(reason.row, presentation), mine);
    case 'other-operator':
      return t.otherOperator(ltr(reason.row?.operator?.name ?? ''), inList(reason.row, presentation), mine);
    case 'lost':
      return t.lost(inList(reason.row, presentation), mine);
    case 'list-closed':
      return t.listClosedCount;
    case 'forbidden':
      return t.forbidden;
    case 'refused':
      return { title: t.notTaken, text: refusalText(presentation, reason.refusal) };
    case 'rejected':
      return { title: t.notTaken, text: t.answered(reason.status, reason.title) };
  }
}

/** What the host's row holds, as a part of a sentence in any direction. */
function inList(row: CountRow | null, { part, locale }: PartPresentation<'outbox'>): string {
  const quantity = row === null ? null : formatRowQuantity(row, locale);
  return quantity === null ? part.notThere : ltr(quantity);
}

function who({ operator, countedAt }: CountRow, presentation: PartPresentation<'outbox'>): string {
  return countedAt === null ? '' : byAt(operator?.name ?? '', countedAt, presentation);
}

function renderAnswers(
  record: OutboxRecord,
  reason: AttentionReason,
  presentation: PartPresentation<'outbox'>,
  dispatch: Dispatch,
): TemplateResult | typeof nothing {
  const { part: t } = presentation;
  const { id } = record;
  switch (reason.kind) {
    case 'changed':
    case 'uncertain':
    case 'other-operator':
    case 'lost':
      return html`
        <div class="answers">
          ${renderResults(record, reason.row, presentation, dispatch)}
          ${
            reason.maybeApplied
              ? html`<button
                  class="button"
                  @click=${() => dispatch({ type: 'outbox-resolve', id, answer: 'already-counted' })}
                >
                  ${t.contained}
                </button>`
              : nothing
          }
        </div>
      `;
    // What is to be done about a closed list is asked once, for all its counts.
    case 'list-closed':
      return nothing;
    default: {
      const isElsewhere = reason.kind === 'refused' && reason.refusal === 'serial-elsewhere';
      return html`
        <div class="answers">
          <button
            class="button"
            @click=${() =>
              dispatch(
                isElsewhere ? { type: 'outbox-resolve', id, answer: 'count-here-too' } : { type: 'outbox-retry', id },
              )}
          >
            ${isElsewhere ? presentation.messages.countHereToo : presentation.messages.tryAgain}
          </button>
        </div>
      `;
    }
  }
}

/** Add and Replace with what each leads to; where the row is gone, the count can only be made anew. */
function renderResults(
  record: OutboxRecord,
  row: CountRow | null,
  presentation: PartPresentation<'outbox'>,
  dispatch: Dispatch,
): TemplateResult {
  const { messages, part: t, locale } = presentation;
  const { id, decidedOn } = record;
  const { entry, identity } = record.request;
  const answer = (mode: 'add' | 'replace') => () => dispatch({ type: 'outbox-resolve', id, answer: mode });
  if (row === null || row.quantity === null) {
    return html`<button class="button" @click=${answer('replace')}>${t.countAnew}</button>`;
  }
  const modes = identity.serial === null ? (['add', 'replace'] as const) : (['replace'] as const);
  return html`${modes.map(mode => {
    const { unit, result } = resultOf(decidedOn.item.item, row, entry, mode);
    return html`
      <button class="button" data-mode=${mode} @click=${answer(mode)}>
        ${mode === 'add' ? messages.add : messages.replace}
        <b class="number"><bdi>→ ${formatNumber(result, unit, locale)} ${unit.code}</bdi></b>
      </button>
    `;
  })}`;
}
