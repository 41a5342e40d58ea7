import {
  alias,
  AnnAssign,
  Assert,
  Assign,
  AugAssign,
  Break,
  Continue,
  Delete,
  Expr,
  Global,
  Import,
  ImportFrom,
  Nonlocal,
  ParamSpec,
  Pass,
  Raise,
  Return,
  TypeAlias,
  TypeVar,
  TypeVarTuple,
  type expr,
  type stmt,
  type type_param,
} from '../ast.gen.ts';
import {
  AS,
  ASSERT,
  BREAK,
  COLON,
  COMMA,
  CONTINUE,
  DEL,
  DOT,
  DOUBLESTAR,
  ELLIPSIS,
  EQUAL,
  FROM,
  GLOBAL,
  IMPORT,
  LPAR,
  LSQB,
  NAME,
  NEWLINE,
  NONLOCAL,
  PASS,
  RAISE,
  RETURN,
  RPAR,
  RSQB,
  SEMI,
  SOFT_TYPE,
  STAR,
} from '../tokens.ts';
import { augmentedOperators, startsExpression } from './operators.ts';
import { PatternParser } from './patterns.ts';

/** Statements of one line (CPython: Grammar/python.gram, "Simple statements"). */
export abstract class SimpleStatementParser extends PatternParser {
  /** `simple_stmts`: one line of statements, its newline included. */
  protected parseSimpleStatements(body: stmt[]): void {
    for (;;) {
      body.push(this.parseSimpleStatement());
      if (!this.accept(SEMI)) break;
      if (this.tok === NEWLINE) break;
    }
    this.expect(NEWLINE);
  }

  private parseSimpleStatement(): stmt {
    const start = this.pos;
    switch (this.tok) {
      case NAME:
        if (this.values[start] === SOFT_TYPE && this.peek() === NAME) return this.parseTypeAlias();
        return this.parseExpressionStatement();
      case RETURN: {
        this.advance();
        const value = startsExpression[this.tok] === 1 ? this.parseStarExpressions() : null;
        return this.place(start, (...at) => new Return(value, ...at));
      }
      case IMPORT:
        return this.parseImport();
      case FROM:
        return this.parseImportFrom();
      case RAISE:
        return this.parseRaise();
      case PASS:
        this.advance();
        return this.place(start, (...at) => new Pass(...at));
      case ASSERT:
        return this.parseAssert();
      case DEL:
        return this.parseDelete();
      case BREAK:
        this.advance();
        return this.place(start, (...at) => new Break(...at));
      case CONTINUE:
        this.advance();
        return this.place(start, (...at) => new Continue(...at));
      case GLOBAL: {
        const names = this.parseNameList();
        return this.place(start, (...at) => new Global(names, ...at));
      }
      case NONLOCAL: {
        const names = this.parseNameList();
        return this.place(start, (...at) => new Nonlocal(names, ...at));
      }
      default:
        return this.parseExpressionStatement();
    }
  }

  /** Makes a node that spans from the token `start` to the last one read. */
  protected place<T>(
    start: number,
    make: (lineno: number, col: number, endLineno: number, endCol: number) => T,
  ): T {
    const end = this.pos - 1;
    return make(this.lines[start]!, this.cols[start]!, this.endLines[end]!, this.endCols[end]!);
  }

