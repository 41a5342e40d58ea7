import type { expr } from '../ast.gen.ts';
import type { Source } from '../source.ts';
import type { Tokenizer } from '../tokenizer.ts';
import { DEDENT, ENDMARKER, INDENT, NAME, NEWLINE, TYPE_COMMENT } from '../tokens.ts';

/** Thrown when the fast parser meets what the grammar forbids; it carries no message, `diagnose` finds one. */
export class ParseFailure {}

/** The token arrays and a position in them. */
export abstract class Cursor {
  protected readonly source: Source;
  protected readonly kinds: Uint8Array;
  protected readonly starts: Int32Array;
  protected readonly ends: Int32Array;
  protected readonly lines: Int32Array;
  protected readonly cols: Int32Array;
  protected readonly endLines: Int32Array;
  protected readonly endCols: Int32Array;
  protected readonly values: Int32Array;
  protected readonly names: readonly string[];
  /** Index and kind of the current token. */
  protected pos = 0;
  protected tok: number;

  constructor(tokens: Tokenizer) {
    this.source = tokens.source;
    this.kinds = tokens.kinds;
    this.starts = tokens.starts;
    this.ends = tokens.ends;
    this.lines = tokens.lines;
    this.cols = tokens.cols;
    this.endLines = tokens.endLines;
    this.endCols = tokens.endCols;
    this.values = tokens.values;
    this.names = tokens.names.names;
    this.tok = this.kinds[0]!;
  }

  /** The token after the last one read. */
  get position(): number {
    return this.pos;
  }

  protected fail(): never {
    throw new ParseFailure();
  }

  protected advance(): void {
    this.tok = this.kinds[++this.pos]!;
  }

  protected expect(kind: number): void {
    if (this.tok !== kind) this.fail();
    this.tok = this.kinds[++this.pos]!;
  }

  /** Steps over a token of this kind if it is next. */
  protected accept(kind: number): boolean {
    if (this.tok !== kind) return false;
    this.tok = this.kinds[++this.pos]!;
    return true;
  }

  protected peek(): number {
    return this.kinds[this.pos + 1]!;
  }

  protected expectName(): string {
    if (this.tok !== NAME) this.fail();
    const name = this.names[this.values[this.pos]!]!;
    this.tok = this.kinds[++this.pos]!;
    return name;
  }

  /** A type comment, if there is one here. */
  protected typeComment(): string | null {
    if (this.tok !== TYPE_COMMENT) return null;
    const text = this.source.slice(this.starts[this.pos]!, this.ends[this.pos]!);
    this.advance();
    return text;
  }

  protected isSoftKeyword(value: number): boolean {
    return this.tok === NAME && this.values[this.pos] === value;
  }

  /** The last token before the current one that is text rather than layout: where a compound statement ends. */
  protected lastTextToken(): number {
    let i = this.pos - 1;
    while (i > 0) {
      const kind = this.kinds[i]!;
      if (kind !== ENDMARKER && kind !== NEWLINE && kind !== INDENT && kind !== DEDENT) break;
      i--;
    }
    return i;
  }

  abstract parseExpression(): expr;
}
