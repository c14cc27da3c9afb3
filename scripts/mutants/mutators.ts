/** What a mutation run changes in the code, one change at a time. */
import ts from 'typescript';

export interface Mutation {
  readonly mutator: Mutator;
  readonly start: number;
  readonly end: number;
  /** What stands there instead. */
  readonly to: string;
}

/** What each mutator does, in words: the run prints how many of each there were. */
export const MUTATORS = {
  condition: 'a condition, or a part of one, is always true, or never',
  equality: '=== ↔ !==',
  boundary: '< ↔ <=, > ↔ >=, and each the other way round',
  logic: '&& ↔ ||, and ?? without what stands behind it, or without what stands before',
  negation: '!x → x',
  arithmetic: '+ ↔ -, * ↔ /, % → *, ++ ↔ --, += ↔ -=, -x → x',
  number: 'n → n + 1',
  boolean: 'true ↔ false',
  text: 'a text → another, a template → nothing',
  regex: 'without ^ or $, + → ?, * → +, [ ↔ [^, \\d ↔ \\D, without a flag',
  array: '[a, b] → []',
  object: '{ ...a, b } → { b }, and without a field that may be absent',
  call: '.some ↔ .every, .filter(f) → nothing, as .sort, .reverse, .slice, .trim; Math.min ↔ Math.max; .at(-1) → .at(0); …',
  optional: 'a?.b → a.b',
  statement: 'a statement that is done, not given back, is left out: a call, an assignment, continue, break, throw',
  block: 'the body of a condition, a loop or a case is empty',
  early: 'a return from within a function is left out',
} as const;
export type Mutator = keyof typeof MUTATORS;

const SWAPS = new Map<ts.SyntaxKind, readonly [Mutator, ...string[]]>([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, ['equality', '!==']],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, ['equality', '===']],
  [ts.SyntaxKind.EqualsEqualsToken, ['equality', '!=']],
  [ts.SyntaxKind.ExclamationEqualsToken, ['equality', '==']],
  [ts.SyntaxKind.LessThanToken, ['boundary', '<=', '>=']],
  [ts.SyntaxKind.LessThanEqualsToken, ['boundary', '<', '>']],
  [ts.SyntaxKind.GreaterThanToken, ['boundary', '>=', '<=']],
  [ts.SyntaxKind.GreaterThanEqualsToken, ['boundary', '>', '<']],
  [ts.SyntaxKind.AmpersandAmpersandToken, ['logic', '||']],
  [ts.SyntaxKind.BarBarToken, ['logic', '&&']],
  [ts.SyntaxKind.PlusToken, ['arithmetic', '-']],
  [ts.SyntaxKind.MinusToken, ['arithmetic', '+']],
  [ts.SyntaxKind.AsteriskToken, ['arithmetic', '/']],
  [ts.SyntaxKind.SlashToken, ['arithmetic', '*']],
  [ts.SyntaxKind.PercentToken, ['arithmetic', '*']],
  [ts.SyntaxKind.AsteriskAsteriskToken, ['arithmetic', '*']],
  [ts.SyntaxKind.PlusEqualsToken, ['arithmetic', '-=']],
  [ts.SyntaxKind.MinusEqualsToken, ['arithmetic', '+=']],
  [ts.SyntaxKind.PlusPlusToken, ['arithmetic', '--']],
  [ts.SyntaxKind.MinusMinusToken, ['arithmetic', '++']],
]);

