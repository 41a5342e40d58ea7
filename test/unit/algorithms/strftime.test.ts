import { expect, test } from 'vitest';
import { secondsFromCivil } from '../../../src/algorithms/calendar.ts';
import { formatTime } from '../../../src/algorithms/strftime.ts';
import cases from './strftime-cases.json' with { type: 'json' };

test('formats as CPython on Linux', () => {
  const wrong: unknown[] = [];
  for (const [format, fields, expected] of cases as unknown as [string, number[], string][]) {
    const [year, month, day, hour, minute, second, weekday, yearDay] = fields as [
      ...[number, number, number, number, number, number, number, number],
    ];
    const got = formatTime(format, {
      year,
      month,
      day,
      hour,
      minute,
      second,
      weekday,
      yearDay,
      offset: 0,
      zone: 'UTC',
      daylight: 0,
      epoch: () => secondsFromCivil(year, month, day, hour, minute, second),
    });
    if (got !== expected) wrong.push([format, fields, expected, got]);
  }
  expect(wrong).toEqual([]);
});
