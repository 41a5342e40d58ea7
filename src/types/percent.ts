import {
  FROM_ARGUMENTS,
  parsePercentFormat,
  withCounts,
  type PercentField,
  type PercentFormat,
  type PercentLayout,
} from '../algorithms/percent-format.ts';
import type { Text } from '../algorithms/text/contents.ts';
import { typeOf } from '../objects/builtin-types.ts';
import { isException } from '../runtime/attributes.ts';
import { typeErrorType } from '../objects/exception-types.ts';
import type { PyInt } from '../objects/int.ts';
import type { Value } from '../objects/object.ts';
import { PyTuple } from '../objects/tuple.ts';
import { asCInt, asFloat, asInt } from '../runtime/convert.ts';
import { overflowError, typeError, valueError } from '../runtime/errors.ts';
import { floatOf, intValue } from '../runtime/numbers.ts';
import { unwrap } from '../runtime/state.ts';
import { toStr } from '../runtime/text.ts';
import { getItem } from '../runtime/subscript.ts';

/** What the % operators of str and bytes share: the arguments and their numbers. CPython: Objects/unicode_format.c, _PyBytes_FormatEx */

// A format is mostly used again and again.
const MAX_KNOWN = 500;
const known = [new Map<string, PercentFormat>(), new Map<string, PercentFormat>()];
export function parsed(format: Text, isBytes: boolean): PercentFormat {
  if (typeof format !== 'string') return parsePercentFormat(format, isBytes);
  const table = known[isBytes ? 1 : 0]!;
  let result = table.get(format);
  if (result === undefined) {
    result = parsePercentFormat(format, isBytes);
    if (table.size >= MAX_KNOWN) table.clear();
    table.set(format, result);
  }
  return result;
}

/** The arguments of a % operation, taken one after the other. */
export class PercentArguments {
  declare private readonly given: Value;
  declare private items: readonly Value[] | null;
  declare private next: number;
  /** The value of a single argument that is not in a tuple, while it is not used. */
  declare private single: Value | undefined;
  declare private isMapping: boolean;

  constructor(given: Value, isText: (v: Value) => boolean) {
    this.given = given;
    this.next = 0;
    this.items = given instanceof PyTuple ? given.items : null;
    this.single = this.items === null ? given : undefined;
    this.isMapping =
      this.items === null && !isText(given) && typeOf(given).proto.__getitem__$1 !== undefined;
  }

  take(): Value {
    const { items } = this;
    if (items !== null) {
      const item = items[this.next++];
      if (item !== undefined) return item;
    } else {
      const { single } = this;
      this.single = undefined;
      if (single !== undefined) return single;
    }
    throw typeError('not enough arguments for format string');
  }

  requireMapping(): void {
    if (!this.isMapping) throw typeError('format requires a mapping');
  }

  /** Makes the value of a key the next argument. */
  select(key: Value): void {
    this.requireMapping();
    this.items = null;
    this.single = getItem(this.given, key);
  }

  finish(what: string): void {
    if (this.isMapping) return;
    const left = this.items === null ? this.single !== undefined : this.next < this.items.length;
    if (left) throw typeError(`not all arguments converted during ${what} formatting`);
  }
}

/** The field's layout, with what the arguments give for `*`. */
export function layoutOf(field: PercentField, args: PercentArguments): PercentLayout {
  if (field.width !== FROM_ARGUMENTS && field.precision !== FROM_ARGUMENTS) {
    if (field.failure !== '') throw valueError(field.failure);
    return field;
  }
  const width = field.width === FROM_ARGUMENTS ? starValue(args, false) : 0;
  const precision = field.precision === FROM_ARGUMENTS ? starValue(args, true) : 0;
  if (field.failure !== '') throw valueError(field.failure);
  return withCounts(field, width, precision);
}
function starValue(args: PercentArguments, isPrecision: boolean): number {
  const value = args.take();
  const n = intValue(value);
  if (n === undefined) throw typeError('* wants int');
  if (isPrecision) return asCInt(n);
  if (typeof n === 'bigint') throw overflowError('Python int too large to convert to C ssize_t');
  return n;
}

/** No limit on the digits of ints may be set below this. */
const SURELY_SHORT = 10n ** 640n;
/** ValueError for an int with more digits than str() gives. */
function checkDigits(n: PyInt): void {
  if (typeof n === 'bigint' && (n > SURELY_SHORT || n < -SURELY_SHORT)) toStr(n);
}

const isIntegral = (code: number): boolean => code === 111 || code === 120 || code === 88;

/** The int under d i u o x X. */
export function integerOf(v: Value, code: number, isBytes: boolean): PyInt {
  const direct = intValue(v);
  if (direct !== undefined) {
    if (!isIntegral(code)) checkDigits(direct);
    return direct;
  }
  const letter = String.fromCharCode(code);
  if (isIntegral(code)) {
    try {
      return asInt(v);
    } catch (error) {
      if (!isException(error, typeErrorType)) throw error;
      throw typeError(`%${letter} format: an integer is required, not ${typeOf(v).name}`);
    }
  }
  const n = truncated(v);
  if (n === undefined)
    throw typeError(
      isBytes && code !== 100 && code !== 105 && code !== 117
        ? `%${letter} format: an integer is required, not ${typeOf(v).name}`
        : `%${letter} format: a real number is required, not ${typeOf(v).name}`,
    );
  checkDigits(n);
  return n;
}

/** `int(v)` of a number; undefined for what is none. */
function truncated(v: Value): PyInt | undefined {
  if (typeof v !== 'object' && typeof v !== 'number') return undefined;
  const { proto } = typeOf(v);
  const convert = proto.__int__$0 ?? proto.__index__$0;
  if (convert === undefined) return undefined;
  try {
    return intValue(unwrap(convert(v)));
  } catch (error) {
    if (isException(error, typeErrorType)) return undefined;
    throw error;
  }
}

/** The float under e f g. */
export const floatUnder = (v: Value): number => floatOf(v) ?? asFloat(v);
