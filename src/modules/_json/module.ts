import { PyDict } from '../../objects/dict.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import type { Value } from '../../objects/object.ts';
import { contentsOf, strOf } from '../../objects/str.ts';
import { asIndex, strValue } from '../../runtime/convert.ts';
import { constructor, defineType, type New } from '../../runtime/declare.ts';
import { defineModule, fn, variadicFn } from '../../runtime/declare-module.ts';
import { typeError } from '../../runtime/errors.ts';
import { SignatureCallable } from '../../runtime/signature.ts';
import { isTrue } from '../../runtime/truth.ts';
import type { Text } from '../../algorithms/text/contents.ts';
import { checkPositional, refuseNames } from '../../runtime/arguments.ts';
import { encode, PyEncoder, quoteAscii, quoteText } from './encoder.ts';
import { PyScanner, scanOnce, scanString } from './scanner.ts';

/** Arguments of calls of a scanner and of an encoder. */
const scanArguments = new SignatureCallable(
  '(string, idx)',
  (self: PyScanner, string: Value, idx: Value) => scanOnce(self, string, idx),
  '$self',
  'scan_once',
);
const encodeArguments = new SignatureCallable(
  '(obj, _current_indent_level: index)',
  (self: PyEncoder, v: Value, level: number) => encode(self, v, level),
  '$self',
  '_iterencode',
);

/** A class that messages call by the name it has in the module. */
const named = (name: string, made: New): New => ({ ...made, named: () => made.named(name) });

const scannerType = defineType(PyScanner, {
  name: 'Scanner',
  module: '_json',
  doc: 'JSON scanner object',
  new: named(
    'make_scanner',
    constructor('(context)', (_type, context) => new PyScanner(context)),
  ),
  slots: {
    __call__: (self, args, names) => scanArguments.call(self, args, names),
  },
  members: {
    strict: { doc: 'strict', get: self => self.strict },
    object_hook: { doc: 'object_hook', get: self => self.objectHook },
    object_pairs_hook: self => self.objectPairsHook,
    parse_float: { doc: 'parse_float', get: self => self.parseFloat },
    parse_int: { doc: 'parse_int', get: self => self.parseInt },
    parse_constant: { doc: 'parse_constant', get: self => self.parseConstant },
  },
});

const encoderType = defineType(PyEncoder, {
  name: 'Encoder',
  module: '_json',
  doc: 'Encoder(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)',
  new: named(
    'make_encoder',
    constructor(
      '(markers, default, encoder, indent, key_separator: str, item_separator: str, sort_keys: bool, skipkeys: bool, allow_nan: bool)',
      (_type, markers, default_, encoder, indent, key, item, sortKeys, skipKeys, allowNan) => {
        if (markers !== null && !(markers instanceof PyDict))
          throw typeError(
            `make_encoder() argument 1 must be dict or None, not ${typeOf(markers).name}`,
          );
        if (indent !== null && strValue(indent) === undefined)
          throw typeError(
            `make_encoder() argument 4 must be str or None, not ${typeOf(indent).name}`,
          );
        return new PyEncoder(markers, default_, encoder, indent, [key, item], {
          sortKeys,
          skipKeys,
          allowNan,
        });
      },
    ),
  ),
  slots: {
    __call__: (self, args, names) => encodeArguments.call(self, args, names),
  },
  members: {
    markers: { doc: 'markers', get: self => self.markers },
    default: { doc: 'default', get: self => self.default },
    encoder: { doc: 'encoder', get: self => self.encoder },
    indent: { doc: 'indent', get: self => self.indent },
    key_separator: { doc: 'key_separator', get: self => self.keySeparator },
    item_separator: { doc: 'item_separator', get: self => self.itemSeparator },
    sort_keys: { doc: 'sort_keys', get: self => self.sortKeys },
    skipkeys: { doc: 'skipkeys', get: self => self.skipKeys },
  },
});

const quoting = (quote: (text: Text) => Text) => (v: Value) => {
  const text = strValue(v);
  if (text === undefined) throw typeError(`first argument must be a string, not ${typeOf(v).name}`);
  return strOf(quote(contentsOf(text)));
};

/** The fast half of json. CPython: Modules/_json.c */
export const jsonModule = defineModule('_json', {
  doc: 'json speedups\n',
  functions: {
    encode_basestring: fn(
      '(object, /)',
      `encode_basestring(string) -> string

Return a JSON representation of a Python string`,
      quoting(quoteText),
    ),
    encode_basestring_ascii: fn(
      '(object, /)',
      `encode_basestring_ascii(string) -> string

Return an ASCII-only JSON representation of a Python string`,
      quoting(quoteAscii),
    ),
    scanstring: variadicFn(
      `scanstring(string, end, strict=True) -> (string, end)

Scan the string s for a JSON string. End is the index of the
character in s after the quote that started the JSON string.
Unescapes all valid JSON string escape sequences and raises ValueError
on attempt to decode an invalid string. If strict is False then literal
control characters are allowed in the string.

Returns a tuple of the decoded string and the index of the character in s
after the end quote.`,
      (args, names) => {
        refuseNames('scanstring', names);
        checkPositional('scanstring', args.length, 2, 3);
        return scanString(args[0]!, asIndex(args[1]!), args[2] === undefined || isTrue(args[2]));
      },
    ),
  },
  types: { make_encoder: encoderType, make_scanner: scannerType },
});
