import {
  parseFormatString,
  splitFieldName,
  type FieldName,
  type FormatString,
} from '../algorithms/format-string.ts';
import { int } from '../objects/int.ts';
import { PyIterator } from '../objects/iterator.ts';
import type { Value } from '../objects/object.ts';
import { contentsOf, strOf } from '../objects/str.ts';
import { tuple } from '../objects/tuple.ts';
import { strValue } from '../runtime/convert.ts';
import { defineType } from '../runtime/declare.ts';
import { defineModule, fn } from '../runtime/declare-module.ts';
import { typeError, valueError } from '../runtime/errors.ts';
import { typeOf } from '../objects/builtin-types.ts';

/** What `string.Formatter` needs of format strings. CPython: Objects/stringlib/unicode_format.h */

const isNumber = (v: unknown): v is number | bigint =>
  typeof v === 'number' || typeof v === 'bigint';
const nameValue = (name: FieldName['first']): Value => (isNumber(name) ? int(name) : strOf(name));

/** Literal text, field name, specification and conversion of each part of a format string. */
class FormatterIterator extends PyIterator {
  declare private readonly parsed: FormatString;
  declare private index: number;
  constructor(parsed: FormatString) {
    super();
    this.parsed = parsed;
    this.index = 0;
  }
  override next(): Value | undefined {
    const part = this.parsed.parts[this.index++];
    if (part === undefined) {
      if (this.parsed.failure !== '') throw valueError(this.parsed.failure);
      return undefined;
    }
    const { literal, fieldName, spec, conversion } = part;
    if (fieldName === undefined) return tuple([strOf(literal), null, null, null]);
    return tuple([
      strOf(literal),
      strOf(fieldName),
      strOf(spec ?? ''),
      conversion === 0 ? null : strOf(characterOf(conversion)),
    ]);
  }
}
defineType(FormatterIterator, { name: 'formatteriterator', doc: null });
const characterOf = (code: number): string | Uint32Array =>
  code > 0xffff ? Uint32Array.of(code) : String.fromCharCode(code);

/** Attribute or index, and the name, of each step of a field name. */
class FieldNameIterator extends PyIterator {
  declare private readonly name: FieldName;
  declare private index: number;
  constructor(name: FieldName) {
    super();
    this.name = name;
    this.index = 0;
  }
  override next(): Value | undefined {
    const step = this.name.rest[this.index++];
    if (step === undefined) {
      if (this.name.failure !== '') throw valueError(this.name.failure);
      return undefined;
    }
    return tuple([step.isAttribute, nameValue(step.name)]);
  }
}
defineType(FieldNameIterator, { name: 'fieldnameiterator', doc: null });

function textOf(v: Value): string | Uint32Array {
  const text = strValue(v);
  if (text === undefined) throw typeError(`expected str, got ${typeOf(v).name}`);
  return contentsOf(text);
}

export const stringModule = defineModule('_string', {
  doc: 'string helper module',
  functions: {
    formatter_parser: fn(
      '(string, /)',
      'parse the argument as a format string',
      string => new FormatterIterator(parseFormatString(textOf(string))),
    ),
    formatter_field_name_split: fn('(string, /)', 'split the argument as a field name', string => {
      const name = splitFieldName(textOf(string));
      if (name.failsFirst) throw valueError(name.failure);
      return tuple([nameValue(name.first), new FieldNameIterator(name)]);
    }),
  },
});
