import { SyntaxProblem, type ProblemKind } from '../problem.ts';
import type { Source } from '../source.ts';
import type { Tokenizer } from '../tokenizer.ts';
import {
  DEDENT,
  ENDMARKER,
  ERRORTOKEN,
  INDENT,
  NAME,
  NEWLINE,
  keywords,
  KEYWORD_BASE,
  operatorKinds,
} from '../tokens.ts';
import { characterOffset } from '../utf8.ts';
import { invalidTarget, piece, type Piece, type TargetsType } from './piece.ts';

/** Thrown when the reading of a source ends with an error. */
export class Diagnosis {
  readonly problem: SyntaxProblem;
  constructor(problem: SyntaxProblem) {
    this.problem = problem;
  }
}

/** Thrown when the tokens end with the tokenizer's error. */
export class TokenizerStop {}

interface Memo {
  readonly value: unknown;
  readonly mark: number;
}

/**
 * The base of the parser that only runs on wrong sources: it backtracks as CPython's does (Parser/pegen.c), because which
 * message CPython gives, and where, follows from the order in which it tries its rules and from the tokens it has read.
 * A first pass tells how far the grammar reaches, a second one also tries the rules for known mistakes.
 */
export abstract class Peg {
  protected readonly tokens: Tokenizer;
  protected readonly source: Source;
  protected readonly kinds: Uint8Array;
  protected mark = 0;
  /** How many tokens have been read; what was read in the first pass stays read. */
  fill = 0;
  /** Whether the rules for known mistakes are tried. */
  protected callInvalid = false;
  private memos = new Map<number, Memo>();
  private levels: Int32Array | null = null;
  /** Where the last compound statement of the second pass began. */
  lastStatement: readonly [lineno: number, col: number] = [0, 0];
  private origin = 0;

  constructor(tokens: Tokenizer) {
    this.tokens = tokens;
    this.source = tokens.source;
    this.kinds = tokens.kinds;
  }

  /** Begins with the token `start`, as if all before had been read. */
  startAt(start: number): void {
    this.origin = this.mark = this.fill = start;
  }

  startSecondPass(lastStatement: readonly [lineno: number, col: number]): void {
    this.lastStatement = lastStatement;
    this.mark = this.origin;
    this.callInvalid = true;
    this.memos = new Map();
  }

  // Tokens

  /** The kind of the token at the mark, which is read now if it was not. */
  protected peek(): number {
    const i = this.mark;
    if (i >= this.fill) {
      this.fill = i + 1;
      if (i === this.tokens.count - 1 && this.kinds[i] === ERRORTOKEN) throw new TokenizerStop();
    }
    return this.kinds[i]!;
  }

  protected expect(kind: number): boolean {
    if (this.peek() !== kind) return false;
    this.mark++;
    return true;
  }

  /** As `expect`, as a piece. */
  protected token(kind: number): Piece | null {
    if (this.peek() !== kind) return null;
    this.mark++;
    return piece('token', this.mark - 1, this.mark - 1);
  }

  protected anyOf(...kinds: number[]): Piece | null {
    const kind = this.peek();
    return kinds.includes(kind) ? this.token(kind) : null;
  }

  protected next(...kinds: number[]): boolean {
    return kinds.includes(this.peek());
  }

  protected softKeyword(value: number): boolean {
    if (this.peek() !== NAME || this.tokens.values[this.mark] !== value) return false;
    this.mark++;
    return true;
  }

  protected isSoftKeyword(): boolean {
    const value = this.peek() === NAME ? this.tokens.values[this.mark]! : -1;
    return value >= keywords.length && value < keywords.length + 4;
  }

  protected name(): Piece | null {
    if (this.peek() !== NAME) return null;
    const i = this.mark++;
    return piece('name', i, i, undefined, this.tokens.names.names[this.tokens.values[i]!]);
  }

