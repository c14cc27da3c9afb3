import type { CodeParts } from '../../domain/code-read.ts';
import { gtinForms } from '../../domain/gtin.ts';
import type { BarcodeReading, Token } from '../../tokenizer/index.ts';

/** What a reading may mean, likeliest first. Empty where nothing can be made of it. `gs1`: what a GS1 label means. */
export function interpret(
  { kind, status, text, tokens, alternatives, warnings }: BarcodeReading,
  gs1: (tokens: readonly Token[]) => CodeParts[],
): CodeParts[] {
  if (text === '') return [];
  const asItIs: CodeParts = { raw: text, barcodes: gtinForms(text) };
  switch (kind) {
    case 'raw':
    case 'gtin':
      return [asItIs];
    case 'tokenizer': {
      const splits = status === 'invalid' ? [] : [tokens, ...alternatives].map(partsOf);
      // Read with a code in another case or other dashes, it may be no tokenizer's after all.
      return warnings.length === 0 ? splits : [...splits, asItIs];
    }
    case 'gs1':
    case 'digital-link':
      return status === 'invalid' ? [] : gs1(tokens);
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
    const value = tokens.find(token => token.role === role)?.value;
    if (value !== undefined) parts[role] = value;
  }
  return parts;
}
