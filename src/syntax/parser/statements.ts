import {
  AsyncFor,
  AsyncFunctionDef,
  AsyncWith,
  ClassDef,
  ExceptHandler,
  Expression,
  For,
  FunctionDef,
  FunctionType,
  If,
  Interactive,
  match_case,
  Match,
  Module,
  Pass,
  Tuple,
  Try,
  TryStar,
  type TypeIgnore,
  While,
  With,
  withitem,
  type expr,
  type keyword,
  type mod,
  type stmt,
} from '../ast.gen.ts';
import {
  AS,
  ASYNC,
  AT,
  CLASS,
  COLON,
  COLONEQUAL,
  COMMA,
  DEDENT,
  DEF,
  DOUBLESTAR,
  ELIF,
  ELSE,
  ENDMARKER,
  EXCEPT,
  FINALLY,
  FOR,
  IF,
  IN,
  INDENT,
  LBRACE,
  LPAR,
  LSQB,
  NAME,
  NEWLINE,
  RARROW,
  RBRACE,
  RPAR,
  RSQB,
  SOFT_CASE,
  SOFT_MATCH,
  STAR,
  TRY,
  TYPE_COMMENT,
  WHILE,
  WITH,
} from '../tokens.ts';
import { startsExpression } from './operators.ts';
import { SimpleStatementParser } from './simple-statements.ts';

/** Compound statements and whole sources (CPython: Grammar/python.gram, "Compound statements"). */
export class Parser extends SimpleStatementParser {
  typeIgnores: TypeIgnore[] = [];
  /** The statements of a module that have been parsed. */
  readonly body: stmt[] = [];
  /** Where its last line of statements begins, and the one before. */
  lastLine = 0;
  lineBefore = 0;

  parseModule(): mod {
    while (this.tok !== ENDMARKER) {
      this.lineBefore = this.lastLine;
      this.lastLine = this.pos;
      this.parseStatement(this.body);
    }
    return new Module(this.body, this.typeIgnores);
  }

  parseInteractive(): mod {
    const body: stmt[] = [];
    const start = this.pos;
    if (this.tok === NEWLINE) {
      this.advance();
      body.push(this.place(start, (...at) => new Pass(...at)));
    } else if (this.startsCompound()) {
      this.parseStatement(body);
      this.expect(NEWLINE);
    } else this.parseSimpleStatements(body);
    return new Interactive(body);
  }

  parseEval(): mod {
    const body = this.parseExpressions();
    while (this.tok === NEWLINE) this.advance();
    this.expectEnd();
    return new Expression(body);
  }

  parseFunctionType(): mod {
    this.expect(LPAR);
    const types: expr[] = [];
    // 0: plain types; 1: after `*`; 2: after `**`.
    let stage = 0;
    while (this.tok !== RPAR) {
      const next = this.tok === STAR ? 1 : this.tok === DOUBLESTAR ? 2 : 0;
      if (next < stage || (next === stage && stage > 0)) this.fail();
      if (next > 0) this.advance();
      stage = next;
      types.push(this.parseExpression());
      if (!this.accept(COMMA)) break;
      if (this.tok === RPAR) this.fail();
    }
    this.expect(RPAR);
    this.expect(RARROW);
    const returns = this.parseExpression();
    while (this.tok === NEWLINE) this.advance();
    this.expectEnd();
    return new FunctionType(types, returns);
  }

  private expectEnd(): void {
    if (this.tok !== ENDMARKER) this.fail();
  }

  private startsCompound(): boolean {
    switch (this.tok) {
      case IF:
      case FOR:
      case WHILE:
      case TRY:
      case WITH:
      case DEF:
      case CLASS:
      case AT:
      case ASYNC:
        return true;
      default:
        return this.isSoftKeyword(SOFT_MATCH) && this.startsMatch();
    }
  }

