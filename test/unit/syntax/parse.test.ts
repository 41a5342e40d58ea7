import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from '../../../src/syntax/parse.ts';
import { SyntaxProblem } from '../../../src/syntax/problem.ts';
import { dump } from '../../../tools/ast-dump.ts';

const expression = (source: string): string =>
  dump(parse(source, { mode: 'eval' })).replace(/(, )?(end_)?(lineno|col_offset)=\d+/g, '');

test('precedence climbs and left associates', () => {
  expect(expression('a - b - c * d')).toBe(
    "Expression(body=BinOp(left=BinOp(left=Name(id='a', ctx=Load()), op=Sub(), right=Name(id='b', ctx=Load())), op=Sub(), right=BinOp(left=Name(id='c', ctx=Load()), op=Mult(), right=Name(id='d', ctx=Load()))))",
  );
});

test('power binds tighter than a sign on its left, looser on its right', () => {
  expect(expression('-a ** -b')).toBe(
    "Expression(body=UnaryOp(op=USub(), operand=BinOp(left=Name(id='a', ctx=Load()), op=Pow(), right=UnaryOp(op=USub(), operand=Name(id='b', ctx=Load())))))",
  );
});

test('columns count UTF-8 bytes', () => {
  expect(dump(parse("é = '𝒳'; a", { mode: 'exec' }))).toBe(
    "Module(body=[Assign(targets=[Name(id='é', ctx=Store(), lineno=1, col_offset=0, end_lineno=1, end_col_offset=2)], value=Constant(value='𝒳', lineno=1, col_offset=5, end_lineno=1, end_col_offset=11), lineno=1, col_offset=0, end_lineno=1, end_col_offset=11), Expr(value=Name(id='a', ctx=Load(), lineno=1, col_offset=13, end_lineno=1, end_col_offset=14), lineno=1, col_offset=13, end_lineno=1, end_col_offset=14)])",
  );
});

test('a str with astral characters or surrogates is code points', () => {
  const tree = parse(String.raw`'\ud83d\ude00'`, { mode: 'eval' });
  expect(tree.kind === 'Expression' && tree.body.kind === 'Constant' && tree.body.value).toEqual({
    type: 'str',
    value: Uint32Array.of(0xd83d, 0xde00),
  });
});

test('parentheses of a with statement hold items, of an expression a tuple', () => {
  const items = (source: string): number => {
    const tree = parse(source + '\n', { mode: 'exec' });
    const [stmt] = tree.kind === 'Module' ? tree.body : [];
    return stmt?.kind === 'With' ? stmt.items.length : -1;
  };
  expect(items('with (a, b): pass')).toBe(2);
  expect(items('with (a as c, b): pass')).toBe(2);
  expect(items('with (a, b) as c: pass')).toBe(1);
  expect(items('with (a, *b): pass')).toBe(1);
  expect(items('with (a, b := c): pass')).toBe(1);
  expect(items('with (): pass')).toBe(1);
});

test('match is a name unless its line ends with a colon', () => {
  const kinds = (source: string): string[] => {
    const tree = parse(source, { mode: 'exec' });
    return tree.kind === 'Module' ? tree.body.map(stmt => stmt.kind) : [];
  };
  expect(kinds('match (x)\n')).toEqual(['Expr']);
  expect(kinds('match[x] = 1\n')).toEqual(['Assign']);
  expect(kinds('match: int\n')).toEqual(['AnnAssign']);
  expect(kinds('match (x):\n case _: pass\n')).toEqual(['Match']);
  expect(kinds('match -x:\n case [a, *_]: pass\n')).toEqual(['Match']);
});

test('what the grammar forbids is refused', () => {
  for (const source of [
    'a b',
    'f(a for a in b, c)',
    'f(**a, *b)',
    'def f(a=1, b): pass',
    'def f(*): pass',
    'x = = 1',
    '1 = x',
    'del f()',
    '[*a for a in b]',
    'with (a, b: pass',
    'except: pass',
    'class A(x for x in y): pass',
  ]) {
    expect(() => parse(source + '\n', { mode: 'exec' })).toThrow(SyntaxProblem);
  }
});

// trees.jsonl is recorded from trees.txt: python3.14 tools/record-ast.py --lines trees.jsonl trees.txt
test('trees are those that CPython recorded', () => {
  const lines = readFileSync(new URL('trees.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  for (const line of lines) {
    const recorded = JSON.parse(line) as { source: string; dump: string };
    const tree = parse(recorded.source, { mode: 'exec' });
    expect({ source: recorded.source, dump: dump(tree) }).toEqual(recorded);
  }
});
