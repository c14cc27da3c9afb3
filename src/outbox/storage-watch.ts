import { type Timers, within } from '../ports/time.ts';
import { StorageFullError, StorageUnavailableError } from './store/store.ts';

/** How long the storage may take, in milliseconds: then it is said, and what can go on without it does. */
const ANSWERS_WITHIN = 5_000;

/** What is wrong with the storage. `silent`: it does not answer. */
export type StorageTrouble = 'full' | 'silent';

/** What sending finds of the storage it writes to. */
export class StorageWatch {
  private readonly timers: Timers;
  private readonly onChange: () => void;
  private found: StorageTrouble | null = null;

  constructor(timers: Timers, onChange: () => void) {
    this.timers = timers;
    this.onChange = onChange;
  }

  get trouble(): StorageTrouble | null {
    return this.found;
  }

  /** Gives what the write gives, however long that takes, and says where it takes too long or fails. */
  watch<T>(write: Promise<T>): Promise<T> {
    return this.hear(write, true);
  }

  /** The same of what need not write anything: on a full disk it succeeds too. */
  listen<T>(work: Promise<T>): Promise<T> {
    return this.hear(work, false);
  }

  private async hear<T>(work: Promise<T>, writes: boolean): Promise<T> {
    const cancel = this.timers.after(ANSWERS_WITHIN, () => this.find('silent'));
    try {
      const done = await work;
      if (writes || this.found === 'silent') this.find(null);
      return done;
    } catch (error) {
      if (isOfStorage(error)) this.find(error instanceof StorageFullError ? 'full' : 'silent');
      throw error;
    } finally {
      cancel();
    }
  }

  /** Rejects where it takes too long: it goes on by itself. A storage known to be silent is not waited for again. */
  inTime<T>(work: Promise<T>): Promise<T> {
    return within(this.found === 'silent' ? 0 : ANSWERS_WITHIN, work, this.timers, () => {
      throw new StorageUnavailableError('The storage does not answer');
    });
  }

  private find(trouble: StorageTrouble | null): void {
    if (trouble === this.found) return;
    this.found = trouble;
    this.onChange();
  }
}

export function isOfStorage(error: unknown): boolean {
  return error instanceof StorageFullError || error instanceof StorageUnavailableError;
}
