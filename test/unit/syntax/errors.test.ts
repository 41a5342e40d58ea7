import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from '../../../src/syntax/parse.ts';
import { SyntaxProblem, type SyntaxWarningRecord } from '../../../src/syntax/problem.ts';

// errors.jsonl is recorded from errors.txt: python3.14 tools/record-errors.py lines errors.jsonl errors.txt exec
interface Case {
  source: string;
  result: unknown[] | null;
  warnings: unknown[];
}

const names: Record<string, number> = { BULLET: 0x2022, 'GREEK CAPITAL LETTER DELTA': 0x394 };

function outcome(source: string, warnings: SyntaxWarningRecord[]): unknown[] | null {
  try {
    parse(source, { mode: 'exec', lookupName: name => names[name], warnings });
    return null;
  } catch (e) {
    if (!(e instanceof SyntaxProblem)) throw e;
    if (e.kind === 'UnicodeDecodeError') return [e.kind, e.message];
    const where = [e.lineno, e.offset, e.end_lineno, e.end_offset];
    return [e.kind, e.message, ...where, e.text, e.lastStatement];
  }
}

test('errors and warnings are those that CPython recorded', () => {
  const lines = readFileSync(new URL('errors.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  for (const line of lines) {
    const { source, result, warnings } = JSON.parse(line) as Case;
    const ours: SyntaxWarningRecord[] = [];
    const problem = outcome(source, ours);
    const warned = ours.map(w => [w.category, w.message, w.lineno]);
    expect({ source, result: problem, warnings: warned }).toEqual({ source, result, warnings });
  }
});
