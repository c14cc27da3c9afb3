import { loadElements } from '../../src/components/shared/later-elements.ts';
import { defineInventar } from '../../src/define.ts';
import { loadWords } from '../../src/messages/words.ts';

/** Registers every element before the tests of a file, those too that a page loads later; with what English tells. */
export function defineAll(): void {
  defineInventar();
  before(async function () {
    // The test server makes each module on first demand.
    this.timeout(60_000);
    await loadElements();
    await (await loadWords('en')).load('sentences');
  });
}
