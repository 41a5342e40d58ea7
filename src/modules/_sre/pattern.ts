import {
  FLAG_ASCII,
  FLAG_DEBUG,
  FLAG_DOTALL,
  FLAG_IGNORECASE,
  FLAG_LOCALE,
  FLAG_MULTILINE,
  FLAG_UNICODE,
  FLAG_VERBOSE,
} from '../../algorithms/sre/opcodes.ts';
import { findAll, replaceAll, split, substitute } from '../../algorithms/sre/scan.ts';
import type { Match, Text } from '../../algorithms/sre/pattern.ts';
import { NotImplemented, type Value } from '../../objects/object.ts';
import { PyDict, PyMappingProxy } from '../../objects/dict.ts';
import { int, smallInt } from '../../objects/int.ts';
import { PyList } from '../../objects/list.ts';
import { str } from '../../objects/str.ts';
import { tuple } from '../../objects/tuple.ts';
import { findBuffer } from '../../runtime/buffer.ts';
import { call, isCallable } from '../../runtime/call.ts';
import { equals } from '../../runtime/compare.ts';
import { strValue } from '../../runtime/convert.ts';
import { classMethod, defineType, method } from '../../runtime/declare.ts';
import { hash } from '../../runtime/hash.ts';
import { PyGenericAlias } from '../../runtime/union.ts';
import { PyMatch, PyPattern, type PyTemplate } from './objects.ts';
import { makeScanner, MatchIterator } from './scanner.ts';
import { cutRepr, partsOf, position, slice, subject } from './subject.ts';
import { compileTemplate, expand, joinBytes, joinStrs } from './template.ts';

/** `re.Pattern`; CPython's Modules/_sre/sre.c, `PatternObject`. */
export const patternType = defineType(PyPattern, {
  name: 'Pattern',
  module: 're',
  doc: 'Compiled regular expression object.',
  flags: ['weakref'],

  members: {
    pattern: {
      doc: 'The pattern string from which the RE object was compiled.',
      get: self => self.pattern,
    },
    flags: { doc: 'The regex matching flags.', get: self => smallInt(self.flags) },
    groups: {
      doc: 'The number of capturing groups in the pattern.',
      get: self => smallInt(self.compiled.groups),
    },
  },

  attributes: {
    groupindex: {
      doc: 'A dictionary mapping group names to group numbers.',
      get: self => (self.groupindex === null ? new PyDict() : new PyMappingProxy(self.groupindex)),
    },
  },

  slots: {
    __repr__: self => {
      const flags = flagNames(self);
      const pattern = cutRepr(self.pattern, 200);
      return str(`re.compile(${flags === '' ? pattern : `${pattern}, ${flags}`})`);
    },
    __hash__: self =>
      int(
        BigInt.asIntN(
          64,
          BigInt(hash(self.pattern)) ^ BigInt(self.flags) ^ BigInt(self.code.length),
        ),
      ),
    __eq__: (self, other) => (other instanceof PyPattern ? isSame(self, other) : NotImplemented),
    __lt__: () => NotImplemented,
    __le__: () => NotImplemented,
    __gt__: () => NotImplemented,
    __ge__: () => NotImplemented,
  },

  methods: {
    match: method(
      '(string, pos=0, endpos=sys.maxsize)',
      'Matches zero or more characters at the beginning of the string.',
      (self, string, pos, endpos) => {
        const text = subject(self, string);
        const from = position(pos, text.length);
        const to = position(endpos, text.length);
        const match = self.compiled.match(text, from, to, false);
        return match === null ? null : new PyMatch(match, self, string, from, to);
      },
    ),

    fullmatch: method(
      '(string, pos=0, endpos=sys.maxsize)',
      'Matches against all of the string.',
      (self, string, pos, endpos) => {
        const text = subject(self, string);
        const from = position(pos, text.length);
        const to = position(endpos, text.length);
        const match = self.compiled.fullmatch(text, from, to);
        return match === null ? null : new PyMatch(match, self, string, from, to);
      },
    ),

    search: method(
      '(string, pos=0, endpos=sys.maxsize)',
      `Scan through string looking for a match, and return a corresponding match object instance.

Return None if no position in the string matches.`,
      (self, string, pos, endpos) => {
        const text = subject(self, string);
        const from = position(pos, text.length);
        const to = position(endpos, text.length);
        const match = self.compiled.search(text, from, to, false);
        return match === null ? null : new PyMatch(match, self, string, from, to);
      },
    ),

    sub: method(
      '(repl, string, count: index = 0)',
      'Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by the replacement repl.',
      (self, repl, string, count) => {
        const replacement = replacementOf(self, repl);
        const text = subject(self, string);
        if (count === 0 && typeof text === 'string') {
          const chunks = nativeChunks(self, replacement);
          const result = chunks && replaceAll(self.compiled, text, chunks);
          if (result !== undefined) return result;
        }
        return replaced(self, replacement, string, text, count)[0];
      },
    ),

    subn: method(
      '(repl, string, count: index = 0)',
      'Return the tuple (new_string, number_of_subs_made) found by replacing the leftmost non-overlapping occurrences of pattern with the replacement repl.',
      (self, repl, string, count) => {
        const replacement = replacementOf(self, repl);
        return tuple(replaced(self, replacement, string, subject(self, string), count));
      },
    ),

    findall: method(
      '(string, pos=0, endpos=sys.maxsize)',
      'Return a list of all non-overlapping matches of pattern in string.',
      (self, string, pos, endpos) => {
        const text = subject(self, string);
        const from = position(pos, text.length);
        const to = position(endpos, text.length);
        return new PyList(
          findAll(self.compiled, text, from, to, partsOf(string, text), items => tuple(items)),
        );
      },
    ),

    split: method(
      '(string, maxsplit: index = 0)',
      'Split string by the occurrences of pattern.',
      (self, string, maxsplit) => {
        const text = subject(self, string);
        return new PyList(split(self.compiled, text, maxsplit, partsOf(string, text), null));
      },
    ),

    finditer: method(
      '(string, pos=0, endpos=sys.maxsize)',
      `Return an iterator over all non-overlapping matches for the RE pattern in string.

For each match, the iterator returns a match object.`,
      (self, string, pos, endpos) => new MatchIterator(makeScanner(self, string, pos, endpos)),
    ),

    scanner: method('(string, pos=0, endpos=sys.maxsize)', null, makeScanner),

    __copy__: method('()', null, self => self),
    __deepcopy__: method('(memo, /)', null, self => self),
  },

  classMethods: {
    __class_getitem__: classMethod(
      '(object, /)',
      'Patterns are generic over the type of string they handle (str or bytes)',
      (type, item) => new PyGenericAlias(type, tuple([item])),
    ),
  },
});