  private parseStatement(body: stmt[]): void {
    switch (this.tok) {
      case NAME:
        if (this.values[this.pos] === SOFT_MATCH && this.startsMatch()) {
          body.push(this.parseMatch());
          return;
        }
        break;
      case IF:
        body.push(this.parseIf());
        return;
      case DEF:
        body.push(this.parseFunction([], this.pos));
        return;
      case FOR:
        body.push(this.parseFor(this.pos, false));
        return;
      case WITH:
        body.push(this.parseWith(this.pos, false));
        return;
      case TRY:
        body.push(this.parseTry());
        return;
      case CLASS:
        body.push(this.parseClass([]));
        return;
      case WHILE:
        body.push(this.parseWhile());
        return;
      case AT:
        body.push(this.parseDecorated());
        return;
      case ASYNC:
        body.push(this.parseAsync([]));
        return;
    }
    this.parseSimpleStatements(body);
  }

  /** An indented block, or the rest of the line. */
  private parseBlock(): stmt[] {
    const body: stmt[] = [];
    if (!this.accept(NEWLINE)) {
      this.parseSimpleStatements(body);
      return body;
    }
    this.expect(INDENT);
    do this.parseStatement(body);
    while (this.tok !== DEDENT);
    this.advance();
    return body;
  }

  private parseElse(): stmt[] {
    if (!this.accept(ELSE)) return [];
    this.expect(COLON);
    return this.parseBlock();
  }

  /** As `place`, for a node that ends with a block. */
  private placeBlock<T>(
    start: number,
    make: (lineno: number, col: number, endLineno: number, endCol: number) => T,
  ): T {
    const end = this.lastTextToken();
    return make(this.lines[start]!, this.cols[start]!, this.endLines[end]!, this.endCols[end]!);
  }

  /** `if` and, as statements within its else branch, the `elif`s that follow. */
  private parseIf(): stmt {
    const start = this.pos;
    this.advance();
    const test = this.parseNamedExpression();
    this.expect(COLON);
    const body = this.parseBlock();
    const orelse = this.tok === ELIF ? [this.parseIf()] : this.parseElse();
    return this.placeBlock(start, (...at) => new If(test, body, orelse, ...at));
  }

  private parseWhile(): stmt {
    const start = this.pos;
    this.advance();
    const test = this.parseNamedExpression();
    this.expect(COLON);
    const body = this.parseBlock();
    const orelse = this.parseElse();
    return this.placeBlock(start, (...at) => new While(test, body, orelse, ...at));
  }

  private parseFor(start: number, isAsync: boolean): stmt {
    this.advance();
    const target = this.parseStarTargets();
    this.expect(IN);
    const iter = this.parseStarExpressions();
    this.expect(COLON);
    const comment = this.typeComment();
    const body = this.parseBlock();
    const orelse = this.parseElse();
    return this.placeBlock(start, (...at) =>
      isAsync
        ? new AsyncFor(target, iter, body, orelse, comment, ...at)
        : new For(target, iter, body, orelse, comment, ...at),
    );
  }

  private parseWith(start: number, isAsync: boolean): stmt {
    this.advance();
    const items = this.parseWithItems();
    this.expect(COLON);
    const comment = this.typeComment();
    const body = this.parseBlock();
    return this.placeBlock(start, (...at) =>
      isAsync ? new AsyncWith(items, body, comment, ...at) : new With(items, body, comment, ...at),
    );
  }

  private parseWithItems(): withitem[] {
    const items: withitem[] = [];
    const open = this.pos;
    const shape = this.tok === LPAR ? this.parenthesizedItems() : 'none';
    if (shape === 'as') {
      this.advance();
      do {
        if (items.length > 0 && this.tok === RPAR) break;
        items.push(this.parseWithItem());
      } while (this.accept(COMMA));
      this.expect(RPAR);
      return items;
    }
    do items.push(this.parseWithItem());
    while (this.accept(COMMA));
    const context = items[0]!.context_expr;
    if (shape === 'maybe' && items.length === 1 && this.isPlainTuple(context, open)) {
      return context.elts.map(elt => new withitem(elt, null));
    }
    return items;
  }

