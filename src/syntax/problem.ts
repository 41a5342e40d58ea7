/** What syntax/ reports instead of raising: the arguments of CPython's SyntaxError as plain data. */

/** The last two have only a message: of a bad escape in a format spec, and of a source nested too deep. */
export type ProblemKind =
  | 'SyntaxError'
  | 'IndentationError'
  | 'TabError'
  | 'UnicodeDecodeError'
  | 'MemoryError';

interface ProblemOptions {
  readonly fileless?: boolean;
  readonly incomplete?: boolean;
  readonly lastStatement?: readonly [lineno: number, col_offset: number];
}

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
  /** Where the last compound statement began, for tracebacks that look for a mistyped keyword; CPython's `_metadata`. */
  declare readonly lastStatement: readonly [lineno: number, col_offset: number] | null;

  constructor(
    kind: ProblemKind,
    message: string,
    lineno: number | null,
    offset: number | null,
    end_lineno: number | null,
    end_offset: number | null,
    text: string | null,
    options: ProblemOptions = {},
  ) {
    this.kind = kind;
    this.message = message;
    this.lineno = lineno;
    this.offset = offset;
    this.end_lineno = end_lineno;
    this.end_offset = end_offset;
    this.text = text;
    this.fileless = options.fileless ?? false;
    this.incomplete = options.incomplete ?? false;
    this.lastStatement = options.lastStatement ?? null;
  }
}

/** A warning that CPython issues while it parses, such as an invalid escape sequence. */
export interface SyntaxWarningRecord {
  readonly category: 'SyntaxWarning' | 'DeprecationWarning';
  readonly message: string;
  readonly lineno: number;
}

/** A warning and the token that it belongs to. */
export interface WarningAtToken {
  token: number;
  warning: SyntaxWarningRecord;
}

/** The warnings of the first `read` tokens in the order of the tokens. */
export function sortWarnings(warnings: WarningAtToken[], read: number): SyntaxWarningRecord[] {
  return warnings
    .filter(({ token }) => token < read)
    .sort((a, b) => a.token - b.token)
    .map(({ warning }) => warning);
}

/** The warning for a backslash that begins no escape sequence. */
export function invalidEscape(text: string, octal: boolean): string {
  const what = octal ? 'octal escape sequence' : 'escape sequence';
  return `"${text}" is an invalid ${what}. Such sequences will not work in the future. Did you mean "\\${text}"? A raw string is also an option.`;
}
