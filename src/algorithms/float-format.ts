/**
 * `PyOS_double_to_string` (Python/pystrtod.c): a double as text under the codes e E f F g G r, with
 * the decimal digits of its exact binary value rounded half to even at any precision.
 */
import { exponentOf, hasSignBit, mantissaExponent, mantissaOf } from './float-bits.ts';
import { padExponent } from './float-repr.ts';

export type FloatCode = 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'r';

/** Flags of `formatFloat`, CPython's Py_DTSF_*. */
export const FLOAT_SIGN = 1;
export const FLOAT_ADD_DOT_0 = 2;
export const FLOAT_ALTERNATE = 4;
export const FLOAT_NO_NEGATIVE_ZERO = 8;

export function formatFloat(x: number, code: FloatCode, precision: number, flags = 0): string {
  if (x - x !== 0) return formatNonFinite(x, code, flags);
  const size = Math.abs(x);
  let text: string;
  switch (code) {
    case 'f':
    case 'F':
      text = fixed(size, precision);
      if (precision === 0) text = withoutFraction(text, flags);
      break;
    case 'e':
    case 'E':
      text = exponential(size, precision, flags);
      break;
    case 'g':
    case 'G':
      text = general(size, precision === 0 ? 1 : precision, flags);
      break;
    case 'r':
      text = shortest(size, flags);
      break;
  }
  if (code === 'E' || code === 'G') text = text.toUpperCase();
  if (hasSignBit(x) && !((flags & FLOAT_NO_NEGATIVE_ZERO) !== 0 && isZeroText(text))) {
    return `-${text}`;
  }
  return (flags & FLOAT_SIGN) !== 0 ? `+${text}` : text;
}

function formatNonFinite(x: number, code: FloatCode, flags: number): string {
  const upper = code === 'E' || code === 'F' || code === 'G';
  if (x !== x) return upper ? 'NAN' : 'nan'; // never signed, even under FLOAT_SIGN
  const text = upper ? 'INF' : 'inf';
  if (x < 0) return `-${text}`;
  return (flags & FLOAT_SIGN) !== 0 ? `+${text}` : text;
}

function isZeroText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 49 && unit <= 57) return false;
    if (unit === 69 || unit === 101) return true;
  }
  return true;
}

function withoutFraction(text: string, flags: number): string {
  if ((flags & FLOAT_ADD_DOT_0) !== 0) return `${text}.0`;
  return (flags & FLOAT_ALTERNATE) !== 0 ? `${text}.` : text;
}

function exponential(size: number, precision: number, flags: number): string {
  const text = toExponential(size, precision);
  if (precision > 0 || (flags & FLOAT_ALTERNATE) === 0) return text;
  return text.replace('e', '.e');
}

function general(size: number, precision: number, flags: number): string {
  const text = toExponential(size, precision - 1);
  const largest = (flags & FLOAT_ADD_DOT_0) !== 0 ? precision - 1 : precision;
  return layOut(text, largest, (flags & FLOAT_ALTERNATE) !== 0 ? precision : 0, flags);
}

function shortest(size: number, flags: number): string {
  return layOut(size.toExponential(), 16, 0, flags);
}

/**
 * Writes the number `text` (d.ddde+XX) without trailing zeros but with at least `kept` digits, in
 * plain form when it has at most `largest` digits before the point and is not below 0.0001.
 */
function layOut(text: string, largest: number, kept: number, flags: number): string {
  const mark = text.lastIndexOf('e');
  const exponent = Number(text.slice(mark + 1));
  const point = exponent + 1;
  let digits = text.charAt(0) + text.slice(2, mark);
  let end = digits.length;
  while (end > 1 && digits.charCodeAt(end - 1) === 48) end--;
  digits = digits.slice(0, end).padEnd(kept, '0');
  if (point <= -4 || point > largest) {
    const rest = digits.slice(1);
    const dot = rest !== '' || (flags & FLOAT_ALTERNATE) !== 0 ? '.' : '';
    const power = padExponent(`e${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`);
    return `${digits.charAt(0)}${dot}${rest}${power}`;
  }
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  const whole = digits.slice(0, point).padEnd(point, '0');
  const fraction = digits.slice(point);
  return fraction === '' ? withoutFraction(whole, flags) : `${whole}.${fraction}`;
}

/** A finite size >= 0 with `places` digits after the point, halves to even: dtoa's mode 3. */
export function fixed(size: number, places: number): string {
  // toFixed is exact but rounds halves up and stops at 100 places and 1e21.
  if (places <= 100 && size < 1e21 && !isHalf(size, places)) return size.toFixed(places);
  return exactFixed(size, places);
}

