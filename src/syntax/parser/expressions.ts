import {
  Attribute,
  Await,
  BinOp,
  BoolOp,
  Call,
  Compare,
  Constant,
  Dict,
  DictComp,
  GeneratorExp,
  IfExp,
  keyword,
  Lambda,
  List,
  ListComp,
  Name,
  NamedExpr,
  Set as SetNode,
  SetComp,
  Slice,
  Starred,
  Subscript,
  Tuple,
  UnaryOp,
  Yield,
  YieldFrom,
  comprehension,
  type cmpop,
  type ConstantValue,
  type expr,
} from '../ast.gen.ts';
import {
  AND,
  ASYNC,
  AWAIT,
  COLON,
  COLONEQUAL,
  COMMA,
  DOT,
  DOUBLESTAR,
  ELLIPSIS,
  ELSE,
  EQUAL,
  FALSE,
  FOR,
  FROM,
  FSTRING_START,
  GREATER,
  IF,
  IN,
  LAMBDA,
  LBRACE,
  LPAR,
  LSQB,
  MINUS,
  NAME,
  NONE,
  NOT,
  NUMBER,
  OR,
  PLUS,
  RBRACE,
  RPAR,
  RSQB,
  STAR,
  STRING,
  TILDE,
  TRUE,
  TSTRING_START,
  YIELD,
} from '../tokens.ts';
import { binaryOperators, comparisons, precedence, startsExpression } from './operators.ts';
import { ParameterParser } from './parameters.ts';

const ellipsis: ConstantValue = { type: 'Ellipsis' };

/** Expressions by precedence (CPython: Grammar/python.gram, "Expressions"). */
export abstract class ExpressionParser extends ParameterParser {
  /** `star_expressions`: a tuple without brackets, or one expression. */
  parseStarExpressions(): expr {
    const start = this.pos;
    const first = this.parseStarExpression();
    return this.tok === COMMA ? this.parseTupleRest(start, first) : first;
  }

  private parseTupleRest(start: number, first: expr): expr {
    const elts = [first];
    while (this.accept(COMMA)) {
      if (startsExpression[this.tok] === 0) break;
      elts.push(this.parseStarExpression());
    }
    return this.tuple(elts, start);
  }

