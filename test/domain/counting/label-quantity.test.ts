import { expect } from '@open-wc/testing';
import { isGtin } from '../../../src/domain/gtin.ts';
import { isBurst, isNumeral } from '../../../src/domain/quantity.ts';
import { Counter } from '../../support/counter.ts';
import { location, match } from '../../support/fixtures.ts';

const LABELS = ['96385074', '036000291452', '5940000000103', '05940000000103', '10012345678902'];
const NUMBERS = ['12', '96385075', '036000291453', '1234567', '123456789', '100000', '96385074.5', '0'];

describe('A quantity that looks like a label', () => {
  const counted = (quantity: string) => new Counter().readLocation().readItem().type(quantity);
  const recorded = ({ effects }: Counter) => effects.filter(({ type }) => type === 'record').length;

  for (const label of LABELS.filter(({ length }) => length <= 12)) {
    it(`is asked about at Confirm, as often as it is pressed, and recorded when it is meant: ${label}`, () => {
      const counter = counted(label).confirm().confirm();
      expect([counter.notice, counter.state.focus.field, recorded(counter)]).to.deep.equal([
        'label-as-quantity',
        'quantity',
        0,
      ]);
      counter.send({ type: 'confirm', meant: true, key: 'key-meant' });
      expect(recorded(counter)).to.equal(1);
    });
  }

  for (const label of LABELS.filter(({ length }) => length > 12)) {
    it(`is no quantity at all, as it is too large: ${label}`, () => {
      const counter = counted(label).confirm();
      expect([counter.notice, recorded(counter)]).to.deep.equal(['quantity', 0]);
    });
  }

  it('is asked about before the next item confirms it', () => {
    const counter = new Counter({}, { nextItemConfirms: true }).readLocation().readItem().type('96385074');
    counter.readItem(match({ code: 'ART-119' }));
    expect([counter.notice, recorded(counter)]).to.deep.equal(['label-as-quantity', 0]);
    counter.type('9').confirm();
    expect(recorded(counter)).to.equal(1);
  });

  it('is asked about where a command barcode confirms', () => {
    const counter = counted('96385074').command('confirm');
    expect([counter.notice, recorded(counter)]).to.deep.equal(['label-as-quantity', 0]);
  });

  it('is asked about whatever it says, where it came faster than anybody types', () => {
    const counter = counted('101').send({ type: 'burst-entered', text: '101' }).confirm();
    expect([counter.notice, recorded(counter)]).to.deep.equal(['label-as-quantity', 0]);
    expect(recorded(counter.type('102').confirm())).to.equal(1);
  });

  for (const number of NUMBERS) {
    it(`is not asked about as ${number}`, () => {
      const counter = counted(number).confirm();
      expect(counter.notice).not.to.equal('label-as-quantity');
    });
  }

  it('is a GTIN by length and check digit', () => {
    expect(LABELS.filter(isGtin)).to.deep.equal(LABELS);
    expect(NUMBERS.filter(isGtin)).to.deep.equal([]);
  });

  it('is a burst from three characters and Enter on, faster than anybody types', () => {
    expect(
      [
        [0, 2, 4, 6],
        [0, 60, 62, 64, 66],
        [0, 13, 26, 39],
      ].map(isBurst),
    ).to.deep.equal([true, true, true]);
    expect([[0, 2, 4], [0, 60, 120, 180], [0, 2, 4, 200], []].map(isBurst)).to.deep.equal([false, false, false, false]);
  });

  it('is a numeral, as far as it is typed', () => {
    expect(['1', '12,', ',5', '1.5', '٣', ' 7 '].filter(isNumeral)).to.have.lengthOf(6);
    expect(['', ',', 'A1', '1A', '1-2', '1,2,3'].filter(isNumeral)).to.be.empty;
  });
});

describe('The quantity that a label counts', () => {
  const box = { code: 'box', description: 'Box', decimals: 0 };
  const inBoxes = match({
    alternativeUnits: [
      {
        unit: box,
        factor: '12',
        operation: 'multiply',
        default: true,
        mandatory: false,
        priority: 1,
        defaultWms: true,
      },
    ],
  });
  const pieces = [{ quantity: '24', unit: null }];
  const readIn = (item = match()) =>
    new Counter()
      .readLocation(location())
      .read('(01)05940000000103(30)24', { barcodes: ['05940000000103'], measures: pieces })
      .found({ items: [item] });

  it('is pieces, and so not of the boxes that an item is counted in: that is said', () => {
    const counter = readIn(inBoxes);
    expect([counter.state.form.quantityText, counter.notice]).to.deep.equal(['', 'other-unit']);
  });

  it('is filled in where the main unit is counted', () => {
    expect(readIn().state.form.quantityText).to.equal('24');
  });
});
