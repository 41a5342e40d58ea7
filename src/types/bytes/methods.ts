import { hexValue, encodeHex } from '../../algorithms/binascii/hex.ts';
import * as cases from '../../algorithms/text/case.ts';
import { stringFromUnits } from '../../algorithms/text/contents.ts';
import * as pad from '../../algorithms/text/pad.ts';
import * as predicates from '../../algorithms/text/predicates.ts';
import { replaceBytes, translateBytes } from '../../algorithms/text/replace.ts';
import * as search from '../../algorithms/text/search.ts';
import * as splits from '../../algorithms/text/split.ts';
import * as strips from '../../algorithms/text/strip.ts';
import { bytesType, typeOf } from '../../objects/builtin-types.ts';
import { PyBytes, type PyByteArray } from '../../objects/bytes.ts';
import { smallInt } from '../../objects/int.ts';
import { PyList } from '../../objects/list.ts';
import type { Value } from '../../objects/object.ts';
import { contentsOf, type PyStr } from '../../objects/str.ts';
import { PyTuple, tuple } from '../../objects/tuple.ts';
import { bufferData, findBuffer, findContiguous } from '../../runtime/buffer.ts';
import { strValue } from '../../runtime/convert.ts';
import { classMethod, method, staticMethod, type Method } from '../../runtime/declare.ts';
import { call } from '../../runtime/call.ts';
import { overflowError, memoryError, typeError, valueError } from '../../runtime/errors.ts';
import { listItems } from '../../runtime/iterate.ts';
import { length as lengthOf } from '../../runtime/truth.ts';
import type { PyType } from '../../objects/type.ts';
import { checkName, decodeBytes } from '../codecs/text.ts';
import { asSize, asTabSize, searchBound } from '../search-bounds.ts';
import { fillOf, MAX_BYTES, partOf } from './arguments.ts';
import type { bytesDocs } from './docs.gen.ts';

/** The methods that bytes and bytearray share. CPython: Objects/bytes_methods.c, Objects/stringlib/ */

type Bytes = PyBytes | PyByteArray;
/** Makes the result: bytes may be the receiver itself, a bytearray is always a new one. */
type Make = (data: Uint8Array, self: Bytes) => Value;
type Docs = Readonly<Record<keyof typeof bytesDocs, string>>;
type Methods = Readonly<Record<string, Method<Bytes>>>;

function findMethods(docs: Docs, make: Make): Methods {
  type Find = (data: Uint8Array, sub: Uint8Array, start?: number, end?: number) => number;
  const found = (
    find: Find,
    self: Bytes,
    sub: Value,
    start: Value | undefined,
    end: Value | undefined,
  ): number => {
    const part = partOf(sub);
    const { data } = self;
    return find(data, part, searchBound(start, 0), searchBound(end, data.length));
  };
  const indexOf = (index: number): Value => {
    if (index < 0) throw valueError('subsection not found');
    return smallInt(index);
  };
  type Tail = (data: Uint8Array, part: Uint8Array, start?: number, end?: number) => boolean;
  const matches = (
    name: string,
    tail: Tail,
    self: Bytes,
    part: Value,
    start: Value | undefined,
    end: Value | undefined,
  ): boolean => {
    const from = searchBound(start, 0);
    const to = searchBound(end, self.data.length);
    if (part instanceof PyTuple)
      return part.items.some(each => tail(self.data, bufferData(each), from, to));
    const data = findBuffer(part);
    if (data === undefined)
      throw typeError(
        `${name} first arg must be bytes or a tuple of bytes, not ${typeOf(part).name}`,
      );
    return tail(self.data, data, from, to);
  };
  return {
    count: method('(sub[, start[, end]], /)', docs.count, (self, sub, start, end) =>
      smallInt(found(search.countBytes, self, sub, start, end)),
    ),
    find: method('(sub[, start[, end]], /)', docs.find, (self, sub, start, end) =>
      smallInt(found(search.findBytes, self, sub, start, end)),
    ),
    index: method('(sub[, start[, end]], /)', docs.index, (self, sub, start, end) =>
      indexOf(found(search.findBytes, self, sub, start, end)),
    ),
    rfind: method('(sub[, start[, end]], /)', docs.rfind, (self, sub, start, end) =>
      smallInt(found(search.rfindBytes, self, sub, start, end)),
    ),
    rindex: method('(sub[, start[, end]], /)', docs.rindex, (self, sub, start, end) =>
      indexOf(found(search.rfindBytes, self, sub, start, end)),
    ),
    startswith: method('(prefix[, start[, end]], /)', docs.startswith, (self, part, start, end) =>
      matches('startswith', search.bytesStartWith, self, part, start, end),
    ),
    endswith: method('(suffix[, start[, end]], /)', docs.endswith, (self, part, start, end) =>
      matches('endswith', search.bytesEndWith, self, part, start, end),
    ),
    removeprefix: method('(prefix: bytes, /)', docs.removeprefix, (self, prefix) =>
      make(
        prefix.length > 0 && search.bytesStartWith(self.data, prefix)
          ? self.data.slice(prefix.length)
          : self.data,
        self,
      ),
    ),
    removesuffix: method('(suffix: bytes, /)', docs.removesuffix, (self, suffix) =>
      make(
        suffix.length > 0 && search.bytesEndWith(self.data, suffix)
          ? self.data.slice(0, self.data.length - suffix.length)
          : self.data,
        self,
      ),
    ),
  };
}

