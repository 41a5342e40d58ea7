import {
  CHAR_BACKSLASH,
  CHAR_DIGIT,
  CHAR_DOT,
  CHAR_END,
  CHAR_HASH,
  CHAR_NAME,
  CHAR_NEWLINE,
  CHAR_QUOTE,
  charClass,
  isNameChar,
  doubleKinds,
  singleKinds,
  prefixConflict,
  stringPrefix,
  PREFIX_F,
  PREFIX_RAW,
  PREFIX_T,
} from './characters.ts';
import { NameTable } from './name-table.ts';
import { invalidEscape, SyntaxProblem, type WarningAtToken } from './problem.ts';
import type { Source } from './source.ts';
import {
  COLON,
  COMMENT,
  DEDENT,
  DOT,
  DOUBLESLASHEQUAL,
  DOUBLESTAREQUAL,
  DOUBLESTAR,
  DOUBLESLASH,
  ELLIPSIS,
  ENDMARKER,
  EQUAL,
  ERRORTOKEN,
  FSTRING_END,
  FSTRING_MIDDLE,
  FSTRING_START,
  INDENT,
  KEYWORD_BASE,
  LEFTSHIFT,
  LEFTSHIFTEQUAL,
  NAME,
  NEWLINE,
  NL,
  OP,
  RIGHTSHIFT,
  RIGHTSHIFTEQUAL,
  STRING,
  TSTRING_END,
  TSTRING_MIDDLE,
  TSTRING_START,
  TYPE_COMMENT,
  keywords,
} from './tokens.ts';
import {
  isIdentifierContinue,
  isIdentifierStart,
  isPrintable,
} from '../algorithms/unicode/character-type.ts';
import { codePointAt, countCharacters, utf8Length } from './utf8.ts';
import { FStringMode } from './fstring-mode.ts';
import { scanNumber } from './tokenizer-numbers.ts';

const MAX_INDENT = 100;
const MAX_LEVEL = 200;
const MAX_FSTRING_LEVEL = 150;
const MAX_FIELD_DEPTH = 3;

/** Bits of a STRING token's value. */
export const STRING_HAS_BACKSLASH = 1;
export const STRING_NON_ASCII = 2;

export interface TokenizerOptions {
  /** Imply a NEWLINE and the missing DEDENTs at the end, as for `single` input. */
  readonly single: boolean;
  /** With `single`: leave open blocks open (codeop). */
  readonly dontImplyDedent: boolean;
  /** For `_tokenize`: emit comments and insignificant newlines, and pass over what only the parser minds. */
  readonly extraTokens?: boolean;
  /** Emit type comments and collect `# type: ignore`. */
  readonly typeComments?: boolean;
}

export type FailureReason = 'message' | 'eof' | 'dedent' | 'tabs' | 'depth' | 'continuation';

/** Why the tokens end before the source does. */
export interface TokenizerFailure {
  readonly reason: FailureReason;
  /** The error, when the reason is a message of the tokenizer's own. */
  readonly problem: SyntaxProblem | null;
  /** The end of the source was reached. */
  readonly atEnd: boolean;
  readonly insideFString: boolean;
}

/**
 * All tokens of a source in parallel arrays (CPython: Parser/lexer/lexer.c). Nothing is allocated per token; the
 * first error ends the stream with an ERRORTOKEN and is described in `failure`.
 */
export class Tokenizer {
  readonly source: Source;
  readonly bytes: Uint8Array;
  readonly names = new NameTable(keywords.length);
  readonly warnings: WarningAtToken[] = [];
  failure: TokenizerFailure | null = null;
  readonly typeIgnores: { lineno: number; tag: string }[] = [];

  count = 0;
  kinds: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  lines: Int32Array;
  cols: Int32Array;
  endLines: Int32Array;
  endCols: Int32Array;
  /** A name's index in `names`, a small int's value or -1, a string's STRING_ bits. */
  values: Int32Array;

