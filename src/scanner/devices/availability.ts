import type { SourceProblem } from '../scan.ts';
import type { CameraMedia } from './camera/stream.ts';
import type { DeviceNavigator } from './web-apis.ts';

/** What decides whether a kind of device can be used on a page at all. */
export interface PageFacts {
  /** The page came by https, or from this machine. */
  readonly secure: boolean;
  readonly navigator: DeviceNavigator & { readonly mediaDevices?: CameraMedia };
}

type Interfaces = PageFacts['navigator'];

const page = (): PageFacts => ({ secure: globalThis.isSecureContext, navigator: globalThis.navigator });

/** Why a page has no such interface; `null`: it has. On plain http the browser has none: the reason comes first. */
const problemOf =
  (name: keyof Interfaces) =>
  ({ secure, navigator }: PageFacts = page()): SourceProblem | null =>
    secure ? (navigator[name] === undefined ? 'no-interface' : null) : 'insecure-page';

export const hidProblem = problemOf('hid');
export const serialProblem = problemOf('serial');
export const cameraProblem = problemOf('mediaDevices');

/** The page's interface, or the one given in its place (`null`: none), and why it can't be used. */
export function interfaceOf<Name extends keyof Interfaces>(
  name: Name,
  given?: Interfaces[Name] | null,
): { readonly api: NonNullable<Interfaces[Name]> | null; readonly problem: SourceProblem | null } {
  if (given === undefined) return { api: page().navigator[name] ?? null, problem: problemOf(name)() };
  return { api: given, problem: given === null ? 'no-interface' : null };
}
