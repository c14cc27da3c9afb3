import { expect } from '@open-wc/testing';
import { resultOf } from '../../src/domain/answer-result.ts';
import { BOXES, PIECES, alternative, item, row } from '../support/fixtures.ts';

const boxed = item({ alternativeUnits: [alternative()] });
const inBoxes = row({ quantity: '144', alternativeUnit: BOXES, alternativeQuantity: '12' });

describe('What Add and Replace would lead to', () => {
  it('is shown in the main unit where nothing else was entered', () => {
    const entry = { quantity: '5', unit: 'buc' };
    const shown = { unit: PIECES, earlier: '12', entered: '5', inMain: null };
    expect(resultOf(item(), row(), entry, 'add')).to.deep.equal({ ...shown, result: '17' });
    expect(resultOf(item(), row(), entry, 'replace')).to.deep.equal({ ...shown, result: '5' });
  });

  it('is shown in the alternative unit, and in the main unit beside it (rule 4)', () => {
    const entry = { quantity: '5', unit: 'cutii' };
    const shown = { unit: BOXES, earlier: '12', entered: '5' };
    expect(resultOf(boxed, inBoxes, entry, 'add')).to.deep.equal({ ...shown, result: '17', inMain: '204' });
    expect(resultOf(boxed, inBoxes, entry, 'replace')).to.deep.equal({ ...shown, result: '5', inMain: '60' });
  });

  it('is shown in the main unit where the earlier count was in another one: never is a sum of two units written', () => {
    const entry = { quantity: '5', unit: 'cutii' };
    const shown = { unit: PIECES, earlier: '7', entered: '60', inMain: null };
    const inPieces = row({ quantity: '7' });
    expect(resultOf(boxed, inPieces, entry, 'add')).to.deep.equal({ ...shown, result: '67' });
    expect(resultOf(boxed, inPieces, entry, 'replace')).to.deep.equal({ ...shown, result: '60' });
  });
});