  /** Scanner state. */
  pos = 0;
  line = 1;
  lineStart = 0;
  /** Where CPython's buffer starts: it keeps the earlier lines of a token or of a line continued by a backslash. */
  bufferStart = 0;
  private readonly options: TokenizerOptions;
  readonly extraTokens: boolean;
  /** With extraTokens: the comment just emitted has its line to itself. */
  private commentAlone = false;
  private atLineStart = true;
  private done = false;
  private parsingStarted = false;
  private readonly indents: number[] = [0];
  private readonly altIndents: number[] = [0];
  /** Open brackets: character, line and column. */
  readonly brackets: number[] = [];
  readonly bracketLines: number[] = [];
  readonly bracketCols: number[] = [];
  private mode: FStringMode | null = null;
  private readonly modes: FStringMode[] = [];

  constructor(source: Source, options: TokenizerOptions) {
    this.source = source;
    this.bytes = source.bytes;
    this.options = options;
    this.extraTokens = options.extraTokens ?? false;
    const capacity = (source.length >> 2) + 32;
    this.kinds = new Uint8Array(capacity);
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
    this.lines = new Int32Array(capacity);
    this.cols = new Int32Array(capacity);
    this.endLines = new Int32Array(capacity);
    this.endCols = new Int32Array(capacity);
    this.values = new Int32Array(capacity);
  }

  run(): void {
    while (!this.done) {
      const mode = this.mode;
      if (mode !== null && mode.literal) this.scanFString(mode);
      else this.scanToken();
    }
  }

  private grow(): void {
    const capacity = this.kinds.length * 2;
    const widen = (old: Int32Array): Int32Array => {
      const array = new Int32Array(capacity);
      array.set(old);
      return array;
    };
    const kinds = new Uint8Array(capacity);
    kinds.set(this.kinds);
    this.kinds = kinds;
    this.starts = widen(this.starts);
    this.ends = widen(this.ends);
    this.lines = widen(this.lines);
    this.cols = widen(this.cols);
    this.endLines = widen(this.endLines);
    this.endCols = widen(this.endCols);
    this.values = widen(this.values);
  }

  /** A token on the current line. */
  emit(kind: number, start: number, end: number, value: number): void {
    const n = this.count;
    if (n === this.kinds.length) this.grow();
    this.kinds[n] = kind;
    this.starts[n] = start;
    this.ends[n] = end;
    this.lines[n] = this.endLines[n] = this.line;
    this.cols[n] = start - this.lineStart;
    this.endCols[n] = end - this.lineStart;
    this.values[n] = value;
    this.count = n + 1;
  }

  /** A token that began on `line` and ends at the scanner's position. */
  private emitFrom(
    kind: number,
    start: number,
    line: number,
    col: number,
    end: number,
    value: number,
  ): void {
    this.emit(kind, start, end, value);
    this.lines[this.count - 1] = line;
    this.cols[this.count - 1] = col;
  }

  /** A token without text: INDENT, DEDENT, ENDMARKER. */
  private emitEmpty(kind: number): void {
    this.emit(kind, this.pos, this.pos, 0);
    if (this.pos >= this.source.length && this.pos === this.lineStart) {
      // At the end of input CPython has not counted another line.
      this.lines[this.count - 1] = this.endLines[this.count - 1] = this.line - 1;
    }
    this.cols[this.count - 1] = this.endCols[this.count - 1] = -1;
  }

  /** Ends the stream with an error whose offset is the number of characters read of the line. */
  fail(message: string, end = this.pos, atEnd = false): void {
    this.pos = end;
    const offset = countCharacters(this.bytes, this.lineStart, end);
    const { line } = this;
    const text = this.source.line(line);
    this.stop(new SyntaxProblem('SyntaxError', message, line, offset, line, offset, text), atEnd);
  }

  /** Ends the stream with an error at the bytes `from`..`to` of the current line. */
  failRange(message: string, from: number, to: number): void {
    const { line } = this;
    const text = this.source.line(line);
    const offset = countCharacters(this.bytes, this.lineStart, from) + 1;
    const end = countCharacters(this.bytes, this.lineStart, to);
    this.stop(new SyntaxProblem('SyntaxError', message, line, offset, line, end, text), false);
  }

  warn(message: string): void {
    const warning = { category: 'SyntaxWarning', message, lineno: this.line } as const;
    this.warnings.push({ token: this.count, warning });
  }

  private stop(problem: SyntaxProblem, atEnd: boolean): void {
    this.end('message', problem, atEnd);
  }

  private end(reason: FailureReason, problem: SyntaxProblem | null, atEnd: boolean): void {
    this.failure = { reason, problem, atEnd, insideFString: this.mode !== null };
    this.done = true;
    this.emitEmpty(ERRORTOKEN);
  }

