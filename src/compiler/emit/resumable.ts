import type { FunctionBody, Stmt } from '../ir/ir.ts';
import { printExpr, printTest } from './expression.ts';
import { FunctionPrinter, functionName, type ModuleText } from './printer.ts';
import { printStmt } from './statements.ts';

/**
 * Prints generators, coroutines and async generators as state machines. Statements in which nothing yields are printed as in the direct form; those around a yield are
 * flattened into the cases of a switch over `$pc`. The frame's variables are the closure's, so nested functions see them as they are, and nothing is saved or restored.
 *
 * `$h` is the case of the innermost handler around the place where the frame stands, 0 for none.
 */

/** Whether a statement holds a yield of this very frame. */
function yields(s: Stmt): boolean {
  switch (s.t) {
    case 'suspend':
      return s.value.t === 'yield';
    case 'if':
      return s.then.some(yields) || s.otherwise.some(yields);
    case 'loop':
    case 'block':
      return s.body.some(yields);
    case 'try':
      return s.body.some(yields) || s.handler.some(yields);
    default:
      return false;
  }
}

/** A label whose construct was flattened. */
interface FlatLabel {
  readonly breakCase: number;
  readonly continueCase: number;
  /** The handler around the labelled construct. */
  readonly handler: number;
}

class ResumablePrinter extends FunctionPrinter {
  private cases = 0;
  private handler = 0;
  private readonly flat = new Map<string, FlatLabel>();
  override returnPrefix = '';

  newCase(): number {
    return ++this.cases;
  }
  private caseLine(number: number): void {
    this.dedent();
    this.line(`case ${number}:`);
    this.indent();
  }
  private jump(target: number, handler = this.handler): void {
    this.line(this.jumpText(target, handler));
  }
  private jumpText(target: number, handler: number): string {
    const restore = handler === this.handler ? '' : `$h = ${handler}; `;
    return `{ ${restore}$pc = ${target}; continue $resume; }`;
  }

  override breakText(label: string): string {
    const flat = this.flat.get(label);
    return flat === undefined
      ? super.breakText(label)
      : this.jumpText(flat.breakCase, flat.handler);
  }
  override continueText(label: string): string {
    const flat = this.flat.get(label);
    return flat === undefined
      ? super.continueText(label)
      : this.jumpText(flat.continueCase, flat.handler);
  }
  override returnText(value: string): string {
    return `return ${this.runtime('finishFrame')}($g, ${value});`;
  }

  flatten(stmts: readonly Stmt[]): void {
    for (const s of stmts) {
      if (yields(s)) this.flattenOne(s);
      else printStmt(this, s);
    }
  }

  private flattenOne(s: Stmt): void {
    switch (s.t) {
      case 'suspend':
        this.flattenYield(s);
        return;
      case 'if': {
        const otherwise = this.newCase();
        const end = this.newCase();
        this.line(`if (!(${printTest(this, s.test)})) ${this.jumpText(otherwise, this.handler)}`);
        this.flatten(s.then);
        this.jump(end);
        this.caseLine(otherwise);
        this.flatten(s.otherwise);
        this.caseLine(end);
        return;
      }
      case 'loop': {
        const head = this.newCase();
        this.flat.set(s.label, { breakCase: 0, continueCase: head, handler: this.handler });
        this.caseLine(head);
        this.flatten(s.body);
        this.jump(head);
        return;
      }
      case 'block': {
        const end = this.newCase();
        this.flat.set(s.label, { breakCase: end, continueCase: 0, handler: this.handler });
        this.flatten(s.body);
        this.caseLine(end);
        return;
      }
      case 'try':
        this.flattenTry(s);
        return;
      default:
    }
  }

  private flattenYield(s: Stmt & { t: 'suspend' }): void {
    if (s.value.t !== 'yield') return;
    const { value } = s;
    const next = this.newCase();
    this.line(`$t0 = ${printExpr(this, value.value)};`);
    this.line(`$g.place = $p = ${value.place}; $pc = ${next};`);
    this.line('return $t0;');
    this.caseLine(next);
    if (!value.raw)
      this.line(`if ($mode === 1) { ${this.runtime('pend')}($value); ${this.raiseExit}; }`);
    if (s.target !== null) this.line(`${s.target} = $value;`);
  }

  private flattenTry(s: Stmt & { t: 'try' }): void {
    const handler = this.newCase();
    const end = this.newCase();
    const outer = this.handler;
    this.line(`$h = ${handler};`);
    this.handler = handler;
    this.flatten(s.body);
    this.jump(end, outer);
    this.handler = outer;
    this.caseLine(handler);
    this.line(`$h = ${outer};`);
    this.flatten(s.handler);
    this.caseLine(end);
  }
}

const makers = {
  generator: 'generator',
  coroutine: 'coroutine',
  asyncGenerator: 'asyncGenerator',
} as const;

export function printResumable(module: ModuleText, body: FunctionBody, level: number): string {
  const p = new ResumablePrinter(module, body.compact, level + 3);
  p.flatten(body.body);
  const pad = '  '.repeat(level + 1);
  const maker = module.runtime(makers[body.form as keyof typeof makers]);
  const shown = body.shown.length === 0 ? '' : `, [${body.shown.join(', ')}]`;
  const declared = [
    '$p = 0',
    '$pc = 0',
    '$h = 0',
    '$t0',
    ...body.locals,
    ...body.temps,
    ...p.scratchNames(),
  ];
  return [
    `function ${functionName(body)}(${body.params.join(', ')}) {`,
    `${pad}let ${declared.join(', ')};`,
    `${pad}return ${maker}(${body.record.variable}, $G, function ($g, $mode, $value) {`,
    `${pad}  $resume: for (;;) {`,
    `${pad}    $raise: try {`,
    `${pad}      switch ($pc) {`,
    `${pad}      case 0:`,
    `${pad}        if ($mode === 1) { $p = -1; ${module.runtime('pend')}($value); break $raise; }`,
    ...p.lines,
    `${pad}      }`,
    `${pad}    } catch ($e) { ${module.runtime('caught')}($e); }`,
    `${pad}    if ($h === 0) return ${module.runtime('failFrame')}($g, ${body.record.variable}, $G, $p${shown});`,
    `${pad}    $pc = $h;`,
    `${pad}  }`,
    `${pad}});`,
    `${'  '.repeat(level)}}`,
  ].join('\n');
}
