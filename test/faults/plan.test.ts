import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Asked, type Plan, createScript } from './plan.ts';

function asked(change: Partial<Asked> = {}): Asked {
  return { method: 'POST', url: '/api/lists/7/counts', idempotencyKey: null, warmed: true, ...change };
}

describe('A plan of faults', () => {
  it('goes through its script in order, then does what it says otherwise', () => {
    const faultOf = createScript({
      script: [{ kind: 'request-lost' }, { kind: 'none' }, { kind: 'hang' }],
      otherwise: { kind: 'cut-body' },
    });
    assert.deepEqual(
      Array.from({ length: 5 }, () => faultOf(asked()).kind),
      ['request-lost', 'none', 'hang', 'cut-body', 'cut-body'],
    );
  });

  it('keeps its next fault for a request it speaks of', () => {
    const faultOf = createScript({ only: { method: 'POST', path: 'counts$' }, script: [{ kind: 'hang' }] });
    assert.equal(faultOf(asked({ method: 'GET' })).kind, 'none');
    assert.equal(faultOf(asked({ url: '/api/counts/more' })).kind, 'none');
    assert.equal(faultOf(asked()).kind, 'hang');
  });

  const random: Plan = {
    random: { seed: 7, probability: 0.2, faults: [{ kind: 'request-lost' }, { kind: 'reply-lost' }] },
  };
  const keys = Array.from({ length: 2000 }, (_, n) => asked({ idempotencyKey: `key-${n}` }));

  it('draws as often as its probability says, and each fault', () => {
    const faults = keys.map(createScript(random)).map(({ kind }) => kind);
    const share = faults.filter(kind => kind !== 'none').length / faults.length;
    assert.ok(share > 0.17 && share < 0.23, String(share));
    const lost = faults.filter(kind => kind === 'request-lost').length;
    assert.ok(lost > 120 && lost < 280, String(lost));
  });

  it('draws the same for the same seed, whatever overtakes what; and anew for each repetition', () => {
    const forwards = keys.map(createScript(random));
    const backwards = [...keys].reverse().map(createScript(random)).reverse();
    assert.deepEqual(forwards, backwards);
    const faultOf = createScript({ random: { seed: 7, probability: 0.5, faults: [{ kind: 'hang' }] } });
    const kinds = new Set(Array.from({ length: 30 }, () => faultOf(asked({ idempotencyKey: 'one' })).kind));
    assert.deepEqual([...kinds].sort(), ['hang', 'none']);
    const other = keys.map(createScript({ random: { seed: 8, probability: 0.2, faults: [{ kind: 'hang' }] } }));
    assert.notDeepEqual(
      other.map(({ kind }) => kind === 'none'),
      forwards.map(({ kind }) => kind === 'none'),
    );
  });
});
