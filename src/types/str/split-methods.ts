import * as pad from '../../algorithms/text/pad.ts';
import { codePointAt, join, type Text } from '../../algorithms/text/contents.ts';
import { replace } from '../../algorithms/text/replace.ts';
import * as splits from '../../algorithms/text/split.ts';
import * as strips from '../../algorithms/text/strip.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { PyList } from '../../objects/list.ts';
import type { Value } from '../../objects/object.ts';
import { contentsOf, strOf, strLength, type PyStr, type StrBase } from '../../objects/str.ts';
import { tuple, PyTuple } from '../../objects/tuple.ts';
import { strValue } from '../../runtime/convert.ts';
import { method, type Method } from '../../runtime/declare.ts';
import { memoryError, overflowError, typeError, valueError } from '../../runtime/errors.ts';
import { listItems } from '../../runtime/iterate.ts';
import { asSize, asTabSize } from '../search-bounds.ts';
import { MAX_TEXT, resultOf, textOf } from './self.ts';

/** Methods of str that take it apart, put it together, pad and strip it. CPython: Objects/unicodeobject.c */

type Splitter = (text: Text, separator: Text, max: number) => Text[];
type BlankSplitter = (text: Text, max: number) => Text[];

const listOf = (parts: readonly Text[]): PyList => {
  const items: Value[] = [];
  for (let i = 0; i < parts.length; i++) items.push(strOf(parts[i]!));
  return new PyList(items);
};

function splitBy(
  self: Value,
  separator: Value,
  max: Value,
  split: Splitter,
  splitBlank: BlankSplitter,
): Value {
  const text = textOf(self);
  const limit = asSize(max);
  if (separator === null) return listOf(splitBlank(text, limit));
  const by = strValue(separator);
  if (by === undefined) throw typeError(`must be str or None, not ${typeOf(separator).name}`);
  if (by === '') throw valueError('empty separator');
  return listOf(split(text, contentsOf(by), limit));
}

function partitioned(
  self: Value,
  separator: Value,
  partition: (text: Text, separator: Text) => [Text, Text, Text],
): Value {
  const by = strValue(separator);
  if (by === undefined) throw typeError(`must be str, not ${typeOf(separator).name}`);
  if (by === '') throw valueError('empty separator');
  const text = textOf(self);
  return tuple(
    partition(text, contentsOf(by)).map(part =>
      part === text ? resultOf(self, part) : strOf(part),
    ),
  );
}

function stripped(
  name: string,
  self: Value,
  chars: Value,
  strip: (text: Text, chars?: Text) => Text,
): Value {
  const text = textOf(self);
  if (chars === null) return resultOf(self, strip(text));
  const given = strValue(chars);
  if (given === undefined) throw typeError(`${name} arg must be None or str`);
  return resultOf(self, strip(text, contentsOf(given)));
}

function fillOf(v: Value): Text {
  const fill = strValue(v);
  if (fill === undefined)
    throw typeError(`The fill character must be a unicode character, not ${typeOf(v).name}`);
  if (strLength(fill) !== 1)
    throw typeError('The fill character must be exactly one character long');
  return contentsOf(fill);
}

function padded(
  self: Value,
  width: Value,
  fill: Value,
  action: (text: Text, width: number, fill: Text) => Text,
): Value {
  const size = asSize(width);
  const by = fillOf(fill);
  const text = textOf(self);
  if (size <= text.length) return resultOf(self, text);
  if (size > MAX_TEXT) throw memoryError('');
  return strOf(action(text, size, by));
}

/** The length with tabs expanded, as far as it matters. */
function checkExpanded(text: Text, tabSize: number): void {
  let tabs = 0;
  for (let i = 0; i < text.length; i++) if (codePointAt(text, i) === 9) tabs++;
  if (tabs * tabSize + text.length > MAX_TEXT) throw overflowError('new string is too long');
}

/** `separator.join(iterable)` */
export function joinItems(self: Value, iterable: Value): PyStr {
  const items =
    iterable instanceof PyList || iterable instanceof PyTuple ? iterable.items : joinable(iterable);
  if (items.length === 1) {
    const only = items[0]!;
    if (typeof only === 'string') return only;
  }
  const separator = textOf(self);
  if (typeof separator === 'string' && areBare(items)) return joined(items, separator);
  const parts: Text[] = [];
  for (let i = 0; i < items.length; i++) {
    const part = strValue(items[i]!);
    if (part === undefined)
      throw typeError(`sequence item ${i}: expected str instance, ${typeOf(items[i]!).name} found`);
    parts.push(contentsOf(part));
  }
  if (parts.length === 1) return strValue(items[0]!)!;
  return strOf(join(separator, parts));
}

function areBare(items: readonly Value[]): items is readonly string[] {
  for (let i = 0; i < items.length; i++) if (typeof items[i] !== 'string') return false;
  return true;
}
function joined(items: readonly string[], separator: string): string {
  try {
    return items.join(separator);
  } catch (error) {
    if (error instanceof RangeError) throw memoryError('');
    throw error;
  }
}

function joinable(iterable: Value): Value[] {
  const { proto } = typeOf(iterable);
  if (proto.__iter__$0 === undefined && proto.__getitem__$1 === undefined)
    throw typeError('can only join an iterable');
  return listItems(iterable);
}

