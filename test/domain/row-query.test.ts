import { expect } from '@open-wc/testing';
import { rowFilter, rowOrder } from '../../src/domain/row-query.ts';
import { ROWS, ROW_QUERIES } from '../support/row-queries.ts';

describe('The rows asked for', () => {
  for (const { title, query, ids } of ROW_QUERIES) {
    it(`are, in their order: ${title}`, () => {
      const found = ROWS.filter(rowFilter(query)).sort(rowOrder(query.order));
      expect(found.map(({ id }) => id).join(' ')).to.equal(ids);
    });
  }
});
