import type { CodeParts } from '../../domain/code-read.ts';
import { gtinForms } from '../../domain/gtin.ts';
import type { Measure } from '../../domain/measure.ts';
import type { BarcodeReading, Token } from '../../tokenizer/index.ts';

/** What a reading may mean, likeliest first. Empty where nothing can be made of it. */
export function interpret(reading: BarcodeReading): CodeParts[] {
  const { kind, status, text, tokens, alternatives, warnings } = reading;
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
      return status === 'invalid' ? [] : withLocations(tokens, gs1PartsOf(tokens));
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

function gs1PartsOf(tokens: readonly Token[]): CodeParts {
  // 01 is the trade item itself, 02 what a logistic unit holds of; 17 is the expiry date, 15 best before.
  const item = tokenOf(tokens, 'item', '01');
  const date = tokenOf(tokens, 'expiry', '17')?.typed?.date?.slice(0, 10);
  const measures = tokens
    .filter(token => token.role === 'quantity')
    .map(({ value, typed }): Measure => ({ quantity: typed?.decimal ?? value, unit: typed?.unit ?? null }));
  return {
    ...(item !== undefined && { barcodes: gtinForms(item.value) }),
    ...(date !== undefined && { expiry: date }),
    ...(measures.length > 0 && { measures }),
    ...ofRoles(tokens, 'lot', 'serial', 'loadingUnit'),
  };
}

/**
 * The locations of a GS1 label: its own code within a GLN (254), then GLNs. On a logistic label they may be the
 * recipient's, so that what else it says is taken without them where the host knows none.
 */
function withLocations(tokens: readonly Token[], parts: CodeParts): CodeParts[] {
  const locations = tokens.filter(token => token.role === 'location');
  const ordered = [...locations].sort((a, b) => Number(isExtension(b)) - Number(isExtension(a)));
  const all = ordered.map(({ value }): CodeParts => ({ ...parts, location: { warehouse: null, code: value } }));
  const [first] = ordered;
  if (first === undefined) return [parts];
  return Object.keys(parts).length === 0 ? all : [...all, { ...parts, locationLeftOut: first.value }];
}

function isExtension({ source }: Token): boolean {
  return source.kind === 'gs1' && source.ai === '254';
}

/** The token with this role, by preference that of this application identifier. */
function tokenOf(tokens: readonly Token[], role: Token['role'], ai: string): Token | undefined {
  const all = tokens.filter(token => token.role === role);
  return all.find(({ source }) => source.kind === 'gs1' && source.ai === ai) ?? all[0];
}

function ofRoles<R extends Token['role']>(tokens: readonly Token[], ...roles: R[]): { readonly [K in R]?: string } {
  const parts: { [K in R]?: string } = {};
  for (const role of roles) {
    const value = tokens.find(token => token.role === role)?.value;
    if (value !== undefined) parts[role] = value;
  }
  return parts;
}
