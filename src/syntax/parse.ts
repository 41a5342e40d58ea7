import type { mod } from './ast.gen.ts';
import { LiteralFailure, ParseFailure } from './parser/cursor.ts';
import { Parser } from './parser/statements.ts';
import { SyntaxProblem, type SyntaxWarningRecord } from './problem.ts';
import { sourceFromBytes, type SourceDecoder } from './source-encoding.ts';
import { sourceFromText, type Source } from './source.ts';
import type { Text } from '../algorithms/text/contents.ts';
import { Tokenizer } from './tokenizer.ts';

export type ParseMode = 'exec' | 'eval' | 'single' | 'func_type';

export interface ParseOptions {
  readonly mode: ParseMode;
  /** Finds the code point of a Unicode character name, for `\N{…}`. */
  readonly lookupName?: (name: string) => number | undefined;
  /** Decodes sources in other encodings than UTF-8 and Latin-1. */
  readonly decode?: SourceDecoder;
  /** With `single`: a block that the input ends in stays open (codeop). */
  readonly dontImplyDedent?: boolean;
  /** Receives the warnings of a successful parse. */
  readonly warnings?: SyntaxWarningRecord[];
}

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
  });
  tokenizer.run();
  const parser = new Parser(tokenizer, { lookupName: options.lookupName ?? (() => undefined) });
  try {
    const tree = runParser(parser, options.mode);
    options.warnings?.push(...tokenizer.warnings);
    return tree;
  } catch (error) {
    if (error instanceof LiteralFailure) throw error.problem;
    if (!(error instanceof ParseFailure)) throw error;
    throw tokenizer.problem ?? genericProblem(source, tokenizer, parser.position);
  }
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

function genericProblem(source: Source, tokens: Tokenizer, at: number): SyntaxProblem {
  const line = tokens.lines[at]!;
  return new SyntaxProblem(
    'SyntaxError',
    'invalid syntax',
    line,
    tokens.cols[at]! + 1,
    tokens.endLines[at]!,
    tokens.endCols[at]! + 1,
    source.line(line),
  );
}
