import { codePointAt, type Text } from '../../algorithms/text/contents.ts';
import { translate as translateText, type Translation } from '../../algorithms/text/replace.ts';
import { lookupErrorType } from '../../objects/exception-types.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { PyDict } from '../../objects/dict.ts';
import { smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { contentsOf, type PyStr } from '../../objects/str.ts';
import { isException } from '../../runtime/attributes.ts';
import { strValue } from '../../runtime/convert.ts';
import { dictEntries, getItem as getDictItem, setItem } from '../../runtime/dict.ts';
import { typeError, valueError } from '../../runtime/errors.ts';
import { intValue } from '../../runtime/numbers.ts';
import { getItem } from '../../runtime/subscript.ts';

/** `str.translate` and `str.maketrans`. CPython: Objects/unicodeobject.c, charmaptranslate_lookup */

export const translate = (text: Text, table: Value): Text =>
  translateText(text, code => translated(code, table));

function translated(code: number, table: Value): Translation {
  const to = lookedUp(code, table);
  if (to === undefined) return code;
  if (to === null) return null;
  const n = intValue(to);
  if (n !== undefined) {
    if (n < 0 || n > 0x10ffff) throw valueError('character mapping must be in range(0x110000)');
    return Number(n);
  }
  const text = strValue(to);
  if (text === undefined) throw typeError('character mapping must return integer, None or str');
  return contentsOf(text);
}

/** What the table has for a character; undefined where it raises LookupError. */
function lookedUp(code: number, table: Value): Value | undefined {
  if (table instanceof PyDict && typeOf(table).name === 'dict')
    return getDictItem(table, smallInt(code));
  try {
    return getItem(table, smallInt(code));
  } catch (error) {
    if (isException(error, lookupErrorType)) return undefined;
    throw error;
  }
}

export function makeTranslation(x: Value, y: PyStr | undefined, z: PyStr | undefined): Value {
  const table = new PyDict();
  if (y === undefined) {
    if (!(x instanceof PyDict))
      throw typeError('if you give only one argument to maketrans it must be a dict');
    for (const [key, value] of dictEntries(x)) setItem(table, keyOf(key), value);
    return table;
  }
  const first = strValue(x);
  if (first === undefined)
    throw typeError('first maketrans argument must be a string if there is a second argument');
  const from = contentsOf(first);
  const to = contentsOf(y);
  if (from.length !== to.length)
    throw valueError('the first two maketrans arguments must have equal length');
  for (let i = 0; i < from.length; i++)
    setItem(table, smallInt(codePointAt(from, i)), smallInt(codePointAt(to, i)));
  if (z !== undefined) {
    const drop = contentsOf(z);
    for (let i = 0; i < drop.length; i++) setItem(table, smallInt(codePointAt(drop, i)), null);
  }
  return table;
}

function keyOf(key: Value): Value {
  const text = strValue(key);
  if (text !== undefined) {
    const contents = contentsOf(text);
    if (contents.length !== 1)
      throw valueError('string keys in translatetable must be of length 1');
    return smallInt(codePointAt(contents, 0));
  }
  if (intValue(key) === undefined)
    throw typeError('keys in translate table mustbe strings or integers');
  return key;
}
