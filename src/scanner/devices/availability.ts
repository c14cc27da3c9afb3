import type { SourceProblem } from '../scan.ts';
import type { CameraMedia } from './camera/stream.ts';
import type { DeviceNavigator } from './web-apis.ts';

/** What decides whether a kind of device can be used on a page at all. */
export interface PageFacts {
  /** The page came by https, or from this machine. */
  readonly secure: boolean;
  readonly navigator: DeviceNavigator & { readonly mediaDevices?: CameraMedia };
}

export const page = (): PageFacts => ({ secure: globalThis.isSecureContext, navigator: globalThis.navigator });

const missing = (facts: PageFacts, there: boolean): SourceProblem | null =>
  // On plain http the browser has none of them: the reason comes first, then what it leads to.
  facts.secure ? (there ? null : 'no-interface') : 'insecure-page';

/** Why it can't be used on this page; `null`: it can. */
export const hidProblem = (facts = page()) => missing(facts, facts.navigator.hid !== undefined);
export const serialProblem = (facts = page()) => missing(facts, facts.navigator.serial !== undefined);
export const cameraProblem = (facts = page()) => missing(facts, facts.navigator.mediaDevices !== undefined);