function caseMethods(docs: Docs, make: Make): Methods {
  const changing = (doc: string, change: (data: Uint8Array) => Uint8Array): Method<Bytes> =>
    method('()', doc, self => make(change(self.data), self));
  const asking = (doc: string, ask: (data: Uint8Array) => boolean): Method<Bytes> =>
    method('()', doc, self => ask(self.data));
  return {
    capitalize: changing(docs.capitalize, cases.capitalizeBytes),
    lower: changing(docs.lower, cases.lowerBytes),
    swapcase: changing(docs.swapcase, cases.swapcaseBytes),
    title: changing(docs.title, cases.titleBytes),
    upper: changing(docs.upper, cases.upperBytes),
    isalnum: asking(docs.isalnum, predicates.bytesAreAlnum),
    isalpha: asking(docs.isalpha, predicates.bytesAreAlpha),
    isascii: asking(docs.isascii, predicates.bytesAreAscii),
    isdigit: asking(docs.isdigit, predicates.bytesAreDigit),
    islower: asking(docs.islower, predicates.bytesAreLower),
    isspace: asking(docs.isspace, predicates.bytesAreSpace),
    istitle: asking(docs.istitle, predicates.bytesAreTitle),
    isupper: asking(docs.isupper, predicates.bytesAreUpper),
  };
}

function splitMethods(docs: Docs, make: Make): Methods {
  const listOf = (parts: readonly Uint8Array[], self: Bytes): Value =>
    new PyList(parts.map(part => make(part, self)));
  type Split = (data: Uint8Array, by: Uint8Array, max: number) => Uint8Array[];
  type SplitBlank = (data: Uint8Array, max: number) => Uint8Array[];
  const splitBy = (self: Bytes, by: Value, max: Value, split: Split, blank: SplitBlank): Value => {
    const limit = asSize(max);
    if (by === null) return listOf(blank(self.data, limit), self);
    const separator = bufferData(by);
    if (separator.length === 0) throw valueError('empty separator');
    return listOf(split(self.data, separator, limit), self);
  };
  type Partition = (data: Uint8Array, by: Uint8Array) => [Uint8Array, Uint8Array, Uint8Array];
  const partitioned = (self: Bytes, by: Value, partition: Partition): Value => {
    const separator = bufferData(by);
    if (separator.length === 0) throw valueError('empty separator');
    return tuple(
      partition(self.data, separator).map(part => {
        if (part !== separator) return make(part, self);
        return self instanceof PyBytes ? by : make(part.slice(), self);
      }),
    );
  };
  type Strip = (data: Uint8Array, bytes?: Uint8Array) => Uint8Array;
  const stripped = (self: Bytes, chars: Value, strip: Strip): Value =>
    make(chars === null ? strip(self.data) : strip(self.data, bufferData(chars)), self);
  return {
    join: method('(iterable_of_bytes, /)', docs.join, (self, iterable) =>
      joined(self, iterable, make),
    ),
    lstrip: method('(bytes=None, /)', docs.lstrip, (self, chars) =>
      stripped(self, chars, strips.lstripBytes),
    ),
    partition: method('(sep, /)', docs.partition, (self, by) =>
      partitioned(self, by, splits.partitionBytes),
    ),
    rpartition: method('(sep, /)', docs.rpartition, (self, by) =>
      partitioned(self, by, splits.rpartitionBytes),
    ),
    rsplit: method('(sep=None, maxsplit=-1)', docs.rsplit, (self, by, max) =>
      splitBy(self, by, max, splits.rsplitBytes, splits.rsplitBytesWhitespace),
    ),
    rstrip: method('(bytes=None, /)', docs.rstrip, (self, chars) =>
      stripped(self, chars, strips.rstripBytes),
    ),
    split: method('(sep=None, maxsplit=-1)', docs.split, (self, by, max) =>
      splitBy(self, by, max, splits.splitBytes, splits.splitBytesWhitespace),
    ),
    splitlines: method('(keepends: bool = False)', docs.splitlines, (self, keepEnds) =>
      listOf(splits.splitBytesLines(self.data, keepEnds), self),
    ),
    strip: method('(bytes=None, /)', docs.strip, (self, chars) =>
      stripped(self, chars, strips.stripBytes),
    ),
  };
}

