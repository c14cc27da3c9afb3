/**
 * `wms-inventar/tokenizer/gs1`: reads GS1 element strings, their bracketed form, GS1 Digital Link URIs and what scanners
 * transmit of GS1 symbologies. No DOM, no dependency; runs in Node as well.
 */
export { createGs1Parser, type Gs1ParserOptions } from './create-gs1-parser.ts';
export type { Gs1Mapping, Gs1Meaning } from './tokens.ts';
export type { Gs1Element, Gs1Parser, Gs1Reason, Gs1Result, Gs1Warning } from '../gs1-parser.ts';
