import {
  codePointAt,
  join,
  nativeFromText,
  textFromNative,
  type Text,
} from '../algorithms/text/contents.ts';
import type * as ast from '../syntax/ast.gen.ts';
import { constantRepr } from './constant-repr.ts';

/** The source of an annotation, as `from __future__ import annotations` keeps it: _PyAST_ExprAsUnicode (Python/ast_unparse.c). */
export function unparse(e: ast.expr): Text {
  return textFromNative(write(e, TEST));
}

// How tightly an operator binds; an expression in a place that asks for more than it has is parenthesised.
const TUPLE = 0;
const TEST = 1;
const OR = 2;
const AND = 3;
const NOT = 4;
const COMPARE = 5;
const BIT_OR = 6;
const BIT_XOR = 7;
const BIT_AND = 8;
const SHIFT = 9;
const ARITH = 10;
const TERM = 11;
const FACTOR = 12;
const POWER = 13;
const AWAIT = 14;
const ATOM = 15;

const binaryOperators: Readonly<Record<ast.operator, readonly [string, number]>> = {
  Add: ['+', ARITH],
  Sub: ['-', ARITH],
  Mult: ['*', TERM],
  MatMult: ['@', TERM],
  Div: ['/', TERM],
  Mod: ['%', TERM],
  Pow: ['**', POWER],
  LShift: ['<<', SHIFT],
  RShift: ['>>', SHIFT],
  BitOr: ['|', BIT_OR],
  BitXor: ['^', BIT_XOR],
  BitAnd: ['&', BIT_AND],
  FloorDiv: ['//', TERM],
};

const unaryOperators: Readonly<Record<ast.unaryop, readonly [string, number]>> = {
  Invert: ['~', FACTOR],
  Not: ['not ', NOT],
  UAdd: ['+', FACTOR],
  USub: ['-', FACTOR],
};

const compareOperators: Readonly<Record<ast.cmpop, string>> = {
  Eq: '==',
  NotEq: '!=',
  Lt: '<',
  LtE: '<=',
  Gt: '>',
  GtE: '>=',
  Is: 'is',
  IsNot: 'is not',
  In: 'in',
  NotIn: 'not in',
};

function parenthesize(text: string, own: number, level: number): string {
  return level > own ? `(${text})` : text;
}

/** In UTF-16. */
function write(e: ast.expr, level: number): string {
  switch (e.kind) {
    case 'Name':
      return e.id;
    case 'Constant':
      return (e.prefix ?? '') + writeConstant(e.value);
    case 'Attribute': {
      const isInt = e.value.kind === 'Constant' && isIntConstant(e.value.value);
      return `${write(e.value, ATOM)}${isInt ? ' .' : '.'}${e.attr}`;
    }
    case 'Subscript':
      return `${write(e.value, ATOM)}[${write(e.slice, TUPLE)}]`;
    case 'Slice':
      return writeSlice(e);
    case 'Call':
      return writeCall(e);
    case 'BinOp':
      return parenthesize(writeBinOp(e), binaryOperators[e.op][1], level);
    case 'UnaryOp': {
      const [op, own] = unaryOperators[e.op];
      return parenthesize(op + write(e.operand, own), own, level);
    }
    case 'BoolOp': {
      const [op, own] = e.op === 'And' ? (['and', AND] as const) : (['or', OR] as const);
      return parenthesize(e.values.map(v => write(v, own + 1)).join(` ${op} `), own, level);
    }
    case 'Compare':
      return parenthesize(writeCompare(e), COMPARE, level);
    case 'IfExp':
      return parenthesize(
        `${write(e.body, TEST + 1)} if ${write(e.test, TEST + 1)} else ${write(e.orelse, TEST)}`,
        TEST,
        level,
      );
    case 'Tuple':
      if (e.elts.length === 0) return '()';
      return parenthesize(`${writeAll(e.elts)}${e.elts.length === 1 ? ',' : ''}`, TUPLE, level);
    case 'List':
      return `[${writeAll(e.elts)}]`;
    case 'Set':
      return `{${writeAll(e.elts)}}`;
    case 'Dict':
      return writeDict(e);
    case 'Starred':
      return `*${write(e.value, BIT_OR)}`;
    case 'JoinedStr':
      return `f${writeQuoted(e.values)}`;
    case 'TemplateStr':
      return `t${writeQuoted(e.values)}`;
    default:
      return writeRare(e, level);
  }
}

function writeRare(
  e:
    | ast.NamedExpr
    | ast.Lambda
    | ast.ListComp
    | ast.SetComp
    | ast.DictComp
    | ast.GeneratorExp
    | ast.Await
    | ast.Yield
    | ast.YieldFrom
    | ast.FormattedValue
    | ast.Interpolation,
  level: number,
): string {
  switch (e.kind) {
    case 'Lambda':
      return parenthesize(writeLambda(e), TEST, level);
    case 'ListComp':
      return `[${write(e.elt, TEST)}${writeGenerators(e.generators)}]`;
    case 'SetComp':
      return `{${write(e.elt, TEST)}${writeGenerators(e.generators)}}`;
    case 'DictComp':
      return `{${write(e.key, TEST)}: ${write(e.value, TEST)}${writeGenerators(e.generators)}}`;
    case 'GeneratorExp':
      return `(${write(e.elt, TEST)}${writeGenerators(e.generators)})`;
    case 'NamedExpr':
      return parenthesize(`${write(e.target, ATOM)} := ${write(e.value, ATOM)}`, TUPLE, level);
    case 'Await':
      return parenthesize(`await ${write(e.value, ATOM)}`, AWAIT, level);
    case 'Yield':
      return e.value === null ? '(yield)' : `(yield ${write(e.value, TEST)})`;
    case 'YieldFrom':
      return `(yield from ${write(e.value, TEST)})`;
    case 'FormattedValue':
    case 'Interpolation':
      return nativeFromText(pieceOf(e));
  }
}

