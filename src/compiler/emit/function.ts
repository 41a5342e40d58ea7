import type { FunctionBody, Stmt } from '../ir/ir.ts';
import { printStmts, type StatementPrinter } from './statements.ts';
import { printResumable } from './resumable.ts';

/** Prints functions as JavaScript text. */

/** The text of one module: lines, the runtime functions it calls, the code objects it declares. */
export class ModuleText {
  readonly runtimeNames = new Set<string>();
  readonly codes: FunctionBody[] = [];

  runtime(name: string): string {
    this.runtimeNames.add(name);
    return `$${name}`;
  }
}

/** Prints the body of one function. */
export class FunctionPrinter implements StatementPrinter {
  readonly module: ModuleText;
  readonly compact: boolean;
  readonly lines: string[] = [];
  raiseExit = 'break $raise';
  private level: number;
  private scratches = 0;
  private labels = 0;
  returnPrefix = 'return ';

  constructor(module: ModuleText, compact: boolean, level: number) {
    this.module = module;
    this.compact = compact;
    this.level = level;
  }

  runtime(name: string): string {
    return this.module.runtime(name);
  }
  scratch(): string {
    return `$s${++this.scratches}`;
  }
  scratchNames(): string[] {
    return Array.from({ length: this.scratches }, (_, i) => `$s${i + 1}`);
  }
  line(text: string): void {
    this.lines.push('  '.repeat(this.level) + text);
  }
  indent(): void {
    this.level++;
  }
  dedent(): void {
    this.level--;
  }
  newLabel(name: string): string {
    return `$${name}_${++this.labels}`;
  }
  withRaiseExit(exit: string, action: () => void): void {
    const before = this.raiseExit;
    this.raiseExit = exit;
    action();
    this.raiseExit = before;
  }
  breakText(label: string): string {
    return `break ${label};`;
  }
  continueText(label: string): string {
    return `continue ${label};`;
  }
  returnText(value: string): string {
    return `${this.returnPrefix}${value};`;
  }
  functionText(body: FunctionBody): string {
    return printFunction(this.module, body, this.level);
  }
}

const isDeclared = (body: FunctionBody): string[] => [...body.locals, ...body.temps];

/** A function expression. Its first line starts where the text is put; the others are indented by `level`. */
export function printFunction(module: ModuleText, body: FunctionBody, level: number): string {
  module.codes.push(body);
  if (body.form === 'generator' || body.form === 'coroutine' || body.form === 'asyncGenerator')
    return printResumable(module, body, level);
  const p = new FunctionPrinter(module, body.compact, level + 1);
  const pad = '  '.repeat(level + 1);
  p.indent();
  printStmts(p, body.body);
  p.dedent();
  const declared = ['$p = 0', ...isDeclared(body), ...p.scratchNames()];
  const shown = body.shown.length === 0 ? '' : `, [${body.shown.join(', ')}]`;
  const head = `function ${functionName(body)}(${body.params.join(', ')}) {`;
  return [
    head,
    `${pad}let ${declared.join(', ')};`,
    ...selfCells(body, pad),
    `${pad}$raise: try {`,
    ...p.lines,
    `${pad}} catch ($e) { ${module.runtime('caught')}($e); }`,
    `${pad}return ${module.runtime('traceback')}(${body.record.variable}, $G, $p${shown});`,
    `${'  '.repeat(level)}}`,
  ].join('\n');
}

const selfCells = (_body: FunctionBody, _pad: string): string[] => [];

/** The Python name, marked so that it hides no variable of the program. */
export const functionName = (body: FunctionBody): string =>
  /^[A-Za-z_]\w*$/.test(body.record.name) ? `${body.record.name}$f` : '';

/** The text of a module: a function of the runtime that gives a function of the globals. */
export function printModule(
  body: FunctionBody,
  constants: readonly (readonly [name: string, text: string])[],
  filename: string,
): string {
  const module = new ModuleText();
  const p = new FunctionPrinter(module, body.compact, 2);
  module.codes.push(body);
  p.indent();
  printStmts(p, body.body as Stmt[]);
  p.dedent();
  const declared = ['$p = 0', ...isDeclared(body), ...p.scratchNames()];
  const caught = module.runtime('caught');
  const traceback = module.runtime('traceback');
  const codes = module.codes.map(each => codeLine(module, each));
  for (const [, text] of constants)
    for (const [, name] of text.matchAll(/\$([a-zA-Z]\w*)\(|\$(Ellipsis)/g)) if (name !== undefined && !/^k\d+$/.test(name)) module.runtimeNames.add(name);
  if (constants.some(([, text]) => text.includes('$Ellipsis')) || p.lines.some(line => line.includes('$Ellipsis')))
    module.runtimeNames.add('Ellipsis');
  const names = [...module.runtimeNames].toSorted();
  return [
    `// ${filename.replaceAll('\n', ' ')}`,
    `(function ($rt) {`,
    `  const { ${names.map(name => `${name}: $${name}`).join(', ')} } = $rt;`,
    ...constants.map(([name, text]) => `  const ${name} = ${text};`),
    ...codes.map(line => `  ${line}`),
    `  return [${module.codes.map(each => each.record.variable).join(', ')}, function module$f($G, $L) {`,
    `    let ${declared.join(', ')};`,
    `    $raise: try {`,
    ...p.lines,
    `    } catch ($e) { ${caught}($e); }`,
    `    return ${traceback}(${body.record.variable}, $G, $p);`,
    `  }];`,
    `})`,
  ].join('\n');
}

function codeLine(module: ModuleText, body: FunctionBody): string {
  const { record } = body;
  const fields = [
    `name: ${JSON.stringify(record.name)}`,
    `qualname: ${JSON.stringify(record.qualname)}`,
    `line: ${record.line}`,
    `flags: ${record.flags}`,
    `argcount: ${record.argcount}`,
    `posonly: ${record.posonly}`,
    `kwonly: ${record.kwonly}`,
    `varnames: ${JSON.stringify(record.varnames)}`,
    `cellvars: ${JSON.stringify(record.cellvars)}`,
    `freevars: ${JSON.stringify(record.freevars)}`,
    `names: ${JSON.stringify(record.names)}`,
    `doc: ${record.doc ?? 'undefined'}`,
    `locals: ${JSON.stringify(body.shown)}`,
    `positions: ${JSON.stringify(record.positions.toString())}`,
  ];
  return `const ${record.variable} = ${module.runtime('code')}({ ${fields.join(', ')} });`;
}