/** Methods whose name is another's; `null`: the call is left out, and what it was called on stands alone. */
const CALLS = new Map<string, string | null>([
  ['some', 'every'],
  ['every', 'some'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['min', 'max'],
  ['max', 'min'],
  ['find', 'findLast'],
  ['findLast', 'find'],
  ['padStart', 'padEnd'],
  ['padEnd', 'padStart'],
  ['toUpperCase', 'toLowerCase'],
  ['toLowerCase', 'toUpperCase'],
  ['filter', null],
  ['sort', null],
  ['toSorted', null],
  ['reverse', null],
  ['slice', null],
  ['trim', null],
  ['trimStart', null],
  ['trimEnd', null],
  ['normalize', null],
  ['replace', null],
  ['replaceAll', null],
  ['flat', null],
  ['concat', null],
]);

/** Every change of the text, in its order. What only types are made of is left out: it is gone before anything runs. */
export function mutationsOf(file: string, text: string): readonly Mutation[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const found: Mutation[] = [];
  const add = (mutator: Mutator, node: { getStart(): number; end: number }, ...to: readonly string[]) => {
    for (const each of to) found.push({ mutator, start: node.getStart(), end: node.end, to: each });
  };
  const visit = (node: ts.Node): void => {
    if (isOfTypesOnly(node)) return;
    mutate(node, add);
    node.forEachChild(visit);
  };
  visit(source);
  const seen = new Set<string>();
  return found
    .filter(({ start, end, to }) => {
      const change = `${start} ${end} ${to}`;
      const isNew = !seen.has(change) && text.slice(start, end) !== to;
      seen.add(change);
      return isNew;
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The text with one change in it. */
export function mutated(text: string, { start, end, to }: Pick<Mutation, 'start' | 'end' | 'to'>): string {
  return text.slice(0, start) + to + text.slice(end);
}

type Add = (mutator: Mutator, node: { getStart(): number; end: number }, ...to: readonly string[]) => void;

function isOfTypesOnly(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    // What an error says to developers is nobody's rule.
    (ts.isNewExpression(node) && /(Error|Exception)$/.test(node.expression.getText()))
  );
}

function mutate(node: ts.Node, add: Add): void {
  if (ts.isExpression(node)) {
    if (isCondition(node)) add('condition', node, 'true', 'false');
    mutateExpression(node, add);
  } else mutateStatement(node, add);
}

/** Somewhere only truth matters, or what is itself a comparison; its parts are conditions of their own. */
function isCondition(node: ts.Expression): boolean {
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isParenthesizedExpression(node)) return false;
  if (ts.isBinaryExpression(node) && SWAPS.get(node.operatorToken.kind)?.[0] === 'equality') return true;
  if (ts.isBinaryExpression(node) && SWAPS.get(node.operatorToken.kind)?.[0] === 'boundary') return true;
  return isOnlyTested(node);
}

function isOnlyTested(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent))
    return parent.expression === node;
  if (ts.isConditionalExpression(parent)) return parent.condition === node;
  if (ts.isForStatement(parent)) return parent.condition === node;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isParenthesizedExpression(parent)) return isOnlyTested(parent);
  if (!ts.isBinaryExpression(parent) || SWAPS.get(parent.operatorToken.kind)?.[0] !== 'logic') return false;
  return parent.left === node || isOnlyTested(parent);
}

function mutateExpression(node: ts.Expression, add: Add): void {
  if (ts.isBinaryExpression(node)) mutateBinary(node, add);
  else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) mutateUnary(node, add);
  else if (ts.isNumericLiteral(node)) add('number', node, String(Number(node.text.replaceAll('_', '')) + 1));
  else if (node.kind === ts.SyntaxKind.TrueKeyword) add('boolean', node, 'false');
  else if (node.kind === ts.SyntaxKind.FalseKeyword) add('boolean', node, 'true');
  else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) mutateText(node, add);
  else if (ts.isTemplateExpression(node)) add('text', node, '``');
  else if (ts.isRegularExpressionLiteral(node)) add('regex', node, ...otherPatterns(node.text));
  else if (ts.isArrayLiteralExpression(node)) {
    if (node.elements.length > 0 && !ts.isBinaryExpression(node.parent)) add('array', node, '[]');
  } else if (ts.isObjectLiteralExpression(node)) mutateObject(node, add);
  else if (ts.isCallExpression(node)) mutateCall(node, add);
  if (isOptional(node) && node.questionDotToken !== undefined) {
    // Of `a?.[b]` and `a?.(b)` nothing is left in between.
    add('optional', node.questionDotToken, ts.isPropertyAccessExpression(node) ? '.' : '');
  }
}

function isOptional(
  node: ts.Node,
): node is ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.CallExpression {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isCallExpression(node);
}

function mutateBinary(node: ts.BinaryExpression, add: Add): void {
  const { left, right, operatorToken } = node;
  if (operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
    add('logic', node, left.getText(), right.getText());
    return;
  }
  const swap = SWAPS.get(operatorToken.kind);
  if (swap === undefined) return;
  const [mutator, ...to] = swap;
  // Texts are joined by + too.
  if (operatorToken.kind === ts.SyntaxKind.PlusToken && [left, right].some(isText)) return;
  add(mutator, operatorToken, ...to);
}

function isText(node: ts.Expression): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

