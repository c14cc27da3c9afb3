import { expect } from '@open-wc/testing';
import { filter, firstValueFrom } from 'rxjs';
import { PATIENCE, loadAllParts, later, missing$, need, needAtLast, needMissing } from '../../src/loading/later.ts';

describe('A part of the code that comes later', () => {
  let answers: boolean;
  let loads: number;
  const part = () =>
    later(() => {
      loads++;
      return answers ? Promise.resolve({ name: 'part' }) : Promise.reject(new Error('no network'));
    });

  beforeEach(() => {
    missing$.next([]);
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

  describe('and does not come', () => {
    const timers: { milliseconds: number; run: () => void }[] = [];
    const after = (milliseconds: number, run: () => void) => {
      timers.push({ milliseconds, run });
      return () => undefined;
    };
    let arrive: (part: string) => void;
    const hanging = () =>
      later(
        () => {
          loads++;
          return new Promise<string>(resolve => (arrive = resolve));
        },
        { after },
      );
    const waitTooLong = () => timers.splice(0).forEach(({ run }) => run());

    it('is missing after a while, and is asked for anew when it is tried again', async () => {
      const load = hanging();
      const needed = need(load);
      expect(timers.map(({ milliseconds }) => milliseconds)).to.deep.equal([PATIENCE]);
      waitTooLong();
      expect([await needed, missing$.value]).to.deep.equal([null, [load]]);
      const again = needMissing();
      arrive('part');
      await again;
      expect([loads, missing$.value, await load()]).to.deep.equal([2, [], 'part']);
    });

    it('is no longer missing where it comes at last, and is not asked for again', async () => {
      const load = hanging();
      const needed = need(load);
      waitTooLong();
      await needed;
      arrive('part');
      await firstValueFrom(missing$.pipe(filter(missing => missing.length === 0)));
      expect([await load(), loads]).to.deep.equal(['part', 1]);
    });

    it('keeps no others from being loaded in idle time', async () => {
      const tooLong = (_: number, run: () => void) => {
        run();
        return () => undefined;
      };
      later(() => new Promise(() => undefined), { after: tooLong });
      let hasCome = false;
      later(() => Promise.resolve((hasCome = true)));
      await loadAllParts();
      expect(hasCome).to.equal(true);
    });
  });

  it('is given at last to whoever can not do without it, who hears that it is missing', async () => {
    answers = false;
    const load = part();
    const heard: string[] = [];
    let given: Promise<unknown> = Promise.resolve();
    await new Promise<void>(resolve => {
      const hear = () => {
        heard.push('missing');
        resolve();
      };
      given = needAtLast(load, hear).then(({ name }) => heard.push(name));
    });
    await needMissing();
    answers = true;
    await needMissing();
    await given;
    expect(heard).to.deep.equal(['missing', 'part']);
  });
});
