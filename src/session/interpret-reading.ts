import type { CodeParts } from '../domain/code-read.ts';
import type { BarcodeReading, Token } from '../tokenizer/index.ts';

/** What a reading may mean, likeliest first. Empty where it could not be split. */
export function interpret(reading: BarcodeReading): CodeParts[] {
  if (reading.status === 'no-match') return reading.text === '' ? [] : [{ raw: reading.text }];
  if (reading.status === 'invalid') return [];
  return [reading.tokens, ...reading.alternatives].map(partsOf);
}

function partsOf(tokens: readonly Token[]): CodeParts {
  const valueOf = (businessObject: string) => tokens.find(token => token.businessObject === businessObject)?.value;
  const ofRole = (role: Token['role']) => tokens.find(token => token.role === role)?.value;
  const code = valueOf('FSItem');
  const location = valueOf('FSLocation');
  const lot = ofRole('lot');
  const serial = ofRole('serial');
  const quantity = ofRole('quantity');
  return {
    ...(location !== undefined && { location: { warehouse: valueOf('FSWarehouse') ?? null, code: location } }),
    ...(code !== undefined && {
      item: { itemClass: valueOf('FSItemClass') ?? null, code, variant: valueOf('FSItemVariant') ?? null },
    }),
    ...(lot !== undefined && { lot }),
    ...(serial !== undefined && { serial }),
    ...(quantity !== undefined && { quantity }),
  };
}
