import type { Position } from '../syntax/ast.gen.ts';

/** What the passes after the parser report, as plain data: the runtime alone knows SyntaxError and SyntaxWarning. */
export interface Problem {
  readonly kind: 'SyntaxError' | 'SyntaxWarning';
  readonly message: string;
  readonly lineno: number;
  /** From 1 and, as in CPython's compiler, in UTF-8 bytes. */
  readonly offset: number;
  readonly end_lineno: number;
  readonly end_offset: number;
}

/** Thrown inside a pass to leave it at its first error; `problem` is all it carries. */
export class CompileStop {
  readonly problem: Problem;
  constructor(problem: Problem) {
    this.problem = problem;
  }
}

function problemAt(kind: Problem['kind'], message: string, at: Position): Problem {
  return {
    kind,
    message,
    lineno: at.lineno,
    offset: at.col_offset + 1,
    end_lineno: at.end_lineno,
    end_offset: at.end_col_offset + 1,
  };
}

/** The error to throw for `message` at a node: `throw syntaxError('…', node)`. */
export function syntaxError(message: string, at: Position): CompileStop {
  return new CompileStop(problemAt('SyntaxError', message, at));
}

export function syntaxWarning(message: string, at: Position): Problem {
  return problemAt('SyntaxWarning', message, at);
}
