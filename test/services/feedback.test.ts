import { expect } from '@open-wc/testing';
import { createToneFeedback } from '../../src/services/feedback.ts';

describe('Feedback', () => {
  it('makes an error felt, and leaves success to the scanner', () => {
    const felt: unknown[] = [];
    Object.defineProperty(navigator, 'vibrate', {
      configurable: true,
      value: (pattern: unknown) => felt.push(pattern),
    });
    const feedback = createToneFeedback();
    feedback.signal('success');
    feedback.signal('info');
    expect(felt).to.be.empty;
    feedback.signal('error');
    expect(felt).to.deep.equal([[200, 100, 200]]);
    feedback.dispose();
    Reflect.deleteProperty(navigator, 'vibrate');
  });
});
