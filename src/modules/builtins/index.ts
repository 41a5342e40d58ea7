import * as types from '../../objects/builtin-types.ts';
import * as exceptions from '../../objects/exception-types.ts';
import { Ellipsis, NotImplemented, type Value } from '../../objects/object.ts';
import { PyType } from '../../objects/type.ts';
import {
  defineModule,
  type BuiltinModule,
  type FunctionSpec,
} from '../../runtime/declare-module.ts';
import { iterationFunctions } from './iteration.ts';
import { numberFunctions } from './numbers.ts';
import { objectFunctions } from './objects.ts';
import { outputFunctions } from './output.ts';

const typeNames = new Set(
  `bool bytearray bytes classmethod complex dict enumerate filter float frozenset int list map memoryview object property range reversed set slice
   staticmethod str super tuple type zip`.split(/\s+/),
);

function namedTypes(others: readonly PyType[]): Record<string, PyType> {
  const named: Record<string, PyType> = {};
  for (const type of [...Object.values(types), ...others])
    if (type instanceof PyType && typeNames.has(type.name)) named[type.name] = type;
  for (const type of Object.values(exceptions)) named[type.name] = type;
  return { ...named, EnvironmentError: exceptions.osErrorType, IOError: exceptions.osErrorType };
}

/** The builtins, with the functions that need the compiler and the types that only the interpreter knows. */
export const builtinsModule = (
  functions: Readonly<Record<string, FunctionSpec>>,
  others: readonly PyType[],
): BuiltinModule =>
  defineModule('builtins', {
    doc: `Built-in functions, types, exceptions, and other objects.

This module provides direct access to all 'built-in'
identifiers of Python; for example, builtins.len is
the full name for the built-in function len().

This module is not normally accessed explicitly by most
applications, but can be useful in modules that provide
objects with the same name as a builtin and need to
explicitly reference the builtin.`,
    functions: {
      ...objectFunctions,
      ...numberFunctions,
      ...iterationFunctions,
      ...outputFunctions,
      ...functions,
    },
    types: namedTypes(others),
    constants: {
      None: null,
      True: true,
      False: false,
      Ellipsis: Ellipsis as Value,
      NotImplemented: NotImplemented as Value,
      __debug__: true,
    },
  });
