import { breakDown } from '../../algorithms/calendar.ts';
import { formatTime, type TimeToFormat } from '../../algorithms/strftime.ts';
import { codePoints, join, slice, type Text } from '../../algorithms/text/contents.ts';
import type { Clock } from '../../host/host.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { float } from '../../objects/float.ts';
import { smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { contentsOf, str, strOf, utf16, type PyStr } from '../../objects/str.ts';
import { tuple } from '../../objects/tuple.ts';
import { getAttr } from '../../runtime/attributes.ts';
import { callArgs } from '../../runtime/call.ts';
import { strValue } from '../../runtime/convert.ts';
import { defineModule, fn, type FunctionSpec, variadicFn } from '../../runtime/declare-module.ts';
import { findStr, setStr } from '../../runtime/dict.ts';
import { typeError, valueError } from '../../runtime/errors.ts';
import { importModule } from '../../runtime/import-hook.ts';
import { thread } from '../../runtime/state.ts';
import { PyModule } from '../../objects/module.ts';
import { namespaceObject } from '../../types/simple-namespace.ts';
import { host, hostKey, interruptKey, osErrorOf } from '../host-access.ts';
import { checkPositional } from '../positional.ts';
import { constants, docs } from './docs.gen.ts';
import { fromLocal, localTime, zoneAt } from './local-time.ts';
import {
  asciiTime,
  checkedTime,
  durationArgument,
  makeStructTime,
  nanosecondsValue,
  secondsArgument,
  secondsValue,
  structTime,
  tupleArgument,
  type TupleTime,
} from './time-tuple.ts';

/** Clocks and calendar time. CPython: Modules/timemodule.c */

const clock = (): Clock => host().clock;
const wholeSeconds = (): number => Number(clock().now() / 1_000_000_000n);

/** A function that takes positional arguments only and shows no signature. */
const positional = (
  name: string,
  doc: string,
  least: number,
  most: number,
  impl: (...args: Value[]) => Value,
): FunctionSpec =>
  variadicFn(doc, (args, names) => {
    checkPositional(name, 'time', least, most, args, names);
    return impl(...args);
  });

const secondsOrNow = (v: Value = null): number =>
  v === null ? wholeSeconds() : secondsArgument(v);

const utc = { offset: 0, daylight: false, abbreviation: 'UTC' };

function local(v?: Value) {
  const { time, zone } = localTime(clock(), secondsOrNow(v));
  return { time, zone };
}

/** What strftime and asctime take: a checked tuple, or now. */
function timeToFormat(v: Value | undefined, functionName: string): TupleTime {
  if (v !== undefined) return checkedTime(tupleArgument(v, functionName));
  const { time, zone } = local();
  return { ...time, daylight: zone.daylight ? 1 : 0, zone: zone.abbreviation, offset: zone.offset };
}

function strftime(formatValue: Value, v: Value | undefined): Value {
  const format = strValue(formatValue);
  if (format === undefined) {
    throw typeError(`strftime() argument 1 must be str, not ${typeOf(formatValue).name}`);
  }
  const t = timeToFormat(v, 'strftime');
  const time: TimeToFormat = {
    ...t,
    zone: t.zone ?? zoneName(t.daylight > 0),
    epoch: () => fromLocal(clock(), t, t.daylight),
  };
  return strOf(formatText(format, time));
}

/** Formats a str of any characters: lone surrogates pass by the formatter. */
function formatText(format: PyStr, time: TimeToFormat): Text {
  if (typeof format === 'string') return contentsOf(str(formatTime(format, time)));
  const points = contentsOf(format);
  const parts: Text[] = [];
  let from = 0;
  const isSurrogate = (point: number) => point >= 0xd800 && point <= 0xdfff;
  const flush = (end: number) => {
    const piece = utf16(strOf(slice(points, from, end)));
    if (piece !== '') parts.push(contentsOf(str(formatTime(piece, time))));
  };
  codePoints(points).forEach((point, at) => {
    if (!isSurrogate(point)) return;
    flush(at);
    parts.push(slice(points, at, at + 1));
    from = at + 1;
  });
  flush(points.length);
  return join('', parts);
}

interface LocalZone {
  readonly timezone: number;
  readonly altzone: number;
  readonly daylight: number;
  readonly names: readonly [string, string];
}

/** The zone's standard and summer offsets, in seconds west, from its January and July. */
function localZone(): LocalZone {
  const year = (365 * 24 + 6) * 3600;
  const start = Math.trunc(wholeSeconds() / year) * year;
  const [january, july] = [start, start + year / 2].map(time => zoneAt(clock(), time));
  const [winter, summer] = january!.offset > july!.offset ? [july!, january!] : [january!, july!];
  return {
    timezone: 0 - winter.offset,
    altzone: 0 - summer.offset,
    daylight: winter.offset === summer.offset ? 0 : 1,
    names: [winter.abbreviation, summer.abbreviation],
  };
}

const zoneName = (daylight: boolean): string => localZone().names[daylight ? 1 : 0];

function publishZone(add: (name: string, value: Value) => void): void {
  const { timezone, altzone, daylight, names } = localZone();
  add('timezone', smallInt(timezone));
  add('altzone', smallInt(altzone));
  add('daylight', smallInt(daylight));
  add('tzname', tuple(names.map(str)));
}

function sleep(v: Value): null {
  const length = durationArgument(v);
  if (length < 0n) throw valueError('sleep length must be non-negative');
  const { interpreter } = thread;
  const end = clock().monotonic() + length;
  let left = length;
  for (;;) {
    left = clock().sleep(left);
    interpreter.state(interruptKey)();
    if (left === 0n) return null;
    left = end - clock().monotonic();
    if (left <= 0n) return null;
  }
}

// ---------------------------------------------------------------------------------------------------------------------------------------------------
// Clocks by number and by name

function readClock(id: number): bigint {
  const c = clock();
  switch (id) {
    case constants.CLOCK_REALTIME:
    case constants.CLOCK_TAI:
      return c.now();
    case constants.CLOCK_MONOTONIC:
    case constants.CLOCK_MONOTONIC_RAW:
    case constants.CLOCK_BOOTTIME:
      return c.monotonic();
    case constants.CLOCK_PROCESS_CPUTIME_ID:
      return c.processTime();
    case constants.CLOCK_THREAD_CPUTIME_ID:
      if (c.threadTime !== undefined) return c.threadTime();
      break;
    default:
  }
  throw osErrorOf(host().constants.errno['EINVAL'] ?? 22);
}

function clockResolution(id: number): bigint {
  readClock(id);
  const { resolution } = clock();
  if (id === constants.CLOCK_REALTIME || id === constants.CLOCK_TAI) return resolution.now;
  return id === constants.CLOCK_PROCESS_CPUTIME_ID || id === constants.CLOCK_THREAD_CPUTIME_ID
    ? resolution.processTime
    : resolution.monotonic;
}

function clockInfo(nameValue: Value): Value {
  const name = strValue(nameValue);
  if (name === undefined) {
    throw typeError(`get_clock_info() argument 1 must be str, not ${typeOf(nameValue).name}`);
  }
  const { resolution, threadTime } = clock();
  const known: Record<string, readonly [clock: string, resolution: bigint]> = {
    time: ['CLOCK_REALTIME', resolution.now],
    monotonic: ['CLOCK_MONOTONIC', resolution.monotonic],
    perf_counter: ['CLOCK_MONOTONIC', resolution.performance],
    process_time: ['CLOCK_PROCESS_CPUTIME_ID', resolution.processTime],
  };
  if (threadTime !== undefined) {
    known['thread_time'] = ['CLOCK_THREAD_CPUTIME_ID', resolution.processTime];
  }
  const found = typeof name === 'string' && Object.hasOwn(known, name) ? known[name] : undefined;
  if (found === undefined) throw valueError('unknown clock');
  return namespaceObject({
    implementation: str(`clock_gettime(${found[0]})`),
    monotonic: name !== 'time',
    adjustable: name === 'time',
    resolution: float(Number(found[1]) / 1e9),
  });
}

const bothForms = (name: 'monotonic', read: () => bigint) => ({
  [name]: fn('()', docs[name], () => secondsValue(read())),
  [`${name}_ns`]: fn('()', docs[`${name}_ns`], () => nanosecondsValue(read())),
});

export const timeModule = defineModule('time', {
  doc: docs[''],
  functions: {
    ...bothForms('time' as 'monotonic', () => clock().now()),
    ...bothForms('monotonic', () => clock().monotonic()),
    ...bothForms('perf_counter' as 'monotonic', () => clock().performance()),
    ...bothForms('process_time' as 'monotonic', () => clock().processTime()),
    ...bothForms('thread_time' as 'monotonic', () => clock().threadTime!()),
    sleep: fn('(object, /)', docs.sleep, sleep),
    clock_gettime: fn('(clk_id: cint, /)', docs.clock_gettime, id => secondsValue(readClock(id))),
    clock_gettime_ns: fn('(clk_id: cint, /)', docs.clock_gettime_ns, id =>
      nanosecondsValue(readClock(id)),
    ),
    clock_getres: fn('(clk_id: cint, /)', docs.clock_getres, id =>
      secondsValue(clockResolution(id)),
    ),
    get_clock_info: positional('get_clock_info', docs.get_clock_info, 1, 1, name =>
      clockInfo(name),
    ),
    gmtime: positional('gmtime', docs.gmtime, 0, 1, v =>
      makeStructTime(breakDown(secondsOrNow(v)), utc),
    ),
    localtime: positional('localtime', docs.localtime, 0, 1, v => {
      const { time, zone } = local(v);
      return makeStructTime(time, zone);
    }),
    mktime: fn('(object, /)', docs.mktime, v => {
      const t = tupleArgument(v, 'mktime');
      return float(fromLocal(clock(), t, t.daylight));
    }),
    asctime: positional('asctime', docs.asctime, 0, 1, v =>
      str(asciiTime(timeToFormat(v, 'asctime'))),
    ),
    ctime: positional('ctime', docs.ctime, 0, 1, v => str(asciiTime(local(v).time))),
    strftime: positional('strftime', docs.strftime, 1, 2, (format, v) => strftime(format, v)),
    strptime: variadicFn(docs.strptime, (args, names) =>
      callArgs(getAttr(importModule('_strptime'), '_strptime_time'), args, names),
    ),
    tzset: fn('()', docs.tzset, () => {
      clock().resetZone();
      const module = findStr(thread.interpreter.modules, 'time');
      if (module instanceof PyModule) {
        publishZone((name, value) => setStr(module.dict, name, value));
      }
      return null;
    }),
  },
  types: { struct_time: structTime.type },
  without: interpreter => {
    const { threadTime } = interpreter.state(hostKey).clock;
    return threadTime === undefined ? ['thread_time', 'thread_time_ns'] : [];
  },
  init(_interpreter, add) {
    add('_STRUCT_TM_ITEMS', smallInt(11));
    for (const [name, value] of Object.entries(constants)) {
      if (name.startsWith('CLOCK_')) add(name, smallInt(value as number));
    }
    publishZone(add);
  },
});
