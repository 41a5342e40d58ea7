import type { PyBaseException, PySyntaxError } from '../objects/exception.ts';
import {
  indentationErrorType,
  syntaxErrorType,
  syntaxWarningType,
  tabErrorType,
} from '../objects/exception-types.ts';
import type { Value } from '../objects/object.ts';
import { smallInt } from '../objects/int.ts';
import { str } from '../objects/str.ts';
import { tuple } from '../objects/tuple.ts';
import type { SyntaxProblem, SyntaxWarningRecord } from '../syntax/problem.ts';
import { newException } from '../runtime/errors.ts';
import { warn } from '../runtime/warn.ts';
import type { Source } from './code.ts';
import { textOfSource } from './source-lines.ts';

/** The compiler's findings as Python's exceptions and warnings. */

export function syntaxError(
  problem: SyntaxProblem,
  filename: string,
  source: Source,
): PyBaseException {
  const type =
    problem.kind === 'IndentationError'
      ? indentationErrorType
      : problem.kind === 'TabError'
        ? tabErrorType
        : syntaxErrorType;
  const line = problem.text ?? lineOf(source, problem.lineno);
  const number = (n: number | null): Value => (n === null ? null : smallInt(n));
  const details = tuple([
    problem.fileless ? null : str(filename),
    number(problem.lineno),
    number(problem.offset),
    line === null ? null : str(line),
    number(problem.end_lineno),
    number(problem.end_offset),
  ]);
  const error = newException(type, str(problem.message), details) as PySyntaxError;
  error.msg = str(problem.message);
  [error.filename, error.lineno, error.offset, error.text, error.endLineno, error.endOffset] =
    details.items as [Value, Value, Value, Value, Value, Value];
  return error;
}

function lineOf(source: Source, lineno: number | null): string | null {
  const text = lineno === null || lineno < 1 ? null : textOfSource(source);
  if (text === null) return null;
  const lines = text.split(/\r\n|\r|\n/);
  const line = lines[lineno! - 1];
  return line === undefined ? null : `${line}\n`;
}

export function warnSyntax(warning: SyntaxWarningRecord, filename: string): void {
  warn(syntaxWarningType, warning.message, { filename, lineno: warning.lineno ?? 1 });
}
