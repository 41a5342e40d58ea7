import { expect, test } from 'vitest';
import {
  formatReachable,
  parseReachable,
  shortName,
  type TestModule,
} from '../../conformance/reachable.ts';
import { compare, formatRecords, parseRecords, recordsOf } from '../../conformance/records.ts';
import type { Outcome } from '../../conformance/run-module.ts';
import { percent, summary } from '../../conformance/summary.ts';

const bool: TestModule = { name: 'test_bool', tier: 'T1', tests: ['B.test_a', 'B.test_b', 'x y'] };
const io: TestModule = { name: 'test_io', tier: 'T3', tests: ['I.test_c'] };

function resultOf(module: string, outcomes: Readonly<Record<string, Outcome>>) {
  const tests = Object.entries(outcomes).map(
    ([id, outcome]) => [id, { outcome, seconds: 0, message: '', place: '' }] as const,
  );
  return { module, tests: new Map(tests), fixtures: [], problem: undefined, place: '', seconds: 1 };
}

test('the list of reachable tests is read as it was written', () => {
  const read = parseReachable(formatReachable([bool, io]));
  expect([...read.values()]).toEqual([bool, io]);
  expect(shortName('test_bool', 'test.test_bool.B.test_a')).toBe('B.test_a');
  expect(shortName('test_bool', 'builtins.bin')).toBe('builtins.bin');
});

test('a result is recorded for each reachable test that ran', () => {
  const result = resultOf('test_bool', {
    'test.test_bool.B.test_a': 'ok',
    'test.test_bool.B.test_b': 'error',
    'test.test_bool.B.test_unreachable': 'ok',
  });
  const records = recordsOf(bool, result);
  expect([...records]).toEqual([
    ['B.test_a', 'pass'],
    ['B.test_b', 'fail'],
  ]);
});

test('records are read as they were written, sorted, names with spaces included', () => {
  const text = 'test_bool B.test_a pass\ntest_bool x y skip\ntest_io I.test_c hang\n';
  const records = parseRecords(text);
  expect(records.get('test_bool')!.get('x y')).toBe('skip');
  expect(formatRecords(new Map([...records].reverse()))).toBe(text);
});

test('a pass is lost when the test fails, is skipped or does not run; other changes do not count', () => {
  const recorded = parseRecords('m a pass\nm b pass\nm c pass\nm d fail\nm e fail\n').get('m')!;
  const now = parseRecords('m a pass\nm b skip\nm d crash\nm e pass\nm f pass\n').get('m')!;
  expect(compare(recorded, now)).toEqual({ lost: ['b', 'c'], gained: ['e', 'f'] });
});

test('the summary counts by tier and by module; a skip is not a pass', () => {
  const records = parseRecords('test_bool B.test_a pass\ntest_bool B.test_b skip\n');
  const text = summary([bool, io], records);
  expect(text).toContain('| T1 core language (1 modules) | 3 | 1 | 33.3 % | 0 | 1 | 0 | 1 |');
  expect(text).toContain('| all | 4 | 1 | 25.0 % | 0 | 1 | 0 | 2 |');
  expect(text).toContain('| test_io | 1 | 0 | 0.0 % | 0 | 0 | 0 | 1 |');
});

test('percent rounds down, so that 100.0 means all', () => {
  expect(percent(9999, 10000)).toBe('99.9 %');
  expect(percent(3, 3)).toBe('100.0 %');
  expect(percent(0, 0)).toBe('–');
});
