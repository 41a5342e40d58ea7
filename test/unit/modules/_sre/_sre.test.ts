// The types come first: modules build on them.
import '../../../../src/types/object.ts';
import '../../../../src/types/type.ts';
import '../../../../src/types/descriptor.ts';
import '../../../../src/types/function.ts';
import { beforeAll, expect, test } from 'vitest';
import sre from '../../../../src/modules/_sre/_sre.ts';
import { PyTemplate } from '../../../../src/modules/_sre/objects.ts';
import { PyByteArray, PyBytes } from '../../../../src/objects/bytes.ts';
import { PyDict } from '../../../../src/objects/dict.ts';
import { PyBaseException } from '../../../../src/objects/exception.ts';
import { int, smallInt } from '../../../../src/objects/int.ts';
import { PyList } from '../../../../src/objects/list.ts';
import type { Value } from '../../../../src/objects/object.ts';
import { AstralString, str } from '../../../../src/objects/str.ts';
import { PyTuple, tuple } from '../../../../src/objects/tuple.ts';
import { getAttr } from '../../../../src/runtime/attributes.ts';
import { call, callMethod } from '../../../../src/runtime/call.ts';
import { instantiate, newModule } from '../../../../src/runtime/declare-module.ts';
import { dictOf, findStr } from '../../../../src/runtime/dict.ts';
import { listItems } from '../../../../src/runtime/iterate.ts';
import { Interpreter, switchThread, thread, ThreadState } from '../../../../src/runtime/state.ts';
import { recorded } from '../../algorithms/sre/recorded.ts';

beforeAll(() => {
  switchThread(new ThreadState(new Interpreter()));
});

const ints = (values: readonly number[]): PyList => new PyList(values.map(value => int(value)));
const bytes = (text: string): PyBytes => new PyBytes(Uint8Array.from(text, c => c.charCodeAt(0)));

/** Calls a function of the module. */
function sreCall(name: string, ...args: Value[]): Value {
  const { dict } = instantiate(sre, thread.interpreter, newModule(null));
  return call(findStr(dict, name)!, ...args);
}

/** A pattern of facts/sre.json, as `re.compile` makes it. */
function compiled(source: string, names: Readonly<Record<string, number>> = {}): Value {
  const { code, flags, groups } = recorded.find(each => each.pattern === source)!;
  const index: (string | null)[] = new Array<string | null>(groups + 1).fill(null);
  for (const [name, group] of Object.entries(names)) index[group] = name;
  const isText = (flags & (32 | 256)) !== 0;
  return sreCall(
    'compile',
    isText ? str(source) : bytes(source),
    smallInt(flags),
    ints(code),
    smallInt(groups),
    dictOf(Object.entries(names).map(([name, group]) => [name, smallInt(group)])),
    tuple(index),
  );
}

/** A value as JavaScript shows it best: tuples as arrays, bytes as text. */
function plain(v: Value): unknown {
  if (v instanceof PyTuple || v instanceof PyList) return v.items.map(plain);
  if (v instanceof PyBytes) return `b'${String.fromCharCode(...v.data)}'`;
  return v instanceof AstralString ? String.fromCodePoint(...v.points) : v;
}

function failure(action: () => Value): string {
  try {
    return `no exception but ${String(plain(action()))}`;
  } catch (error) {
    if (!(error instanceof PyBaseException)) throw error;
    return `${error.type.name}: ${String(error.args.items[0])}`;
  }
}

test('matches give groups, spans and what closed last', () => {
  const pattern = compiled('(a|ab)(c|bcd)(d*)', { first: 1 });
  const match = callMethod(pattern, 'search', '-abcd', smallInt(1));
  expect(plain(callMethod(match, 'group'))).toBe('abcd');
  expect(plain(callMethod(match, 'group', smallInt(2), 'first'))).toEqual(['bcd', 'a']);
  expect(plain(callMethod(match, 'groups'))).toEqual(['a', 'bcd', '']);
  expect(plain(callMethod(match, 'span', 'first'))).toEqual([1, 2]);
  expect(plain(callMethod(match, 'start', smallInt(3)))).toBe(5);
  expect(plain(getAttr(match, 'regs'))).toEqual([
    [1, 5],
    [1, 2],
    [2, 5],
    [5, 5],
  ]);
  expect([getAttr(match, 'lastindex'), getAttr(match, 'lastgroup')]).toEqual([3, null]);
  expect([getAttr(match, 'pos'), getAttr(match, 'endpos')]).toEqual([1, 5]);
  expect(failure(() => callMethod(match, 'group', 'second'))).toBe('IndexError: no such group');
  expect(failure(() => callMethod(match, 'end', smallInt(4)))).toBe('IndexError: no such group');
});

