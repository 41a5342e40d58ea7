/** The tokenizer's state inside one f-string or t-string (CPython: Parser/lexer/state.h, tokenizer_mode). */
export class FStringMode {
  readonly quote: number;
  readonly quoteSize: number;
  readonly raw: boolean;
  readonly isTemplate: boolean;
  /** `f-string` or `t-string`, for messages. */
  readonly name: string;
  /** Where the literal's prefix starts. */
  readonly start: number;
  readonly line: number;
  readonly lineStart: number;
  /** Whether literal text comes next, rather than tokens of a replacement field. */
  literal = true;
  /** Brackets open since the string began, and how many of them each replacement field started at. */
  depth = 0;
  exprStart = -1;
  inFormatSpec = false;
  debug = false;

  constructor(
    quote: number,
    quoteSize: number,
    raw: boolean,
    isTemplate: boolean,
    start: number,
    line: number,
    lineStart: number,
  ) {
    this.quote = quote;
    this.quoteSize = quoteSize;
    this.raw = raw;
    this.isTemplate = isTemplate;
    this.name = isTemplate ? 't-string' : 'f-string';
    this.start = start;
    this.line = line;
    this.lineStart = lineStart;
  }
}
