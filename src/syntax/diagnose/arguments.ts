import * as T from '../tokens.ts';
import { ExpressionRules, MEMO } from './expressions.ts';
import type { Piece } from './piece.ts';

/** Calls, subscripts, assignment targets and the clauses of comprehensions, with their mistakes. */
export abstract class ArgumentRules extends ExpressionRules {
  slices(): Piece | null {
    const start = this.mark;
    const single = this.alt(() => {
      const slice = this.slice();
      return slice && !this.next(T.COMMA) && slice;
    });
    if (single !== null) return single;
    return this.alt(
      () =>
        this.gather(T.COMMA, () => this.slice() ?? this.starredExpression()) &&
        this.maybe(() => this.expect(T.COMMA)) &&
        this.made('tuple', start),
    );
  }

  private slice(): Piece | null {
    const start = this.mark;
    const slice = this.alt(
      () =>
        this.maybe(() => this.expression()) &&
        this.expect(T.COLON) &&
        this.maybe(() => this.expression()) &&
        this.maybe(() => this.expect(T.COLON) && this.maybe(() => this.expression())) &&
        this.made('slice', start),
    );
    return slice ?? this.namedExpression();
  }

  starredExpression(): Piece | null {
    const start = this.mark;
    this.invalid(() => this.invalidUnpacking());
    return (
      this.alt(() => {
        const value = this.expect(T.STAR) && this.expression();
        return value && this.made('starred', start, [value]);
      }) ??
      this.invalid(() => {
        if (this.expect(T.STAR)) this.raiseLast('Invalid star expression');
        return null;
      })
    );
  }

  private invalidUnpacking(): null {
    const a = this.token(T.STAR);
    const b = a && this.expression() && this.expect(T.EQUAL) && this.expression();
    if (b) this.raiseRange(a, b, 'cannot assign to iterable argument unpacking');
    return null;
  }

  /** `arguments`: a call's; its parts are the arguments, `**` marks among them. */
  callArguments(): Piece | null {
    return this.memo(
      MEMO.arguments,
      () =>
        this.alt(() => {
          const args = this.args();
          return args && this.maybe(() => this.expect(T.COMMA)) && this.next(T.RPAR) && args;
        }) ?? this.invalid(() => this.invalidArguments()),
    );
  }

  /** The positional arguments stand in `parts`, the word `**` in `text` when keywords are unpacked. */
  private args(): Piece | null {
    const start = this.mark;
    const plain = this.alt(() => {
      const positional = this.gather(T.COMMA, () => this.positional());
      if (positional === null) return null;
      const rest = this.alt(() => this.expect(T.COMMA) && this.kwargs());
      return this.made('call', start, positional, rest?.some(Boolean) ? '**' : '');
    });
    if (plain !== null) return plain;
    const unpacked = this.kwargs();
    return unpacked && this.made('call', start, [], unpacked.some(Boolean) ? '**' : '');
  }

  /** `starred_expression | (assignment_expression | expression !':=') !'='`. */
  private positional(): Piece | null {
    return (
      this.starredExpression() ??
      this.alt(() => {
        const value = this.alt(() => this.assignmentExpression()) ?? this.plainExpression();
        return value && !this.next(T.EQUAL) && value;
      })
    );
  }

  /** Answers for each whether it unpacks a mapping. */
  private kwargs(): boolean[] | null {
    return (
      this.alt(() => {
        const a = this.gather(T.COMMA, () => this.keywordOrStarred());
        const b = a && this.expect(T.COMMA) && this.gather(T.COMMA, () => this.keywordOrDouble());
        return b && [...a, ...b].map(kind => kind === '**');
      }) ??
      this.alt(
        () => this.gather(T.COMMA, () => this.keywordOrStarred())?.map(() => false) ?? null,
      ) ??
      this.alt(
        () =>
          this.gather(T.COMMA, () => this.keywordOrDouble())?.map(kind => kind === '**') ?? null,
      )
    );
  }

  private keyword(): string | null {
    return this.alt(() => this.name() && this.expect(T.EQUAL) && this.expression() && 'name');
  }

  private keywordOrStarred(): string | null {
    this.invalid(() => this.invalidKeyword());
    return this.keyword() ?? (this.starredExpression() && '*');
  }

  private keywordOrDouble(): string | null {
    this.invalid(() => this.invalidKeyword());
    return this.keyword() ?? this.alt(() => this.expect(T.DOUBLESTAR) && this.expression() && '**');
  }

