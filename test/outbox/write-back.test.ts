import { expect } from '@open-wc/testing';
import type { OutboxRecord } from '../../src/outbox/record.ts';
import { planWriteBack } from '../../src/outbox/write-back.ts';
import { done, record, sending } from './records.ts';

describe('What a tab writes into a store that is another one', () => {
  const there = (...records: OutboxRecord[]) => new Map(records.map(each => [each.id, each]));
  const ids = (records: readonly OutboxRecord[]) => records.map(({ id }) => id);

  it('is all that it knows where nothing is there yet', () => {
    const known = [record({ id: 'a' }), record({ id: 'b' })];
    expect(planWriteBack(known, there())).to.deep.equal({ put: known, remove: [] });
  });

  it('leaves alone what another tab wrote there, unless it knows more of it', () => {
    const unsent = record();
    const sent = sending();
    expect(planWriteBack([unsent], there(sent)).put).to.deep.equal([]);
    expect(planWriteBack([unsent], there(unsent)).put).to.deep.equal([]);
    expect(planWriteBack([sent], there(unsent)).put).to.deep.equal([sent]);
  });

  it('takes a finished count for the last word on it', () => {
    const finished = record({ fate: done() });
    expect(planWriteBack([finished], there(sending())).put).to.deep.equal([finished]);
    expect(planWriteBack([sending()], there(finished)).put).to.deep.equal([]);
  });

  it('does not bring a count back under the key it had before', () => {
    const anew = record({ id: 'new', previousIds: ['old'] });
    const old = record({ id: 'old' });
    expect(ids(planWriteBack([old], there(anew)).put)).to.deep.equal([]);
    const written = planWriteBack([anew], there(old));
    expect([ids(written.put), written.remove]).to.deep.equal([['new'], ['old']]);
  });

  it('leaves what may have been sent under the key before', () => {
    const anew = record({ id: 'new', previousIds: ['old'] });
    expect(planWriteBack([anew], there(sending({ id: 'old' }))).remove).to.deep.equal([]);
  });
});
