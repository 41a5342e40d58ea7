import { expect, test } from 'vitest';
import { SyntaxProblem } from '../../../src/syntax/problem.ts';
import { tokenStream } from '../../../src/syntax/token-stream.ts';

const tokens = (text: string, extra: boolean): unknown[] =>
  Array.from(tokenStream(text, extra), t => [t.type, t.string, t.start, t.end, t.line]);

test('comments and blank lines are tokens when asked for', () => {
  expect(tokens('if x:\n  y # c\n\n  # d\nz', true)).toEqual([
    [1, 'if', [1, 0], [1, 2], 'if x:\n'],
    [1, 'x', [1, 3], [1, 4], 'if x:\n'],
    [55, ':', [1, 4], [1, 5], 'if x:\n'],
    [4, '\n', [1, 5], [1, 6], 'if x:\n'],
    [5, '  ', [2, 0], [2, 2], '  y # c\n'],
    [1, 'y', [2, 2], [2, 3], '  y # c\n'],
    [65, '# c', [2, 4], [2, 7], '  y # c\n'],
    [4, '\n', [2, 7], [2, 8], '  y # c\n'],
    [66, '\n', [3, 0], [3, 1], '\n'],
    [65, '# d', [4, 2], [4, 5], '  # d\n'],
    [66, '\n', [4, 5], [4, 6], '  # d\n'],
    [6, '', [5, 0], [5, 0], 'z'],
    [1, 'z', [5, 0], [5, 1], 'z'],
    [4, '', [5, 1], [5, 2], 'z'],
    [0, '', [6, 0], [6, 0], ''],
  ]);
});

test('without extra tokens operators keep their kinds and layout has no columns', () => {
  expect(tokens('if x:\n  y # c\n\n  # d\nz\n', false)).toEqual([
    [1, 'if', [1, 0], [1, 2], 'if x:\n'],
    [1, 'x', [1, 3], [1, 4], 'if x:\n'],
    [11, ':', [1, 4], [1, 5], 'if x:\n'],
    [4, '', [1, 5], [1, 5], 'if x:\n'],
    [5, '', [2, -1], [2, -1], '  y # c\n'],
    [1, 'y', [2, 2], [2, 3], '  y # c\n'],
    [4, '# c', [2, 4], [2, 7], '  y # c\n'],
    [6, '', [5, -1], [5, -1], 'z\n'],
    [1, 'z', [5, 0], [5, 1], 'z\n'],
    [4, '', [5, 1], [5, 1], 'z\n'],
    [0, '', [5, -1], [5, -1], 'z\n'],
  ]);
});

test('columns count characters and lines keep their ends', () => {
  expect(tokens('é = "é" # é\r\n', true)).toEqual([
    [1, 'é', [1, 0], [1, 1], 'é = "é" # é\r\n'],
    [55, '=', [1, 2], [1, 3], 'é = "é" # é\r\n'],
    [3, '"é"', [1, 4], [1, 7], 'é = "é" # é\r\n'],
    [65, '# é', [1, 8], [1, 11], 'é = "é" # é\r\n'],
    [4, '\r\n', [1, 11], [1, 13], 'é = "é" # é\r\n'],
    [0, '', [2, 0], [2, 0], ''],
  ]);
});

test('an f-string is its parts, and a string over lines has all of them', () => {
  expect(tokens('f"{a!r:>{b}}{{"', true).map(t => (t as unknown[]).slice(0, 4))).toEqual([
    [59, 'f"', [1, 0], [1, 2]],
    [55, '{', [1, 2], [1, 3]],
    [1, 'a', [1, 3], [1, 4]],
    [55, '!', [1, 4], [1, 5]],
    [1, 'r', [1, 5], [1, 6]],
    [55, ':', [1, 6], [1, 7]],
    [60, '>', [1, 7], [1, 8]],
    [55, '{', [1, 8], [1, 9]],
    [1, 'b', [1, 9], [1, 10]],
    [55, '}', [1, 10], [1, 11]],
    [60, '', [1, 11], [1, 11]],
    [55, '}', [1, 11], [1, 12]],
    [60, '{', [1, 12], [1, 13]],
    [61, '"', [1, 14], [1, 15]],
    [4, '', [1, 15], [1, 16]],
    [0, '', [2, 0], [2, 0]],
  ]);
  expect(tokens("a = '''x\ny''' + 1", true).slice(2, 4)).toEqual([
    [3, "'''x\ny'''", [1, 4], [2, 4], "a = '''x\ny''' + 1"],
    [55, '+', [2, 5], [2, 6], "y''' + 1"],
  ]);
});

test('what only the parser minds passes, what the tokenizer minds is thrown', () => {
  expect(tokens('(]$ 0777 ²', true).map(t => (t as unknown[])[1])).toEqual([
    '(',
    ']',
    '$',
    '0777',
    '²',
    '',
    '',
  ]);
  expect(() => tokens('x = 1__0', true)).toThrow(SyntaxProblem);
  expect(() => tokens('(', true)).toThrow(SyntaxProblem);
});
