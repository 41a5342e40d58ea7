import type { operator } from '../../syntax/ast.gen.ts';
import type { BinaryName } from '../ir/ir.ts';

/** The runtime's name of each binary operator. */
export const binaryNames: Readonly<Record<operator, BinaryName>> = {
  Add: 'add',
  Sub: 'sub',
  Mult: 'mul',
  MatMult: 'matmul',
  Div: 'truediv',
  Mod: 'mod',
  Pow: 'power',
  LShift: 'lshift',
  RShift: 'rshift',
  BitOr: 'or',
  BitXor: 'xor',
  BitAnd: 'and',
  FloorDiv: 'floordiv',
};
