import type { CodeParts } from '../../domain/code-read.ts';
import { gtinForms, withoutAddOn } from '../../domain/gtin.ts';
import type { BarcodeReading, Token } from '../../tokenizer/index.ts';

/** What a reading may mean, likeliest first, and the text as it is last. `gs1`: what a label means as GS1. */
export function interpret(reading: BarcodeReading, gs1: (reading: BarcodeReading) => CodeParts[]): CodeParts[] {
  const { kind, status, text, aim, tokens, alternatives } = reading;
  if (text === '') return [];
  const isMisread = status === 'invalid';
  const barcodes = aim === ']E3' ? [...gtinForms(withoutAddOn(text)), text] : gtinForms(text);
  const asItIs: CodeParts = { raw: text, barcodes, ...(isMisread && { misread: isMisread }) };
  switch (kind) {
    case 'gtin':
      return [asItIs];
    case 'tokenizer':
      return isMisread ? [asItIs] : [...[tokens, ...alternatives].map(partsOf), asItIs];
    default:
      return [...gs1(reading), asItIs];
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
