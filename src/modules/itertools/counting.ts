import { isSmallInt, smallInt, type PyInt } from '../../objects/int.ts';
import { PyIterator } from '../../objects/iterator.ts';
import { PyComplex } from '../../objects/complex.ts';
import { PyObject, type Value } from '../../objects/object.ts';
import { str } from '../../objects/str.ts';
import type { PyType } from '../../objects/type.ts';
import { add } from '../../runtime/arithmetic.ts';
import { constructor, defineType, method, variadic } from '../../runtime/declare.ts';
import { typeError } from '../../runtime/errors.ts';
import { floatOf, intValue } from '../../runtime/numbers.ts';
import { SignatureCallable } from '../../runtime/signature.ts';
import { reprText } from '../../runtime/text.ts';
import { docs } from './docs.gen.ts';

/** CPython: Modules/itertoolsmodule.c, countobject */
export class PyCount extends PyIterator {
  declare current: Value;
  declare readonly step: Value;
  constructor(start: Value, step: Value) {
    super();
    this.current = start;
    this.step = step;
  }
  override next(): Value {
    const { current, step } = this;
    if (typeof current === 'number' && typeof step === 'number') {
      const sum = current + step;
      if (isSmallInt(current) && isSmallInt(step) && Number.isSafeInteger(sum)) {
        this.current = smallInt(sum);
        return current;
      }
    }
    this.current = add(current, step);
    return current;
  }
}

function isNumber(v: Value): boolean {
  if (intValue(v) !== undefined || floatOf(v) !== undefined || v instanceof PyComplex) return true;
  if (!(v instanceof PyObject)) return false;
  return [v.__index__$0, v.__int__$0, v.__float__$0].some(entry => entry !== undefined);
}

type CountAlloc = new (start: Value, step: Value) => PyCount;

export const countType: PyType = defineType(PyCount, {
  name: 'count',
  module: 'itertools',
  doc: docs.count,
  flags: ['base'],
  new: constructor('(start=0, step=1)', (type, start, step) => {
    if (!isNumber(start) || !isNumber(step)) throw typeError('a number is required');
    const first = intValue(start);
    const Alloc = type.alloc as unknown as CountAlloc;
    // Counting by one from an int gives exact ints, whatever the start's class.
    if (typeof first === 'number' && intValue(step) === 1) return new Alloc(first, smallInt(1));
    return new Alloc(start, step);
  }),
  slots: {
    __repr__(self) {
      const isPlain = intValue(self.step) === (1 as PyInt);
      const step = isPlain ? '' : `, ${reprText(self.step)}`;
      return str(`${self.type.name}(${reprText(self.current)}${step})`);
    },
  },
});

/** CPython: Modules/itertoolsmodule.c, repeatobject */
export class PyRepeat extends PyIterator {
  declare readonly value: Value;
  /** -1 for without end. */
  declare left: number;
  constructor(value: Value, left: number) {
    super();
    this.value = value;
    this.left = left;
  }
  override next(): Value | undefined {
    if (this.left === 0) return undefined;
    if (this.left > 0) this.left--;
    return this.value;
  }
}

type RepeatAlloc = new (value: Value, left: number) => PyRepeat;
const newRepeat = new SignatureCallable(
  '(object, times: index = <unrepresentable>)',
  (type: PyType, value: Value, times: number | undefined) =>
    new (type.alloc as unknown as RepeatAlloc)(
      value,
      times === undefined ? -1 : Math.max(times, 0),
    ),
  '$type',
  'repeat',
);

export const repeatType: PyType = defineType(PyRepeat, {
  name: 'repeat',
  module: 'itertools',
  doc: docs.repeat,
  flags: ['base'],
  new: variadic((type, args, names) => newRepeat.call(type, args, names)),
  slots: {
    __repr__(self) {
      const times = self.left < 0 ? '' : `, ${self.left}`;
      return str(`${self.type.name}(${reprText(self.value)}${times})`);
    },
  },
  methods: {
    __length_hint__: method('()', docs['repeat.__length_hint__'], self => {
      if (self.left < 0) throw typeError('len() of unsized object');
      return smallInt(self.left);
    }),
  },
});
