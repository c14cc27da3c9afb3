import { type TemplateResult, html, nothing, svg } from 'lit';
import { COMMANDS, type Command } from '../../domain/command.ts';
import { commandName, isIn } from '../../messages/telling.ts';
import { SETUP_CODE } from '../../scanner/wedge/calibration.ts';
import { COMMAND_PREFIX, commandText } from '../../scanner/commands.ts';
import type { InventarState } from '../../session/state/session-state.ts';
import { BarcodeDrawer, barcodeStyles } from '../shared/barcode-drawer.ts';
import { baseStyles } from '../shared/base.styles.ts';
import type { Presentation } from '../shared/contexts.ts';
import { icon } from '../shared/icons.ts';
import { InventarElement } from '../shared/inventar-element.ts';
import { type PartPresentation, WordsController } from '../shared/words-controller.ts';
import { commandSheetStyles } from './command-sheet.styles.ts';

const printIcon = icon('0 0 16 16', svg`<path d="M4 6V2h8v4M4 12H2V6h12v6h-2M4 9.5h8V14H4z" />`);

/**
 * @summary Every command as a barcode in the language of the screens, and the setup barcode, to be printed: on an A4 sheet, or one on each label.
 *
 * Black on white in any theme. Stands inside a session element; one that has no host yet will do.
 *
 * @csspart code - A command with its barcode.
 */
export class InventarCommandSheetElement extends InventarElement {
  static override readonly styles = [baseStyles, barcodeStyles, commandSheetStyles];
  protected override readonly showsScans = false;
  static override readonly properties = { commandPrefix: { attribute: 'command-prefix' }, paper: {} };

  /** What each command starts with. Default: as the session has it, else `$$`. */
  commandPrefix = '';
  /** `a4`: as many on a sheet as it holds; `labels`: one on each page, for a label printer. */
  paper: 'a4' | 'labels' = 'a4';

  private readonly drawer = new BarcodeDrawer(this);
  private readonly words = new WordsController(this, 'scanners');

  protected override select({ scanners }: InventarState) {
    return [scanners.commandPrefix];
  }

  protected override renderWithoutHost(presentation: Presentation): TemplateResult {
    return this.words.render(presentation, shown => this.renderSheet(COMMAND_PREFIX, shown));
  }

  protected override renderState({ scanners }: InventarState, presentation: Presentation): TemplateResult {
    return this.words.render(presentation, shown => this.renderSheet(scanners.commandPrefix, shown));
  }

  private renderSheet(usual: string, presentation: PartPresentation<'scanners'>): TemplateResult {
    const prefix = this.commandPrefix || usual;
    const { part: t } = presentation;
    return html`
      <div class=${this.paper}>
        <div class="tools">
          <h2>${t.commands}</h2>
          <p>${prefix === '' ? t.noCommands : t.commandsHelp}</p>
          <label class="field">
            <span>${t.paper}</span>
            <select class="input" @change=${this.onPaper}>
              <option value="a4" ?selected=${this.paper === 'a4'}>${t.sheet}</option>
              <option value="labels" ?selected=${this.paper === 'labels'}>${t.labels}</option>
            </select>
          </label>
          <button class="button" @click=${() => window.print()}>${printIcon}${t.print}</button>
        </div>
        <ul>
          ${prefix === '' ? nothing : COMMANDS.map(command => this.renderCommand(command, prefix, presentation))}
          ${this.renderCode(SETUP_CODE, t.setupBarcode, t.calibration, presentation)}
        </ul>
      </div>
    `;
  }

  private renderCommand(command: Command, prefix: string, presentation: PartPresentation<'scanners'>): TemplateResult {
    const { part: t, messages } = presentation;
    const explained = isIn(t.explained, command) ? t.explained[command] : t.explainedChoice(command.slice(-1));
    return this.renderCode(commandText(command, prefix), commandName(messages, command), explained, presentation);
  }

  private renderCode(
    text: string,
    name: string,
    explained: string,
    { part }: PartPresentation<'scanners'>,
  ): TemplateResult {
    return html`
      <li part="code">
        <b>${name}</b>
        ${this.drawer.render(text, text, part)}
        <small>${explained}</small>
      </li>
    `;
  }

  private readonly onPaper = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) this.paper = event.target.value === 'labels' ? 'labels' : 'a4';
  };
}
