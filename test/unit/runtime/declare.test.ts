import { expect, test } from 'vitest';
import { PyObject, type Value } from '../../../src/objects/object.ts';
import { smallInt } from '../../../src/objects/int.ts';
import { getAttr } from '../../../src/runtime/attributes.ts';
import { callArgs, callMethod } from '../../../src/runtime/call.ts';
import { constructor, defineType, method } from '../../../src/runtime/declare.ts';
import { Interpreter, switchThread, ThreadState } from '../../../src/runtime/state.ts';
import '../../../src/types/object.ts';
import '../../../src/types/type.ts';
import '../../../src/types/descriptor.ts';
import '../../../src/types/function.ts';

class Point extends PyObject {
  declare readonly x: Value;
  constructor(x: Value) {
    super();
    this.x = x;
  }
}
const pointType = defineType(Point, {
  name: 'Point',
  doc: null,
  new: constructor('(x=3, /)', (_type, x) => new Point(x)),
  members: { x: self => self.x },
  methods: { plus: method('(n: index = 1, /)', '', (self, n) => smallInt((self.x as number) + n)) },
});

test('a declared type makes instances, binds attributes and converts arguments', () => {
  switchThread(new ThreadState(new Interpreter()));
  const p = callArgs(pointType, [], null);
  expect(getAttr(p, 'x')).toBe(3);
  expect(callMethod(p, 'plus', smallInt(2))).toBe(5);
  expect(callMethod(p, 'plus')).toBe(4);
});
