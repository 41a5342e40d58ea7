import type { BrokenDownTime } from '../../algorithms/calendar.ts';
import { dayNames, monthNames } from '../../algorithms/strftime.ts';
import type { Zone } from '../../host/host.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { float, floatValue, isFloat } from '../../objects/float.ts';
import { int, smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { str, utf16 } from '../../objects/str.ts';
import { PyTuple } from '../../objects/tuple.ts';
import { asInt, strValue } from '../../runtime/convert.ts';
import { overflowError, typeError, valueError } from '../../runtime/errors.ts';
import { defineStructSequence, PyStructSequence } from '../../types/struct-sequence.ts';
import { osErrorOf } from '../host-access.ts';
import { docs } from './docs.gen.ts';

/** Times between Python's numbers and tuples and ours. CPython: Modules/timemodule.c, Python/pytime.c */

const names = ['year', 'mon', 'mday', 'hour', 'min', 'sec', 'wday', 'yday', 'isdst'];
const field = (name: string): [string, string] => [
  `tm_${name}`,
  docs[`struct_time.tm_${name}` as 'struct_time.tm_year'],
];

export const structTime = defineStructSequence({
  name: 'struct_time',
  module: 'time',
  doc: docs.struct_time,
  fields: [...names, 'zone', 'gmtoff'].map(field),
  visible: 9,
});

export function makeStructTime(time: BrokenDownTime, zone: Zone): PyStructSequence {
  const { year, month, day, hour, minute, second, weekday, yearDay } = time;
  const numbers = [year, month, day, hour, minute, second, weekday, yearDay];
  return structTime.make([
    ...numbers.map(smallInt),
    smallInt(zone.daylight ? 1 : 0),
    str(zone.abbreviation),
    smallInt(zone.offset),
  ]);
}

const maximumTime = 1n << 63n;

/** A time in seconds, rounded down to whole ones, whose year fits a C int. */
export function secondsArgument(v: Value): number {
  let whole: bigint;
  if (isFloat(v)) {
    const x = floatValue(v);
    if (Number.isNaN(x)) throw valueError('Invalid value NaN (not a number)');
    if (!(Math.abs(x) < 2 ** 63)) throw outOfRange();
    whole = BigInt(Math.floor(x));
  } else whole = BigInt(asInt(v));
  if (whole >= maximumTime || whole < -maximumTime) throw outOfRange();
  const limit = 67_768_036_191_676_799n;
  if (whole > limit || whole < -67_768_040_609_740_800n) throw osErrorOf(75);
  return Number(whole);
}
const outOfRange = () => overflowError('timestamp out of range for platform time_t');

/** Nanoseconds of a duration in seconds, rounded up (away from a sleep too short). */
export function durationArgument(v: Value): bigint {
  const range = () => overflowError('timestamp out of range for C PyTime_t');
  if (isFloat(v)) {
    const x = floatValue(v);
    if (Number.isNaN(x)) throw valueError('Invalid value NaN (not a number)');
    const scaled = x * 1e9;
    if (!(Math.abs(scaled) < 2 ** 63)) throw range();
    return BigInt(scaled < 0 ? Math.floor(scaled) : Math.ceil(scaled));
  }
  if (
    typeof v === 'string' ||
    (typeof v === 'object' && (v === null || v.__index__$0 === undefined))
  ) {
    throw typeError(`'${typeOf(v).name}' object cannot be interpreted as an integer or float`);
  }
  const scaled = BigInt(asInt(v)) * 1_000_000_000n;
  if (scaled >= maximumTime || scaled < -maximumTime) throw range();
  return scaled;
}

export const secondsValue = (nanoseconds: bigint): Value => {
  // As CPython: whole seconds and the rest apart, so that today's times keep their last digits.
  const rest = nanoseconds % 1_000_000_000n;
  if (rest === 0n) return float(Number(nanoseconds / 1_000_000_000n));
  return float(Number(nanoseconds) / 1e9);
};
export const nanosecondsValue = (nanoseconds: bigint): Value => int(nanoseconds);

export interface TupleTime extends BrokenDownTime {
  readonly daylight: number;
  readonly zone: string | undefined;
  readonly offset: number;
}

/** The nine ints of a tuple or struct_time, as they are. */
export function tupleArgument(v: Value, functionName: string): TupleTime {
  if (!(v instanceof PyTuple)) throw typeError('Tuple or struct_time argument required');
  const illegal = () => typeError(`${functionName}(): illegal time tuple argument`);
  if (v.items.length !== 9) throw illegal();
  const numbers = v.items.map(item => {
    if (typeof item === 'string' || isFloat(item) || item === null) throw illegal();
    const n = asInt(item);
    if (n >= 1n << 63n || n < -(1n << 63n)) {
      throw overflowError('Python int too large to convert to C long');
    }
    if (n > 0x7fffffff) throw overflowError('signed integer is greater than maximum');
    if (n < -0x80000000) throw overflowError('signed integer is less than minimum');
    return Number(n);
  }) as [number, number, number, number, number, number, number, number, number];
  const [year, month, day, hour, minute, second, weekday, yearDay, daylight] = numbers;
  const [zone, offset] = v instanceof PyStructSequence ? v.hidden : [];
  const zoneText = zone === undefined ? undefined : strValue(zone);
  return {
    year,
    month,
    day,
    hour,
    minute,
    second,
    weekday,
    yearDay,
    daylight,
    zone: zoneText === undefined ? undefined : utf16(zoneText),
    offset: typeof offset === 'number' ? offset : 0,
  };
}

/** Checks ranges; a zero month, day or day of the year counts as one. */
export function checkedTime(t: TupleTime): TupleTime {
  const within = (value: number, low: number, high: number, what: string) => {
    if (value < low || value > high) throw valueError(`${what} out of range`);
  };
  within(t.month, 0, 12, 'month');
  within(t.day, 0, 31, 'day of month');
  within(t.hour, 0, 23, 'hour');
  within(t.minute, 0, 59, 'minute');
  within(t.second, 0, 61, 'seconds');
  if (t.weekday < -1) throw valueError('day of week out of range');
  within(t.yearDay, 0, 366, 'day of year');
  return {
    ...t,
    month: t.month || 1,
    day: t.day || 1,
    yearDay: t.yearDay || 1,
    weekday: (t.weekday + 7) % 7,
  };
}

/** `Sun Jun 20 23:21:05 1993` */
export function asciiTime(t: BrokenDownTime): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = dayNames[t.weekday]!.slice(0, 3);
  const month = monthNames[t.month - 1]!.slice(0, 3);
  const clock = `${two(t.hour)}:${two(t.minute)}:${two(t.second)}`;
  return `${day} ${month} ${String(t.day).padStart(2)} ${clock} ${t.year}`;
}
