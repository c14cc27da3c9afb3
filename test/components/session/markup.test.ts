import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { defineInventar } from '../../../src/define.ts';
import { FakeSession } from '../../support/fake-session.ts';
import { find } from '../../support/stage.ts';
import { waitUntil } from '../../support/wait-until.ts';

describe('Markup that stands in the page before its elements are defined', () => {
  it('shows its session as soon as they are', async () => {
    const page = document.createElement('div');
    document.body.append(page);
    render(
      html`
        <wms-inventar-session-early .session=${new FakeSession({})}>
          <wms-inventar-workspace-early></wms-inventar-workspace-early>
        </wms-inventar-session-early>
      `,
      page,
    );
    defineInventar({ suffix: '-early' });
    const session = page.querySelector<HTMLElement>('wms-inventar-session-early');
    await waitUntil(() => session !== null && find(session, '[part=header]') !== null);
    expect(session?.isConnected).to.equal(true);
    page.remove();
  });
});
