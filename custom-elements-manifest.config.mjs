import { settingFields } from './scripts/settings.ts';

/** What the elements offer, for editors and documentation tools. */
import { readFileSync } from 'node:fs';

/** The tag of each class, as the table of elements has it. */
const table = readFileSync(new URL('src/elements.ts', import.meta.url), 'utf8');
const CLASSES = Object.fromEntries(
  [...table.matchAll(/^ {2}'(wms-inventar[\w-]*)': (\w+);$/gm)].map(([, tag, name]) => [name, tag]),
);

/** The tags are registered elsewhere than the classes are written, under an optional suffix: here they meet. */
function tags() {
  return {
    name: 'tags',
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        for (const declaration of module.declarations ?? []) {
          const tagName = CLASSES[declaration.name];
          if (tagName === undefined) continue;
          declaration.tagName = tagName;
          declaration.customElement = true;
          // The analyzer also lists a dispatch whose name is composed; the documented ones have theirs.
          declaration.events = declaration.events?.filter(event => event.name !== undefined);
        }
      }
    },
  };
}

/** The class that has the settings takes them from their table. */
function settings() {
  return {
    name: 'settings',
    moduleLinkPhase({ moduleDoc }) {
      const element = moduleDoc.declarations.find(({ name }) => name === 'SettingsElement');
      if (element === undefined) return;
      element.members = settingFields();
      element.attributes = element.members
        .filter(({ attribute }) => attribute !== undefined)
        .map(({ kind: _, attribute, name: fieldName, reflects: __, ...rest }) => ({
          name: attribute,
          ...rest,
          fieldName,
        }));
    },
  };
}

export default {
  globs: ['src/components/*/*.ts'],
  exclude: ['**/*.styles.ts', '**/*-view.ts'],
  litelement: true,
  plugins: [settings(), tags()],
};
