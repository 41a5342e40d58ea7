import type { BinaryName, CompareName, Expr, FunctionBody, Suspension, Test } from '../ir/ir.ts';

/** Prints IR expressions as JavaScript. The number encoding is known here and to objects/ alone. */

export interface Printer {
  /** Notes that the text calls a runtime function; gives its name in the text. */
  runtime(name: string): string;
  /** A scratch variable of the function being printed. */
  scratch(): string;
  readonly compact: boolean;
  /** A nested function. */
  functionText(body: FunctionBody): string;
}

const atom = /^[\w$.]+$|^"[^"\\]*"$/;
/** Text that can be repeated: a variable or a literal. */
const isAtom = (text: string): boolean => atom.test(text) && !text.includes('..');
const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text);

export function printExpr(p: Printer, e: Expr): string {
  switch (e.t) {
    case 'js':
      return e.text;
    case 'var':
      return e.name;
    case 'checked':
      return `(${e.name} !== undefined ? ${e.name} : ${raising(p, e.place, `${p.runtime(e.free ? 'unboundFree' : 'unbound')}(${JSON.stringify(e.python)})`)})`;
    case 'global':
      return printGlobal(p, e);
    case 'attr':
      return printAttr(p, e);
    case 'binary':
      return printBinary(p, e);
    case 'compare':
      return printCompare(p, e.op, e.a, e.b, e.place, false);
    case 'item':
      return raising(
        p,
        e.place,
        `${p.runtime('getItem')}(${printExpr(p, e.obj)}, ${printExpr(p, e.key)})`,
      );
    case 'helper':
      return printHelper(p, e.name, e.args, e.place);
    case 'array':
      return `[${e.items.map(item => printExpr(p, item)).join(', ')}]`;
    case 'cond':
      return `(${printTest(p, e.test)} ? ${printExpr(p, e.a)} : ${printExpr(p, e.b)})`;
    case 'bool':
      return printTest(p, e.test);
    case 'thunk':
      return `() => ${printExpr(p, e.value)}`;
    case 'function':
      return p.functionText(e.body);
  }
}

function printHelper(p: Printer, name: string, args: readonly Expr[], place: number): string {
  const printed = args.map(arg => printExpr(p, arg));
  const text =
    name === 'push'
      ? `${printed[0]}.push(${printed[1]})`
      : `${p.runtime(name)}(${printed.join(', ')})`;
  return place === 0 ? text : raising(p, place, text);
}

/** Text that may raise: the place is noted first. */
const raising = (_p: Printer, place: number, text: string): string =>
  place === 0 ? text : `($p = ${place}, ${text})`;

const property = (name: string): string =>
  /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name)
    ? `.$${name}`
    : `[${JSON.stringify(`$${name}`)}]`;

function printGlobal(p: Printer, e: Expr & { t: 'global' }): string {
  const t = p.scratch();
  return `((${t} = $G${property(e.name)}) !== undefined ? ${t} : ${raising(p, e.place, `${p.runtime('global')}($G, ${JSON.stringify(e.name)})`)})`;
}

/** A variable that holds the text's value; `setup` is the assignment to run before. */
function named(p: Printer, text: string): { name: string; setup: string } {
  if (isAtom(text)) return { name: text, setup: '' };
  const t = p.scratch();
  return { name: t, setup: `${t} = ${text}` };
}

const isSpecialName = (name: string): boolean => name.startsWith('__') && name.endsWith('__');

function printAttr(p: Printer, e: Expr & { t: 'attr' }): string {
  const obj = printExpr(p, e.obj);
  if (p.compact || isSpecialName(e.name) || isNumber(obj))
    return raising(p, e.place, `${p.runtime('getAttr')}(${obj}, ${JSON.stringify(e.name)})`);
  const { name, setup } = named(p, obj);
  const t = p.scratch();
  const slow = raising(p, e.place, `${p.runtime('getAttr')}(${name}, ${JSON.stringify(e.name)})`);
  const read = setup === '' ? name : `(${setup})`;
  return `((${t} = ${read}?.$${e.name}) !== undefined ? ${t} : ${slow})`;
}

