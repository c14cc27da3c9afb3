import { Subscription } from 'rxjs';
import { type Claim, createScanRouter } from '../scanner/router.ts';
import type { Scan, ScanReject, ScanSource } from '../scanner/scan.ts';

export interface ScanIntake {
  /** Who takes scans from now on: the form, a dialog over it, or nobody. */
  setReceiver(receiver: 'form' | 'dialog' | null): void;
  /** Gives each scan to somebody else, until what it returns is called. */
  take(receiver: (scan: Scan) => void): () => void;
  /** Whether the form has the top claim, and with it the keys that belong to counting. */
  formIsOnTop(): boolean;
  dispose(): void;
}

export interface ScanIntakeOptions {
  readonly sources: readonly ScanSource[];
  /** Called for the form and for a dialog alike: behind a dialog, counting keeps the scan until it is answered. */
  readonly onScan: (scan: Scan) => void;
  readonly onReject: (reject: ScanReject) => void;
  /** A scan while nobody takes any. */
  readonly onUnused: (text: string) => void;
}

/** Connects the scan sources with counting. A dialog claims before it opens, so that no scan falls between the two. */
export function createScanIntake({ sources, onScan, onReject, onUnused }: ScanIntakeOptions): ScanIntake {
  const router = createScanRouter({ onProblem: (_, scan) => onUnused(scan.text) });
  const subscriptions = new Subscription();
  for (const source of sources) {
    subscriptions.add(router.add(source));
    subscriptions.add(source.rejects$.subscribe(onReject));
  }
  let form: Claim | null = null;
  let dialog: Claim | null = null;
  return {
    setReceiver: receiver => {
      if (receiver === null) {
        form?.release();
        form = null;
      } else form ??= router.claim(onScan);
      if (receiver === 'dialog') dialog ??= router.claim(onScan);
      else {
        dialog?.release();
        dialog = null;
      }
    },
    take: receiver => {
      const claim = router.claim(receiver);
      return () => claim.release();
    },
    formIsOnTop: () => form?.isTop() ?? false,
    dispose: () => {
      subscriptions.unsubscribe();
      router.dispose();
    },
  };
}
