import { expect } from '@open-wc/testing';
import { loadAllParts, later, missing$, need, needMissing } from '../../src/loading/later.ts';

describe('A part of the code that comes later', () => {
  let answers: boolean;
  let loads: number;
  const part = () =>
    later(() => {
      loads++;
      return answers ? Promise.resolve({ name: 'part' }) : Promise.reject(new Error('no network'));
    });

  beforeEach(() => {
    answers = true;
    loads = 0;
  });

  it('is loaded once, however often it is needed', async () => {
    const load = part();
    expect(await need(load)).to.deep.equal({ name: 'part' });
    expect(await need(load)).to.deep.equal({ name: 'part' });
    expect([loads, missing$.value]).to.deep.equal([1, []]);
  });

  it('is missing where it can not be had, until it is tried again', async () => {
    answers = false;
    const load = part();
    expect(await need(load)).to.equal(null);
    await needMissing();
    expect([loads, missing$.value]).to.deep.equal([2, [load]]);
    answers = true;
    await needMissing();
    expect([loads, missing$.value]).to.deep.equal([3, []]);
  });

  it('is not missing any more once it came in idle time', async () => {
    answers = false;
    const load = part();
    await need(load);
    answers = true;
    await loadAllParts();
    expect(missing$.value).to.deep.equal([]);
  });

  it('is not said to be missing where nobody needed it', async () => {
    answers = false;
    part();
    await loadAllParts();
    expect(missing$.value).to.deep.equal([]);
  });
});