  /** A token that must come: anything else is an error at once. */
  protected forced(kind: number): boolean {
    if (this.peek() === kind) {
      this.mark++;
      return true;
    }
    this.raiseAt(piece('token', this.mark, this.mark), `expected '${tokenText(kind)}'`);
  }

  /** The minor version of Python 3 whose grammar counts (`feature_version` of ast.parse). */
  featureVersion = 14;

  /** For syntax that came with Python 3.`version`; always true. */
  protected since(version: number, what: string): true {
    if (this.featureVersion < version) {
      this.raiseLast(`${what} only supported in Python 3.${version} and greater`);
    }
    return true;
  }

  // Combinators

  /** One alternative: when it fails, the mark is where it was. */
  protected alt<T>(rule: () => T | null | false): T | null {
    const mark = this.mark;
    const value = rule();
    if (value !== null && value !== false) return value;
    this.mark = mark;
    return null;
  }

  protected looksAt(rule: () => unknown): boolean {
    const mark = this.mark;
    const value = rule();
    this.mark = mark;
    return value !== null && value !== false;
  }

  /** An optional part: always true. */
  protected maybe(rule: () => unknown): true {
    this.alt(() => rule() ?? null);
    return true;
  }

  protected many<T>(rule: () => T | null | false): T[] {
    const values: T[] = [];
    for (;;) {
      const value = this.alt(rule);
      if (value === null) return values;
      values.push(value);
    }
  }

  protected some<T>(rule: () => T | null | false): T[] | null {
    const values = this.many(rule);
    return values.length > 0 ? values : null;
  }

  /** One or more with a token between. */
  protected gather<T>(separator: number, rule: () => T | null | false): T[] | null {
    const first = this.alt(rule);
    if (first === null) return null;
    const rest = this.many(() => this.expect(separator) && rule());
    return [first, ...rest];
  }

  /** Tries a rule for a known mistake, in the second pass only. */
  protected invalid<T>(rule: () => T | null | false): T | null {
    return this.callInvalid ? this.alt(rule) : null;
  }

  protected memo<T>(id: number, rule: () => T | null): T | null {
    const found = this.recall(id);
    if (found !== undefined) return found as T | null;
    const start = this.mark;
    return this.remember(id, start, this.alt(rule));
  }

  /** What the rule `id` found here before, its tokens stepped over; undefined when it has not been tried. */
  protected recall(id: number): unknown {
    const found = this.memos.get(this.mark * 64 + id);
    if (found === undefined) return undefined;
    this.mark = found.mark;
    return found.value;
  }

  /** Notes what the rule `id` found from `start` to the mark. */
  protected remember<T>(id: number, start: number, value: T): T {
    if (value === null) this.mark = start;
    this.memos.set(start * 64 + id, { value, mark: this.mark });
    return value;
  }

  /** An expression from the token `start` up to the mark. */
  protected made(kind: string, start: number, parts?: readonly Piece[], text?: string): Piece {
    return piece(kind, start, this.lastToken(), parts, text);
  }

  private lastToken(): number {
    let i = this.mark - 1;
    for (; i > 0; i--) {
      const kind = this.kinds[i]!;
      if (kind !== ENDMARKER && (kind < NEWLINE || kind > DEDENT)) break;
    }
    return i;
  }

  /** Brackets open behind the token `at`. */
  protected levelAfter(at: number): number {
    return (this.levels ??= this.findLevels())[at]!;
  }

  private findLevels(): Int32Array {
    const levels = new Int32Array(this.tokens.count);
    const opening = new Set(['(', '[', '{'].map(text => operatorKinds.get(text)!));
    const closing = new Set([')', ']', '}'].map(text => operatorKinds.get(text)!));
    let level = 0;
    for (let i = 0; i < levels.length; i++) {
      if (opening.has(this.kinds[i]!)) level++;
      else if (closing.has(this.kinds[i]!)) level--;
      levels[i] = level;
    }
    return levels;
  }

  // Errors

