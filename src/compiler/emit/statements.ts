import type { Stmt } from '../ir/ir.ts';
import { printExpr, printSuspension, printTest, type Printer } from './expression.ts';

/** Prints IR statements as structured JavaScript: the direct form, and the parts of a resumable function in which nothing yields. */

export interface StatementPrinter extends Printer {
  /** How control leaves for the handler of an exception: `break $raise`. */
  readonly raiseExit: string;
  line(text: string): void;
  indent(): void;
  dedent(): void;
  /** A label for a nested try, unique in the function. */
  newLabel(name: string): string;
  withRaiseExit(exit: string, action: () => void): void;
  /** How `break` to, and `continue` of, a label is written. */
  breakText(label: string): string;
  continueText(label: string): string;
  returnText(value: string): string;
}

export function printStmts(p: StatementPrinter, stmts: readonly Stmt[]): void {
  for (const s of stmts) printStmt(p, s);
}

export function printStmt(p: StatementPrinter, s: Stmt): void {
  switch (s.t) {
    case 'let':
      p.line(`${s.target} = ${printExpr(p, s.value)};`);
      return;
    case 'suspend':
      printSuspend(p, s);
      return;
    case 'storeGlobal':
      p.line(`${globalProperty(s.name)} = ${printExpr(p, s.value)};`);
      return;
    case 'setAttr':
      printSetAttr(p, s);
      return;
    case 'effect':
      p.line(`${statementText(printExpr(p, s.value))};`);
      return;
    case 'if':
      printIf(p, s);
      return;
    case 'loop':
      p.line(`${s.label}: for (;;) {`);
      body(p, s.body);
      p.line('}');
      return;
    case 'block':
      printBlock(p, s);
      return;
    case 'break':
      p.line(p.breakText(s.label));
      return;
    case 'continue':
      p.line(p.continueText(s.label));
      return;
    case 'return':
      p.line(p.returnText(printExpr(p, s.value)));
      return;
    case 'raise':
      if (s.place >= 0) p.line(`$p = ${s.place};`);
      p.line(`${p.raiseExit};`);
      return;
    case 'try':
      printTry(p, s);
  }
}

/** An expression that starts like a block or a function is set in parentheses. */
const statementText = (text: string): string =>
  text.startsWith('{') || text.startsWith('function') ? `(${text})` : text;

export const globalProperty = (name: string): string =>
  /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name)
    ? `$G.$${name}`
    : `$G[${JSON.stringify(`$${name}`)}]`;

function body(p: StatementPrinter, stmts: readonly Stmt[]): void {
  p.indent();
  printStmts(p, stmts);
  p.dedent();
}

function printSuspend(p: StatementPrinter, s: Stmt & { t: 'suspend' }): void {
  const { value } = s;
  const text = printSuspension(p, value);
  const X = p.runtime('RAISED');
  const place = 'place' in value && value.place > 0 ? `$p = ${value.place}; ` : '';
  if (s.target === null) p.line(`${place}if (${text} === ${X}) ${p.raiseExit};`);
  else p.line(`${place}if ((${s.target} = ${text}) === ${X}) ${p.raiseExit};`);
}

function printSetAttr(p: StatementPrinter, s: Stmt & { t: 'setAttr' }): void {
  const obj = printExpr(p, s.obj);
  const value = printExpr(p, s.value);
  const slow = (o: string, v: string) =>
    `{ $p = ${s.place}; ${p.runtime('setAttr')}(${o}, ${JSON.stringify(s.name)}, ${v}); }`;
  const isPlain = /^[\w$]+$/.test(obj) && !s.name.startsWith('__');
  if (p.compact || !isPlain) {
    p.line(slow(obj, value).slice(2, -2));
    return;
  }
  const v = /^[\w$."]+$/.test(value) ? value : p.scratch();
  if (v !== value) p.line(`${v} = ${value};`);
  p.line(
    `if (${obj}?.writable === true || ${obj}?.w$${s.name} === true) ${obj}.$${s.name} = ${v}; else ${slow(obj, v)}`,
  );
}

function printIf(p: StatementPrinter, s: Stmt & { t: 'if' }): void {
  if (s.then.length === 0 && s.otherwise.length === 0) {
    p.line(`${printTest(p, s.test)};`);
    return;
  }
  const test =
    s.then.length === 0 ? printTest(p, { t: 'not', test: s.test }) : printTest(p, s.test);
  const [then, otherwise] = s.then.length === 0 ? [s.otherwise, []] : [s.then, s.otherwise];
  p.line(`if (${test}) {`);
  body(p, then);
  if (otherwise.length > 0) {
    p.line('} else {');
    body(p, otherwise);
  }
  p.line('}');
}

/** A block that holds nothing but a loop labels the loop's end: the loop takes `break` of its own label. */
function printBlock(p: StatementPrinter, s: Stmt & { t: 'block' }): void {
  p.line(`${s.label}: {`);
  body(p, s.body);
  p.line('}');
}

function printTry(p: StatementPrinter, s: Stmt & { t: 'try' }): void {
  const end = p.newLabel('tried');
  const handler = p.newLabel('catch');
  p.line(`${end}: {`);
  p.indent();
  p.line(`${handler}: try {`);
  p.indent();
  p.withRaiseExit(`break ${handler}`, () => printStmts(p, s.body));
  p.line(`break ${end};`);
  p.dedent();
  p.line(`} catch ($e) { ${p.runtime('caught')}($e); }`);
  printStmts(p, s.handler);
  p.dedent();
  p.line('}');
}
