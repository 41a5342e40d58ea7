import * as T from '../tokens.ts';
import { MEMO } from './expressions.ts';
import { PatternRules } from './patterns.ts';
import type { Piece } from './piece.ts';

const augmented = [
  T.PLUSEQUAL,
  T.MINEQUAL,
  T.STAREQUAL,
  T.ATEQUAL,
  T.SLASHEQUAL,
  T.PERCENTEQUAL,
  T.AMPEREQUAL,
  T.VBAREQUAL,
  T.CIRCUMFLEXEQUAL,
  T.LEFTSHIFTEQUAL,
  T.RIGHTSHIFTEQUAL,
  T.DOUBLESTAREQUAL,
  T.DOUBLESLASHEQUAL,
];

/** Statements of one line, with their mistakes (Grammar/python.gram, "Simple statements"). */
export abstract class SimpleStatementRules extends PatternRules {
  protected simpleStatements(): true | null {
    return (
      this.alt(
        () => this.simpleStatement() && !this.next(T.SEMI) && this.expect(T.NEWLINE) && true,
      ) ??
      this.alt(
        () =>
          this.gather(T.SEMI, () => this.simpleStatement()) &&
          this.maybe(() => this.expect(T.SEMI)) &&
          this.expect(T.NEWLINE) &&
          true,
      )
    );
  }

  simpleStatement(): Piece | null {
    return this.memo(MEMO.simpleStmt, () => {
      const start = this.mark;
      const assignment = this.alt(() => this.assignment());
      if (assignment !== null) return assignment;
      const alias = this.alt(() => this.typeAlias() && this.made('statement', start));
      return alias ?? this.starExpressions() ?? this.keywordStatement(start);
    });
  }

  private keywordStatement(start: number): Piece | null {
    const rule = this.statementRule();
    return rule && this.alt(() => (rule() ? this.made('statement', start) : null));
  }

  private statementRule(): (() => unknown) | null {
    switch (this.peek()) {
      case T.RETURN:
        return () => this.expect(T.RETURN) && this.maybe(() => this.starExpressions());
      case T.IMPORT:
      case T.FROM:
        return () => this.importStatement();
      case T.RAISE:
        return () => this.raiseStatement();
      case T.PASS:
      case T.BREAK:
      case T.CONTINUE:
        return () => this.anyOf(T.PASS, T.BREAK, T.CONTINUE);
      case T.DEL:
        return () => this.delStatement();
      case T.YIELD:
        return () => this.yieldExpr();
      case T.ASSERT:
        return () => this.assertStatement();
      case T.GLOBAL:
      case T.NONLOCAL:
        return () => this.anyOf(T.GLOBAL, T.NONLOCAL) && this.gather(T.COMMA, () => this.name());
      default:
        return null;
    }
  }

  private assignment(): Piece | null {
    const start = this.mark;
    const annotation = (what: string) =>
      this.expect(T.COLON) &&
      this.expression() &&
      this.maybe(() => this.expect(T.EQUAL) && this.annotatedRhs()) &&
      this.since(6, what) &&
      this.made('statement', start);
    const targets = () => this.alt(() => this.starTargets() && this.expect(T.EQUAL));
    const parenthesized = () =>
      this.alt(() => this.expect(T.LPAR) && this.singleTarget() && this.expect(T.RPAR));
    const plain =
      this.alt(() => this.name() && annotation('Variable annotation syntax is')) ??
      this.alt(
        () =>
          (parenthesized() ?? this.attributeOrSubscript()) &&
          annotation('Variable annotations syntax is'),
      ) ??
      this.alt(
        () =>
          this.some(targets) &&
          this.annotatedRhs() &&
          !this.next(T.EQUAL) &&
          this.maybe(() => this.expect(T.TYPE_COMMENT)) &&
          this.made('statement', start),
      );
    if (plain !== null) return plain;
    if (this.alt(() => this.singleTarget() && this.anyOf(...augmented))) {
      if (this.kinds[this.mark - 1] === T.ATEQUAL) this.since(5, "The '@' operator is");
      // Past the operator there is no way back.
      const value = this.annotatedRhs();
      return value && this.made('statement', start);
    }
    return this.invalid(() => this.invalidAssignment());
  }

