import { expect, test } from 'vitest';
import { parse } from '../../../src/syntax/parse.ts';
import { SyntaxProblem } from '../../../src/syntax/problem.ts';

/** Latin-1 text as bytes. */
const bytes = (text: string): Uint8Array => Uint8Array.from(text, c => c.charCodeAt(0));

function valueOf(source: Uint8Array): unknown {
  const tree = parse(source, { mode: 'exec' });
  const stmt = tree.kind === 'Module' ? tree.body.at(-1) : undefined;
  if (stmt?.kind !== 'Assign' || stmt.value.kind !== 'Constant') return undefined;
  const { value } = stmt.value;
  return value !== null && typeof value === 'object' && 'value' in value ? value.value : value;
}

function problemOf(source: Uint8Array): unknown[] {
  try {
    parse(source, { mode: 'exec' });
    return [];
  } catch (e) {
    if (!(e instanceof SyntaxProblem)) throw e;
    return [e.message, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, e.fileless];
  }
}

const undeclared = 'but no encoding declared; see https://peps.python.org/pep-0263/ for details';

test('a cookie in the first two lines decides', () => {
  expect(valueOf(bytes('# coding: latin-1\nx="\xe9"'))).toBe('é');
  expect(valueOf(bytes(' \n#coding=ISO_8859_1\nx="\xff"'))).toBe('ÿ');
  expect(valueOf(bytes('\f# vim: set fileencoding=latin-1 :\nx="\xe9"'))).toBe('é');
  expect(valueOf(bytes('#\r# coding: latin-1-unix\rx="\xe9"'))).toBe('é');
  expect(valueOf(bytes('#coding:koi8-r\nx="\xc1"'))).toBe('а');
  expect(valueOf(bytes('x\n# coding: nonsense\nx=1'))).toBe(1);
  expect(valueOf(bytes('\\\n# coding: nonsense\nx=1'))).toBe(1);
});

test('what is no UTF-8 is pointed at', () => {
  expect(problemOf(bytes('x=1\ny="\xff"\n'))).toEqual([
    `Non-UTF-8 code starting with '\\xff' on line 2, ${undeclared}`,
    2,
    4,
    'y="\ufffd"',
    2,
    4,
    true,
  ]);
  expect(problemOf(bytes('"\xc3\xa9\xc3\xa9\xff"'))).toEqual([
    `Non-UTF-8 code starting with '\\xff' on line 1, ${undeclared}`,
    1,
    4,
    '"éé\ufffd"',
    1,
    4,
    true,
  ]);
  expect(problemOf(bytes('#coding: UTF_8\nx="\xed\xa0\x80"')).slice(1, 4)).toEqual([
    2,
    4,
    'x="\ufffd\ufffd\ufffd"',
  ]);
});

test('unknown encodings and marks that disagree are refused', () => {
  expect(problemOf(bytes('# coding: foo\nx'))).toEqual([
    'unknown encoding: foo',
    0,
    -1,
    null,
    null,
    null,
    false,
  ]);
  expect(problemOf(bytes('\xef\xbb\xbf# coding: latin-1\nx=1'))).toEqual([
    'encoding problem: iso-8859-1 with BOM',
    1,
    0,
    '# coding: latin-1',
    1,
    17,
    true,
  ]);
  expect(problemOf(bytes('# coding: ascii\nx="\xe9"'))[0]).toBe(
    "'ascii' codec can't decode byte 0xe9 in position 19: ordinal not in range(128)",
  );
  expect(problemOf(bytes('x\0'))[0]).toBe('source code string cannot contain null bytes');
});

test('a mark is no part of the text, and every kind of line end is one', () => {
  expect(valueOf(bytes('\xef\xbb\xbfx="\xc3\xa9"'))).toBe('é');
  expect(valueOf(bytes('y\r\nx="""a\rb\r\nc"""'))).toBe('a\nb\nc');
});
