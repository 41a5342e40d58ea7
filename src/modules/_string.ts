import {
  parseFormatString,
  splitFieldName,
<<<<<<< HEAD
  type FieldName,
  type FormatString,
} from '../algorithms/format-string.ts';
=======
  type FieldStep,
  type FormatPart,
} from '../algorithms/format-string.ts';
import type { Text } from '../algorithms/text/contents.ts';
import { typeOf } from '../objects/builtin-types.ts';
>>>>>>> 1829cc1 (modules: Add _json and _string.)
import { int } from '../objects/int.ts';
import { PyIterator } from '../objects/iterator.ts';
import type { Value } from '../objects/object.ts';
import { contentsOf, strOf } from '../objects/str.ts';
import { tuple } from '../objects/tuple.ts';
import { strValue } from '../runtime/convert.ts';
import { defineType } from '../runtime/declare.ts';
import { defineModule, fn } from '../runtime/declare-module.ts';
import { typeError, valueError } from '../runtime/errors.ts';
<<<<<<< HEAD
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
=======
import { characterOf } from '../types/str/iterator.ts';

/** The parts of a format. CPython: Objects/stringlib/unicode_format.h, formatteriterobject */
class FormatterIterator extends PyIterator {
  declare private readonly parts: readonly FormatPart[];
  declare private readonly failure: string;
  declare private index: number;
  constructor(text: Text) {
    super();
    const { parts, failure } = parseFormatString(text);
    this.parts = parts;
    this.failure = failure;
    this.index = 0;
  }
  override next(): Value | undefined {
    const part = this.parts[this.index];
    if (part === undefined) {
      if (this.failure !== '') throw valueError(this.failure);
      return undefined;
    }
    this.index++;
    const { literal, fieldName, spec, conversion } = part;
    const isField = fieldName !== undefined;
    return tuple([
      strOf(literal),
      isField ? strOf(fieldName) : null,
      isField ? strOf(spec ?? '') : null,
      conversion === 0 ? null : characterOf(conversion),
>>>>>>> 1829cc1 (modules: Add _json and _string.)
    ]);
  }
}
defineType(FormatterIterator, { name: 'formatteriterator', doc: null });
<<<<<<< HEAD
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
=======

/** The steps of a field's name after the first part. CPython: Objects/stringlib/unicode_format.h, fieldnameiterobject */
class FieldNameIterator extends PyIterator {
  declare private readonly steps: readonly FieldStep[];
  declare private readonly failure: string;
  declare private index: number;
  constructor(steps: readonly FieldStep[], failure: string) {
    super();
    this.steps = steps;
    this.failure = failure;
    this.index = 0;
  }
  override next(): Value | undefined {
    const step = this.steps[this.index];
    if (step === undefined) {
      if (this.failure !== '') throw valueError(this.failure);
      return undefined;
    }
    this.index++;
>>>>>>> 1829cc1 (modules: Add _json and _string.)
    return tuple([step.isAttribute, nameValue(step.name)]);
  }
}
defineType(FieldNameIterator, { name: 'fieldnameiterator', doc: null });

<<<<<<< HEAD
function textOf(v: Value): string | Uint32Array {
=======
const nameValue = (name: FieldStep['name']): Value =>
  typeof name === 'number' || typeof name === 'bigint' ? int(name) : strOf(name);

function textOf(v: Value): Text {
>>>>>>> 1829cc1 (modules: Add _json and _string.)
  const text = strValue(v);
  if (text === undefined) throw typeError(`expected str, got ${typeOf(v).name}`);
  return contentsOf(text);
}

<<<<<<< HEAD
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
=======
/** What string.Formatter needs. CPython: Objects/unicodeobject.c, _string_module */
export const stringModule = defineModule('_string', {
  doc: 'string helper module',
  functions: {
    formatter_field_name_split: fn('(object, /)', 'split the argument as a field name', name => {
      const { first, rest, failure, failsFirst } = splitFieldName(textOf(name));
      if (failsFirst) throw valueError(failure);
      return tuple([nameValue(first), new FieldNameIterator(rest, failure)]);
    }),
    formatter_parser: fn(
      '(object, /)',
      'parse the argument as a format string',
      format => new FormatterIterator(textOf(format)),
    ),
>>>>>>> 1829cc1 (modules: Add _json and _string.)
  },
});
