import { expect, test } from 'vitest';
import { createPython, PythonError, type PythonFunction } from '../../../src/node.ts';

test('values cross both ways, and two interpreters share nothing', () => {
  const a = createPython();
  const b = createPython();
  a.set('items', [1, 2.5, 'x', null, new Map([['k', true]])]);
  expect(a.evaluate('(items, 2 ** 70, 2.0, {"a": [1]})')).toEqual([
    [1, 2.5, 'x', null, new Map([['k', true]])],
    2n ** 70n,
    2,
    new Map([['a', [1]]]),
  ]);
  expect(b.get('items')).toBeUndefined();
});

test('functions are called across the border, exceptions cross as errors', () => {
  const python = createPython();
  python.run(
    'def f(a, b=2):\n    if a < 0:\n        raise ValueError("negative")\n    return a * b',
  );
  const f = python.get('f') as PythonFunction;
  expect(f(3)).toBe(6);
  expect(f.python.callWith([3], { b: 5 })).toBe(15);
  try {
    f(-1);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(PythonError);
    const { type, message, traceback } = error as PythonError;
    expect([type, message]).toEqual(['ValueError', 'ValueError: negative']);
    expect(traceback).toContain('line 3, in f');
  }
  python.set('g', (x: unknown) => Number(x) + 1);
  expect(python.evaluate('g(41)')).toBe(42);
});

test('a Python object comes back as itself', () => {
  const python = createPython();
  python.run('class P:\n    x = 1\n    def m(self, y): return self.x + y\np = P()');
  const p = python.get('p') as {
    get(name: string): unknown;
    callMethod(name: string, ...args: unknown[]): unknown;
  };
  expect(p.get('x')).toBe(1);
  expect(p.callMethod('m', 4)).toBe(5);
  python.set('q', p);
  expect(python.evaluate('q is p')).toBe(true);
});
