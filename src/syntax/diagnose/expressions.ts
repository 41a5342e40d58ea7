import * as T from '../tokens.ts';
import { precedence } from '../parser/operators.ts';
import { piece, type Piece } from './piece.ts';
import { StringRules } from './strings.ts';

/** Memo slots of the rules that CPython memoises too: what is remembered decides what is complained of. */
export const MEMO = {
  expression: 0,
  starExpression: 1,
  disjunction: 2,
  conjunction: 3,
  inversion: 4,
  factor: 5,
  awaitPrimary: 6,
  strings: 7,
  arguments: 8,
  starTarget: 9,
  targetWithStarAtom: 10,
  delTarget: 11,
  simpleStmt: 12,
  block: 13,
  closedPattern: 14,
  starPattern: 15,
  typeParam: 16,
  bitwiseOr: 17,
  bitwiseXor: 18,
  bitwiseAnd: 19,
  shiftExpr: 20,
  sum: 21,
  term: 22,
  primary: 23,
  tPrimary: 24,
  invalidNamedExpression: 25,
  importStmt: 26,
  dottedName: 27,
  attr: 28,
} as const;

const shiftStrength = precedence[T.LEFTSHIFT]!;
const legacy = new Set(['print', 'exec']);

/** Expressions with the mistakes that CPython knows in them (Grammar/python.gram, "Expressions"). */
export abstract class ExpressionRules extends StringRules {
  /** Whether `<>` stands for `!=`. */
  barryAsFlufl = false;

  abstract slices(): Piece | null;
  abstract callArguments(): Piece | null;
  abstract forIfClauses(): Piece | null;
  abstract starredExpression(): Piece | null;
  abstract lambdaParams(): true | null;
  abstract simpleStatement(): Piece | null;

  // These rules nest as deep as the brackets of a source, so they are written out, not put together from closures: each
  // frame of the stack counts.

  /** `expressions` or `star_expressions`: one, or a tuple without brackets. */
  private series(star: boolean): Piece | null {
    const start = this.mark;
    const first = star ? this.starExpression() : this.expression();
    if (first === null || !this.expect(T.COMMA)) return first;
    const elements = [first];
    for (;;) {
      const mark = this.mark;
      const next = star ? this.starExpression() : this.expression();
      if (next === null) {
        this.mark = mark;
        break;
      }
      elements.push(next);
      if (!this.expect(T.COMMA)) break;
    }
    return this.made('tuple', start, elements);
  }

  expressions(): Piece | null {
    return this.series(false);
  }

  starExpressions(): Piece | null {
    return this.series(true);
  }

  starExpression(): Piece | null {
    const found = this.recall(MEMO.starExpression);
    if (found !== undefined) return found as Piece | null;
    const start = this.mark;
    const value = this.next(T.STAR) ? this.starOf() : this.expression();
    return this.remember(MEMO.starExpression, start, value);
  }

  /** `*` with a bitwise_or. */
  private starOf(): Piece | null {
    const start = this.mark;
    this.mark++;
    const value = this.bitwiseOr();
    if (value !== null) return this.made('starred', start, [value]);
    this.mark = start;
    return null;
  }

  starNamedExpressions(): Piece[] | null {
    const elements: Piece[] = [];
    for (;;) {
      const mark = this.mark;
      const element = this.starNamedExpression();
      if (element === null) {
        this.mark = mark;
        break;
      }
      elements.push(element);
      if (!this.expect(T.COMMA)) break;
    }
    return elements.length > 0 ? elements : null;
  }

  starNamedExpression(): Piece | null {
    return this.next(T.STAR) ? this.starOf() : this.namedExpression();
  }

  assignmentExpression(): Piece | null {
    const start = this.mark;
    const target = this.alt(() => {
      const name = this.name();
      return name && this.expect(T.COLONEQUAL) && name;
    });
    if (target === null) return null;
    const value = this.expression();
    return (
      value && this.since(8, 'Assignment expressions are') && this.made('named expression', start)
    );
  }

  namedExpression(): Piece | null {
    const start = this.mark;
    if (this.next(T.NAME)) {
      const assignment = this.assignmentExpression();
      if (assignment !== null) return assignment;
      this.mark = start;
    }
    if (this.callInvalid) {
      this.invalidNamedExpression();
      this.mark = start;
    }
    return this.plainExpression();
  }

