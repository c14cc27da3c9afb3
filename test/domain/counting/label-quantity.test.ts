import { expect } from '@open-wc/testing';
import { isGtin } from '../../../src/domain/gtin.ts';
import { isBurst, isNumeral } from '../../../src/domain/quantity.ts';
import type { ItemMatch } from '../../../src/domain/inventory.ts';
import type { Measure } from '../../../src/domain/measure.ts';
import { Counter } from '../../support/counter.ts';
import { KILOS, alternative, location, match } from '../../support/fixtures.ts';

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
  const boxes = (item: ItemMatch['item'] = match().item) =>
    match({
      ...item,
      alternativeUnits: [
        alternative({ unit: { code: 'box', description: 'Box', decimals: 0 }, factor: '12', defaultWms: true }),
      ],
    });
  const readIn = (item: ItemMatch, ...measures: Measure[]) =>
    new Counter()
      .readLocation(location())
      .read('(01)05940000000103(30)24', { barcodes: ['05940000000103'], measures })
      .found({ items: [item] });
  const pieces = { quantity: '24', unit: null };
  const kilos = { quantity: '12.500', unit: 'KGM' };

  const SAID: readonly [what: string, item: ItemMatch, ...measures: Measure[]][] = [
    ['pieces, of boxes', boxes(), pieces],
    ['pieces, of kilograms', match({ unit: KILOS }), pieces],
    ['kilograms, of boxes of what is kept in kilograms', boxes(match({ unit: KILOS }).item), kilos],
    ['kilograms, of pieces', match(), kilos],
    ['pieces and kilograms, of boxes', boxes(), pieces, kilos],
    ['pounds, of kilograms', match({ unit: KILOS }), { quantity: '2', unit: 'LBR' }],
  ];
  for (const [what, item, ...measures] of SAID) {
    it(`is said, and converted by nobody, where it is ${what}`, () => {
      const counter = readIn(item, ...measures).confirm();
      expect([counter.state.form.quantityText, counter.effects.some(({ type }) => type === 'record')]).to.deep.equal([
        '',
        false,
      ]);
      expect(readIn(item, ...measures).notice).to.equal('other-unit');
    });
  }

  const FILLED: readonly [what: string, quantity: string, item: ItemMatch, ...measures: Measure[]][] = [
    ['pieces, of pieces', '24', match(), pieces],
    ['kilograms, of kilograms', '12.500', match({ unit: KILOS }), kilos],
    ['kilograms beside pieces, of kilograms', '12.500', match({ unit: KILOS }), pieces, kilos],
    ['pieces behind kilograms, of pieces', '24', match(), kilos, pieces],
  ];
  for (const [what, quantity, item, ...measures] of FILLED) {
    it(`is filled in where it is ${what}`, () => {
      const counter = readIn(item, ...measures);
      expect([counter.state.form.quantityText, counter.notice]).to.deep.equal([quantity, undefined]);
    });
  }

  describe('in a unit that the host names with the barcode', () => {
    const named = (item: ItemMatch, unit: string): ItemMatch => ({ ...item, unit });

    it('is filled in where that is counted', () => {
      expect(readIn(named(boxes(), 'box'), pieces).state.form.quantityText).to.equal('24');
      expect(readIn(named(match(), 'buc'), pieces).state.form.quantityText).to.equal('24');
    });

    it('is said in that unit where another one is counted', () => {
      for (const [item, unit, labelUnit] of [
        [match(), 'box', 'box'],
        [boxes(), 'buc', null],
        [match({ unit: KILOS }), 'box', 'box'],
      ] as const) {
        const { state } = readIn(named(item, unit), pieces);
        expect(state.form.quantityText).to.equal('');
        expect(state.notice).to.deep.include({ code: 'other-unit', quantity: '24', labelUnit });
      }
    });

    it('is that of the label at hand, whatever the item was read by before', () => {
      const counter = new Counter().readLocation(location()).readItem(match());
      counter
        .read('(01)05940000000103(30)24', { barcodes: ['05940000000103'], measures: [pieces] })
        .found({ items: [named(match(), 'box')] });
      expect([counter.state.form.quantityText, counter.notice]).to.deep.equal(['', 'other-unit']);
    });

    it('is not that of a count without its barcode', () => {
      const counter = new Counter().readLocation(location()).readItem(named(match(), 'box'));
      counter.read('(30)24', { measures: [pieces] }).found({});
      expect(counter.state.form.quantityText).to.equal('24');
    });
  });
});
