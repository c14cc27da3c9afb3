import 'zone.js';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { webAudioPlayer } from '../../src/services/tone-player.ts';
import { keyboardWedge } from '../../src/scanner/wedge/keyboard-wedge.ts';
import { WEDGE_EVENTS } from '../../src/scanner/wedge/keys.ts';
import { waitUntil } from '../support/wait-until.ts';

describe('A page with zone.js', () => {
  const never = () => undefined;
  const pages: readonly [what: string, listen: () => void][] = [
    ['by itself', never],
    [
      'that listens for keys passively',
      () => window.addEventListener('keydown', never, { capture: true, passive: true }),
    ],
    [
      'that listens for all of a scan’s events passively',
      () => {
        for (const type of WEDGE_EVENTS) window.addEventListener(type, never, { capture: true, passive: true });
      },
    ],
    [
      'that listens passively and has let go of it again',
      () => {
        window.addEventListener('keydown', never, { capture: true, passive: true });
        window.removeEventListener('keydown', never, { capture: true });
      },
    ],
  ];
  for (const [what, listen] of pages) {
    it(`${what}: a scan presses no button and submits no form`, async () => {
      listen();
      const player = webAudioPlayer(null);
      const wedge = keyboardWedge({ timeOf: event => (event instanceof KeyboardEvent ? ++time : 0) });
      let time = 0;
      const texts: string[] = [];
      wedge.scans$.subscribe(({ text }) => texts.push(text));
      wedge.connect();
      const form = document.createElement('form');
      let [pressed, submitted] = [0, 0];
      form.append(document.createElement('button'), document.createElement('input'));
      form.addEventListener('submit', event => {
        event.preventDefault();
        submitted++;
      });
      document.body.append(form);
      form.querySelector('button')?.addEventListener('click', () => pressed++);
      for (const field of form.querySelectorAll<HTMLElement>('button, input')) {
        field.focus();
        for (const key of ['L', 'o', 'c', '-', '1', 'Enter']) await sendKeys({ press: key });
      }
      await waitUntil(() => texts.length === 2, 'both scans are read');
      expect([texts, pressed, submitted]).to.deep.equal([['Loc-1', 'Loc-1'], 0, 0]);
      wedge.disconnect();
      player.dispose();
      form.remove();
    });
  }
});
