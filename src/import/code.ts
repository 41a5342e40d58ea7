import { compileSource, compileTree, type CompileOptions } from '../compiler/compile.ts';
import { PyCode, type CompiledUnit } from '../objects/code.ts';
import type { Attributes, PyObject, Raised, Value } from '../objects/object.ts';
import type { ScriptCompiler } from '../host/host.ts';
import type { Text } from '../algorithms/text/contents.ts';
import type * as ast from '../syntax/ast.gen.ts';
import { StateKey, thread, unwrap } from '../runtime/state.ts';
import { compiledRuntime } from './compiled-runtime.ts';
import { EngineFrames } from './engine-frames.ts';

/** Source to runnable code: the compiler's text given to the engine. */

/** How the interpreter compiles JavaScript. Set when it is made. */
export const scripts = new StateKey<{
  compiler: ScriptCompiler | null;
  readonly frames: EngineFrames;
}>(() => ({ compiler: null, frames: new EngineFrames() }));

/** What can be compiled: text, bytes or a tree. */
export type Source = Text | Uint8Array | ast.Module | ast.Interactive | ast.Expression;

const isTree = (source: Source): source is ast.Module | ast.Interactive | ast.Expression =>
  typeof source === 'object' && 'kind' in source;

type Main = (globals: Attributes, locals: PyObject | null) => Value | Raised;
type Factory = (runtime: object) => readonly [...PyCode[], Main];

/** Compiles source to a code object. Throws a SyntaxProblem. */
export function compileCode(source: Source, options: CompileOptions): PyCode {
  const text = isTree(source) ? compileTree(source, options) : compileSource(source, options);
  return loadCode(text, source, options);
}

/** The code object of compiled text. */
export function loadCode(text: string, source: Source | null, options: CompileOptions): PyCode {
  const main = instantiate(text, options.filename);
  let withLocals: Main | undefined;
  const unit: CompiledUnit = {
    text,
    run(globals, locals) {
      if (locals === null) return main.run(globals as Attributes, null);
      // Names in a mapping of their own are compiled otherwise: rarely wanted, so only then.
      if (withLocals === undefined) {
        if (source === null)
          throw new Error('taipan: code without source has no locals of its own');
        const separate = { ...options, separateLocals: true };
        const other = isTree(source)
          ? compileTree(source, separate)
          : compileSource(source, separate);
        withLocals = instantiate(other, options.filename).run;
      }
      return withLocals(globals as Attributes, locals);
    },
  };
  const { code } = main;
  const made = new PyCode(code.info, options.filename, unit);
  made.constants.push(...main.nested);
  return made;
}

function instantiate(
  text: string,
  filename: string,
): { run: Main; code: PyCode; nested: PyCode[] } {
  const state = thread.interpreter.state(scripts);
  // The engine's own stack names the unit, and so the Python code, by this.
  const name = `taipan:${state.frames.units.length}:${filename}`;
  const factory = state.compiler!.compile(text, name).run() as Factory;
  const made = factory(compiledRuntime(filename));
  const main = made.at(-1) as Main;
  const codes = made.slice(0, -1) as PyCode[];
  const code = codes.find(
    each => each.info.name === '<module>' && each.info.qualname === '<module>',
  )!;
  const unit = state.frames.add(text, codesByNumber(text, codes));
  const run: Main = (globals, locals) => {
    unit.globals = globals;
    return main(globals, locals);
  };
  return { run, code, nested: codes.filter(each => each !== code) };
}

/** The code objects in the order of their numbers in the text. */
function codesByNumber(text: string, codes: readonly PyCode[]): PyCode[] {
  const listed = /\n  return \[([^\n]*), function module/.exec(text)?.[1] ?? '';
  const numbers = listed.split(', ').map(name => Number(name.slice('$code'.length)));
  const ordered: PyCode[] = [];
  numbers.forEach((number, i) => {
    ordered[number - 1] = codes[i]!;
  });
  return ordered;
}

/** Runs a module's or an expression's code. */
export function runCode(code: PyCode, globals: Attributes, locals: PyObject | null): Value {
  return unwrap(code.unit!.run(globals, locals) as Value | Raised);
}

/** The compiled text of a module's code; null for a function's. */
export const codeText = (code: PyCode): string | null => code.unit?.text ?? null;