  private scanToken(): void {
    const bytes = this.bytes;
    let blank = false;
    // A comment before a newline belongs to the NEWLINE token.
    let comment = -1;
    for (;;) {
      if (this.atLineStart) {
        this.atLineStart = false;
        blank = this.beginLine();
        if (this.done) return;
      }
      let start = this.pos;
      let c = bytes[start]!;
      while (c === 32 || c === 9 || c === 12) c = bytes[++start]!;
      this.pos = start;
      switch (charClass[c]!) {
        case CHAR_NAME:
          this.scanName();
          return;
        case CHAR_DIGIT:
          scanNumber(this);
          return;
        case CHAR_QUOTE:
          this.scanString(start, start);
          return;
        case CHAR_NEWLINE: {
          const insignificant = blank || this.brackets.length > 0 || this.commentAlone;
          const emitted = !insignificant || this.extraTokens;
          if (emitted) {
            this.emit(insignificant ? NL : NEWLINE, comment < 0 ? start : comment, start, 0);
            this.endCols[this.count - 1] = start + 1 - this.lineStart;
          }
          this.commentAlone = false;
          this.pos = this.lineStart = start + 1;
          if (this.mode === null) this.bufferStart = this.pos;
          this.line++;
          this.atLineStart = true;
          if (emitted) return;
          comment = -1;
          continue;
        }
        case CHAR_HASH: {
          const newline = bytes.indexOf(10, start);
          const end = newline < 0 ? this.source.length : newline;
          this.pos = end;
          comment = start;
          if (this.options.typeComments === true) {
            const ignores = this.typeIgnores.length;
            if (this.scanTypeComment(start, end, blank)) return;
            if (this.typeIgnores.length > ignores) comment = -1;
          }
          if (!this.extraTokens) continue;
          this.emit(COMMENT, start, end, 0);
          this.commentAlone = blank;
          return;
        }
        case CHAR_BACKSLASH:
          if (!this.continueLine(start + 1)) return;
          continue;
        case CHAR_END:
          if (start >= this.source.length) this.finish();
          else this.fail('source code cannot contain null bytes', start + 1);
          return;
        case CHAR_DOT:
          this.scanDot(start);
          return;
        default:
          this.scanOperator(start, c);
          return;
      }
    }
  }

  /** The comment `start`..`end` as a TYPE_COMMENT, or among the ignores. */
  private scanTypeComment(start: number, end: number, blank: boolean): boolean {
    const comment = this.source.slice(start, end);
    const prefix = /^#[ \t]*type:[ \t]*/.exec(comment);
    if (prefix === null) return false;
    const text = comment.slice(prefix[0].length);
    if (/^ignore(?![A-Za-z0-9\x80-\u{10ffff}])/u.test(text)) {
      // A line that is nothing else goes with its newline.
      const newline = blank && this.bytes[end] === 10 ? '\n' : '';
      this.typeIgnores.push({ lineno: this.line, tag: text.slice(6) + newline });
      return false;
    }
    this.emit(TYPE_COMMENT, start + prefix[0].length, end, 0);
    return true;
  }

  /** Measures the indentation of a line; true when the line is blank or a comment. */
  private beginLine(): boolean {
    const bytes = this.bytes;
    let pos = this.pos;
    let col = 0;
    let alt = 0;
    let continued = 0;
    let c: number;
    for (;;) {
      c = bytes[pos]!;
      if (c === 32) {
        col++;
        alt++;
      } else if (c === 9) {
        col = (col & ~7) + 8;
        alt++;
      } else if (c === 12) col = alt = 0;
      else if (c === 92) {
        // The first backslash decides the indentation of a line that is continued within its white space.
        if (continued === 0) continued = col;
        if (!this.continueLine(pos + 1)) return false;
        pos = this.bufferStart = this.pos;
        continue;
      } else break;
      pos++;
    }
    this.pos = pos;
    if (c === 35 || c === 10) return true;
    if (this.brackets.length > 0) return false;
    if (continued !== 0) col = alt = continued;
    this.indentTo(col, alt);
    return false;
  }

