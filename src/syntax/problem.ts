/** What syntax/ reports instead of raising: the arguments of CPython's SyntaxError as plain data. */

export type ProblemKind = 'SyntaxError' | 'IndentationError' | 'TabError';

export class SyntaxProblem {
  declare readonly kind: ProblemKind;
  declare readonly message: string;
  /** Lines count from 1, offsets count characters from 1, ends of 0 or -1 are unknown; null where CPython sets none. */
  declare readonly lineno: number | null;
  declare readonly offset: number | null;
  declare readonly end_lineno: number | null;
  declare readonly end_offset: number | null;
  /** The source line, or null when none can be shown. */
  declare readonly text: string | null;
  /** CPython's error has no filename. */
  declare readonly fileless: boolean;
  /** More input could still complete the source: `_IncompleteInputError` for codeop. */
  declare readonly incomplete: boolean;

  constructor(
    kind: ProblemKind,
    message: string,
    lineno: number | null,
    offset: number | null,
    end_lineno: number | null,
    end_offset: number | null,
    text: string | null,
    { fileless = false, incomplete = false } = {},
  ) {
    this.kind = kind;
    this.message = message;
    this.lineno = lineno;
    this.offset = offset;
    this.end_lineno = end_lineno;
    this.end_offset = end_offset;
    this.text = text;
    this.fileless = fileless;
    this.incomplete = incomplete;
  }
}

/** A warning that CPython issues while it parses, such as an invalid escape sequence. */
export interface SyntaxWarningRecord {
  readonly category: 'SyntaxWarning' | 'DeprecationWarning';
  readonly message: string;
  readonly lineno: number;
}
