import { secondsIn, wordsIn, type Words } from './words.ts';

/** Why nobody was signed in. */
type Refusal = { readonly kind: 'wrong' | 'failed' } | { readonly kind: 'wait'; readonly seconds: number };

type SignedIn = { readonly kind: 'signed-in'; readonly token: string };

/** The page's sign-in: asks for user name and PIN, and says in the page's language what came of it. */
export class SignInForm {
  private readonly form: HTMLFormElement;
  private readonly said: HTMLElement;
  private readonly onSignedIn: (userName: string, token: string) => void;
  private language = 'en';
  private refusal: Refusal | null = null;

  constructor(form: HTMLFormElement, said: HTMLElement, onSignedIn: (userName: string, token: string) => void) {
    this.form = form;
    this.said = said;
    this.onSignedIn = onSignedIn;
    form.addEventListener('submit', event => {
      event.preventDefault();
      void this.submit();
    });
  }

  show(): void {
    this.form.hidden = false;
  }

  focus(): void {
    this.form.querySelector('input')?.focus();
  }

  speak(language: string): void {
    this.language = language;
    const words = wordsIn(language);
    for (const element of this.form.querySelectorAll<HTMLElement>('[data-word]')) {
      const name = element.dataset['word'];
      if (isText(name)) element.textContent = words[name];
    }
    this.say(this.refusal);
  }

  private async submit(): Promise<void> {
    this.say(null);
    const { userName, pin } = Object.fromEntries(new FormData(this.form));
    if (typeof userName !== 'string' || typeof pin !== 'string') return;
    const answer = await ask(userName, pin);
    const field = this.form.elements.namedItem('pin');
    if (field instanceof HTMLInputElement) field.value = '';
    if (answer.kind === 'signed-in') {
      this.form.hidden = true;
      this.onSignedIn(userName, answer.token);
      return;
    }
    this.say(answer);
    if (field instanceof HTMLInputElement) field.focus();
  }

  private say(refusal: Refusal | null): void {
    this.refusal = refusal;
    this.said.textContent = refusal === null ? '' : sentenceOf(refusal, this.language);
  }
}

function isText(name: string | undefined): name is Exclude<keyof Words, 'wait'> {
  return name !== undefined && name !== 'wait' && name in wordsIn('en');
}

function sentenceOf(refusal: Refusal, language: string): string {
  const words = wordsIn(language);
  return refusal.kind === 'wait' ? words.wait(secondsIn(language, refusal.seconds)) : words[refusal.kind];
}

async function ask(userName: string, pin: string): Promise<SignedIn | Refusal> {
  try {
    const response = await fetch('/api/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userName, pin }),
    });
    if (response.status === 429) return { kind: 'wait', seconds: Number(response.headers.get('retry-after') ?? 60) };
    // What the host would not even look at, an empty PIN, is no PIN of anybody.
    if (response.status === 403 || response.status === 400) return { kind: 'wrong' };
    const body: unknown = await response.json();
    if (!response.ok || typeof body !== 'object' || body === null || !('token' in body)) return { kind: 'failed' };
    return { kind: 'signed-in', token: String(body.token) };
  } catch {
    return { kind: 'failed' };
  }
}
