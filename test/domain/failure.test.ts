import { expect } from '@open-wc/testing';
import { type Failure, REFUSALS, leavesOutcomeOpen } from '../../src/domain/failure.ts';

describe('A refusal', () => {
  it('has the name that the contract gives it: a host that was built on it says no other', () => {
    expect(REFUSALS.join(' ')).to.equal(
      'list-closed not-your-list unknown-list unknown-item phantom-item archived-item variant-required unknown-location ' +
        'inactive-location other-warehouse lot-required lot-not-managed unknown-lot serial-required serial-not-managed ' +
        'serial-quantity serial-repeated serial-elsewhere unknown-unit too-many-decimals negative-quantity ' +
        'too-large-quantity nothing-to-undo already-undone key-reused bad-request',
    );
  });
});

describe('A failure', () => {
  const cases: readonly [failure: Failure, isOpen: boolean][] = [
    [{ kind: 'unreachable' }, true],
    [{ kind: 'host-error' }, true],
    [{ kind: 'contract-broken' }, true],
    [{ kind: 'signed-out' }, false],
    [{ kind: 'forbidden' }, false],
    [{ kind: 'refused', refusal: 'unknown-item' }, false],
    [{ kind: 'row-exists', row: null }, false],
    [{ kind: 'changed-meanwhile', row: null }, false],
  ];
  for (const [failure, isOpen] of cases) {
    it(`${isOpen ? 'may have left the count at the host' : 'surely recorded nothing'}: ${failure.kind}`, () => {
      expect(leavesOutcomeOpen(failure)).to.equal(isOpen);
    });
  }
});
