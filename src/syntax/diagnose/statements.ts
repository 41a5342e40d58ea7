import type { ParseMode } from '../parse-options.ts';
import * as T from '../tokens.ts';
import { MEMO } from './expressions.ts';
import type { Piece } from './piece.ts';
import { SimpleStatementRules } from './simple-statements.ts';

/** Compound statements and whole sources, with their mistakes (Grammar/python.gram, "Compound statements"). */
export class Rules extends SimpleStatementRules {
  /** Whether the source obeys the grammar; raises what is wrong where a rule says so. */
  run(mode: ParseMode): boolean {
    switch (mode) {
      case 'exec':
        return this.maybe(() => this.statements()) && this.expect(T.ENDMARKER);
      case 'single':
        return this.statementNewline();
      case 'eval':
        return this.expressions() !== null && this.atEnd();
      case 'func_type':
        return this.functionType();
    }
  }

  private atEnd(): boolean {
    this.many(() => this.expect(T.NEWLINE));
    return this.expect(T.ENDMARKER);
  }

  private functionType(): boolean {
    return (
      this.expect(T.LPAR) &&
      this.maybe(() => this.typeExpressions()) &&
      this.expect(T.RPAR) &&
      this.expect(T.RARROW) &&
      this.expression() !== null &&
      this.atEnd()
    );
  }

  private typeExpressions(): true | null {
    const star = () => this.expect(T.STAR) && this.expression();
    const double = () => this.expect(T.DOUBLESTAR) && this.expression();
    const plain = () => this.gather(T.COMMA, () => this.expression()) && true;
    const comma = () => this.expect(T.COMMA);
    return (
      this.alt(() => plain() && comma() && star() && comma() && double() && true) ??
      this.alt(() => plain() && comma() && star() && true) ??
      this.alt(() => plain() && comma() && double() && true) ??
      this.alt(() => star() && comma() && double() && true) ??
      this.alt(() => star() && true) ??
      this.alt(() => double() && true) ??
      this.alt(plain)
    );
  }

  private statementNewline(): boolean {
    return (
      (this.alt(() => this.compoundStatement() && this.expect(T.NEWLINE)) ??
        this.simpleStatements() ??
        this.alt(() => this.expect(T.NEWLINE))) !== null
    );
  }

  private statements(): true | null {
    return this.some(() => this.compoundStatement() ?? this.simpleStatements()) && true;
  }

  private compoundStatement(): true | null {
    let start = this.mark;
    const kind = this.peek();
    const isAsync = kind === T.ASYNC;
    const decorated = kind === T.AT;
    if ((kind === T.DEF || decorated || isAsync) && this.functionDef()) return true;
    const found = this.compound(kind);
    if (found !== null && this.callInvalid) {
      const t = this.tokens;
      if (decorated) start = this.undecorated(start);
      // The statements of a block are noted before the statement around them. A function is never noted: in the second
      // pass CPython has only a dummy for it.
      if (t.lines[start]! >= this.lastStatement[0]) {
        this.lastStatement = [t.lines[start]!, t.cols[start]!];
      }
    }
    return found;
  }

  /** Where a statement begins behind its decorators. */
  private undecorated(start: number): number {
    const mark = this.mark;
    this.mark = start;
    this.decorators();
    start = this.mark;
    this.mark = mark;
    return start;
  }

  /** A compound statement other than a function. */
  private compound(kind: number): true | null {
    const isAsync = kind === T.ASYNC;
    let found: true | null = null;
    if (kind === T.IF) found = this.alt(() => this.ifStatement());
    if (kind === T.CLASS || kind === T.AT) found = this.classDef();
    if (kind === T.WITH || isAsync) found = this.withStatement();
    if (found === null && (kind === T.FOR || isAsync)) found = this.forStatement();
    if (kind === T.TRY) found = this.tryStatement();
    if (kind === T.WHILE) found = this.alt(() => this.whileStatement());
    return found ?? this.matchStatement();
  }

  private block(): true | null {
    return this.memo(
      MEMO.block,
      () =>
        this.alt(
          () =>
            this.expect(T.NEWLINE) &&
            this.expect(T.INDENT) &&
            this.statements() &&
            this.expect(T.DEDENT),
        ) ??
        this.simpleStatements() ??
        this.invalid(() => {
          if (this.missingIndent()) this.raiseIndentation('expected an indented block');
          return null;
        }),
    );
  }