  private invalidAssignment(): null {
    const start = this.mark;
    const target = this.invalidAnnotationTarget();
    if (target && this.expect(T.COLON) && this.expression()) {
      this.raiseAt(target, `only single target (not ${target.kind}) can be annotated`);
    }
    this.mark = start;
    const first = this.starNamedExpression();
    const commas = first && this.expect(T.COMMA) && this.many(() => this.starNamedExpressions());
    if (commas && this.expect(T.COLON) && this.expression()) {
      this.raiseAt(first, 'only single target (not tuple) can be annotated');
    }
    this.mark = start;
    const single = this.expression();
    if (single && this.expect(T.COLON) && this.expression()) {
      this.raiseAt(single, 'illegal target for annotation');
    }
    this.mark = start;
    return this.invalidTargets(start);
  }

  private invalidTargets(start: number): null {
    const targets = () => this.many(() => this.starTargets() && this.expect(T.EQUAL));
    const value = targets() && this.starExpressions();
    if (value && this.expect(T.EQUAL)) return this.raiseInvalidTarget('assign', value);
    this.mark = start;
    const yielded = targets() && this.yieldExpr();
    if (yielded && this.expect(T.EQUAL)) {
      this.raiseAt(yielded, 'assignment to yield expression not possible');
    }
    this.mark = start;
    const left = this.starExpressions();
    if (left && this.anyOf(...augmented) && this.annotatedRhs()) {
      this.raiseAt(left, `'${left.kind}' is an illegal expression for augmented assignment`);
    }
    return null;
  }

  private invalidAnnotationTarget(): Piece | null {
    return (
      this.list() ??
      this.tuple() ??
      this.alt(() => {
        const target = this.expect(T.LPAR) && this.invalidAnnotationTarget();
        return target && this.expect(T.RPAR) && target;
      })
    );
  }

  private raiseStatement(): true | null {
    return (
      this.alt(
        () =>
          this.expect(T.RAISE) &&
          this.expression() &&
          this.maybe(() => this.expect(T.FROM) && this.expression()),
      ) ?? this.alt(() => this.expect(T.RAISE))
    );
  }

  private delStatement(): true | null {
    return (
      this.alt(() => this.expect(T.DEL) && this.delTargets() && this.next(T.SEMI, T.NEWLINE)) ??
      this.invalid(() => {
        const a = this.expect(T.DEL) && this.starExpressions();
        return a ? this.raiseInvalidTarget('delete', a) : null;
      })
    );
  }

  private assertStatement(): true | null {
    return this.alt(
      () =>
        this.expect(T.ASSERT) &&
        this.expression() &&
        this.maybe(() => this.expect(T.COMMA) && this.expression()),
    );
  }

  // Type aliases and parameters

  private typeAlias(): Piece | null {
    const start = this.mark;
    return (
      (this.softKeyword(T.SOFT_TYPE) &&
        this.name() &&
        this.maybe(() => this.typeParams()) &&
        this.expect(T.EQUAL) &&
        this.expression() &&
        this.since(12, 'Type statement is') &&
        this.made('statement', start)) ||
      null
    );
  }

  protected typeParams(): true | null {
    this.invalid(() => {
      const close = this.expect(T.LSQB) && this.token(T.RSQB);
      if (close) this.raiseFrom(close, 'Type parameter list cannot be empty');
      return null;
    });
    return this.alt(
      () =>
        this.expect(T.LSQB) &&
        this.gather(T.COMMA, () => this.typeParam()) &&
        this.maybe(() => this.expect(T.COMMA)) &&
        this.expect(T.RSQB) &&
        this.since(12, 'Type parameter lists are'),
    );
  }

  private typeParam(): true | null {
    const given = (value: () => unknown) =>
      this.maybe(
        () => this.expect(T.EQUAL) && value() && this.since(13, 'Type parameter defaults are'),
      );
    return this.memo(
      MEMO.typeParam,
      () =>
        this.alt(
          () =>
            this.name() &&
            this.maybe(() => this.expect(T.COLON) && this.expression()) &&
            given(() => this.expression()),
        ) ??
        this.invalid(() => this.invalidTypeParam()) ??
        this.alt(() => this.expect(T.STAR) && this.name() && given(() => this.starExpression())) ??
        this.alt(() => this.expect(T.DOUBLESTAR) && this.name() && given(() => this.expression())),
    );
  }

