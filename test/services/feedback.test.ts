import { expect } from '@open-wc/testing';
import { DEFAULT_SOUND, SIGNALS, type SoundSettings, createToneFeedback } from '../../src/services/feedback.ts';
import { type Note, webAudioPlayer } from '../../src/services/tone-player.ts';

describe('Feedback', () => {
  const setUp = (settings: Partial<SoundSettings> = {}) => {
    const heard: { hertz: number[]; milliseconds: number; volume: number }[] = [];
    const felt: (readonly number[])[] = [];
    let disposed = false;
    const feedback = createToneFeedback({
      player: {
        play: (notes: readonly Note[], volume: number) =>
          heard.push({
            hertz: notes.map(({ hertz }) => hertz),
            milliseconds: notes.reduce((sum, note) => sum + note.milliseconds, 0),
            volume,
          }),
        dispose: () => (disposed = true),
      },
      vibrate: pattern => felt.push(pattern),
      settings: { ...DEFAULT_SOUND, ...settings },
    });
    return { feedback, heard, felt, isDisposed: () => disposed };
  };

  it('makes an error loud and felt: two low beeps, and a vibration that is not that of success', () => {
    const { feedback, heard, felt } = setUp();
    feedback.signal('error');
    expect(heard).to.deep.equal([{ hertz: [220, 220], milliseconds: 400, volume: 1 }]);
    expect(felt).to.deep.equal([[200, 100, 200]]);
  });

  it('leaves the tone of success to the scanner unless asked for; it is felt all the same', () => {
    const { feedback, heard, felt } = setUp();
    feedback.signal('success');
    expect(heard).to.be.empty;
    expect(felt).to.deep.equal([[50]]);
    feedback.configure?.({ ...DEFAULT_SOUND, success: true, volume: 0.25 });
    feedback.signal('success');
    expect(heard).to.deep.equal([{ hertz: [1760], milliseconds: 80, volume: 0.25 }]);
  });

  it('has a third tone for what is to be decided, and none for what is only told', () => {
    const { feedback, heard, felt } = setUp();
    feedback.signal('info');
    expect([heard.length, felt.length]).to.deep.equal([0, 0]);
    feedback.signal('decide');
    expect(heard.map(({ hertz }) => hertz)).to.deep.equal([[660, 990]]);
    const patterns = Object.values(SIGNALS).map(({ vibration }) => vibration.join());
    expect(new Set(patterns).size, 'each feels different').to.equal(3);
  });

  it('can be silent and still felt, or neither', () => {
    const { feedback, heard, felt } = setUp({ volume: 0 });
    feedback.signal('error');
    expect([heard.length, felt.length]).to.deep.equal([0, 1]);
    feedback.configure?.({ ...DEFAULT_SOUND, volume: 0, vibration: false });
    feedback.signal('error');
    expect([heard.length, felt.length]).to.deep.equal([0, 1]);
  });

  it('lets go of the sound when it is disposed of', () => {
    const { feedback, isDisposed } = setUp();
    feedback.dispose();
    expect(isDisposed()).to.equal(true);
  });
});

describe('The tone player', () => {
  const gesture = () => window.dispatchEvent(new PointerEvent('pointerdown'));

  /** A context that is asleep until it is resumed, and remembers what was started. */
  class Context extends AudioContext {
    woken = 0;
    closed = false;
    override get state(): AudioContextState {
      return this.woken === 0 ? 'suspended' : 'running';
    }
    override resume = (): Promise<void> => {
      this.woken++;
      return Promise.resolve();
    };
    override close = (): Promise<void> => {
      this.closed = true;
      return Promise.resolve();
    };
  }

  it('makes one context, with the first gesture, and wakes it', () => {
    const contexts: Context[] = [];
    const player = webAudioPlayer(() => {
      const context = new Context();
      contexts.push(context);
      return context;
    });
    player.play(SIGNALS.error.notes, 1);
    expect(contexts, 'nothing before a gesture').to.be.empty;
    gesture();
    gesture();
    expect(contexts.map(({ woken }) => woken)).to.deep.equal([1]);
    player.play(SIGNALS.error.notes, 1);
    player.dispose();
    gesture();
    expect(contexts.map(({ closed }) => closed)).to.deep.equal([true]);
  });

  it('is silent where there is no audio', () => {
    const player = webAudioPlayer(null);
    gesture();
    expect(() => player.play(SIGNALS.success.notes, 1)).not.to.throw();
    player.dispose();
  });
});
