import * as T from '../tokens.ts';
import { MEMO } from './expressions.ts';
import { ParameterRules } from './parameters.ts';
import type { Piece } from './piece.ts';

/** Patterns of match statements, with their mistakes (Grammar/python.gram, "Match statement"). */
export abstract class PatternRules extends ParameterRules {
  protected patterns(): Piece | null {
    const start = this.mark;
    return this.alt(() => this.openSequence() && this.made('pattern', start)) ?? this.pattern();
  }

  private pattern(): Piece | null {
    return this.asPattern() ?? this.orPattern();
  }

  private asPattern(): Piece | null {
    const start = this.mark;
    return (
      this.alt(
        () =>
          this.orPattern() &&
          this.expect(T.AS) &&
          this.captureTarget() &&
          this.made('pattern', start),
      ) ?? this.invalid(() => this.invalidAsPattern())
    );
  }

  private invalidAsPattern(): null {
    if (!this.orPattern() || !this.expect(T.AS)) return null;
    const target = this.mark;
    if (this.softKeyword(T.SOFT_UNDERSCORE)) {
      this.mark = target;
      this.raiseAt(this.name()!, "cannot use '_' as a target");
    }
    const a = this.expression();
    if (a) this.raiseAt(a, `cannot use ${a.kind} as pattern target`);
    return null;
  }

  private orPattern(): Piece | null {
    const start = this.mark;
    return this.gather(T.VBAR, () => this.closedPattern()) && this.made('pattern', start);
  }

  private closedPattern(): Piece | null {
    return this.memo(MEMO.closedPattern, () => {
      const start = this.mark;
      const made = (): Piece => this.made('pattern', start);
      return (
        this.alt(() => this.literal() && made()) ??
        this.alt(() => this.captureTarget() && made()) ??
        this.alt(() => this.softKeyword(T.SOFT_UNDERSCORE) && made()) ??
        this.alt(() => this.attr() && !this.next(T.DOT, T.LPAR, T.EQUAL) && made()) ??
        this.alt(() => this.expect(T.LPAR) && this.pattern() && this.expect(T.RPAR) && made()) ??
        this.sequencePattern() ??
        this.mappingPattern() ??
        this.classPattern()
      );
    });
  }

  /** `literal_pattern` and `literal_expr`. */
  private literal(): Piece | null {
    return (
      this.alt(() => {
        const number = this.signedNumber();
        return number && !this.next(T.PLUS, T.MINUS) && number;
      }) ??
      this.complexNumber() ??
      (this.next(T.STRING, T.FSTRING_START, T.TSTRING_START) ? this.strings() : null) ??
      this.anyOf(T.NONE, T.TRUE, T.FALSE)
    );
  }

  private signedNumber(): Piece | null {
    return this.number() ?? this.alt(() => this.expect(T.MINUS) && this.number());
  }

  private isImaginary(number: Piece): boolean {
    const end = this.tokens.ends[number.end]!;
    return (this.source.bytes[end - 1]! | 32) === 106;
  }

  private complexNumber(): Piece | null {
    const start = this.mark;
    return this.alt(() => {
      this.maybe(() => this.expect(T.MINUS));
      const real = this.number();
      if (real === null) return null;
      if (this.isImaginary(real)) this.raiseAt(real, 'real number required in complex literal');
      const imaginary = this.anyOf(T.PLUS, T.MINUS) && this.number();
      if (!imaginary) return null;
      if (!this.isImaginary(imaginary)) {
        this.raiseAt(imaginary, 'imaginary number required in complex literal');
      }
      return this.made('literal', start);
    });
  }

  private captureTarget(): Piece | null {
    return this.alt(() => {
      if (this.softKeyword(T.SOFT_UNDERSCORE)) return null;
      const name = this.name();
      return name && !this.next(T.DOT, T.LPAR, T.EQUAL) && name;
    });
  }

  /** A dotted name: `attr`. */
  private attr(): Piece | null {
    const start = this.mark;
    return this.alt(
      () =>
        this.name() &&
        this.some(() => this.expect(T.DOT) && this.name()) &&
        this.made('attribute', start),
    );
  }

