import { typeOf } from '../objects/builtin-types.ts';
import type { PyType } from '../objects/type.ts';
import { PyIterator } from '../objects/iterator.ts';
import type { Value } from '../objects/object.ts';
import { str, utf16 } from '../objects/str.ts';
import { PyInterpolation, PyTemplate } from '../objects/template.ts';
import { tuple } from '../objects/tuple.ts';
import { getAttr } from '../runtime/attributes.ts';
import { template } from '../runtime/compiled/typing.ts';
import { strValue } from '../runtime/convert.ts';
import { classMethod, constructor, defineType, method, variadic } from '../runtime/declare.ts';
import { typeError, valueError } from '../runtime/errors.ts';
import { importModule } from '../runtime/import-hook.ts';
import { reprText } from '../runtime/text.ts';
import { genericAlias } from '../runtime/union.ts';

/** Template strings (PEP 750). CPython: Objects/templateobject.c, Objects/interpolationobject.c */

function fromParts(args: readonly Value[]): PyTemplate {
  for (const part of args)
    if (!(part instanceof PyInterpolation) && strValue(part) === undefined)
      throw typeError(
        `Template.__new__ *args need to be of type 'str' or 'Interpolation', got ${typeOf(part).name}`,
      );
  return template(args.map(part => (part instanceof PyInterpolation ? part : strValue(part)!)));
}

/** The parts in order, with all strings. */
function partsOf({ strings, interpolations }: PyTemplate): Value[] {
  const parts: Value[] = [];
  strings.items.forEach((each, i) => {
    parts.push(each);
    const interpolation = interpolations.items[i];
    if (interpolation !== undefined) parts.push(interpolation);
  });
  return parts;
}

function concatenate(self: Value, other: Value): Value {
  if (self instanceof PyTemplate && other instanceof PyTemplate)
    return template([...partsOf(self), ...partsOf(other)]);
  throw typeError(
    `can only concatenate string.templatelib.Template (not "${typeOf(other).name}") to string.templatelib.Template`,
  );
}

export const templateType = defineType(PyTemplate, {
  name: 'Template',
  module: 'string.templatelib',
  doc: 'Template object',
  concatenates: true,
  new: variadic((_type, args, names) => {
    if (names !== null) throw typeError('Template.__new__ only accepts *args arguments');
    return fromParts(args);
  }),
  slots: {
    __repr__: self =>
      str(
        `Template(strings=${reprText(self.strings)}, interpolations=${reprText(self.interpolations)})`,
      ),
    __add__: concatenate,
    __iter__: self =>
      new TemplateIterator(
        partsOf(self).filter(part => part instanceof PyInterpolation || part !== ''),
      ),
  },
  members: {
    strings: { doc: 'Strings', get: self => self.strings },
    interpolations: { doc: 'Interpolations', get: self => self.interpolations },
  },
  attributes: {
    values: {
      doc: 'Values of interpolations',
      get: self => tuple(self.interpolations.items.map(each => (each as PyInterpolation).value)),
    },
  },
  methods: {
    __reduce__: method('()', null, self =>
      tuple([
        getAttr(importModule('string.templatelib'), '_template_unpickle'),
        tuple([self.strings, self.interpolations]),
      ]),
    ),
  },
  classMethods: {
    __class_getitem__: classMethod(
      '(object, /)',
      'Template supports [] for generic usage',
      genericAlias,
    ),
  },
});

export class TemplateIterator extends PyIterator {
  declare private readonly parts: readonly Value[];
  declare private index: number;
  constructor(parts: readonly Value[]) {
    super();
    this.parts = parts;
    this.index = 0;
  }
  override next(): Value | undefined {
    return this.parts[this.index++];
  }
}
export const templateIteratorType = defineType(TemplateIterator, {
  name: 'TemplateIter',
  module: 'string.templatelib',
  doc: 'Template iterator object',
});

const conversions: ReadonlySet<string> = new Set(['s', 'a', 'r']);

function conversionOf(v: Value): Value {
  if (v === null) return null;
  const text = strValue(v);
  if (text === undefined)
    throw typeError(`Interpolation() argument 'conversion' must be str, not ${typeOf(v).name}`);
  if (!conversions.has(utf16(text)))
    throw valueError("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'");
  return text;
}

export const interpolationType: PyType = defineType(PyInterpolation, {
  name: 'Interpolation',
  module: 'string.templatelib',
  doc: 'Interpolation object',
  new: constructor(
    "(value, expression: str = '', conversion=None, format_spec: str = '')",
    (_type, value, expression, conversion, formatSpec) =>
      new PyInterpolation(value, expression, conversionOf(conversion), formatSpec),
  ),
  constants: {
    __match_args__: tuple(['value', 'expression', 'conversion', 'format_spec']),
  },
  slots: {
    __repr__: self =>
      str(
        `Interpolation(${[self.value, self.expression, self.conversion, self.formatSpec].map(reprText).join(', ')})`,
      ),
  },
  members: {
    value: { doc: 'Value', get: self => self.value },
    expression: { doc: 'Expression', get: self => self.expression },
    conversion: { doc: 'Conversion', get: self => self.conversion },
    format_spec: { doc: 'Format specifier', get: self => self.formatSpec },
  },
  methods: {
    __reduce__: method('()', '__reduce__() -> (cls, state)', self =>
      tuple([
        interpolationType,
        tuple([self.value, self.expression, self.conversion, self.formatSpec]),
      ]),
    ),
  },
  classMethods: {
    __class_getitem__: classMethod(
      '(object, /)',
      'Interpolations are generic over the types of their values',
      genericAlias,
    ),
  },
});
