import type { Text } from '../algorithms/text/contents.ts';
import { TypeIgnore, type mod } from './ast.gen.ts';
import { diagnose, diagnoseVersion, type Progress } from './diagnose/diagnose.ts';
import type { ParseMode, ParseOptions } from './parse-options.ts';
import { ParseFailure } from './parser/cursor.ts';
import { literalOptions } from './parser/literal-reader.ts';
import { Parser } from './parser/statements.ts';
import { sortWarnings, SyntaxProblem } from './problem.ts';
import { sourceFromBytes } from './source-encoding.ts';
import { sourceFromText, type Source } from './source.ts';
import { characterOffset } from './utf8.ts';
import { Tokenizer } from './tokenizer.ts';

/** Python source to its abstract syntax tree. Throws a SyntaxProblem (CPython: Parser/pegen.c). */
export function parse(input: Text | Uint8Array, options: ParseOptions): mod {
  return parseSource(readSource(input, options), options);
}

function readSource(input: Text | Uint8Array, options: ParseOptions): Source {
  const finalNewline = options.mode === 'exec';
  if (typeof input === 'string' ? input.includes('\0') : input.includes(0)) {
    const message = 'source code string cannot contain null bytes';
    throw new SyntaxProblem('SyntaxError', message, null, null, null, null, null);
  }
  return input instanceof Uint8Array
    ? sourceFromBytes(input, finalNewline, options.decode)
    : sourceFromText(input, finalNewline);
}

function parseSource(source: Source, options: ParseOptions): mod {
  const tokenizer = new Tokenizer(source, {
    single: options.mode === 'single',
    dontImplyDedent: options.dontImplyDedent ?? false,
    typeComments: options.typeComments ?? false,
  });
  tokenizer.run();
  const warnings = [...tokenizer.warnings];
  const parser = new Parser(tokenizer, literalOptions(options), warnings);
  parser.typeIgnores = tokenizer.typeIgnores.map(({ lineno, tag }) => new TypeIgnore(lineno, tag));
  parser.barryAsFlufl = options.barryAsFlufl ?? false;
  let tree: mod | null = null;
  try {
    tree = runParser(parser, options.mode);
  } catch (error) {
    if (error instanceof RangeError) throw tooComplex();
    if (!(error instanceof ParseFailure)) throw error;
  }
  if (tree === null) {
    const { body, lineBefore: start, barryAsFlufl } = parser;
    throw diagnoseSafely(tokenizer, options, { start, body, warnings, barryAsFlufl });
  }
  options.warnings?.push(...sortWarnings(warnings, parser.position));
  if (options.featureVersion !== undefined && options.featureVersion < 14) {
    const problem = diagnoseVersion(tokenizer, options);
    if (problem !== null) throw problem;
  }
  if (options.mode === 'single') checkSingle(tokenizer, parser.position - 1);
  return tree;
}

function diagnoseSafely(
  tokens: Tokenizer,
  options: ParseOptions,
  progress: Progress,
): SyntaxProblem {
  try {
    return diagnose(tokens, options, progress);
  } catch (error) {
    if (error instanceof RangeError) return tooComplex();
    throw error;
  }
}

/** The engine's stack is full. */
function tooComplex(): SyntaxProblem {
  const message = 'Parser stack overflowed - Python source too complex to parse';
  return new SyntaxProblem('MemoryError', message, null, null, null, null, null);
}

function runParser(parser: Parser, mode: ParseMode): mod {
  switch (mode) {
    case 'exec':
      return parser.parseModule();
    case 'eval':
      return parser.parseEval();
    case 'single':
      return parser.parseInteractive();
    case 'func_type':
      return parser.parseFunctionType();
  }
}

/** Nothing but space and comments may follow an interactive statement, whose last token is `last`. */
function checkSingle(tokens: Tokenizer, last: number): void {
  const { bytes, length } = tokens.source;
  const rest = tokens.source.slice(Math.min(tokens.ends[last]!, length), length);
  if (bytes[tokens.ends[last]!] === undefined || !/^(?:[ \t\n\f]|#.*)*$/.test(rest)) {
    const problem = problemAt(tokens, last);
    throw problem;
  }
}

function problemAt(tokens: Tokenizer, at: number): SyntaxProblem {
  const line = tokens.lines[at]!;
  const message = 'multiple statements found while compiling a single statement';
  const text = tokens.source.lineWithEnd(line);
  return new SyntaxProblem(
    'SyntaxError',
    message,
    line,
    characterOffset(text, tokens.cols[at]! + 1),
    tokens.endLines[at]!,
    characterOffset(text, tokens.endCols[at]! + 1),
    text,
  );
}