const inPlaceNames: Readonly<Record<BinaryName, string>> = {
  add: 'iadd',
  sub: 'isub',
  mul: 'imul',
  matmul: 'imatmul',
  truediv: 'itruediv',
  floordiv: 'ifloordiv',
  mod: 'imod',
  power: 'ipower',
  lshift: 'ilshift',
  rshift: 'irshift',
  and: 'iand',
  or: 'ior',
  xor: 'ixor',
};

interface Operand {
  readonly text: string;
  /** Whether it is surely a number as JavaScript sees it. */
  readonly number: 'no' | 'int32' | 'float' | 'maybe';
}

function operandOf(p: Printer, e: Expr): Operand {
  const text = printExpr(p, e);
  if (e.t === 'js' && e.kind === 'int' && /^-?\d+$/.test(text))
    return { text, number: Number(text) === (Number(text) | 0) ? 'int32' : 'no' };
  if (e.t === 'js' && e.kind === 'float' && isNumber(text)) return { text, number: 'float' };
  return { text, number: e.t === 'js' && e.kind === 'str' ? 'no' : 'maybe' };
}

function printBinary(p: Printer, e: Expr & { t: 'binary' }): string {
  const helper = p.runtime(e.inPlace ? inPlaceNames[e.op] : e.op);
  const a = operandOf(p, e.a);
  const b = operandOf(p, e.b);
  const isInline =
    !p.compact &&
    a.number !== 'no' &&
    b.number !== 'no' &&
    !(a.number !== 'maybe' && b.number !== 'maybe');
  const shape = isInline ? inlineShapes[e.op] : undefined;
  if (shape === undefined) return raising(p, e.place, `${helper}(${a.text}, ${b.text})`);
  const x = named(p, a.text);
  const y = named(p, b.text);
  const setup = [x.setup, y.setup]
    .filter(each => each !== '')
    .map(each => `${each}, `)
    .join('');
  const slow = raising(p, e.place, `${helper}(${x.name}, ${y.name})`);
  return `(${setup}${shape(p, { text: x.name, number: a.number }, { text: y.name, number: b.number }, slow)})`;
}

type Shape = (p: Printer, a: Operand, b: Operand, slow: string) => string;

const isNumberTest = (operand: Operand): string | null =>
  operand.number === 'maybe' ? `typeof ${operand.text} === "number"` : null;
const both = (...tests: (string | null)[]): string =>
  tests.filter(test => test !== null).join(' && ');
const isInt32 = (operand: Operand): string | null =>
  operand.number === 'int32' ? null : `(${operand.text} | 0) === ${operand.text}`;
/** The test alone: `|` of a bigint and a number is a TypeError. */
const isInt32Number = (operand: Operand): string | null => {
  const test = isInt32(operand);
  return test === null ? null : `typeof ${operand.text} === "number" && ${test}`;
};

/** A float result, when it is not integral, needs no box; an integral one is right only for two small ints. */
const additive =
  (symbol: string): Shape =>
  (p, a, b, slow) => {
    const t = p.scratch();
    const ints = both(isInt32(a), isInt32(b));
    const test = both(
      isNumberTest(a),
      isNumberTest(b),
      `(${t} = ${a.text} ${symbol} ${signed(b.text)}, Math.floor(${t}) !== ${t} || ${ints.includes('&&') ? `(${ints})` : ints})`,
    );
    return `${test} ? ${t} : ${slow}`;
  };
const signed = (text: string): string => (text.startsWith('-') ? `(${text})` : text);

const multiply: Shape = (p, a, b, slow) => {
  const t = p.scratch();
  const ints = both(
    isInt32(a),
    isInt32(b),
    `(${t} += 0) <= 9007199254740991`,
    `${t} >= -9007199254740991`,
  );
  const test = both(
    isNumberTest(a),
    isNumberTest(b),
    `(${t} = ${signed(a.text)} * ${signed(b.text)}, Math.floor(${t}) !== ${t} || (${ints}))`,
  );
  return `${test} ? ${t} : ${slow}`;
};

