import { bytesOfText, textOfBytes } from './utf8.ts';
import { Ellipsis, type PyObject, type Value } from '../objects/object.ts';
import { PyBytes } from '../objects/bytes.ts';
import { PyCode } from '../objects/code.ts';
import { PyComplex } from '../objects/complex.ts';
import { PyDict } from '../objects/dict.ts';
import { eofErrorType } from '../objects/exception-types.ts';
import { float, floatValue, isFloat } from '../objects/float.ts';
import { int, isInt, smallInt } from '../objects/int.ts';
import { PyList } from '../objects/list.ts';
import { PyFrozenSet, PySet } from '../objects/set.ts';
import { PySlice } from '../objects/slice.ts';
import { AstralString, isStr, strOf } from '../objects/str.ts';
import { PyTuple, tuple } from '../objects/tuple.ts';
import { typeOf } from '../objects/builtin-types.ts';
import { fromBytes, toBytes } from '../algorithms/int-bytes.ts';
import { call, callMethod } from '../runtime/call.ts';
import { getAttr } from '../runtime/attributes.ts';
import { defineModule, fn } from '../runtime/declare-module.ts';
import { dictItems, setItem } from '../runtime/dict.ts';
import { newException, typeError, valueError } from '../runtime/errors.ts';
import { putEntry } from '../runtime/hashing.ts';
import { codeText, loadCode } from './code.ts';

/**
 * `marshal`: values of builtin types, and compiled code, as bytes. The format is Taipan's own: it is read by the version that wrote it only, which the
 * magic number of cache files sees to. CPython: Python/marshal.c
 */

const VERSION = 5;

class Writer {
  private bytes = new Uint8Array(256);
  private at = 0;
  private room(count: number): number {
    const start = this.at;
    this.at += count;
    if (this.at > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.at, this.bytes.length * 2));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    return start;
  }
  tag(tag: string): void {
    const at = this.room(1);
    this.bytes[at] = tag.charCodeAt(0);
  }
  size(n: number): void {
    const at = this.room(4);
    new DataView(this.bytes.buffer).setUint32(at, n, true);
  }
  double(x: number): void {
    const at = this.room(8);
    new DataView(this.bytes.buffer).setFloat64(at, x, true);
  }
  data(bytes: Uint8Array): void {
    this.size(bytes.length);
    const at = this.room(bytes.length);
    this.bytes.set(bytes, at);
  }
  finish(): Uint8Array {
    return this.bytes.slice(0, this.at);
  }
}

function write(w: Writer, v: Value, depth: number): void {
  if (depth > 2000) throw valueError('object too deeply nested to marshal');
  if (v === null) w.tag('N');
  else if (typeof v === 'boolean') w.tag(v ? 'T' : 'F');
  else if (v === Ellipsis) w.tag('.');
  else if (isInt(v)) {
    w.tag('i');
    const length = Math.ceil((BigInt(v).toString(2).length + 2) / 8);
    w.data(toBytes(v, length, true, true) as Uint8Array);
  } else if (isFloat(v)) {
    w.tag('g');
    w.double(floatValue(v));
  } else if (isStr(v)) {
    if (v instanceof AstralString) {
      w.tag('a');
      w.size(v.points.length);
      for (const point of v.points) w.size(point);
    } else {
      w.tag('u');
      w.data(bytesOfText(v));
    }
  } else writeObject(w, v, depth);
}

function writeItems(w: Writer, tag: string, items: readonly Value[], depth: number): void {
  w.tag(tag);
  w.size(items.length);
  for (const item of items) write(w, item, depth + 1);
}

function writeObject(w: Writer, v: PyObject, depth: number): void {
  if (v instanceof PyTuple) writeItems(w, '(', v.items, depth);
  else if (v instanceof PyList) writeItems(w, '[', v.items, depth);
  else if (v instanceof PyDict) writeItems(w, '{', dictItems(v).flat(), depth);
  else if (v instanceof PySet) writeItems(w, '<', [...keysOf(v)], depth);
  else if (v instanceof PyFrozenSet) writeItems(w, '>', [...keysOf(v)], depth);
  else if (v instanceof PySlice) writeItems(w, ':', [v.start, v.stop, v.step], depth);
  else if (v instanceof PyBytes) {
    w.tag('s');
    w.data(v.data);
  } else if (v instanceof PyComplex) {
    w.tag('y');
    w.double(v.real);
    w.double(v.imag);
  } else if (v instanceof PyCode) {
    const text = codeText(v);
    if (text === null) throw valueError('unmarshallable object');
    w.tag('c');
    w.data(bytesOfText(v.filename));
    w.data(bytesOfText(text));
  } else throw valueError('unmarshallable object');
}
function* keysOf(set: PySet | PyFrozenSet): Generator<Value> {
  for (let entry = set.table.first; entry !== null; entry = entry.next) yield entry.key;
}

