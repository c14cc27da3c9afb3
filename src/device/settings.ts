import * as z from 'zod/mini';
import { GS_FORMS, SCANNER_LAYOUTS, type WedgeProfile } from '../scanner/wedge/profile.ts';
import type { DeviceStorage } from './storage.ts';
import { DEFAULT_SOUND, type SoundSettings } from '../services/feedback.ts';

/** What belongs to one device, whoever works on it: its scanners, how the one that types does, and how loud it is. */
export interface DeviceSettings {
  readonly sound: SoundSettings;
  /** As calibration found it on this device; `null`: never calibrated. */
  readonly profile: WedgeProfile | null;
  /** The offered sources, by their ids, that the operator has connected. */
  readonly sources: readonly string[];
}

export interface DeviceSettingsStore {
  load(): DeviceSettings;
  /** Whether they are kept for the next time. */
  save(settings: DeviceSettings): boolean;
}

export const DEFAULT_SETTINGS: DeviceSettings = { sound: DEFAULT_SOUND, profile: null, sources: [] };

const KEY = 'wms-inventar.device';

const milliseconds = z.number().check(z.gte(0), z.lte(60_000));

const wedgeProfile: z.ZodMiniType<WedgeProfile> = z.object({
  prefix: z.string().check(z.maxLength(20)),
  suffix: z.literal(['Enter', 'Tab', 'LineFeed', 'none']),
  minLength: z.int().check(z.gte(1), z.lte(100)),
  maxMedianGapMs: milliseconds,
  maxGapMs: milliseconds,
  idleMs: milliseconds,
  layout: z.nullable(z.literal(SCANNER_LAYOUTS)),
  gs: z.array(z.literal(GS_FORMS)),
  aim: z.boolean(),
  capsLock: z.literal(['wedge', 'scanner']),
});

const sound: z.ZodMiniType<SoundSettings> = z.object({
  volume: z.number().check(z.gte(0), z.lte(1)),
  success: z.boolean(),
  vibration: z.boolean(),
});

// What an older or newer version kept, or somebody wrote there, falls back part by part.
const settings = z.object({
  sound: z.catch(sound, DEFAULT_SETTINGS.sound),
  profile: z.catch(z.nullable(wedgeProfile), DEFAULT_SETTINGS.profile),
  sources: z.catch(z.array(z.string()).check(z.maxLength(20)), []),
});

/** Settings in the storage of the device, for all pages of the same origin. */
export function deviceSettings(storage: DeviceStorage): DeviceSettingsStore {
  return {
    load: () => {
      const { success, data } = settings.safeParse(parseJson(storage.read(KEY)));
      return success ? data : DEFAULT_SETTINGS;
    },
    save: given => storage.write(KEY, JSON.stringify(given)),
  };
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