function joined(self: Bytes, iterable: Value, make: Make): Value {
  const { proto } = typeOf(iterable);
  if (proto.__iter__$0 === undefined && proto.__getitem__$1 === undefined)
    throw typeError('can only join an iterable');
  const separator = self.data;
  const items = listItems(iterable);
  const [first] = items;
  if (items.length === 1 && self instanceof PyBytes && isExactBytes(first!)) return first!;
  let size = separator.length * Math.max(0, items.length - 1);
  const parts = items.map((item, i) => {
    const part = findContiguous(item);
    if (part === undefined)
      throw typeError(
        `sequence item ${i}: expected a bytes-like object, ${typeOf(item).name} found`,
      );
    size += part.length;
    return part;
  });
  const out = new Uint8Array(size);
  let at = 0;
  for (let i = 0; i < parts.length; i++) {
    if (i > 0 && separator.length > 0) {
      out.set(separator, at);
      at += separator.length;
    }
    out.set(parts[i]!, at);
    at += parts[i]!.length;
  }
  return make(out, self);
}
const isExactBytes = (v: Value): boolean => v instanceof PyBytes && v.type === bytesType;

function padMethods(docs: Docs, make: Make): Methods {
  type Pad = (data: Uint8Array, width: number, fill: number) => Uint8Array;
  const padded = (name: string, self: Bytes, width: Value, fill: Value, action: Pad): Value => {
    const size = asSize(width);
    const by = fillOf(name, fill);
    if (size > self.data.length) checkSize(size);
    return make(action(self.data, size, by), self);
  };
  return {
    center: method("(width, fillchar=b' ', /)", docs.center, (self, width, fill) =>
      padded('center', self, width, fill, pad.centerBytes),
    ),
    expandtabs: method('(tabsize=8)', docs.expandtabs, (self, tabSize) =>
      make(pad.expandBytesTabs(self.data, asTabSize(tabSize)), self),
    ),
    ljust: method("(width, fillchar=b' ', /)", docs.ljust, (self, width, fill) =>
      padded('ljust', self, width, fill, pad.ljustBytes),
    ),
    rjust: method("(width, fillchar=b' ', /)", docs.rjust, (self, width, fill) =>
      padded('rjust', self, width, fill, pad.rjustBytes),
    ),
    zfill: method('(width, /)', docs.zfill, (self, width) => {
      const size = asSize(width);
      if (size > self.data.length) checkSize(size);
      return make(pad.zfillBytes(self.data, size), self);
    }),
  };
}

export function checkSize(size: number): void {
  if (size >= Number.MAX_SAFE_INTEGER) throw overflowError('byte string is too large');
  if (size > MAX_BYTES) throw memoryError('');
}

