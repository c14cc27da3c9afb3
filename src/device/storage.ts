/** Keeps a few texts on this device: settings of its scanner and its sound, never anything of a person or a count. */
export interface DeviceStorage {
  /** `null`: there is none, or nothing can be kept here. */
  read(key: string): string | null;
  /** Whether it is kept. `null` takes it away. */
  write(key: string, text: string | null): boolean;
}

/** The browser's `localStorage`. A page may be denied it, and it may be full: then nothing is kept, and nothing fails. */
export function browserStorage(storage: () => Storage = () => localStorage): DeviceStorage {
  return {
    read: key => {
      try {
        return storage().getItem(key);
      } catch {
        return null;
      }
    },
    write: (key, text) => {
      try {
        if (text === null) storage().removeItem(key);
        else storage().setItem(key, text);
        return true;
      } catch {
        return false;
      }
    },
  };
}
