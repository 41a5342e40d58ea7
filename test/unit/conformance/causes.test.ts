import { expect, test } from 'vitest';
import { findCauses, missingModule, normalise } from '../../conformance/causes.ts';
import type { TestModule } from '../../conformance/reachable.ts';
import type { ModuleResult, Outcome } from '../../conformance/run-module.ts';

test('normalise leaves out what differs between tests of one cause', () => {
  expect(normalise('AssertionError: 5 != -6.5e10 : first\n  diff')).toBe(
    'AssertionError: N != N : first diff',
  );
  expect(normalise('<C object at 0x7f00aa12> is not <D object at 0x00ff00ff>')).toBe(
    '<C object at 0x…> is not <D object at 0x…>',
  );
  expect(normalise("cannot import name 'sha2_256' from 'utf8'")).toBe(
    "cannot import name 'sha2_256' from 'utf8'",
  );
  expect(normalise(`'${'a'.repeat(50)}' not found`)).toBe("'…' not found");
});

test('missingModule finds the module that an import error names', () => {
  expect(missingModule("ModuleNotFoundError: No module named '_ssl'")).toBe('_ssl');
  expect(missingModule('ImportError: x')).toBeUndefined();
});

function ran(
  name: string,
  tests: readonly string[],
  result: Partial<ModuleResult>,
): readonly [TestModule, ModuleResult] {
  const empty = { module: name, tests: new Map(), fixtures: [], problem: undefined };
  return [
    { name, tier: 'T1', tests },
    { ...empty, place: '', seconds: 0, ...result },
  ];
}

const outcome = (result: Outcome, message: string) =>
  ({ outcome: result, message, seconds: 0, place: 'f.py:1' }) as const;

test('every reachable test that does not pass is counted under the cause that stopped it', () => {
  const causes = findCauses([
    ran('test_a', ['T.one', 'T.two', 'T.three', 'U.four'], {
      tests: new Map([
        ['test.test_a.T.one', outcome('ok', '')],
        ['test.test_a.T.two', outcome('fail', 'AssertionError: 1 != 2')],
        ['test.test_a.T.three', outcome('skip', 'no zlib')],
      ]),
      fixtures: [{ prefix: 'test.test_a.U.', ...outcome('error', 'AssertionError: 3 != 4') }],
    }),
    ran('test_b', ['T.x', 'T.y', 'T.z'], { problem: "error: No module named '_ssl'" }),
  ]);
  const short = (list: typeof causes.messages) =>
    list.map(cause => [cause.text, cause.tests, cause.example]);
  expect(short(causes.missingModules)).toEqual([['_ssl', 3, 'test_b T.x']]);
  expect(short(causes.messages)).toEqual([
    ['AssertionError: N != N', 2, 'test_a T.two'],
    ['skipped: no zlib', 1, 'test_a T.three'],
  ]);
});
