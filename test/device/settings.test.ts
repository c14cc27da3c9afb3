import { expect } from '@open-wc/testing';
import { SUFFIX_PROFILE } from '../../src/scanner/wedge/profile.ts';
import { DEFAULT_SETTINGS, type DeviceSettings, deviceSettings } from '../../src/device/settings.ts';
import { browserStorage } from '../../src/device/storage.ts';
import { DEFAULT_SOUND } from '../../src/services/feedback.ts';

const SETTINGS: DeviceSettings = {
  sound: { volume: 0.3, success: true, vibration: false },
  profile: { ...SUFFIX_PROFILE, suffix: 'Tab', layout: 'us', gs: ['F8'] },
  sources: ['hid'],
};

describe('The settings of a device', () => {
  const setUp = (text: string | null = null) => {
    let kept = text;
    const store = deviceSettings({
      read: () => kept,
      write: (_, written) => {
        kept = written;
        return true;
      },
    });
    return { store, kept: () => kept };
  };

  it('come back as they were kept', () => {
    const { store } = setUp();
    expect(store.load()).to.deep.equal(DEFAULT_SETTINGS);
    expect(store.save(SETTINGS)).to.equal(true);
    expect(store.load()).to.deep.equal(SETTINGS);
  });

  it('hold nothing but sound and scanners', () => {
    const { store, kept } = setUp();
    store.save(SETTINGS);
    expect(Object.keys(JSON.parse(kept() ?? ''))).to.deep.equal(['sound', 'profile', 'sources']);
  });

  it('fall back part by part, whatever somebody has written there', () => {
    for (const text of ['', '{', 'null', '[]', '"x"', '{"sound":1,"profile":1,"sources":{}}']) {
      expect(setUp(text).store.load(), text).to.deep.equal(DEFAULT_SETTINGS);
    }
    const broken = { ...SETTINGS, profile: { ...SETTINGS.profile, layout: 'klingon' } };
    expect(setUp(JSON.stringify(broken)).store.load()).to.deep.equal({ ...SETTINGS, profile: null });
    const loud = { ...SETTINGS, sound: { ...SETTINGS.sound, volume: 40 } };
    expect(setUp(JSON.stringify(loud)).store.load()).to.deep.equal({ ...SETTINGS, sound: DEFAULT_SOUND });
  });
});

describe('The storage of a browser', () => {
  const refuse = () => {
    throw new DOMException('denied', 'SecurityError');
  };

  it('keeps texts, and takes them away', () => {
    const storage = browserStorage();
    expect(storage.write('wms-inventar.test', 'x')).to.equal(true);
    expect(storage.read('wms-inventar.test')).to.equal('x');
    storage.write('wms-inventar.test', null);
    expect(storage.read('wms-inventar.test')).to.equal(null);
  });

  it('that is denied to the page, or full, fails nothing and says that nothing is kept', () => {
    const denied = browserStorage(refuse);
    expect([denied.read('x'), denied.write('x', 'y')]).to.deep.equal([null, false]);
  });
});
