import type { Text } from '../../algorithms/text/contents.ts';
import type { Value } from '../../objects/object.ts';
import { AstralString, strOf, type PyStr, type StrObject } from '../../objects/str.ts';

/** What methods of str do with their receiver: a bare string, an AstralString or an instance of a subclass. */

/** The contents of a value known to be a str. */
export function textOf(self: Value): Text {
  if (typeof self === 'string') return self;
  if (self instanceof AstralString) return self.points;
  const { value } = self as StrObject;
  return typeof value === 'string' ? value : value.points;
}

/** The exact str with the contents of a value known to be a str. */
export function exactStr(self: Value): PyStr {
  if (typeof self === 'string' || self instanceof AstralString) return self;
  return (self as StrObject).value;
}

/** The str of contents that may be those of `self`, which is then the result. */
export function resultOf(self: Value, text: Text): PyStr {
  if (typeof text === 'string') return text;
  const exact = exactStr(self);
  return typeof exact !== 'string' && exact.points === text ? exact : strOf(text);
}

/** The longest string the engine makes. */
export const MAX_TEXT = 0x1fffffe8;
