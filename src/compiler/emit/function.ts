import type { FunctionBody } from '../ir/ir.ts';
import { FunctionPrinter, functionName, ModuleText } from './printer.ts';
import { printStmts } from './statements.ts';
import { printResumable } from './resumable.ts';

/** Prints functions as JavaScript text. */

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
    `${pad}$raise: try {`,
    ...p.lines,
    `${pad}} catch ($e) { ${module.runtime('caught')}($e); }`,
    `${pad}return ${module.runtime('traceback')}(${body.record.variable}, $G, $p${shown});`,
    `${'  '.repeat(level)}}`,
  ].join('\n');
}

/** The text of a module: a function of the runtime that gives a function of the globals. */
export function printModule(
  body: FunctionBody,
  constants: readonly (readonly [name: string, text: string])[],
  filename: string,
): string {
  const module = new ModuleText(printFunction);
  const p = new FunctionPrinter(module, body.compact, 2);
  module.codes.push(body);
  p.indent();
  printStmts(p, body.body);
  p.dedent();
  const declared = ['$p = 0', ...isDeclared(body), ...p.scratchNames()];
  const caught = module.runtime('caught');
  const traceback = module.runtime('traceback');
  const codes = module.codes.map(each => codeLine(module, each));
  for (const [, text] of constants)
    for (const [, name] of text.matchAll(/\$([a-zA-Z]\w*)\(|\$(Ellipsis)/g))
      if (name !== undefined && !/^k\d+$/.test(name)) module.runtimeNames.add(name);
  if (
    constants.some(([, text]) => text.includes('$Ellipsis')) ||
    p.lines.some(line => line.includes('$Ellipsis'))
  )
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
