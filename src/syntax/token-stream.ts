import { SyntaxProblem, type ProblemKind } from './problem.ts';
import { sourceFromText } from './source.ts';
import { Tokenizer } from './tokenizer.ts';
import {
  DEDENT,
  ENDMARKER,
  ERRORTOKEN,
  FSTRING_END,
  FSTRING_MIDDLE,
  FSTRING_START,
  INDENT,
  KEYWORD_BASE,
  LPAR,
  NAME,
  NEWLINE,
  NL,
  OP,
  STRING,
  TSTRING_END,
  TSTRING_MIDDLE,
  TSTRING_START,
} from './tokens.ts';

/** A token as `_tokenize.TokenizerIter` gives it: lines from 1, columns in characters. */
export interface TokenRecord {
  readonly type: number;
  readonly string: string;
  readonly start: readonly [line: number, column: number];
  readonly end: readonly [line: number, column: number];
  readonly line: string;
}

/** The tokens of a text, comments and blank lines included if wished (CPython: Python/Python-tokenize.c). */
export function* tokenStream(text: string, extraTokens: boolean): Generator<TokenRecord, void> {
  const source = sourceFromText(text, true);
  const tokens = new Tokenizer(source, { single: false, dontImplyDedent: false, extraTokens });
  tokens.run();
  const reader = new RecordReader(tokens, text);
  if (text === '' && !extraTokens) return;
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.kinds[i] === ERRORTOKEN && i === tokens.count - 1) throw reader.problem();
    yield reader.record(i);
  }
}

class RecordReader {
  private readonly tokens: Tokenizer;
  /** The lines as they were given, with their ends; the tokenizer has seen each end as `\n`. */
  private readonly lines: readonly string[];
  private lastLine = '';

  constructor(tokens: Tokenizer, text: string) {
    this.tokens = tokens;
    this.lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  }

  record(i: number): TokenRecord {
    const t = this.tokens;
    const kind = t.kinds[i]!;
    const type = kind >= KEYWORD_BASE ? NAME : kind;
    if (t.extraTokens && (kind === ENDMARKER || (kind === DEDENT && this.isPastEnd(i)))) {
      const end = [this.lines.length + 1, 0] as const;
      return { type, string: '', start: end, end, line: '' };
    }
    const [first, last] = [t.lines[i]!, t.endLines[i]!];
    if (!t.extraTokens && this.isPastEnd(i)) return this.recordAtEnd(i, type, first);
    const line = isStringPart(kind) ? this.lines.slice(first - 1, last).join('') : this.line(last);
    this.lastLine = line;
    const start = this.column(first, t.cols[i]!);
    const string = this.string(i);
    let end = this.endColumn(i);
    if (t.extraTokens && (kind === NEWLINE || kind === NL)) {
      end = start + Math.max(1, string.length);
    } else if (kind === DEDENT && t.extraTokens) {
      const at = [first, this.column(first, t.starts[i]! - t.source.lineStart(first))] as const;
      return { type, string, start: at, end: at, line };
    }
    const operator = type >= LPAR && type < OP && t.extraTokens;
    return { type: operator ? OP : type, string, start: [first, start], end: [last, end], line };
  }

  /** What is implied at the end shows the line of the token before it, if that stands on the last line. */
  private recordAtEnd(i: number, type: number, lineno: number): TokenRecord {
    const seen = i > 0 && this.tokens.endLines[i - 1] === lineno;
    if (!seen) this.lastLine = '';
    const at = [lineno, -1] as const;
    return { type, string: '', start: at, end: at, line: this.lastLine };
  }

  /** Where the text of a token ends; what belongs to it behind, as a doubled brace does, is not counted. */
  private endColumn(i: number): number {
    const t = this.tokens;
    const last = t.endLines[i]!;
    return t.cols[i]! < 0 ? -1 : this.column(last, t.ends[i]! - t.source.lineStart(last));
  }

  private isPastEnd(i: number): boolean {
    return this.tokens.starts[i]! >= this.tokens.source.length;
  }

  private line(lineno: number): string {
    return this.lines[lineno - 1] ?? '';
  }

  /** A byte column of a line in characters. */
  private column(lineno: number, bytes: number): number {
    if (bytes <= 0 || this.tokens.source.ascii !== null) return bytes;
    const start = this.tokens.source.lineStart(lineno);
    return Array.from(this.tokens.source.slice(start, start + bytes)).length;
  }

  private string(i: number): string {
    const t = this.tokens;
    const kind = t.kinds[i]!;
    if (!t.extraTokens && (kind === INDENT || kind === DEDENT || kind === NEWLINE)) {
      return t.source.slice(t.starts[i]!, t.ends[i]!);
    }
    const [first, last] = [t.lines[i]!, t.endLines[i]!];
    if (kind === NEWLINE || kind === NL) return /[\r\n]*$/.exec(this.line(first))![0];
    if (first === last) return t.source.slice(t.starts[i]!, t.ends[i]!);
    const rows = this.lines.slice(first - 1, last);
    const end = Array.from(rows[rows.length - 1]!).slice(0, this.endColumn(i));
    rows[rows.length - 1] = end.join('');
    return Array.from(rows.join('')).slice(this.column(first, t.cols[i]!)).join('');
  }

  /** What CPython still has in its buffer at the end: nothing, except within an f-string or behind a backslash. */
  private bytesAtEnd(): number {
    const { source, failure, bufferStart } = this.tokens;
    const continued = source.bytes[source.length - 2] === 92;
    return failure!.insideFString || continued ? source.length - bufferStart : 0;
  }

  /** The error that ends the tokens. */
  problem(): SyntaxProblem {
    const failure = this.tokens.failure!;
    if (failure.problem !== null) return failure.problem;
    const last = this.tokens.count - 1;
    const lineno = this.tokens.lines[last]!;
    const text = this.line(lineno).replace(/[\r\n]+$/, '');
    const offset = Array.from(text).length + 1;
    const make = (kind: ProblemKind, message: string, column = offset): SyntaxProblem =>
      new SyntaxProblem(kind, message, lineno, column, null, null, text);
    switch (failure.reason) {
      case 'dedent':
        return make('IndentationError', 'unindent does not match any outer indentation level');
      case 'tabs':
        return make('TabError', 'inconsistent use of tabs and spaces in indentation');
      case 'depth':
        return make('IndentationError', 'too many levels of indentation');
      case 'continuation':
        return make('SyntaxError', 'unexpected character after line continuation character');
      default:
        return make('SyntaxError', 'unexpected EOF in multi-line statement', this.bytesAtEnd());
    }
  }
}

const isMiddle = (kind: number): boolean => kind === FSTRING_MIDDLE || kind === TSTRING_MIDDLE;

const isStringPart = (kind: number): boolean =>
  kind === STRING ||
  kind === FSTRING_START ||
  kind === FSTRING_END ||
  kind === TSTRING_START ||
  kind === TSTRING_END ||
  isMiddle(kind);
