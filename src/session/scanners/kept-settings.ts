import { take } from 'rxjs';
import { DEFAULT_SETTINGS, type DeviceSettings, type DeviceSettingsStore } from '../../device/settings.ts';
import type { ScanSource } from '../../scanner/scan.ts';
import type { KeyboardWedge } from '../../scanner/wedge/keyboard-wedge.ts';
import type { WedgeProfile } from '../../scanner/wedge/profile.ts';
import type { SoundSettings } from '../../services/feedback.ts';
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

  const shown = (): Pick<ScannersState, 'profile' | 'sound' | 'canCalibrate'> => ({
    profile: settings.profile,
    sound: feedback.configure === undefined ? null : settings.sound,
    canCalibrate: wedges.length > 0,
  });
  const keep = (change: Partial<DeviceSettings>): void => {
    settings = { ...settings, ...change };
    set({ isKept: store.save(settings), ...shown() });
  };
  const useProfile = (profile: WedgeProfile | null): void => {
    for (const wedge of wedges) {
      const next = profile ?? original.get(wedge);
      if (next !== undefined) wedge.setProfile(next);
    }
  };

  if (settings.profile !== null) useProfile(settings.profile);
  feedback.configure?.(settings.sound);
  set(shown());

  return {
    isWanted: (id: string): boolean => settings.sources.includes(id),
    want: (id: string, isWanted: boolean): void => {
      const others = settings.sources.filter(each => each !== id);
      keep({ sources: isWanted ? [...others, id] : others });
    },
    /** `null`: as the page has it. */
    setProfile: (profile: WedgeProfile | null): void => {
      useProfile(profile);
      keep({ profile });
    },
    setSound: (sound: SoundSettings): void => {
      feedback.configure?.(sound);
      keep({ sound });
    },
  };
}

export type KeptSettings = ReturnType<typeof createKeptSettings>;

function isWedge(source: ScanSource): source is KeyboardWedge {
  return 'setProfile' in source;
}