  private decorators(): true | null {
    return (
      this.some(() => this.expect(T.AT) && this.namedExpression() && this.expect(T.NEWLINE)) && true
    );
  }

  private raiseUnindented(what: string, a: Piece): never {
    this.raiseIndentation(`expected an indented block after ${what} on line ${this.lineOf(a)}`);
  }

  private raiseColon(): never {
    this.raiseLast("expected ':'");
  }

  private async(): true {
    return this.maybe(() => this.expect(T.ASYNC));
  }

  // Functions and classes

  private functionDef(): true | null {
    return this.alt(() => this.decorators() && this.functionRaw()) ?? this.functionRaw();
  }

  private functionRaw(): true | null {
    const rest = () =>
      this.expect(T.DEF) &&
      this.name() &&
      this.maybe(() => this.typeParams()) &&
      this.expect(T.LPAR) &&
      this.maybe(() => this.params()) &&
      this.expect(T.RPAR) &&
      this.maybe(() => this.expect(T.RARROW) && this.expression()) &&
      this.expect(T.COLON) &&
      this.maybe(() => this.functionTypeComment()) &&
      this.block();
    return (
      this.invalid(() => this.invalidDef()) ??
      this.alt(() => rest()) ??
      this.alt(() => this.expect(T.ASYNC) && rest() && this.since(5, 'Async functions are'))
    );
  }

  private invalidDef(): true | null {
    const start = this.mark;
    this.async();
    const a = this.token(T.DEF);
    const head =
      a &&
      this.name() &&
      this.maybe(() => this.typeParams()) &&
      this.expect(T.LPAR) &&
      this.maybe(() => this.params()) &&
      this.expect(T.RPAR) &&
      this.maybe(() => this.expect(T.RARROW) && this.expression()) &&
      this.expect(T.COLON);
    if (head && this.missingIndent()) this.raiseUnindented('function definition', a);
    this.mark = start;
    this.async();
    return (
      (this.expect(T.DEF) &&
        this.name() &&
        this.maybe(() => this.typeParams()) &&
        this.forced(T.LPAR) &&
        this.maybe(() => this.params()) &&
        this.expect(T.RPAR) &&
        this.maybe(() => this.expect(T.RARROW) && this.expression()) &&
        this.forced(T.COLON) &&
        this.maybe(() => this.functionTypeComment()) &&
        this.block()) ||
      null
    );
  }

  private functionTypeComment(): true | null {
    const alone = this.alt(() => {
      if (!this.expect(T.NEWLINE) || !this.expect(T.TYPE_COMMENT)) return null;
      return this.looksAt(() => this.expect(T.NEWLINE) && this.expect(T.INDENT));
    });
    if (alone !== null) return true;
    this.invalid(() => {
      const twice =
        this.expect(T.TYPE_COMMENT) &&
        this.expect(T.NEWLINE) &&
        this.expect(T.TYPE_COMMENT) &&
        this.expect(T.NEWLINE) &&
        this.expect(T.INDENT);
      if (twice) this.raiseLast('Cannot have two type comments on def');
      return null;
    });
    return this.expect(T.TYPE_COMMENT) || null;
  }

  private typeComment(): true {
    return this.maybe(() => this.expect(T.TYPE_COMMENT));
  }

  private classDef(): true | null {
    return this.alt(() => this.decorators() && this.classRaw()) ?? this.classRaw();
  }

  private classHead(): Piece | null {
    const a = this.token(T.CLASS);
    const parenthesized = () =>
      this.expect(T.LPAR) && this.maybe(() => this.callArguments()) && this.expect(T.RPAR);
    const head =
      a && this.name() && this.maybe(() => this.typeParams()) && this.maybe(parenthesized);
    return head ? a : null;
  }

  private classRaw(): true | null {
    this.invalid(() => {
      const a = this.classHead();
      const behind = this.mark;
      if (a && this.expect(T.NEWLINE)) this.raiseColon();
      this.mark = behind;
      if (a && this.expect(T.COLON) && this.missingIndent()) {
        this.raiseUnindented('class definition', a);
      }
      return null;
    });
    return this.alt(() => this.classHead() && this.expect(T.COLON) && this.block());
  }

  // if, while, for, with

