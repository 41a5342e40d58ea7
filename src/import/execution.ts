import type { Text } from '../algorithms/text/contents.ts';
import { characterNamed } from '../algorithms/unicode/names.ts';
import { PyBytes } from '../objects/bytes.ts';
import { PyCode } from '../objects/code.ts';
import { PyDict } from '../objects/dict.ts';
import { lookupErrorType } from '../objects/exception-types.ts';
import { PyFunction } from '../objects/function.ts';
import { PyObject, type Attributes, type Raised, type Value } from '../objects/object.ts';
import { contentsOf, str, utf16 } from '../objects/str.ts';
import { typeOf } from '../objects/builtin-types.ts';
import type * as ast from '../syntax/ast.gen.ts';
import { parse } from '../syntax/parse.ts';
import { SyntaxProblem } from '../syntax/problem.ts';
import { isException } from '../runtime/attributes.ts';
import { findBuffer } from '../runtime/buffer.ts';
import { buildClass } from '../runtime/compiled/calls.ts';
import { callMethod } from '../runtime/call.ts';
import { strValue } from '../runtime/convert.ts';
import { fn, variadicFn, type FunctionSpec } from '../runtime/declare-module.ts';
import { directoryOf, sortedNames } from '../runtime/directory.ts';
import { namespaceDict, setStr } from '../runtime/dict.ts';
import { typeError, valueError } from '../runtime/errors.ts';
import { FrameReader, unknownFrame, type CallingFrame } from '../runtime/frame-reader.ts';
import { globalsDict } from '../runtime/globals.ts';
import { StateKey, thread } from '../runtime/state.ts';
import { compileCode, runCode, type Source } from './code.ts';
import { syntaxError, warnSyntax } from './syntax-errors.ts';

/** The builtins that compile and run code, and those that read the frame they are called from. CPython: Python/bltinmodule.c */

const CF_DONT_IMPLY_DEDENT = 0x200;
const CF_ONLY_AST = 0x400;
const CF_TOP_LEVEL_AWAIT = 0x2000;
const CO_FUTURE_ANNOTATIONS = 0x1000000;
const CF_KNOWN =
  0x200 |
  0x400 |
  0x1000 |
  0x2000 |
  0x4000 |
  0x8000 |
  0x20 |
  0x10 |
  0x1ff0000 |
  CO_FUTURE_ANNOTATIONS;

/** How trees of the `_ast` module become ours and back: set by that module. */
export const treeConverters = new StateKey<{
  toTree: ((v: Value, mode: string) => ast.mod | undefined) | null;
  fromTree: ((tree: ast.mod) => Value) | null;
}>(() => ({ toTree: null, fromTree: null }));

/** The interpreter's -O level. */
export const optimizeLevel = new StateKey<{ level: 0 | 1 | 2 }>(() => ({ level: 0 }));

type Mode = 'exec' | 'eval' | 'single';

/** What reading source text needs of the runtime. */
const readers = {
  lookupName: characterNamed,
  decode(encoding: string, data: Uint8Array): Text | undefined {
    try {
      const text = strValue(callMethod(new PyBytes(data), 'decode', str(encoding)));
      return text === undefined ? undefined : contentsOf(text);
    } catch (error) {
      if (isException(error, lookupErrorType)) return undefined;
      throw error;
    }
  },
};

/** Compiles source text, with Python's errors and warnings. */
export function compileText(
  source: Source,
  filename: string,
  mode: Mode,
  flags: number,
  optimize: number,
): PyCode {
  const { level } = thread.interpreter.state(optimizeLevel);
  try {
    return compileCode(source, {
      filename,
      mode,
      optimize: (optimize === -1 ? level : Math.min(optimize, 2)) as 0 | 1 | 2,
      futureAnnotations: (flags & CO_FUTURE_ANNOTATIONS) !== 0,
      topLevelAwait: (flags & CF_TOP_LEVEL_AWAIT) !== 0,
      dontImplyDedent: (flags & CF_DONT_IMPLY_DEDENT) !== 0,
      ...readers,
      warn: warning => warnSyntax(warning, filename),
    });
  } catch (error) {
    if (error instanceof SyntaxProblem) throw syntaxError(error, filename, source);
    throw error;
  }
}

function sourceOf(v: Value, name: string, what: string): Source {
  const text = strValue(v);
  if (text !== undefined) return contentsOf(text);
  const data = findBuffer(v);
  if (data !== undefined) return data;
  throw typeError(`${name}() arg 1 must be a ${what}`);
}

