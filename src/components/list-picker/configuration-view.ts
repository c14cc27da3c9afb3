import { type TemplateResult, html, nothing } from 'lit';
import type { Sentences } from '../../messages/language.ts';
import type { InventarState } from '../../session/state/session-state.ts';
import type { ConfigurationWarning } from '../../tokenizer/types.ts';
import type { Presentation } from '../shared/contexts.ts';

/**
 * What keeps labels from being read though the operator does nothing wrong: one quiet line, behind which whoever looks
 * after the tables finds table, row and field.
 */
export function renderConfiguration(
  { host, gs1 }: InventarState,
  { messages: t, sentences }: Presentation,
): TemplateResult {
  const warnings = host.status === 'ready' ? host.warnings : [];
  return html`
    ${gs1 === 'failed' ? html`<p class="configuration" role="status">${t.gs1Failed}</p>` : nothing}
    ${
      warnings.length === 0
        ? nothing
        : html`
            <details class="configuration">
              <summary>${t.warnings(warnings.length)}</summary>
              <p>${t.warningsHelp}</p>
              <ul>
                ${warnings.map(warning => html`<li>${sentences === null ? t.loading : renderWarning(warning, sentences)}</li>`)}
              </ul>
            </details>
          `
    }
  `;
}

function renderWarning({ tokenizer, sequence, field, problem }: ConfigurationWarning, t: Sentences): TemplateResult {
  return html`
    <b><bdi>${tokenizer}</bdi></b
    >${sequence === null ? nothing : html` · ${t.tableRow(sequence)}`} · ${t.tableFields[field]}:
    ${t.tableProblems[problem]}
  `;
}