  /** The line of an error: with its newline when the tokenizer has not got past it. */
  private errorLine(lineno: number): string {
    if (this.tokenizerLine() > lineno) return this.source.line(lineno);
    return this.source.lineWithEnd(lineno);
  }

  private tokenizerLine(): number {
    return this.fill === 0 ? 0 : this.tokens.endLines[this.fill - 1]!;
  }

  /** Columns are bytes from 1; an end column of 0 or less is taken as it is. */
  problem(
    kind: ProblemKind,
    message: string,
    lineno: number,
    column: number,
    endLineno: number,
    endColumn: number,
  ): SyntaxProblem {
    const text = this.errorLine(lineno);
    return new SyntaxProblem(
      kind,
      message,
      lineno,
      characterOffset(text, column),
      endLineno,
      endColumn > 0 ? characterOffset(text, endColumn) : endColumn,
      text,
    );
  }

  protected raise(
    kind: ProblemKind,
    message: string,
    ...at: [number, number, number, number]
  ): never {
    throw new Diagnosis(this.problem(kind, message, ...at));
  }

  protected raiseRange(a: Piece, b: Piece, message: string): never {
    const t = this.tokens;
    this.raise(
      'SyntaxError',
      message,
      t.lines[a.start]!,
      t.cols[a.start]! + 1,
      t.endLines[b.end]!,
      t.endCols[b.end]! + 1,
    );
  }

  protected raiseAt(a: Piece, message: string): never {
    this.raiseRange(a, a, message);
  }

  /** From `a` to where the tokenizer stands. */
  protected raiseFrom(a: Piece, message: string): never {
    const t = this.tokens;
    const last = this.fill - 1;
    this.raise(
      'SyntaxError',
      message,
      t.lines[a.start]!,
      t.cols[a.start]! + 1,
      t.endLines[last]!,
      this.cursorColumn(last),
    );
  }

  /** Where the tokenizer stood after a token, in bytes from the start of its line. */
  cursorColumn(at: number): number {
    const t = this.tokens;
    return t.cols[at]! >= 0 ? t.endCols[at]! : t.starts[at]! - this.source.lineStart(t.lines[at]!);
  }

  /** At a token by its index. */
  problemAtToken(kind: ProblemKind, at: number, message: string): SyntaxProblem {
    const t = this.tokens;
    const col = t.cols[at]!;
    const endCol = t.endCols[at]!;
    return this.problem(
      kind,
      message,
      t.lines[at]!,
      col === -1 ? this.cursorColumn(at) : col + 1,
      t.endLines[at]!,
      endCol === -1 ? -1 : endCol + 1,
    );
  }

  /** At the last token read. */
  protected raiseLast(message: string, kind: ProblemKind = 'SyntaxError'): never {
    throw new Diagnosis(this.problemAtToken(kind, this.fill - 1, message));
  }

  protected raiseIndentation(message: string): never {
    this.raiseLast(message, 'IndentationError');
  }

  protected raiseNext(message: string): never {
    this.peek();
    throw new Diagnosis(this.problemAtToken('SyntaxError', this.mark, message));
  }

  /** Complains of the part of `e` that is no target, if there is one. */
  protected raiseInvalidTarget(type: TargetsType, e: Piece): null {
    const bad = invalidTarget(e, type);
    if (bad === null) return null;
    this.raiseAt(bad, `cannot ${type === 'delete' ? 'delete' : 'assign to'} ${bad.kind}`);
  }

  protected lineOf(a: Piece): number {
    return this.tokens.lines[a.start]!;
  }

  /** A block that must be indented is not: `NEWLINE !INDENT`. */
  protected missingIndent(): boolean {
    return this.expect(NEWLINE) && !this.next(INDENT);
  }
}

function tokenText(kind: number): string {
  if (kind >= KEYWORD_BASE) return keywords[kind - KEYWORD_BASE]!;
  for (const [text, operator] of operatorKinds) if (operator === kind) return text;
  return '';
}
