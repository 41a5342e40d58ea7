import type { cmpop, operator } from '../ast.gen.ts';
import * as T from '../tokens.ts';

/** Binding strength of the binary operators by token kind, from `|` up; 0 for every other token. */
export const precedence: Uint8Array = new Uint8Array(256);
/** The operator of a token kind, binary or augmented. */
export const binaryOperators: (operator | undefined)[] = new Array<undefined>(256).fill(undefined);
/** The operator of an augmented assignment's token kind. */
export const augmentedOperators: (operator | undefined)[] = new Array<undefined>(256).fill(
  undefined,
);

const table: [operator, kind: number, augmented: number, strength: number][] = [
  ['BitOr', T.VBAR, T.VBAREQUAL, 1],
  ['BitXor', T.CIRCUMFLEX, T.CIRCUMFLEXEQUAL, 2],
  ['BitAnd', T.AMPER, T.AMPEREQUAL, 3],
  ['LShift', T.LEFTSHIFT, T.LEFTSHIFTEQUAL, 4],
  ['RShift', T.RIGHTSHIFT, T.RIGHTSHIFTEQUAL, 4],
  ['Add', T.PLUS, T.PLUSEQUAL, 5],
  ['Sub', T.MINUS, T.MINEQUAL, 5],
  ['Mult', T.STAR, T.STAREQUAL, 6],
  ['Div', T.SLASH, T.SLASHEQUAL, 6],
  ['FloorDiv', T.DOUBLESLASH, T.DOUBLESLASHEQUAL, 6],
  ['Mod', T.PERCENT, T.PERCENTEQUAL, 6],
  ['MatMult', T.AT, T.ATEQUAL, 6],
];
for (const [op, kind, augmented, strength] of table) {
  precedence[kind] = strength;
  binaryOperators[kind] = op;
  augmentedOperators[augmented] = op;
}
augmentedOperators[T.DOUBLESTAREQUAL] = 'Pow';

/** The comparison operators of one token. */
export const comparisons: (cmpop | undefined)[] = new Array<undefined>(256).fill(undefined);
comparisons[T.EQEQUAL] = 'Eq';
comparisons[T.NOTEQUAL] = 'NotEq';
comparisons[T.LESS] = 'Lt';
comparisons[T.LESSEQUAL] = 'LtE';
comparisons[T.GREATER] = 'Gt';
comparisons[T.GREATEREQUAL] = 'GtE';
comparisons[T.IN] = 'In';
comparisons[T.IS] = 'Is';
comparisons[T.NOT] = 'NotIn';

/** 1 for kinds that can begin an expression, a starred one included. */
export const startsExpression: Uint8Array = new Uint8Array(256);
for (const kind of [
  T.NAME,
  T.NUMBER,
  T.STRING,
  T.FSTRING_START,
  T.TSTRING_START,
  T.LPAR,
  T.LSQB,
  T.LBRACE,
  T.MINUS,
  T.PLUS,
  T.TILDE,
  T.STAR,
  T.ELLIPSIS,
  T.NONE,
  T.TRUE,
  T.FALSE,
  T.NOT,
  T.LAMBDA,
  T.AWAIT,
])
  startsExpression[kind] = 1;
