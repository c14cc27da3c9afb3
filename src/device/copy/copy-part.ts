import type { CopyStore } from './copy-store.ts';
import { createDeviceCopy } from './device-copy.ts';
import { type CopyLoaderPorts, createCopyLoader } from './loader.ts';
import { createOfflineAnswers } from './offline-answers.ts';

/** What is loaded later of the copy: what keeps it, what loads it, and what answers from it. */
export function openCopy(store: CopyStore, ports: Omit<CopyLoaderPorts, 'copy'>) {
  const copy = createDeviceCopy(store);
  return { answers: createOfflineAnswers(copy), loader: createCopyLoader({ ...ports, copy }) };
}