  private invalidTypeParam(): null {
    const star = this.anyOf(T.STAR, T.DOUBLESTAR);
    const colon = star && this.name() && this.token(T.COLON);
    const bound = colon && this.expression();
    if (bound) {
      const what = this.kinds[star.start] === T.STAR ? 'TypeVarTuple' : 'ParamSpec';
      const how = bound.kind === 'tuple' ? 'constraints' : 'bound';
      this.raiseFrom(colon, `cannot use ${how} with ${what}`);
    }
    return null;
  }

  // Imports

  private importStatement(): true | null {
    return this.memo(MEMO.importStmt, () => {
      this.invalid(() => this.invalidImport());
      return this.importName() ?? this.importFrom();
    });
  }

  private importName(): true | null {
    return this.alt(
      () => this.expect(T.IMPORT) && this.gather(T.COMMA, () => this.dottedAsName()) && true,
    );
  }

  private importFrom(): true | null {
    const dots = () => this.many(() => this.anyOf(T.DOT, T.ELLIPSIS));
    return (
      this.alt(() => {
        const from = this.token(T.FROM);
        const level = from && dots().length;
        const module = level !== null && this.dottedName();
        const at = this.mark;
        const found = module && this.expect(T.IMPORT) && this.importTargets();
        if (found && level === 0 && module.text === '__future__') this.noteFuture(at + 1);
        return found;
      }) ??
      this.alt(
        () =>
          this.expect(T.FROM) &&
          this.some(() => this.anyOf(T.DOT, T.ELLIPSIS)) &&
          this.expect(T.IMPORT) &&
          this.importTargets(),
      )
    );
  }

  /** `from __future__ import barry_as_FLUFL` turns `!=` into `<>` from here on. */
  private noteFuture(from: number): void {
    const t = this.tokens;
    for (let i = from; i < this.mark; i++) {
      if (this.kinds[i] === T.NAME && t.names.names[t.values[i]!] === 'barry_as_FLUFL') {
        this.barryAsFlufl = true;
      }
    }
  }

  private importTargets(): true | null {
    const names = () => this.gather(T.COMMA, () => this.importAsName());
    return (
      this.alt(
        () =>
          this.expect(T.LPAR) &&
          names() &&
          this.maybe(() => this.expect(T.COMMA)) &&
          this.expect(T.RPAR),
      ) ??
      this.alt(() => names() && !this.next(T.COMMA) && true) ??
      this.alt(() => this.expect(T.STAR)) ??
      this.invalid(() => this.invalidImportTargets())
    );
  }

  private invalidImportTargets(): null {
    const start = this.mark;
    const names = this.gather(T.COMMA, () => this.importAsName());
    if (names && this.expect(T.COMMA) && this.expect(T.NEWLINE)) {
      this.raiseLast('trailing comma not allowed without surrounding parentheses');
    }
    this.mark = start;
    const token = this.token(T.NEWLINE);
    if (token) this.raiseFrom(token, "Expected one or more names after 'import'");
    return null;
  }

  private importAsName(): true | null {
    this.invalid(() => this.name() && this.invalidAsName());
    return this.alt(() => this.name() && this.maybe(() => this.expect(T.AS) && this.name()));
  }

  private dottedAsName(): true | null {
    this.invalid(() => this.dottedName() && this.invalidAsName());
    return this.alt(() => this.dottedName() && this.maybe(() => this.expect(T.AS) && this.name()));
  }

  /** After the name that is imported: `as` and something that is no name. */
  private invalidAsName(): null {
    if (!this.expect(T.AS)) return null;
    const fine = this.looksAt(() => this.name() && this.anyOf(T.COMMA, T.RPAR, T.SEMI, T.NEWLINE));
    const a = !fine && this.expression();
    if (a) this.raiseAt(a, `cannot use ${a.kind} as import target`);
    return null;
  }

  private dottedName(): Piece | null {
    const first = this.name();
    if (first === null) return null;
    const rest = this.many(() => this.expect(T.DOT) && this.name());
    return rest.length === 0 ? first : this.made('name', first.start);
  }

  private invalidImport(): null {
    const start = this.mark;
    const a = this.token(T.IMPORT);
    const names = a && this.gather(T.COMMA, () => this.dottedName());
    if (names && this.expect(T.FROM) && this.dottedName()) {
      this.raiseFrom(a, "Did you mean to use 'from ... import ...' instead?");
    }
    this.mark = start;
    const token = this.expect(T.IMPORT) && this.token(T.NEWLINE);
    if (token) this.raiseFrom(token, "Expected one or more names after 'import'");
    return null;
  }
}
