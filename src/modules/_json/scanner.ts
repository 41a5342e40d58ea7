import { floatType, intType, typeOf } from '../../objects/builtin-types.ts';
import { PyDict } from '../../objects/dict.ts';
import { float } from '../../objects/float.ts';
import { int, smallInt } from '../../objects/int.ts';
import { PyList } from '../../objects/list.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import { str, utf16, type PyStr } from '../../objects/str.ts';
import { tuple } from '../../objects/tuple.ts';
import { getAttr } from '../../runtime/attributes.ts';
import { call } from '../../runtime/call.ts';
import { asIndex, strValue } from '../../runtime/convert.ts';
import { setItem } from '../../runtime/dict.ts';
import { typeError, valueError } from '../../runtime/errors.ts';
import { importModule } from '../../runtime/import-hook.ts';
import { stopIteration } from '../../runtime/iterate.ts';
import { isTrue } from '../../runtime/truth.ts';

/** Reads JSON. CPython: Modules/_json.c, PyScannerObject */
export class PyScanner extends PyObject {
  declare readonly strict: boolean;
  declare readonly objectHook: Value;
  declare readonly objectPairsHook: Value;
  declare readonly parseFloat: Value;
  declare readonly parseInt: Value;
  declare readonly parseConstant: Value;
  constructor(context: Value) {
    super();
    this.strict = isTrue(getAttr(context, 'strict'));
    this.objectHook = getAttr(context, 'object_hook');
    this.objectPairsHook = getAttr(context, 'object_pairs_hook');
    this.parseFloat = getAttr(context, 'parse_float');
    this.parseInt = getAttr(context, 'parse_int');
    this.parseConstant = getAttr(context, 'parse_constant');
  }
}

const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const COLON = 58;
const OPEN_ARRAY = 91;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** Where a document stands in the UTF-16 text that is read, and back: they differ from the first character that takes two units. */
class Places {
  declare private readonly text: string;
  declare private readonly isPlain: boolean;
  constructor(text: string, isPlain: boolean) {
    this.text = text;
    this.isPlain = isPlain;
  }
  toUnit(index: number): number {
    if (this.isPlain || index <= 0) return index;
    let unit = 0;
    for (let i = 0; i < index; i++) {
      if (unit >= this.text.length) return unit + index - i;
      unit += this.text.codePointAt(unit)! > 0xffff ? 2 : 1;
    }
    return unit;
  }
  toIndex(unit: number): number {
    if (this.isPlain) return unit;
    let index = 0;
    for (let i = 0; i < unit; index++) i += (this.text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
    return index;
  }
}

/** One reading of a document from a place on. */
class Reading {
  declare private readonly scanner: PyScanner | null;
  declare private readonly strict: boolean;
  declare private readonly doc: PyStr;
  declare private readonly text: string;
  declare private readonly places: Places;
  /** Equal keys are one string, so that it is hashed once. */
  declare private readonly keys: Map<string, string>;
  /** The unit to read next. */
  declare private at: number;
  declare private readonly plainInts: boolean;
  declare private readonly plainFloats: boolean;

  constructor(scanner: PyScanner | null, strict: boolean, doc: PyStr) {
    this.scanner = scanner;
    this.strict = strict;
    this.doc = doc;
    this.text = utf16(doc);
    this.places = new Places(this.text, typeof doc === 'string');
    this.keys = new Map();
    this.at = 0;
    this.plainInts = scanner?.parseInt === intType;
    this.plainFloats = scanner?.parseFloat === floatType;
  }

  /** The value at an index and the index behind it. */
  valueAt(index: number): Value {
    this.at = this.places.toUnit(index);
    const value = this.value();
    return tuple([value, smallInt(this.places.toIndex(this.at))]);
  }
  /** The rest of a string at an index and the index behind it. */
  stringAt(index: number): Value {
    this.at = this.places.toUnit(index);
    const value = this.string();
    return tuple([value, smallInt(this.places.toIndex(this.at))]);
  }
  get length(): number {
    return this.places.toIndex(this.text.length);
  }

  private error(message: string, unit: number): unknown {
    const type = getAttr(importModule('json.decoder'), 'JSONDecodeError');
    return call(type, str(message), this.doc, smallInt(this.places.toIndex(unit)));
  }

