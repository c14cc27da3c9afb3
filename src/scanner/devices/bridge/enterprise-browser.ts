import type { Clock } from '../../../ports/time.ts';
import { type BridgeSource, createBridge } from './source.ts';
import { deviceCode } from '../code-text.ts';
import { isRecord } from '../is-record.ts';

/** What we use of Zebra Enterprise Browser's `EB.Barcode`. */
export interface EnterpriseBarcode {
  enable(settings: object, onScan: (scan: unknown) => void): void;
  disable(): void;
}

export interface EnterpriseBrowserOptions {
  readonly id?: string;
  /** Default: `EB.Barcode`, which `ebapi-modules.js` makes. */
  readonly barcode?: EnterpriseBarcode | null;
  /** Settings of the scanner, such as `{ code128: true, code128isbt128: false }`. Default: the device's own. */
  readonly settings?: object;
  readonly clock?: Pick<Clock, 'monotonic'>;
}

/**
 * The scanner of a Zebra device whose browser is Enterprise Browser. The device is told when we begin and stop; DataWedge
 * gives way to it by itself.
 */
export function enterpriseBrowser(options: EnterpriseBrowserOptions = {}): BridgeSource {
  const { id = 'enterprise-browser', barcode = globalBarcode(), settings = {} } = options;
  return createBridge(
    {
      id,
      problem: barcode === null ? 'no-interface' : null,
      open: hear => {
        let open = true;
        barcode?.enable(settings, scan => {
          if (!open) return;
          const { data, time } = isRecord(scan) ? scan : {};
          if (typeof data !== 'string' || !(time === undefined || typeof time === 'string')) hear.ignore('malformed');
          // A trigger that was let go without a code: it says so with a word in `data`, and no time.
          else if (time !== '' && data !== '') hear.code(deviceCode(data));
        });
        return () => {
          open = false;
          barcode?.disable();
        };
      },
    },
    options.clock,
  );
}

function globalBarcode(): EnterpriseBarcode | null {
  const { EB: api } = globalThis as { EB?: { Barcode?: EnterpriseBarcode } };
  return api?.Barcode ?? null;
}