/** Whether size * 10**places ends in exactly one half: it has exactly `places + 1` binary places. */
function isHalf(size: number, places: number): boolean {
  const scaled = size * 2 ** (places + 1);
  return scaled < 9007199254740992 && Math.floor(scaled) === scaled && scaled % 2 === 1;
}

function exactFixed(size: number, places: number): string {
  const exact = Math.min(places, Math.max(0, -mantissaExponent(size)));
  const digits = roundedToPlaces(size, exact)
    .toString()
    .padStart(exact + 1, '0');
  if (places === 0) return digits;
  const dot = digits.length - exact;
  return `${digits.slice(0, dot)}.${digits.slice(dot).padEnd(places, '0')}`;
}

/** A finite size >= 0 as `d.ddde+XX` with `places` digits after the point, halves to even: dtoa's mode 2. */
function toExponential(size: number, places: number): string {
  if (places > 100) return exactExponential(size, places);
  const text = size.toExponential(places);
  const dropped = Number(text.slice(text.lastIndexOf('e') + 1)) - places;
  // A half rounded up to a power of ten shows an exponent one too high, hence the second test.
  if (isHalfAt(size, dropped) || isHalfAt(size, dropped - 1)) return exactExponential(size, places);
  return padExponent(text);
}

/** Whether size / 10**dropped ends in exactly one half. */
function isHalfAt(size: number, dropped: number): boolean {
  if (dropped <= 0) return isHalf(size, -dropped);
  if (dropped > 22 || Math.floor(size) !== size) return false; // 5**23 has more than 53 bits
  return BigInt(size) % 10n ** BigInt(dropped) === 5n * 10n ** BigInt(dropped - 1);
}

function exactExponential(size: number, places: number): string {
  if (size === 0) return places === 0 ? '0e+00' : `0.${'0'.repeat(places)}e+00`;
  const kept = Math.min(places, 800); // no double has more than 767 significant digits
  const estimate = size.toExponential(20);
  let exponent = Number(estimate.slice(estimate.lastIndexOf('e') + 1));
  let digits = roundedToPlaces(size, kept - exponent).toString();
  if (digits.length <= kept) digits = roundedToPlaces(size, kept - --exponent).toString();
  if (digits.length > kept + 1) {
    digits = digits.slice(0, -1);
    exponent++;
  }
  const fraction = digits.slice(1).padEnd(places, '0');
  const power = padExponent(`e${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`);
  return `${digits.charAt(0)}${fraction === '' ? '' : `.${fraction}`}${power}`;
}

/** size * 10**places for a finite size >= 0, rounded half to even; `places` may be negative. */
export function roundedToPlaces(size: number, places: number): bigint {
  let numerator = BigInt(mantissaOf(size));
  let denominator = 1n;
  const exponent = mantissaExponent(size);
  if (places >= 0) numerator *= 10n ** BigInt(places);
  else denominator = 10n ** BigInt(-places);
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  const quotient = numerator / denominator;
  const twice = (numerator - quotient * denominator) * 2n;
  if (twice > denominator || (twice === denominator && (quotient & 1n) === 1n))
    return quotient + 1n;
  return quotient;
}

const POWERS_OF_TEN = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
];

/** `round(x, places)` of a float (`double_round`, Objects/floatobject.c); inf when the result overflows. */
export function roundToPlaces(x: number, places: number): number {
  if (x - x !== 0 || x === 0) return x;
  if (places > 323) return x;
  if (places < -308) return x < 0 ? -0 : 0;
  const size = Math.abs(x);
  if (places >= 0 && places <= 22) {
    const power = POWERS_OF_TEN[places]!;
    const scaled = size * power;
    if (scaled < 4503599627370496) {
      const below = Math.floor(scaled);
      const fraction = scaled - below;
      // The product is off by at most half an ulp, so away from a half the direction is certain, and
      // the quotient of two exact doubles is the double nearest to the decimal result.
      if (Math.abs(fraction - 0.5) > scaled * 2.3e-16) {
        const rounded = (fraction < 0.5 ? below : below + 1) / power;
        return x < 0 ? -rounded : rounded;
      }
    }
  }
  const rounded = decimalRounded(size, places);
  return x < 0 ? -rounded : rounded;
}

function decimalRounded(size: number, places: number): number {
  if (places >= 0) {
    // Beyond this every digit of the double is kept.
    if (places + exponentOf(size) * 0.30102999566398114 > 800) return size;
    return Number(fixed(size, places));
  }
  return Number(`${roundedToPlaces(size, places)}e${-places}`);
}

/** `round(x)` of a finite float as a float: halves to even. */
export function roundHalfEven(x: number): number {
  if (Math.abs(x) >= 4503599627370496) return x;
  const below = Math.floor(x);
  const fraction = x - below;
  if (fraction < 0.5) return below;
  if (fraction > 0.5) return below + 1;
  return below % 2 === 0 ? below : below + 1;
}