  /** `expression !':='`. */
  plainExpression(): Piece | null {
    const start = this.mark;
    const value = this.expression();
    if (value !== null && !this.next(T.COLONEQUAL)) return value;
    this.mark = start;
    return null;
  }

  private invalidNamedExpression(): void {
    if (this.recall(MEMO.invalidNamedExpression) !== undefined) return;
    const start = this.mark;
    this.complainOfNamed(start);
    this.mark = start;
    this.remember(MEMO.invalidNamedExpression, start, null);
  }

  private complainOfNamed(start: number): void {
    const a = this.expression();
    if (a && this.expect(T.COLONEQUAL) && this.expression()) {
      this.raiseAt(a, `cannot use assignment expressions with ${a.kind}`);
    }
    this.mark = start;
    const name = this.name();
    let b = name && this.expect(T.EQUAL) && this.bitwiseOr();
    if (b && !this.next(T.EQUAL, T.COLONEQUAL)) {
      this.raiseRange(name!, b, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    this.mark = start;
    if (this.looksAt(() => this.listOrTupleOrConstant())) return;
    const left = this.bitwiseOr();
    b = left && this.expect(T.EQUAL) && this.bitwiseOr();
    if (b && !this.next(T.EQUAL, T.COLONEQUAL)) {
      this.raiseAt(
        left!,
        `cannot assign to ${left!.kind} here. Maybe you meant '==' instead of '='?`,
      );
    }
  }

  private listOrTupleOrConstant(): Piece | null {
    return this.list() ?? this.tuple() ?? this.genexp() ?? this.anyOf(T.TRUE, T.NONE, T.FALSE);
  }

  annotatedRhs(): Piece | null {
    return this.yieldExpr() ?? this.starExpressions();
  }

  yieldExpr(): Piece | null {
    const start = this.mark;
    return this.alt(() => {
      if (!this.expect(T.YIELD)) return null;
      const from = this.alt(() => this.expect(T.FROM) && this.expression());
      if (from === null) this.maybe(() => this.starExpressions());
      return this.made('yield expression', start);
    });
  }

  expression(): Piece | null {
    const found = this.recall(MEMO.expression);
    if (found !== undefined) return found as Piece | null;
    const start = this.mark;
    if (this.callInvalid) {
      this.invalidExpression();
      this.mark = start;
      this.invalidLegacyExpression();
      this.mark = start;
    }
    return this.remember(MEMO.expression, start, this.conditionalOrSimpler());
  }

  /** A conditional expression, a disjunction, a lambda. */
  private conditionalOrSimpler(): Piece | null {
    const start = this.mark;
    const body = this.disjunction();
    if (body === null) {
      this.mark = start;
      return this.next(T.LAMBDA) ? this.lambda() : null;
    }
    const end = this.mark;
    if (!this.expect(T.IF)) return body;
    if (this.disjunction() && this.expect(T.ELSE) && this.expression()) {
      return this.made('conditional expression', start);
    }
    this.mark = end;
    return body;
  }

  private expressionWithoutInvalid(): Piece | null {
    const callInvalid = this.callInvalid;
    this.callInvalid = false;
    const value = this.alt(() => this.conditionalOrSimpler());
    this.callInvalid = callInvalid;
    return value;
  }

  private lambda(): Piece | null {
    const start = this.mark;
    return this.alt(
      () =>
        this.expect(T.LAMBDA) &&
        this.maybe(() => this.lambdaParams()) &&
        this.expect(T.COLON) &&
        this.expression() &&
        this.made('lambda', start),
    );
  }

  private invalidExpression(): null {
    const start = this.mark;
    const middle =
      this.expect(T.STRING) &&
      this.some(() => !this.next(T.STRING) && this.expressionWithoutInvalid());
    if (middle && this.expect(T.STRING)) {
      const message = 'invalid syntax. Is this intended to be part of the string?';
      this.raiseRange(middle[0]!, middle[middle.length - 1]!, message);
    }
    this.mark = start;
    const excluded =
      this.looksAt(() => this.name() && this.expect(T.STRING)) || this.isSoftKeyword();
    if (!excluded) {
      const a = this.disjunction();
      const b = a && this.expressionWithoutInvalid();
      if (b) return this.missingComma(a, b);
      this.mark = start;
    }
    return this.invalidConditional(start);
  }

  private missingComma(a: Piece, b: Piece): null {
    if (a.kind === 'name' && legacy.has(a.text)) return null;
    if (this.levelAfter(this.mark - 1) === 0) return null;
    this.raiseRange(a, b, 'invalid syntax. Perhaps you forgot a comma?');
  }

  private invalidConditional(start: number): null {
    const a = this.disjunction();
    const b = a && this.expect(T.IF) && this.disjunction();
    if (b && !this.next(T.ELSE, T.COLON)) {
      this.raiseRange(a, b, "expected 'else' after 'if' expression");
    }
    if (b && this.expect(T.ELSE) && !this.looksAt(() => this.expression())) {
      this.raiseNext("expected expression after 'else', but statement is given");
    }
    this.mark = start;
    const statement = this.anyOf(T.PASS, T.BREAK, T.CONTINUE);
    if (
      statement &&
      this.expect(T.IF) &&
      this.disjunction() &&
      this.expect(T.ELSE) &&
      this.simpleStatement()
    ) {
      this.raiseAt(statement, "expected expression before 'if', but statement is given");
    }
    this.mark = start;
    const lambda = this.token(T.LAMBDA);
    const colon = lambda && this.maybe(() => this.lambdaParams()) && this.token(T.COLON);
    if (colon && this.next(T.FSTRING_MIDDLE, T.TSTRING_MIDDLE)) {
      const what = this.next(T.FSTRING_MIDDLE) ? 'f-string' : 't-string';
      const message = `${what}: lambda expressions are not allowed without parentheses`;
      this.raiseRange(lambda, colon, message);
    }
    return null;
  }

  private invalidLegacyExpression(): null {
    const a = this.name();
    const b = a && !this.next(T.LPAR) && this.starExpressions();
    if (b && legacy.has(a.text)) {
      const { text } = a;
      this.raiseRange(a, b, `Missing parentheses in call to '${text}'. Did you mean ${text}(...)?`);
    }
    return null;
  }

  disjunction(): Piece | null {
    const found = this.recall(MEMO.disjunction);
    if (found !== undefined) return found as Piece | null;
    const start = this.mark;
    let value = this.conjunction();
    while (value !== null) {
      const end = this.mark;
      if (!this.expect(T.OR)) break;
      if (this.conjunction() === null) {
        this.mark = end;
        break;
      }
      value = this.made('expression', start);
    }
    return this.remember(MEMO.disjunction, start, value);
  }

  private conjunction(): Piece | null {
    const found = this.recall(MEMO.conjunction);
    if (found !== undefined) return found as Piece | null;
    const start = this.mark;
    let value = this.inversion();
    while (value !== null) {
      const end = this.mark;
      if (!this.expect(T.AND)) break;
      if (this.inversion() === null) {
        this.mark = end;
        break;
      }
      value = this.made('expression', start);
    }
    return this.remember(MEMO.conjunction, start, value);
  }

  private inversion(): Piece | null {
    const found = this.recall(MEMO.inversion);
    if (found !== undefined) return found as Piece | null;
    const start = this.mark;
    let value: Piece | null;
    if (this.expect(T.NOT)) value = this.inversion() && this.made('expression', start);
    else value = this.comparison();
    return this.remember(MEMO.inversion, start, value);
  }

  private comparison(): Piece | null {
    const start = this.mark;
    const left = this.bitwiseOr();
    if (left === null) return null;
    let first: string | null = null;
    for (;;) {
      const end = this.mark;
      const operator = this.comparisonOperator();
      if (operator === null || this.bitwiseOr() === null) {
        this.mark = end;
        return first === null ? left : this.made('comparison', start, [left], first);
      }
      first ??= operator;
    }
  }

  /** Steps over an operator; answers `in` or another word. */
  private comparisonOperator(): string | null {
    const kind = this.peek();
    switch (kind) {
      case T.LESS:
        this.mark++;
        this.oldNotEqual();
        return 'other';
      case T.EQEQUAL:
      case T.LESSEQUAL:
      case T.GREATER:
      case T.GREATEREQUAL:
        this.mark++;
        return 'other';
      case T.NOTEQUAL:
        this.mark++;
        if (this.barryAsFlufl) this.raiseLast("with Barry as BDFL, use '<>' instead of '!='");
        return 'other';
      case T.IN:
        this.mark++;
        return 'in';
      case T.NOT:
        this.mark++;
        return this.expect(T.IN) ? 'other' : null;
      case T.IS:
        this.mark++;
        this.expect(T.NOT);
        return 'other';
      default:
        return null;
    }
  }

  /** Behind `<`: a `>` right there makes `<>`, which only `from __future__ import barry_as_FLUFL` allows. */
  private oldNotEqual(): void {
    const { starts, ends } = this.tokens;
    if (!this.next(T.GREATER) || ends[this.mark - 1] !== starts[this.mark]) return;
    if (!this.barryAsFlufl) {
      if (!this.callInvalid) return;
      const message = "invalid syntax.  Maybe you meant '!=' instead of '<>'?";
      this.raiseRange(
        piece('token', this.mark - 1, this.mark - 1),
        piece('token', this.mark, this.mark),
        message,
      );
    }
    this.mark++;
  }

  bitwiseOr(): Piece | null {
    const found = this.recall(MEMO.bitwiseOr);
    if (found !== undefined) return found as Piece | null;
    const start = this.mark;
    return this.remember(MEMO.bitwiseOr, start, this.binary(1));
  }

  /** Binary operators that bind as `least` or tighter, from `|` up. */
  private binary(least: number): Piece | null {
    const start = this.mark;
    if (this.callInvalid) {
      if (least <= shiftStrength) this.invalidArithmetic();
      this.mark = start;
      this.invalidFactor();
      this.mark = start;
    }
    let left = this.factor();
    while (left !== null) {
      const strength = precedence[this.peek()]!;
      if (strength === 0 || strength < least) break;
      const end = this.mark;
      this.mark++;
      if (this.binary(strength + 1) === null) {
        this.mark = end;
        break;
      }
      if (this.kinds[end] === T.AT) this.since(5, "The '@' operator is");
      left = this.made('expression', start);
    }
    return left;
  }

  private invalidArithmetic(): null {
    const a =
      this.sum() &&
      this.anyOf(T.PLUS, T.MINUS, T.STAR, T.SLASH, T.PERCENT, T.DOUBLESLASH, T.AT) &&
      this.token(T.NOT);
    const b = a && this.inversion();
    if (b) this.raiseRange(a, b, "'not' after an operator must be parenthesized");
    return null;
  }

  private sum(): Piece | null {
    const found = this.recall(MEMO.sum);
    if (found !== undefined) return found as Piece | null;
    const start = this.mark;
    return this.remember(MEMO.sum, start, this.binary(shiftStrength + 1));
  }

  private invalidFactor(): null {
    const a = this.anyOf(T.PLUS, T.MINUS, T.TILDE) && this.token(T.NOT);
    const b = a && this.factor();
    if (b) this.raiseRange(a, b, "'not' after an operator must be parenthesized");
    return null;
  }

  private factor(): Piece | null {
    const found = this.recall(MEMO.factor);
    if (found !== undefined) return found as Piece | null;
    const start = this.mark;
    let value: Piece | null;
    if (this.next(T.PLUS, T.MINUS, T.TILDE)) {
      this.mark++;
      value = this.factor() && this.made('expression', start);
    } else value = this.power();
    return this.remember(MEMO.factor, start, value);
  }

  private power(): Piece | null {
    const start = this.mark;
    const base = this.awaitPrimary();
    if (base === null) return null;
    const end = this.mark;
    if (!this.expect(T.DOUBLESTAR)) return base;
    if (this.factor()) return this.made('expression', start);
    this.mark = end;
    return base;
  }

  private awaitPrimary(): Piece | null {
    const found = this.recall(MEMO.awaitPrimary);
    if (found !== undefined) return found as Piece | null;
    const start = this.mark;
    let value: Piece | null;
    if (this.expect(T.AWAIT)) {
      value =
        this.primary() &&
        this.since(5, 'Await expressions are') &&
        this.made('await expression', start);
    } else value = this.primary();
    return this.remember(MEMO.awaitPrimary, start, value);
  }

  private primary(): Piece | null {
    const found = this.recall(MEMO.primary);
    if (found !== undefined) return found as Piece | null;
    const start = this.mark;
    let node = this.atom();
    while (node !== null) {
      const longer = this.trailer(start);
      if (longer === null) break;
      node = longer;
    }
    return this.remember(MEMO.primary, start, node);
  }

  /** What may follow a primary: `.name`, `(generator)`, `(arguments)`, `[slices]`. */
  protected trailer(start: number): Piece | null {
    return (
      this.alt(() => this.expect(T.DOT) && this.name() && this.made('attribute', start)) ??
      this.alt(() => this.genexp() && this.made('function call', start)) ??
      this.alt(
        () =>
          this.expect(T.LPAR) &&
          this.maybe(() => this.callArguments()) &&
          this.expect(T.RPAR) &&
          this.made('function call', start),
      ) ??
      this.alt(
        () =>
          this.expect(T.LSQB) &&
          this.slices() &&
          this.expect(T.RSQB) &&
          this.made('subscript', start),
      )
    );
  }

  protected atom(): Piece | null {
    const start = this.mark;
    switch (this.peek()) {
      case T.NAME:
        return this.name();
      case T.TRUE:
        this.mark++;
        return piece('True', start, start);
      case T.FALSE:
        this.mark++;
        return piece('False', start, start);
      case T.NONE:
        this.mark++;
        return piece('None', start, start);
      case T.STRING:
      case T.FSTRING_START:
      case T.TSTRING_START:
        return this.strings();
      case T.NUMBER:
        return this.number();
      case T.LPAR:
        return this.tuple() ?? this.group() ?? this.genexp();
      case T.LSQB:
        return this.list() ?? this.listcomp();
      case T.LBRACE:
        return this.dict() ?? this.set() ?? this.dictcomp() ?? this.setcomp();
      case T.ELLIPSIS:
        this.mark++;
        return piece('ellipsis', start, start);
      default:
        return null;
    }
  }

  private group(): Piece | null {
    const start = this.mark;
    if (this.expect(T.LPAR)) {
      const value = this.next(T.YIELD) ? this.yieldExpr() : this.namedExpression();
      if (value !== null && this.expect(T.RPAR)) return value;
      this.mark = start;
    }
    return this.invalid(() => this.invalidGroup());
  }

  private invalidGroup(): null {
    const start = this.mark;
    const a = this.expect(T.LPAR) && this.starredExpression();
    if (a && this.expect(T.RPAR)) this.raiseAt(a, 'cannot use starred expression here');
    this.mark = start;
    const b = this.expect(T.LPAR) && this.token(T.DOUBLESTAR);
    if (b && this.expression() && this.expect(T.RPAR)) {
      this.raiseAt(b, 'cannot use double starred expression here');
    }
    return null;
  }

  protected list(): Piece | null {
    const start = this.mark;
    if (!this.expect(T.LSQB)) return null;
    const elements = this.starNamedExpressions() ?? [];
    if (this.expect(T.RSQB)) return this.made('list', start, elements);
    this.mark = start;
    return null;
  }

  protected tuple(): Piece | null {
    const start = this.mark;
    if (!this.expect(T.LPAR)) return null;
    const open = this.mark;
    let elements: Piece[] = [];
    const first = this.starNamedExpression();
    if (first !== null && this.expect(T.COMMA)) {
      elements = [first, ...(this.starNamedExpressions() ?? [])];
    } else this.mark = open;
    if (this.expect(T.RPAR)) return this.made('tuple', start, elements);
    this.mark = start;
    return null;
  }

  private set(): Piece | null {
    const start = this.mark;
    return this.alt(
      () =>
        this.expect(T.LBRACE) &&
        this.starNamedExpressions() &&
        this.expect(T.RBRACE) &&
        this.made('set display', start),
    );
  }

  private dict(): Piece | null {
    const start = this.mark;
    return (
      this.alt(
        () =>
          this.expect(T.LBRACE) &&
          this.maybe(() => this.doubleStarredPairs()) &&
          this.expect(T.RBRACE) &&
          this.made('dict literal', start),
      ) ?? // CPython tries this one in its first pass too.
      this.alt(() => (this.expect(T.LBRACE) ? this.invalidPairs() : null))
    );
  }

  private doubleStarredPairs(): true | null {
    return this.gather(T.COMMA, () => this.doubleStarredPair()) &&
      this.maybe(() => this.expect(T.COMMA))
      ? true
      : null;
  }

  private doubleStarredPair(): Piece | null {
    return (
      this.alt(() => this.expect(T.DOUBLESTAR) && this.bitwiseOr()) ?? this.alt(() => this.pair())
    );
  }

  private pair(): Piece | null {
    const key = this.expression();
    return key && this.expect(T.COLON) ? this.expression() : null;
  }

  private invalidPairs(): null {
    const start = this.mark;
    if (this.gather(T.COMMA, () => this.doubleStarredPair()) && this.expect(T.COMMA)) {
      this.alt(() => this.invalidPair());
    }
    this.mark = start;
    return this.invalidValue();
  }

  private invalidPair(): null {
    const start = this.mark;
    const a = this.expression();
    if (a && !this.next(T.COLON)) {
      const t = this.tokens;
      this.raise(
        'SyntaxError',
        "':' expected after dictionary key",
        t.lines[a.start]!,
        t.endCols[a.end]!,
        t.endLines[a.end]!,
        0,
      );
    }
    this.mark = start;
    return this.invalidValue();
  }

  /** A dictionary's value is starred or missing. */
  private invalidValue(): null {
    const start = this.mark;
    const star = this.expression() && this.expect(T.COLON) && this.token(T.STAR);
    if (star && this.bitwiseOr()) {
      this.raiseFrom(star, 'cannot use a starred expression in a dictionary value');
    }
    this.mark = start;
    const colon = this.expression() && this.token(T.COLON);
    if (colon && this.next(T.RBRACE, T.COMMA)) {
      this.raiseAt(colon, "expression expected after dictionary key and ':'");
    }
    return null;
  }

  genexp(): Piece | null {
    const start = this.mark;
    return (
      this.alt(
        () =>
          this.expect(T.LPAR) &&
          (this.alt(() => this.assignmentExpression()) ?? this.plainExpression()) &&
          this.forIfClauses() &&
          this.expect(T.RPAR) &&
          this.made('generator expression', start),
      ) ?? this.invalid(() => this.invalidComprehension())
    );
  }

  private listcomp(): Piece | null {
    return this.comprehension(T.LSQB, T.RSQB, 'list comprehension');
  }

  private setcomp(): Piece | null {
    return this.comprehension(T.LBRACE, T.RBRACE, 'set comprehension');
  }

  private comprehension(open: number, close: number, kind: string): Piece | null {
    const start = this.mark;
    return (
      this.alt(
        () =>
          this.expect(open) &&
          this.namedExpression() &&
          this.forIfClauses() &&
          this.expect(close) &&
          this.made(kind, start),
      ) ?? this.invalid(() => this.invalidComprehension())
    );
  }

  private dictcomp(): Piece | null {
    const start = this.mark;
    return (
      this.alt(
        () =>
          this.expect(T.LBRACE) &&
          this.pair() &&
          this.forIfClauses() &&
          this.expect(T.RBRACE) &&
          this.made('dict comprehension', start),
      ) ?? this.invalid(() => this.invalidDictComprehension())
    );
  }

  private invalidComprehension(): null {
    const start = this.mark;
    const starred = this.anyOf(T.LSQB, T.LPAR, T.LBRACE) && this.starredExpression();
    if (starred && this.forIfClauses()) {
      this.raiseAt(starred, 'iterable unpacking cannot be used in comprehension');
    }
    this.mark = start;
    const message = 'did you forget parentheses around the comprehension target?';
    const a = this.anyOf(T.LSQB, T.LBRACE) && this.starNamedExpression();
    const comma = a && this.token(T.COMMA);
    if (!comma) return null;
    const behind = this.mark;
    const rest = this.starNamedExpressions();
    if (rest && this.forIfClauses()) this.raiseRange(a, rest[rest.length - 1]!, message);
    this.mark = behind;
    if (this.forIfClauses()) this.raiseRange(a, comma, message);
    return null;
  }

  private invalidDictComprehension(): null {
    const a = this.expect(T.LBRACE) && this.token(T.DOUBLESTAR);
    if (a && this.bitwiseOr() && this.forIfClauses() && this.expect(T.RBRACE)) {
      this.raiseAt(a, 'dict unpacking cannot be used in dict comprehension');
    }
    return null;
  }
}
