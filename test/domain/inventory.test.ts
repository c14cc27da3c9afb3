import { expect } from '@open-wc/testing';
import { ROLES, isClosed, isSameVersion, listStatus, rowsToCount } from '../../src/domain/inventory.ts';
import { list } from '../support/fixtures.ts';

const counted = (rows: number, expected: number, done: number) => list({ progress: { rows, expected, counted: done } });

describe('A list', () => {
  it('is closed by any closing date, also one to come, and with its inventory (rule 1)', () => {
    expect(isClosed(list())).to.equal(false);
    expect(isClosed(list({ closingDate: '2030-01-01' }))).to.equal(true);
    expect(isClosed(list({ inventory: { ...list().inventory, closed: true } }))).to.equal(true);
  });

  it('that was filled beforehand is counted when each of its rows is', () => {
    expect(listStatus(counted(10, 10, 0))).to.equal('not-started');
    expect(listStatus(counted(10, 10, 9))).to.equal('in-progress');
    expect(listStatus(counted(12, 10, 12))).to.equal('counted');
    expect(rowsToCount(counted(12, 10, 9))).to.equal(12);
  });

  it('that was not filled beforehand is never called counted: nothing says what is still to come', () => {
    expect(listStatus(counted(5, 0, 5))).to.equal('in-progress');
    expect(rowsToCount(counted(5, 0, 5))).to.equal(null);
  });

  it('that is closed is nothing else', () => {
    expect(listStatus(list({ closingDate: '2026-11-20' }))).to.equal('closed');
  });
});

describe('A version of a row', () => {
  it('is the same as text and as a number, and no version is only the same as none', () => {
    const same = [
      isSameVersion('3', 3),
      isSameVersion(3, '3'),
      isSameVersion('W/"7"', 'W/"7"'),
      isSameVersion(null, null),
    ];
    expect(same).to.deep.equal([true, true, true, true]);
    const others = [
      isSameVersion('3', '4'),
      isSameVersion(3, 4),
      isSameVersion('3', '03'),
      isSameVersion(null, 3),
      isSameVersion('3', null),
      isSameVersion(null, 'null'),
      isSameVersion('null', null),
      isSameVersion(0, null),
    ];
    expect(others).to.deep.equal(others.map(() => false));
  });
});

describe('The roles', () => {
  it('have the names that hosts give them', () =>
    expect([...ROLES]).to.deep.equal(['counter', 'supervisor', 'approver']));
});
