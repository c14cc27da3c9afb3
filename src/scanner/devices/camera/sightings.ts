import type { Box, SeenCode } from './decoder.ts';

/** What is to say to whoever holds the camera. */
export type CameraHint = 'several-codes' | 'part-of-code';

export interface SightingRules {
  /** A code counts once this many pictures showed it with the same text. */
  readonly confirmFrames: number;
  /** It has left once this many pictures in a row, and this many milliseconds, were without it. */
  readonly awayFrames: number;
  readonly awayMs: number;
}

/** A blurred picture or a trembling hand loses a code for a moment; taking it away takes longer. */
export const SIGHTING_RULES: SightingRules = { confirmFrames: 2, awayFrames: 5, awayMs: 700 };

export interface Glance {
  /** The code that counts now: for the first time since it came into the picture. */
  readonly counts: SeenCode | null;
  readonly hint: CameraHint | null;
}

interface Sighting {
  seen: number;
  missed: number;
  lastAt: number;
  counted: boolean;
}

/** As fractions of the picture: how near the middle a code is aimed at, and how much nearer than the next one. */
const AIMED_AT = 0.12;
const CLEARLY_NEARER = 0.05;

/**
 * Turns what each picture shows into reads. A code counts once when it comes into the picture, and again once it has
 * left it; never twice while it stays. Of several, the one in the middle counts; where none or more than one is there,
 * nothing is guessed. Two labels with the same text look like one.
 */
export function createSightings(rules: SightingRules = SIGHTING_RULES): {
  look(codes: readonly SeenCode[], at: number): Glance;
} {
  const sightings = new Map<string, Sighting>();

  const forgetThoseGone = (shown: ReadonlySet<string>, at: number): void => {
    for (const [key, sighting] of sightings) {
      if (shown.has(key)) continue;
      sighting.missed++;
      if (sighting.missed >= rules.awayFrames && at - sighting.lastAt >= rules.awayMs) sightings.delete(key);
    }
  };

  const see = (key: string, at: number): void => {
    const { seen, counted } = sightings.get(key) ?? { seen: 0, counted: false };
    sightings.set(key, { seen: seen + 1, counted, missed: 0, lastAt: at });
  };

  return {
    look: (codes, at) => {
      const whole = [...new Map(codes.filter(code => !code.isPart).map(code => [keyOf(code), code])).values()];
      const shown = new Set(whole.map(keyOf));
      forgetThoseGone(shown, at);
      shown.forEach(key => see(key, at));
      const isNew = (code: SeenCode) => !(sightings.get(keyOf(code))?.counted ?? false);
      const aimed = aimedAt(whole);
      if (aimed === null) {
        const hint = whole.some(isNew) ? 'several-codes' : codes.length > whole.length ? 'part-of-code' : null;
        return { counts: null, hint };
      }
      const sighting = sightings.get(keyOf(aimed));
      if (sighting === undefined || sighting.counted || sighting.seen < rules.confirmFrames) {
        return { counts: null, hint: null };
      }
      sighting.counted = true;
      return { counts: aimed, hint: null };
    },
  };
}

function keyOf({ text, aim, symbology }: SeenCode): string {
  return JSON.stringify([aim ?? symbology, text]);
}

/** The code that the camera is held on; `null` where there is none, or nobody can tell which. */
function aimedAt(codes: readonly SeenCode[]): SeenCode | null {
  const [first, second] = codes
    .map(code => ({ code, distance: fromMiddle(code.box) }))
    .sort((a, b) => a.distance - b.distance);
  if (first === undefined) return null;
  if (second === undefined) return first.code;
  return first.distance <= AIMED_AT && second.distance - first.distance > CLEARLY_NEARER ? first.code : null;
}

function fromMiddle({ left, right, top, bottom }: Box): number {
  return Math.hypot(Math.max(left - 0.5, 0.5 - right, 0), Math.max(top - 0.5, 0.5 - bottom, 0));
}
