import { html } from 'lit';
import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { defineAll } from '../support/define-all.ts';
import { LOCALES } from '../../src/messages/locales.ts';
import type { LogOutState } from '../../src/session/state/device-state.ts';
import { FakeSession } from '../support/fake-session.ts';
import { find } from '../support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';
import { isUsable } from '../support/usable.ts';

defineAll();

async function ask(change: Partial<LogOutState> = {}, locale = 'en') {
  const session = new FakeSession({
    logOut: { status: 'asking', unfinished: 3, parked: 1, canKeep: true, canDiscard: false, ...change },
  });
  const element = await fixture<HTMLElement>(html`
    <wms-inventar-session .session=${session} locale=${locale}>
      <wms-inventar-log-out-dialog></wms-inventar-log-out-dialog>
    </wms-inventar-session>
  `);
  await waitUntil(() => find(element, 'dialog[open]') !== null, 'the dialog is open');
  const dialog = find(element, 'dialog');
  if (dialog === null) throw new Error('no dialog');
  // Its words come after it.
  await waitUntil(() => dialog.querySelector('h2') !== null, 'the words are there');
  const press = (words: string) => {
    const button = [...dialog.querySelectorAll('button')].find(each => each.textContent.includes(words));
    if (button === undefined) throw new Error(`no button "${words}"`);
    button.click();
  };
  return { element, session, dialog, press };
}

describe('The log-out dialog', () => {
  it('says what is not at the host yet, and takes each answer', async () => {
    const { dialog, session, press } = await ask();
    expect(dialog.textContent).to.contain('3 counts, 1 unknown code');
    press('Send, then sign out');
    press('keep them here');
    press('Stay');
    expect(session.actions).to.deep.equal(
      (['send', 'keep', 'stay'] as const).map(answer => ({ type: 'log-out-answer', answer })),
    );
  });

  it('changes nothing on Escape, and nothing in it has the focus that Enter could press', async () => {
    const { session, dialog } = await ask();
    await sendKeys({ press: 'Enter' });
    expect(session.actions).to.deep.equal([]);
    expect(dialog.querySelector('#title:focus')).not.to.equal(null);
    await sendKeys({ press: 'Escape' });
    expect(session.actions).to.deep.equal([{ type: 'log-out-answer', answer: 'stay' }]);
  });

  it('lets only a supervisor discard, and only with a reason', async () => {
    const { dialog } = await ask();
    expect(dialog.querySelector('.danger')).to.equal(null);
    const supervised = await ask({ canDiscard: true });
    supervised.press('Discard them');
    await waitUntil(() => supervised.dialog.querySelector('input') !== null);
    supervised.press('Yes, discard');
    expect(supervised.session.actions).to.deep.equal([]);
    supervised.dialog.querySelector('input')?.focus();
    await sendKeys({ type: 'broken device' });
    await sendKeys({ press: 'Enter' });
    expect(supervised.session.actions).to.deep.equal([
      { type: 'log-out-answer', answer: 'discard', reason: 'broken device' },
    ]);
  });

  it('says how many are left while they are sent', async () => {
    const { dialog } = await ask({ status: 'sending', unfinished: 2 });
    expect(dialog.textContent).to.contain('Sending: 2 left');
  });

  for (const theme of ['light', 'dark']) {
    for (const locale of Object.keys(LOCALES)) {
      it(`is accessible, ${theme}, ${locale}`, async () => {
        const { element } = await ask({ canDiscard: true }, locale);
        element.setAttribute('theme', theme);
        await isUsable(element);
      });
    }
  }
});
