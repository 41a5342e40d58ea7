import * as T from '../tokens.ts';
import { ArgumentRules } from './arguments.ts';
import type { Piece } from './piece.ts';

/** What differs between the parameters of a function and those of a lambda. */
interface Style {
  readonly close: number;
  readonly annotated: boolean;
  readonly parenthesized: string;
}

const ofFunction: Style = {
  close: T.RPAR,
  annotated: true,
  parenthesized: 'Function parameters cannot be parenthesized',
};
const ofLambda: Style = {
  close: T.COLON,
  annotated: false,
  parenthesized: 'Lambda expression parameters cannot be parenthesized',
};

/** Parameters, with the mistakes that CPython knows in them (Grammar/python.gram, "Function parameters"). */
export abstract class ParameterRules extends ArgumentRules {
  /** The parameters of a function, without its parentheses. */
  protected params(): true | null {
    return this.parameterList(ofFunction);
  }

  lambdaParams(): true | null {
    return this.parameterList(ofLambda);
  }

  private parameterList(style: Style): true | null {
    this.invalid(() => this.invalidParameters(style));
    return this.parameters(style);
  }

  private parameters(style: Style): true | null {
    const plain = () => this.noDefault(style);
    const given = () => this.withDefault(style);
    const rest = () => this.maybe(() => this.starEtc(style));
    return (
      this.alt(
        () =>
          this.slashNoDefault(style) &&
          this.many(plain) &&
          this.many(given) &&
          rest() &&
          this.since(8, 'Positional-only parameters are'),
      ) ??
      this.alt(
        () =>
          this.slashWithDefault(style) &&
          this.many(given) &&
          rest() &&
          this.since(8, 'Positional-only parameters are'),
      ) ??
      this.alt(() => this.some(plain) && this.many(given) && rest()) ??
      this.alt(() => this.some(given) && rest()) ??
      this.alt(() => this.starEtc(style))
    );
  }

  private slashEnd(style: Style): true | null {
    return this.expect(T.SLASH) && (this.expect(T.COMMA) || this.next(style.close)) ? true : null;
  }

  private slashNoDefault(style: Style): true | null {
    return this.alt(() => this.some(() => this.noDefault(style)) && this.slashEnd(style));
  }

  private slashWithDefault(style: Style): true | null {
    return this.alt(
      () =>
        this.many(() => this.noDefault(style)) &&
        this.some(() => this.withDefault(style)) &&
        this.slashEnd(style),
    );
  }

  private starEtc(style: Style): true | null {
    this.invalid(() => this.invalidStarEtc(style));
    const maybes = () => this.many(() => this.maybeDefault(style));
    const kwds = () => this.maybe(() => this.kwds(style));
    return (
      this.alt(() => this.expect(T.STAR) && this.noDefault(style) && maybes() && kwds()) ??
      this.alt(
        () =>
          style.annotated && this.expect(T.STAR) && this.starAnnotated(style) && maybes() && kwds(),
      ) ??
      this.alt(
        () =>
          this.expect(T.STAR) &&
          this.expect(T.COMMA) &&
          this.some(() => this.maybeDefault(style)) &&
          kwds(),
      ) ??
      this.kwds(style)
    );
  }

  private kwds(style: Style): true | null {
    this.invalid(() => this.invalidKwds(style));
    return this.alt(() => this.expect(T.DOUBLESTAR) && this.noDefault(style) && true);
  }

  /** What must follow a parameter: a comma, or the end. */
  private ends(style: Style): boolean {
    const comment = (): boolean =>
      !style.annotated || this.maybe(() => this.expect(T.TYPE_COMMENT));
    if (this.expect(T.COMMA)) return comment();
    return comment() && this.next(style.close);
  }

  private noDefault(style: Style): Piece | null {
    return this.alt(() => {
      const param = this.param(style);
      return param && this.ends(style) && param;
    });
  }

  private starAnnotated(style: Style): Piece | null {
    return this.alt(() => {
      const name = this.name();
      return name && this.expect(T.COLON) && this.starExpression() && this.ends(style) && name;
    });
  }

  private withDefault(style: Style): true | null {
    return this.alt(() => this.param(style) && this.default() && this.ends(style) && true);
  }

  private maybeDefault(style: Style): true | null {
    return this.alt(
      () => this.param(style) && this.maybe(() => this.default()) && this.ends(style) && true,
    );
  }

