import type { CountRow } from '../../src/domain/inventory.ts';
import type { RowQuery } from '../../src/domain/row-query.ts';
import { row } from './fixtures.ts';

/**
 * Which rows a query finds, in which order: said once for all who answer it, so that what is found with the host is found
 * without it.
 */

const NONE = { countedAt: null, quantity: null, operator: null };
const of = (rowNumber: number, location: string, change: Partial<CountRow>): CountRow =>
  row({ id: String(rowNumber), rowNumber, location, ...change });

/** Of one list; each row's id is its number. */
export const ROWS: readonly CountRow[] = [
  of(1, 'A-01-10', { itemCode: 'ART-118', itemDescription: 'Scaun pliant', countedAt: '2026-11-22T08:32:00.000Z' }),
  of(2, 'A-01-02', { itemCode: 'ART_204', itemDescription: 'Șurub M8 100%', ...NONE }),
  of(3, 'a-01-01', { itemCode: 'ALB-10', itemDescription: 'Vopsea albă', lot: 'L26417', ...NONE }),
  // Zero is a count.
  of(4, 'B-01-01', { itemCode: 'LAP-14', serial: 'SN-77a', quantity: '0', countedAt: '2026-11-22T09:15:00.000Z' }),
  of(5, 'A-01-02', { itemCode: 'ALB-10', lot: 'L26418', countedAt: '2026-11-21T16:00:00.000Z' }),
  // Another zone: after row 1, before row 4.
  of(6, 'Ă-01-01', {
    itemCode: 'back\\slash',
    itemDescription: 'O\u2019Neill',
    countedAt: '2026-11-22T11:00:00.500+02:00',
  }),
  // Written in letters and signs of their own, the second with a cedilla.
  of(7, 'R1-10', { itemCode: 'PIU-8', itemDescription: 'Piuli\u0163a\u0306 M8', ...NONE }),
  of(8, 'R1-2', { itemCode: 'MLO-3', itemDescription: 'Młot Straße Đuro', serial: 'ŞN-1', ...NONE }),
  of(9, 'R1-02', { itemCode: 'R-9', itemDescription: 'Caffè', ...NONE }),
  of(10, 'R1-12345678901', { itemCode: 'R-10', itemDescription: '', ...NONE }),
  of(11, 'R1-999999999', { itemCode: 'R-11', itemDescription: '', ...NONE }),
];

interface Case {
  readonly title: string;
  readonly query: RowQuery;
  readonly ids: string;
}

const newest = (title: string, query: Omit<RowQuery, 'order'>, ids: string): Case => ({
  title,
  query: { order: 'newest', ...query },
  ids,
});

export const ROW_QUERIES: readonly Case[] = [
  newest('the newest count first, then what is expected by row number', {}, '4 6 1 5 2 3 7 8 9 10 11'),
  newest('what is counted, zero too', { status: 'counted' }, '4 6 1 5'),
  newest('what is expected', { status: 'expected' }, '2 3 7 8 9 10 11'),
  newest('a part of an item code, in any case', { text: 'art' }, '1 2'),
  newest('a part of a description, in any case, with letters beyond ASCII', { text: 'șURUB' }, '2'),
  newest('letters without their accents', { text: 'surub' }, '2'),
  newest('a cedilla for a comma', { text: 'Şurub' }, '2'),
  newest('letters and accents apart', { text: 'S\u0326urub' }, '2'),
  newest('a comma for a cedilla, in one letter for two', { text: 'piuliță' }, '7'),
  newest('no accents where the text has letters and accents apart', { text: 'Piulita' }, '7'),
  newest('an accent that the text has not', { text: 'máp' }, ''),
  newest('letters that no accent can be taken from', { text: 'mlot strasse duro' }, '8'),
  newest('the same, as they are', { text: 'MŁOT STRAẞE ĐURO' }, '8'),
  newest('a serial number, with a comma for a cedilla', { text: 'șn-1' }, '8'),
  newest('another accent at the end', { text: 'Caffé' }, '9'),
  newest('a part of a location', { text: '01-02' }, '5 2'),
  newest('a part of a lot', { text: 'l2641' }, '5 3'),
  newest('a part of a serial number', { text: 'sn-77A' }, '4'),
  newest('without the blanks around what was typed', { text: ' m8 ' }, '2 7'),
  newest('with the blanks in it', { text: 'Șurub  M8' }, ''),
  newest('a percent sign as itself', { text: '0%' }, '2'),
  newest('an underscore as itself', { text: 'T_2' }, '2'),
  newest('a backslash as itself', { text: 'k\\s' }, '6'),
  newest('an apostrophe as itself', { text: '\u2019n' }, '6'),
  newest('nothing typed: all of them', { text: '  ' }, '4 6 1 5 2 3 7 8 9 10 11'),
  newest('text and status together', { text: 'alb', status: 'expected' }, '3'),
  {
    title: 'along the shelves, numbers by their value, then by row number',
    query: { order: 'location' },
    ids: '3 6 2 5 1 4 9 8 7 11 10',
  },
  {
    title: 'along the shelves, of what is counted',
    query: { order: 'location', status: 'counted' },
    ids: '6 5 1 4',
  },
];
