import { expect } from '@open-wc/testing';
import { type Calibration, SETUP_CODE, calibrate } from '../../../src/scanner/wedge/calibration.ts';
import { type KeyRecord, recordOf } from '../../../src/scanner/wedge/key-record.ts';
import { keyboardWedge } from '../../../src/scanner/wedge/keyboard-wedge.ts';
import { GS_FORMS, type WedgeProfile } from '../../../src/scanner/wedge/profile.ts';
import { eventOf, play } from '../../support/scan-player.ts';
import { ScanStage } from '../../support/scan-stage.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { type Row, fixtureOf } from '../fixtures/fixture.ts';
import { type Typing, typeCode } from '../fixtures/typing.ts';

const GS1 = '0109506000134352\u001d10AB-12';
const TOKENIZER_EXAMPLES = ['Item-MOB-ART', 'Loc-01-L1', 'UDC-2023-5-21', 'Lot-MOB-ART-123', 'ItemQty-MOB-ART-35'];

function recordsOf(rows: readonly Row[]): KeyRecord[] {
  return rows.flatMap(row => {
    if (row.type !== 'keydown' && row.type !== 'keyup') return [];
    const record = recordOf(eventOf(row), row.type, row.t);
    return record === null ? [] : [record];
  });
}

function calibrateWith(typing: Typing, before = ''): Calibration {
  return calibrate(recordsOf(typeCode(before + SETUP_CODE, typing)));
}

function found(calibration: Calibration): Exclude<Calibration, { failure: unknown }> {
  if ('failure' in calibration) throw new Error(calibration.failure);
  return calibration;
}

/** What a wedge set up so reads of codes typed so. */
function readBack(profile: WedgeProfile, codes: readonly string[], typing: Typing): string[] {
  const clock = new VirtualClock();
  const stage = new ScanStage();
  const wedge = keyboardWedge({ profile, clock });
  const texts: string[] = [];
  wedge.scans$.subscribe(({ text }) => texts.push(text));
  wedge.connect();
  const rows = codes.flatMap((code, index) => typeCode(code, { ...typing, at: index * 20_000 }));
  play(fixtureOf({ name: 'calibrated', rows }), stage, clock, 'quantity', 'keys-first');
  const leaked = stage.changes();
  wedge.disconnect();
  stage.remove();
  expect(leaked).to.deep.equal({});
  return texts;
}

describe('Calibration', () => {
  for (const system of ['us', 'it', 'fr', 'de', 'es', 'uk'] as const) {
    for (const suffix of [['Enter'], ['Tab'], ['LineFeed'], []] as const) {
      for (const capsLock of [false, true]) {
        const title = `${system}, ${suffix[0] ?? 'no suffix'}${capsLock ? ', Caps Lock on' : ''}`;
        it(`finds the profile of a US scanner on ${title}, with which codes arrive exact`, () => {
          const typing: Typing = { scanner: 'us', system, suffix, capsLock };
          const { profile, findings } = found(calibrateWith(typing));
          expect(findings).to.deep.include({
            scannerLayout: 'us',
            systemLayout: system,
            suffix: suffix[0] ?? 'none',
            gs: 'ctrl-]',
            capsLock: capsLock ? 'undone' : 'off',
            aim: null,
            prefix: '',
            medianGapMs: 5,
          });
          const codes = [...TOKENIZER_EXAMPLES, GS1];
          expect(readBack(profile, codes, typing)).to.deep.equal(codes);
        });
      }
    }
  }

  for (const scanner of ['it', 'fr', 'de', 'es', 'uk'] as const) {
    it(`finds that scanner and system both are ${scanner}, and that nothing is to be mended but GS`, () => {
      const { findings, repairs } = found(calibrateWith({ scanner }));
      expect(findings).to.include({ scannerLayout: scanner, systemLayout: scanner });
      expect(repairs).to.deep.equal(['gs']);
    });
  }

  for (const gs of GS_FORMS) {
    it(`finds GS as ${gs}`, () => {
      const typing: Typing = { system: 'it', gs };
      const { profile, findings } = found(calibrateWith(typing));
      expect([findings.gs, profile.gs]).to.deep.equal([gs, [gs]]);
      expect(readBack(profile, [GS1], typing)).to.deep.equal([GS1]);
    });
  }

  it('finds that GS is lost, and does not make one up', () => {
    const { profile, findings } = found(calibrateWith({ gs: 'lost' }));
    expect(findings.gs).to.equal('lost');
    expect(profile.gs).not.to.include('F8');
  });

  it('finds that something else comes for GS', () => {
    const rows = typeCode(SETUP_CODE.replace('\u001d', '|'));
    expect(found(calibrate(recordsOf(rows))).findings.gs).to.equal('other');
  });

  it('finds prefix and symbology identifier, and keeps them apart', () => {
    const { profile, findings } = found(calibrateWith({ system: 'fr' }, '~]C0'));
    expect(findings).to.include({ prefix: '~', aim: ']C0' });
    expect(readBack(profile, [`~]C1${GS1}`], { system: 'fr' })).to.deep.equal([GS1]);
  });

  it('takes a slow scanner with a prefix, and none without', () => {
    const { profile, repairs } = found(calibrateWith({ gap: 100 }, '~'));
    expect(repairs).to.include('slow');
    expect(readBack(profile, ['~Item-MOB-ART'], { gap: 120 })).to.deep.equal(['Item-MOB-ART']);
    expect(calibrateWith({ gap: 100 })).to.deep.equal({ failure: 'prefix-missing' });
  });

  it('takes keys without a code by what the system types, where the layouts agree', () => {
    const { profile, findings } = found(calibrateWith({ without: 'code', gs: 'literal' }));
    expect([profile.layout, findings.scannerLayout, findings.systemLayout]).to.deep.equal([null, null, null]);
  });

  it('finds a scanner that undoes Caps Lock by itself', () => {
    const rows = typeCode(SETUP_CODE, { capsLock: true }).map(row => {
      if (!/^Key[A-Z]$/.test(row.code ?? '') || row.mods?.includes('Control') === true) return row;
      const mods = row.mods?.includes('Shift') === true ? ['CapsLock'] : ['CapsLock', 'Shift'];
      const other = row.key === row.key?.toLowerCase() ? row.key?.toUpperCase() : row.key?.toLowerCase();
      return { ...row, mods, key: other };
    });
    const { profile, findings } = found(calibrate(recordsOf(rows)));
    expect([findings.capsLock, profile.capsLock]).to.deep.equal(['compensated', 'scanner']);
  });

  it('says what went wrong', () => {
    expect(calibrate([])).to.deep.equal({ failure: 'nothing-read' });
    expect(calibrate(recordsOf(typeCode('5940000000103')))).to.deep.equal({ failure: 'another-code' });
    const cyrillic = recordsOf(typeCode(SETUP_CODE)).map(record => ({ ...record, code: '', key: 'ж' }));
    expect(calibrate(cyrillic)).to.deep.equal({ failure: 'another-code' });
    const shuffled = recordsOf(typeCode(SETUP_CODE)).map(record =>
      record.code === 'KeyQ' ? { ...record, code: 'KeyX', key: 'x' } : record,
    );
    expect(calibrate(shuffled)).to.deep.equal({ failure: 'unknown-layout' });
  });
});
