import { slice, type Text } from '../../algorithms/text/contents.ts';
import * as search from '../../algorithms/text/search.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { contentsOf, type PyStr, type StrBase } from '../../objects/str.ts';
import { PyTuple } from '../../objects/tuple.ts';
import { strValue } from '../../runtime/convert.ts';
import { method, type Method } from '../../runtime/declare.ts';
import { typeError, valueError } from '../../runtime/errors.ts';
import { searchBound } from '../search-bounds.ts';
import { resultOf, textOf } from './self.ts';

/** Methods of str that look for a str in it. CPython: Objects/unicodeobject.c, Objects/stringlib/find.h */

type Search = (text: Text, sub: Text, start?: number, end?: number) => number;

function found(
  search_: Search,
  self: Value,
  sub: PyStr,
  start: Value | undefined,
  end: Value | undefined,
): number {
  const text = textOf(self);
  const { length } = text;
  const from = searchBound(start, 0);
  return search_(text, contentsOf(sub), from, searchBound(end, length));
}

type Tail = (text: Text, part: Text, start?: number, end?: number) => boolean;

/** `startswith` and `endswith`. */
function matches(
  name: string,
  tail: Tail,
  self: Value,
  part: Value,
  start: Value | undefined,
  end: Value | undefined,
): boolean {
  const text = textOf(self);
  const from = searchBound(start, 0);
  const to = searchBound(end, text.length);
  const one = strValue(part);
  if (one !== undefined) return tail(text, contentsOf(one), from, to);
  if (!(part instanceof PyTuple))
    throw typeError(`${name} first arg must be str or a tuple of str, not ${typeOf(part).name}`);
  for (const each of part.items) {
    const text_ = strValue(each);
    if (text_ === undefined)
      throw typeError(`tuple for ${name} must only contain str, not ${typeOf(each).name}`);
    if (tail(text, contentsOf(text_), from, to)) return true;
  }
  return false;
}

const isBare = (self: Value): self is string => typeof self === 'string';

const indexOf = (index: number): Value => {
  if (index < 0) throw valueError('substring not found');
  return smallInt(index);
};

export const searchMethods = {
  count: method(
    '(sub: str[, start[, end]], /)',
    `Return the number of non-overlapping occurrences of substring sub in string S[start:end].

Optional arguments start and end are interpreted as in slice
notation.`,
    (self, sub, start, end) => smallInt(found(search.count, self, sub, start, end)),
  ),
  find: method(
    '(sub: str[, start[, end]], /)',
    `Return the lowest index in S where substring sub is found, such that sub is contained within S[start:end].

Optional arguments start and end are interpreted as in slice
notation.  Return -1 on failure.`,
    (self, sub, start, end) => {
      if (isBare(self) && typeof sub === 'string' && start === undefined)
        return smallInt(self.indexOf(sub));
      return smallInt(found(search.find, self, sub, start, end));
    },
  ),
  index: method(
    '(sub: str[, start[, end]], /)',
    `Return the lowest index in S where substring sub is found, such that sub is contained within S[start:end].

Optional arguments start and end are interpreted as in slice
notation.  Raises ValueError when the substring is not found.`,
    (self, sub, start, end) => indexOf(found(search.find, self, sub, start, end)),
  ),
  rfind: method(
    '(sub: str[, start[, end]], /)',
    `Return the highest index in S where substring sub is found, such that sub is contained within S[start:end].

Optional arguments start and end are interpreted as in slice
notation.  Return -1 on failure.`,
    (self, sub, start, end) => smallInt(found(search.rfind, self, sub, start, end)),
  ),
  rindex: method(
    '(sub: str[, start[, end]], /)',
    `Return the highest index in S where substring sub is found, such that sub is contained within S[start:end].

Optional arguments start and end are interpreted as in slice
notation.  Raises ValueError when the substring is not found.`,
    (self, sub, start, end) => indexOf(found(search.rfind, self, sub, start, end)),
  ),
  startswith: method(
    '(prefix[, start[, end]], /)',
    `Return True if the string starts with the specified prefix, False otherwise.

  prefix
    A string or a tuple of strings to try.
  start
    Optional start position. Default: start of the string.
  end
    Optional stop position. Default: end of the string.`,
    (self, prefix, start, end) =>
      matches('startswith', search.startsWith, self, prefix, start, end),
  ),
  endswith: method(
    '(suffix[, start[, end]], /)',
    `Return True if the string ends with the specified suffix, False otherwise.

  suffix
    A string or a tuple of strings to try.
  start
    Optional start position. Default: start of the string.
  end
    Optional stop position. Default: end of the string.`,
    (self, suffix, start, end) => matches('endswith', search.endsWith, self, suffix, start, end),
  ),
  removeprefix: method(
    '(prefix: str, /)',
    `Return a str with the given prefix string removed if present.

If the string starts with the prefix string, return
string[len(prefix):].  Otherwise, return a copy of the original
string.`,
    (self, prefix) => {
      const text = textOf(self);
      const part = contentsOf(prefix);
      return resultOf(
        self,
        search.startsWith(text, part) ? slice(text, part.length, text.length) : text,
      );
    },
  ),
  removesuffix: method(
    '(suffix: str, /)',
    `Return a str with the given suffix string removed if present.

If the string ends with the suffix string and that suffix is not
empty, return string[:-len(suffix)].  Otherwise, return a copy of
the original string.`,
    (self, suffix) => {
      const text = textOf(self);
      const part = contentsOf(suffix);
      return resultOf(
        self,
        search.endsWith(text, part) ? slice(text, 0, text.length - part.length) : text,
      );
    },
  ),
} satisfies Record<string, Method<StrBase>>;