  private indentTo(col: number, alt: number): void {
    const { indents, altIndents } = this;
    let top = indents.length - 1;
    if (col === indents[top]) {
      if (alt !== altIndents[top]) this.failIndent('tabs');
    } else if (col > indents[top]!) {
      if (top + 1 >= MAX_INDENT) this.failIndent('depth');
      else if (alt <= altIndents[top]!) this.failIndent('tabs');
      else {
        indents.push(col);
        altIndents.push(alt);
        if (this.extraTokens) this.emit(INDENT, this.lineStart, this.pos, 0);
        else this.emitEmpty(INDENT);
      }
    } else {
      let dedents = 0;
      for (; top > 0 && col < indents[top]!; top--) {
        indents.pop();
        altIndents.pop();
        dedents++;
      }
      if (col !== indents[top]) this.failIndent('dedent');
      else if (alt !== altIndents[top]) this.failIndent('tabs');
      else for (; dedents > 0; dedents--) this.emitEmpty(DEDENT);
    }
  }

  /** The indentation of a line is wrong: the tokenizer has read that line. */
  private failIndent(reason: 'dedent' | 'tabs' | 'depth'): void {
    const newline = this.bytes.indexOf(10, this.pos);
    this.pos = newline < 0 || newline >= this.source.length ? this.source.length : newline + 1;
    this.end(reason, null, false);
  }

  /** After a backslash: steps over the newline; false when something else follows, or nothing. */
  private continueLine(pos: number): boolean {
    const { length } = this.source;
    if (this.bytes[pos] !== 10) {
      this.pos = Math.min(pos + 1, length);
      this.end('continuation', null, false);
      return false;
    }
    this.pos = pos + 1;
    if (this.pos >= length) {
      this.end('eof', null, true);
      return false;
    }
    this.lineStart = this.pos;
    this.line++;
    return true;
  }

  private finish(): void {
    if (this.brackets.length > 0) {
      this.end('eof', null, true);
      return;
    }
    if (this.options.single && this.count > 0 && !this.parsingStarted) {
      this.parsingStarted = true;
      this.emitEmpty(NEWLINE);
      if (!this.options.dontImplyDedent && this.indents.length > 1) {
        this.dedentAll();
        this.emitEmpty(NEWLINE);
      }
    }
    this.done = true;
    this.emitEmpty(ENDMARKER);
  }

  private dedentAll(): void {
    while (this.indents.length > 1) {
      this.indents.pop();
      this.emitEmpty(DEDENT);
    }
  }

  private scanName(): void {
    const bytes = this.bytes;
    const start = this.pos;
    let i = start;
    let c = bytes[i]!;
    let hash = 0;
    let seen = 0;
    do {
      hash = (Math.imul(hash, 31) + c) | 0;
      seen |= c;
      c = bytes[++i]!;
    } while (isNameChar[c] === 1);
    if ((c === 34 || c === 39) && i - start <= 5) {
      const prefix = stringPrefix(bytes, start, i);
      if (prefix >= 0) {
        const conflict = i - start > 1 ? prefixConflict(prefix) : '';
        if (conflict !== '') this.failRange(conflict, start, i + 1);
        else if ((prefix & (PREFIX_F | PREFIX_T)) !== 0) this.startFString(start, i, prefix);
        else this.scanString(start, i);
        return;
      }
    }
    this.pos = i;
    if (seen < 0x80) {
      const index = this.names.intern(this.source, start, i, hash);
      this.emit(index < keywords.length ? KEYWORD_BASE + index : NAME, start, i, index);
    } else this.scanWideName(start, i);
  }

  /** Whether a name with other than ASCII characters is one (PEP 3131). */
  private checkWideName(start: number, end: number): boolean {
    const bytes = this.bytes;
    for (let i = start; i < end; i += utf8Length(bytes[i]!)) {
      const code = codePointAt(bytes, i);
      if (i === start ? isIdentifierStart(code) : isIdentifierContinue(code)) continue;
      const hex = code.toString(16).toUpperCase().padStart(4, '0');
      const message = isPrintable(code)
        ? `invalid character '${String.fromCodePoint(code)}' (U+${hex})`
        : `invalid non-printable character U+${hex}`;
      this.fail(message, i + utf8Length(bytes[i]!));
      return false;
    }
    return true;
  }