  private nameOrAttr(): Piece | null {
    return this.attr() ?? this.name();
  }

  private sequencePattern(): Piece | null {
    const start = this.mark;
    return (
      this.alt(
        () =>
          this.expect(T.LSQB) &&
          this.maybe(() => this.maybeSequence()) &&
          this.expect(T.RSQB) &&
          this.made('pattern', start),
      ) ??
      this.alt(
        () =>
          this.expect(T.LPAR) &&
          this.maybe(() => this.openSequence()) &&
          this.expect(T.RPAR) &&
          this.made('pattern', start),
      )
    );
  }

  private openSequence(): true | null {
    return this.alt(
      () => this.maybeStar() && this.expect(T.COMMA) && this.maybe(() => this.maybeSequence()),
    );
  }

  private maybeSequence(): true | null {
    return this.gather(T.COMMA, () => this.maybeStar()) && this.maybe(() => this.expect(T.COMMA));
  }

  private maybeStar(): Piece | null {
    return this.starPattern() ?? this.pattern();
  }

  private starPattern(): Piece | null {
    return this.memo(MEMO.starPattern, () => {
      const start = this.mark;
      return (
        this.alt(
          () => this.expect(T.STAR) && this.captureTarget() && this.made('pattern', start),
        ) ??
        this.alt(
          () =>
            this.expect(T.STAR) &&
            this.softKeyword(T.SOFT_UNDERSCORE) &&
            this.made('pattern', start),
        )
      );
    });
  }

  private mappingPattern(): Piece | null {
    const start = this.mark;
    const close = () =>
      this.maybe(() => this.expect(T.COMMA)) &&
      this.expect(T.RBRACE) &&
      this.made('pattern', start);
    const items = () => this.gather(T.COMMA, () => this.keyValue());
    const rest = () => this.expect(T.DOUBLESTAR) && this.captureTarget();
    return (
      this.alt(
        () => this.expect(T.LBRACE) && this.expect(T.RBRACE) && this.made('pattern', start),
      ) ??
      this.alt(() => this.expect(T.LBRACE) && rest() && close()) ??
      this.alt(
        () => this.expect(T.LBRACE) && items() && this.expect(T.COMMA) && rest() && close(),
      ) ??
      this.alt(() => this.expect(T.LBRACE) && items() && close())
    );
  }

  private keyValue(): Piece | null {
    return this.alt(
      () => (this.literal() ?? this.attr()) && this.expect(T.COLON) && this.pattern(),
    );
  }

  private classPattern(): Piece | null {
    const start = this.mark;
    const open = () => this.nameOrAttr() && this.expect(T.LPAR);
    const close = () =>
      this.maybe(() => this.expect(T.COMMA)) && this.expect(T.RPAR) && this.made('pattern', start);
    return (
      this.alt(() => open() && this.expect(T.RPAR) && this.made('pattern', start)) ??
      this.alt(() => open() && this.positionalPatterns() && close()) ??
      this.alt(() => open() && this.keywordPatterns() && close()) ??
      this.alt(
        () =>
          open() &&
          this.positionalPatterns() &&
          this.expect(T.COMMA) &&
          this.keywordPatterns() &&
          close(),
      ) ??
      this.invalid(() => this.invalidClassPattern())
    );
  }

  private positionalPatterns(): Piece[] | null {
    return this.gather(T.COMMA, () => this.pattern());
  }

  private keywordPatterns(): Piece[] | null {
    return this.gather(T.COMMA, () => this.name() && this.expect(T.EQUAL) && this.pattern());
  }

  private invalidClassPattern(): null {
    if (!this.nameOrAttr() || !this.expect(T.LPAR)) return null;
    this.maybe(() => this.positionalPatterns() && this.expect(T.COMMA));
    const late = this.keywordPatterns() && this.expect(T.COMMA) && this.positionalPatterns();
    if (late) {
      const message = 'positional patterns follow keyword patterns';
      this.raiseRange(late[0]!, late[late.length - 1]!, message);
    }
    return null;
  }
}
