/** What hosts answer when a row's history is looked at, or the catalogue is copied: not before the first scan. */
import * as z from 'zod/mini';
import type { HistoryEntry, RowHistory } from '../../domain/row-history.ts';
import type { CountedSerial } from '../../domain/counted-serial.ts';
import type { CatalogueItem, CataloguePage, Matches } from '../inventory-gateway.ts';
import { exactly } from '../shapes.ts';
import { location, lot } from './replies.ts';
import { code, id, moment, quantity, shapes, text, version } from './scalars.ts';

const historyEntry = z.object({
  id,
  key: z.nullable(text),
  mode: z.literal([...shapes.mode.def.values, 'undo']),
  operator: shapes.operatorName,
  recordedAt: moment,
  confirmedAt: z.nullable(moment),
  device: z.nullable(text),
  ...shapes.told,
  entered: z.nullable(z.object(shapes.entry)),
  result: z.object({
    quantity: z.nullable(quantity),
    alternativeUnit: z.nullable(code(20)),
    alternativeQuantity: z.nullable(quantity),
  }),
  version,
  undoes: z.nullable(id),
  undoneBy: z.nullable(id),
});
exactly<HistoryEntry>()(historyEntry);

/** `GET /lists/{id}/rows/{rowId}/history`. An entry shows what a newer client sent with its count, as it came. */
export const rowHistory: z.ZodMiniType<RowHistory> = z.object({
  entries: z.array(z.catchall(historyEntry, z.unknown())),
  more: z.boolean(),
});

const countedSerial = exactly<CountedSerial>()(
  z.object({
    itemClass: code(3),
    itemCode: code(50),
    listId: id,
    inventory: text,
    row: z.int(),
    warehouse: code(10),
    location: code(100),
    countedAt: z.nullable(moment),
  }),
);

/** `GET /lists/{id}/serials?serial=` */
export const countedSerials: z.ZodMiniType<Matches<CountedSerial>> = z.object({
  matches: z.array(countedSerial),
  more: z.boolean(),
});

const catalogueItem: z.ZodMiniType<CatalogueItem> = z.object({ ...shapes.match, barcodes: z.array(text) });

function cataloguePage<T>(of: z.ZodMiniType<T>): z.ZodMiniType<CataloguePage<T>> {
  return z.object({
    items: z.array(of),
    next: z.nullable(text),
    revision: text.check(z.minLength(1), z.maxLength(500)),
  });
}

export const catalogueItems = cataloguePage(catalogueItem);
export const catalogueLocations = cataloguePage(location);
export const catalogueLots = cataloguePage(lot);