  /** Whether parentheses hold a list of items without `as`: the tuple's elements are the items then. */
  private isPlainTuple(node: expr, open: number): node is Tuple {
    if (node.kind !== 'Tuple' || node.elts.length === 0) return false;
    if (node.col_offset !== this.cols[open] || node.lineno !== this.lines[open]) return false;
    return node.elts.every(elt => elt.kind !== 'Starred');
  }

  /**
   * Looks ahead from `(`: are these the parentheses of the statement rather than of an expression? That takes a `:` right
   * behind them; then an `as` directly inside says yes, and `:=` no.
   */
  private parenthesizedItems(): 'none' | 'as' | 'maybe' {
    let depth = 0;
    let shape: 'as' | 'maybe' = 'maybe';
    for (let i = this.pos; ; i++) {
      const kind = this.kinds[i]!;
      if (kind === LPAR || kind === LSQB || kind === LBRACE) depth++;
      else if (kind === RPAR || kind === RSQB || kind === RBRACE) {
        if (--depth === 0) return this.kinds[i + 1] === COLON ? shape : 'none';
      } else if (kind === AS && depth === 1) shape = 'as';
      else if (kind === COLONEQUAL && depth === 1) return 'none';
      else if (kind === NEWLINE || kind === ENDMARKER || i >= this.kinds.length) return 'none';
    }
  }

  private parseWithItem(): withitem {
    const context = this.parseExpression();
    if (!this.accept(AS)) return new withitem(context, null);
    const target = this.parseStarTarget();
    if (this.tok !== COMMA && this.tok !== COLON && this.tok !== RPAR) this.fail();
    return new withitem(context, target);
  }

  private parseTry(): stmt {
    const start = this.pos;
    this.advance();
    this.expect(COLON);
    const body = this.parseBlock();
    const star = this.tok === EXCEPT && this.peek() === STAR;
    const handlers: ExceptHandler[] = [];
    while (this.tok === EXCEPT) {
      if ((this.peek() === STAR) !== star) this.fail();
      handlers.push(this.parseHandler(star));
    }
    const orelse = handlers.length > 0 ? this.parseElse() : [];
    let finalbody: stmt[] = [];
    if (this.accept(FINALLY)) {
      this.expect(COLON);
      finalbody = this.parseBlock();
    } else if (handlers.length === 0) this.fail();
    return this.placeBlock(start, (...at) =>
      star
        ? new TryStar(body, handlers, orelse, finalbody, ...at)
        : new Try(body, handlers, orelse, finalbody, ...at),
    );
  }

  private parseHandler(star: boolean): ExceptHandler {
    const start = this.pos;
    this.advance();
    if (star) this.advance();
    let type: expr | null = null;
    let name: string | null = null;
    if (star || this.tok !== COLON) {
      const from = this.pos;
      type = this.parseExpressions();
      if (this.tok === AS) {
        // Several types without parentheses take no name.
        if (
          type.kind === 'Tuple' &&
          (this.kinds[from] !== LPAR || type.col_offset !== this.cols[from])
        ) {
          this.fail();
        }
        if (this.kinds[this.pos - 1] === COMMA) this.fail();
        this.advance();
        name = this.expectName();
      }
    }
    this.expect(COLON);
    const body = this.parseBlock();
    return this.placeBlock(start, (...at) => new ExceptHandler(type, name, body, ...at));
  }

  /** Whether the name `match` here begins a match statement: it does when its line ends with a colon. */
  private startsMatch(): boolean {
    const next = this.peek();
    if (startsExpression[next] === 0) return false;
    for (let i = this.pos + 1; ; i++) {
      const kind = this.kinds[i]!;
      if (kind === NEWLINE) return this.kinds[i - 1] === COLON;
      if (kind === ENDMARKER || i >= this.kinds.length) return false;
    }
  }

  private parseMatch(): stmt {
    const start = this.pos;
    this.advance();
    const subject = this.parseSubject();
    this.expect(COLON);
    this.expect(NEWLINE);
    this.expect(INDENT);
    const cases: match_case[] = [];
    do {
      if (!this.isSoftKeyword(SOFT_CASE)) this.fail();
      cases.push(this.parseCase());
    } while (this.tok !== DEDENT);
    this.advance();
    return this.placeBlock(start, (...at) => new Match(subject, cases, ...at));
  }

