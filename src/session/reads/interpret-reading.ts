import type { CodeParts } from '../../domain/code-read.ts';
import type { barcodesIn } from '../../domain/ean-symbol.ts';
import { gtinForms } from '../../domain/gtin.ts';
import type { BarcodeReading, Token } from '../../tokenizer/index.ts';

/** What is known of the labels of trade. */
export interface LabelMeanings {
  /** What a GS1 label may mean, likeliest first; also if a separator of it was lost. */
  readonly meaningsOf: (reading: BarcodeReading) => CodeParts[];
  /** The barcodes that a text may be, as an EAN or UPC symbol. */
  readonly barcodesIn: typeof barcodesIn;
}

/** What a reading may mean, likeliest first, and the text as it is last. */
export function interpret(reading: BarcodeReading, labels: LabelMeanings | null): CodeParts[] {
  const { kind, status, text, aim, tokens, alternatives } = reading;
  if (text === '') return [];
  const isMisread = status === 'invalid';
  const barcodes = labels?.barcodesIn(text, aim === ']E3') ?? gtinForms(text);
  const asItIs: CodeParts = { raw: text, barcodes, ...(isMisread && { misread: isMisread }) };
  switch (kind) {
    case 'gtin':
      return [asItIs];
    case 'tokenizer':
      return isMisread ? [asItIs] : [...[tokens, ...alternatives].map(partsOf), asItIs];
    default:
      return [...(labels?.meaningsOf(reading) ?? []), asItIs];
  }
}

function partsOf(tokens: readonly Token[]): CodeParts {
  // An Id (role `other`) is the host's own number, and no code to look up.
  const valueOf = (businessObject: string) =>
    tokens.find(token => token.businessObject === businessObject && token.role !== 'other')?.value;
  const code = valueOf('FSItem');
  const location = valueOf('FSLocation');
  return {
    ...(location !== undefined && { location: { warehouse: valueOf('FSWarehouse') ?? null, code: location } }),
    ...(code !== undefined && {
      item: { itemClass: valueOf('FSItemClass') ?? null, code, variant: valueOf('FSItemVariant') ?? null },
    }),
    ...ofRoles(tokens, 'lot', 'serial', 'quantity', 'loadingUnit'),
  };
}

/** The first value of each of these roles, where there is one. */
export function ofRoles<R extends Token['role']>(
  tokens: readonly Token[],
  ...roles: R[]
): { readonly [K in R]?: string } {
  const parts: { [K in R]?: string } = {};
  for (const role of roles) {
    const token = tokens.find(each => each.role === role);
    if (token !== undefined) parts[role] = token.typed?.decimal ?? token.value;
  }
  return parts;
}
