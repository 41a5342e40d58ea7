import { typeOf } from '../../objects/builtin-types.ts';
import { PyBytes } from '../../objects/bytes.ts';
import { typeErrorType } from '../../objects/exception-types.ts';
import type { Value } from '../../objects/object.ts';
import { PyList } from '../../objects/list.ts';
import { PyTuple } from '../../objects/tuple.ts';
import { bind, isException, lookup } from '../../runtime/attributes.ts';
import { orderedBytes } from '../../runtime/buffer.ts';
import { call } from '../../runtime/call.ts';
import { asInt, strValue } from '../../runtime/convert.ts';
import { memoryError, overflowError, typeError, valueError } from '../../runtime/errors.ts';
import { forEach } from '../../runtime/iterate.ts';
import { intValue } from '../../runtime/numbers.ts';
import { BytesBuilder } from '../../algorithms/text/contents.ts';
import { checkName, encodeStr } from '../codecs/text.ts';
import { asByte, MAX_BYTES } from './arguments.ts';

/** `bytes(source, encoding, errors)` and `bytearray(…)`. CPython: Objects/bytesobject.c, bytes_new_impl */

const parameters = ['source', 'encoding', 'errors'];

export function contentsFrom(
  name: 'bytes' | 'bytearray',
  args: readonly Value[],
  names: readonly string[] | null,
): Uint8Array {
  const [source, encoding, errors] = bound(name, args, names);
  const encodingName = encoding === undefined ? undefined : named(name, encoding, 'encoding');
  const errorsName = errors === undefined ? undefined : named(name, errors, 'errors');
  const text = source === undefined ? undefined : strValue(source);
  if (encodingName !== undefined) {
    if (text === undefined) throw typeError('encoding without a string argument');
    return encodeStr(text, encodingName, errorsName ?? 'strict').data;
  }
  if (errorsName !== undefined)
    throw typeError(
      text === undefined
        ? 'errors without a string argument'
        : 'string argument without an encoding',
    );
  return source === undefined ? new Uint8Array(0) : converted(name, source);
}

function bound(
  name: string,
  args: readonly Value[],
  names: readonly string[] | null,
): readonly (Value | undefined)[] {
  if (args.length > 3)
    throw typeError(`${name}() takes at most 3 arguments (${args.length} given)`);
  if (names === null) return args;
  const positional = args.length - names.length;
  const given: (Value | undefined)[] = args.slice(0, positional);
  names.forEach((each, i) => {
    const at = parameters.indexOf(each);
    if (at < 0) throw typeError(`${name}() got an unexpected keyword argument '${each}'`);
    if (at < positional)
      throw typeError(`argument for ${name}() given by name ('${each}') and position (${at + 1})`);
    given[at] = args[positional + i]!;
  });
  return given;
}
function named(name: string, v: Value, parameter: string) {
  const text = strValue(v);
  if (text === undefined)
    throw typeError(
      `${name}() argument '${parameter}' must be str, not ${v === null ? 'None' : typeOf(v).name}`,
    );
  return checkName(text);
}

function converted(name: 'bytes' | 'bytearray', source: Value): Uint8Array {
  if (name === 'bytes' && !(source instanceof PyBytes && source.type.name === 'bytes')) {
    const made = fromBytesMethod(source);
    if (made !== undefined) return made;
  }
  if (strValue(source) !== undefined) throw typeError('string argument without an encoding');
  const count = countFrom(source);
  if (count !== undefined) return new Uint8Array(count);
  return contentsOfBytes(name, source);
}

/** What `__bytes__` gives, or undefined where there is none. */
export function fromBytesMethod(v: Value): Uint8Array | undefined {
  const type = typeOf(v);
  const method = lookup(type, '__bytes__');
  if (method === undefined) return undefined;
  const made = call(bind(method, v, type));
  if (!(made instanceof PyBytes))
    throw typeError(`__bytes__ returned non-bytes (type ${typeOf(made).name})`);
  return made.data;
}

function countFrom(source: Value): number | undefined {
  const isInt = intValue(source) !== undefined;
  if (!isInt && (typeof source !== 'object' || source?.__index__$0 === undefined)) return undefined;
  let n: number | bigint;
  try {
    n = asInt(source);
  } catch (error) {
    if (isException(error, typeErrorType)) return undefined;
    throw error;
  }
  if (BigInt.asIntN(64, BigInt(n)) !== BigInt(n))
    throw overflowError(`cannot fit '${typeOf(source).name}' into an index-sized integer`);
  if (n < 0) throw valueError('negative count');
  if (n > 0x7fff_ffff_ffff_ffdfn) throw overflowError('byte string is too large');
  if (n > MAX_BYTES) throw memoryError('');
  return Number(n);
}

/** The bytes of a buffer or of an iterable of ints: a copy. */
export function contentsOfBytes(name: 'bytes' | 'bytearray', source: Value): Uint8Array {
  const data = orderedBytes(source);
  if (data !== undefined) return data.slice();
  const { proto } = typeOf(source);
  if (proto.__iter__$0 === undefined && proto.__getitem__$1 === undefined)
    throw typeError(`cannot convert '${typeOf(source).name}' object to ${name}`);
  return contentsOfInts(source, name === 'bytes' ? 'bytes must be in range(0, 256)' : undefined);
}

/** The bytes of an iterable of ints. */
export function contentsOfInts(source: Value, message?: string): Uint8Array {
  const size = source instanceof PyList || source instanceof PyTuple ? source.items.length : 64;
  const out = new BytesBuilder(size);
  forEach(source, item => out.add(asByte(item, message)));
  return out.finish();
}
