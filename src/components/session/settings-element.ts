import { LitElement, type PropertyDeclarations } from 'lit';
import { SETTINGS, type SettingValues, attributeOf } from '../../session/settings.ts';

// Lit makes the properties from the table, when the page runs: here TypeScript is told of them.
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging, @typescript-eslint/no-empty-object-type
export interface SettingsElement extends SettingValues {}

/** Has all settings of a session as properties, and as attributes. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging
export class SettingsElement extends LitElement {
  static override readonly properties: PropertyDeclarations = Object.fromEntries(
    Object.entries(SETTINGS).map(([name, { change, values }]) => [
      name,
      { attribute: values === null ? false : attributeOf(name), reflect: change === 'look' },
    ]),
  );

  constructor() {
    super();
    for (const [name, { initial }] of Object.entries(SETTINGS)) Object.assign(this, { [name]: initial });
  }
}
