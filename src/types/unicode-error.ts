import { codePointAt, type Text } from '../algorithms/text/contents.ts';
import { typeOf } from '../objects/builtin-types.ts';
import { PyBytes } from '../objects/bytes.ts';
import type { PyUnicodeError } from '../objects/exception.ts';
import * as types from '../objects/exception-types.ts';
import { smallInt } from '../objects/int.ts';
import type { Value } from '../objects/object.ts';
import { contentsOf, str, utf16, type PyStr } from '../objects/str.ts';
import { tuple } from '../objects/tuple.ts';
import { bufferData } from '../runtime/buffer.ts';
import type { Names } from '../runtime/call.ts';
import { strValue } from '../runtime/convert.ts';
import { variadic } from '../runtime/declare.ts';
import { overflowError, typeError } from '../runtime/errors.ts';
import { toStr } from '../runtime/text.ts';
import { asSize } from './search-bounds.ts';
import { defineException, field, keywords, newException } from './exceptions.ts';

/** UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError. CPython: Objects/exceptions.c */

function textArgument(v: Value, position: number): PyStr {
  const text = strValue(v);
  if (text === undefined)
    throw typeError(`argument ${position} must be str, not ${typeOf(v).name}`);
  return text;
}

function init(self: PyUnicodeError, args: readonly Value[], names: Names, kind: Kind): void {
  keywords(`Unicode${kind}Error`, args, names, []);
  self.args = tuple(args);
  const expected = kind === 'Translate' ? 4 : 5;
  if (args.length !== expected)
    throw typeError(`function takes exactly ${expected} arguments (${args.length} given)`);
  const rest = kind === 'Translate' ? args : args.slice(1);
  if (kind !== 'Translate') self.encoding = textArgument(args[0]!, 1);
  const at = expected - 4;
  const [object, start, end, reason] = rest as [Value, Value, Value, Value];
  let subject: Value = object;
  if (kind === 'Decode') {
    if (!(object instanceof PyBytes)) subject = new PyBytes(bufferData(object).slice());
  } else textArgument(object, at + 1);
  const from = asSize(start);
  const to = asSize(end);
  textArgument(reason, at + 4);
  self.object = subject;
  self.start = from;
  self.end = to;
  self.reason = reason;
}
type Kind = 'Encode' | 'Decode' | 'Translate';

/** Where the fault is when it is one element of the object, else -1. */
function single(self: PyUnicodeError, length: number): number {
  const { start, end } = self;
  return start >= 0 && start < length && end === start + 1 ? start : -1;
}

const shownCharacter = (text: Text, index: number): string => {
  const code = codePointAt(text, index);
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
};

function describe(self: PyUnicodeError, kind: Kind): PyStr {
  const { object, start, end } = self;
  if (object === undefined || object === null) return '';
  const reason = self.reason === undefined ? 'None' : utf16(toStr(self.reason));
  const encoding = self.encoding === undefined ? 'None' : utf16(toStr(self.encoding));
  const range = `in position ${start}-${end - 1}: ${reason}`;
  if (kind === 'Decode') {
    const { data } = object as PyBytes;
    const at = single(self, data.length);
    const what = `'${encoding}' codec can't decode`;
    if (at < 0) return str(`${what} bytes ${range}`);
    const byte = data[at]!.toString(16).padStart(2, '0');
    return str(`${what} byte 0x${byte} in position ${start}: ${reason}`);
  }
  const text = contentsOf(strValue(object)!);
  const at = single(self, text.length);
  const what = kind === 'Encode' ? `'${encoding}' codec can't encode` : "can't translate";
  if (at < 0) return str(`${what} characters ${range}`);
  return str(`${what} character '${shownCharacter(text, at)}' in position ${start}: ${reason}`);
}

/** A position that Python may set. */
const position = (name: 'start' | 'end') => ({
  doc: `exception ${name}`,
  get: (self: PyUnicodeError): Value => smallInt(self[name]),
  set(self: PyUnicodeError, value: Value | undefined): void {
    if (value === undefined) throw typeError("can't delete numeric/char attribute");
    const n = asSize(value);
    if (!Number.isSafeInteger(n)) throw overflowError('Python int too large to convert to C long');
    self[name] = n;
  },
});
const text = (name: 'encoding' | 'object' | 'reason') => ({
  doc: `exception ${name}`,
  ...field<PyUnicodeError>(
    self => self[name] ?? null,
    (self, value) => {
      self[name] = value ?? undefined;
    },
  ),
});

const define = (type: typeof types.unicodeErrorType, kind: Kind): void =>
  defineException<PyUnicodeError>(type, {
    new: variadic(newException),
    members: {
      encoding: text('encoding'),
      object: text('object'),
      start: position('start'),
      end: position('end'),
      reason: text('reason'),
    },
    slots: {
      __init__: (self, args, names) => init(self, args, names, kind),
      __str__: self => describe(self, kind),
    },
  });
defineException(types.unicodeErrorType, { new: variadic(newException) });
define(types.unicodeEncodeErrorType, 'Encode');
define(types.unicodeDecodeErrorType, 'Decode');
define(types.unicodeTranslateErrorType, 'Translate');