function writeAll(list: readonly ast.expr[]): string {
  return list.map(e => write(e, TEST)).join(', ');
}

function isIntConstant(value: ast.ConstantValue): boolean {
  return typeof value === 'object' && value !== null && value.type === 'int';
}

function writeConstant(value: ast.ConstantValue): string {
  if (typeof value === 'object' && value !== null) {
    if (value.type === 'Ellipsis') return '...';
    // No literal says infinity.
    if (value.type === 'float' || value.type === 'complex') {
      return constantRepr(value).replaceAll('inf', '1e309');
    }
  }
  return constantRepr(value);
}

function writeSlice(e: ast.Slice): string {
  const part = (bound: ast.expr | null): string => (bound === null ? '' : write(bound, TEST));
  const step = e.step === null ? '' : `:${write(e.step, TEST)}`;
  return `${part(e.lower)}:${part(e.upper)}${step}`;
}

function writeCall(e: ast.Call): string {
  const func = write(e.func, ATOM);
  const only = e.args.length === 1 && e.keywords.length === 0 ? e.args[0]! : null;
  if (only?.kind === 'GeneratorExp') return func + write(only, TEST);
  const args = e.args.map(arg => write(arg, TEST));
  for (const { arg, value } of e.keywords) {
    args.push((arg === null ? '**' : `${arg}=`) + write(value, TEST));
  }
  return `${func}(${args.join(', ')})`;
}

function writeBinOp(e: ast.BinOp): string {
  const [op, own] = binaryOperators[e.op];
  const isRight = e.op === 'Pow';
  return `${write(e.left, isRight ? own + 1 : own)} ${op} ${write(e.right, isRight ? own : own + 1)}`;
}

function writeCompare(e: ast.Compare): string {
  let text = write(e.left, COMPARE + 1);
  e.ops.forEach((op, i) => {
    text += ` ${compareOperators[op]} ${write(e.comparators[i]!, COMPARE + 1)}`;
  });
  return text;
}

function writeDict(e: ast.Dict): string {
  const items = e.values.map((value, i) => {
    const key = e.keys[i]!;
    if (key === null) return `**${write(value, BIT_OR)}`;
    return `${write(key, TEST)}: ${write(value, TEST)}`;
  });
  return `{${items.join(', ')}}`;
}

function writeLambda(e: ast.Lambda): string {
  const { args } = e;
  const parts: string[] = [];
  const positional = [...args.posonlyargs, ...args.args];
  positional.forEach((arg, i) => {
    const value = args.defaults[i - positional.length + args.defaults.length];
    parts.push(value === undefined ? arg.arg : `${arg.arg}=${write(value, TEST)}`);
    if (i + 1 === args.posonlyargs.length) parts.push('/');
  });
  if (args.vararg !== null) parts.push(`*${args.vararg.arg}`);
  else if (args.kwonlyargs.length > 0) parts.push('*');
  args.kwonlyargs.forEach((arg, i) => {
    const value = args.kw_defaults[i] ?? null;
    parts.push(value === null ? arg.arg : `${arg.arg}=${write(value, TEST)}`);
  });
  if (args.kwarg !== null) parts.push(`**${args.kwarg.arg}`);
  const space = positional.length > 0 ? ' ' : '';
  return `lambda${space}${parts.join(', ')}: ${write(e.body, TEST)}`;
}

function writeGenerators(generators: readonly ast.comprehension[]): string {
  let text = '';
  for (const { target, iter, ifs, is_async } of generators) {
    text += `${is_async ? ' async' : ''} for ${write(target, TUPLE)} in ${write(iter, TEST + 1)}`;
    for (const test of ifs) text += ` if ${write(test, TEST + 1)}`;
  }
  return text;
}

function writeQuoted(values: readonly ast.expr[]): string {
  return constantRepr({ type: 'str', value: join('', values.map(pieceOf)) });
}

/** What stands between the quotes of an f-string or t-string; only the repr of it is sure to fit UTF-16. */
function pieceOf(e: ast.expr): Text {
  switch (e.kind) {
    case 'Constant':
      return typeof e.value === 'object' && e.value?.type === 'str'
        ? doubleBraces(e.value.value)
        : '';
    case 'FormattedValue':
      return replacement(textFromNative(write(e.value, TEST + 1)), e);
    case 'Interpolation':
      // A t-string keeps the source of its expressions.
      return replacement(typeof e.str === 'object' && e.str?.type === 'str' ? e.str.value : '', e);
    default:
      return textFromNative(write(e, TEST));
  }
}

const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

function doubleBraces(text: Text): Text {
  if (typeof text === 'string') return text.replaceAll('{', '{{').replaceAll('}', '}}');
  const doubled: number[] = [];
  for (const code of text) {
    if (code === OPEN_BRACE || code === CLOSE_BRACE) doubled.push(code);
    doubled.push(code);
  }
  return Uint32Array.from(doubled);
}

function replacement(value: Text, e: ast.FormattedValue | ast.Interpolation): Text {
  // A brace right after the brace would be an escape.
  const parts: Text[] = [codePointAt(value, 0) === OPEN_BRACE ? '{ ' : '{', value];
  if (e.conversion > 0) parts.push(`!${String.fromCharCode(e.conversion)}`);
  const spec = e.format_spec;
  if (spec !== null) {
    parts.push(':', spec.kind === 'JoinedStr' ? join('', spec.values.map(pieceOf)) : pieceOf(spec));
  }
  parts.push('}');
  return join('', parts);
}