/** The separator of `hex`, or -1. */
function separatorOf(v: Value | undefined): number {
  if (v === undefined) return -1;
  const text = strValue(v);
  const data = v instanceof PyBytes ? v.data : undefined;
  if (text === undefined && data === undefined) {
    if (lengthOf(v) !== 1) throw valueError('sep must be length 1.');
    throw typeError('sep must be str or bytes.');
  }
  const contents = text === undefined ? data! : contentsOf(text);
  if (contents.length !== 1) throw valueError('sep must be length 1.');
  const code = typeof contents === 'string' ? contents.charCodeAt(0) : contents[0]!;
  if (code > 127) throw valueError('sep must be ASCII.');
  return code;
}

export function hexOf(data: Uint8Array, sep: Value | undefined, group: number): PyStr {
  return stringFromUnits(encodeHex(data, separatorOf(sep), group));
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

/** The bytes written as pairs of hexadecimal digits with space between them. */
function fromHex(v: Value): Uint8Array {
  const text = strValue(v);
  const contents = text === undefined ? findBuffer(v) : contentsOf(text);
  if (contents === undefined)
    throw typeError(`fromhex() argument must be str or bytes-like, not ${typeOf(v).name}`);
  const codeAt = (i: number): number =>
    typeof contents === 'string' ? contents.charCodeAt(i) : contents[i]!;
  const { length } = contents;
  const out = new Uint8Array(length >> 1);
  let size = 0;
  for (let i = 0; i < length;) {
    if (isSpace(codeAt(i))) {
      i++;
      continue;
    }
    const high = hexValue(codeAt(i));
    const low = high < 0 || i + 1 >= length ? -1 : hexValue(codeAt(i + 1));
    if (high >= 0 && i + 1 >= length)
      throw valueError('fromhex() arg must contain an even number of hexadecimal digits');
    if (high < 0 || low < 0)
      throw valueError(
        `non-hexadecimal number found in fromhex() arg at position ${high < 0 ? i : i + 1}`,
      );
    out[size++] = high * 16 + low;
    i += 2;
  }
  return out.slice(0, size);
}

/** The methods of bytes, or of bytearray, without those that only one has. */
export function byteMethods(docs: Docs, make: Make): Methods {
  return {
    ...caseMethods(docs, make),
    ...findMethods(docs, make),
    ...padMethods(docs, make),
    ...splitMethods(docs, make),
    decode: method(
      "(encoding: str = 'utf-8', errors: str = 'strict')",
      docs.decode,
      (self, encoding, errors) => decodeBytes(self.data, checkName(encoding), checkName(errors)),
    ),
    hex: method('(sep=<unrepresentable>, bytes_per_sep: cint = 1)', docs.hex, (self, sep, group) =>
      hexOf(self.data, sep, group),
    ),
    replace: method('(old: bytes, new: bytes, count=-1, /)', docs.replace, (self, old, by, count) =>
      make(replaceBytes(self.data, old, by, asSize(count)), self),
    ),
    translate: method("(table, /, delete: bytes = b'')", docs.translate, (self, table, drop) => {
      const by = table === null ? undefined : bufferData(table);
      if (by !== undefined && by.length !== 256)
        throw valueError('translation table must be 256 characters long');
      return make(translateBytes(self.data, by, drop), self);
    }),
  };
}

export const byteClassMethods = (
  docs: Docs,
  type: PyType,
  make: (data: Uint8Array) => Value,
): Readonly<Record<string, Method<PyType>>> => ({
  fromhex: classMethod('(string, /)', docs.fromhex, (cls, text) => {
    const made = make(fromHex(text));
    return cls === type ? made : call(cls, made);
  }),
});

export const byteStaticMethods = (docs: Docs): Readonly<Record<string, Method<undefined>>> => ({
  maketrans: staticMethod('(frm: bytes, to: bytes, /)', docs.maketrans, (from, to) => {
    if (from.length !== to.length) throw valueError('maketrans arguments must have same length');
    const table = Uint8Array.from({ length: 256 }, (_, i) => i);
    from.forEach((byte, i) => {
      table[byte] = to[i]!;
    });
    return new PyBytes(table);
  }),
});
