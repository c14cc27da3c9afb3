import { html } from 'lit';
import { expect, fixture } from '@open-wc/testing';
import { defineAll } from '../support/define-all.ts';
import { COMMANDS } from '../../src/domain/command.ts';
import { drawCode128 } from '../../src/drawing/code128.ts';
import { createCountSession } from '../../src/session/count-session.ts';
import { FakeDevice } from '../support/fake-device.ts';
import { FakeGateway } from '../support/fake-gateway.ts';
import { waitUntil } from '../support/wait-until.ts';
import { isUsable } from '../support/usable.ts';

defineAll();

describe('The sheet of command barcodes', () => {
  const mount = async (attributes: { locale?: string; prefix?: string; gateway?: FakeGateway } = {}) => {
    const { locale = 'en', prefix = '', gateway } = attributes;
    const session =
      gateway === undefined
        ? null
        : createCountSession({
            gateway,
            device: new FakeDevice(gateway, 'off'),
            sources: [],
            feedback: { signal: () => undefined, dispose: () => undefined },
            mintKey: () => 'key',
          });
    const element = await fixture<HTMLElement>(html`
      <wms-inventar-session .session=${session} locale=${locale}>
        <wms-inventar-command-sheet command-prefix=${prefix}></wms-inventar-command-sheet>
      </wms-inventar-session>
    `);
    const sheet = element.querySelector('wms-inventar-command-sheet');
    const codes = () => [...(sheet?.shadowRoot?.querySelectorAll('li') ?? [])];
    await waitUntil(() => codes().length > 0 && codes().every(code => code.querySelector('svg') !== null));
    return { element, codes, root: sheet?.shadowRoot, dispose: () => session?.dispose() };
  };
  const nameOf = (code: Element) => code.querySelector('b')?.textContent ?? '';
  const textOf = (code: Element | undefined) => code?.querySelector('svg')?.getAttribute('aria-label') ?? '';

  it('has every command and the setup barcode, in the language of the screens; no host is needed', async () => {
    const { codes } = await mount({ locale: 'ro' });
    const names = codes().map(nameOf);
    expect(names).to.have.lengthOf(COMMANDS.length + 1);
    expect(names).to.include.members([
      'Confirmă',
      'Adaugă',
      'Înlocuiește',
      'Renunță',
      'Anulează',
      'Cod de configurare',
    ]);
  });

  it('draws each with its text, and all different', async () => {
    const { codes } = await mount();
    const zero = codes().find(code => nameOf(code) === 'Zero');
    expect(textOf(zero)).to.equal('$$ZERO');
    const { width } = drawCode128('$$ZERO');
    expect(zero?.querySelector('svg')?.getAttribute('viewBox')).to.equal(`0 0 ${width + 20} 1`);
    expect(new Set(codes().map(code => code.querySelector('path')?.getAttribute('d'))).size).to.equal(codes().length);
  });

  it('has the prefix of the host, or one of its own', async () => {
    const gateway = new FakeGateway();
    gateway.settings = { ...gateway.settings, policies: { ...gateway.settings.policies, commandPrefix: 'CMD:' } };
    const ofHost = await mount({ gateway });
    await waitUntil(() => textOf(ofHost.codes()[0]) === 'CMD:CONFIRM');
    ofHost.dispose();
    const own = await mount({ prefix: '*' });
    expect(textOf(own.codes()[0])).to.equal('*CONFIRM');
  });

  it('prints no command that the host has switched off, but still the setup barcode', async () => {
    const gateway = new FakeGateway();
    gateway.settings = { ...gateway.settings, policies: { ...gateway.settings.policies, commandPrefix: '' } };
    const { codes, root, dispose } = await mount({ gateway });
    await waitUntil(() => codes().length === 1);
    expect(root?.textContent).to.include('switched off');
    dispose();
  });

  it('is black on white in a dark page, and accessible', async () => {
    const { element, root } = await mount();
    element.setAttribute('theme', 'dark');
    await isUsable(element);
    const host = root?.host;
    expect(host && getComputedStyle(host).backgroundColor).to.equal('rgb(255, 255, 255)');
  });

  it('can be one on each label', async () => {
    const { root } = await mount();
    const select = root?.querySelector('select');
    if (select == null) throw new Error('No choice of paper');
    select.value = 'labels';
    select.dispatchEvent(new Event('change'));
    await waitUntil(() => root?.querySelector('.labels') !== null);
  });
});