  private parseSubject(): expr {
    const start = this.pos;
    const first = this.parseStarNamedExpression();
    if (this.tok !== COMMA) {
      if (first.kind === 'Starred') this.fail();
      return first;
    }
    const elts = [first];
    while (this.accept(COMMA)) {
      if (startsExpression[this.tok] === 0) break;
      elts.push(this.parseStarNamedExpression());
    }
    return this.place(start, (...at) => new Tuple(elts, 'Load', ...at));
  }

  private parseCase(): match_case {
    this.advance();
    const pattern = this.parsePatterns();
    const guard = this.accept(IF) ? this.parseNamedExpression() : null;
    this.expect(COLON);
    return new match_case(pattern, guard, this.parseBlock());
  }

  private parseDecorated(): stmt {
    const decorators: expr[] = [];
    while (this.accept(AT)) {
      decorators.push(this.parseNamedExpression());
      this.expect(NEWLINE);
    }
    if (this.tok === CLASS) return this.parseClass(decorators);
    if (this.tok === DEF) return this.parseFunction(decorators, this.pos);
    if (this.tok !== ASYNC || this.peek() !== DEF) this.fail();
    return this.parseAsync(decorators);
  }

  private parseAsync(decorators: expr[]): stmt {
    const start = this.pos;
    this.advance();
    if (this.tok === DEF) return this.parseFunction(decorators, start);
    if (this.tok === FOR) return this.parseFor(start, true);
    if (this.tok === WITH) return this.parseWith(start, true);
    this.fail();
  }

  private parseFunction(decorators: expr[], start: number): stmt {
    const isAsync = this.kinds[start] === ASYNC;
    this.expect(DEF);
    const name = this.expectName();
    const typeParams = this.tok === LSQB ? this.parseTypeParams() : [];
    this.expect(LPAR);
    const args = this.parseFunctionParameters();
    const returns = this.accept(RARROW) ? this.parseExpression() : null;
    this.expect(COLON);
    const comment = this.functionTypeComment();
    const body = this.parseBlock();
    return this.placeBlock(start, (...at) =>
      isAsync
        ? new AsyncFunctionDef(name, args, body, decorators, returns, comment, typeParams, ...at)
        : new FunctionDef(name, args, body, decorators, returns, comment, typeParams, ...at),
    );
  }

  /** On the line of the function's head, or alone on the next. */
  private functionTypeComment(): string | null {
    if (this.tok === NEWLINE && this.peek() === TYPE_COMMENT) {
      if (this.kinds[this.pos + 2] !== NEWLINE || this.kinds[this.pos + 3] !== INDENT) this.fail();
      this.advance();
    }
    const comment = this.typeComment();
    const another = this.tok === NEWLINE && this.peek() === TYPE_COMMENT;
    if (comment !== null && another) this.fail();
    return comment;
  }

  private parseClass(decorators: expr[]): stmt {
    const start = this.pos;
    this.expect(CLASS);
    const name = this.expectName();
    const typeParams = this.tok === LSQB ? this.parseTypeParams() : [];
    const bases: expr[] = [];
    const keywords: keyword[] = [];
    const open = this.pos;
    if (this.accept(LPAR)) {
      if (this.tok !== RPAR) this.parseClassArguments(open, bases, keywords);
      this.expect(RPAR);
    }
    this.expect(COLON);
    const body = this.parseBlock();
    return this.placeBlock(
      start,
      (...at) => new ClassDef(name, bases, keywords, body, decorators, typeParams, ...at),
    );
  }

  private parseClassArguments(open: number, bases: expr[], keywords: keyword[]): void {
    this.parseArguments(open, bases, keywords);
    // Unlike a call, a class takes no bare generator.
    const first = bases[0];
    if (
      first !== undefined &&
      first.kind === 'GeneratorExp' &&
      first.col_offset === this.cols[open]
    ) {
      if (first.lineno === this.lines[open]) this.fail();
    }
  }
}
