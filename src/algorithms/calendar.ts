/** The proleptic Gregorian calendar for any year. */

const floorDiv = (a: number, b: number): number => Math.floor(a / b);
export const floorMod = (a: number, b: number): number => a - b * Math.floor(a / b);

export const isLeapYear = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days from 1970-01-01 to 1 January of `year`. */
export function daysBeforeYear(year: number): number {
  const y = year - 1;
  return y * 365 + floorDiv(y, 4) - floorDiv(y, 100) + floorDiv(y, 400) - 719_162;
}

const cumulative = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/** Days of the year before month 1 to 12 (13: the whole year). */
export const daysBeforeMonth = (year: number, month: number): number =>
  cumulative[month - 1]! + (month > 2 && isLeapYear(year) ? 1 : 0);

/** Days from 1970-01-01; month and day may lie outside their range. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = year + floorDiv(month - 1, 12);
  const m = floorMod(month - 1, 12) + 1;
  return daysBeforeYear(y) + daysBeforeMonth(y, m) + day - 1;
}

export interface BrokenDownTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Monday is 0. */
  readonly weekday: number;
  /** 1 January is 1. */
  readonly yearDay: number;
}

/** The UTC date and time of `seconds` since 1970. */
export function breakDown(seconds: number): BrokenDownTime {
  const days = floorDiv(seconds, 86_400);
  const rest = seconds - days * 86_400;
  // A first guess, then at most a step.
  let year = floorDiv(days * 400, 146_097) + 1970;
  while (daysBeforeYear(year) > days) year--;
  while (daysBeforeYear(year + 1) <= days) year++;
  const yearDay = days - daysBeforeYear(year);
  let month = 12;
  while (daysBeforeMonth(year, month) > yearDay) month--;
  return {
    year,
    month,
    day: yearDay - daysBeforeMonth(year, month) + 1,
    hour: floorDiv(rest, 3600),
    minute: floorDiv(rest % 3600, 60),
    second: rest % 60,
    weekday: floorMod(days + 3, 7),
    yearDay: yearDay + 1,
  };
}

/** Seconds since 1970 of a UTC date and time whose fields may lie outside their ranges. */
export const secondsFromCivil = (
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number => daysFromCivil(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second;

/** The year and week of ISO 8601. */
export function isoWeek(time: { year: number; weekday: number; yearDay: number }): {
  year: number;
  week: number;
} {
  const week = floorDiv(time.yearDay - 1 - time.weekday + 10, 7);
  if (week < 1) {
    const length = isLeapYear(time.year - 1) ? 366 : 365;
    return isoWeek({ ...time, year: time.year - 1, yearDay: time.yearDay + length });
  }
  if (week === 53) {
    const firstWeekday = floorMod(time.weekday - (time.yearDay - 1), 7);
    const hasFiftyThree = firstWeekday === 3 || (firstWeekday === 2 && isLeapYear(time.year));
    if (!hasFiftyThree) return { year: time.year + 1, week: 1 };
  }
  return { year: time.year, week };
}
