import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { erf, erfc } from '../../../../src/algorithms/libm/erf.ts';
import { exp, exp2 } from '../../../../src/algorithms/libm/exp.ts';
import { gamma, lgamma } from '../../../../src/algorithms/libm/gamma.ts';
import { acosh, asinh, atanh, cosh, sinh } from '../../../../src/algorithms/libm/hyperbolic.ts';
import { acos, asin, atan, atan2 } from '../../../../src/algorithms/libm/inverse-trigonometry.ts';
import { log, log10, log2 } from '../../../../src/algorithms/libm/log.ts';
import { pow } from '../../../../src/algorithms/libm/pow.ts';
import { cbrt, hypot, vectorNorm } from '../../../../src/algorithms/libm/roots.ts';
import { cos, sin, tan } from '../../../../src/algorithms/libm/trigonometry.ts';

type Row = (string | string[] | null)[];

/** CPython's answers, written by tools/record-libm-cases.py: the bits of the arguments and of the answer. */
const cases = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8')) as Record<
  string,
  Row[]
>;

const view = new DataView(new ArrayBuffer(8));

function fromBits(bits: string): number {
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}

/** How many doubles lie between two of the same sign. */
function distance(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  view.setFloat64(0, a);
  const first = view.getBigInt64(0);
  view.setFloat64(0, b);
  return Math.abs(Number(first - view.getBigInt64(0)));
}

const one = { exp, exp2, log, log2, log10, sin, cos, tan, asin, acos, atan, cosh, sinh };
const more = { asinh, acosh, atanh, erf, erfc, gamma, lgamma, cbrt };
const two = { pow, atan2, hypot };
const ours: Record<string, (...args: never[]) => number> = { ...one, ...more, ...two, vectorNorm };

/** The distance allowed where the C library itself, or CPython's formula, does not round correctly. */
const slack: Record<string, number> = { cbrt: 3, gamma: 2 };

/** How many answers may be one off: about one in a thousand is expected. */
const exceptions: Record<string, number> = { acos: 1 };

test('every function has cases', () => {
  expect(Object.keys(ours).sort()).toEqual(Object.keys(cases).sort());
});

test.each(Object.keys(cases))('%s answers as CPython does', name => {
  const call = ours[name] as (...args: (number | number[])[]) => number;
  let off = 0;
  for (const row of cases[name]!) {
    const args = row
      .slice(0, -1)
      .map(bits => (typeof bits === 'string' ? fromBits(bits) : bits!.map(fromBits)));
    const answer = row.at(-1) as string | null;
    const result = call(...args);
    // Where CPython raises, the caller finds a nan or an infinity.
    if (answer === null) expect([...args, result - result]).toEqual([...args, NaN]);
    else if (distance(result, fromBits(answer)) > (slack[name] ?? 0)) {
      off++;
      expect([...args, distance(result, fromBits(answer))]).toEqual([...args, 1]);
    }
  }
  expect(off).toBeLessThanOrEqual(exceptions[name] ?? 0);
});