const trueDivide: Shape = (p, a, b, slow) => {
  const t = p.scratch();
  const test = both(
    isNumberTest(a),
    isNumberTest(b),
    `(${t} = ${signed(a.text)} / ${signed(b.text)}, Math.floor(${t}) !== ${t})`,
    b.number === 'maybe' ? `${b.text} !== 0` : null,
  );
  return `${test} ? ${t} : ${slow}`;
};

const floorDivide: Shape = (_p, a, b, slow) => {
  if (b.number === 'float' || a.number === 'float') return slow;
  const test = both(
    isInt32Number(a),
    isInt32Number(b),
    b.number === 'int32' ? (Number(b.text) > 0 ? null : 'false') : `${b.text} > 0`,
  );
  return `${test === '' ? 'true' : test} ? Math.floor(${a.text} / ${signed(b.text)}) : ${slow}`;
};

const modulo: Shape = (p, a, b, slow) => {
  if (b.number === 'float' || a.number === 'float') return slow;
  const t = p.scratch();
  const test = both(
    isInt32Number(a),
    isInt32Number(b),
    b.number === 'int32' ? (Number(b.text) > 0 ? null : 'false') : `${b.text} > 0`,
  );
  return `${test === '' ? 'true' : test} ? ((${t} = ${signed(a.text)} % ${b.text}) < 0 ? ${t} + ${b.text} : ${t} + 0) : ${slow}`;
};

const bitwise =
  (symbol: string): Shape =>
  (_p, a, b, slow) => {
    if (b.number === 'float' || a.number === 'float') return slow;
    const test = both(isInt32Number(a), isInt32Number(b));
    return `${test === '' ? 'true' : test} ? ${a.text} ${symbol} ${signed(b.text)} : ${slow}`;
  };

const shiftRight: Shape = (_p, a, b, slow) => {
  if (b.number === 'float' || a.number === 'float') return slow;
  if (b.number === 'int32') {
    const n = Number(b.text);
    if (n < 0 || n > 31) return slow;
    return `${isInt32Number(a) ?? 'true'} ? ${a.text} >> ${n} : ${slow}`;
  }
  return `${both(isInt32Number(a), `${b.text} >= 0`, `${b.text} < 32`, isInt32Number(b))} ? ${a.text} >> ${b.text} : ${slow}`;
};

const inlineShapes: Readonly<Partial<Record<BinaryName, Shape>>> = {
  add: additive('+'),
  sub: additive('-'),
  mul: multiply,
  truediv: trueDivide,
  floordiv: floorDivide,
  mod: modulo,
  and: bitwise('&'),
  or: bitwise('|'),
  xor: bitwise('^'),
  rshift: shiftRight,
};

const symbols: Readonly<Record<CompareName, string>> = {
  lt: '<',
  le: '<=',
  eq: '===',
  ne: '!==',
  gt: '>',
  ge: '>=',
};

/** A comparison as a Python value, or as a JavaScript boolean for `isTest`. */
function printCompare(
  p: Printer,
  op: CompareName,
  a: Expr,
  b: Expr,
  place: number,
  isTest: boolean,
): string {
  const left = operandOf(p, a);
  const right = operandOf(p, b);
  const call = `${p.runtime(op)}(`;
  const slowOf = (x: string, y: string) => {
    const result = raising(p, place, `${call}${x}, ${y})`);
    return isTest ? `${p.runtime('isTrue')}(${result})` : result;
  };
  if (p.compact) return slowOf(left.text, right.text);
  const x = named(p, left.text);
  const y = named(p, right.text);
  const setup = [x.setup, y.setup]
    .filter(each => each !== '')
    .map(each => `${each}, `)
    .join('');
  const types = both(typeTest(a, x.name, left, b), typeTest(b, y.name, right, a));
  const slow = slowOf(x.name, y.name);
  if (types === '') return slow;
  return `(${setup}${types} ? ${x.name} ${symbols[op]} ${y.name} : ${slow})`;
}