function compileBuiltin(
  source: Value,
  filename: Value,
  mode: Value,
  flags: number,
  optimize: number,
): Value {
  const modeText = utf16(strValue(mode)!);
  if (flags & ~CF_KNOWN) throw valueError('compile(): unrecognised flags');
  if (optimize < -1 || optimize > 2) throw valueError('compile(): invalid optimize value');
  const isAst = (flags & CF_ONLY_AST) !== 0;
  if (!['exec', 'eval', 'single', ...(isAst ? ['func_type'] : [])].includes(modeText))
    throw valueError(
      isAst
        ? "compile() mode must be 'exec', 'eval', 'single' or 'func_type'"
        : modeText === 'func_type'
          ? "compile() mode 'func_type' requires flag PyCF_ONLY_AST"
          : "compile() mode must be 'exec', 'eval' or 'single'",
    );
  const path = pathText(filename);
  const { toTree, fromTree } = thread.interpreter.state(treeConverters);
  const tree = toTree?.(source, modeText);
  if (tree !== undefined && isAst) return source;
  const given = tree ?? sourceOf(source, 'compile', 'string, bytes or AST object');
  if (!isAst) return compileText(given as Source, path, modeText as Mode, flags, optimize);
  if (fromTree === null) throw valueError('compile(): the _ast module is not loaded');
  try {
    return fromTree(parse(given as string, { mode: modeText as Mode, ...readers }));
  } catch (error) {
    if (error instanceof SyntaxProblem) throw syntaxError(error, path, given as string);
    throw error;
  }
}

function pathText(filename: Value): string {
  const text = strValue(filename);
  if (text !== undefined) return utf16(text);
  const data = findBuffer(filename);
  if (data !== undefined) return String.fromCharCode(...data);
  const path = typeOf(filename).proto.__fspath__$0;
  if (path !== undefined) return pathText(path(filename) as Value);
  throw typeError(`expected str, bytes or os.PathLike object, not ${typeOf(filename).name}`);
}

/** The locals of the calling frame as a mapping. */
function localsOf(frame: CallingFrame): Value {
  if (frame.locals === null) return globalsOf(frame.globals);
  if (frame.locals instanceof PyObject) return frame.locals;
  const dict = new PyDict();
  const { locals } = frame;
  for (let i = 0; i < locals.length; i += 2) {
    const value = locals[i + 1];
    if (value !== undefined) setStr(dict, locals[i] as string, value);
  }
  return dict;
}
/** The dict that shows globals. */
function globalsOf(globals: Attributes): PyDict {
  const holder = globals as unknown as { dict?: PyDict };
  return holder.dict ?? namespaceDict(globals);
}

function evaluate(
  name: 'eval' | 'exec',
  frame: CallingFrame,
  source: Value,
  globals: Value,
  locals: Value,
): Value {
  if (globals !== null && !(globals instanceof PyDict))
    throw typeError(
      name === 'eval'
        ? 'globals must be a dict'
        : `exec() globals must be a dict, not ${typeOf(globals).name}`,
    );
  const namespace = globals === null ? frame.globals : globalsDict(globals);
  const mapping = locals !== null ? locals : globals === null ? localsOf(frame) : null;
  const isSame = mapping === null || mapping === globalsOf(namespace) || mapping === globals;
  if (source instanceof PyCode) {
    if (source.unit === null) return runFunctionCode(source, namespace);
    return runCode(source, namespace, isSame ? null : (mapping as PyObject));
  }
  const given = sourceOf(source, name, 'string, bytes or code object');
  const text = name === 'eval' && typeof given === 'string' ? given.replace(/^[ \t]+/, '') : given;
  const code = compileText(text, '<string>', name, futureFlags(namespace), -1);
  return runCode(code, namespace, isSame ? null : (mapping as PyObject));
}

function runFunctionCode(code: PyCode, globals: Attributes): Value {
  if (code.info.freevars.length > 0)
    throw typeError('code object passed to exec() may not contain free variables');
  if (code.maker === null)
    throw typeError('code object of a nested function cannot be run by itself');
  const f = new PyFunction(code, code.maker(globals, []), globals, [], null);
  return f.body() as Value;
}

const futureFlags = (_globals: Attributes): number => 0;

/** A builtin that gets its calling frame when compiled code calls it by its name. */
function reader(
  spec: FunctionSpec,
  run: (frame: CallingFrame, args: readonly Value[]) => Value | Raised,
): FunctionSpec {
  return { doc: spec.doc, callable: name => new FrameReader(spec.callable(name), run) };
}

const optional = (args: readonly Value[], index: number): Value => args[index] ?? null;

