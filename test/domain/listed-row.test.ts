import { expect } from '@open-wc/testing';
import { NOT_NUMBERED, projectedRow } from '../../src/domain/listed-row.ts';
import { BOXES, alternative, identity, item, row } from '../support/fixtures.ts';

const PROJECTION = {
  id: 'own-1',
  listId: '1',
  identity: identity(),
  item: item({ description: 'Scaun nou', alternativeUnits: [alternative()] }),
  quantities: { quantity: '24', alternativeUnit: 'cutii', alternativeQuantity: '2' },
  countedAt: '2026-11-22T08:40:00Z',
  operator: { userName: 'ana', name: 'Ana Pop' },
};

describe('The row that a count will lead to', () => {
  it('keeps of the host’s row what a count does not change', () => {
    expect(projectedRow(row({ id: '7', rowNumber: 4, version: 'v9' }), PROJECTION)).to.deep.equal({
      ...row(),
      id: '7',
      rowNumber: 4,
      version: 'v9',
      quantity: '24',
      alternativeUnit: BOXES,
      alternativeQuantity: '2',
      countedAt: PROJECTION.countedAt,
    });
  });

  it('has an id of this device, no number and no version that a host gives, where the host has none', () => {
    const quantities = { quantity: '5', alternativeUnit: null, alternativeQuantity: null };
    const projected = projectedRow(null, { ...PROJECTION, quantities });
    expect(projected).to.include({ id: 'own-1', rowNumber: NOT_NUMBERED, version: 0, itemDescription: 'Scaun nou' });
    expect([NOT_NUMBERED, projected.alternativeUnit]).to.deep.equal([0, null]);
  });
});
