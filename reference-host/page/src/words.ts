/** What the page's sign-in says. The plugin has words of its own. */
export interface Words {
  readonly title: string;
  readonly userName: string;
  readonly pin: string;
  readonly who: string;
  readonly signIn: string;
  readonly signOut: string;
  /** Which of the two it was is nobody's to know. */
  readonly wrong: string;
  /** `time`: such as `30 seconds`, in the form that stands by itself. */
  readonly wait: (time: string) => string;
  readonly failed: string;
}

const ro: Words = {
  title: 'Autentificare',
  userName: 'Nume utilizator',
  pin: 'PIN',
  who: 'ana, mihai și giulia numără; elena supraveghează. PIN-urile sunt în README.',
  signIn: 'Intră în cont',
  signOut: 'Ieșire din cont',
  wrong: 'Numele de utilizator sau PIN-ul este greșit.',
  wait: time => `Prea multe încercări greșite. Așteptați: ${time}.`,
  failed: 'Serverul nu răspunde. Încercați din nou.',
};

const it: Words = {
  title: 'Accesso',
  userName: 'Nome utente',
  pin: 'PIN',
  who: 'ana, mihai e giulia contano; elena supervisiona. I PIN sono nel README.',
  signIn: 'Accedi',
  signOut: 'Esci',
  wrong: 'Il nome utente o il PIN è errato.',
  wait: time => `Troppi tentativi errati. Attendere: ${time}.`,
  failed: 'Il server non risponde. Riprovare.',
};

const hr: Words = {
  title: 'Prijava',
  userName: 'Korisničko ime',
  pin: 'PIN',
  who: 'ana, mihai i giulia broje; elena nadzire. PIN-ovi su u datoteci README.',
  signIn: 'Prijavi se',
  signOut: 'Odjava',
  wrong: 'Korisničko ime ili PIN nije točan.',
  wait: time => `Previše pogrešnih pokušaja. Pričekajte: ${time}.`,
  failed: 'Poslužitelj ne odgovara. Pokušajte ponovno.',
};

const en: Words = {
  title: 'Sign in',
  userName: 'User name',
  pin: 'PIN',
  who: 'ana, mihai and giulia count; elena supervises. Their PINs are in the README.',
  signIn: 'Sign in',
  signOut: 'Sign out',
  wrong: 'The user name or the PIN is wrong.',
  wait: time => `Too many wrong tries. Wait: ${time}.`,
  failed: 'The server does not answer. Try again.',
};

const TABLES: Readonly<Record<string, Words>> = { ro, it, hr, en };

export function wordsIn(language: string): Words {
  return TABLES[language] ?? en;
}

export function secondsIn(language: string, seconds: number): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(seconds);
}
