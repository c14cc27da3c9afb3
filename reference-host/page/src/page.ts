/** The page of an ERP that embeds the plugin: it signs in, hands the token over and listens to what happens. */
import { showSheet } from './sheet.ts';
import { SignInForm } from './sign-in-form.ts';
import { wordsIn } from './words.ts';

/** In memory only: a reload signs out. */
let token: string | null = null;

const workplace = byId('workplace', HTMLElement);
const plugin = byId('plugin', HTMLElement);
const language = byId('language', HTMLSelectElement);
const signOut = byId('sign-out', HTMLButtonElement);
const user = byId('user', HTMLElement);

/** What the page calls of `<wms-inventar>`. */
type Plugin = HTMLElement & { logOut(): void; signedIn(): void };

const parameters = new URLSearchParams(location.search);
language.value = parameters.get('lang') ?? 'ro';

function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`The page has no ${id}`);
  return element;
}

const signInForm = new SignInForm(
  byId('sign-in', HTMLFormElement),
  byId('sign-in-error', HTMLElement),
  (userName, its) => {
    token = its;
    // Somebody else begins with the search; what they open says so again.
    if (user.textContent !== userName) document.body.classList.remove('counting');
    user.textContent = userName;
    signOut.hidden = false;
    workplace.hidden = false;
    // Signed in again where the sign-in had expired: the same session goes on, and sends what waits.
    if (plugin.childElementCount === 0) embed();
    else {
      plugin.firstElementChild?.setAttribute('user-name', userName);
      (plugin.firstElementChild as Plugin | null)?.signedIn();
    }
  },
);

/** All it takes to embed the plugin. */
function embed(): void {
  const element = document.createElement('wms-inventar');
  element.setAttribute('base-url', '/api');
  element.setAttribute('locale', language.value);
  element.setAttribute('user-name', user.textContent);
  for (const name of ['list-id', 'theme', 'density', 'next-item-confirms', 'outbox', 'device-name']) {
    const value = parameters.get(name);
    if (value !== null) element.setAttribute(name, value);
  }
  Object.assign(element, { token: () => token });
  plugin.replaceChildren(element);
  void showSheet(byId('codes', HTMLElement));
}

/** The plugin is asked first: counts that are not sent yet are to be sent, or agreed to stay on this device. */
signOut.addEventListener('click', () => {
  (plugin.firstElementChild as Plugin | null)?.logOut();
});

document.addEventListener('wms-inventar-logged-out', () => {
  token = null;
  plugin.replaceChildren();
  workplace.hidden = true;
  signOut.hidden = true;
  user.textContent = '';
  signInForm.show();
  signInForm.focus();
});

const commands = byId('commands', HTMLAnchorElement);

function speak(): void {
  document.documentElement.lang = language.value;
  commands.search = `?lang=${language.value}`;
  signOut.textContent = wordsIn(language.value).signOut;
  signInForm.speak(language.value);
}

language.addEventListener('change', () => {
  speak();
  plugin.firstElementChild?.setAttribute('locale', language.value);
});
speak();

const heard = byId('events', HTMLElement);
for (const name of ['list-opened', 'count-saved', 'count-recorded', 'list-left', 'error']) {
  document.addEventListener(`wms-inventar-${name}`, event => {
    const line = document.createElement('li');
    line.textContent = `${name} ${event instanceof CustomEvent ? JSON.stringify(event.detail) : ''}`;
    heard.prepend(line);
    while (heard.childElementCount > 20) heard.lastElementChild?.remove();
    // The host may have been told that the sign-in has expired: here it is asked for again.
    if (event instanceof CustomEvent && isSignedOut(event.detail)) signInForm.show();
  });
}

document.addEventListener('wms-inventar-list-opened', () => document.body.classList.add('counting'));
for (const name of ['list-left', 'logged-out']) {
  document.addEventListener(`wms-inventar-${name}`, () => document.body.classList.remove('counting'));
}

function isSignedOut(detail: unknown): boolean {
  return typeof detail === 'object' && detail !== null && 'code' in detail && detail.code === 'signed-out';
}
