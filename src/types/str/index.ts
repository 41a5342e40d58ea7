import { reprOfText } from '../../algorithms/text/repr.ts';
import {
  compareTexts,
  concat,
  repeat,
  slice,
  sliceStep,
  textEquals,
} from '../../algorithms/text/contents.ts';
import { contains } from '../../algorithms/text/search.ts';
import { strType, typeOf } from '../../objects/builtin-types.ts';
import { int, smallInt } from '../../objects/int.ts';
import { NotImplemented, type Value } from '../../objects/object.ts';
import { contentsOf, strOf, type PyStr, type StrBase, type StrObject } from '../../objects/str.ts';
import { tuple } from '../../objects/tuple.ts';
import type { PyType } from '../../objects/type.ts';
import { findBuffer } from '../../runtime/buffer.ts';
import type { Comparison } from '../../runtime/compare.ts';
import { asIndex, strValue } from '../../runtime/convert.ts';
import {
  defineType,
  method,
  staticMethod,
  variadic,
  variadicMethod,
} from '../../runtime/declare.ts';
import { PyDict } from '../../objects/dict.ts';
import { setStr } from '../../runtime/dict.ts';
import { indexError, memoryError, overflowError, typeError } from '../../runtime/errors.ts';
import { hash, hasher } from '../../runtime/hash.ts';
import { thread, unwrap } from '../../runtime/state.ts';
import { sliceBounds } from '../../runtime/subscript.ts';
import { isException } from '../../runtime/attributes.ts';
import { overflowErrorType } from '../../objects/exception-types.ts';
import { checkName, decodeBytes, encodeStr } from '../codecs/text.ts';
import { comparisons, ordered } from '../rich-compare.ts';
import { timesOf } from '../search-bounds.ts';
import { hasIndex, isSlice } from '../sequence.ts';
import { caseMethods } from './case-methods.ts';
import { ArgumentSource, formatStr, formatWith, MappingSource } from './format.ts';
import { characterOf, PointIterator, strIterator } from './iterator.ts';
import { percentFormat } from './percent.ts';
import { searchMethods } from './search-methods.ts';
import { exactStr, MAX_TEXT, resultOf, textOf } from './self.ts';
import { splitMethods } from './split-methods.ts';
import { makeTranslation, translate } from './translate.ts';

/** CPython: Objects/unicodeobject.c */

type Alloc = new (value: PyStr) => StrObject;

/** `str(v)` as any instance of str that `__str__` gives. */
function strOfObject(v: Value): Value {
  if (typeof v === 'string') return v;
  if (typeof v === 'number' && Number.isInteger(v)) return String(v);
  const result = unwrap(typeOf(v).proto.__str__$0!(v));
  if (strValue(result) === undefined)
    throw typeError(`__str__ returned non-string (type ${typeOf(result).name})`);
  return result;
}
strType.call0 = () => '';
strType.call1 = strOfObject;

const parameters = ['object', 'encoding', 'errors'];

/** `str(object, encoding, errors)`: any of the arguments may be named. */
function newStr(type: PyType, args: readonly Value[], names: readonly string[] | null): Value {
  const given: (Value | undefined)[] = args.slice(0, args.length - (names?.length ?? 0));
  if (given.length > 3) throw typeError(`str expected at most 3 arguments, got ${given.length}`);
  const positional = given.length;
  names?.forEach((name, i) => {
    const at = parameters.indexOf(name);
    if (at < 0) throw typeError(`str() got an unexpected keyword argument '${name}'`);
    if (at < positional)
      throw typeError(`argument for str() given by name ('${name}') and position (${at + 1})`);
    given[at] = args[positional + i]!;
  });
  const made = decodedOrShown(given[0], given[1], given[2]);
  if (type === strType) return made;
  return new (type.alloc as unknown as Alloc)(strValue(made)!);
}

