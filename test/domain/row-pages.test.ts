import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { identityKey } from '../../src/domain/count-identity.ts';
import type { CountRow } from '../../src/domain/inventory.ts';
import { RowPages, keyOf } from '../../src/domain/row-pages.ts';
import { rowOrder } from '../../src/domain/row-query.ts';
import { row } from '../support/fixtures.ts';

const byLocation = rowOrder('location');
let made = 0;
const at = (place: number): CountRow => {
  const id = String(++made);
  return row({ id, location: `A-${place}`, lot: id, rowNumber: made });
};
const sorted = (places: readonly number[]) => places.map(at).sort(byLocation);
const ids = (rows: Iterable<CountRow>) => Array.from(rows, ({ id }) => id);

/** What a plain array would be, which each change makes anew as a whole. */
const OPERATIONS = {
  onTop: (rows: readonly CountRow[], more: readonly CountRow[]) => [...more, ...rows],
  behind: (rows: readonly CountRow[], more: readonly CountRow[]) => [...rows, ...more],
  merged: (rows: readonly CountRow[], more: readonly CountRow[]) => [...rows, ...more].sort(byLocation),
};

describe('Rows in pages', () => {
  it('are what an array of them would be, whatever changed', () => {
    const place = fc.nat(40);
    const places = fc.oneof(fc.array(place, { maxLength: 5 }), fc.array(place, { minLength: 200, maxLength: 900 }));
    const change = fc.record({ places, gone: fc.array(fc.nat(2000), { maxLength: 40 }), asked: fc.boolean() });
    const order = fc.constantFrom('onTop', 'behind', 'merged');
    fc.assert(
      fc.property(order, fc.array(change, { maxLength: 8 }), (operation, changes) => {
        let rows: readonly CountRow[] = [];
        let pages = RowPages.of(rows);
        for (const { places: of, gone, asked } of changes) {
          const more = sorted(of);
          rows = OPERATIONS[operation](rows, more);
          pages = operation === 'merged' ? pages.merged(more, byLocation) : pages[operation](more);
          const left = gone.flatMap(index => rows[index] ?? []);
          rows = rows.filter(each => !left.includes(each));
          pages = pages.without(left);
          if (asked) expect(pages.byId(rows[0]?.id ?? '')).to.equal(rows[0]);
        }
        expect(ids(pages)).to.deep.equal(ids(rows));
        expect(pages.length).to.equal(rows.length);
        for (const index of [0, 1, 511, 512, rows.length - 1]) expect(pages.at(index)).to.equal(rows[index]);
        expect([pages.at(rows.length), pages.at(-1)]).to.deep.equal([undefined, undefined]);
        for (const each of rows) {
          if (pages.byId(each.id) !== each || pages.byKey(keyOf(each)) !== each) throw new Error(`Lost: ${each.id}`);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are not changed by what is made of them', () => {
    const [first, second] = [at(1), at(2)];
    const before = RowPages.of([first]);
    expect(before.byId(first.id)).to.equal(first);
    const after = before.onTop([second]).without([first]);
    expect([ids(before), ids(after)]).to.deep.equal([[first.id], [second.id]]);
    expect([before.byId(first.id), before.byId(second.id)]).to.deep.equal([first, undefined]);
    expect([after.byId(first.id), after.byId(second.id)]).to.deep.equal([undefined, second]);
  });

  it('hold the row that took the place of another with its id or its identity', () => {
    const old = at(1);
    const counted = { ...old, quantity: '9' };
    const pages = RowPages.of([old]);
    expect(pages.byKey(identityKey(old))).to.equal(old);
    const replaced = pages.onTop([counted]).without([old]);
    expect([replaced.byId(old.id), replaced.byKey(identityKey(old))]).to.deep.equal([counted, counted]);
  });

  it('are found by what they are', () => {
    const rows = sorted([3, 1, 2]);
    const pages = RowPages.of(rows);
    expect(pages.find(({ location }) => location === 'A-2')).to.equal(rows[1]);
    expect(pages.find(() => false)).to.equal(undefined);
    expect(RowPages.of(pages)).to.equal(pages);
  });

  it('keep their pages but the one that a row comes into', () => {
    const many = RowPages.of(sorted(Array.from({ length: 20_000 }, (_, n) => n)));
    let touched = 0;
    const counting = (a: CountRow, b: CountRow) => (touched++, byLocation(a, b));
    many.merged([at(7_000)], counting);
    expect(touched).to.be.lessThan(20_000 / 256 + 2 * 256 + 8);
  });
});
