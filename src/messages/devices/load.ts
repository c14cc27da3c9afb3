import { localeFor } from '../load.ts';
import type { DeviceMessages } from './en.ts';

/** Loads the words of one language. They are no part of the screens' own: who has no camera does not load them. */
export async function loadDeviceMessages(locale: string): Promise<DeviceMessages> {
  switch (localeFor([locale])) {
    case 'en':
      return (await import('./en.ts')).devices;
    case 'ro':
      return (await import('./ro.ts')).devices;
    case 'it':
      return (await import('./it.ts')).devices;
  }
}