export const splitMethods = {
  center: method(
    "(width, fillchar=' ', /)",
    `Return a centered string of length width.

Padding is done using the specified fill character (default is
a space).`,
    (self, width, fill) => padded(self, width, fill, pad.center),
  ),
  expandtabs: method(
    '(tabsize=8)',
    `Return a copy where all tab characters are expanded using spaces.

If tabsize is not given, a tab size of 8 characters is assumed.`,
    (self, tabSize) => {
      const text = textOf(self);
      const size = asTabSize(tabSize);
      if (size > 1000) checkExpanded(text, size);
      return resultOf(self, pad.expandTabs(text, size));
    },
  ),
  join: method(
    '(iterable, /)',
    `Concatenate any number of strings.

The string whose method is called is inserted in between each given
string.  The result is returned as a new string.

Example: '.'.join(['ab', 'pq', 'rs']) -> 'ab.pq.rs'`,
    joinItems,
  ),
  ljust: method(
    "(width, fillchar=' ', /)",
    `Return a left-justified string of length width.

Padding is done using the specified fill character (default is
a space).`,
    (self, width, fill) => padded(self, width, fill, pad.ljust),
  ),
  lstrip: method(
    '(chars=None, /)',
    `Return a copy of the string with leading whitespace removed.

If chars is given and not None, remove characters in chars instead.`,
    (self, chars) => stripped('lstrip', self, chars, strips.lstrip),
  ),
  partition: method(
    '(sep, /)',
    `Partition the string into three parts using the given separator.

This will search for the separator in the string.  If the separator
is found, returns a 3-tuple containing the part before the
separator, the separator itself, and the part after it.

If the separator is not found, returns a 3-tuple containing
the original string and two empty strings.`,
    (self, separator) => partitioned(self, separator, splits.partition),
  ),
  replace: method(
    '(old: str, new: str, /, count=-1)',
    `Return a copy with all occurrences of substring old replaced by new.

  count
    Maximum number of occurrences to replace.
    -1 (the default value) means replace all occurrences.

If the optional argument count is given, only the first count occurrences are
replaced.`,
    (self, old, by, count) => {
      const text = textOf(self);
      const limit = asSize(count);
      return resultOf(self, replace(text, contentsOf(old), contentsOf(by), limit));
    },
  ),
  rjust: method(
    "(width, fillchar=' ', /)",
    `Return a right-justified string of length width.

Padding is done using the specified fill character (default is
a space).`,
    (self, width, fill) => padded(self, width, fill, pad.rjust),
  ),
  rpartition: method(
    '(sep, /)',
    `Partition the string into three parts using the given separator.

This will search for the separator in the string, starting at the
end.  If the separator is found, returns a 3-tuple containing the
part before the separator, the separator itself, and the part after
it.

If the separator is not found, returns a 3-tuple containing two
empty strings and the original string.`,
    (self, separator) => partitioned(self, separator, splits.rpartition),
  ),
  rsplit: method(
    '(sep=None, maxsplit=-1)',
    `Return a list of the substrings in the string, using sep as the separator string.

  sep
    The separator used to split the string.

    When set to None (the default value), will split on any
    whitespace character (including \\n \\r \\t \\f and spaces) and
    will discard empty strings from the result.
  maxsplit
    Maximum number of splits.
    -1 (the default value) means no limit.

Splitting starts at the end of the string and works to the front.`,
    (self, separator, max) => splitBy(self, separator, max, splits.rsplit, splits.rsplitWhitespace),
  ),
  rstrip: method(
    '(chars=None, /)',
    `Return a copy of the string with trailing whitespace removed.

If chars is given and not None, remove characters in chars instead.`,
    (self, chars) => stripped('rstrip', self, chars, strips.rstrip),
  ),
  split: method(
    '(sep=None, maxsplit=-1)',
    `Return a list of the substrings in the string, using sep as the separator string.

  sep
    The separator used to split the string.

    When set to None (the default value), will split on any
    whitespace character (including \\n \\r \\t \\f and spaces) and
    will discard empty strings from the result.
  maxsplit
    Maximum number of splits.
    -1 (the default value) means no limit.

Splitting starts at the front of the string and works to the end.

Note, str.split() is mainly useful for data that has been
intentionally delimited.  With natural text that includes
punctuation, consider using the regular expression module.`,
    (self, separator, max) => splitBy(self, separator, max, splits.split, splits.splitWhitespace),
  ),
  splitlines: method(
    '(keepends: bool = False)',
    `Return a list of the lines in the string, breaking at line boundaries.

Line breaks are not included in the resulting list unless keepends
is given and true.`,
    (self, keepEnds) => listOf(splits.splitLines(textOf(self), keepEnds)),
  ),
  strip: method(
    '(chars=None, /)',
    `Return a copy of the string with leading and trailing whitespace removed.

If chars is given and not None, remove characters in chars instead.`,
    (self, chars) => stripped('strip', self, chars, strips.strip),
  ),
  zfill: method(
    '(width, /)',
    `Pad a numeric string with zeros on the left, to fill a field of the given width.

The string is never truncated.`,
    (self, width) => {
      const size = asSize(width);
      const text = textOf(self);
      if (size <= text.length) return resultOf(self, text);
      if (size > MAX_TEXT) throw memoryError('');
      return strOf(pad.zfill(text, size));
    },
  ),
} satisfies Record<string, Method<StrBase>>;
