import { defineModule, fn } from '../runtime/declare-module.ts';
import { unionType } from '../types/union.ts';
import { NoDefault } from '../types/typing/evaluation.ts';
import { genericType } from '../types/typing/generic.ts';
import {
  paramSpecArgsType,
  paramSpecKwargsType,
  paramSpecType,
} from '../types/typing/param-spec.ts';
import { typeAliasType } from '../types/typing/type-alias.ts';
import { typeVarTupleType } from '../types/typing/type-var-tuple.ts';
import { typeVarType } from '../types/typing/type-var.ts';

/** CPython: Modules/_typingmodule.c */
export const typingModule = defineModule('_typing', {
  doc: 'Primitives and accelerators for the typing module.\n',
  functions: { _idfunc: fn('(x, /)', null, x => x) },
  types: {
    Generic: genericType,
    ParamSpec: paramSpecType,
    ParamSpecArgs: paramSpecArgsType,
    ParamSpecKwargs: paramSpecKwargsType,
    TypeAliasType: typeAliasType,
    TypeVar: typeVarType,
    TypeVarTuple: typeVarTupleType,
    Union: unionType,
  },
  constants: { NoDefault },
});