  private scanWideName(start: number, end: number): void {
    if (!this.extraTokens && !this.checkWideName(start, end)) return;
    const text = this.source.slice(start, end);
    this.emit(NAME, start, end, this.names.internWide(text));
  }

  /** A string literal that starts at `start` and whose quote is at `quoteAt`. */
  private scanString(start: number, quoteAt: number): void {
    const bytes = this.bytes;
    const end = this.source.length;
    const quote = bytes[quoteAt]!;
    const line = this.line;
    const col = start - this.lineStart;
    let i = quoteAt + 1;
    if (bytes[i] === quote && bytes[i + 1] === quote) {
      this.scanTripleString(start, i + 2, quote);
      return;
    }
    let flags = 0;
    let seen = 0;
    let escapedQuote = false;
    for (;;) {
      const c = bytes[i]!;
      if (c === quote) break;
      if (c === 92) {
        flags |= STRING_HAS_BACKSLASH;
        const next = bytes[++i]!;
        if (next === 10) this.startLine(i + 1);
        else if (next === quote) escapedQuote = true;
        seen |= next;
      } else seen |= c;
      if ((c === 10 || bytes[i] === 0) && (c === 10 || i >= end)) {
        this.failString(start, line, col, 1, i, escapedQuote);
        return;
      }
      i++;
    }
    if (seen >= 0x80) flags |= STRING_NON_ASCII;
    this.pos = i + 1;
    this.emitFrom(STRING, start, line, col, i + 1, flags);
  }

  private scanTripleString(start: number, from: number, quote: number): void {
    const bytes = this.bytes;
    const end = this.source.length;
    const line = this.line;
    const col = start - this.lineStart;
    let flags = 0;
    let seen = 0;
    let i = from;
    for (;;) {
      let c = bytes[i]!;
      if (c === quote && bytes[i + 1] === quote && bytes[i + 2] === quote) break;
      if (c === 92) {
        flags |= STRING_HAS_BACKSLASH;
        c = bytes[++i]!;
      }
      if (c === 10) this.startLine(i + 1);
      else if (c === 0 && i >= end) {
        this.failString(start, line, col, 3, i, false);
        return;
      }
      seen |= c;
      i++;
    }
    if (seen >= 0x80) flags |= STRING_NON_ASCII;
    this.pos = i + 3;
    this.emitFrom(STRING, start, line, col, i + 3, flags);
  }

  private startLine(at: number): void {
    this.line++;
    this.lineStart = at;
  }

  /** A string began at `start` and the scan ended at `at`: at a newline or at the end of the source. */
  private failString(
    start: number,
    line: number,
    col: number,
    quoteSize: number,
    at: number,
    escapedQuote: boolean,
  ): void {
    const atEnd = at >= this.source.length;
    const detected = this.lastLine(at);
    this.line = line;
    this.lineStart = start - col;
    const mode = this.mode;
    let quoteAt = start;
    while (this.bytes[quoteAt] !== 34 && this.bytes[quoteAt] !== 39) quoteAt++;
    if (mode !== null && mode.quote === this.bytes[quoteAt] && mode.quoteSize === quoteSize) {
      // The string's quote was meant to end the f-string.
      this.fail(`${mode.name}: expecting '}'`, start + 1);
      return;
    }
    const what = quoteSize === 3 ? 'unterminated triple-quoted string' : 'unterminated string';
    const hint = escapedQuote ? '; perhaps you escaped the end quote?' : '';
    this.fail(`${what} literal (detected at line ${detected})${hint}`, start + 1, atEnd);
  }

  /** The number of the line at `at`; behind the last newline CPython has not begun another. */
  private lastLine(at: number): number {
    return at >= this.source.length && at === this.lineStart ? this.line - 1 : this.line;
  }

  private scanDot(start: number): void {
    const bytes = this.bytes;
    const c = bytes[start + 1]!;
    if (charClass[c] === CHAR_DIGIT) return scanNumber(this);
    if (c === 46 && bytes[start + 2] === 46) {
      this.pos = start + 3;
      this.emit(ELLIPSIS, start, start + 3, 0);
    } else {
      this.pos = start + 1;
      this.emit(DOT, start, start + 1, 0);
    }
  }

