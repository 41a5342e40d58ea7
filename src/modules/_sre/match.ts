import { PyDict } from '../../objects/dict.ts';
import { smallInt } from '../../objects/int.ts';
import type { Value } from '../../objects/object.ts';
import { str } from '../../objects/str.ts';
import { tuple } from '../../objects/tuple.ts';
import { asInt } from '../../runtime/convert.ts';
import { classMethod, defineType, method, variadicMethod } from '../../runtime/declare.ts';
import { dictEntries, getItem, setItem } from '../../runtime/dict.ts';
import { indexError, typeError } from '../../runtime/errors.ts';
import { intValue } from '../../runtime/numbers.ts';
import { PyGenericAlias } from '../../runtime/union.ts';
import { PyMatch } from './objects.ts';
import { cutRepr, groupValue, slice } from './subject.ts';
import { compileTemplate, expand } from './template.ts';

/** `re.Match`; CPython's Modules/_sre/sre.c, `MatchObject`. */
export const matchType = defineType(PyMatch, {
  name: 'Match',
  module: 're',
  doc: `The result of re.match() and re.search().
Match objects always have a boolean value of True.`,

  members: {
    string: {
      doc: 'The string passed to match() or search().',
      get: self => self.string,
    },
    re: {
      doc: 'The regular expression object.',
      get: self => self.pattern,
    },
    pos: {
      doc: 'The index into the string at which the RE engine started looking for a match.',
      get: self => smallInt(self.pos),
    },
    endpos: {
      doc: 'The index into the string beyond which the RE engine will not go.',
      get: self => smallInt(self.endpos),
    },
  },

  attributes: {
    lastindex: {
      doc: 'The integer index of the last matched capturing group.',
      get: self => (self.match.lastindex < 0 ? null : smallInt(self.match.lastindex)),
    },
    lastgroup: {
      doc: 'The name of the last matched capturing group.',
      get: self => self.pattern.indexgroup?.items[self.match.lastindex] ?? null,
    },
    regs: {
      get: self =>
        tuple(Array.from({ length: groupCount(self) }, (_, group) => spanOf(self, group))),
    },
  },

  slots: {
    __repr__: self => {
      const { start, end } = self.match;
      const text = cutRepr(slice(self.string, start, end), 50);
      return str(`<re.Match object; span=(${start}, ${end}), match=${text}>`);
    },
    __getitem__: (self, key) => groupValue(self, groupNumber(self, key), null),
  },

  methods: {
    group: variadicMethod(
      `group([group1, ...]) -> str or tuple.
    Return subgroup(s) of the match by indices or names.
    For 0 returns the entire match.`,
      (self: PyMatch, args, names) => {
        if (names !== null && names.length > 0)
          throw typeError('Match.group() takes no keyword arguments');
        if (args.length === 0) return groupValue(self, 0, null);
        if (args.length === 1) return groupValue(self, groupNumber(self, args[0]!), null);
        return tuple(args.map(key => groupValue(self, groupNumber(self, key), null)));
      },
    ),

    start: method(
      '(group=0, /)',
      'Return index of the start of the substring matched by group.',
      (self, group) => smallInt(self.match.groupStart(groupNumber(self, group))),
    ),

    end: method(
      '(group=0, /)',
      'Return index of the end of the substring matched by group.',
      (self, group) => smallInt(self.match.groupEnd(groupNumber(self, group))),
    ),

    span: method(
      '(group=0, /)',
      'For match object m, return the 2-tuple (m.start(group), m.end(group)).',
      (self, group) => spanOf(self, groupNumber(self, group)),
    ),

    groups: method(
      '(default=None)',
      `Return a tuple containing all the subgroups of the match, from 1.

  default
    Is used for groups that did not participate in the match.`,
      (self, missing) => {
        const items: Value[] = [];
        for (let group = 1; group < groupCount(self); group++)
          items.push(groupValue(self, group, missing));
        return tuple(items);
      },
    ),

    groupdict: method(
      '(default=None)',
      `Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name.

  default
    Is used for groups that did not participate in the match.`,
      (self, missing) => {
        const result = new PyDict();
        const { groupindex } = self.pattern;
        if (groupindex === null) return result;
        for (const [name] of dictEntries(groupindex))
          setItem(result, name, groupValue(self, groupNumber(self, name), missing));
        return result;
      },
    ),

    expand: method(
      '(template)',
      'Return the string obtained by doing backslash substitution on the string template, as done by the sub() method.',
      (self, template) => expand(compileTemplate(self.pattern, template), self),
    ),

    __copy__: method('()', null, self => self),
    __deepcopy__: method('(memo, /)', null, self => self),
  },

  classMethods: {
    __class_getitem__: classMethod(
      '(object, /)',
      'Matches are generic over the type of string which was matched (str or bytes)',
      (type, item) => new PyGenericAlias(type, tuple([item])),
    ),
  },
});

/** The groups with the whole match, group 0. */
const groupCount = (self: PyMatch): number => self.pattern.compiled.groups + 1;

const spanOf = ({ match }: PyMatch, group: number): Value =>
  tuple([smallInt(match.groupStart(group)), smallInt(match.groupEnd(group))]);

/** The group that a number or a name stands for. IndexError where there is none. */
function groupNumber(self: PyMatch, key: Value): number {
  const group = Number.isInteger(key) ? (key as number) : namedGroup(self, key);
  if (group < 0 || group >= groupCount(self)) throw indexError('no such group');
  return group;
}

function namedGroup(self: PyMatch, key: Value): number {
  if (typeof key === 'string' && self.pattern.groupindex === null) return -1;
  const isIndex =
    intValue(key) !== undefined || (typeof key === 'object' && key?.__index__$0 !== undefined);
  const { groupindex } = self.pattern;
  const found = isIndex ? asInt(key) : groupindex && getItem(groupindex, key);
  const number = found === null || found === undefined ? undefined : intValue(found);
  return typeof number === 'number' ? number : -1;
}