  private value(): Value {
    const { text, at } = this;
    switch (text.charCodeAt(at)) {
      case QUOTE:
        this.at = at + 1;
        return this.string();
      case OPEN_OBJECT:
        this.at = at + 1;
        return this.object();
      case OPEN_ARRAY:
        this.at = at + 1;
        return this.array();
      case 110: // n
        if (text.startsWith('ull', at + 1)) return this.literal(null, 4);
        break;
      case 116: // t
        if (text.startsWith('rue', at + 1)) return this.literal(true, 4);
        break;
      case 102: // f
        if (text.startsWith('alse', at + 1)) return this.literal(false, 5);
        break;
      case 78: // N
        if (text.startsWith('aN', at + 1)) return this.constant('NaN');
        break;
      case 73: // I
        if (text.startsWith('nfinity', at + 1)) return this.constant('Infinity');
        break;
      case 45: // -
        if (text.startsWith('Infinity', at + 1)) return this.constant('-Infinity');
        break;
      default:
    }
    return this.number();
  }

  private literal(value: Value, length: number): Value {
    this.at += length;
    return value;
  }
  private constant(name: string): Value {
    this.at += name.length;
    return call(this.scanner!.parseConstant, name);
  }

  private number(): Value {
    const { text } = this;
    const start = this.at;
    let i = start;
    if (text.charCodeAt(i) === 45) i++;
    const first = text.charCodeAt(i);
    if (first >= 49 && first <= 57) i = afterDigits(text, i + 1);
    else if (first === 48) i++;
    else throw stopIteration(smallInt(this.places.toIndex(start)));
    const whole = i;
    if (text.charCodeAt(i) === 46 && isDigit(text.charCodeAt(i + 1))) i = afterDigits(text, i + 2);
    if ((text.charCodeAt(i) | 32) === 101) {
      const sign = text.charCodeAt(i + 1);
      const digits = sign === 43 || sign === 45 ? i + 2 : i + 1;
      if (isDigit(text.charCodeAt(digits))) i = afterDigits(text, digits + 1);
    }
    this.at = i;
    const numeral = text.slice(start, i);
    if (i > whole)
      return this.plainFloats ? float(Number(numeral)) : call(this.scanner!.parseFloat, numeral);
    if (this.plainInts && i - start <= 15) return smallInt(Number(numeral) + 0);
    if (this.plainInts && i - start <= 600) return int(BigInt(numeral));
    return call(this.scanner!.parseInt, numeral);
  }

