import {
  percentFloat,
  percentInt,
  percentPadded,
  percentText,
  unsupportedConversion,
  type PercentLayout,
} from '../../algorithms/percent-format.ts';
import type { Text } from '../../algorithms/text/contents.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import type { Value } from '../../objects/object.ts';
import { contentsOf, strLength, strOf } from '../../objects/str.ts';
import { asInt, strValue } from '../../runtime/convert.ts';
import { overflowError, typeError, valueError } from '../../runtime/errors.ts';
import { intValue } from '../../runtime/numbers.ts';
import { asciiRepr, repr, toStr } from '../../runtime/text.ts';
import { floatUnder, integerOf, layoutOf, parsed, PercentArguments } from '../percent.ts';
import { characterOf } from './iterator.ts';
import { TextJoiner } from './joiner.ts';

/** `str % values`. CPython: Objects/unicode_format.c, PyUnicode_Format */
export function percentFormat(text: Text, values: Value): Text {
  const { fields, tail } = parsed(text, false);
  const args = new PercentArguments(values, isText);
  const out = new TextJoiner();
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i]!;
    out.add(field.literal);
    if (field.mapping) {
      if (field.key === undefined) {
        args.requireMapping();
        throw valueError(field.failure);
      }
      args.select(strOf(field.key));
    }
    out.add(shown(args, layoutOf(field, args), () => unsupportedConversion(field, false)));
  }
  out.add(tail);
  args.finish('string');
  return out.finish();
}

const isText = (v: Value): boolean => strValue(v) !== undefined;

function shown(args: PercentArguments, layout: PercentLayout, unsupported: () => string): Text {
  const { code } = layout;
  const value = args.take();
  switch (code) {
    case 115: // s
      return percentText(contentsOf(toStr(value)), layout);
    case 114: // r
      return percentText(contentsOf(repr(value)), layout);
    case 97: // a
      return percentText(contentsOf(asciiRepr(value)), layout);
    case 100: // d
    case 105: // i
    case 117: // u
    case 111: // o
    case 120: // x
    case 88: // X
      return percentInt(integerOf(value, code, false), layout);
    case 101: // e
    case 69: // E
    case 102: // f
    case 70: // F
    case 103: // g
    case 71: // G
      return percentFloat(floatUnder(value), layout);
    case 99: // c
      return percentPadded(character(value), layout);
    default:
      throw valueError(unsupported());
  }
}

function character(value: Value): Text {
  const text = strValue(value);
  if (text !== undefined) {
    if (strLength(text) === 1) return contentsOf(text);
    throw typeError(
      `%c requires an int or a unicode character, not a string of length ${strLength(text)}`,
    );
  }
  const isInt =
    intValue(value) !== undefined ||
    (typeof value === 'object' && value?.__index__$0 !== undefined);
  if (!isInt)
    throw typeError(`%c requires an int or a unicode character, not ${typeOf(value).name}`);
  const n = asInt(value);
  if (n < 0 || n > 0x10ffff) throw overflowError('%c arg not in range(0x110000)');
  return contentsOf(characterOf(Number(n)));
}
