import { breakDown, type BrokenDownTime, secondsFromCivil } from '../../algorithms/calendar.ts';
import type { Clock, Zone } from '../../host/host.ts';

/** Local time by the host's zone. CPython: localtime_r, mktime */

/** Seconds in 400 years, after which the calendar repeats. */
const cycle = 146_097 * 86_400;

/** The zone at a time of any year; the rules of years past what a Date holds are those of the same year in the cycle. */
export function zoneAt(clock: Clock, seconds: number): Zone {
  const limit = 100 * cycle;
  return clock.zoneAt(Math.abs(seconds) < limit ? seconds : seconds % cycle);
}

export interface LocalTime {
  readonly time: BrokenDownTime;
  readonly zone: Zone;
}

export function localTime(clock: Clock, seconds: number): LocalTime {
  const zone = zoneAt(clock, seconds);
  return { time: breakDown(seconds + zone.offset), zone };
}

type Fields = Pick<BrokenDownTime, 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'>;

/** The time that local fields mean. `daylight` says which of two; negative: let the zone decide. */
export function fromLocal(clock: Clock, fields: Fields, daylight: number): number {
  const { year, month, day, hour, minute, second } = fields;
  const wall = secondsFromCivil(year, month, day, hour, minute, second);
  if (daylight >= 0) {
    const offset = offsetOf(clock, wall, daylight > 0);
    if (offset !== undefined) return wall - offset;
  }
  const day1 = 86_400;
  // Of two times that a clock set back shows twice, the later.
  const offsets = [wall + day1, wall - day1].map(time => zoneAt(clock, time).offset);
  for (const offset of offsets) {
    const time = wall - offset;
    if (zoneAt(clock, time).offset === offset) return time;
  }
  // The wall clock skipped it: as if it had not been set forward.
  return wall - offsets[1]!;
}

/** The offset in force when daylight saving is as asked, nearest to `wall`. */
function offsetOf(clock: Clock, wall: number, daylight: boolean): number | undefined {
  const here = zoneAt(clock, wall);
  const candidates = [wall - here.offset];
  const step = 7 * 86_400;
  for (let i = 1; i <= 53; i++) candidates.push(wall - i * step, wall + i * step);
  for (const time of candidates) {
    const zone = zoneAt(clock, time);
    if (zone.daylight === daylight) return zone.offset;
  }
  return undefined;
}
