import type { Position } from '../syntax/ast.gen.ts';
import { SyntaxProblem, type SyntaxWarningRecord } from '../syntax/problem.ts';

/** How the passes after the parser report: errors are thrown, warnings handed to a function, both as plain data. */

/** A warning with its whole range, which shows when a filter turns it into a SyntaxError. */
export interface CompileWarning extends SyntaxWarningRecord {
  readonly offset: number;
  readonly end_lineno: number;
  readonly end_offset: number;
}

/**
 * The error to throw for a node: `throw syntaxError('…', node)`. CPython's compiler counts offsets in UTF-8 bytes, and
 * the line is for the runtime to show, which knows the file.
 */
export function syntaxError(message: string, at: Position): SyntaxProblem {
  return new SyntaxProblem(
    'SyntaxError',
    message,
    at.lineno,
    at.col_offset + 1,
    at.end_lineno,
    at.end_col_offset + 1,
    null,
  );
}

export function syntaxWarning(message: string, at: Position): CompileWarning {
  return {
    category: 'SyntaxWarning',
    message,
    lineno: at.lineno,
    offset: at.col_offset + 1,
    end_lineno: at.end_lineno,
    end_offset: at.end_col_offset + 1,
  };
}
