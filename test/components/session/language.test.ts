import { expect, fixture, html } from '@open-wc/testing';
import type { InventarSessionElement } from '../../../src/components/session/session.ts';
import type { Locale } from '../../../src/messages/locales.ts';
import { loadWords } from '../../../src/messages/words.ts';
import { defineAll } from '../../support/define-all.ts';
import { FakeSession } from '../../support/fake-session.ts';
import { find } from '../../support/stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

defineAll();

/** Two screens in one session: one that is there from the start, one whose words come later. */
async function show(locale: Locale) {
  const element = await fixture<InventarSessionElement>(html`
    <wms-inventar-session .session=${new FakeSession()} locale=${locale}>
      <wms-inventar-search></wms-inventar-search>
      <wms-inventar-outbox style="block-size:400px"></wms-inventar-outbox>
    </wms-inventar-session>
  `);
  const seen = () => [find(element, '.search')?.textContent.trim(), find(element, '[role=tablist]')?.ariaLabel];
  const { front, ...words } = await loadWords(locale).then(async loaded => ({
    front: loaded.front,
    outbox: await loaded.load('outbox'),
  }));
  await waitUntil(() => seen()[1] === words.outbox.title, 'the later words are there');
  expect(seen()[0]).to.equal(front.search);
  return { element, seen };
}

describe('A language that is chosen while running', () => {
  it('takes the words that were loaded later along, so that all change at once', async () => {
    const { element, seen } = await show('en');
    const states = new Set<string>();
    const done = waitUntil(() => {
      states.add(JSON.stringify(seen()));
      return seen()[0] === 'Traži' && seen()[1] === 'Na ovom uređaju';
    });
    element.locale = 'hr';
    await done;
    expect([...states]).to.deep.equal([
      JSON.stringify(['Search', 'On this device']),
      JSON.stringify(['Traži', 'Na ovom uređaju']),
    ]);
    expect(element.lang).to.equal('hr');
  });

  it('is the one chosen last, however long another one takes to load', async () => {
    const { element, seen } = await show('en');
    element.locale = 'ro';
    await element.updateComplete;
    element.locale = 'en_GB';
    const late = await loadWords('ro');
    await late.load('outbox');
    await element.updateComplete;
    expect(seen()).to.deep.equal(['Search', 'On this device']);
    expect(element.lang).to.equal('en');
  });
});
