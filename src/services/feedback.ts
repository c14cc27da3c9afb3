import { type Note, type TonePlayer, webAudioPlayer } from './tone-player.ts';

/** What an operator hears and feels: a port, so that a device with a voice of its own can take it over. */
export interface Feedback {
  /** `error` is loud; `decide` asks for a look; `success` follows the durable write; `info` is seen and not heard. */
  signal(tone: FeedbackTone): void;
  /** Absent: it has settings of its own, and none are offered. */
  configure?(settings: SoundSettings): void;
  dispose(): void;
}

export type FeedbackTone = 'success' | 'error' | 'decide' | 'info';

export interface SoundSettings {
  /** 0 (off) to 1. */
  readonly volume: number;
  /** Whether a count that is saved is heard too. */
  readonly success: boolean;
  readonly vibration: boolean;
}

/** Scanners beep by themselves when they read: success is felt and seen, and heard only where somebody asks for it. */
export const DEFAULT_SOUND: SoundSettings = { volume: 1, success: false, vibration: true };

interface Signal {
  readonly notes: readonly Note[];
  /** Milliseconds on, off, on …, as `navigator.vibrate` takes them. */
  readonly vibration: readonly number[];
}

const LOW: Note = { hertz: 220, milliseconds: 200, pause: 100, wave: 'square' };
const RISING: Note = { hertz: 660, milliseconds: 110, pause: 40, wave: 'sine' };

/** Three tones that are told apart by pitch, number and feel, whatever the loudspeaker. */
export const SIGNALS: Readonly<Record<Exclude<FeedbackTone, 'info'>, Signal>> = {
  success: { notes: [{ hertz: 1760, milliseconds: 80, pause: 0, wave: 'sine' }], vibration: [50] },
  error: { notes: [LOW, LOW], vibration: [200, 100, 200] },
  decide: { notes: [RISING, { ...RISING, hertz: 990 }], vibration: [80, 60, 80] },
};

export interface ToneFeedbackOptions {
  readonly player?: TonePlayer;
  readonly vibrate?: (pattern: readonly number[]) => void;
  readonly settings?: SoundSettings;
}

/** Tones and vibration of the device the page is on. */
export function createToneFeedback(options: ToneFeedbackOptions = {}): Feedback {
  const { player = webAudioPlayer(), vibrate = vibrateDevice } = options;
  let settings = options.settings ?? DEFAULT_SOUND;
  return {
    signal: tone => {
      if (tone === 'info') return;
      const { notes, vibration } = SIGNALS[tone];
      if (settings.volume > 0 && (tone !== 'success' || settings.success)) player.play(notes, settings.volume);
      if (settings.vibration) vibrate(vibration);
    },
    configure: next => (settings = next),
    dispose: () => player.dispose(),
  };
}

function vibrateDevice(pattern: readonly number[]): void {
  if ('vibrate' in navigator) navigator.vibrate([...pattern]);
}
