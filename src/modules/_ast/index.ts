import { smallInt } from '../../objects/int.ts';
import { defineModule } from '../../runtime/declare-module.ts';
import { astTypes } from './types.ts';

/** `_ast`: the classes of syntax trees. CPython: Python/Python-ast.c */
export const astModule = defineModule('_ast', {
  doc: null,
  constants: {
    PyCF_ONLY_AST: smallInt(0x400),
    PyCF_OPTIMIZED_AST: smallInt(0x8400),
    PyCF_TYPE_COMMENTS: smallInt(0x1000),
    PyCF_ALLOW_TOP_LEVEL_AWAIT: smallInt(0x2000),
  },
  init(interpreter, add) {
    for (const [name, type] of interpreter.state(astTypes)) add(name, type);
  },
});
