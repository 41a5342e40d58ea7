import { typeOf, protoOf, strType } from '../objects/builtin-types.ts';
import type { PyObject, Value } from '../objects/object.ts';
import { codePoints } from '../algorithms/text/contents.ts';
import { contentsOf, str, strValue, utf16, type PyStr } from '../objects/str.ts';
import { typeError } from './errors.ts';
import { identity } from './hash.ts';
import { thread, unwrap } from './state.ts';
import { findAttr, lookup } from './attributes.ts';

/** `repr`, `str` and `format`. CPython: Objects/object.c */

/** `repr(v)` */
export function repr(v: Value): PyStr {
  const result = unwrap(protoOf(v).__repr__$0!(v));
  const text = strValue(result);
  if (text === undefined)
    throw typeError(`__repr__ returned non-string (type ${typeOf(result).name})`);
  return text;
}
/** `repr(v)` as UTF-16 text, for messages. */
export const reprText = (v: Value): string => utf16(repr(v));

/** `str(v)` */
export function toStr(v: Value): PyStr {
  if (typeof v === 'string') return v;
  if (typeof v === 'number' && Number.isInteger(v)) return String(v);
  const result = unwrap(protoOf(v).__str__$0!(v));
  const text = strValue(result);
  if (text === undefined)
    throw typeError(`__str__ returned non-string (type ${typeOf(result).name})`);
  return text;
}
export const strText = (v: Value): string => utf16(toStr(v));

/** `format(v, spec)` */
export function format(v: Value, spec: PyStr): PyStr {
  if (spec === '' && typeof v === 'string') return v;
  const entry = protoOf(v).__format__$1;
  if (entry === undefined) throw typeError(`Type ${typeOf(v).name} doesn't define __format__`);
  const result = unwrap(entry(v, spec));
  const text = strValue(result);
  if (text === undefined)
    throw typeError(`__format__ must return a str, not ${typeOf(result).name}`);
  return text;
}

/** `<mod.C object at 0x…>` */
export const defaultRepr = (v: PyObject): PyStr =>
  str(`<${fullName(v.type)} object at ${address(v)}>`);
export const address = (v: PyObject): string => `0x${identity(v).toString(16).padStart(12, '0')}`;

/** `module.qualname`, the module left out where it is builtins. */
export function fullName(type: PyObject['type']): string {
  const module = lookup(type, '__module__');
  const qualname = utf16(type.qualname);
  const text = module === undefined ? undefined : strValue(module);
  return text === undefined || text === 'builtins' ? qualname : `${utf16(text)}.${qualname}`;
}

/** Runs `action` unless a repr of `v` is under way already: then the value for recursion. */
export function guardRepr(v: PyObject, recursive: string, action: () => PyStr): PyStr {
  const { reprs } = thread;
  if (reprs.includes(v)) return recursive;
  reprs.push(v);
  try {
    return action();
  } finally {
    reprs.splice(reprs.lastIndexOf(v), 1);
  }
}

/** Whether the value is exactly a str, not of a subclass. */
export const isExactStr = (v: Value): v is PyStr => typeOf(v) === strType;

/** How messages about a call name the callee: `module.qualname`, the module left out where it is builtins. CPython: _PyObject_FunctionStr */
export function qualifiedName(f: Value): string {
  const qualname = findAttr(f, '__qualname__');
  const text = qualname === undefined ? undefined : strValue(qualname);
  if (text === undefined) return strText(f);
  const module = findAttr(f, '__module__');
  const prefix = module === undefined || module === null ? undefined : strValue(module);
  return prefix === undefined || prefix === 'builtins'
    ? utf16(text)
    : `${utf16(prefix)}.${utf16(text)}`;
}

/** `ascii(v)`: the repr with everything beyond ASCII escaped. */
export function asciiRepr(v: Value): PyStr {
  const text = repr(v);
  if (typeof text === 'string' && isAscii.test(text)) return text;
  let out = '';
  for (const point of codePoints(contentsOf(text))) {
    if (point < 0x80) out += String.fromCharCode(point);
    else if (point < 0x100) out += `\\x${point.toString(16).padStart(2, '0')}`;
    else if (point < 0x10000) out += `\\u${point.toString(16).padStart(4, '0')}`;
    else out += `\\U${point.toString(16).padStart(8, '0')}`;
  }
  return out;
}
const isAscii = /^[\0-\x7f]*$/;