  /** `keyword named_expression` at the head of a statement and what can be wrong behind it. */
  private invalidCondition(keyword: number, name: string): null {
    const a = this.token(keyword);
    const test = a && this.namedExpression();
    if (!test) return null;
    const behind = this.mark;
    if (this.expect(T.NEWLINE)) this.raiseColon();
    this.mark = behind;
    if (this.expect(T.COLON) && this.missingIndent()) {
      this.raiseUnindented(`'${name}' statement`, a);
    }
    return null;
  }

  private ifStatement(): true | null {
    return this.ifOrElif(T.IF, 'if');
  }

  private ifOrElif(keyword: number, name: string): true | null {
    this.invalid(() => this.invalidCondition(keyword, name));
    const head = () =>
      this.expect(keyword) && this.namedExpression() && this.expect(T.COLON) && this.block();
    return (
      this.alt(() => head() && this.ifOrElif(T.ELIF, 'elif')) ??
      this.alt(() => head() && this.maybe(() => this.elseBlock()))
    );
  }

  private elseBlock(): true | null {
    this.invalid(() => {
      const a = this.token(T.ELSE);
      if (!a || !this.expect(T.COLON)) return null;
      const behind = this.mark;
      if (this.missingIndent()) this.raiseUnindented("'else' statement", a);
      this.mark = behind;
      if (this.block() && this.expect(T.ELIF)) {
        this.raiseLast("'elif' block follows an 'else' block");
      }
      return null;
    });
    return this.alt(() => this.expect(T.ELSE) && this.forced(T.COLON) && this.block());
  }

  private whileStatement(): true | null {
    this.invalid(() => this.invalidCondition(T.WHILE, 'while'));
    return this.alt(
      () =>
        this.expect(T.WHILE) &&
        this.namedExpression() &&
        this.expect(T.COLON) &&
        this.block() &&
        this.maybe(() => this.elseBlock()),
    );
  }

  private forStatement(): true | null {
    this.invalid(() => this.invalidFor());
    let cut = false;
    const rest = () => {
      if (!this.expect(T.FOR) || !this.starTargets() || !this.expect(T.IN)) return null;
      cut = true;
      return (
        this.starExpressions() &&
        this.expect(T.COLON) &&
        this.typeComment() &&
        this.block() &&
        this.maybe(() => this.elseBlock())
      );
    };
    const plain = this.alt(rest);
    if (plain !== null || cut) return plain;
    const asynchronous = this.alt(
      () => this.expect(T.ASYNC) && rest() && this.since(5, 'Async for loops are'),
    );
    if (asynchronous !== null || cut) return asynchronous;
    return this.invalid(() => this.invalidForTarget());
  }

  private invalidFor(): null {
    this.async();
    const a = this.token(T.FOR);
    const head = a && this.starTargets() && this.expect(T.IN) && this.starExpressions();
    if (!head) return null;
    const behind = this.mark;
    if (this.expect(T.NEWLINE)) this.raiseColon();
    this.mark = behind;
    if (this.expect(T.COLON) && this.missingIndent()) this.raiseUnindented("'for' statement", a);
    return null;
  }

  private withStatement(): true | null {
    this.invalid(() => this.invalidWithIndent());
    const items = () => this.gather(T.COMMA, () => this.withItem());
    const parenthesized = () =>
      this.expect(T.WITH) &&
      this.expect(T.LPAR) &&
      items() &&
      this.maybe(() => this.expect(T.COMMA)) &&
      this.expect(T.RPAR) &&
      this.expect(T.COLON);
    const plain = () =>
      this.expect(T.WITH) && items() && this.expect(T.COLON) && this.typeComment() && this.block();
    return (
      this.alt(() => parenthesized() && this.typeComment() && this.block()) ??
      this.alt(plain) ??
      this.alt(
        () =>
          this.expect(T.ASYNC) &&
          parenthesized() &&
          this.block() &&
          this.since(5, 'Async with statements are'),
      ) ??
      this.alt(
        () => this.expect(T.ASYNC) && plain() && this.since(5, 'Async with statements are'),
      ) ??
      this.invalid(() => this.invalidWith())
    );
  }

