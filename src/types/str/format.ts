import {
  parseFormatString,
  splitFieldName,
  type FieldName,
  type FormatPart,
} from '../../algorithms/format-string.ts';
import { formatText } from '../../algorithms/format-number.ts';
import { FormatFailure, parseFormatSpec } from '../../algorithms/format-spec.ts';
import type { Text } from '../../algorithms/text/contents.ts';
import type { PyDict } from '../../objects/dict.ts';
import { int } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { contentsOf, strOf, textOf as utf16Of, type PyStr } from '../../objects/str.ts';
import { getAttr } from '../../runtime/attributes.ts';
import { getItem as getDictItem } from '../../runtime/dict.ts';
import {
  indexError,
  keyError,
  newException,
  overflowError,
  valueError,
} from '../../runtime/errors.ts';
import { valueErrorType } from '../../objects/exception-types.ts';
import { getItem } from '../../runtime/subscript.ts';
import { asciiRepr, format, repr, toStr } from '../../runtime/text.ts';
import { TextJoiner } from './joiner.ts';

/** `str.format` and `format(str, spec)`. CPython: Objects/stringlib/unicode_format.h */

/** Where the fields of a format take their values from. */
export interface FieldSource {
  positional(index: number): Value;
  named(name: PyStr): Value;
}

export class ArgumentSource implements FieldSource {
  declare private readonly args: readonly Value[];
  declare private readonly names: PyDict;
  constructor(args: readonly Value[], names: PyDict) {
    this.args = args;
    this.names = names;
  }
  positional(index: number): Value {
    const value = this.args[index];
    if (value === undefined)
      throw indexError(`Replacement index ${index} out of range for positional args tuple`);
    return value;
  }
  named(name: PyStr): Value {
    const value = getDictItem(this.names, name);
    if (value === undefined) throw keyError(name);
    return value;
  }
}

export class MappingSource implements FieldSource {
  declare private readonly mapping: Value;
  constructor(mapping: Value) {
    this.mapping = mapping;
  }
  positional(): Value {
    throw valueError('Format string contains positional fields');
  }
  named(name: PyStr): Value {
    return getItem(this.mapping, name);
  }
}

/** A part of a format and the steps of its field's name. */
interface CompiledPart {
  readonly part: FormatPart;
  readonly name: FieldName | undefined;
}
interface CompiledFormat {
  readonly parts: readonly CompiledPart[];
  readonly failure: string;
}

function compile(text: Text): CompiledFormat {
  const { parts, failure } = parseFormatString(text);
  return {
    parts: parts.map(part => ({
      part,
      name: part.fieldName === undefined ? undefined : splitFieldName(part.fieldName),
    })),
    failure,
  };
}

// A format is mostly used again and again.
const MAX_KNOWN = 500;
const known = new Map<string, CompiledFormat>();
function compiled(text: Text): CompiledFormat {
  if (typeof text !== 'string') return compile(text);
  let format_ = known.get(text);
  if (format_ === undefined) {
    format_ = compile(text);
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(text, format_);
  }
  return format_;
}

/** Whether fields are numbered by themselves, and how many were. */
class Numbering {
  private automatic: boolean | undefined;
  private next = 0;

  check(isAutomatic: boolean): void {
    if (this.automatic === undefined) this.automatic = isAutomatic;
    else if (this.automatic !== isAutomatic)
      throw valueError(
        isAutomatic
          ? 'cannot switch from manual field specification to automatic field numbering'
          : 'cannot switch from automatic field numbering to manual field specification',
      );
  }
  take(): number {
    return this.next++;
  }
}

export function formatWith(text: Text, source: FieldSource): Text {
  return expand(text, source, new Numbering(), 2);
}

function expand(text: Text, source: FieldSource, numbering: Numbering, depth: number): Text {
  if (depth <= 0) throw valueError('Max string recursion exceeded');
  const { parts, failure } = compiled(text);
  const out = new TextJoiner();
  for (let i = 0; i < parts.length; i++) {
    const { part, name } = parts[i]!;
    out.add(part.literal);
    if (name === undefined) continue;
    const value = converted(fieldValue(name, source, numbering), part.conversion);
    const spec = part.nested ? expand(part.spec!, source, numbering, depth - 1) : (part.spec ?? '');
    out.add(contentsOf(format(value, strOf(spec))));
  }
  if (failure !== '') throw valueError(failure);
  return out.finish();
}

function fieldValue(name: FieldName, source: FieldSource, numbering: Numbering): Value {
  const { first, rest, failure, failsFirst } = name;
  if (failsFirst) throw valueError(failure);
  let value: Value;
  if (typeof first === 'number' || typeof first === 'bigint') {
    numbering.check(false);
    value = source.positional(Number(first));
  } else if (first.length === 0) {
    numbering.check(true);
    value = source.positional(numbering.take());
  } else value = source.named(strOf(first));
  for (const { isAttribute, name: step } of rest) {
    if (typeof step === 'number' || typeof step === 'bigint') value = getItem(value, int(step));
    else if (isAttribute) value = getAttr(value, typeof step === 'string' ? step : utf16Of(step));
    else value = getItem(value, strOf(step));
  }
  if (failure !== '') throw valueError(failure);
  return value;
}

function converted(value: Value, conversion: number): Value {
  switch (conversion) {
    case 0:
      return value;
    case 114:
      return repr(value);
    case 115:
      return toStr(value);
    case 97:
      return asciiRepr(value);
    default:
      throw valueError(
        conversion > 32 && conversion < 127
          ? `Unknown conversion specifier ${String.fromCharCode(conversion)}`
          : `Unknown conversion specifier \\x${conversion.toString(16)}`,
      );
  }
}

/** `format(text, spec)` */
export function formatStr(text: Text, spec: Text, typeName: string): Text {
  if (spec.length === 0) return text;
  const parsed = parseFormatSpec(spec, typeName, '<');
  if (parsed instanceof FormatFailure) throw raised(parsed);
  const result = formatText(text, parsed, typeName);
  if (result instanceof FormatFailure) throw raised(result);
  return result;
}
const raised = ({ exception, message }: FormatFailure) =>
  exception === 'OverflowError'
    ? overflowError(String(message))
    : newException(valueErrorType, strOf(message));
