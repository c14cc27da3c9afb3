import { listen } from '../ports/page-events.ts';

/** One beep. */
export interface Note {
  readonly hertz: number;
  readonly milliseconds: number;
  /** Silence after it. */
  readonly pause: number;
  readonly wave: 'sine' | 'square';
}

/** Makes notes heard. */
export interface TonePlayer {
  /** `volume`: more than 0, at most 1. */
  play(notes: readonly Note[], volume: number): void;
  dispose(): void;
}

const GESTURES = ['pointerdown', 'keydown'] as const;

/** A square wave is far louder than a sine of the same amplitude. */
const AMPLITUDE = { sine: 0.5, square: 0.3 } as const;

/** Milliseconds in which a note swells and fades, so that it does not click. */
const EDGE = 5;

/**
 * Plays through Web Audio, with one context. It is made with the operator's first gesture, as browsers ask, and woken by
 * a later one where the device has put it to sleep. Before that, or where there is no audio, nothing is heard.
 */
export function webAudioPlayer(
  createContext: (() => AudioContext) | null = typeof AudioContext === 'undefined' ? null : () => new AudioContext(),
): TonePlayer {
  let context: AudioContext | null = null;
  const resume = () => {
    context ??= createContext?.() ?? null;
    if (context !== null && context.state !== 'running') void context.resume().catch(() => undefined);
  };
  const silence = listen(window, GESTURES, resume, true);
  return {
    play: (notes, volume) => {
      if (context?.state === 'running') schedule(context, notes, volume);
    },
    dispose: () => {
      silence();
      void context?.close().catch(() => undefined);
      context = null;
    },
  };
}

function schedule(context: AudioContext, notes: readonly Note[], volume: number): void {
  let start = context.currentTime;
  for (const { hertz, milliseconds, pause, wave } of notes) {
    const end = start + milliseconds / 1000;
    const oscillator = new OscillatorNode(context, { type: wave, frequency: hertz });
    const gain = new GainNode(context, { gain: 0 });
    const amplitude = AMPLITUDE[wave] * volume;
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(amplitude, start + EDGE / 1000);
    gain.gain.setValueAtTime(amplitude, end - EDGE / 1000);
    gain.gain.linearRampToValueAtTime(0, end);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(end);
    start = end + pause / 1000;
  }
}
