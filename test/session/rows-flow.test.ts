import { expect } from '@open-wc/testing';
import { NO_ROWS, arrived, withRecorded } from '../../src/session/rows-flow.ts';
import { row } from '../support/fixtures.ts';

const at = (id: string, location: string, rowNumber = Number(id)) => row({ id, location, rowNumber });
const codes = (state: { rows: readonly { id: string }[] }) => state.rows.map(each => each.id).join(' ');

describe('The rows on the screen', () => {
  it('put the row just recorded on top of the newest, once', () => {
    const shown = arrived(NO_ROWS, { items: [at('1', 'A'), at('2', 'B')], next: null }, true);
    expect(codes(withRecorded(shown, at('2', 'B')))).to.equal('2 1');
    expect(codes(withRecorded(shown, at('3', 'C')))).to.equal('3 1 2');
  });

  it('put it where it belongs by location, or leave it to a page that is still to come', () => {
    const byLocation = { ...NO_ROWS, query: { order: 'location' as const } };
    const shown = arrived(byLocation, { items: [at('1', 'A'), at('2', 'C')], next: null }, true);
    expect(codes(withRecorded(shown, at('3', 'B')))).to.equal('1 3 2');
    expect(codes(withRecorded(shown, at('3', 'D')))).to.equal('1 2 3');
    expect(codes(withRecorded({ ...shown, next: 'more' }, at('3', 'D')))).to.equal('1 2');
  });

  it('show it only if it is among what is asked for', () => {
    const shown = arrived({ ...NO_ROWS, query: { order: 'newest', text: 'zzz' } }, { items: [], next: null }, true);
    expect(codes(withRecorded(shown, at('3', 'B')))).to.equal('');
    const expected = { ...NO_ROWS, query: { order: 'newest' as const, status: 'expected' as const } };
    expect(codes(withRecorded(arrived(expected, { items: [at('3', 'B')], next: null }, true), at('3', 'B')))).to.equal(
      '',
    );
  });

  it('append a page without what is there already', () => {
    const first = arrived(NO_ROWS, { items: [at('1', 'A'), at('2', 'B')], next: 'more' }, true);
    expect(codes(arrived(first, { items: [at('2', 'B'), at('3', 'C')], next: null }, false))).to.equal('1 2 3');
  });
});
