import { deviceCode } from '../code-text.ts';
import type { DeviceCode } from '../device-source.ts';
import { isRecord } from '../is-record.ts';

/** What a page or a shell around ours sends for each code it read. */
export interface BridgeScan {
  readonly type: 'wms-inventar-scan';
  /** The code, without prefix and suffix; with the symbology identifier before it, or in `aim`. */
  readonly text: string;
  readonly aim?: string;
  readonly symbology?: string;
}

/** The messages we send to a shell, so that the device answers the operator. */
export type BridgeMessage =
  | {
      /** While we listen, DataWedge's keystroke output must be off, or each scan comes twice. */
      readonly type: 'wms-inventar-listening';
      readonly listening: boolean;
      readonly keystrokeOutput: 'off' | 'on';
    }
  | {
      readonly type: 'wms-inventar-feedback';
      readonly tone: BridgeTone;
      /** Hertz, milliseconds each, how often; `null`: no sound. */
      readonly beep: { readonly hertz: number; readonly milliseconds: number; readonly times: number } | null;
      /** Milliseconds on, off, on …, as `navigator.vibrate` takes them. */
      readonly vibrate: readonly number[];
      readonly led: 'green' | 'red' | 'yellow' | null;
    };

/** The tones of a `Feedback`. */
export type BridgeTone = 'success' | 'error' | 'decide' | 'info';

/** A scanner beeps by itself when it reads: success needs no sound, an error two low ones, a question one. */
const FEEDBACK: Readonly<Record<BridgeTone, Omit<BridgeMessage & { type: 'wms-inventar-feedback' }, 'type' | 'tone'>>> =
  {
    success: { beep: null, vibrate: [50], led: 'green' },
    error: { beep: { hertz: 220, milliseconds: 200, times: 2 }, vibrate: [200, 100, 200], led: 'red' },
    decide: { beep: { hertz: 660, milliseconds: 120, times: 1 }, vibrate: [100], led: 'yellow' },
    info: { beep: null, vibrate: [], led: null },
  };

export function feedbackMessage(tone: BridgeTone): BridgeMessage {
  return { type: 'wms-inventar-feedback', tone, ...FEEDBACK[tone] };
}

export function listeningMessage(listening: boolean): BridgeMessage {
  return { type: 'wms-inventar-listening', listening, keystrokeOutput: listening ? 'off' : 'on' };
}

/** Whether somebody means us: only such a message is worth a word when it is ignored. */
export function isForUs(message: unknown): boolean {
  return isRecord(message) && message['type'] === 'wms-inventar-scan';
}

/**
 * The code of a message; `null`: it is malformed. Three optional texts need no schema library in this chunk; unknown
 * properties are left alone, so that a host may send more than we know of.
 */
export function readBridgeScan(message: unknown): DeviceCode | null {
  if (!isForUs(message) || !isRecord(message)) return null;
  return readCode(message);
}

/** The same of a `CustomEvent`'s detail: its type is the event's own, and a text alone will do. */
export function readCode(detail: unknown): DeviceCode | null {
  if (typeof detail === 'string') return deviceCode(detail);
  if (!isRecord(detail)) return null;
  const { text, aim, symbology } = detail;
  if (typeof text !== 'string' || !isTextOrAbsent(aim) || !isTextOrAbsent(symbology)) return null;
  const code = deviceCode(text, aim);
  return symbology === undefined ? code : { ...code, symbology };
}

function isTextOrAbsent(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}
