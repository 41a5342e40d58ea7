import type { stmt } from '../ast.gen.ts';
import type { ParseOptions } from '../parse-options.ts';
import { LiteralReader, literalOptions } from '../parser/literal-reader.ts';
import { sortWarnings, SyntaxProblem, type WarningAtToken } from '../problem.ts';
import type { Tokenizer } from '../tokenizer.ts';
import {
  DEDENT,
  DOT,
  ELLIPSIS,
  ENDMARKER,
  FSTRING_END,
  FSTRING_MIDDLE,
  FSTRING_START,
  INDENT,
  KEYWORD_BASE,
  NAME,
  NEWLINE,
  NUMBER,
  STRING,
  TSTRING_END,
  TSTRING_MIDDLE,
  TSTRING_START,
} from '../tokens.ts';
import { Diagnosis, TokenizerStop } from './peg.ts';
import { Rules } from './statements.ts';

type Outcome = 'accepted' | 'refused' | 'tokenizer' | SyntaxProblem;

/** What the fast parser has read of a module: where to begin anew, and the statements, which are older. */
export interface Progress {
  readonly start: number;
  readonly body: readonly stmt[];
  readonly warnings: readonly WarningAtToken[];
  readonly barryAsFlufl: boolean;
}

/**
 * What CPython says of a source that the fast parser refused (CPython: Parser/pegen.c and pegen_errors.c). The statements
 * that the fast parser is done with are passed over, but the last, which some rules look beyond; that no rule for
 * mistakes complains of a right statement was checked on CPython's whole library.
 */
export function diagnose(
  tokens: Tokenizer,
  options: ParseOptions,
  progress: Progress,
): SyntaxProblem {
  // What the fast parser warned of behind the start is read once more.
  const warnings = progress.warnings.filter(({ token }) => token < progress.start);
  const reader = new LiteralReader(tokens, literalOptions(options), warnings);
  const rules = new Rules(tokens, reader);
  rules.startAt(progress.start);
  rules.barryAsFlufl = progress.barryAsFlufl;
  rules.featureVersion = options.featureVersion ?? rules.featureVersion;
  const first = attempt(rules, options);
  const read = rules.fill;
  options.warnings?.push(
    ...sortWarnings(
      [...tokens.warnings.filter(({ token }) => token >= progress.start), ...warnings],
      read,
    ),
  );
  warnings.length = 0;
  if (options.allowIncompleteInput === true && isAtEnd(tokens, rules.fill)) {
    return incomplete(rules, tokens);
  }
  const problem = problemOf(rules, tokens, options, first, progress);
  const later = tokens.warnings.filter(({ token }) => token >= read);
  options.warnings?.push(...sortWarnings([...later, ...warnings], rules.fill));
  return withLastStatement(problem, rules.lastStatement);
}

/** A source that the grammar of `options.featureVersion` lacks something for. */
export function diagnoseVersion(tokens: Tokenizer, options: ParseOptions): SyntaxProblem | null {
  const rules = new Rules(tokens, new LiteralReader(tokens, literalOptions(options), []));
  rules.barryAsFlufl = options.barryAsFlufl ?? false;
  rules.featureVersion = options.featureVersion ?? rules.featureVersion;
  const outcome = attempt(rules, options);
  return outcome instanceof SyntaxProblem ? outcome : null;
}

function incomplete(rules: Rules, tokens: Tokenizer): SyntaxProblem {
  const p = rules.problemAtToken('SyntaxError', rules.fill - 1, 'incomplete input');
  const { source, failure } = tokens;
  // An unterminated string has been read to the end, but the tokenizer is back on its first line.
  const inString = failure !== null && failure.problem !== null && p.lineno !== null;
  const text = inString ? source.slice(source.lineStart(p.lineno), source.length) : p.text;
  const { kind, message, lineno, offset, end_lineno, end_offset } = p;
  return new SyntaxProblem(kind, message, lineno, offset, end_lineno, end_offset, text, {
    incomplete: true,
  });
}

function problemOf(
  rules: Rules,
  tokens: Tokenizer,
  options: ParseOptions,
  first: Outcome,
  progress: Progress,
): SyntaxProblem {
  if (first === 'tokenizer') return tokenizerProblem(rules, tokens);
  if (first instanceof SyntaxProblem) return checkRest(rules, tokens, first);
  const last = rules.fill - 1;
  rules.startSecondPass(lastCompound(progress.body, [0, 0], tokens.lines[progress.start]!));
  const second = attempt(rules, options);
  if (second === 'tokenizer') return tokenizerProblem(rules, tokens);
  if (second instanceof SyntaxProblem) return checkRest(rules, tokens, second);
  const kind = tokens.kinds[last];
  if (kind === INDENT || kind === DEDENT) {
    const message = kind === INDENT ? 'unexpected indent' : 'unexpected unindent';
    return rules.problemAtToken('IndentationError', rules.fill - 1, message);
  }
  // The place is that of the first pass: the second may have looked further.
  const problem = rules.problem(
    'SyntaxError',
    'invalid syntax',
    tokens.lines[last]!,
    tokens.cols[last]! + 1,
    tokens.endLines[last]!,
    tokens.endCols[last]! + 1,
  );
  return checkRest(rules, tokens, problem, true);
}

const noted = new Set([
  'If',
  'ClassDef',
  'With',
  'AsyncWith',
  'For',
  'AsyncFor',
  'Try',
  'TryStar',
  'While',
  'Match',
]);

