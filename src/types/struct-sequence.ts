import { tupleType } from '../objects/builtin-types.ts';
import { PyDict } from '../objects/dict.ts';
import { smallInt } from '../objects/int.ts';
import type { Value } from '../objects/object.ts';
import { str, utf16 } from '../objects/str.ts';
import { tuple, PyTuple } from '../objects/tuple.ts';
import type { PyType } from '../objects/type.ts';
import { constructor, defineType, method, variadicMethod } from '../runtime/declare.ts';
import { dictItems, dictOf, findStr } from '../runtime/dict.ts';
import { typeError } from '../runtime/errors.ts';
import { listItems } from '../runtime/iterate.ts';
import { repr } from '../runtime/text.ts';

/** A tuple whose items have names, and that may have more attributes than items. CPython: Objects/structseq.c */
export class PyStructSequence extends PyTuple {
  /** The fields past the visible ones. */
  declare readonly hidden: readonly Value[];
  constructor(items: readonly Value[], hidden: readonly Value[] = []) {
    super(items);
    this.hidden = hidden;
  }
}

export interface StructSequenceSpec {
  readonly name: string;
  readonly module: string;
  readonly doc: string;
  /** Name and doc of each field; no name: reachable by index only. */
  readonly fields: readonly (readonly [name: string | null, doc: string | null])[];
  /** How many fields are items; all by default. */
  readonly visible?: number;
  /** Calling the class is refused, as for `sys.flags`. */
  readonly sealed?: boolean;
  /** Fills in fields that a caller of the class left out. */
  readonly complete?: (values: Value[]) => void;
}

export interface StructSequenceType {
  readonly type: PyType;
  make(values: readonly Value[]): PyStructSequence;
}

export function defineStructSequence(spec: StructSequenceSpec): StructSequenceType {
  const { fields, visible = fields.length } = spec;
  const title = `${spec.module}.${spec.name}`;
  class Shape extends PyStructSequence {}
  const names = fields.map(([name]) => name);
  const named = names.filter(name => name !== null);
  const at = (self: PyStructSequence, i: number): Value =>
    (i < visible ? self.items[i] : self.hidden[i - visible]) ?? null;
  const members: Record<string, { doc?: string; get: (self: Shape) => Value }> = {};
  fields.forEach(([name, doc], i) => {
    if (name === null) return;
    const get = (self: Shape) => at(self, i);
    members[name] = doc === null ? { get } : { doc, get };
  });
  const make = (type: PyType, values: readonly Value[]) => {
    const alloc = type.alloc as unknown as new (...args: Value[][]) => PyStructSequence;
    return new alloc(values.slice(0, visible), values.slice(visible));
  };
  const visibleNames = names.slice(0, visible).filter(name => name !== null);
  const type = defineType(Shape, {
    name: spec.name,
    module: spec.module,
    doc: spec.doc,
    base: tupleType,
    flags: ['sequence'],
    ...(spec.sealed
      ? {}
      : {
          new: constructor('(sequence, dict=<unrepresentable>)', (cls, sequence, dict) => {
            const values = fromSequence(title, names, visible, sequence, dict);
            spec.complete?.(values);
            return make(cls, values);
          }),
        }),
    constants: {
      n_sequence_fields: smallInt(visible),
      n_fields: smallInt(fields.length),
      n_unnamed_fields: smallInt(names.length - named.length),
      __match_args__: tuple(visibleNames),
    },
    members,
    slots: {
      __repr__: self => {
        // Where a field has no name, CPython shows the name of the next that has one.
        const shown = self.items.map((item, i) => `${named[i] ?? ''}=${utf16(repr(item))}`);
        return str(`${title}(${shown.join(', ')})`);
      },
    },
    methods: {
      __reduce__: method('()', '', self => {
        const rest = names.slice(visible).flatMap((name, i): [string, Value][] => {
          const value = at(self, visible + i);
          return name === null ? [] : [[name, value]];
        });
        return tuple([self.type, tuple([tuple(self.items), dictOf(rest)])]);
      }),
      __replace__: variadicMethod(
        'Return a copy of the structure with new values for the specified fields.',
        (self, args, given) => {
          const changes = given ?? [];
          if (args.length > changes.length) {
            throw typeError('__replace__() takes no positional arguments');
          }
          if (names.includes(null)) {
            throw typeError(
              `__replace__() is not supported for ${title} because it has unnamed field(s)`,
            );
          }
          const values = names.map((name, i) => {
            const position = changes.indexOf(name!);
            return position < 0 ? at(self, i) : args[position]!;
          });
          const unknown = changes.filter(name => !names.includes(name));
          if (unknown.length > 0) {
            const list = utf16(repr(tuple(unknown.map(str)))).replace(/^\((.*?),?\)$/s, '[$1]');
            throw typeError(`Got unexpected field name(s): ${list}`);
          }
          return make(self.type, values);
        },
        '($self, /, **changes)',
      ),
    },
  });
  return { type, make: values => make(type, values) };
}

/** The values of all fields from an iterable of the visible ones, perhaps of more, and a dict of the rest. */
function fromSequence(
  title: string,
  names: readonly (string | null)[],
  visible: number,
  sequence: Value,
  dict: Value | undefined,
): Value[] {
  if (dict !== undefined && !(dict instanceof PyDict)) {
    throw typeError(`${title}() takes a dict as second arg, if any`);
  }
  let given: Value[];
  try {
    given = listItems(sequence);
  } catch {
    throw typeError('constructor requires a sequence');
  }
  const wrong = (how: string, count: number) =>
    typeError(`${title}() takes ${how} ${count}-sequence (${given.length}-sequence given)`);
  if (visible === names.length) {
    if (given.length !== visible) throw wrong('a', visible);
  } else if (given.length < visible) throw wrong('an at least', visible);
  else if (given.length > names.length) throw wrong('an at most', names.length);
  let used = 0;
  const values = names.map((name, i) => {
    if (i < given.length) return given[i]!;
    const value = dict === undefined || name === null ? undefined : findStr(dict, name);
    if (value !== undefined) used++;
    return value ?? null;
  });
  if (dict !== undefined && used < dictItems(dict).length) {
    throw typeError(`${title}() got duplicate or unexpected field name(s)`);
  }
  return values;
}
