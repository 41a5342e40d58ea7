import { expect, test } from 'vitest';
import { geometricMean, parseMeasurement } from '../../../bench/run.ts';

test('parseMeasurement reads the line that every benchmark prints', () => {
  expect(parseMeasurement('noise\nbench floats seconds=0.154042 check=1.5/nan x\n')).toEqual({
    seconds: 0.154042,
    check: '1.5/nan x',
  });
  expect(parseMeasurement('bench floats\n')).toBeUndefined();
});

test('geometricMean weighs a doubling and a halving alike', () => {
  expect(geometricMean([2, 0.5, 4])).toBeCloseTo(4 ** (1 / 3), 12);
});
