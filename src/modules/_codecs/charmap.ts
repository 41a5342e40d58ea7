import {
  decodeCharmap,
  decodeMapOf,
  encodeCharmap,
  encodeMapOf,
  type DecodeMap,
  type EncodeMap,
} from '../../algorithms/codecs/charmap.ts';
import { decodeLatin1, encodeLatin1 } from '../../algorithms/codecs/single-byte.ts';
import { codePointAt, type Text } from '../../algorithms/text/contents.ts';
import { PyBytes } from '../../objects/bytes.ts';
import { PyDict } from '../../objects/dict.ts';
import { lookupErrorType } from '../../objects/exception-types.ts';
import { smallInt } from '../../objects/int.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import { contentsOf, type PyStr } from '../../objects/str.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { isException } from '../../runtime/attributes.ts';
import { strValue } from '../../runtime/convert.ts';
import { defineType, method } from '../../runtime/declare.ts';
import { setItem } from '../../runtime/dict.ts';
import { typeError } from '../../runtime/errors.ts';
import { intValue } from '../../runtime/numbers.ts';
import { getItem } from '../../runtime/subscript.ts';
import { decodeAction, encodeAction } from '../../types/codecs/error-actions.ts';

/** Codecs made of a table that Python gives. CPython: Objects/unicodeobject.c, PyUnicode_DecodeCharmap */

/** A table from characters to bytes. CPython: Objects/unicodeobject.c, struct encoding_map */
class PyEncodingMap extends PyObject {
  declare readonly map: EncodeMap;
  declare readonly size: number;
  constructor(map: EncodeMap, size: number) {
    super();
    this.map = map;
    this.size = size;
  }
}
defineType(PyEncodingMap, {
  name: 'EncodingMap',
  doc: null,
  methods: {
    size: method('()', 'Return the size (in bytes) of this object.', self => smallInt(self.size)),
  },
});

/** What the table has under a code; undefined where it raises LookupError or has None. */
function lookedUp(mapping: Value, code: number): Value | undefined {
  try {
    return getItem(mapping, smallInt(code)) ?? undefined;
  } catch (error) {
    if (isException(error, lookupErrorType)) return undefined;
    throw error;
  }
}

const decodeMapFrom =
  (mapping: Value): DecodeMap =>
  byte => {
    const to = lookedUp(mapping, byte);
    if (to === undefined) return undefined;
    const n = intValue(to);
    if (n !== undefined) {
      if (n < 0 || n > 0x10ffff) throw typeError('character mapping must be in range(0x110000)');
      return n as number;
    }
    const text = strValue(to);
    if (text === undefined) throw typeError('character mapping must return integer, None or str');
    return contentsOf(text);
  };

const encodeMapFrom =
  (mapping: Value): EncodeMap =>
  code => {
    const to = lookedUp(mapping, code);
    if (to === undefined) return undefined;
    const n = intValue(to);
    if (n !== undefined) {
      if (n < 0 || n > 255) throw typeError('character mapping must be in range(256)');
      return n as number;
    }
    if (to instanceof PyBytes) return to.data;
    throw typeError(`character mapping must return integer, bytes or None, not ${typeOf(to).name}`);
  };

export function decodeWith(data: Uint8Array, errors: PyStr | null, mapping: Value): Text {
  if (mapping === null) return decodeLatin1(data);
  const table = strValue(mapping);
  const map = table === undefined ? decodeMapFrom(mapping) : decodeMapOf(contentsOf(table));
  return decodeCharmap(data, map, decodeAction(errors));
}

export function encodeWith(text: Text, errors: PyStr | null, mapping: Value): Uint8Array {
  if (mapping === null) return encodeLatin1(text, encodeAction(errors));
  const map = mapping instanceof PyEncodingMap ? mapping.map : encodeMapFrom(mapping);
  return encodeCharmap(text, map, encodeAction(errors));
}

/** The inverse of a table for decoding: a compact map where the table allows, else a dict. */
export function buildMap(table: Text): Value {
  const length = Math.min(table.length, 256);
  const high = new Set<number>();
  const middle = new Set<number>();
  let isCompact = length === 256 && codePointAt(table, 0) === 0;
  for (let i = 1; i < length && isCompact; i++) {
    const code = codePointAt(table, i);
    if (code === 0 || code > 0xffff) isCompact = false;
    else if (code !== 0xfffe) {
      high.add(code >> 11);
      middle.add(code >> 7);
    }
  }
  if (isCompact && high.size < 0xff && middle.size < 0xff)
    return new PyEncodingMap(encodeMapOf(table), 63 + 16 * high.size + 128 * middle.size);
  const dict = new PyDict();
  for (let i = 0; i < length; i++) setItem(dict, smallInt(codePointAt(table, i)), smallInt(i));
  return dict;
}
