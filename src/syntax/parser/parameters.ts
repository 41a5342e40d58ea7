import { arg, arguments_, type expr } from '../ast.gen.ts';
import {
  COLON,
  COMMA,
  DOUBLESTAR,
  EQUAL,
  NAME,
  RPAR,
  SLASH,
  STAR,
  TYPE_COMMENT,
} from '../tokens.ts';
import { StringParser } from './strings.ts';

/** Parameters of functions and lambdas (CPython: Grammar/python.gram, "Function parameters"). */
export abstract class ParameterParser extends StringParser {
  /** Whether `<>` stands for `!=`. */
  barryAsFlufl = false;

  protected abstract parseStarNamedExpression(): expr;
  abstract parseStarExpressions(): expr;

  /** Parameters up to the token `close`, which is left; `annotated` for def, not for lambda. */
  protected parseParameters(close: number, annotated: boolean): arguments_ {
    let posonly: arg[] = [];
    let args: arg[] = [];
    const defaults: expr[] = [];
    let vararg: arg | null = null;
    const kwonly: arg[] = [];
    const kwDefaults: (expr | null)[] = [];
    let kwarg: arg | null = null;
    let starred = false;
    while (this.tok !== close) {
      let last: arg | null = null;
      if (this.tok === SLASH) {
        if (starred || posonly.length > 0 || args.length === 0) this.fail();
        this.advance();
        posonly = args;
        args = [];
      } else if (this.accept(STAR)) {
        if (starred) this.fail();
        starred = true;
        if (this.tok === NAME) vararg = last = this.parseParameter(annotated, true);
        else if (this.tok !== COMMA || this.peek() !== NAME) this.fail();
      } else if (this.accept(DOUBLESTAR)) {
        kwarg = this.parseParameter(annotated, false);
        this.accept(COMMA);
        kwarg.type_comment = this.typeComment();
        if (this.tok !== close) this.fail();
        break;
      } else {
        const parameter = (last = this.parseParameter(annotated, false));
        const value = this.accept(EQUAL) ? this.parseExpression() : null;
        if (starred) {
          kwonly.push(parameter);
          kwDefaults.push(value);
        } else {
          if (value !== null) defaults.push(value);
          else if (defaults.length > 0) this.fail();
          args.push(parameter);
        }
      }
      const comma = this.accept(COMMA);
      if (this.tok === TYPE_COMMENT) {
        if (last === null) this.fail();
        last.type_comment = this.typeComment();
      }
      if (comma) continue;
      if (this.tok !== close) this.fail();
      break;
    }
    return new arguments_(posonly, args, vararg, kwonly, kwDefaults, kwarg, defaults);
  }

  private parseParameter(annotated: boolean, star: boolean): arg {
    const start = this.pos;
    const name = this.expectName();
    let annotation: expr | null = null;
    if (annotated && this.accept(COLON)) {
      annotation =
        star && this.tok === STAR ? this.parseStarNamedExpression() : this.parseExpression();
    }
    const end = this.pos - 1;
    return new arg(
      name,
      annotation,
      null,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  /** The parenthesised parameters of a function. */
  protected parseFunctionParameters(): arguments_ {
    const args = this.parseParameters(RPAR, true);
    this.expect(RPAR);
    return args;
  }
}
