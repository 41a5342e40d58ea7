/**
 * `repr(float)`: the shortest digits that read back as the same double (CPython's `float_repr`,
 * Objects/floatobject.c, and mode 0 of Python/dtoa.c).
 */
export function floatRepr(x: number): string {
  const size = Math.abs(x);
  if (size < 1e16) {
    if (Math.floor(size) === size) return integralRepr(x);
    // JavaScript's digits are the same shortest ones; only the rules for the exponent differ.
    return size >= 1e-4 ? `${x}` : padExponent(x.toExponential());
  }
  if (size < Infinity) return padExponent(x.toExponential());
  if (x !== x) return 'nan';
  return x > 0 ? 'inf' : '-inf';
}

function integralRepr(x: number): string {
  if (x === 0) return Object.is(x, -0) ? '-0.0' : '0.0';
  return `${x}.0`;
}

/** `1e-7` in JavaScript is `1e-07` in C. */
export function padExponent(text: string): string {
  const digits = text.length - text.lastIndexOf('e') - 2;
  return digits >= 2 ? text : `${text.slice(0, -1)}0${text.slice(-1)}`;
}
