/** What an operator hears and feels: a port, so that a device with a voice of its own can take it over. */
export interface Feedback {
  /** `success` is silent by default, since scanners beep themselves; `error` is loud; `decide` asks for a look. */
  signal(tone: FeedbackTone): void;
  dispose(): void;
}

export type FeedbackTone = 'success' | 'error' | 'decide' | 'info';

/** Hz, milliseconds each, how often; and the vibration pattern in milliseconds. */
const ERROR = { hertz: 220, milliseconds: 200, times: 2, vibration: [200, 100, 200] } as const;

/**
 * An error as two low beeps and a vibration; nothing else makes a sound. The audio context is made with the first
 * gesture of the operator, as browsers ask; where there is none, vibration alone remains.
 */
export function createToneFeedback(): Feedback {
  let context: AudioContext | null = null;
  const resume = () => {
    context ??= typeof AudioContext === 'undefined' ? null : new AudioContext();
    if (context?.state === 'suspended') void context.resume().catch(() => undefined);
  };
  const gestures = ['pointerdown', 'keydown'] as const;
  for (const gesture of gestures) window.addEventListener(gesture, resume, { capture: true, passive: true });

  return {
    signal: tone => {
      if (tone !== 'error') return;
      if (context?.state === 'running') beep(context);
      if ('vibrate' in navigator) navigator.vibrate([...ERROR.vibration]);
    },
    dispose: () => {
      for (const gesture of gestures) window.removeEventListener(gesture, resume, { capture: true });
      void context?.close().catch(() => undefined);
      context = null;
    },
  };
}

function beep(context: AudioContext): void {
  for (let n = 0; n < ERROR.times; n++) {
    const start = context.currentTime + (n * ERROR.milliseconds * 1.5) / 1000;
    const oscillator = new OscillatorNode(context, { type: 'square', frequency: ERROR.hertz });
    const gain = new GainNode(context, { gain: 0.2 });
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + ERROR.milliseconds / 1000);
  }
}