  private invalidKeyword(): null {
    const start = this.mark;
    const constant = this.anyOf(T.TRUE, T.FALSE, T.NONE);
    let b = constant && this.token(T.EQUAL);
    if (b) {
      const kind = this.kinds[constant!.start];
      const text = kind === T.TRUE ? 'True' : kind === T.FALSE ? 'False' : 'None';
      this.raiseRange(constant!, b, `cannot assign to ${text}`);
    }
    this.mark = start;
    const name = this.name();
    b = name && this.token(T.EQUAL);
    if (b && this.expression() && this.forIfClauses()) {
      this.raiseRange(name!, b, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    this.mark = start;
    if (!this.looksAt(() => this.name() && this.expect(T.EQUAL))) {
      const a = this.expression();
      b = a && this.token(T.EQUAL);
      if (b) {
        const message = 'expression cannot contain assignment, perhaps you meant "=="?';
        this.raiseRange(a!, b, message);
      }
    }
    this.mark = start;
    const double = this.token(T.DOUBLESTAR);
    const value = double && this.expression() && this.expect(T.EQUAL) && this.expression();
    if (value) this.raiseRange(double, value, 'cannot assign to keyword argument unpacking');
    return null;
  }

  private invalidArguments(): null {
    const start = this.mark;
    const before = this.alt(
      () => this.gather(T.COMMA, () => this.positional()) && this.expect(T.COMMA) && this.kwargs(),
    );
    const comma = (before ?? this.kwargs()) && this.token(T.COMMA);
    const unpacking = () => this.alt(() => this.starredExpression() && !this.next(T.EQUAL));
    if (comma && this.gather(T.COMMA, unpacking)) {
      const message = 'iterable argument unpacking follows keyword argument unpacking';
      this.raiseFrom(comma, message);
    }
    this.mark = start;
    return this.invalidGenerators(start);
  }

  private invalidGenerators(start: number): null {
    const parenthesize = 'Generator expression must be parenthesized';
    const a = this.expression();
    const clauses = a && this.forIfClauses();
    if (clauses && this.expect(T.COMMA)) {
      this.maybe(() => this.args() ?? (this.expression() && this.forIfClauses()));
      this.raiseRange(a, clauses, parenthesize);
    }
    this.mark = start;
    const name = this.name();
    const equal = name && this.token(T.EQUAL);
    if (equal && this.expression() && this.forIfClauses()) {
      this.raiseRange(name, equal, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    this.mark = start;
    this.maybe(() => this.args() && this.expect(T.COMMA));
    const lone = this.name();
    const sign = lone && this.token(T.EQUAL);
    if (sign && this.next(T.COMMA, T.RPAR)) {
      this.raiseRange(lone, sign, 'expected argument value expression');
    }
    this.mark = start;
    return this.invalidAfterArguments(start, parenthesize);
  }

  private invalidAfterArguments(start: number, parenthesize: string): null {
    const args = this.args();
    if (args === null) return null;
    const behind = this.mark;
    const clauses = this.forIfClauses();
    if (clauses) {
      const { parts } = args;
      // A lone `x for x in y` is a generator already.
      if (parts.length > 1) this.raiseRange(parts[parts.length - 1]!, clauses, parenthesize);
      return null;
    }
    this.mark = behind;
    const comma = this.expect(T.COMMA);
    const last = comma && this.expression();
    const after = last && this.forIfClauses();
    if (after) this.raiseRange(last, after, parenthesize);
    this.mark = start;
    const again = this.args();
    if (again && this.expect(T.COMMA) && this.args()) {
      const what = again.text === '**' ? 'keyword argument unpacking' : 'keyword argument';
      this.raiseLast(`positional argument follows ${what}`);
    }
    return null;
  }

  /** Clauses of a comprehension; the piece is the last condition or iterable. */
  forIfClauses(): Piece | null {
    const clauses = this.some(() => this.forIfClause());
    return clauses && clauses[clauses.length - 1]!;
  }

  private forIfClause(): Piece | null {
    const cut = { made: false };
    const clause = (isAsync: boolean): Piece | null =>
      this.alt(() => {
        if (isAsync && !this.expect(T.ASYNC)) return null;
        if (!this.expect(T.FOR) || !this.starTargets() || !this.expect(T.IN)) return null;
        cut.made = true;
        const iterable = this.disjunction();
        if (iterable === null) return null;
        const conditions = this.many(() => this.expect(T.IF) && this.disjunction());
        if (isAsync) this.since(6, 'Async comprehensions are');
        return conditions.length > 0 ? conditions[conditions.length - 1]! : iterable;
      });
    const found = clause(true);
    if (found !== null || cut.made) return found;
    const plain = clause(false);
    if (plain !== null || cut.made) return plain;
    this.invalid(() => this.invalidForIfClause());
    this.invalid(() => this.invalidForTarget());
    return null;
  }

  private invalidForIfClause(): null {
    this.maybe(() => this.expect(T.ASYNC));
    if (!this.expect(T.FOR) || !this.bitwiseOr()) return null;
    this.many(() => this.expect(T.COMMA) && this.bitwiseOr());
    this.maybe(() => this.expect(T.COMMA));
    if (!this.next(T.IN)) this.raiseLast("'in' expected after for-loop variables");
    return null;
  }

  protected invalidForTarget(): null {
    this.maybe(() => this.expect(T.ASYNC));
    const a = this.expect(T.FOR) && this.starExpressions();
    return a ? this.raiseInvalidTarget('for', a) : null;
  }

  // Targets

  starTargets(): Piece | null {
    const start = this.mark;
    const single = this.alt(() => {
      const target = this.starTarget();
      return target && !this.next(T.COMMA) && target;
    });
    if (single !== null) return single;
    return this.alt(() => {
      const first = this.starTarget();
      if (first === null) return null;
      const rest = this.many(() => this.expect(T.COMMA) && this.starTarget());
      return this.maybe(() => this.expect(T.COMMA)) && this.made('tuple', start, [first, ...rest]);
    });
  }

  starTarget(): Piece | null {
    return this.memo(MEMO.starTarget, () => {
      const start = this.mark;
      const starred = this.alt(() => {
        const value = this.expect(T.STAR) && !this.next(T.STAR) && this.starTarget();
        return value && this.made('starred', start, [value]);
      });
      return starred ?? this.targetWithStarAtom();
    });
  }

  private targetWithStarAtom(): Piece | null {
    return this.memo(MEMO.targetWithStarAtom, () => this.attributeOrSubscript() ?? this.starAtom());
  }

  /** The two forms of target that begin with a primary. */
  protected attributeOrSubscript(): Piece | null {
    const start = this.mark;
    return (
      this.alt(
        () =>
          this.tPrimary() &&
          this.expect(T.DOT) &&
          this.name() &&
          !this.tLookahead() &&
          this.made('attribute', start),
      ) ??
      this.alt(
        () =>
          this.tPrimary() &&
          this.expect(T.LSQB) &&
          this.slices() &&
          this.expect(T.RSQB) &&
          !this.tLookahead() &&
          this.made('subscript', start),
      )
    );
  }

  private starAtom(): Piece | null {
    const start = this.mark;
    return (
      this.name() ??
      this.alt(
        () =>
          this.expect(T.LPAR) &&
          this.targetWithStarAtom() &&
          this.expect(T.RPAR) &&
          this.made('name', start),
      ) ??
      this.alt(
        () =>
          this.expect(T.LPAR) &&
          this.maybe(() => this.targetSequence(true)) &&
          this.expect(T.RPAR) &&
          this.made('tuple', start),
      ) ??
      this.alt(
        () =>
          this.expect(T.LSQB) &&
          this.maybe(() => this.targetSequence(false)) &&
          this.expect(T.RSQB) &&
          this.made('list', start),
      )
    );
  }

  /** Targets in brackets; in a tuple a single one needs its comma. */
  private targetSequence(tuple: boolean): Piece[] | null {
    const targets = this.gather(T.COMMA, () => this.starTarget());
    if (targets === null) return null;
    const comma = this.alt(() => this.expect(T.COMMA));
    return tuple && targets.length === 1 && !comma ? null : targets;
  }

  singleTarget(): Piece | null {
    return (
      this.attributeOrSubscript() ??
      this.name() ??
      this.alt(() => {
        const target = this.expect(T.LPAR) && this.singleTarget();
        return target && this.expect(T.RPAR) && target;
      })
    );
  }

  private tLookahead(): boolean {
    return this.next(T.LPAR, T.LSQB, T.DOT);
  }

  private tPrimary(): Piece | null {
    return this.memo(MEMO.tPrimary, () => {
      const start = this.mark;
      let node = this.alt(() => {
        const atom = this.atom();
        return atom && this.tLookahead() && atom;
      });
      while (node !== null) {
        const longer: Piece | null = this.alt(() => {
          const next = this.tTrailer(start);
          return next && this.tLookahead() && next;
        });
        if (longer === null) break;
        node = longer;
      }
      return node;
    });
  }

  private tTrailer(start: number): Piece | null {
    return (
      this.alt(
        () =>
          this.expect(T.DOT) && this.name() && this.tLookahead() && this.made('attribute', start),
      ) ??
      this.alt(
        () =>
          this.expect(T.LSQB) &&
          this.slices() &&
          this.expect(T.RSQB) &&
          this.tLookahead() &&
          this.made('subscript', start),
      ) ??
      this.alt(() => this.genexp() && this.tLookahead() && this.made('function call', start)) ??
      this.alt(
        () =>
          this.expect(T.LPAR) &&
          this.maybe(() => this.callArguments()) &&
          this.expect(T.RPAR) &&
          this.tLookahead() &&
          this.made('function call', start),
      )
    );
  }

  protected delTargets(): Piece[] | null {
    const targets = this.gather(T.COMMA, () => this.delTarget());
    if (targets !== null) this.maybe(() => this.expect(T.COMMA));
    return targets;
  }

  private delTarget(): Piece | null {
    return this.memo(MEMO.delTarget, () => this.attributeOrSubscript() ?? this.delAtom());
  }

  private delAtom(): Piece | null {
    const start = this.mark;
    return (
      this.name() ??
      this.alt(
        () =>
          this.expect(T.LPAR) &&
          this.delTarget() &&
          this.expect(T.RPAR) &&
          this.made('name', start),
      ) ??
      this.alt(
        () =>
          this.expect(T.LPAR) &&
          this.maybe(() => this.delTargets()) &&
          this.expect(T.RPAR) &&
          this.made('tuple', start),
      ) ??
      this.alt(
        () =>
          this.expect(T.LSQB) &&
          this.maybe(() => this.delTargets()) &&
          this.expect(T.RSQB) &&
          this.made('list', start),
      )
    );
  }
}