function decodedOrShown(
  object: Value | undefined,
  encoding: Value | undefined,
  errors: Value | undefined,
): Value {
  const encodingName = encoding === undefined ? undefined : named(encoding, 'encoding');
  const errorsName = errors === undefined ? undefined : named(errors, 'errors');
  if (object === undefined) return '';
  if (encodingName === undefined && errorsName === undefined) return strOfObject(object);
  if (strValue(object) !== undefined) throw typeError('decoding str is not supported');
  const data = findBuffer(object);
  if (data === undefined)
    throw typeError(`decoding to str: need a bytes-like object, ${typeOf(object).name} found`);
  return decodeBytes(data, encodingName ?? 'utf-8', errorsName ?? 'strict');
}
function named(v: Value, parameter: string): PyStr {
  const text = strValue(v);
  if (text === undefined)
    throw typeError(
      `str() argument '${parameter}' must be str, not ${v === null ? 'None' : typeOf(v).name}`,
    );
  return checkName(text);
}

function compare(op: Comparison, self: Value, other: Value): Value {
  if (strValue(other) === undefined) return NotImplemented;
  const left = textOf(self);
  const right = textOf(other);
  if (op === '__eq__') return textEquals(left, right);
  if (op === '__ne__') return !textEquals(left, right);
  return ordered(op, compareTexts(left, right), 0);
}

function getItem(self: Value, key: Value): Value {
  const text = textOf(self);
  if (typeof key === 'number' && Number.isInteger(key)) {
    const index = key < 0 ? key + text.length : key;
    if (index >= 0 && index < text.length)
      return typeof text === 'string' ? text[index]! : characterOf(text[index]!);
    throw indexError('string index out of range');
  }
  if (isSlice(key)) {
    const { start, step, count } = sliceBounds(key, text.length);
    if (step === 1) return resultOf(self, slice(text, start, start + count));
    return count === 0 ? '' : strOf(sliceStep(text, start, step, count));
  }
  if (typeof key !== 'boolean' && typeof key !== 'bigint' && !hasIndex(key))
    throw typeError(`string indices must be integers, not '${typeOf(key).name}'`);
  return getItem(self, smallInt(indexOfKey(key)));
}
function indexOfKey(key: Value): number {
  try {
    return asIndex(key);
  } catch (error) {
    if (isException(error, overflowErrorType))
      throw indexError(`cannot fit '${typeOf(key).name}' into an index-sized integer`);
    throw error;
  }
}

function times(self: Value, other: Value): Value {
  const count = timesOf(other);
  const text = textOf(self);
  if (count <= 0 || text.length === 0) return '';
  if (count === 1) return resultOf(self, text);
  if (text.length * count > MAX_TEXT) {
    if (text.length * count > Number.MAX_SAFE_INTEGER)
      throw overflowError('repeated string is too long');
    throw memoryError('');
  }
  return strOf(repeat(text, count));
}

function add(self: Value, other: Value): Value {
  const right = strValue(other);
  if (right === undefined)
    throw typeError(`can only concatenate str (not "${typeOf(other).name}") to str`);
  const text = textOf(self);
  const more = contentsOf(right);
  if (more.length === 0) return resultOf(self, text);
  if (text.length + more.length > MAX_TEXT) throw memoryError('');
  return text.length === 0 ? right : strOf(concat(text, more));
}

/** The bytes CPython takes for a str: a header by its widest character, and an end mark. */
function sizeOf(self: Value): number {
  const text = textOf(self);
  let widest = 0;
  for (let i = 0; i < text.length; i++)
    widest = Math.max(widest, typeof text === 'string' ? text.charCodeAt(i) : text[i]!);
  if (widest < 0x80) return 41 + text.length;
  const width = widest < 0x100 ? 1 : widest < 0x10000 ? 2 : 4;
  return 56 + width * (text.length + 1);
}

function hashOf(self: Value): Value {
  const text = textOf(self);
  if (typeof text === 'string') return hash(text);
  return int(thread.interpreter.state(hasher).sip.hashCodePoints(text).toInt());
}

function formatMethod(self: Value, args: readonly Value[], names: readonly string[] | null): PyStr {
  const keywords = new PyDict();
  const positional = args.length - (names?.length ?? 0);
  names?.forEach((name, i) => setStr(keywords, name, args[positional + i]!));
  const given = names === null ? args : args.slice(0, positional);
  return strOf(formatWith(textOf(self), new ArgumentSource(given, keywords)));
}

