import { isNameChar } from './characters.ts';
import type { Tokenizer } from './tokenizer.ts';
import { NUMBER } from './tokens.ts';

/** Numeric literals (CPython: Parser/lexer/lexer.c). Emits a NUMBER whose value is a small int's, else -1. */
export function scanNumber(t: Tokenizer): void {
  const bytes = t.bytes;
  const start = t.pos;
  let i = start;
  let c = bytes[i]!;
  if (c !== 48) {
    let value = 0;
    while (c >= 48 && c <= 57) {
      value = value * 10 + (c - 48);
      c = bytes[++i]!;
    }
    if (i > start && c !== 46 && isNameChar[c] === 0) {
      t.pos = i;
      t.emit(NUMBER, start, i, i - start <= 9 ? value : -1);
      return;
    }
    scanDecimal(t, start);
    return;
  }
  c = bytes[i + 1]! | 32;
  if (c === 120) scanRadix(t, start, 'hexadecimal', 16);
  else if (c === 111) scanRadix(t, start, 'octal', 8);
  else if (c === 98) scanRadix(t, start, 'binary', 2);
  else scanDecimal(t, start);
}

const isDigit = (c: number): boolean => c >= 48 && c <= 57;

function digitValue(c: number): number {
  if (isDigit(c)) return c - 48;
  const lower = c | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : 99;
}

function scanRadix(t: Tokenizer, start: number, what: string, radix: number): void {
  const bytes = t.bytes;
  let i = start + 2;
  do {
    if (bytes[i] === 95) i++;
    if (digitValue(bytes[i]!) >= radix) return failDigit(t, i, what, radix);
    do i++;
    while (digitValue(bytes[i]!) < radix);
  } while (bytes[i] === 95);
  if (radix < 10 && isDigit(bytes[i]!)) return failDigit(t, i, what, radix);
  if (verifyEnd(t, i, what)) finish(t, start, i);
}

function failDigit(t: Tokenizer, i: number, what: string, radix: number): void {
  const c = t.bytes[i]!;
  if (radix < 10 && isDigit(c))
    t.fail(`invalid digit '${String.fromCharCode(c)}' in ${what} literal`, i + 1);
  else t.fail(`invalid ${what} literal`, i);
}

/** Steps over digits with single underscores between; -1 after reporting a stray underscore. */
function decimalTail(t: Tokenizer, from: number): number {
  const bytes = t.bytes;
  let i = from;
  for (;;) {
    while (isDigit(bytes[i]!)) i++;
    if (bytes[i] !== 95) return i;
    i++;
    if (!isDigit(bytes[i]!)) {
      t.fail('invalid decimal literal', i);
      return -1;
    }
  }
}

function scanDecimal(t: Tokenizer, start: number): void {
  const bytes = t.bytes;
  let i = start;
  let octal = false;
  let zerosEnd = start;
  if (bytes[i] === 48) {
    while (bytes[i] === 48 || bytes[i] === 95) {
      if (bytes[i] === 95 && !isDigit(bytes[i + 1]!))
        return t.fail('invalid decimal literal', i + 1);
      i++;
    }
    // CPython has read one character more by now.
    zerosEnd = i + 1;
    octal = isDigit(bytes[i]!);
  }
  if (bytes[i] !== 46) {
    i = decimalTail(t, i);
    if (i < 0) return;
  }
  const integral = i;
  if (bytes[i] === 46) {
    i++;
    if (isDigit(bytes[i]!)) i = decimalTail(t, i);
    if (i < 0) return;
  }
  if ((bytes[i]! | 32) === 101) {
    let j = i + 1;
    const signed = bytes[j] === 43 || bytes[j] === 45;
    if (signed) j++;
    if (isDigit(bytes[j]!)) {
      i = decimalTail(t, j);
      if (i < 0) return;
    } else if (signed) return t.fail('invalid decimal literal', j);
    else {
      if (verifyEnd(t, i, 'decimal')) finish(t, start, i);
      return;
    }
  }
  if ((bytes[i]! | 32) === 106) {
    i++;
    if (verifyEnd(t, i, 'imaginary')) finish(t, start, i);
    return;
  }
  if (octal && i === integral && !t.extraTokens) {
    const message =
      'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers';
    return t.failRange(message, start, zerosEnd);
  }
  if (verifyEnd(t, i, 'decimal')) finish(t, start, i);
}

function finish(t: Tokenizer, start: number, end: number): void {
  t.pos = end;
  t.emit(NUMBER, start, end, -1);
}

/** A number may touch a keyword such as `if`, with a warning; any other name is an error. */
function verifyEnd(t: Tokenizer, i: number, what: string): boolean {
  const c = t.bytes[i]!;
  if (t.extraTokens || c >= 128 || isNameChar[c] === 0) return true;
  const rest = String.fromCharCode(
    c,
    t.bytes[i + 1]!,
    t.bytes[i + 2]!,
    t.bytes[i + 3]!,
    t.bytes[i + 4] ?? 0,
  );
  const keyword = /^(?:and|else|for|or|not)(?![A-Za-z0-9_\x80-\xff])|^i[fns]/.test(rest);
  if (keyword) {
    t.warn(`invalid ${what} literal`);
    return true;
  }
  t.fail(`invalid ${what} literal`, i);
  return false;
}
