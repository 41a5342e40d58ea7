import { PyObject, type Value } from '../../objects/object.ts';
import { int, smallInt } from '../../objects/int.ts';
import { delAttr, findAttr, getAttr, setAttr } from '../../runtime/attributes.ts';
import { isCallable } from '../../runtime/call.ts';
import { fn, variadicFn } from '../../runtime/declare-module.ts';
import { typeError } from '../../runtime/errors.ts';
import { hash, identity } from '../../runtime/hash.ts';
import { isInstance, isSubclass } from '../../runtime/instance.ts';
import { length } from '../../runtime/truth.ts';
import { asciiRepr, format, repr } from '../../runtime/text.ts';
import { attributeName } from '../../types/object.ts';

/** Builtin functions on objects and their attributes. CPython: Python/bltinmodule.c */

/** The name that `getattr` and its kin take. */
function nameOf(name: Value): string {
  return attributeName(name);
}

/** A JavaScript number for `id` of what is no JavaScript object: equal values share it. */
const primitiveIds = new Map<unknown, number>();
export function idOf(v: Value): number {
  if (v instanceof PyObject) return identity(v);
  let id = primitiveIds.get(v);
  if (id === undefined) {
    id = 0x7e0000000000 + primitiveIds.size * 32;
    if (primitiveIds.size < 100_000) primitiveIds.set(v, id);
  }
  return id;
}

export const objectFunctions = {
  callable: fn(
    '(obj, /)',
    `Return whether the object is callable (i.e., some kind of function).

Note that classes are callable, as are instances of classes with a
__call__() method.`,
    obj => isCallable(obj),
  ),
  delattr: fn(
    '(obj, name, /)',
    `Deletes the named attribute from the given object.

delattr(x, 'y') is equivalent to \`\`del x.y\`\``,
    (obj, name) => {
      delAttr(obj, nameOf(name));
      return null;
    },
  ),
  getattr: variadicFn(
    `getattr(object, name[, default]) -> value

Get a named attribute from an object.

getattr(x, 'y') is equivalent to x.y.
When a default argument is given, it is returned when the attribute
doesn't exist; without it, an exception is raised in that case.`,
    (args, names) => {
      if (names !== null && names.length > 0)
        throw typeError('getattr() takes no keyword arguments');
      if (args.length < 2)
        throw typeError(`getattr expected at least 2 arguments, got ${args.length}`);
      if (args.length > 3)
        throw typeError(`getattr expected at most 3 arguments, got ${args.length}`);
      const [obj, name, otherwise] = args as [Value, Value, Value | undefined];
      if (otherwise === undefined) return getAttr(obj, nameOf(name));
      const found = findAttr(obj, nameOf(name));
      return found === undefined ? otherwise : found;
    },
  ),
  hasattr: fn(
    '(obj, name, /)',
    `Return whether the object has an attribute with the given name.

This is done by calling getattr(obj, name) and catching AttributeError.`,
    (obj, name) => findAttr(obj, nameOf(name)) !== undefined,
  ),
  setattr: fn(
    '(obj, name, value, /)',
    `Sets the named attribute on the given object to the specified value.

setattr(x, 'y', v) is equivalent to \`\`x.y = v\`\``,
    (obj, name, value) => {
      setAttr(obj, nameOf(name), value);
      return null;
    },
  ),
  hash: fn(
    '(obj, /)',
    `Return the integer hash value for the given object.

Two objects that compare equal must also have the same hash value, but
the reverse is not necessarily true.  Hash values may differ between
Python processes.  Not all objects are hashable; calling hash() on an
unhashable object raises TypeError.`,
    obj => hash(obj),
  ),
  id: fn(
    '(obj, /)',
    `Return the identity of an object.

This is guaranteed to be unique among simultaneously existing objects.
(CPython uses the object's memory address.)`,
    obj => int(idOf(obj)),
  ),
  isinstance: fn(
    '(obj, class_or_tuple, /)',
    `Return whether an object is an instance of a class or of a subclass thereof.

A tuple, as in \`\`isinstance(x, (A, B, ...))\`\`, may be given as the
target to check against.  This is equivalent to \`\`isinstance(x, A) or
isinstance(x, B) or ...\`\` etc.`,
    (obj, cls) => isInstance(obj, cls),
  ),
  issubclass: fn(
    '(cls, class_or_tuple, /)',
    `Return whether 'cls' is derived from another class or is the same class.

A tuple, as in \`\`issubclass(x, (A, B, ...))\`\`, may be given as the
target to check against.  This is equivalent to \`\`issubclass(x, A) or
issubclass(x, B) or ...\`\`.`,
    (cls, base) => isSubclass(cls, base),
  ),
  len: fn('(obj, /)', `Return the number of items in a container.`, obj => smallInt(length(obj))),
  repr: fn(
    '(obj, /)',
    `Return the canonical string representation of the object.

For many object types, including most builtins, eval(repr(obj)) == obj.`,
    obj => repr(obj),
  ),
  ascii: fn(
    '(obj, /)',
    `Return an ASCII-only representation of an object.

As repr(), return a string containing a printable representation of an
object, but escape the non-ASCII characters in the string returned by
repr() using \\\\x, \\\\u or \\\\U escapes. This generates a string similar
to that returned by repr() in Python 2.`,
    obj => asciiRepr(obj),
  ),
  format: fn(
    "(value, format_spec: str = '', /)",
    `Return type(value).__format__(value, format_spec)

Many built-in types implement format_spec according to the
Format Specification Mini-language. See help('FORMATTING').

If type(value) does not supply a method named __format__
and format_spec is empty, then str(value) is returned.
See also help('SPECIALMETHODS').`,
    (value, spec) => format(value, spec),
  ),
};
