import { typeOf } from '../objects/builtin-types.ts';
import type { PyInt } from '../objects/int.ts';
import type { Value } from '../objects/object.ts';
import { PyDict } from '../objects/dict.ts';
import { PyList } from '../objects/list.ts';
import type { PyStr } from '../objects/str.ts';
import { PyTuple } from '../objects/tuple.ts';
import { PyType } from '../objects/type.ts';
import { bufferData } from './buffer.ts';
import { isCallable } from './call.ts';
import { asBound, asCInt, asFloat, asSize, asInt, asClippedIndex, strValue } from './convert.ts';
import { typeError } from './errors.ts';
import { isTrue } from './truth.ts';

/** What each converter named in a signature turns a Python argument into. CPython: Python/getargs.c */
export interface Converted {
  object: Value;
  /** A size: an index that fits a safe integer. */
  index: number;
  /** A bound of a slice: clipped to the safe integers; None stands for absent only with `?`. */
  clipped: number;
  /** A bound of a search in a sequence: as `clipped`, with the message that slices give. */
  bound: number;
  /** A C int. */
  cint: number;
  int: PyInt;
  float: number;
  /** The truth value. */
  bool: boolean;
  /** The text of a str or of a subclass's instance. */
  str: PyStr;
  /** The bytes of any bytes-like object, shared with it. */
  bytes: Uint8Array;
  callable: Value;
  type: PyType;
  dict: PyDict;
  list: PyList;
  tuple: PyTuple;
}

export type Converter = (v: Value, context: ArgumentContext) => unknown;

/** Whose argument is being converted, for messages. */
export interface ArgumentContext {
  readonly functionName: string;
  /** `argument 1`, `argument 'key'`, or `argument` where there is only one. */
  readonly argument: string;
}

const wrong = (context: ArgumentContext, expected: string, v: Value) =>
  typeError(
    `${context.functionName}() ${context.argument} must be ${expected}, not ${shortName(v)}`,
  );
export const shortName = (v: Value): string => (v === null ? 'None' : typeOf(v).name);

export const converters: Record<keyof Converted, Converter> = {
  object: v => v,
  index: asSize,
  clipped: asClippedIndex,
  bound: asBound,
  cint: asCInt,
  int: asInt,
  float: asFloat,
  bool: isTrue,
  str(v, context) {
    const text = strValue(v);
    if (text === undefined) throw wrong(context, 'str', v);
    return text;
  },
  bytes: v => bufferData(v),
  callable(v, context) {
    if (!isCallable(v)) throw wrong(context, 'a callable', v);
    return v;
  },
  type(v, context) {
    if (!(v instanceof PyType)) throw wrong(context, 'type', v);
    return v;
  },
  dict(v, context) {
    if (!(v instanceof PyDict)) throw wrong(context, 'dict', v);
    return v;
  },
  list(v, context) {
    if (!(v instanceof PyList)) throw wrong(context, 'list', v);
    return v;
  },
  tuple(v, context) {
    if (!(v instanceof PyTuple)) throw wrong(context, 'tuple', v);
    return v;
  },
};