  private tuple(elts: expr[], start: number): Tuple {
    const end = this.pos - 1;
    return new Tuple(
      elts,
      'Load',
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  /** `expressions`: as star_expressions, nothing starred. */
  parseExpressions(): expr {
    const start = this.pos;
    const first = this.parseExpression();
    if (this.tok !== COMMA) return first;
    const elts = [first];
    while (this.accept(COMMA)) {
      if (startsExpression[this.tok] === 0 || this.kinds[this.pos] === STAR) break;
      elts.push(this.parseExpression());
    }
    return this.tuple(elts, start);
  }

  private parseStarExpression(): expr {
    return this.tok === STAR ? this.parseStarred() : this.parseExpression();
  }

  /** `*` with a bitwise_or, as displays and tuples want. */
  private parseStarred(): expr {
    const start = this.pos;
    this.advance();
    const value = this.parseBinary(1);
    const end = this.pos - 1;
    return new Starred(
      value,
      'Load',
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  protected parseStarNamedExpression(): expr {
    return this.tok === STAR ? this.parseStarred() : this.parseNamedExpression();
  }

  parseNamedExpression(): expr {
    if (this.tok === NAME && this.peek() === COLONEQUAL) return this.parseWalrus();
    return this.parseExpression();
  }

  private parseWalrus(): expr {
    const target = this.parseName('Store');
    this.advance();
    const value = this.parseExpression();
    const end = this.pos - 1;
    return new NamedExpr(
      target,
      value,
      target.lineno,
      target.col_offset,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  protected parseName(ctx: 'Load' | 'Store'): Name {
    const at = this.pos;
    if (this.tok !== NAME) this.fail();
    const node = new Name(
      this.names[this.values[at]!]!,
      ctx,
      this.lines[at]!,
      this.cols[at]!,
      this.endLines[at]!,
      this.endCols[at]!,
    );
    this.advance();
    return node;
  }

  parseAnnotatedRhs(): expr {
    return this.tok === YIELD ? this.parseYield() : this.parseStarExpressions();
  }

  protected parseYield(): expr {
    const start = this.pos;
    this.advance();
    if (this.accept(FROM)) {
      const value = this.parseExpression();
      const end = this.pos - 1;
      return new YieldFrom(
        value,
        this.lines[start]!,
        this.cols[start]!,
        this.endLines[end]!,
        this.endCols[end]!,
      );
    }
    const value = startsExpression[this.tok] === 1 ? this.parseStarExpressions() : null;
    const end = this.pos - 1;
    return new Yield(
      value,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  parseExpression(): expr {
    if (this.tok === LAMBDA) return this.parseLambda();
    const start = this.pos;
    const body = this.parseDisjunction();
    if (this.tok !== IF) return body;
    this.advance();
    const test = this.parseDisjunction();
    this.expect(ELSE);
    const orelse = this.parseExpression();
    const end = this.pos - 1;
    return new IfExp(
      test,
      body,
      orelse,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  private parseLambda(): expr {
    const start = this.pos;
    this.advance();
    const args = this.parseParameters(COLON, false);
    this.expect(COLON);
    const body = this.parseExpression();
    const end = this.pos - 1;
    return new Lambda(
      args,
      body,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  parseDisjunction(): expr {
    const start = this.pos;
    const first = this.parseConjunction();
    if (this.tok !== OR) return first;
    const values = [first];
    while (this.accept(OR)) values.push(this.parseConjunction());
    return this.boolOp('Or', values, start);
  }

  private parseConjunction(): expr {
    const start = this.pos;
    const first = this.parseInversion();
    if (this.tok !== AND) return first;
    const values = [first];
    while (this.accept(AND)) values.push(this.parseInversion());
    return this.boolOp('And', values, start);
  }

  private boolOp(op: 'And' | 'Or', values: expr[], start: number): expr {
    const end = this.pos - 1;
    return new BoolOp(
      op,
      values,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  private parseInversion(): expr {
    if (this.tok !== NOT) return this.parseComparison();
    const start = this.pos;
    this.advance();
    const operand = this.parseInversion();
    const end = this.pos - 1;
    return new UnaryOp(
      'Not',
      operand,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  private parseComparison(): expr {
    const start = this.pos;
    const left = this.parseBinary(1);
    if (comparisons[this.tok] === undefined) return left;
    const ops: cmpop[] = [];
    const comparators: expr[] = [];
    for (;;) {
      const op = this.comparisonOperator();
      if (op === undefined) break;
      ops.push(op);
      comparators.push(this.parseBinary(1));
    }
    if (ops.length === 0) return left;
    const end = this.pos - 1;
    return new Compare(
      left,
      ops,
      comparators,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  /** Steps over a comparison operator, of one token or two. */
  private comparisonOperator(): cmpop | undefined {
    const op = comparisons[this.tok];
    if (op === undefined) return undefined;
    if (op === 'NotIn') {
      if (this.peek() !== IN) return undefined;
      this.advance();
    } else if (op === 'NotEq' && this.barryAsFlufl) this.fail();
    else if (op === 'Lt' && this.isOldNotEqual()) {
      if (!this.barryAsFlufl) this.fail();
      this.advance();
      this.advance();
      return 'NotEq';
    }
    this.advance();
    return op === 'Is' && this.accept(NOT) ? 'IsNot' : op;
  }

  /** `<>`, which counts only under `from __future__ import barry_as_FLUFL`, and `!=` only without. */
  private isOldNotEqual(): boolean {
    return this.peek() === GREATER && this.ends[this.pos] === this.starts[this.pos + 1];
  }

  protected parseBinary(least: number): expr {
    const start = this.pos;
    let left = this.parseFactor();
    for (;;) {
      const strength = precedence[this.tok]!;
      if (strength < least || strength === 0) return left;
      const op = binaryOperators[this.tok]!;
      this.advance();
      const right = this.parseBinary(strength + 1);
      const end = this.pos - 1;
      left = new BinOp(
        left,
        op,
        right,
        this.lines[start]!,
        this.cols[start]!,
        this.endLines[end]!,
        this.endCols[end]!,
      );
    }
  }

  private parseFactor(): expr {
    const tok = this.tok;
    if (tok !== MINUS && tok !== PLUS && tok !== TILDE) return this.parsePower();
    const start = this.pos;
    this.advance();
    const operand = this.parseFactor();
    const end = this.pos - 1;
    return new UnaryOp(
      tok === MINUS ? 'USub' : tok === PLUS ? 'UAdd' : 'Invert',
      operand,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  private parsePower(): expr {
    const start = this.pos;
    const base = this.tok === AWAIT ? this.parseAwait() : this.parsePrimary();
    if (this.tok !== DOUBLESTAR) return base;
    this.advance();
    const exponent = this.parseFactor();
    const end = this.pos - 1;
    return new BinOp(
      base,
      'Pow',
      exponent,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  private parseAwait(): expr {
    const start = this.pos;
    this.advance();
    const value = this.parsePrimary();
    const end = this.pos - 1;
    return new Await(
      value,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  /** An atom and what follows it: attributes, calls, subscripts. */
  parsePrimary(): expr {
    const start = this.pos;
    let node = this.parseAtom();
    for (;;) {
      const tok = this.tok;
      if (tok === DOT) {
        this.advance();
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
      } else if (tok === LPAR) node = this.parseCall(node, start);
      else if (tok === LSQB) {
        this.advance();
        const slice = this.parseSlices();
        this.expect(RSQB);
        const end = this.pos - 1;
        node = new Subscript(
          node,
          slice,
          'Load',
          this.lines[start]!,
          this.cols[start]!,
          this.endLines[end]!,
          this.endCols[end]!,
        );
      } else return node;
    }
  }

  private parseCall(func: expr, start: number): expr {
    const open = this.pos;
    this.advance();
    const args: expr[] = [];
    const keywords: keyword[] = [];
    if (this.tok !== RPAR) this.parseArguments(open, args, keywords);
    this.expect(RPAR);
    const end = this.pos - 1;
    return new Call(
      func,
      args,
      keywords,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  /** The arguments of a call or a class, up to the closing parenthesis; `open` is the opening one's index. */
  protected parseArguments(open: number, args: expr[], keywords: keyword[]): void {
    // 0: positional arguments may come; 1: keywords and starred; 2: keywords and double starred.
    let stage = 0;
    for (;;) {
      const start = this.pos;
      if (this.tok === STAR) {
        if (stage === 2) this.fail();
        args.push(this.parseStarredArgument());
      } else if (this.tok === DOUBLESTAR) {
        this.advance();
        stage = 2;
        this.addKeyword(keywords, null, start);
      } else if (this.tok === NAME && this.peek() === EQUAL) {
        const name = this.expectName();
        this.advance();
        if (stage === 0) stage = 1;
        this.addKeyword(keywords, name, start);
      } else {
        if (stage !== 0) this.fail();
        const value = this.parseNamedExpression();
        if (this.tok === FOR || this.tok === ASYNC) {
          if (args.length > 0) this.fail();
          args.push(this.parseGenerator(value, open));
          return;
        }
        args.push(value);
      }
      if (!this.accept(COMMA)) return;
      if (this.tok === RPAR) return;
    }
  }

  private addKeyword(keywords: keyword[], name: string | null, start: number): void {
    const value = this.parseExpression();
    const end = this.pos - 1;
    keywords.push(
      new keyword(
        name,
        value,
        this.lines[start]!,
        this.cols[start]!,
        this.endLines[end]!,
        this.endCols[end]!,
      ),
    );
  }

  /** `*` with an expression, as calls and subscripts want. */
  private parseStarredArgument(): expr {
    const start = this.pos;
    this.advance();
    const value = this.parseExpression();
    const end = this.pos - 1;
    return new Starred(
      value,
      'Load',
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  /** A sole generator argument: it takes the call's parentheses as its own. */
  private parseGenerator(elt: expr, open: number): expr {
    const generators = this.parseForIfClauses();
    if (this.tok !== RPAR) this.fail();
    return new GeneratorExp(
      elt,
      generators,
      this.lines[open]!,
      this.cols[open]!,
      this.endLines[this.pos]!,
      this.endCols[this.pos]!,
    );
  }

  private parseSlices(): expr {
    const start = this.pos;
    const first = this.tok === STAR ? this.parseStarredArgument() : this.parseSlice();
    if (this.tok !== COMMA && first.kind !== 'Starred') return first;
    const elts = [first];
    while (this.accept(COMMA)) {
      if (this.tok === RSQB) break;
      elts.push(this.tok === STAR ? this.parseStarredArgument() : this.parseSlice());
    }
    return this.tuple(elts, start);
  }

  private parseSlice(): expr {
    const start = this.pos;
    let lower: expr | null = null;
    if (this.tok !== COLON) {
      lower = this.parseNamedExpression();
      if (this.tok !== COLON) return lower;
      if (this.kinds[start + 1] === COLONEQUAL) this.fail();
    }
    this.advance();
    const upper = this.parseSlicePart();
    const step = this.accept(COLON) ? this.parseSlicePart() : null;
    const end = this.pos - 1;
    return new Slice(
      lower,
      upper,
      step,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  private parseSlicePart(): expr | null {
    const tok = this.tok;
    return tok === COLON || tok === COMMA || tok === RSQB ? null : this.parseExpression();
  }

  private constant(value: ConstantValue): expr {
    const at = this.pos;
    const node = new Constant(
      value,
      null,
      this.lines[at]!,
      this.cols[at]!,
      this.endLines[at]!,
      this.endCols[at]!,
    );
    this.advance();
    return node;
  }

  private parseAtom(): expr {
    switch (this.tok) {
      case NAME:
        return this.parseName('Load');
      case NUMBER:
        return this.parseNumber();
      case STRING:
      case FSTRING_START:
      case TSTRING_START:
        return this.parseStrings();
      case LPAR:
        return this.parseParenthesized();
      case LSQB:
        return this.parseListDisplay();
      case LBRACE:
        return this.parseBraces();
      case NONE:
        return this.constant(null);
      case TRUE:
        return this.constant(true);
      case FALSE:
        return this.constant(false);
      case ELLIPSIS:
        return this.constant(ellipsis);
      default:
        this.fail();
    }
  }

  protected parseNumber(): expr {
    const at = this.pos;
    const value = this.values[at]!;
    if (value >= 0) return this.constant({ type: 'int', value });
    return this.constant(this.reader.number(at, this.onInvalid));
  }

  /** A group, a tuple, a generator expression. */
  private parseParenthesized(): expr {
    const open = this.pos;
    this.advance();
    if (this.tok === RPAR) {
      this.advance();
      return this.tuple([], open);
    }
    if (this.tok === YIELD) {
      const node = this.parseYield();
      this.expect(RPAR);
      return node;
    }
    const first = this.parseStarNamedExpression();
    if (this.tok === COMMA) {
      const elts = this.parseElements(first, RPAR);
      this.advance();
      return this.tuple(elts, open);
    }
    if (first.kind === 'Starred') this.fail();
    if (this.tok === FOR || this.tok === ASYNC) {
      const node = this.parseGenerator(first, open);
      this.advance();
      return node;
    }
    this.expect(RPAR);
    return first;
  }

  /** The rest of a display's elements after the first; ends on the closing bracket. */
  private parseElements(first: expr, close: number): expr[] {
    const elts = [first];
    while (this.accept(COMMA)) {
      if (this.tok === close) break;
      elts.push(this.parseStarNamedExpression());
    }
    if (this.tok !== close) this.fail();
    return elts;
  }

  private parseListDisplay(): expr {
    const open = this.pos;
    this.advance();
    let elts: expr[] = [];
    if (this.tok !== RSQB) {
      const first = this.parseStarNamedExpression();
      if (this.tok === FOR || this.tok === ASYNC) return this.parseListComp(first, open);
      elts = this.parseElements(first, RSQB);
    }
    const close = this.pos;
    this.advance();
    return new List(
      elts,
      'Load',
      this.lines[open]!,
      this.cols[open]!,
      this.endLines[close]!,
      this.endCols[close]!,
    );
  }

  private parseListComp(elt: expr, open: number): expr {
    if (elt.kind === 'Starred') this.fail();
    const generators = this.parseForIfClauses();
    this.expect(RSQB);
    const close = this.pos - 1;
    return new ListComp(
      elt,
      generators,
      this.lines[open]!,
      this.cols[open]!,
      this.endLines[close]!,
      this.endCols[close]!,
    );
  }

  /** A dict, a set, or a comprehension of either. */
  private parseBraces(): expr {
    const open = this.pos;
    this.advance();
    if (this.tok === RBRACE || this.tok === DOUBLESTAR) return this.parseDict(open, [], []);
    const bare = this.tok !== STAR && !(this.tok === NAME && this.peek() === COLONEQUAL);
    const first = this.parseStarNamedExpression();
    if (bare && this.accept(COLON)) {
      const value = this.parseExpression();
      if (this.tok === FOR || this.tok === ASYNC) return this.parseDictComp(first, value, open);
      return this.parseDict(open, [first], [value]);
    }
    if (this.tok === FOR || this.tok === ASYNC) return this.parseSetComp(first, open);
    const elts = this.parseElements(first, RBRACE);
    const close = this.pos;
    this.advance();
    return new SetNode(
      elts,
      this.lines[open]!,
      this.cols[open]!,
      this.endLines[close]!,
      this.endCols[close]!,
    );
  }

  private parseSetComp(elt: expr, open: number): expr {
    if (elt.kind === 'Starred') this.fail();
    const generators = this.parseForIfClauses();
    this.expect(RBRACE);
    const close = this.pos - 1;
    return new SetComp(
      elt,
      generators,
      this.lines[open]!,
      this.cols[open]!,
      this.endLines[close]!,
      this.endCols[close]!,
    );
  }

  private parseDictComp(key: expr, value: expr, open: number): expr {
    const generators = this.parseForIfClauses();
    this.expect(RBRACE);
    const close = this.pos - 1;
    return new DictComp(
      key,
      value,
      generators,
      this.lines[open]!,
      this.cols[open]!,
      this.endLines[close]!,
      this.endCols[close]!,
    );
  }

  private parseDict(open: number, keys: (expr | null)[], values: expr[]): expr {
    if (keys.length > 0 && !this.accept(COMMA) && this.tok !== RBRACE) this.fail();
    while (this.tok !== RBRACE) {
      if (this.accept(DOUBLESTAR)) {
        keys.push(null);
        values.push(this.parseBinary(1));
      } else {
        keys.push(this.parseExpression());
        this.expect(COLON);
        values.push(this.parseExpression());
      }
      if (!this.accept(COMMA)) break;
    }
    this.expect(RBRACE);
    const close = this.pos - 1;
    return new Dict(
      keys,
      values,
      this.lines[open]!,
      this.cols[open]!,
      this.endLines[close]!,
      this.endCols[close]!,
    );
  }

  private parseForIfClauses(): comprehension[] {
    const generators: comprehension[] = [];
    for (;;) {
      const isAsync = this.accept(ASYNC) ? 1 : 0;
      this.expect(FOR);
      const target = this.parseStarTargets();
      this.expect(IN);
      const iter = this.parseDisjunction();
      const ifs: expr[] = [];
      while (this.accept(IF)) ifs.push(this.parseDisjunction());
      generators.push(new comprehension(target, iter, ifs, isAsync));
      if (this.tok !== FOR && this.tok !== ASYNC) return generators;
    }
  }

  /** `star_targets`: what a for loop or a comprehension binds. */
  protected parseStarTargets(): expr {
    const start = this.pos;
    const first = this.parseStarTarget();
    if (this.tok !== COMMA) return first;
    const elts = [first];
    while (this.accept(COMMA)) {
      if (startsExpression[this.tok] === 0) break;
      elts.push(this.parseStarTarget());
    }
    const node = this.tuple(elts, start);
    node.ctx = 'Store';
    return node;
  }

  protected parseStarTarget(): expr {
    const start = this.pos;
    if (!this.accept(STAR)) {
      const target = this.parsePrimary();
      this.storeInto(target);
      return target;
    }
    const value = this.parsePrimary();
    this.storeInto(value);
    const end = this.pos - 1;
    return new Starred(
      value,
      'Store',
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  /** Turns an expression into an assignment target, or fails. */
  protected storeInto(node: expr): void {
    switch (node.kind) {
      case 'Name':
      case 'Attribute':
      case 'Subscript':
        node.ctx = 'Store';
        return;
      case 'Starred':
        node.ctx = 'Store';
        this.storeInto(node.value);
        return;
      case 'Tuple':
      case 'List':
        node.ctx = 'Store';
        for (const elt of node.elts) this.storeInto(elt);
        return;
      default:
        this.fail();
    }
  }
}