const flagsByName: readonly (readonly [string, number])[] = [
  ['re.IGNORECASE', FLAG_IGNORECASE],
  ['re.LOCALE', FLAG_LOCALE],
  ['re.MULTILINE', FLAG_MULTILINE],
  ['re.DOTALL', FLAG_DOTALL],
  ['re.UNICODE', FLAG_UNICODE],
  ['re.VERBOSE', FLAG_VERBOSE],
  ['re.DEBUG', FLAG_DEBUG],
  ['re.ASCII', FLAG_ASCII],
];

function flagNames(self: PyPattern): string {
  let flags = self.flags;
  const type = FLAG_LOCALE | FLAG_UNICODE | FLAG_ASCII;
  // What str patterns are by default is not shown.
  if (self.isBytes === false && (flags & type) === FLAG_UNICODE) flags &= ~FLAG_UNICODE;
  const names: string[] = [];
  for (const [name, bit] of flagsByName) {
    if (flags & bit) names.push(name);
    flags &= ~bit;
  }
  if (flags !== 0) names.push(`0x${(flags >>> 0).toString(16)}`);
  return names.join('|');
}

function isSame(a: PyPattern, b: PyPattern): boolean {
  if (a === b) return true;
  return (
    a.flags === b.flags &&
    a.isBytes === b.isBytes &&
    a.code.length === b.code.length &&
    a.code.every((word, i) => word === b.code[i]) &&
    equals(a.pattern, b.pattern)
  );
}

/** What matches are replaced by: a value as it is, a template, or what a function returns. */
type Replacement =
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'template'; readonly template: PyTemplate }
  | { readonly kind: 'function'; readonly f: Value };

function replacementOf(self: PyPattern, repl: Value): Replacement {
  if (isCallable(repl)) return { kind: 'function', f: repl };
  if (isLiteral(repl)) return { kind: 'literal', value: repl };
  const template = compileTemplate(self, repl);
  return template.items.length === 0
    ? { kind: 'literal', value: template.literal }
    : { kind: 'template', template };
}

/** Whether there is no backslash in it; for what is not text the compiler of templates will complain. */
function isLiteral(repl: Value): boolean {
  const text = strValue(repl);
  if (typeof text === 'string') return !text.includes('\\');
  if (text !== undefined) return !text.points.includes(92);
  const data = findBuffer(repl);
  return data !== undefined && !data.includes(92);
}

/** The replacement in strings and numbers, where it is made of them. */
function nativeChunks(self: PyPattern, replacement: Replacement): (string | number)[] | undefined {
  if (replacement.kind === 'function') return undefined;
  if (replacement.kind === 'literal')
    return typeof replacement.value === 'string' ? [replacement.value] : undefined;
  const { literal, items } = replacement.template;
  const chunks: (string | number)[] = [];
  if (typeof literal !== 'string') return undefined;
  chunks.push(literal);
  for (const item of items) {
    if (typeof item.literal !== 'string' || item.group > self.compiled.groups) return undefined;
    chunks.push(item.group, item.literal);
  }
  return chunks;
}

/** The text with `count` matches replaced (all for 0), and how many there were. */
function replaced(
  self: PyPattern,
  replacement: Replacement,
  string: Value,
  text: Text,
  count: number,
): [Value, Value] {
  const matchOf = (match: Match): PyMatch => new PyMatch(match, self, string, 0, text.length);
  const replace = (match: Match): Value | undefined => {
    switch (replacement.kind) {
      case 'literal':
        return replacement.value;
      case 'template':
        return expand(replacement.template, matchOf(match));
      case 'function':
        return call(replacement.f, matchOf(match)) ?? undefined;
    }
  };
  const result = substitute(self.compiled, text, count, partsOf(string, text), replace);
  const { items } = result;
  const joined = items.length === 0 ? slice(string, 0, 0) : join(text, items);
  return [joined, smallInt(result.count)];
}

const join = (text: Text, items: readonly Value[]): Value =>
  text instanceof Uint8Array ? joinBytes(items) : joinStrs(items);
