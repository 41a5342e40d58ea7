import { PyByteArray, PyBytes } from './bytes.ts';
import { PyCell, PyCode } from './code.ts';
import { PyComplex } from './complex.ts';
import { PyDict, PyMappingProxy } from './dict.ts';
import { FloatBox } from './float.ts';
import { PyFrame, PyTraceback } from './frame.ts';
import {
  PyBuiltin,
  PyClassMethod,
  PyClassMethodDescriptor,
  PyFunction,
  PyGetSet,
  PyMember,
  PyMethod,
  PyMethodDescriptor,
  PyMethodWrapper,
  PyProperty,
  PySlotWrapper,
  PyStaticMethod,
  PySuper,
} from './function.ts';
import { IntObject } from './int.ts';
import { PyList } from './list.ts';
import { PyModule } from './module.ts';
import { PyEllipsis, PyNotImplemented, PyObject, type Attributes, type Value } from './object.ts';
import { PyFrozenSet, PySet } from './set.ts';
import { PySlice } from './slice.ts';
import { StrBase, StrObject } from './str.ts';
import { PyTuple } from './tuple.ts';
import { PyType, TYPE_BASE, type Allocator } from './type.ts';

/**
 * The type objects that the protocols need to know by identity. Here they are bare: a name, a base and a JavaScript class; the files of
 * types/ fill them by `defineType`.
 */

/** A JavaScript class of Python objects, abstract or not. */
export type Shape = abstract new (...fields: never[]) => PyObject;

/** Makes a type object without attributes for a JavaScript class. */
export function bareType(
  name: string,
  shape: Shape,
  base: PyType | null,
  alloc?: Allocator,
): PyType {
  const type = new PyType(name);
  type.proto = shape.prototype as PyObject & Attributes;
  type.alloc = alloc ?? (shape as unknown as Allocator);
  type.dict = new PyDict();
  type.layout = type;
  if (base !== null) {
    type.base = base;
    type.bases = [base];
    type.mro = [type, ...base.mro];
    type.flags = base.flags & ~TYPE_BASE;
  }
  Object.defineProperty(type.proto, 'type', { value: type, writable: true, configurable: true });
  return type;
}

/** A shape for values that are JavaScript primitives: None and bool have no instances that are objects. */
const shapeUnder = (base: Shape): Shape => class extends base {};

export const objectType = bareType('object', PyObject, null);
export const typeType = bareType('type', PyType, objectType);
export const noneType = bareType('NoneType', shapeUnder(PyObject), objectType);
export const intType = bareType('int', IntObject, objectType);
export const boolType = bareType('bool', shapeUnder(IntObject), intType);
export const floatType = bareType('float', FloatBox, objectType);
export const complexType = bareType('complex', PyComplex, objectType);
export const strType = bareType('str', StrBase, objectType, StrObject);
export const bytesType = bareType('bytes', PyBytes, objectType);
export const bytearrayType = bareType('bytearray', PyByteArray, objectType);
export const tupleType = bareType('tuple', PyTuple, objectType);
export const listType = bareType('list', PyList, objectType);
export const dictType = bareType('dict', PyDict, objectType);
export const mappingProxyType = bareType('mappingproxy', PyMappingProxy, objectType);
export const setType = bareType('set', PySet, objectType);
export const frozensetType = bareType('frozenset', PyFrozenSet, objectType);
export const sliceType = bareType('slice', PySlice, objectType);
export const ellipsisType = bareType('ellipsis', PyEllipsis, objectType);
export const notImplementedType = bareType('NotImplementedType', PyNotImplemented, objectType);
export const moduleType = bareType('module', PyModule, objectType);
export const codeType = bareType('code', PyCode, objectType);
export const cellType = bareType('cell', PyCell, objectType);
export const functionType = bareType('function', PyFunction, objectType);
export const methodType = bareType('method', PyMethod, objectType);
export const builtinType = bareType('builtin_function_or_method', PyBuiltin, objectType);
export const methodDescriptorType = bareType('method_descriptor', PyMethodDescriptor, objectType);
export const classMethodDescriptorType = bareType(
  'classmethod_descriptor',
  PyClassMethodDescriptor,
  objectType,
);
export const slotWrapperType = bareType('wrapper_descriptor', PySlotWrapper, objectType);
export const methodWrapperType = bareType('method-wrapper', PyMethodWrapper, objectType);
export const getSetType = bareType('getset_descriptor', PyGetSet, objectType);
export const memberType = bareType('member_descriptor', PyMember, objectType);
export const staticMethodType = bareType('staticmethod', PyStaticMethod, objectType);
export const classMethodType = bareType('classmethod', PyClassMethod, objectType);
export const propertyType = bareType('property', PyProperty, objectType);
export const superType = bareType('super', PySuper, objectType);
export const frameType = bareType('frame', PyFrame, objectType);
export const tracebackType = bareType('traceback', PyTraceback, objectType);

/** The class of a value. */
export function typeOf(v: Value): PyType {
  switch (typeof v) {
    case 'object':
      return v === null ? noneType : v.type;
    case 'number':
      return Number.isInteger(v) ? intType : floatType;
    case 'string':
      return strType;
    case 'boolean':
      return boolType;
    default:
      return intType;
  }
}

/** The JavaScript object whose properties are the value's special methods. */
export const protoOf = (v: Value): PyObject =>
  typeof v === 'object' && v !== null ? v : typeOf(v).proto;