  private scanOperator(start: number, c: number): void {
    const bytes = this.bytes;
    const mode = this.mode;
    if (mode !== null && c === 58 && mode.exprStart >= 0 && mode.depth - 1 === mode.exprStart) {
      mode.literal = true;
      mode.inFormatSpec = true;
      this.pos = start + 1;
      this.emit(COLON, start, start + 1, 0);
      return;
    }
    const next = bytes[start + 1]!;
    let kind = doubleKind(c, next);
    let end = start + 2;
    if (kind !== 0) {
      if (bytes[end] === 61) {
        const triple =
          kind === DOUBLESTAR
            ? DOUBLESTAREQUAL
            : kind === DOUBLESLASH
              ? DOUBLESLASHEQUAL
              : kind === LEFTSHIFT
                ? LEFTSHIFTEQUAL
                : kind === RIGHTSHIFT
                  ? RIGHTSHIFTEQUAL
                  : 0;
        if (triple !== 0) {
          kind = triple;
          end++;
        }
      }
      this.pos = end;
      this.emit(kind, start, end, 0);
      return;
    }
    if (c === 40 || c === 91 || c === 123) {
      if (!this.open(start, c)) return;
    } else if (c === 41 || c === 93 || c === 125) {
      if (!this.close(start, c)) return;
    }
    kind = singleKinds[c]!;
    if (kind === 0) {
      if (c < 32 || c === 127) {
        const code = c.toString(16).toUpperCase().padStart(4, '0');
        this.fail(`invalid non-printable character U+${code}`, start + 1);
        return;
      }
      // `$`, `?` and a backquote are operators that no rule accepts.
      kind = OP;
    }
    if (kind === EQUAL && mode !== null && mode.exprStart >= 0) mode.debug = true;
    this.pos = start + 1;
    this.emit(kind, start, start + 1, 0);
  }

  private open(start: number, c: number): boolean {
    if (this.brackets.length >= MAX_LEVEL) {
      this.fail('too many nested parentheses', start + 1);
      return false;
    }
    this.brackets.push(c);
    this.bracketLines.push(this.line);
    this.bracketCols.push(start - this.lineStart);
    if (this.mode !== null) this.mode.depth++;
    return true;
  }

  private close(start: number, c: number): boolean {
    const mode = this.mode;
    const what = mode === null ? '' : mode.name;
    const char = String.fromCharCode(c);
    let message = '';
    if (mode !== null && mode.depth === 0 && c === 125)
      message = `${what}: single '}' is not allowed`;
    else if (this.brackets.length === 0) {
      if (!this.extraTokens) message = `unmatched '${char}'`;
    } else {
      const opening = this.brackets.pop()!;
      const line = this.bracketLines.pop()!;
      this.bracketCols.pop();
      if (!this.extraTokens && c !== (opening === 40 ? 41 : opening + 2)) {
        if (mode !== null && opening === 123 && mode.depth - 1 === mode.exprStart) {
          message = `${what}: unmatched '${char}'`;
        } else {
          message = `closing parenthesis '${char}' does not match opening parenthesis '${String.fromCharCode(opening)}'`;
          if (line !== this.line) message += ` on line ${line}`;
        }
      }
    }
    if (message === '' && mode !== null) {
      mode.depth--;
      if (mode.depth < 0) message = `${what}: unmatched '${char}'`;
      else if (c === 125 && mode.depth === mode.exprStart) {
        mode.exprStart--;
        mode.literal = true;
        mode.inFormatSpec = false;
        mode.debug = false;
      }
    }
    if (message === '') return true;
    this.fail(message, start + 1);
    return false;
  }

  private startFString(start: number, quoteAt: number, prefix: number): void {
    const bytes = this.bytes;
    const quote = bytes[quoteAt]!;
    const size = bytes[quoteAt + 1] === quote && bytes[quoteAt + 2] === quote ? 3 : 1;
    this.pos = quoteAt + size;
    if (this.modes.length + 1 >= MAX_FSTRING_LEVEL) {
      this.fail('too many nested f-strings or t-strings');
      return;
    }
    const template = (prefix & PREFIX_T) !== 0;
    const mode = new FStringMode(
      quote,
      size,
      (prefix & PREFIX_RAW) !== 0,
      template,
      start,
      this.line,
      this.lineStart,
    );
    this.modes.push(mode);
    this.mode = mode;
    this.emit(template ? TSTRING_START : FSTRING_START, start, this.pos, 0);
  }