export const executionFunctions: Readonly<Record<string, FunctionSpec>> = {
  compile: fn(
    '(source, filename, mode, flags: cint = 0, dont_inherit: bool = False, optimize: cint = -1, *, _feature_version: cint = -1)',
    `Compile source into a code object that can be executed by exec() or eval().

The source code may represent a Python module, statement or
expression.
The filename will be used for run-time error messages.
The mode must be 'exec' to compile a module, 'single' to compile a
single (interactive) statement, or 'eval' to compile an expression.
The flags argument, if present, controls which future statements
influence the compilation of the code.
The dont_inherit argument, if true, stops the compilation inheriting
the effects of any future statements in effect in the code calling
compile; if absent or false these statements do influence the
compilation, in addition to any features explicitly specified.`,
    (source, filename, mode, flags, _dontInherit, optimize) =>
      compileBuiltin(source, filename, mode, flags, optimize),
  ),
  eval: reader(
    fn(
      '(source, /, globals=None, locals=None)',
      `Evaluate the given source in the context of globals and locals.

The source may be a string representing a Python expression
or a code object as returned by compile().
The globals must be a dictionary and locals can be any mapping,
defaulting to the current globals and locals.
If only globals is given, locals defaults to it.`,
      (source, globals, locals) => evaluate('eval', unknownFrame(), source, globals, locals),
    ),
    (frame, args) => evaluate('eval', frame, args[0]!, optional(args, 1), optional(args, 2)),
  ),
  exec: reader(
    fn(
      '(source, /, globals=None, locals=None, *, closure=None)',
      `Execute the given source in the context of globals and locals.

The source may be a string representing one or more Python statements
or a code object as returned by compile().
The globals must be a dictionary and locals can be any mapping,
defaulting to the current globals and locals.
If only globals is given, locals defaults to it.
The closure must be a tuple of cellvars, and can only be used
when source is a code object requiring exactly that many cellvars.`,
      (source, globals, locals) => {
        evaluate('exec', unknownFrame(), source, globals, locals);
        return null;
      },
    ),
    (frame, args) => {
      evaluate('exec', frame, args[0]!, optional(args, 1), optional(args, 2));
      return null;
    },
  ),
  globals: reader(
    fn(
      '()',
      `Return the dictionary containing the current scope's global variables.

NOTE: Updates to this dictionary *will* affect name lookups in the
current global scope and vice-versa.`,
      () => globalsOf(unknownFrame().globals),
    ),
    frame => globalsOf(frame.globals),
  ),
  locals: reader(
    fn(
      '()',
      `Return a dictionary containing the current scope's local variables.

NOTE: Whether or not updates to this dictionary will affect name
lookups in the local scope and vice-versa is *implementation
dependent* and not covered by any backwards compatibility
guarantees.`,
      () => localsOf(unknownFrame()),
    ),
    frame => localsOf(frame),
  ),
  vars: reader(
    variadicFn(
      `vars([object]) -> dictionary

Without arguments, equivalent to locals().
With an argument, equivalent to object.__dict__.`,
      args => {
        if (args.length > 1)
          throw typeError(`vars expected at most 1 argument, got ${args.length}`);
        if (args.length === 0) return localsOf(unknownFrame());
        const found = typeOf(args[0]!).find(args[0]!, '__dict__');
        if (found === undefined) throw typeError('vars() argument must have __dict__ attribute');
        return found;
      },
    ),
    frame => localsOf(frame),
  ),
  dir: reader(
    variadicFn(
      `dir([object]) -> list of strings

If called without an argument, return the names in the current scope.
Else, return an alphabetized list of names comprising (some of) the
attributes of the given object, and of attributes reachable from it.
If the object supplies a method named __dir__, it will be used;
otherwise the default dir() logic is used and returns:
  for a module object: the module's attributes.
  for a class object:  its attributes, and recursively the attributes
    of its bases.
  for any other object: its attributes, its class's attributes, and
    recursively the attributes of its class's base classes.`,
      args => {
        if (args.length > 1) throw typeError(`dir expected at most 1 argument, got ${args.length}`);
        return args.length === 0 ? sortedNames(localsOf(unknownFrame())) : directoryOf(args[0]!);
      },
    ),
    frame => sortedNames(localsOf(frame)),
  ),
  __build_class__: variadicFn(
    `__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class

Internal helper function used by the class statement.`,
    (args, names) => {
      if (args.length < 2) throw typeError('__build_class__: not enough arguments');
      const [body, name, ...rest] = args;
      if (!(body instanceof PyFunction))
        throw typeError('__build_class__: func must be a function');
      const text = strValue(name!);
      if (text === undefined) throw typeError('__build_class__: name is not a string');
      const count = names?.length ?? 0;
      const bases = rest.slice(0, rest.length - count);
      return buildClass(body, utf16(text), bases, rest.slice(bases.length), names) as Value;
    },
  ),
};