  private withItem(): true | null {
    const start = this.mark;
    const named = this.alt(
      () =>
        this.expression() &&
        this.expect(T.AS) &&
        this.starTarget() &&
        this.next(T.COMMA, T.RPAR, T.COLON),
    );
    if (named !== null) return named;
    this.invalid(() => {
      const a = this.expression() && this.expect(T.AS) && this.expression();
      if (a && this.next(T.COMMA, T.RPAR, T.COLON)) return this.raiseInvalidTarget('assign', a);
      return null;
    });
    this.mark = start;
    return this.expression() && true;
  }

  /** The items of a with statement, loosely; in parentheses each may be a tuple. */
  private looseItems(parenthesized: boolean): true | null {
    const item = () =>
      (parenthesized ? this.expressions() : this.expression()) &&
      this.maybe(() => this.expect(T.AS) && this.starTarget());
    if (!parenthesized) return this.gather(T.COMMA, item) && true;
    return this.expect(T.LPAR) &&
      this.gather(T.COMMA, item) &&
      this.maybe(() => this.expect(T.COMMA)) &&
      this.expect(T.RPAR)
      ? true
      : null;
  }

  private invalidWith(): null {
    const start = this.mark;
    for (const parenthesized of [false, true]) {
      this.mark = start;
      this.async();
      if (this.expect(T.WITH) && this.looseItems(parenthesized) && this.expect(T.NEWLINE)) {
        this.raiseColon();
      }
    }
    return null;
  }

  private invalidWithIndent(): null {
    const start = this.mark;
    for (const parenthesized of [false, true]) {
      this.mark = start;
      this.async();
      const a = this.token(T.WITH);
      if (a && this.looseItems(parenthesized) && this.expect(T.COLON) && this.missingIndent()) {
        this.raiseUnindented("'with' statement", a);
      }
    }
    return null;
  }

  // try

  private tryStatement(): true | null {
    this.invalid(() => this.invalidTry());
    const body = () => this.expect(T.TRY) && this.forced(T.COLON) && this.block();
    const ends = () => this.maybe(() => this.elseBlock()) && this.maybe(() => this.finallyBlock());
    return (
      this.alt(() => body() && this.finallyBlock()) ??
      this.alt(() => body() && this.some(() => this.exceptBlock(false)) && ends()) ??
      this.alt(
        () =>
          body() &&
          this.some(() => this.exceptBlock(true)) &&
          ends() &&
          this.since(11, 'Exception groups are'),
      )
    );
  }

  private asName(): true {
    return this.maybe(() => this.expect(T.AS) && this.name());
  }

  private invalidTry(): null {
    const start = this.mark;
    const a = this.token(T.TRY);
    if (a && this.expect(T.COLON) && this.missingIndent()) {
      this.raiseUnindented("'try' statement", a);
    }
    this.mark = start;
    const blocked = this.expect(T.TRY) && this.expect(T.COLON) && this.block();
    if (blocked && !this.next(T.EXCEPT, T.FINALLY)) {
      this.raiseLast("expected 'except' or 'finally' block");
    }
    const message = "cannot have both 'except' and 'except*' on the same 'try'";
    const blocks = () =>
      this.expect(T.TRY) && this.expect(T.COLON) && this.many(() => this.block());
    this.mark = start;
    const except = blocks() && this.some(() => this.exceptBlock(false)) && this.token(T.EXCEPT);
    const star = except && this.token(T.STAR);
    if (star && this.expression() && this.asName() && this.expect(T.COLON)) {
      this.raiseRange(except, star, message);
    }
    this.mark = start;
    const plain = blocks() && this.some(() => this.exceptBlock(true)) && this.token(T.EXCEPT);
    const typed = () => this.expression() && this.asName();
    if (plain && this.maybe(typed) && this.expect(T.COLON)) this.raiseAt(plain, message);
    return null;
  }

  private exceptBlock(star: boolean): true | null {
    this.invalid(() => this.invalidExceptIndent(star));
    const head = () => this.expect(T.EXCEPT) && (!star || this.expect(T.STAR));
    const body = () => this.expect(T.COLON) && this.block();
    return (
      this.alt(() => head() && this.expression() && body()) ??
      this.alt(() => head() && this.expression() && this.expect(T.AS) && this.name() && body()) ??
      this.alt(
        () =>
          head() &&
          this.expressions() &&
          body() &&
          this.since(14, 'except expressions without parentheses are'),
      ) ??
      this.alt(() => !star && head() && body()) ??
      this.invalid(() => this.invalidExcept(star))
    );
  }

