import { join as joinTexts } from '../../algorithms/text/contents.ts';
import { typeErrorType } from '../../objects/exception-types.ts';
import { bytesType, strType, typeOf } from '../../objects/builtin-types.ts';
import { PyBytes } from '../../objects/bytes.ts';
import type { Value } from '../../objects/object.ts';
import { contentsOf, strLength, strOf, type PyStr } from '../../objects/str.ts';
import { getAttr, isException } from '../../runtime/attributes.ts';
import { findBuffer } from '../../runtime/buffer.ts';
import { call } from '../../runtime/call.ts';
import { strValue } from '../../runtime/convert.ts';
import { defineType } from '../../runtime/declare.ts';
import { indexError, overflowError, runtimeError, typeError } from '../../runtime/errors.ts';
import { importModule } from '../../runtime/import-hook.ts';
import { intValue } from '../../runtime/numbers.ts';
import { PyTemplate, type PyMatch, type PyPattern, type TemplateItem } from './objects.ts';
import { groupValue } from './subject.ts';

/** Replacements of `sub` and `expand`; CPython's `_sre.template`, `expand_template`. */
export const templateType = defineType(PyTemplate, {
  name: 'SRE_Template',
  module: '_sre',
  doc: null,
});

/** A template from what re._parser.parse_template made: literals and group numbers in turn. */
export function makeTemplate(chunks: readonly Value[]): PyTemplate {
  if (chunks.length % 2 === 0) throw typeError('invalid template');
  const items: TemplateItem[] = [];
  for (let i = 1; i < chunks.length; i += 2) {
    const group = intValue(chunks[i]!);
    if (group === undefined) throw typeError('an integer is required');
    if (typeof group === 'bigint')
      throw overflowError('Python int too large to convert to C ssize_t');
    if (group < 0) throw typeError('invalid template');
    items.push({ group, literal: chunks[i + 1]! });
  }
  return new PyTemplate(chunks[0]!, items);
}

/** `re._compile_template(pattern, repl)` */
export function compileTemplate(pattern: PyPattern, repl: Value): PyTemplate {
  const compile = getAttr(importModule('re'), '_compile_template');
  let result: Value;
  try {
    result = call(compile, pattern, repl);
  } catch (error) {
    if (!isException(error, typeErrorType)) throw error;
    // It may have been unhashable: once more, with an exact str or bytes.
    const exact = exactCopy(repl);
    if (exact === undefined) throw error;
    result = call(compile, pattern, exact);
  }
  if (!(result instanceof PyTemplate))
    throw runtimeError(
      `the result of compiling a replacement string is ${typeOf(result).name.slice(0, 200)}`,
    );
  return result;
}

function exactCopy(v: Value): Value | undefined {
  const text = strValue(v);
  if (text !== undefined) return typeOf(v) === strType ? undefined : text;
  const data = findBuffer(v);
  return data === undefined || typeOf(v) === bytesType ? undefined : new PyBytes(data.slice());
}

/** The replacement that a template stands for, given a match. */
export function expand(template: PyTemplate, self: PyMatch): Value {
  const { literal, items } = template;
  if (items.length === 0) return literal;
  const chunks: Value[] = [literal];
  for (const item of items) {
    if (item.group > self.pattern.compiled.groups) throw indexError('no such group');
    const part = groupValue(self, item.group, null);
    if (part !== null) chunks.push(part);
    if (!isEmpty(item.literal)) chunks.push(item.literal);
  }
  return strValue(literal) === undefined ? joinBytes(chunks) : joinStrs(chunks);
}

const isEmpty = (literal: Value): boolean => {
  const text = strValue(literal);
  return text === undefined
    ? literal instanceof PyBytes && literal.data.length === 0
    : strLength(text) === 0;
};

/** `''.join(chunks)` */
export function joinStrs(chunks: readonly Value[]): PyStr {
  const texts = chunks.map((chunk, i) => {
    const text = strValue(chunk);
    if (text === undefined)
      throw typeError(`sequence item ${i}: expected str instance, ${typeOf(chunk).name} found`);
    return contentsOf(text);
  });
  return strOf(joinTexts('', texts));
}

/** `b''.join(chunks)` */
export function joinBytes(chunks: readonly Value[]): PyBytes {
  const [first] = chunks;
  if (chunks.length === 1 && first instanceof PyBytes && first.type === bytesType) return first;
  let length = 0;
  const datas = chunks.map((chunk, i) => {
    const data = findBuffer(chunk);
    if (data === undefined)
      throw typeError(
        `sequence item ${i}: expected a bytes-like object, ${typeOf(chunk).name} found`,
      );
    length += data.length;
    return data;
  });
  const joined = new Uint8Array(length);
  let at = 0;
  for (const data of datas) {
    joined.set(data, at);
    at += data.length;
  }
  return new PyBytes(joined);
}