  /** The rest of a string behind its opening quote. */
  private string(): PyStr {
    const { text } = this;
    const start = this.at;
    let i = start;
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === QUOTE) {
        this.at = i + 1;
        const plain = text.slice(start, i);
        return typeof this.doc === 'string' ? plain : str(plain);
      }
      if (unit === BACKSLASH) break;
      if (unit < 32 && this.strict) throw this.error('Invalid control character at', i);
    }
    return this.escapedString(start, i);
  }

  private escapedString(start: number, escape: number): PyStr {
    const { text } = this;
    let made = '';
    let done = start;
    for (let i = escape; i < text.length;) {
      const unit = text.charCodeAt(i);
      if (unit === QUOTE) {
        this.at = i + 1;
        return str(made + text.slice(done, i));
      }
      if (unit === BACKSLASH) {
        made += text.slice(done, i);
        const letter = text.charCodeAt(i + 1);
        if (letter === 117) {
          made += String.fromCharCode(this.hexEscape(i + 2));
          i += 6;
        } else {
          const to = escapes[letter];
          if (to === undefined)
            throw Number.isNaN(letter)
              ? this.error('Unterminated string starting at', start - 1)
              : this.error('Invalid \\escape', i);
          made += to;
          i += 2;
        }
        done = i;
        continue;
      }
      if (unit < 32 && this.strict) throw this.error('Invalid control character at', i);
      i++;
    }
    throw this.error('Unterminated string starting at', start - 1);
  }

  private hexEscape(start: number): number {
    let code = 0;
    for (let i = start; i < start + 4; i++) {
      const digit = hexDigit(this.text.charCodeAt(i));
      if (digit < 0) throw this.error('Invalid \\uXXXX escape', start - 1);
      code = code * 16 + digit;
    }
    return code;
  }

  private array(): Value {
    const { text } = this;
    const items: Value[] = [];
    this.skipSpace();
    if (text.charCodeAt(this.at) === CLOSE_ARRAY) {
      this.at++;
      return new PyList(items);
    }
    for (;;) {
      items.push(this.value());
      this.skipSpace();
      const unit = text.charCodeAt(this.at);
      if (unit === CLOSE_ARRAY) break;
      if (unit !== COMMA) throw this.error("Expecting ',' delimiter", this.at);
      const comma = this.at++;
      this.skipSpace();
      if (text.charCodeAt(this.at) === CLOSE_ARRAY)
        throw this.error('Illegal trailing comma before end of array', comma);
    }
    this.at++;
    return new PyList(items);
  }

  private object(): Value {
    const { objectHook, objectPairsHook } = this.scanner!;
    if (objectPairsHook !== null) {
      const pairs: Value[] = [];
      this.members((key, value) => pairs.push(tuple([key, value])));
      return call(objectPairsHook, new PyList(pairs));
    }
    const dict = new PyDict();
    this.members((key, value) => setItem(dict, key, value));
    return objectHook === null ? dict : call(objectHook, dict);
  }

  private members(add: (key: PyStr, value: Value) => void): void {
    const { text } = this;
    this.skipSpace();
    if (text.charCodeAt(this.at) === CLOSE_OBJECT) {
      this.at++;
      return;
    }
    for (;;) {
      if (text.charCodeAt(this.at) !== QUOTE)
        throw this.error('Expecting property name enclosed in double quotes', this.at);
      this.at++;
      const key = this.key();
      this.skipSpace();
      if (text.charCodeAt(this.at) !== COLON) throw this.error("Expecting ':' delimiter", this.at);
      this.at++;
      this.skipSpace();
      add(key, this.value());
      this.skipSpace();
      const unit = text.charCodeAt(this.at);
      if (unit === CLOSE_OBJECT) break;
      if (unit !== COMMA) throw this.error("Expecting ',' delimiter", this.at);
      const comma = this.at++;
      this.skipSpace();
      if (text.charCodeAt(this.at) === CLOSE_OBJECT)
        throw this.error('Illegal trailing comma before end of object', comma);
    }
    this.at++;
  }

  private key(): PyStr {
    const key = this.string();
    if (typeof key !== 'string') return key;
    const known = this.keys.get(key);
    if (known !== undefined) return known;
    this.keys.set(key, key);
    return key;
  }

  private skipSpace(): void {
    const { text } = this;
    let unit = text.charCodeAt(this.at);
    while (unit === 32 || unit === 10 || unit === 13 || unit === 9)
      unit = text.charCodeAt(++this.at);
  }
}

const escapes: Readonly<Record<number, string>> = {
  34: '"',
  47: '/',
  92: '\\',
  98: '\b',
  102: '\f',
  110: '\n',
  114: '\r',
  116: '\t',
};
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
function afterDigits(text: string, at: number): number {
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}
function hexDigit(unit: number): number {
  if (isDigit(unit)) return unit - 48;
  const letter = unit | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** `scanner(string, idx)` */
export function scanOnce(self: PyScanner, string: Value, idx: Value): Value {
  const doc = strValue(string);
  if (doc === undefined)
    throw typeError(`first argument must be a string, not ${typeOf(string).name}`);
  const index = asIndex(idx);
  if (index < 0) throw valueError('idx cannot be negative');
  const reading = new Reading(self, self.strict, doc);
  if (index >= reading.length) throw stopIteration(smallInt(index));
  return reading.valueAt(index);
}

/** `scanstring(string, end, strict)` */
export function scanString(string: Value, end: number, strict: boolean): Value {
  const doc = strValue(string);
  if (doc === undefined)
    throw typeError(`first argument must be a string, not ${typeOf(string).name}`);
  const reading = new Reading(null, strict, doc);
  if (end < 0 || end > reading.length) throw valueError('end is out of bounds');
  return reading.stringAt(end);
}
