import { type Claim, type RoutedSource, createScanRouter } from '../../scanner/router.ts';
import type { Scan } from '../../scanner/scan.ts';

/** Who takes scans: the form, a question over it, the question whether to leave it, or nobody. */
export type FormReceiver = 'form' | 'question' | 'leaving' | null;

export interface ScanIntake {
  readonly add: (source: RoutedSource) => () => void;
  /**
   * Claims for this receiver at once; what it gives is called when the state says so too, and releases the claims of
   * others: scans that those kept come to a form that is as it is shown.
   */
  claimFor(receiver: FormReceiver): () => void;
  /** Gives each scan to somebody else, as to the setup, until what it returns is called. */
  readonly take: (receiver: (scan: Scan) => void) => () => void;
  /** Whether the form has the top claim, and with it the keys that belong to counting. */
  readonly formIsOnTop: () => boolean;
  dispose(): void;
}

export interface ScanIntakeOptions {
  readonly isCommand: (scan: Scan) => boolean;
  /** Of the form, and of a question over it, which takes commands alone: codes go on to counting, which keeps them. */
  readonly onScan: (scan: Scan) => void;
  /** A command while it is asked whether to leave; codes are kept until that is answered. */
  readonly onLeavingCommand: (scan: Scan) => void;
  /** A scan while nobody takes any. */
  readonly onUnused: (scan: Scan) => void;
  /** How many scans are kept behind a dialog. */
  readonly onWaiting: (waiting: number) => void;
}

/** Gives scans to counting, to a dialog or to the setup. A dialog claims before it opens, so that none falls between. */
export function createScanIntake(options: ScanIntakeOptions): ScanIntake {
  const { isCommand, onScan, onLeavingCommand, onUnused, onWaiting } = options;
  const router = createScanRouter({ onProblem: (_, scan) => onUnused(scan) });
  const waiting = router.waiting$.subscribe(onWaiting);
  const claims: Record<'form' | 'question' | 'leaving', Claim | null> = { form: null, question: null, leaving: null };
  /** Those above counting that take every scan: the setup, an inspector. */
  const takers = new Set<{ readonly receiver: (scan: Scan) => void; claim: Claim }>();
  const release = (name: keyof typeof claims) => {
    const released = claims[name];
    claims[name] = null;
    released?.release();
  };
  const take = (receiver: (scan: Scan) => void) => {
    const taker = { receiver, claim: router.claim(receiver) };
    takers.add(taker);
    return () => {
      takers.delete(taker);
      taker.claim.release();
    };
  };
  return {
    add: source => router.add(source),
    claimFor: receiver => {
      if (receiver !== null && claims.form === null) {
        claims.form = router.claim(onScan);
        // A list that is opened behind them does not take the scans from them.
        for (const taker of takers) {
          taker.claim.release();
          taker.claim = router.claim(taker.receiver);
        }
      }
      if (receiver === 'question') claims.question ??= router.claim(onScan, { takes: isCommand, others: 'redirect' });
      if (receiver === 'leaving') {
        claims.leaving ??= router.claim(onLeavingCommand, { takes: isCommand, others: 'buffer' });
      }
      return () => {
        if (receiver !== 'leaving') release('leaving');
        if (receiver !== 'question') release('question');
        if (receiver === null) release('form');
      };
    },
    take,
    formIsOnTop: () => claims.form?.isTop() ?? false,
    dispose: () => {
      waiting.unsubscribe();
      router.dispose();
    },
  };
}
