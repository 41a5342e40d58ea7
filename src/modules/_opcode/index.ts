import { notImplementedErrorType } from '../../objects/exception-types.ts';
import { PyList } from '../../objects/list.ts';
import { tuple } from '../../objects/tuple.ts';
import type { Value } from '../../objects/object.ts';
import { defineModule, fn, type FunctionSpec } from '../../runtime/declare-module.ts';
import { newException } from '../../runtime/errors.ts';
import { descriptions, docs, flags, valid } from './tables.gen.ts';

/** `_opcode`: facts of CPython's instructions, of which Taipan has none. CPython: Modules/_opcode.c */

const doc = (name: string): string => docs[name] ?? '';
const test = (name: string): FunctionSpec => {
  const numbers = new Set(flags[name]);
  return fn('(opcode: cint)', doc(name), opcode => numbers.has(opcode));
};
const noBytecode = (what: string): Value => {
  throw newException(notImplementedErrorType, `${what}: Taipan has no bytecode`);
};
const numbers = new Set(valid);
const pairs = descriptions.get_nb_ops.map(pair => tuple([...pair]));

export const opcodeModule = defineModule('_opcode', {
  doc: 'Opcode support module.',
  functions: {
    is_valid: fn('(opcode: cint)', doc('is_valid'), opcode => numbers.has(opcode)),
    has_arg: test('has_arg'),
    has_const: test('has_const'),
    has_name: test('has_name'),
    has_jump: test('has_jump'),
    has_free: test('has_free'),
    has_local: test('has_local'),
    has_exc: test('has_exc'),
    get_intrinsic1_descs: fn(
      '()',
      doc('get_intrinsic1_descs'),
      () => new PyList([...descriptions.get_intrinsic1_descs]),
    ),
    get_intrinsic2_descs: fn(
      '()',
      doc('get_intrinsic2_descs'),
      () => new PyList([...descriptions.get_intrinsic2_descs]),
    ),
    get_nb_ops: fn('()', doc('get_nb_ops'), () => new PyList([...pairs])),
    get_special_method_names: fn(
      '()',
      doc('get_special_method_names'),
      () => new PyList([...descriptions.get_special_method_names]),
    ),
    stack_effect: fn('(opcode: cint, oparg=None, /, *, jump=None)', doc('stack_effect'), () =>
      noBytecode('stack_effect()'),
    ),
    get_executor: fn('(*, code, offset: cint)', doc('get_executor'), () =>
      noBytecode('get_executor()'),
    ),
    get_specialization_stats: fn('()', doc('get_specialization_stats'), () => null),
  },
});