  private invalidExceptIndent(star: boolean): null {
    const start = this.mark;
    const what = star ? "'except*' statement" : "'except' statement";
    const head = () => {
      const a = this.token(T.EXCEPT);
      return !star || this.expect(T.STAR) ? a : null;
    };
    const a = head();
    const typed = a && this.expression() && this.asName() && this.expect(T.COLON);
    if (typed && this.missingIndent()) this.raiseUnindented(what, a);
    this.mark = start;
    const b = !star && head();
    if (b && this.expect(T.COLON) && this.missingIndent()) this.raiseUnindented(what, b);
    return null;
  }

  private invalidExcept(star: boolean): null {
    const start = this.mark;
    const head = (): boolean => {
      this.mark = start;
      return this.expect(T.EXCEPT) && (!star || this.expect(T.STAR));
    };
    const a = head() && this.expression();
    const several = a && this.expect(T.COMMA) && this.expressions();
    if (several && this.expect(T.AS) && this.name() && this.expect(T.COLON)) {
      this.raiseFrom(a, "multiple exception types must be parenthesized when using 'as'");
    }
    if (head() && this.expression() && this.asName() && this.expect(T.NEWLINE)) this.raiseColon();
    if (star) {
      if (head() && this.anyOf(T.NEWLINE, T.COLON)) {
        this.raiseLast('expected one or more exception types');
      }
    } else if (head() && this.expect(T.NEWLINE)) this.raiseColon();
    const target = head() && this.expression() && this.expect(T.AS) && this.expression();
    if (target && this.expect(T.COLON) && this.block()) {
      const what = star ? 'except*' : 'except';
      this.raiseAt(target, `cannot use ${what} statement with ${target.kind}`);
    }
    return null;
  }

  private finallyBlock(): true | null {
    this.invalid(() => {
      const a = this.token(T.FINALLY);
      if (a && this.expect(T.COLON) && this.missingIndent()) {
        this.raiseUnindented("'finally' statement", a);
      }
      return null;
    });
    return this.alt(() => this.expect(T.FINALLY) && this.forced(T.COLON) && this.block());
  }

  // match

  private matchStatement(): true | null {
    return (
      this.alt(
        () =>
          this.softKeyword(T.SOFT_MATCH) &&
          this.subject() &&
          this.expect(T.COLON) &&
          this.expect(T.NEWLINE) &&
          this.expect(T.INDENT) &&
          this.some(() => this.caseBlock()) &&
          this.expect(T.DEDENT) &&
          this.since(10, 'Pattern matching is'),
      ) ?? this.invalid(() => this.invalidMatch())
    );
  }

  private subject(): true | null {
    return (
      this.alt(
        () =>
          this.starNamedExpression() &&
          this.expect(T.COMMA) &&
          this.maybe(() => this.starNamedExpressions()),
      ) ??
      (this.namedExpression() && true)
    );
  }

  private invalidMatch(): null {
    const a = this.softPiece(T.SOFT_MATCH);
    if (!a || !this.subject()) return null;
    const behind = this.mark;
    if (this.expect(T.NEWLINE)) this.raiseColon();
    this.mark = behind;
    if (this.expect(T.COLON) && this.missingIndent()) {
      this.raiseUnindented("'match' statement", a);
    }
    return null;
  }

  private softPiece(value: number): Piece | null {
    const start = this.mark;
    return this.softKeyword(value) ? this.made('token', start) : null;
  }

  private caseBlock(): true | null {
    this.invalid(() => this.invalidCase());
    return this.alt(
      () =>
        this.softKeyword(T.SOFT_CASE) &&
        this.patterns() &&
        this.guard() &&
        this.expect(T.COLON) &&
        this.block(),
    );
  }

  private guard(): true {
    return this.maybe(() => this.expect(T.IF) && this.namedExpression());
  }

  private invalidCase(): null {
    const a = this.softPiece(T.SOFT_CASE);
    if (!a || !this.patterns() || !this.guard()) return null;
    const behind = this.mark;
    if (this.expect(T.NEWLINE)) this.raiseColon();
    this.mark = behind;
    if (this.expect(T.COLON) && this.missingIndent()) {
      this.raiseUnindented("'case' statement", a);
    }
    return null;
  }
}