class Reader {
  declare private readonly bytes: Uint8Array;
  declare private readonly view: DataView;
  at = 0;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  private take(count: number): number {
    const start = this.at;
    this.at += count;
    if (this.at > this.bytes.length) throw newException(eofErrorType, 'marshal data too short');
    return start;
  }
  tag(): string {
    return String.fromCharCode(this.bytes[this.take(1)]!);
  }
  size(): number {
    return this.view.getUint32(this.take(4), true);
  }
  double(): number {
    return this.view.getFloat64(this.take(8), true);
  }
  data(): Uint8Array {
    const length = this.size();
    const start = this.take(length);
    return this.bytes.subarray(start, start + length);
  }
}

function read(r: Reader): Value {
  const tag = r.tag();
  const items = (): Value[] => Array.from({ length: r.size() }, () => read(r));
  switch (tag) {
    case 'N':
      return null;
    case 'T':
      return true;
    case 'F':
      return false;
    case '.':
      return Ellipsis;
    case 'i':
      return int(fromBytes(r.data(), true, true));
    case 'g':
      return float(r.double());
    case 'y':
      return new PyComplex(r.double(), r.double());
    case 'u':
      return textOfBytes(r.data());
    case 'a':
      return strOf(Uint32Array.from({ length: r.size() }, () => r.size()));
    case 's':
      return new PyBytes(r.data().slice());
    case '(':
      return tuple(items());
    case '[':
      return new PyList(items());
    case '{':
      return dictFrom(items());
    case '<':
      return setFrom(new PySet(), items());
    case '>':
      return setFrom(new PyFrozenSet(), items());
    case ':': {
      const [start, stop, step] = items();
      return new PySlice(start!, stop!, step!);
    }
    case 'c': {
      const filename = textOfBytes(r.data());
      return loadCode(textOfBytes(r.data()), null, { filename, mode: 'exec', optimize: 0 });
    }
    default:
      throw valueError('bad marshal data (unknown type code)');
  }
}
function dictFrom(items: readonly Value[]): PyDict {
  const dict = new PyDict();
  for (let i = 0; i < items.length; i += 2) setItem(dict, items[i]!, items[i + 1]!);
  return dict;
}
function setFrom<T extends PySet | PyFrozenSet>(set: T, items: readonly Value[]): T {
  for (const item of items) putEntry(set.table, item, null);
  return set;
}

function dumps(value: Value): PyBytes {
  const writer = new Writer();
  write(writer, value, 0);
  return new PyBytes(writer.finish());
}

export const marshalModule = defineModule('marshal', {
  doc: 'This module contains functions that can read and write Python values in\na binary format.',
  functions: {
    dump: fn(
      '(value, file, version: cint = 5, /, *, allow_code: bool = True)',
      'Write the value on the open file.',
      (value, file) => callMethod(file, 'write', dumps(value)),
    ),
    dumps: fn(
      '(value, version: cint = 5, /, *, allow_code: bool = True)',
      'Return the bytes object that would be written to a file by dump(value, file).',
      value => dumps(value),
    ),
    load: fn(
      '(file, /, *, allow_code: bool = True)',
      'Read one value from the open file and return it.',
      file => {
        const data = call(getAttr(file, 'read'));
        if (!(data instanceof PyBytes))
          throw typeError(`file.read() returned not bytes but ${typeOf(data).name}`);
        return read(new Reader(data.data));
      },
    ),
    loads: fn(
      '(bytes: bytes, /, *, allow_code: bool = True)',
      'Convert the bytes-like object to a value.',
      bytes => read(new Reader(bytes)),
    ),
  },
  constants: { version: smallInt(VERSION) },
});