defineType<StrBase>(strType, {
  name: 'str',
  doc: `str(object='') -> str
str(bytes_or_buffer[, encoding[, errors]]) -> str

Create a new string object from the given object. If encoding or
errors is specified, then the object must expose a data buffer
that will be decoded using the given encoding and error handler.
Otherwise, returns the result of object.__str__() (if defined)
or repr(object).
encoding defaults to 'utf-8'.
errors defaults to 'strict'.`,
  flags: ['base'],
  new: variadic(newStr),
  equality: 'builtin',
  concatenates: true,
  slots: {
    ...comparisons(compare),
    __repr__: self => strOf(reprOfText(textOf(self))),
    __str__: exactStr,
    __hash__: hashOf,
    __len__: self => smallInt(textOf(self).length),
    __iter__: self => {
      const text = textOf(self);
      return typeof text === 'string' ? strIterator(text) : new PointIterator(text);
    },
    __contains__(self, item) {
      const part = strValue(item);
      if (part === undefined)
        throw typeError(`'in <string>' requires string as left operand, not ${typeOf(item).name}`);
      return contains(textOf(self), contentsOf(part));
    },
    __add__: add,
    __mul__: times,
    __rmul__: times,
    __mod__: (self, values) => strOf(percentFormat(textOf(self), values)),
    __rmod__: (self, format) =>
      strValue(format) === undefined ? NotImplemented : strOf(percentFormat(textOf(format), self)),
    __getitem__: getItem,
  },
  methods: {
    __format__: method(
      '(format_spec: str, /)',
      'Return a formatted version of the string as described by format_spec.',
      (self, spec) => resultOf(self, formatStr(textOf(self), contentsOf(spec), typeOf(self).name)),
    ),
    __getnewargs__: method('()', null, self => tuple([exactStr(self)])),
    __sizeof__: method('()', 'Return the size of the string in memory, in bytes.', self =>
      smallInt(sizeOf(self)),
    ),
    ...caseMethods,
    ...searchMethods,
    ...splitMethods,
    encode: method(
      "(encoding: str = 'utf-8', errors: str = 'strict')",
      `Encode the string using the codec registered for encoding.

  encoding
    The encoding in which to encode the string.
  errors
    The error handling scheme to use for encoding errors.
    The default is 'strict' meaning that encoding errors raise a
    UnicodeEncodeError.  Other possible values are 'ignore', 'replace'
    and 'xmlcharrefreplace' as well as any other name registered with
    codecs.register_error that can handle UnicodeEncodeErrors.`,
      (self, encoding, errors) => encodeStr(exactStr(self), checkName(encoding), checkName(errors)),
    ),
    format: variadicMethod<StrBase>(
      `Return a formatted version of the string, using substitutions from args and kwargs.
The substitutions are identified by braces ('{' and '}').`,
      formatMethod,
      '($self, /, *args, **kwargs)',
    ),
    format_map: method(
      '(mapping, /)',
      `Return a formatted version of the string, using substitutions from mapping.
The substitutions are identified by braces ('{' and '}').`,
      (self, mapping) => strOf(formatWith(textOf(self), new MappingSource(mapping))),
    ),
    translate: method(
      '(table, /)',
      `Replace each character in the string using the given translation table.

  table
    Translation table, which must be a mapping of Unicode ordinals
    to Unicode ordinals, strings, or None.

The table must implement lookup/indexing via __getitem__, for
instance a dictionary or list.  If this operation raises
LookupError, the character is left untouched.  Characters mapped to
None are deleted.`,
      (self, table) => strOf(translate(textOf(self), table)),
    ),
  },
  staticMethods: {
    maketrans: staticMethod(
      '(x, y: str = <unrepresentable>, z: str = <unrepresentable>, /)',
      `Return a translation table usable for str.translate().

If there is only one argument, it must be a dictionary mapping
Unicode ordinals (integers) or characters to Unicode ordinals,
strings or None.  Character keys will be then converted to ordinals.
If there are two arguments, they must be strings of equal length,
and in the resulting dictionary, each character in x will be mapped
to the character at the same position in y.  If there is a third
argument, it must be a string, whose characters will be mapped to
None in the result.`,
      makeTranslation,
    ),
  },
});
