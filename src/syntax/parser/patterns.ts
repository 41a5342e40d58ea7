import {
  Attribute,
  BinOp,
  Constant,
  MatchAs,
  MatchClass,
  MatchMapping,
  MatchOr,
  MatchSequence,
  MatchSingleton,
  MatchStar,
  MatchValue,
  type Name,
  UnaryOp,
  type expr,
  type pattern,
} from '../ast.gen.ts';
import {
  AS,
  COLON,
  COMMA,
  DOT,
  DOUBLESTAR,
  EQUAL,
  FALSE,
  FSTRING_START,
  LBRACE,
  LPAR,
  LSQB,
  MINUS,
  NAME,
  NONE,
  NUMBER,
  PLUS,
  RBRACE,
  RPAR,
  RSQB,
  SOFT_UNDERSCORE,
  STAR,
  STRING,
  TRUE,
  TSTRING_START,
  VBAR,
} from '../tokens.ts';
import { ExpressionParser } from './expressions.ts';

/** The patterns of match statements (CPython: Grammar/python.gram, "Match statement"). */
export abstract class PatternParser extends ExpressionParser {
  /** `patterns`: a case's pattern, where commas make a sequence without brackets. */
  protected parsePatterns(): pattern {
    const start = this.pos;
    const first = this.parseMaybeStar();
    if (this.tok !== COMMA) {
      if (first.kind === 'MatchStar') this.fail();
      return first;
    }
    const patterns = [first];
    while (this.accept(COMMA)) {
      if (!this.startsPattern()) break;
      patterns.push(this.parseMaybeStar());
    }
    const end = this.pos - 1;
    return new MatchSequence(
      patterns,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  private startsPattern(): boolean {
    switch (this.tok) {
      case NAME:
      case NUMBER:
      case STRING:
      case FSTRING_START:
      case TSTRING_START:
      case MINUS:
      case NONE:
      case TRUE:
      case FALSE:
      case LPAR:
      case LSQB:
      case LBRACE:
      case STAR:
        return true;
      default:
        return false;
    }
  }

  private parseMaybeStar(): pattern {
    return this.tok === STAR ? this.parseStarPattern() : this.parsePattern();
  }

  private parseStarPattern(): pattern {
    const start = this.pos;
    this.advance();
    const name = this.isSoftKeyword(SOFT_UNDERSCORE) ? null : this.captureName();
    if (name === null) this.advance();
    const end = this.pos - 1;
    return new MatchStar(
      name,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  /** A name that a pattern binds. */
  private captureName(): string {
    if (this.isSoftKeyword(SOFT_UNDERSCORE)) this.fail();
    const name = this.expectName();
    if (this.tok === DOT || this.tok === LPAR || this.tok === EQUAL) this.fail();
    return name;
  }

  private parsePattern(): pattern {
    const start = this.pos;
    const node = this.parseOrPattern();
    if (!this.accept(AS)) return node;
    const name = this.captureName();
    const end = this.pos - 1;
    return new MatchAs(
      node,
      name,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  private parseOrPattern(): pattern {
    const start = this.pos;
    const first = this.parseClosedPattern();
    if (this.tok !== VBAR) return first;
    const patterns = [first];
    while (this.accept(VBAR)) patterns.push(this.parseClosedPattern());
    const end = this.pos - 1;
    return new MatchOr(
      patterns,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  private parseClosedPattern(): pattern {
    const start = this.pos;
    switch (this.tok) {
      case NAME:
        return this.parseNamePattern(start);
      case NONE:
      case TRUE:
      case FALSE: {
        const value = this.tok === NONE ? null : this.tok === TRUE;
        this.advance();
        return new MatchSingleton(
          value,
          this.lines[start]!,
          this.cols[start]!,
          this.endLines[start]!,
          this.endCols[start]!,
        );
      }
      case LPAR:
        return this.parseParenthesizedPattern(start);
      case LSQB:
        this.advance();
        return this.parseSequencePattern([], RSQB, start);
      case LBRACE:
        return this.parseMappingPattern(start);
      default:
        return this.valuePattern(this.parseLiteral(), start);
    }
  }

  private valuePattern(value: expr, start: number): pattern {
    const end = this.pos - 1;
    return new MatchValue(
      value,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  /** A number, a complex number or strings: the literals that are compared by value. */
  private parseLiteral(): expr {
    if (this.tok === STRING || this.tok === FSTRING_START || this.tok === TSTRING_START) {
      return this.parseStrings();
    }
    const start = this.pos;
    const real = this.parseSignedNumber();
    const sign = this.tok;
    if (sign !== PLUS && sign !== MINUS) return real;
    const op = sign === PLUS ? 'Add' : 'Sub';
    const number = real.kind === 'UnaryOp' ? real.operand : real;
    if (isComplex(number)) this.fail();
    this.advance();
    if (this.tok !== NUMBER) this.fail();
    const imaginary = this.parseNumber();
    if (!isComplex(imaginary)) this.fail();
    const end = this.pos - 1;
    return new BinOp(
      real,
      op,
      imaginary,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  private parseSignedNumber(): expr {
    const start = this.pos;
    const negative = this.tok === MINUS;
    if (negative) this.advance();
    if (this.tok !== NUMBER) this.fail();
    const number = this.parseNumber();
    if (!negative) return number;
    return new UnaryOp(
      'USub',
      number,
      this.lines[start]!,
      this.cols[start]!,
      number.end_lineno,
      number.end_col_offset,
    );
  }

  /** A capture, the wildcard, a dotted value or a class pattern. */
  private parseNamePattern(start: number): pattern {
    const next = this.peek();
    // The wildcard comes first: `_.x` and `_()` are no patterns.
    if ((next !== DOT && next !== LPAR) || this.isSoftKeyword(SOFT_UNDERSCORE)) {
      const wildcard = this.isSoftKeyword(SOFT_UNDERSCORE);
      const name = this.expectName();
      if (this.tok === EQUAL) this.fail();
      return new MatchAs(
        null,
        wildcard ? null : name,
        this.lines[start]!,
        this.cols[start]!,
        this.endLines[start]!,
        this.endCols[start]!,
      );
    }
    const value = this.parseDottedName(start);
    if (this.tok === LPAR) return this.parseClassPattern(value, start);
    if (this.tok === EQUAL) this.fail();
    return this.valuePattern(value, start);
  }

  private parseDottedName(start: number): Name | Attribute {
    let node: Name | Attribute = this.parseName('Load');
    while (this.accept(DOT)) {
      const attr = this.expectName();
      const end = this.pos - 1;
      node = new Attribute(
        node,
        attr,
        'Load',
        this.lines[start]!,
        this.cols[start]!,
        this.endLines[end]!,
        this.endCols[end]!,
      );
    }
    return node;
  }

  private parseParenthesizedPattern(start: number): pattern {
    this.advance();
    if (this.tok === RPAR) return this.parseSequencePattern([], RPAR, start);
    const first = this.parseMaybeStar();
    if (this.tok === COMMA) return this.parseSequencePattern([first], RPAR, start);
    if (first.kind === 'MatchStar') this.fail();
    this.expect(RPAR);
    return first;
  }

  /** The rest of a bracketed sequence; its first element may have been read. */
  private parseSequencePattern(patterns: pattern[], close: number, start: number): pattern {
    if (patterns.length > 0) this.expect(COMMA);
    while (this.tok !== close) {
      patterns.push(this.parseMaybeStar());
      if (!this.accept(COMMA)) break;
    }
    this.expect(close);
    const end = this.pos - 1;
    return new MatchSequence(
      patterns,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  private parseMappingPattern(start: number): pattern {
    this.advance();
    const keys: expr[] = [];
    const patterns: pattern[] = [];
    let rest: string | null = null;
    while (this.tok !== RBRACE) {
      if (this.accept(DOUBLESTAR)) {
        rest = this.captureName();
        this.accept(COMMA);
        break;
      }
      keys.push(this.parseMappingKey());
      this.expect(COLON);
      patterns.push(this.parsePattern());
      if (!this.accept(COMMA)) break;
    }
    this.expect(RBRACE);
    const end = this.pos - 1;
    return new MatchMapping(
      keys,
      patterns,
      rest,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  private parseMappingKey(): expr {
    const start = this.pos;
    switch (this.tok) {
      case NAME: {
        const node = this.parseDottedName(start);
        if (node.kind === 'Name') this.fail();
        return node;
      }
      case NONE:
      case TRUE:
      case FALSE: {
        const value = this.tok === NONE ? null : this.tok === TRUE;
        this.advance();
        return new Constant(
          value,
          null,
          this.lines[start]!,
          this.cols[start]!,
          this.endLines[start]!,
          this.endCols[start]!,
        );
      }
      default:
        return this.parseLiteral();
    }
  }

  private parseClassPattern(cls: expr, start: number): pattern {
    this.advance();
    const patterns: pattern[] = [];
    const names: string[] = [];
    const named: pattern[] = [];
    while (this.tok !== RPAR) {
      if (this.tok === NAME && this.peek() === EQUAL) {
        names.push(this.expectName());
        this.advance();
        named.push(this.parsePattern());
      } else {
        if (names.length > 0) this.fail();
        patterns.push(this.parsePattern());
      }
      if (!this.accept(COMMA)) break;
    }
    this.expect(RPAR);
    const end = this.pos - 1;
    return new MatchClass(
      cls,
      patterns,
      names,
      named,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }
}

const isComplex = (node: expr): boolean =>
  node.kind === 'Constant' &&
  node.value !== null &&
  typeof node.value === 'object' &&
  node.value.type === 'complex';
