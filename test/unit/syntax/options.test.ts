import { expect, test } from 'vitest';
import type { ParseOptions } from '../../../src/syntax/parse-options.ts';
import { parse } from '../../../src/syntax/parse.ts';
import { SyntaxProblem } from '../../../src/syntax/problem.ts';
import { dump } from '../../../tools/ast-dump.ts';

/** `incomplete`, a message, or the kind of the tree. */
function outcome(source: string, options: ParseOptions): string {
  try {
    return parse(source, options).kind;
  } catch (e) {
    if (!(e instanceof SyntaxProblem)) throw e;
    return e.incomplete ? 'incomplete' : e.message;
  }
}

test('codeop: what more input could complete is incomplete', () => {
  const options = {
    mode: 'single',
    allowIncompleteInput: true,
    dontImplyDedent: true,
  } as const;
  expect(outcome('x = (', options)).toBe('incomplete');
  expect(outcome('x = """a\n', options)).toBe('incomplete');
  expect(outcome('x = "a', options)).toBe('incomplete');
  expect(outcome('if x:', options)).toBe('incomplete');
  expect(outcome('if x:\n  y', options)).toBe('incomplete');
  expect(outcome('if x:\n  y\n', options)).toBe('Interactive');
  expect(outcome('x = 1 \\\n', options)).toBe('incomplete');
  expect(outcome('x = )', options)).toBe("unmatched ')'");
  expect(outcome('x = 1\n', options)).toBe('Interactive');
});

test('an interactive statement stands alone', () => {
  const single = { mode: 'single' } as const;
  expect(outcome('if x:\n  y', single)).toBe('Interactive');
  expect(outcome('x # c\n\n  # d\n', single)).toBe('Interactive');
  expect(outcome('x\ny', single)).toBe(
    'multiple statements found while compiling a single statement',
  );
});

test('type comments go into the tree when asked for', () => {
  const source =
    'x = 1 # type: int\ndef f(a, # type: str\n  ):\n  # type: (...) -> None\n  pass # type: ignore[x]\n';
  const tree = dump(parse(source, { mode: 'exec', typeComments: true }));
  expect(tree.match(/type_comment='[^']*'|TypeIgnore\([^)]*\)/g)).toEqual([
    "type_comment='int'",
    "type_comment='str'",
    "type_comment='(...) -> None'",
    "TypeIgnore(lineno=5, tag='[x]')",
  ]);
  expect(dump(parse(source, { mode: 'exec' }))).not.toContain('type_');
  expect(outcome('(int, *str, **Any) -> None', { mode: 'func_type' })).toBe('FunctionType');
});

test('decimal ints have a limit, other ints none', () => {
  const limited = { mode: 'eval', intMaxStrDigits: 640 } as const;
  expect(outcome('9'.repeat(641), limited)).toMatch(/^Exceeds the limit \(640 digits\)/);
  expect(outcome('9'.repeat(640), limited)).toBe('Expression');
  expect(outcome('0x' + 'f'.repeat(641), limited)).toBe('Expression');
  expect(outcome('9'.repeat(5000), { mode: 'eval', intMaxStrDigits: 0 })).toBe('Expression');
});

test('<> is for the friends of uncle Barry', () => {
  expect(outcome('a <> b', { mode: 'eval', barryAsFlufl: true })).toBe('Expression');
  expect(outcome('a != b', { mode: 'eval', barryAsFlufl: true })).toBe(
    "with Barry as BDFL, use '<>' instead of '!='",
  );
});

test('a source nested too deep for the engine is a memory error, as CPython has it', () => {
  try {
    parse('-'.repeat(200_000) + '1', { mode: 'eval' });
    expect.unreachable();
  } catch (e) {
    expect(e).toMatchObject({ kind: 'MemoryError' });
  }
});

test('syntax newer than the feature version is refused', () => {
  const at = (featureVersion: number): ParseOptions => ({ mode: 'exec', featureVersion });
  expect(outcome('(a := 1)\n', at(7))).toBe(
    'Assignment expressions are only supported in Python 3.8 and greater',
  );
  expect(outcome('(a := 1)\n', at(8))).toBe('Module');
  expect(outcome('match x:\n case y: pass\n', at(9))).toBe(
    'Pattern matching is only supported in Python 3.10 and greater',
  );
});