/** The place of the last compound statement in `body`, functions apart, above the line `before`. */
function lastCompound(
  body: readonly stmt[],
  found: readonly [number, number],
  before: number,
): readonly [number, number] {
  for (const node of body) {
    if (node.lineno >= before) break;
    for (const block of blocksOf(node)) found = lastCompound(block, found, before);
    if (noted.has(node.kind) && node.lineno >= found[0]) found = [node.lineno, node.col_offset];
  }
  return found;
}

function blocksOf(node: stmt): readonly (readonly stmt[])[] {
  switch (node.kind) {
    case 'If': {
      // An elif is a statement of the tree, but none of the grammar.
      const [elif] = node.orelse;
      const isElif = elif?.kind === 'If' && elif.col_offset === node.col_offset;
      return isElif ? [node.body, ...blocksOf(elif)] : [node.body, node.orelse];
    }
    case 'While':
    case 'For':
    case 'AsyncFor':
      return [node.body, node.orelse];
    case 'FunctionDef':
    case 'AsyncFunctionDef':
    case 'ClassDef':
    case 'With':
    case 'AsyncWith':
      return [node.body];
    case 'Try':
    case 'TryStar':
      return [
        node.body,
        ...node.handlers.map(handler => handler.body),
        node.orelse,
        node.finalbody,
      ];
    case 'Match':
      return node.cases.map(each => each.body);
    default:
      return [];
  }
}

function attempt(rules: Rules, options: ParseOptions): Outcome {
  try {
    return rules.run(options.mode) ? 'accepted' : 'refused';
  } catch (error) {
    if (error instanceof Diagnosis) return error.problem;
    if (error instanceof TokenizerStop) return 'tokenizer';
    throw error;
  }
}

function withLastStatement(
  p: SyntaxProblem,
  lastStatement: readonly [number, number],
): SyntaxProblem {
  const { kind, message, lineno, offset, end_lineno, end_offset, text } = p;
  return new SyntaxProblem(kind, message, lineno, offset, end_lineno, end_offset, text, {
    lastStatement,
  });
}

/** Whether the tokenizer had seen the end of the source when `fill` tokens were read. */
function isAtEnd(tokens: Tokenizer, fill: number): boolean {
  if (fill === tokens.count && tokens.failure !== null) return tokens.failure.atEnd;
  const last = fill - 1;
  const kind = tokens.kinds[last]!;
  if (kind === ENDMARKER) return true;
  const end = tokens.ends[last]!;
  // After a dot the scanner looks for an ellipsis.
  const dots = kind === DOT && tokens.source.bytes[end] === 46 ? 1 : 0;
  if (end + dots < tokens.source.length) return false;
  switch (kind) {
    case NEWLINE:
      return tokens.cols[last] === -1;
    case STRING:
      // An empty string may be the start of a triple-quoted one.
      return (
        tokens.source.bytes[end - 2] === tokens.source.bytes[end - 1] &&
        !/^\w*(?:"""|''')|\\.$/s.test(tokens.source.slice(tokens.starts[last]!, end))
      );
    case FSTRING_START:
    case FSTRING_MIDDLE:
    case FSTRING_END:
    case TSTRING_START:
    case TSTRING_MIDDLE:
    case TSTRING_END:
    case ELLIPSIS:
      return false;
    default:
      // The scanner of names, numbers and short operators has looked at what follows.
      return (
        tokens.ends[last]! - tokens.starts[last]! < 3 ||
        kind === NAME ||
        kind === NUMBER ||
        kind >= KEYWORD_BASE
      );
  }
}

/** An error of the tokenizer further on goes before the parser's, and so may a bracket that is never closed. */
function checkRest(
  rules: Rules,
  tokens: Tokenizer,
  problem: SyntaxProblem,
  generic = false,
): SyntaxProblem {
  const { failure } = tokens;
  if (problem.kind === 'UnicodeDecodeError') return problem;
  if (!generic && isAtEnd(tokens, rules.fill)) return problem;
  const current = tokens.lines[rules.fill - 1]!;
  rules.fill = tokens.count;
  if (failure === null || failure.insideFString) return problem;
  if (failure.problem !== null) return failure.problem;
  const line = tokens.bracketLines[tokens.bracketLines.length - 1];
  return line !== undefined && current > line ? neverClosed(rules, tokens) : problem;
}

function neverClosed(rules: Rules, tokens: Tokenizer): SyntaxProblem {
  const last = tokens.brackets.length - 1;
  const char = String.fromCharCode(tokens.brackets[last]!);
  const line = tokens.bracketLines[last]!;
  const column = tokens.bracketCols[last]! + 1;
  return rules.problem('SyntaxError', `'${char}' was never closed`, line, column, line, 0);
}

function tokenizerProblem(rules: Rules, tokens: Tokenizer): SyntaxProblem {
  const failure = tokens.failure!;
  if (failure.problem !== null) return failure.problem;
  const last = tokens.count - 1;
  const line = tokens.lines[last]!;
  switch (failure.reason) {
    case 'dedent':
      return rules.problemAtToken(
        'IndentationError',
        last,
        'unindent does not match any outer indentation level',
      );
    case 'tabs':
      return rules.problem(
        'TabError',
        'inconsistent use of tabs and spaces in indentation',
        line,
        1,
        line,
        0,
      );
    case 'depth':
      return rules.problem('IndentationError', 'too many levels of indentation', line, 1, line, 0);
    case 'continuation': {
      const column = tokens.starts[last]! - tokens.bufferStart;
      const message = 'unexpected character after line continuation character';
      return rules.problem('SyntaxError', message, line, column, line, 0);
    }
    default:
      if (tokens.brackets.length > 0) return neverClosed(rules, tokens);
      return rules.problemAtToken('SyntaxError', last, 'unexpected EOF while parsing');
  }
}