/** Whether an operand is of the type for which JavaScript compares as Python does, given what the other one is. */
function typeTest(e: Expr, name: string, operand: Operand, other: Expr): string | null {
  if (operand.number === 'int32' || operand.number === 'float') return null;
  if (e.t === 'js' && e.kind === 'str') return null;
  const isText = other.t === 'js' && other.kind === 'str';
  return `typeof ${name} === "${isText ? 'string' : 'number'}"`;
}

export function printTest(p: Printer, test: Test): string {
  switch (test.t) {
    case 'jstest':
      return test.text;
    case 'truth':
      return printTruth(p, test);
    case 'same':
      return `${printExpr(p, test.a)} === ${printExpr(p, test.b)}`;
    case 'less':
      return printCompare(p, test.op, test.a, test.b, test.place, true);
    case 'predicate':
      return raising(
        p,
        test.place,
        `${p.runtime(test.name)}(${test.args.map(arg => printExpr(p, arg)).join(', ')})`,
      );
    case 'not':
      return printNot(p, test.test);
    case 'and':
      return `(${printTest(p, test.a)} && ${printTest(p, test.b)})`;
    case 'or':
      return `(${printTest(p, test.a)} || ${printTest(p, test.b)})`;
  }
}

function printNot(p: Printer, test: Test): string {
  if (test.t === 'same') return `${printExpr(p, test.a)} !== ${printExpr(p, test.b)}`;
  if (test.t === 'jstest') return `!(${test.text})`;
  const text = printTest(p, test);
  return text.startsWith('(') || /^[\w$]+\(/.test(text) ? `!${wrapped(text)}` : `!(${text})`;
}
const wrapped = (text: string): string => (text.startsWith('(') ? text : `(${text})`);

function printTruth(p: Printer, { value, place }: Test & { t: 'truth' }): string {
  const text = printExpr(p, value);
  const call = (name: string) => raising(p, place, `${p.runtime('isTrue')}(${name})`);
  if (p.compact) return call(text);
  const { name, setup } = named(p, text);
  const first = setup === '' ? name : `(${setup})`;
  return `(${first} === true || ${name} !== false && ${call(name)})`;
}

/** A suspension point's call. The place is noted before: whatever it calls may raise. */
export function printSuspension(p: Printer, s: Suspension): string {
  switch (s.t) {
    case 'call':
      return printCall(p, s);
    case 'method': {
      const obj = printExpr(p, s.obj);
      const count = s.args.length;
      const args = [obj, ...s.args.map(arg => printExpr(p, arg))].join(', ');
      const receiver = obj.startsWith('-') ? `(${obj})` : obj;
      return `(${receiver}?.${methodProperty(s.name, count)} ?? ${p.runtime('methodEntry')}(${obj}, ${JSON.stringify(s.name)}, ${count}))(${args})`;
    }
    case 'invoke':
      return `${p.runtime(s.name)}(${s.args.map(arg => printExpr(p, arg)).join(', ')})`;
    case 'next':
      return `${printExpr(p, s.iteration)}.next()`;
    case 'yield':
      return printExpr(p, s.value);
  }
}
const methodProperty = (name: string, count: number): string => `${name}$${count}`;

function printCall(p: Printer, s: Suspension & { t: 'call' }): string {
  const count = s.args.length;
  const args = s.args.map(arg => printExpr(p, arg)).join(', ');
  if (s.f.t === 'global') {
    const callee = `$G${property(s.f.name)}`;
    return `(${callee}?.call${count} ?? ${p.runtime('globalEntry')}($G, ${JSON.stringify(s.f.name)}, ${count}))(${args})`;
  }
  const { name, setup } = named(p, printExpr(p, s.f));
  const first = setup === '' ? name : `(${setup})`;
  return `(${first}?.call${count} ?? ${p.runtime('calleeEntry')}(${name}, ${count}))(${args})`;
}
