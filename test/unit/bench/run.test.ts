import { expect, test } from 'vitest';
import { parseFeatures } from '../../../bench/features.ts';
import { geometricMean } from '../../../bench/implementations.ts';
import { parseMeasurement } from '../../../bench/run.ts';

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

test('parseFeatures reads a line for each feature', () => {
  expect(parseFeatures('feature call_0 12.5\nnoise\nfeature list_index 3\n')).toEqual(
    new Map([
      ['call_0', 12.5],
      ['list_index', 3],
    ]),
  );
});
