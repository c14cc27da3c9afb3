import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { DOCS, settingFields, withSettings } from '../../scripts/settings.ts';

describe('The settings of a session', () => {
  it('are each described, with the type of the property, its attribute and its default', () => {
    const fields = new Map(settingFields().map(field => [field.name, field]));
    assert.deepEqual(
      ['outbox', 'theme', 'token'].map(name => [fields.get(name)?.attribute, fields.get(name)?.type.text]),
      [
        ['outbox', "'' | 'on' | 'off'"],
        ['theme', "'auto' | 'light' | 'dark'"],
        [undefined, 'NonNullable<TokenSource> | null'],
      ],
    );
    assert.equal(fields.get('confirmKey')?.default, "'F8'");
    assert.match(fields.get('baseUrl')?.description ?? '', /REST services/);
  });

  it('stand in docs/embedding.md as the table has them; `node scripts/settings.ts` writes them there', async () => {
    const page = readFileSync(DOCS, 'utf8');
    assert.equal(page, await withSettings(page));
  });
});