  private param(style: Style): Piece | null {
    const start = this.mark;
    const name = this.name();
    if (name === null) return null;
    if (style.annotated) this.maybe(() => this.expect(T.COLON) && this.expression());
    return this.made('parameter', start);
  }

  private default(): true | null {
    return (
      this.alt(() => this.expect(T.EQUAL) && this.expression() && true) ??
      this.invalid(() => {
        const a = this.token(T.EQUAL);
        if (a && this.next(T.RPAR, T.COMMA)) this.raiseAt(a, 'expected default value expression');
        return null;
      })
    );
  }

  private invalidParameters(style: Style): null {
    const start = this.mark;
    const plain = () => this.noDefault(style);
    const maybes = () => this.many(() => this.maybeDefault(style));
    const slash = () => this.slashNoDefault(style) ?? this.slashWithDefault(style);
    const first = this.token(T.SLASH);
    if (first && this.expect(T.COMMA)) {
      this.raiseAt(first, 'at least one argument must precede /');
    }
    this.mark = start;
    const second = slash() && maybes() && this.token(T.SLASH);
    if (second) this.raiseAt(second, '/ may appear only once');
    this.mark = start;
    this.maybe(() => this.slashNoDefault(style));
    const late =
      this.many(plain) &&
      (this.slashWithDefault(style) ?? this.some(() => this.withDefault(style))) &&
      plain();
    if (late) {
      this.raiseAt(late, 'parameter without a default follows parameter with a default');
    }
    this.mark = start;
    const open = this.many(plain) && this.token(T.LPAR);
    const inside = () =>
      style.annotated ? this.some(plain) : this.gather(T.COMMA, () => this.param(style));
    const close = open && inside() && this.maybe(() => this.expect(T.COMMA)) && this.token(T.RPAR);
    if (close) this.raiseRange(open, close, style.parenthesized);
    this.mark = start;
    return this.invalidSlashes(style, slash, maybes);
  }

  private invalidSlashes(style: Style, slash: () => true | null, maybes: () => true[]): null {
    const start = this.mark;
    this.maybe(slash);
    maybes();
    const behind =
      this.expect(T.STAR) &&
      (this.expect(T.COMMA) || this.noDefault(style)) &&
      maybes() &&
      this.token(T.SLASH);
    if (behind) this.raiseAt(behind, '/ must be ahead of *');
    this.mark = start;
    const star =
      this.some(() => this.maybeDefault(style)) && this.expect(T.SLASH) && this.token(T.STAR);
    if (star) this.raiseAt(star, 'expected comma between / and *');
    return null;
  }

  private invalidStarEtc(style: Style): null {
    const start = this.mark;
    const a = this.token(T.STAR);
    const bare =
      a &&
      (this.expect(style.close) ||
        (this.expect(T.COMMA) && (this.expect(style.close) || this.expect(T.DOUBLESTAR))));
    if (bare) {
      const message = 'named arguments must follow bare *';
      if (style.annotated) this.raiseAt(a, message);
      else this.raiseLast(message);
    }
    this.mark = start;
    if (style.annotated && this.expect(T.STAR) && this.expect(T.COMMA)) {
      if (this.expect(T.TYPE_COMMENT)) this.raiseLast('bare * has associated type comment');
    }
    this.mark = start;
    const equal = this.expect(T.STAR) && this.param(style) && this.token(T.EQUAL);
    if (equal) this.raiseAt(equal, 'var-positional argument cannot have default value');
    this.mark = start;
    const nameOrComma = () => this.noDefault(style) ?? this.token(T.COMMA);
    const again =
      this.expect(T.STAR) &&
      nameOrComma() &&
      this.many(() => this.maybeDefault(style)) &&
      this.token(T.STAR);
    if (again && nameOrComma()) this.raiseAt(again, '* argument may appear only once');
    return null;
  }

  private invalidKwds(style: Style): null {
    const start = this.mark;
    const equal = this.expect(T.DOUBLESTAR) && this.param(style) && this.token(T.EQUAL);
    if (equal) this.raiseAt(equal, 'var-keyword argument cannot have default value');
    this.mark = start;
    const comma = this.expect(T.DOUBLESTAR) && this.param(style) && this.expect(T.COMMA);
    const after = comma && (this.param(style) ?? this.anyOf(T.STAR, T.DOUBLESTAR, T.SLASH));
    if (after) this.raiseAt(after, 'arguments cannot follow var-keyword argument');
    return null;
  }
}
