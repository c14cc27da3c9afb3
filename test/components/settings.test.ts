import { html } from 'lit';
import { expect, fixture } from '@open-wc/testing';
import { of } from 'rxjs';
import type { InventarSessionElement } from '../../src/components/session/session.ts';
import { defineInventar } from '../../src/define.ts';
import { type SettingValues, SETTINGS, attributeOf, optionsOf, settingsOf } from '../../src/session/settings.ts';
import { FakeGateway } from '../support/fake-gateway.ts';

defineInventar();

/** Another value than the first, for each setting. */
const OTHER: SettingValues = {
  baseUrl: '/other',
  locale: 'ro',
  theme: 'dark',
  density: 'compact',
  nextItemConfirms: 'on',
  keyboardWedge: 'off',
  pageFields: 'take',
  commandPrefix: '*',
  apostropheAsDash: 'on',
  confirmKey: 'F2',
  discardKey: 'F3',
  undoKey: 'F4',
  outbox: 'off',
  deviceName: 'HH-7',
  userName: 'ana',
  tenant: 'north',
  token: 'secret',
  scans: of('one'),
  offered: [],
  gateway: new FakeGateway(),
};
const NAMES = settingsOf('host', 'connection', 'running', 'presentation', 'look');

/** Counts the sessions that are made on it: each asks who is signed in. */
class SessionsCounted extends FakeGateway {
  sessions = 0;

  override operator(): ReturnType<FakeGateway['operator']> {
    this.sessions += 1;
    return super.operator();
  }
}

describe('The settings of the session element', () => {
  const mount = async () => {
    const gateway = new SessionsCounted();
    const element = await fixture<InventarSessionElement>(
      html`<wms-inventar-session .gateway=${gateway} keyboard-wedge="on"></wms-inventar-session>`,
    );
    return { element, gateway };
  };

  it('are properties with the value that the table gives them', () => {
    const element = document.createElement('wms-inventar-session');
    for (const name of NAMES) expect(element[name], name).to.equal(SETTINGS[name].initial);
  });

  it('are attributes too, but for what is no text, and the token', async () => {
    const { element } = await mount();
    for (const name of NAMES.filter(each => SETTINGS[each].values !== null)) {
      const text = OTHER[name];
      if (typeof text !== 'string') throw new TypeError(`${name} is no text`);
      element.setAttribute(attributeOf(name), text);
      expect(element[name], name).to.equal(text);
    }
    element.setAttribute('token', 'secret');
    expect(element.token).to.equal(null);
  });

  it('make another session where it is joined to them, and leave it alone where it can go on with them', async () => {
    for (const name of NAMES.filter(each => !['gateway', 'token', 'userName'].includes(each))) {
      const { element, gateway } = await mount();
      expect(gateway.sessions, name).to.equal(1);
      Object.assign(element, { [name]: OTHER[name] });
      await element.updateComplete;
      const isNew = !['running', 'presentation', 'look'].includes(SETTINGS[name].change);
      expect(gateway.sessions, name).to.equal(isNew ? 2 : 1);
      element.remove();
    }
  });

  it('reach connectInventar as it takes them, and not at all where the page says nothing', () => {
    const element = document.createElement('wms-inventar-session');
    expect(Object.entries(optionsOf(element)).filter(([, value]) => value !== undefined)).to.deep.equal([
      ['keyboardWedge', true],
      ['pageFields', 'leave'],
    ]);
    const { baseUrl, gateway, locale, theme, density, confirmKey, discardKey, undoKey, ...options } = OTHER;
    expect(optionsOf(OTHER)).to.deep.equal({
      ...options,
      nextItemConfirms: true,
      keyboardWedge: false,
      apostropheAsDash: true,
    });
    expect(optionsOf({ ...OTHER, commandPrefix: 'off' }).commandPrefix).to.equal('');
  });
});
