import { expect } from '@open-wc/testing';
import { detailsOf, identityKey, identityOf, isAbout } from '../../src/domain/count-identity.ts';
import { identity, row } from '../support/fixtures.ts';

describe('The identity of a count (rule 3)', () => {
  it('is another one as soon as any of its fields is', () => {
    const others = [
      identity({ itemClass: 'FER' }),
      identity({ itemCode: 'ART-119' }),
      identity({ variant: 'L' }),
      identity({ lot: '1' }),
      identity({ serial: '1' }),
      identity({ warehouse: '02' }),
      identity({ location: 'A-01-03' }),
    ];
    expect(new Set([identity(), ...others].map(identityKey)).size).to.equal(8);
    expect(identityKey(identity())).to.equal(identityKey({ ...identity() }));
  });

  it('is not confused by what stands in a code', () => {
    expect(identityKey(identity({ variant: 'null' }))).to.not.equal(identityKey(identity()));
    expect(identityKey(identity({ lot: 'a","b' }))).to.not.equal(identityKey(identity({ lot: 'a', serial: 'b' })));
  });

  it('is told apart by a host’s own dimensions, in whatever order they come', () => {
    const of = (dimensions: Readonly<Record<string, string>>) => identityKey(identity({ dimensions }));
    const same = of({ owner: 'ACME', project: 'P1', pallet: '7' });
    expect(same).to.equal(
      '["MOB","ART-118",null,null,null,"01","A-01-02",[["owner","ACME"],["pallet","7"],["project","P1"]]]',
    );
    expect(of({ project: 'P1', pallet: '7', owner: 'ACME' })).to.equal(same);
    expect(of({ pallet: '7', owner: 'ACME', project: 'P1' })).to.equal(same);
    const others = [{ owner: 'ACME' }, { owner: 'Globex' }, { project: 'ACME' }, { owner: 'ACME', project: 'P1' }];
    expect(new Set([...others.map(of), same, identityKey(identity())]).size).to.equal(6);
  });

  it('without dimensions is what it was before there were any: stored counts are found by it', () => {
    const before = '["MOB","ART-118",null,null,null,"01","A-01-02"]';
    expect([identityKey(identity()), identityKey(identity({ dimensions: {} }))]).to.deep.equal([before, before]);
    expect(identityOf(identity({ dimensions: {} }))).to.deep.equal(identity());
    expect(identityOf(row())).to.deep.equal(identity());
    const owned = identity({ dimensions: { owner: 'ACME' } });
    expect(identityOf(owned)).to.deep.equal(owned);
  });

  it('is shown by what tells it apart in its place, and by nothing where nothing does', () => {
    const whole = identity({ variant: 'L', lot: 'L1', serial: 'S1', dimensions: { owner: 'ACME' } });
    expect([detailsOf(whole), detailsOf(identity({ lot: 'L1' })), detailsOf(identity())]).to.deep.equal([
      'L · L1 · S1 · ACME',
      'L1',
      '',
    ]);
  });

  it('is that of an answer only where something is asked about', () => {
    expect([
      isAbout(identity(), identity()),
      isAbout(null, identity()),
      isAbout(identity({ lot: '1' }), identity()),
    ]).to.deep.equal([true, false, false]);
  });
});
