/**
 * What the table of settings says, for the custom elements manifest and for `docs/embedding.md`.
 * `node scripts/settings.ts` writes it there; a test checks that it is so.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import ts from 'typescript';
import { type Change, SETTINGS, attributeOf } from '../src/session/settings.ts';

const TABLE = fileURLToPath(new URL('../src/session/settings.ts', import.meta.url));
export const DOCS = fileURLToPath(new URL('../docs/embedding.md', import.meta.url));

/** A setting as a custom elements manifest has fields of a class; and what a change of it means. */
export interface SettingField {
  readonly kind: 'field';
  readonly name: string;
  readonly type: { readonly text: string };
  readonly default: string;
  readonly description: string;
  readonly attribute?: string;
  readonly reflects?: true;
}

/** All settings in the order of the table. */
export function settingFields(): SettingField[] {
  const written = assignments();
  return Object.entries(SETTINGS).map(([name, { initial, values, change }]) => {
    const { description, type } = written.get(name) ?? {};
    if (!description) throw new Error(`The setting ${name} has no comment that describes it in ${TABLE}`);
    const words = values?.map(word => `'${word}'`) ?? [];
    const text = values === null ? `${type ?? 'unknown'} | null` : words.join(' | ') || 'string';
    return {
      kind: 'field',
      name,
      type: { text: values != null && initial === '' ? `'' | ${text}` : text },
      default: typeof initial === 'string' ? `'${initial}'` : 'null',
      description,
      ...(values !== null && { attribute: attributeOf(name) }),
      ...(change === 'look' && { reflects: true }),
    };
  });
}

/** What only the source says: the comment of each entry, and the type it is made for. */
function assignments() {
  const source = ts.createSourceFile(TABLE, readFileSync(TABLE, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = new Map<string, { readonly description: string | undefined; readonly type: string | undefined }>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node)) {
      const [comment] = ts.getJSDocCommentsAndTags(node);
      const made = ts.isCallExpression(node.initializer) ? node.initializer.typeArguments?.[0] : undefined;
      const description = ts.getTextOfJSDocComment(comment?.comment)?.replaceAll('\n', ' ');
      found.set(node.name.getText(), { description, type: made?.getText() });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const MEANING: Readonly<Record<Change, string>> = {
  host: 'another session',
  connection: 'a new session',
  running: 'the session goes on',
  presentation: 'shown at once',
  look: 'shown at once',
};

/** The page with the table as it is to be there, between its two marks. */
export async function withSettings(page: string): Promise<string> {
  const rows = settingFields().map(({ name, attribute, default: initial, description }) => {
    const change = Object.entries(SETTINGS).find(([each]) => each === name)?.[1].change;
    const first = initial === "''" || initial === 'null' ? '' : `\`${initial.slice(1, -1)}\``;
    const cells = [attribute && `\`${attribute}\``, `\`${name}\``, first, description, change && MEANING[change]];
    return `| ${cells.map(cell => (cell ?? '').replaceAll('|', '\\|')).join(' | ')} |`;
  });
  const table = ['| attribute | property | default | meaning | a change |', '| --- | --- | --- | --- | --- |', ...rows];
  const filled = page.replace(/(<!-- settings -->\n)[\s\S]*(<!-- \/settings -->)/, (_, open: string, close: string) =>
    [open, ...table, '', close].join('\n'),
  );
  return prettier.format(filled, { ...(await prettier.resolveConfig(DOCS)), parser: 'markdown' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(DOCS, await withSettings(readFileSync(DOCS, 'utf8')));
}
