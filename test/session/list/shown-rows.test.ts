import { expect } from '@open-wc/testing';
import { type Shown, arrived, shownWith, withRecorded } from '../../../src/session/list/shown-rows.ts';
import type { CountRow } from '../../../src/domain/inventory.ts';
import type { ListedRow } from '../../../src/domain/listed-row.ts';
import { NO_ROWS, type RowsState } from '../../../src/session/state/session-state.ts';
import { row } from '../../support/fixtures.ts';

const at = (id: string, location: string, rowNumber = Number(id)) => row({ id, location, rowNumber });
const ids = (rows: Iterable<CountRow>) => Array.from(rows, each => each.id).join(' ');
const codes = ({ atHost }: RowsState) => ids(atHost);
const shownOf = ({ atHost, query }: RowsState, pending: readonly ListedRow[]) =>
  shownWith(atHost, pending, query, null).rows;

describe('The rows on the screen', () => {
  it('put the row just recorded on top of the newest, once', () => {
    const shown = arrived(NO_ROWS, { items: [at('1', 'A'), at('2', 'B')], next: null }, []);
    expect(codes(withRecorded(shown, at('2', 'B')))).to.equal('2 1');
    expect(codes(withRecorded(shown, at('3', 'C')))).to.equal('3 1 2');
  });

  it('put it where it belongs by location, or leave it to a page that is still to come', () => {
    const byLocation = { ...NO_ROWS, query: { order: 'location' as const } };
    const shown = arrived(byLocation, { items: [at('1', 'A'), at('2', 'C')], next: null }, []);
    expect(codes(withRecorded(shown, at('3', 'B')))).to.equal('1 3 2');
    expect(codes(withRecorded(shown, at('3', 'D')))).to.equal('1 2 3');
    expect(codes(withRecorded({ ...shown, next: 'more' }, at('3', 'D')))).to.equal('1 2');
  });

  it('show it only if it is among what is asked for', () => {
    const shown = arrived({ ...NO_ROWS, query: { order: 'newest', text: 'zzz' } }, { items: [], next: null }, []);
    expect(codes(withRecorded(shown, at('3', 'B')))).to.equal('');
    const expected = { ...NO_ROWS, query: { order: 'newest' as const, status: 'expected' as const } };
    expect(codes(withRecorded(arrived(expected, { items: [at('3', 'B')], next: null }, []), at('3', 'B')))).to.equal(
      '',
    );
  });

  it('append a page without what is there already', () => {
    const first = arrived(NO_ROWS, { items: [at('1', 'A'), at('2', 'B')], next: 'more' }, []);
    expect(codes(arrived(first, { items: [at('2', 'B'), at('3', 'C')], next: null }, null))).to.equal('1 2 3');
  });

  it('keep what was recorded while their first page was on its way: it may have been read before', () => {
    const asked = arrived(NO_ROWS, { items: [at('1', 'A'), at('2', 'B')], next: null }, []);
    const counted = { ...at('2', 'B'), quantity: '99' };
    const meanwhile = withRecorded(withRecorded(asked, counted), at('3', 'C'));
    const shown = arrived(meanwhile, { items: [at('1', 'A'), at('2', 'B')], next: null }, asked.atHost);
    expect(codes(shown)).to.equal('3 2 1');
    expect(shown.atHost.at(1)).to.equal(counted);
  });

  it('leave what was there before and is not in the first page any more', () => {
    const before = arrived(NO_ROWS, { items: [at('1', 'A'), at('2', 'B')], next: null }, []);
    expect(codes(arrived(before, { items: [at('1', 'A')], next: null }, before.atHost))).to.equal('1');
  });

  describe('with counts that are on this device only', () => {
    const shown = arrived(NO_ROWS, { items: [at('1', 'A'), at('2', 'B')], next: null }, []);
    const pending = (id: string, location: string) => ({ ...at(id, location), pending: 'waiting' as const });

    it('show those on top, each once and in the place of the row at the host', () => {
      expect(ids(shownOf(shown, [pending('x', 'C'), pending('2', 'B')]))).to.equal('x 2 1');
    });

    it('show them by location among the others', () => {
      const byLocation: RowsState = { ...shown, query: { order: 'location' } };
      expect(ids(shownOf(byLocation, [pending('x', 'AA')]))).to.equal('1 x 2');
    });

    it('show them only if they are among what is asked for', () => {
      const narrowed: RowsState = { ...shown, query: { order: 'newest', text: 'zzz' } };
      expect(ids(shownOf(narrowed, [pending('x', 'C')]))).to.equal('1 2');
    });

    it('change nothing where there are none', () => {
      expect(shownOf(shown, [])).to.equal(shown.atHost);
    });

    it('are the same, whether they came one after the other or all at once', () => {
      const places = ['C', 'B', 'A', 'AA', 'D'];
      for (const order of ['newest', 'location'] as const) {
        let made: Shown | null = null;
        let own: readonly ListedRow[] = [];
        for (const place of places) {
          own = [{ ...pending(`own ${place}`, place), pending: 'waiting' }, ...own];
          made = shownWith(shown.atHost, own, { order, text: 'ART' }, made);
          made = shownWith(shown.atHost, own, made.query, made);
          expect(ids(made.rows)).to.equal(ids(shownOf({ ...shown, query: made.query }, own)));
        }
        expect([ids(made?.rows ?? []), made?.rows.length]).to.deep.equal([
          order === 'newest' ? 'own D own AA own A own B own C' : 'own A own AA own B own C own D',
          5,
        ]);
      }
    });
  });
});