test('a group that took no part is the default', () => {
  const match = callMethod(compiled('(a)?(?(1)b|c)'), 'match', 'c');
  expect(plain(callMethod(match, 'groups'))).toEqual([null]);
  expect(plain(callMethod(match, 'groups', 'x'))).toEqual(['x']);
  expect(plain(callMethod(match, 'span', smallInt(1)))).toEqual([-1, -1]);
});

test('findall, split, sub and iteration', () => {
  const pattern = compiled('[a-f0-9]{2,4}');
  expect(plain(callMethod(pattern, 'findall', 'deadbeef-12'))).toEqual(['dead', 'beef', '12']);
  expect(plain(callMethod(pattern, 'split', 'x deadbeef'))).toEqual(['x ', '', '']);
  expect(plain(callMethod(pattern, 'sub', '$&', 'dead-1'))).toBe('$&-1');
  expect(plain(callMethod(pattern, 'subn', '', 'dead-beef', smallInt(1)))).toEqual(['-beef', 1]);
  const found = listItems(callMethod(pattern, 'finditer', 'dead beef'));
  expect(found.map(match => plain(callMethod(match, 'span')))).toEqual([
    [0, 4],
    [5, 9],
  ]);
});

test('a template is literals and groups in turn', () => {
  const pattern = compiled('(a|ab)(c|bcd)(d*)');
  const make = (...chunks: Value[]): Value => sreCall('template', pattern, new PyList(chunks));
  expect(make('<', smallInt(2), '|', smallInt(3), '')).toBeInstanceOf(PyTemplate);
  expect(failure(() => make('a', smallInt(1)))).toBe('TypeError: invalid template');
  expect(failure(() => make('a', 'b', 'c'))).toBe('TypeError: an integer is required');
});

test('texts past the plane', () => {
  const emoji = compiled('[\u{1f600}-\u{1f610}a]+');
  const match = callMethod(emoji, 'search', str('x\u{1f601}a'));
  expect(plain(callMethod(match, 'span'))).toEqual([1, 3]);
  expect(plain(callMethod(match, 'group'))).toBe('\u{1f601}a');
  expect(plain(callMethod(emoji, 'sub', 'b', str('\u{1f601}x\u{1f601}')))).toBe('bxb');
});

test('the kinds of text must agree', () => {
  const pattern = compiled('abc');
  expect(failure(() => callMethod(pattern, 'match', bytes('abc')))).toBe(
    'TypeError: cannot use a string pattern on a bytes-like object',
  );
  expect(failure(() => callMethod(pattern, 'match', smallInt(5)))).toBe(
    "TypeError: expected string or bytes-like object, got 'int'",
  );
  expect(failure(() => callMethod(compiled('[a-c]\u00e9'), 'match', 'a'))).toBe(
    'TypeError: cannot use a bytes pattern on a string-like object',
  );
});

test('a match of a bytearray shows what the bytearray holds now', () => {
  const string = new PyByteArray(Uint8Array.from([97, 0xe9, 97]));
  const match = callMethod(compiled('[a-c]\u00e9'), 'match', string);
  expect(plain(callMethod(match, 'group'))).toBe("b'a\u00e9'");
  string.data = string.data.slice(0, 1);
  expect(plain(callMethod(match, 'group'))).toBe("b'a'");
});

test('code is checked', () => {
  const compile = (code: Value): string =>
    failure(() => sreCall('compile', 'a', smallInt(0), code, smallInt(0), new PyDict(), tuple([])));
  expect(compile(ints([0]))).toBe('RuntimeError: invalid SRE code');
  expect(compile(ints([2 ** 33, 1]))).toBe(
    'OverflowError: regular expression code size limit exceeded',
  );
  expect(compile(tuple([]))).toBe("TypeError: compile() argument 'code' must be list, not tuple");
});

test('patterns are equal when flags, source and code are', () => {
  const same = (a: Value, b: Value): Value => callMethod(a, '__eq__', b);
  expect(same(compiled('abc'), compiled('abc'))).toBe(true);
  expect(same(compiled('abc'), compiled('aab'))).toBe(false);
});