  /** An expression, an assignment, an annotation. */
  private parseExpressionStatement(): stmt {
    const start = this.pos;
    const first = this.parseAnnotatedRhs();
    const tok = this.tok;
    if (tok === EQUAL) return this.parseAssignment(first, start);
    if (tok === COLON) return this.parseAnnotation(first, start);
    const op = augmentedOperators[tok];
    if (op !== undefined) {
      if (first.kind !== 'Name' && first.kind !== 'Attribute' && first.kind !== 'Subscript') {
        this.fail();
      }
      first.ctx = 'Store';
      this.advance();
      const value = this.parseAnnotatedRhs();
      return this.place(start, (...at) => new AugAssign(first, op, value, ...at));
    }
    const end = this.pos - 1;
    return new Expr(
      first,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  private parseAssignment(first: expr, start: number): stmt {
    const targets: expr[] = [];
    let value = first;
    while (this.tok === EQUAL) {
      this.storeInto(value);
      targets.push(value);
      this.advance();
      value = this.parseAnnotatedRhs();
    }
    const comment = this.typeComment();
    const end = this.pos - 1;
    return new Assign(
      targets,
      value,
      comment,
      this.lines[start]!,
      this.cols[start]!,
      this.endLines[end]!,
      this.endCols[end]!,
    );
  }

  private parseAnnotation(target: expr, start: number): stmt {
    if (target.kind !== 'Name' && target.kind !== 'Attribute' && target.kind !== 'Subscript') {
      this.fail();
    }
    const simple = target.kind === 'Name' && this.kinds[start] === NAME ? 1 : 0;
    target.ctx = 'Store';
    this.advance();
    const annotation = this.parseExpression();
    const value = this.accept(EQUAL) ? this.parseAnnotatedRhs() : null;
    return this.place(start, (...at) => new AnnAssign(target, annotation, value, simple, ...at));
  }

  private parseTypeAlias(): stmt {
    const start = this.pos;
    this.advance();
    const name = this.parseName('Store');
    const params = this.tok === LSQB ? this.parseTypeParams() : [];
    this.expect(EQUAL);
    const value = this.parseExpression();
    return this.place(start, (...at) => new TypeAlias(name, params, value, ...at));
  }

  /** `[T: bound = default, *Ts, **P]`. */
  protected parseTypeParams(): type_param[] {
    this.expect(LSQB);
    const params: type_param[] = [];
    do {
      if (this.tok === RSQB && params.length > 0) break;
      params.push(this.parseTypeParam());
    } while (this.accept(COMMA));
    this.expect(RSQB);
    return params;
  }

  private parseTypeParam(): type_param {
    const start = this.pos;
    if (this.accept(STAR)) {
      const name = this.expectName();
      const value = this.accept(EQUAL)
        ? this.tok === STAR
          ? this.parseStarNamedExpression()
          : this.parseExpression()
        : null;
      return this.place(start, (...at) => new TypeVarTuple(name, value, ...at));
    }
    if (this.accept(DOUBLESTAR)) {
      const name = this.expectName();
      const value = this.accept(EQUAL) ? this.parseExpression() : null;
      return this.place(start, (...at) => new ParamSpec(name, value, ...at));
    }
    const name = this.expectName();
    const bound = this.accept(COLON) ? this.parseExpression() : null;
    const value = this.accept(EQUAL) ? this.parseExpression() : null;
    return this.place(start, (...at) => new TypeVar(name, bound, value, ...at));
  }

  private parseRaise(): stmt {
    const start = this.pos;
    this.advance();
    let exc: expr | null = null;
    let cause: expr | null = null;
    if (startsExpression[this.tok] === 1 && this.tok !== STAR) {
      exc = this.parseExpression();
      if (this.accept(FROM)) cause = this.parseExpression();
    }
    return this.place(start, (...at) => new Raise(exc, cause, ...at));
  }

  private parseAssert(): stmt {
    const start = this.pos;
    this.advance();
    const test = this.parseExpression();
    const message = this.accept(COMMA) ? this.parseExpression() : null;
    return this.place(start, (...at) => new Assert(test, message, ...at));
  }

  private parseNameList(): string[] {
    const names: string[] = [];
    do {
      this.advance();
      names.push(this.expectName());
    } while (this.tok === COMMA);
    return names;
  }

  private parseDelete(): stmt {
    const start = this.pos;
    this.advance();
    const targets: expr[] = [];
    do {
      if (targets.length > 0 && startsExpression[this.tok] === 0) break;
      const target = this.parsePrimary();
      this.deleteFrom(target);
      targets.push(target);
    } while (this.accept(COMMA));
    if (this.tok !== SEMI && this.tok !== NEWLINE) this.fail();
    return this.place(start, (...at) => new Delete(targets, ...at));
  }

  private deleteFrom(node: expr): void {
    switch (node.kind) {
      case 'Name':
      case 'Attribute':
      case 'Subscript':
        node.ctx = 'Del';
        return;
      case 'Tuple':
      case 'List':
        node.ctx = 'Del';
        for (const elt of node.elts) this.deleteFrom(elt);
        return;
      default:
        this.fail();
    }
  }

  private parseModuleName(): string {
    let name = this.expectName();
    while (this.accept(DOT)) name += '.' + this.expectName();
    return name;
  }

  private parseImport(): stmt {
    const start = this.pos;
    this.advance();
    const names: alias[] = [];
    do {
      const at = this.pos;
      const name = this.parseModuleName();
      names.push(this.parseAlias(name, at));
    } while (this.accept(COMMA));
    return this.place(start, (...at) => new Import(names, ...at));
  }

  private parseAlias(name: string, start: number): alias {
    const asname = this.accept(AS) ? this.expectName() : null;
    return this.place(start, (...at) => new alias(name, asname, ...at));
  }

  private parseImportFrom(): stmt {
    const start = this.pos;
    this.advance();
    let level = 0;
    for (; this.tok === DOT || this.tok === ELLIPSIS; this.advance()) {
      level += this.tok === DOT ? 1 : 3;
    }
    const module = level > 0 && this.tok === IMPORT ? null : this.parseModuleName();
    this.expect(IMPORT);
    const names = this.parseImportedNames();
    if (module === '__future__' && level === 0) {
      if (names.some(name => name.name === 'barry_as_FLUFL')) this.barryAsFlufl = true;
    }
    return this.place(start, (...at) => new ImportFrom(module, names, level, ...at));
  }

  private parseImportedNames(): alias[] {
    const at = this.pos;
    if (this.accept(STAR)) return [this.parseStarAlias(at)];
    const parenthesized = this.accept(LPAR);
    const names: alias[] = [];
    do {
      if (parenthesized && names.length > 0 && this.tok === RPAR) break;
      const start = this.pos;
      names.push(this.parseAlias(this.expectName(), start));
    } while (this.accept(COMMA));
    if (parenthesized) this.expect(RPAR);
    return names;
  }

  private parseStarAlias(start: number): alias {
    return this.place(start, (...at) => new alias('*', null, ...at));
  }
}
