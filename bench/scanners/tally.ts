import type { Fixture } from '../../test/scanner/fixtures/fixture.ts';

/** What a library made of one fixture. */
export interface Played {
  readonly texts: readonly string[];
  /** How often it said that something was no code. */
  readonly said: number;
  /** Whether a field, a button or a key of the page is not as it has to be. */
  readonly leaked: boolean;
}

/** `cases`, those without fault and `leaked` count fixtures, the others count codes. */
export type Tally = Record<'cases' | 'faultless' | 'codes' | 'right' | 'wrong' | 'lost' | 'said' | 'leaked', number>;

export const noTally = (): Tally => ({
  cases: 0,
  faultless: 0,
  codes: 0,
  right: 0,
  wrong: 0,
  lost: 0,
  said: 0,
  leaked: 0,
});

/**
 * Adds a fixture. A text that was not to come, or not again, is wrong; a code that did not come and was not said either is
 * lost, and so is a code in pieces that nobody was told of.
 */
export function count(tally: Tally, fixture: Fixture, { texts, said, leaked }: Played): void {
  const rest = [...texts];
  let missing = 0;
  fixture.scans.forEach((text, index) => {
    // Libraries that know no symbology identifier leave it in the text.
    const forms = [text, (fixture.aims[index] ?? '') + text];
    const at = rest.findIndex(given => forms.includes(given));
    if (at === -1) missing++;
    else rest.splice(at, 1);
  });
  const isBroken = fixture.rejects.length > 0;
  const toBeSaid = missing + (isBroken && rest.length === 0 ? 1 : 0);
  const lost = Math.max(0, toBeSaid - said - rest.length);
  tally.cases++;
  tally.codes += fixture.scans.length + (isBroken ? 1 : 0);
  tally.right += fixture.scans.length - missing;
  tally.wrong += rest.length;
  tally.said += Math.min(toBeSaid, said);
  tally.lost += lost;
  tally.leaked += leaked ? 1 : 0;
  tally.faultless += leaked || rest.length + lost > 0 ? 0 : 1;
}
