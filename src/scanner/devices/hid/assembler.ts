import type { RejectReason } from '../../scan.ts';
import { deviceCode, isGarbled, textOfBytes, withoutEnter } from '../code-text.ts';
import type { DeviceCode } from '../device-source.ts';
import { type CodePart, type ReportLayout, readReport } from './report.ts';
import type { HidInputReport } from '../web-apis.ts';

/** What came of a report: nothing yet, a whole code, or something that is shown and not given out. */
export type Assembled =
  | { readonly kind: 'code'; readonly code: DeviceCode }
  | { readonly kind: 'reject'; readonly text: string; readonly reason: RejectReason };

export interface HidAssembler {
  take(report: Pick<HidInputReport, 'reportId' | 'data'>, at: number): Assembled | null;
  /** The device is gone: what there is of a code is a fragment. */
  breakOff(): Assembled | null;
}

/** The parts of one code follow each other at once; after a longer pause nobody knows what belongs together. */
const MOST_BETWEEN_PARTS_MS = 1000;

/** Joins the reports of one device into codes. */
export function createHidAssembler(layouts: readonly ReportLayout[]): HidAssembler {
  let parts: CodePart[] = [];
  let lastAt = 0;

  const finish = (reason?: RejectReason): Assembled => {
    const bytes = concat(parts.map(part => part.bytes));
    const aim = parts.find(part => part.aim !== undefined)?.aim;
    parts = [];
    const text = textOfBytes(bytes);
    const broken = reason ?? (isGarbled(text) ? 'garbled' : undefined);
    if (broken !== undefined) return { kind: 'reject', text, reason: broken };
    return { kind: 'code', code: deviceCode(withoutEnter(text), aim) };
  };

  return {
    take: ({ reportId, data }, at) => {
      const layout = layouts.find(each => each.reportId === reportId);
      if (layout === undefined) return null;
      const late = parts.length > 0 && at - lastAt > MOST_BETWEEN_PARTS_MS;
      const part = readReport(layout, data);
      if (part === null) return finish('garbled');
      parts.push(part);
      lastAt = at;
      if (late) return finish('broken-off');
      return part.continued ? null : finish();
    },
    breakOff: () => (parts.length === 0 ? null : finish('broken-off')),
  };
}

function concat(arrays: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(arrays.reduce((length, each) => length + each.length, 0));
  let at = 0;
  for (const each of arrays) {
    all.set(each, at);
    at += each.length;
  }
  return all;
}