function mutateUnary(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, add: Add): void {
  if (node.operator === ts.SyntaxKind.ExclamationToken) add('negation', node, node.operand.getText());
  else if (node.operator === ts.SyntaxKind.MinusToken) add('arithmetic', node, node.operand.getText());
  else {
    const [, to] = SWAPS.get(node.operator) ?? [];
    if (to === undefined) return;
    const operand = node.operand.getText();
    add('arithmetic', node, ts.isPrefixUnaryExpression(node) ? `${to}${operand}` : `${operand}${to}`);
  }
}

function mutateText(node: ts.StringLiteralLike, add: Add): void {
  const { parent } = node;
  // The name of a field, a case of a switch, which would be another field, or no case at all: types keep those.
  if (ts.isPropertyAssignment(parent) && parent.name === node) return;
  add('text', node, node.text === '' ? "'mutant'" : "''");
}

function otherPatterns(pattern: string): readonly string[] {
  const end = pattern.lastIndexOf('/');
  const body = pattern.slice(1, end);
  const flags = pattern.slice(end + 1);
  const others = [
    body.replace(/^\^/, ''),
    body.replace(/\$$/, ''),
    ...each(body, /(?<![\\(])\+/g, '?'),
    ...each(body, /(?<![\\(])\*/g, '+'),
    ...each(body, /(?<!\\)\[\^/g, '['),
    ...each(body, /(?<!\\)\[(?!\^)/g, '[^'),
    ...each(body, /\\d/g, '\\D'),
    ...each(body, /\\p/g, '\\P'),
    ...each(body, /\\s/g, '\\S'),
    ...each(body, /\\w/g, '\\W'),
  ];
  const withoutFlag = Array.from(flags)
    .filter(flag => flag !== 'u')
    .map(flag => `/${body}/${flags.replace(flag, '')}`);
  return [...others.filter(other => other !== body && other !== '').map(other => `/${other}/${flags}`), ...withoutFlag];
}

/** The text once for each match, with that one replaced. */
function each(text: string, what: RegExp, to: string): readonly string[] {
  return [...text.matchAll(what)].map(
    ({ index, 0: { length } }) => text.slice(0, index) + to + text.slice(index + length),
  );
}

function mutateObject({ properties }: ts.ObjectLiteralExpression, add: Add): void {
  for (const property of properties) {
    const { parent } = property;
    const after = parent.getText().slice(property.end - parent.getStart());
    const comma = /^\s*,/.exec(after)?.[0].length ?? 0;
    const whole = { getStart: () => property.getStart(), end: property.end + comma };
    add('object', whole, '');
  }
}

function mutateCall(node: ts.CallExpression, add: Add): void {
  const { expression: called } = node;
  if (!ts.isPropertyAccessExpression(called)) return;
  const name = called.name.text;
  if (name === 'at' && node.arguments[0]?.getText() === '-1') return add('call', node.arguments[0], '0');
  const other = CALLS.get(name);
  if (other === null) add('call', node, called.expression.getText());
  else if (other !== undefined) add('call', called.name, other);
}

function mutateStatement(node: ts.Node, add: Add): void {
  if (ts.isExpressionStatement(node) || ts.isThrowStatement(node)) add('statement', node, ';');
  else if (ts.isContinueStatement(node)) add('statement', node, ';');
  else if (ts.isBreakStatement(node)) add('statement', node, ';');
  else if (ts.isReturnStatement(node) && !isLast(node)) add('early', node, ';');
  else if (ts.isCaseClause(node) && node.statements.length > 0) {
    const [first] = node.statements;
    if (first !== undefined) add('block', { getStart: () => first.getStart(), end: node.statements.end }, '');
  } else if (ts.isBlock(node) && node.statements.length > 0 && !ts.isCatchClause(node.parent)) {
    const { parent } = node;
    if (!ts.isFunctionLike(parent) || isVoid(parent)) add('block', node, '{}');
  }
}

/** A function that gives nothing back can be empty; of any other, types say that it can't. */
function isVoid(node: ts.SignatureDeclaration): boolean {
  if (ts.isConstructorDeclaration(node)) return false;
  return node.type === undefined || /^(void|Promise<void>)$/.test(node.type.getText());
}

function isLast(node: ts.ReturnStatement): boolean {
  const { parent } = node;
  return ts.isBlock(parent) && ts.isFunctionLike(parent.parent) && parent.statements.at(-1) === node;
}
