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
  stringPrefix,
  PREFIX_F,
  PREFIX_NONE,
  PREFIX_RAW,
  PREFIX_T,
} from './characters.ts';
import { NameTable } from './name-table.ts';
import { SyntaxProblem, type SyntaxWarningRecord } from './problem.ts';
import type { Source } from './source.ts';
import {
  COLON,
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
  RIGHTSHIFT,
  RIGHTSHIFTEQUAL,
  STRING,
  TSTRING_END,
  TSTRING_MIDDLE,
  TSTRING_START,
  keywords,
  EXCLAMATION,
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

/** Bits of a STRING token's value. */
export const STRING_HAS_BACKSLASH = 1;
export const STRING_NON_ASCII = 2;

export interface TokenizerOptions {
  /** Imply a NEWLINE and the missing DEDENTs at the end, as for `single` input. */
  readonly single: boolean;
  /** With `single`: leave open blocks open (codeop). */
  readonly dontImplyDedent: boolean;
}

/**
 * All tokens of a source in parallel arrays (CPython: Parser/lexer/lexer.c). Nothing is allocated per token; the
 * first error ends the stream with an ERRORTOKEN and stands in `problem`.
 */
export class Tokenizer {
  readonly source: Source;
  readonly bytes: Uint8Array;
  readonly names = new NameTable(keywords.length);
  readonly warnings: SyntaxWarningRecord[] = [];
  problem: SyntaxProblem | null = null;

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
  private readonly options: TokenizerOptions;
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
  fail(message: string, end = this.pos): void {
    this.pos = end;
    const offset = countCharacters(this.bytes, this.lineStart, end);
    this.stop(
      new SyntaxProblem(
        'SyntaxError',
        message,
        this.line,
        offset,
        this.line,
        offset,
        this.source.line(this.line),
      ),
    );
  }

  failLeadingZeros(start: number, zerosEnd: number): void {
    const message =
      'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers';
    const from = start + 1 - this.lineStart;
    const to = zerosEnd - this.lineStart;
    this.stop(
      new SyntaxProblem(
        'SyntaxError',
        message,
        this.line,
        from,
        this.line,
        to,
        this.source.line(this.line),
      ),
    );
  }

  warn(message: string): void {
    this.warnings.push({ category: 'SyntaxWarning', message, lineno: this.line });
  }

  private stop(problem: SyntaxProblem): void {
    this.problem ??= problem;
    this.done = true;
    this.emitEmpty(ERRORTOKEN);
  }

  private scanToken(): void {
    const bytes = this.bytes;
    let blank = false;
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
          this.scanString(start, start, PREFIX_NONE);
          return;
        case CHAR_NEWLINE: {
          const kept = !blank && this.brackets.length === 0;
          if (kept) this.emit(NEWLINE, start, start, 0);
          this.pos = this.lineStart = start + 1;
          this.line++;
          this.atLineStart = true;
          if (kept) return;
          continue;
        }
        case CHAR_HASH: {
          const end = bytes.indexOf(10, start);
          this.pos = end < 0 ? this.source.length : end;
          continue;
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
        pos = this.pos;
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
      if (alt !== altIndents[top]) this.failTabs();
    } else if (col > indents[top]!) {
      if (top + 1 >= MAX_INDENT)
        this.failAtLine('IndentationError', 'too many levels of indentation');
      else if (alt <= altIndents[top]!) this.failTabs();
      else {
        indents.push(col);
        altIndents.push(alt);
        this.emitEmpty(INDENT);
      }
    } else {
      let dedents = 0;
      for (; top > 0 && col < indents[top]!; top--) {
        indents.pop();
        altIndents.pop();
        dedents++;
      }
      if (col !== indents[top])
        this.failAtLine('IndentationError', 'unindent does not match any outer indentation level');
      else if (alt !== altIndents[top]) this.failTabs();
      else for (; dedents > 0; dedents--) this.emitEmpty(DEDENT);
    }
  }

  private failTabs(): void {
    this.failAtLine('TabError', 'inconsistent use of tabs and spaces in indentation');
  }

  private failAtLine(kind: 'IndentationError' | 'TabError', message: string): void {
    this.stop(
      new SyntaxProblem(kind, message, this.line, 1, this.line, 0, this.source.line(this.line)),
    );
  }

  /** After a backslash: steps over the newline; false when nothing may follow. */
  private continueLine(pos: number): boolean {
    if (this.bytes[pos] !== 10) {
      this.fail('unexpected character after line continuation character', pos);
      return false;
    }
    this.pos = this.lineStart = pos + 1;
    this.line++;
    if (this.pos >= this.source.length) {
      this.fail('unexpected EOF while parsing');
      return false;
    }
    return true;
  }

  private finish(): void {
    if (this.brackets.length > 0 || this.mode !== null) {
      this.done = true;
      this.emitEmpty(ERRORTOKEN);
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
    if ((c === 34 || c === 39) && i - start <= 2) {
      const prefix = stringPrefix(bytes, start, i);
      if (prefix >= 0) {
        if ((prefix & (PREFIX_F | PREFIX_T)) !== 0) this.startFString(start, i, prefix);
        else this.scanString(start, i, prefix);
        return;
      }
    }
    this.pos = i;
    if (seen < 0x80) {
      const index = this.names.intern(this.source, start, i, hash);
      this.emit(index < keywords.length ? KEYWORD_BASE + index : NAME, start, i, index);
    } else this.scanWideName(start, i);
  }

  private scanWideName(start: number, end: number): void {
    const bytes = this.bytes;
    for (let i = start; i < end; i += utf8Length(bytes[i]!)) {
      const code = codePointAt(bytes, i);
      if (i === start ? isIdentifierStart(code) : isIdentifierContinue(code)) continue;
      const hex = code.toString(16).toUpperCase().padStart(4, '0');
      const message = isPrintable(code)
        ? `invalid character '${String.fromCodePoint(code)}' (U+${hex})`
        : `invalid non-printable character U+${hex}`;
      this.fail(message, i + utf8Length(bytes[i]!));
      return;
    }
    const text = this.source.slice(start, end);
    this.emit(NAME, start, end, this.names.internWide(text));
  }

  /** A string literal whose prefix starts at `start` and whose quote is at `quoteAt`. */
  private scanString(start: number, quoteAt: number, prefix: number): void {
    const bytes = this.bytes;
    const end = this.source.length;
    const quote = bytes[quoteAt]!;
    const line = this.line;
    const col = start - this.lineStart;
    let flags = 0;
    let i = quoteAt + 1;
    if (bytes[i] === quote && bytes[i + 1] === quote) {
      this.scanTripleString(start, i + 2, quote, prefix);
      return;
    }
    let seen = 0;
    for (;;) {
      const c = bytes[i]!;
      if (c === quote) break;
      if (c === 92) {
        flags |= STRING_HAS_BACKSLASH;
        if (bytes[++i] === 10) {
          this.line++;
          this.lineStart = i + 1;
        }
        if (i >= end) return this.failString(start, line, col, 1);
      } else if (c === 10 || (c === 0 && i >= end)) return this.failString(start, line, col, 1);
      seen |= c;
      i++;
    }
    if (seen >= 0x80) flags |= STRING_NON_ASCII;
    this.pos = i + 1;
    this.emitFrom(STRING, start, line, col, i + 1, flags);
  }

  private scanTripleString(start: number, from: number, quote: number, _prefix: number): void {
    const bytes = this.bytes;
    const end = this.source.length;
    const line = this.line;
    const col = start - this.lineStart;
    let flags = 0;
    let seen = 0;
    let i = from;
    for (;;) {
      const c = bytes[i]!;
      if (c === quote) {
        if (bytes[i + 1] === quote && bytes[i + 2] === quote) break;
      } else if (c === 92) {
        flags |= STRING_HAS_BACKSLASH;
        if (bytes[++i] === 10) {
          this.line++;
          this.lineStart = i + 1;
        }
        if (i >= end) return this.failString(start, line, col, 3);
      } else if (c === 10) {
        this.line++;
        this.lineStart = i + 1;
      } else if (c === 0 && i >= end) return this.failString(start, line, col, 3);
      seen |= c;
      i++;
    }
    if (seen >= 0x80) flags |= STRING_NON_ASCII;
    this.pos = i + 3;
    this.emitFrom(STRING, start, line, col, i + 3, flags);
  }

  private failString(start: number, line: number, col: number, quoteSize: number): void {
    const detected = this.pos >= this.source.length ? this.line - 1 : this.line;
    this.line = line;
    this.lineStart = start - col;
    const what = quoteSize === 3 ? 'unterminated triple-quoted string' : 'unterminated string';
    this.fail(`${what} literal (detected at line ${detected})`, start + 1);
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
    if (kind === 0 || (kind === EXCLAMATION && mode === null)) {
      this.failCharacter(start, c);
      return;
    }
    if (kind === EQUAL && mode !== null && mode.exprStart >= 0) mode.debug = true;
    this.pos = start + 1;
    this.emit(kind, start, start + 1, 0);
  }

  private failCharacter(start: number, c: number): void {
    if (c < 32 || c === 127) {
      this.fail(
        `invalid non-printable character U+${c.toString(16).toUpperCase().padStart(4, '0')}`,
        start + 1,
      );
    } else {
      // `$`, `?`, a lone `!` and a backquote are tokens that no rule accepts.
      this.pos = start + 1;
      this.emit(ERRORTOKEN, start, start + 1, 0);
    }
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
    const what = mode !== null && mode.isTemplate ? 't-string' : 'f-string';
    const char = String.fromCharCode(c);
    let message = '';
    if (mode !== null && mode.depth === 0 && c === 125)
      message = `${what}: single '}' is not allowed`;
    else if (this.brackets.length === 0) message = `unmatched '${char}'`;
    else {
      const opening = this.brackets.pop()!;
      const line = this.bracketLines.pop()!;
      this.bracketCols.pop();
      if (c !== (opening === 40 ? 41 : opening + 2)) {
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
    if (mode.exprStart >= MAX_FSTRING_LEVEL) {
      this.fail(`${mode.isTemplate ? 't' : 'f'}-string: expressions nested too deeply`);
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
          if (!inSpec) return this.failFString(mode);
          mode.literal = false;
          mode.inFormatSpec = false;
          end = this.pos = i;
          break;
        }
        this.line++;
        this.lineStart = i + 1;
      } else if (c === 0 && i >= length) return this.failFString(mode);
      i++;
    }
    this.emitFrom(kind, start, line, col, end, 0);
    // A doubled brace belongs to the token but not to its text.
    this.endCols[this.count - 1] = this.pos - this.lineStart;
  }

  private failFString(mode: FStringMode): void {
    const detected = this.line;
    this.line = mode.line;
    this.lineStart = mode.lineStart;
    const what = mode.isTemplate ? 't-string' : 'f-string';
    const triple = mode.quoteSize === 3 ? 'triple-quoted ' : '';
    this.fail(
      `unterminated ${triple}${what} literal (detected at line ${detected})`,
      mode.start + 1,
    );
  }
}

const doubleKind = (c: number, next: number): number =>
  next === 61
    ? doubleKinds[c]!
    : next === c
      ? doubleKinds[c + 128]!
      : next === 62 && (c === 45 || c === 60)
        ? doubleKinds[c + 256]!
        : 0;
