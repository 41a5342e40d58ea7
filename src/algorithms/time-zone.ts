/** What a zone says about one moment. */
export interface Zone {
  /** Seconds east of UTC. */
  readonly offset: number;
  readonly daylight: boolean;
  readonly abbreviation: string;
}

/** A time zone's rules. */
export interface ZoneRules {
  at(seconds: number): Zone;
}

export const utcRules: ZoneRules = {
  at: () => ({ offset: 0, daylight: false, abbreviation: 'UTC' }),
};

/**
 * The rules in a compiled zone file (RFC 9636), the format that tzset(3) reads; undefined when `bytes` is none.
 * Times past the last transition follow the file's POSIX rule.
 */
export function parseZoneFile(bytes: Uint8Array): ZoneRules | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isHeader = (at: number) => bytes.length >= at + 44 && view.getUint32(at) === 0x545a6966;
  if (!isHeader(0)) return undefined;
  const version = bytes[4]!;
  let at = 0;
  let wide = 4;
  if (version >= 0x32) {
    at = 44 + blockLength(view, 0, 4);
    wide = 8;
    if (!isHeader(at)) return undefined;
  }
  const transitionCount = view.getUint32(at + 32);
  const typeCount = view.getUint32(at + 36);
  const timesAt = at + 44;
  const typesAt = timesAt + transitionCount * wide;
  const recordsAt = typesAt + transitionCount;
  const namesAt = recordsAt + typeCount * 6;
  const end = at + 44 + blockLength(view, at, wide);
  const readTime = (i: number) =>
    wide === 8 ? Number(view.getBigInt64(timesAt + i * 8)) : view.getInt32(timesAt + i * 4);
  const times = Array.from({ length: transitionCount }, (_, i) => readTime(i));
  const zones = Array.from({ length: typeCount }, (_, i): Zone => {
    const record = recordsAt + i * 6;
    const name = namesAt + bytes[record + 5]!;
    return {
      offset: view.getInt32(record),
      daylight: bytes[record + 4] === 1,
      abbreviation: ascii(bytes, name, bytes.indexOf(0, name)),
    };
  });
  const first = zones.find(zone => !zone.daylight) ?? zones[0];
  if (first === undefined) return undefined;
  const footer = wide === 8 ? ascii(bytes, end + 1, bytes.indexOf(10, end + 1)) : '';
  const rule = footer === '' ? undefined : parsePosixZone(footer);
  return {
    at(seconds) {
      if (transitionCount === 0 || seconds < times[0]!) {
        return transitionCount === 0 && rule !== undefined ? rule.at(seconds) : first;
      }
      let low = 0;
      let high = transitionCount;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (times[middle]! <= seconds) low = middle;
        else high = middle;
      }
      if (low === transitionCount - 1 && rule !== undefined) return rule.at(seconds);
      return zones[bytes[typesAt + low]!]!;
    },
  };
}

function blockLength(view: DataView, at: number, wide: number): number {
  const count = (i: number) => view.getUint32(at + 20 + i * 4);
  const [isUt, isStandard, leaps, transitions, types, characters] = [0, 1, 2, 3, 4, 5].map(count);
  return (
    transitions! * (wide + 1) + types! * 6 + characters! + leaps! * (wide + 4) + isStandard! + isUt!
  );
}

const ascii = (bytes: Uint8Array, start: number, end: number): string =>
  end < 0 ? '' : String.fromCharCode(...bytes.subarray(start, end));

/** When a year's change happens, in seconds after 1 January 00:00 local. */
type Change = (year: number) => number;

/** POSIX's TZ format, 'EST5EDT,M3.2.0,M11.1.0'; undefined when `text` is not of it. */
export function parsePosixZone(text: string): ZoneRules | undefined {
  const name = '(?:<([A-Za-z0-9+-]+)>|([A-Za-z]{3,}))';
  const time = '([+-]?\\d{1,3}(?::\\d{1,2}(?::\\d{1,2})?)?)';
  const match = new RegExp(`^${name}${time}(?:${name}${time}?(,.+)?)?$`).exec(text);
  if (match === null) return undefined;
  const [, quoted, plain, offsetText, quotedDaylight, plainDaylight, daylightText, changes] = match;
  const offset = 0 - duration(offsetText!);
  const standard: Zone = { offset, daylight: false, abbreviation: (quoted ?? plain)! };
  const daylightName = quotedDaylight ?? plainDaylight;
  if (daylightName === undefined) return { at: () => standard };
  const daylight: Zone = {
    offset: daylightText === undefined ? offset + 3600 : 0 - duration(daylightText),
    daylight: true,
    abbreviation: daylightName,
  };
  // Without a rule the C libraries take the law of the United States.
  const parts = (changes ?? ',M3.2.0,M11.1.0').slice(1).split(',');
  const [start, stop] = parts.map(parseChange);
  if (parts.length !== 2 || start === undefined || stop === undefined) return undefined;
  return {
    at(seconds) {
      const year = new Date((seconds + standard.offset) * 1000).getUTCFullYear();
      const yearStart = Date.UTC(year, 0) / 1000;
      const on = yearStart + start(year) - standard.offset;
      const off = yearStart + stop(year) - daylight.offset;
      const isDaylight =
        on < off ? seconds >= on && seconds < off : !(seconds >= off && seconds < on);
      return isDaylight ? daylight : standard;
    },
  };
}

function duration(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1;
  const [hours = 0, minutes = 0, seconds = 0] = text.replace(/^[+-]/, '').split(':').map(Number);
  return sign * (hours * 3600 + minutes * 60 + seconds);
}

function parseChange(text: string): Change | undefined {
  const match = /^(?:M(\d+)\.(\d)\.(\d)|J(\d+)|(\d+))(?:\/(.+))?$/.exec(text);
  if (match === null) return undefined;
  const [, month, week, day, julian, zeroBased, timeText] = match;
  const time = timeText === undefined ? 7200 : duration(timeText);
  if (Number.isNaN(time)) return undefined;
  if (month !== undefined) {
    return year => nthWeekday(year, Number(month), Number(week), Number(day)) * 86400 + time;
  }
  if (julian !== undefined) {
    // Counts 1 to 365; 29 February is never counted.
    return year =>
      (Number(julian) - 1 + (isLeap(year) && Number(julian) > 59 ? 1 : 0)) * 86400 + time;
  }
  return () => Number(zeroBased) * 86400 + time;
}

const isLeap = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;

/** The day of the year (from 0) of a month's nth weekday; week 5 is the last. */
function nthWeekday(year: number, month: number, week: number, weekday: number): number {
  const day = 86_400_000;
  const first = Date.UTC(year, month - 1, 1);
  const skip = (weekday - new Date(first).getUTCDay() + 7) % 7;
  let date = first + (skip + (week - 1) * 7) * day;
  if (date >= Date.UTC(year, month, 1)) date -= 7 * day;
  return (date - Date.UTC(year, 0, 1)) / day;
}
