import type { Text } from '../../algorithms/text/contents.ts';
import { floatRepr } from '../../algorithms/float-repr.ts';
import { dictType, typeOf } from '../../objects/builtin-types.ts';
import { PyDict } from '../../objects/dict.ts';
import { PyBaseException } from '../../objects/exception.ts';
import { PyBuiltin } from '../../objects/function.ts';
import type { PyInt } from '../../objects/int.ts';
import { PyList } from '../../objects/list.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import { contentsOf, str, strOf, utf16, type PyStr } from '../../objects/str.ts';
import { PyTuple, tuple } from '../../objects/tuple.ts';
import { call, callMethod } from '../../runtime/call.ts';
import { strValue } from '../../runtime/convert.ts';
import { dictEntries, dictSize } from '../../runtime/dict.ts';
import { typeError, valueError } from '../../runtime/errors.ts';
import { listItems } from '../../runtime/iterate.ts';
import { floatOf, intValue } from '../../runtime/numbers.ts';
import { reprText, toStr } from '../../runtime/text.ts';
import { length as lengthOf } from '../../runtime/truth.ts';
import { sortList } from '../../types/list-sort.ts';
import { TextJoiner } from '../../types/str/joiner.ts';

/** Writes JSON. CPython: Modules/_json.c, PyEncoderObject */
export class PyEncoder extends PyObject {
  declare readonly markers: Value;
  declare readonly default: Value;
  declare readonly encoder: Value;
  declare readonly indent: Value;
  declare readonly keySeparator: PyStr;
  declare readonly itemSeparator: PyStr;
  declare readonly sortKeys: boolean;
  declare readonly skipKeys: boolean;
  declare readonly allowNan: boolean;
  /** How to write a str where the encoder is one of this module's. */
  declare readonly quote: ((text: Text) => Text) | null;
  constructor(
    markers: Value,
    default_: Value,
    encoder: Value,
    indent: Value,
    separators: readonly [PyStr, PyStr],
    options: { readonly sortKeys: boolean; readonly skipKeys: boolean; readonly allowNan: boolean },
  ) {
    super();
    this.markers = markers;
    this.default = default_;
    this.encoder = encoder;
    this.indent = indent;
    [this.keySeparator, this.itemSeparator] = separators;
    this.sortKeys = options.sortKeys;
    this.skipKeys = options.skipKeys;
    this.allowNan = options.allowNan;
    this.quote = ownQuote(encoder);
  }
}

function ownQuote(encoder: Value): ((text: Text) => Text) | null {
  if (!(encoder instanceof PyBuiltin) || encoder.module !== '_json') return null;
  if (encoder.name === 'encode_basestring_ascii') return quoteAscii;
  return encoder.name === 'encode_basestring' ? quoteText : null;
}

