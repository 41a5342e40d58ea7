/** What syntax/ reports instead of raising: the arguments of CPython's SyntaxError as plain data. */

export type ProblemKind = 'SyntaxError' | 'IndentationError' | 'TabError';

export class SyntaxProblem {
  declare readonly kind: ProblemKind;
  declare readonly message: string;
  /** Lines count from 1, offsets count characters from 1; an end of 0 or -1 is unknown, as in CPython. */
  declare readonly lineno: number;
  declare readonly offset: number;
  declare readonly end_lineno: number;
  declare readonly end_offset: number;
  /** The source line, or null when none can be shown. */
  declare readonly text: string | null;
  /** True when more input could still complete the source (codeop). */
  declare readonly incomplete: boolean;
  constructor(
    kind: ProblemKind,
    message: string,
    lineno: number,
    offset: number,
    end_lineno: number,
    end_offset: number,
    text: string | null,
    incomplete = false,
  ) {
    this.kind = kind;
    this.message = message;
    this.lineno = lineno;
    this.offset = offset;
    this.end_lineno = end_lineno;
    this.end_offset = end_offset;
    this.text = text;
    this.incomplete = incomplete;
  }
}

/** A warning that CPython issues while it parses, such as an invalid escape sequence. */
export interface SyntaxWarningRecord {
  readonly category: 'SyntaxWarning' | 'DeprecationWarning';
  readonly message: string;
  readonly lineno: number;
}