  /** The next token of the literal part of an f-string: a start of `{`, an end, or a middle. */
  private scanFString(mode: FStringMode): void {
    const bytes = this.bytes;
    const start = this.pos;
    const { quote, quoteSize: size } = mode;
    if (bytes[start] === 123 && bytes[start + 1] !== 123) {
      if (this.enterExpression(mode)) this.scanToken();
      return;
    }
    if (
      bytes[start] === quote &&
      (size === 1 || (bytes[start + 1] === quote && bytes[start + 2] === quote))
    ) {
      this.modes.pop();
      this.mode = this.modes.length > 0 ? this.modes[this.modes.length - 1]! : null;
      this.pos = start + size;
      this.emit(mode.isTemplate ? TSTRING_END : FSTRING_END, start, this.pos, 0);
      return;
    }
    this.scanFStringMiddle(mode, start);
  }

  private enterExpression(mode: FStringMode): boolean {
    mode.exprStart++;
    if (mode.exprStart >= MAX_FIELD_DEPTH) {
      this.fail(`${mode.name}: expressions nested too deeply`);
      return false;
    }
    mode.literal = false;
    return true;
  }

  private scanFStringMiddle(mode: FStringMode, start: number): void {
    const bytes = this.bytes;
    const length = this.source.length;
    const { quote, quoteSize: size } = mode;
    const kind = mode.isTemplate ? TSTRING_MIDDLE : FSTRING_MIDDLE;
    const line = this.line;
    const col = start - this.lineStart;
    const inSpec = mode.inFormatSpec && mode.exprStart >= 0;
    let named = false;
    let i = start;
    let end: number;
    for (;;) {
      const c = bytes[i]!;
      if (c === quote) {
        if (size === 1 || (bytes[i + 1] === quote && bytes[i + 2] === quote)) {
          end = this.pos = i;
          break;
        }
      } else if (c === 123) {
        if (bytes[i + 1] !== 123 || inSpec) {
          if (!this.enterExpression(mode)) return;
          mode.inFormatSpec = false;
          end = this.pos = i;
        } else {
          end = i + 1;
          this.pos = i + 2;
        }
        break;
      } else if (c === 125) {
        if (named) {
          end = this.pos = i + 1;
          break;
        }
        if (bytes[i + 1] === 125 && !inSpec && mode.depth === 0) {
          end = i + 1;
          this.pos = i + 2;
        } else {
          mode.literal = false;
          mode.inFormatSpec = false;
          end = this.pos = i;
        }
        break;
      } else if (c === 92) {
        const next = bytes[i + 1]!;
        if (next === 123 || next === 125) {
          if (!mode.raw) this.warn(invalidEscape(`\\${String.fromCharCode(next)}`, false));
          i++;
          continue;
        }
        i++;
        if (next === 10) {
          this.line++;
          this.lineStart = i + 1;
        } else if (next === 78 && !mode.raw && bytes[i + 1] === 123) {
          named = true;
          i++;
        }
      } else if (c === 10) {
        if (size === 1) {
          if (!inSpec) return this.failFString(mode, i);
          const where = `format specifiers for single quoted ${mode.name}s`;
          return this.fail(`${mode.name}: newlines are not allowed in ${where}`, i + 1);
        }
        this.line++;
        this.lineStart = i + 1;
      } else if (c === 0 && i >= length) return this.failFString(mode, i);
      i++;
    }
    this.emitFrom(kind, start, line, col, end, 0);
    // A doubled brace belongs to the token but not to its text.
    this.endCols[this.count - 1] = this.pos - this.lineStart;
  }

  private failFString(mode: FStringMode, at: number): void {
    const detected = this.lastLine(at);
    this.line = mode.line;
    this.lineStart = mode.lineStart;
    const triple = mode.quoteSize === 3;
    const what = `${triple ? 'triple-quoted ' : ''}${mode.name}`;
    const message = `unterminated ${what} literal (detected at line ${detected})`;
    this.fail(message, mode.start + 1, triple && at >= this.source.length);
  }
}

const doubleKind = (c: number, next: number): number =>
  next === 61
    ? doubleKinds[c]!
    : next === c
      ? doubleKinds[c + 128]!
      : next === 62 && c === 45
        ? doubleKinds[c + 256]!
        : 0;