const needsEscape = /["\\\0-\x1f]/;
const needsAsciiEscape = /["\\\0-\x1f\x7f-\uffff]/;
const beyondAscii = /[\x7f-\uffff]/g;
const escapeUnit = (unit: string): string =>
  `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** `encode_basestring` */
export function quoteText(text: Text): Text {
  if (typeof text === 'string') return needsEscape.test(text) ? JSON.stringify(text) : `"${text}"`;
  const out: number[] = [34];
  for (const code of text) {
    if (code === 34 || code === 92) out.push(92, code);
    else if (code >= 32) out.push(code);
    else
      for (const c of JSON.stringify(String.fromCharCode(code)).slice(1, -1))
        out.push(c.charCodeAt(0));
  }
  out.push(34);
  return Uint32Array.from(out);
}

/** `encode_basestring_ascii` */
export function quoteAscii(text: Text): Text {
  if (typeof text === 'string' && !needsAsciiEscape.test(text)) return `"${text}"`;
  // Lone surrogates are escaped by JSON.stringify in the same way.
  const units = typeof text === 'string' ? text : unitsOf(text);
  return JSON.stringify(units).replace(beyondAscii, escapeUnit);
}
function unitsOf(points: Uint32Array): string {
  let units = '';
  for (const point of points) units += String.fromCodePoint(point);
  return units;
}

/** Runs through a value and gathers its text. */
class Encoding {
  declare private readonly self: PyEncoder;
  declare private readonly out: TextJoiner;
  /** The containers that are being written, where circles are to be found. */
  declare private readonly open: Set<Value> | null;
  declare private readonly indent: string | null;
  declare private readonly itemSeparator: Text;
  declare private readonly keySeparator: Text;

  constructor(self: PyEncoder) {
    this.self = self;
    this.out = new TextJoiner();
    this.open = self.markers === null ? null : new Set();
    this.indent = self.indent === null ? null : utf16(strValue(self.indent)!);
    this.itemSeparator = contentsOf(self.itemSeparator);
    this.keySeparator = contentsOf(self.keySeparator);
  }

  finish(): Text {
    return this.out.finish();
  }

  value(v: Value, level: number): void {
    const { out } = this;
    if (typeof v === 'string') return this.string(v);
    if (v === null) return out.add('null');
    if (typeof v === 'boolean') return out.add(v ? 'true' : 'false');
    const n = intValue(v);
    if (n !== undefined) return out.add(intText(n));
    const x = floatOf(v);
    if (x !== undefined) return out.add(this.floatText(v, x));
    const text = strValue(v);
    if (text !== undefined) return this.string(v);
    if (v instanceof PyList || v instanceof PyTuple) return this.list(v, level);
    if (v instanceof PyDict) return this.dict(v, level);
    this.other(v, level);
  }

  private string(v: Value): void {
    const { quote } = this.self;
    if (quote !== null) return this.out.add(quote(contentsOf(strValue(v)!)));
    const made = call(this.self.encoder, v);
    const text = strValue(made);
    if (text === undefined)
      throw typeError(`encoder() must return a string, not ${typeOf(made).name}`);
    this.out.add(contentsOf(text));
  }

  private floatText(v: Value, x: number): string {
    if (Number.isFinite(x)) return floatRepr(x);
    if (!this.self.allowNan)
      throw valueError(`Out of range float values are not JSON compliant: ${reprText(v)}`);
    return Number.isNaN(x) ? 'NaN' : x > 0 ? 'Infinity' : '-Infinity';
  }

  private list(v: PyList | PyTuple, level: number): void {
    const { items } = v;
    if (items.length === 0) return this.out.add('[]');
    this.enter(v);
    this.out.add('[');
    this.newline(level + 1);
    for (let i = 0; i < v.items.length; i++) {
      if (i > 0) this.separate(level + 1);
      try {
        this.value(v.items[i]!, level + 1);
      } catch (error) {
        throw noted(error, () => `when serializing ${fullTypeName(v)} item ${i}`);
      }
    }
    this.leave(v);
    this.newline(level);
    this.out.add(']');
  }

  private dict(v: PyDict, level: number): void {
    const isExact = v.type === dictType;
    if (isExact ? dictSize(v) === 0 : lengthOf(v) === 0) return this.out.add('{}');
    this.enter(v);
    this.out.add('{');
    this.newline(level + 1);
    let isFirst = true;
    for (const [key, value] of this.entries(v, isExact)) {
      const text = this.keyText(key);
      if (text === undefined) continue;
      if (!isFirst) this.separate(level + 1);
      isFirst = false;
      this.string(text);
      this.out.add(this.keySeparator);
      try {
        this.value(value, level + 1);
      } catch (error) {
        throw noted(error, () => `when serializing ${fullTypeName(v)} item ${reprText(key)}`);
      }
    }
    this.leave(v);
    this.newline(level);
    this.out.add('}');
  }

  private entries(v: PyDict, isExact: boolean): Iterable<readonly [Value, Value]> {
    if (isExact && !this.self.sortKeys) return dictEntries(v);
    const items = isExact
      ? [...dictEntries(v)].map(pair => tuple(pair))
      : listItems(callMethod(v, 'items'));
    if (this.self.sortKeys) {
      const list = new PyList(items);
      sortList(list, null, false);
      return list.items.map(pairOf);
    }
    return items.map(pairOf);
  }

  /** The str that a key becomes; undefined where it is skipped. */
  private keyText(key: Value): Value | undefined {
    if (strValue(key) !== undefined) return key;
    if (typeof key === 'boolean') return key ? 'true' : 'false';
    if (key === null) return 'null';
    const x = floatOf(key);
    if (x !== undefined) return this.floatText(key, x);
    const n = intValue(key);
    if (n !== undefined) return strOf(intText(n));
    if (this.self.skipKeys) return undefined;
    throw typeError(`keys must be str, int, float, bool or None, not ${typeOf(key).name}`);
  }

  private other(v: Value, level: number): void {
    this.enter(v);
    const made = call(this.self.default, v);
    try {
      this.value(made, level);
    } catch (error) {
      throw noted(error, () => `when serializing ${fullTypeName(v)} object`);
    }
    this.leave(v);
  }

  private enter(v: Value): void {
    if (this.open === null) return;
    if (this.open.has(v)) throw valueError('Circular reference detected');
    this.open.add(v);
  }
  private leave(v: Value): void {
    this.open?.delete(v);
  }

  private newline(level: number): void {
    if (this.indent !== null) this.out.add(`\n${this.indent.repeat(level)}`);
  }
  private separate(level: number): void {
    this.out.add(this.itemSeparator);
    this.newline(level);
  }
}

const intText = (n: PyInt): Text => (typeof n === 'number' ? String(n) : contentsOf(toStr(n)));

function pairOf(item: Value): readonly [Value, Value] {
  if (!(item instanceof PyTuple) || item.items.length !== 2)
    throw valueError('items must return 2-tuples');
  return item.items as unknown as readonly [Value, Value];
}

/** What `%T` shows. */
const fullTypeName = (v: Value): string => {
  const { type } = v as PyObject;
  const module = strValue(type.dict.table.map.get('__module__')?.value ?? null);
  const name = utf16(type.qualname);
  return module === undefined || module === 'builtins' ? name : `${utf16(module)}.${name}`;
};

function noted(error: unknown, note: () => string): unknown {
  if (error instanceof PyBaseException) callMethod(error, 'add_note', str(note()));
  return error;
}

/** `encoder(obj, level)`: a tuple of the text's parts. */
export function encode(self: PyEncoder, v: Value, level: number): Value {
  const encoding = new Encoding(self);
  encoding.value(v, level);
  return tuple([strOf(encoding.finish())]);
}
