import { take } from 'rxjs';
import { DEFAULT_SETTINGS, type DeviceSettings, type DeviceSettingsStore } from '../../device/settings.ts';
import type { ScanSource } from '../../scanner/scan.ts';
import type { KeyboardWedge } from '../../scanner/wedge/keyboard-wedge.ts';
import type { WedgeProfile } from '../../scanner/wedge/profile.ts';
import type { ScannersState } from '../state/scanners-state.ts';
import type { ScannersContext } from './scanner-ports.ts';

const NO_STORE: DeviceSettingsStore = { load: () => DEFAULT_SETTINGS, save: () => false };

/** How the scanners and the sound of this device are set up: loaded, applied at once, and kept for the device. */
export function createKeptSettings({ settings: store = NO_STORE, feedback, set, ...ports }: ScannersContext) {
  let settings = store.load();
  const wedges = [...ports.sources, ...(ports.offered ?? [])].filter(isWedge);
  /** As the page has set them up: what the operator goes back to. */
  const original = new Map<KeyboardWedge, WedgeProfile>();
  for (const wedge of wedges) wedge.profile$.pipe(take(1)).subscribe(profile => original.set(wedge, profile));

  const apply = ({ profile, sound }: Partial<DeviceSettings>): void => {
    if (sound !== undefined) feedback.configure?.(sound);
    if (profile === undefined) return;
    for (const wedge of wedges) {
      const next = profile ?? original.get(wedge);
      if (next !== undefined) wedge.setProfile(next);
    }
  };
  const show = (change: Partial<ScannersState>): void => {
    const { profile, sound } = settings;
    const canCalibrate = wedges.length > 0;
    set({ ...change, profile, canCalibrate, sound: feedback.configure === undefined ? null : sound });
  };

  apply(settings.profile === null ? { sound: settings.sound } : settings);
  show({});

  return {
    /** The ids of the offered sources that are to be connected. */
    wanted: () => settings.sources,
    /** Applies it, and keeps it for the device. `profile: null`: as the page has it. */
    change: (change: Partial<DeviceSettings>): void => {
      settings = { ...settings, ...change };
      apply(change);
      show({ isKept: store.save(settings) });
    },
  };
}

export type KeptSettings = ReturnType<typeof createKeptSettings>;

function isWedge(source: ScanSource): source is KeyboardWedge {
  return 'setProfile' in source;
}
