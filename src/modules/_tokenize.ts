import { PyBytes } from '../objects/bytes.ts';
import * as exceptions from '../objects/exception-types.ts';
import { smallInt } from '../objects/int.ts';
import { PyIterator } from '../objects/iterator.ts';
import type { Value } from '../objects/object.ts';
import { str, utf16, type PyStr } from '../objects/str.ts';
import { tuple } from '../objects/tuple.ts';
import { findGeneric, isException, setAttr } from '../runtime/attributes.ts';
import { call, callMethod } from '../runtime/call.ts';
import { strValue } from '../runtime/convert.ts';
import { constructor, defineType } from '../runtime/declare.ts';
import { defineModule } from '../runtime/declare-module.ts';
import { noAttribute, typeError } from '../runtime/errors.ts';
import { SyntaxProblem } from '../syntax/problem.ts';
import { tokenStream, type TokenRecord } from '../syntax/token-stream.ts';
import { attributeName } from '../types/object.ts';

/** The tokens of what `readline` gives, read to its end at the first token. CPython: Python/Python-tokenize.c */
export class TokenizerIterator extends PyIterator {
  declare private readonly readline: Value;
  declare private readonly encoding: PyStr | null;
  declare private readonly extraTokens: boolean;
  declare private tokens: Generator<TokenRecord, void> | undefined;
  constructor(readline: Value, encoding: PyStr | null, extraTokens: boolean) {
    super();
    this.readline = readline;
    this.encoding = encoding;
    this.extraTokens = extraTokens;
    this.tokens = undefined;
  }

  override next(): Value | undefined {
    this.tokens ??= tokenStream(this.text(), this.extraTokens);
    try {
      const { value } = this.tokens.next();
      return value === undefined ? undefined : tokenTuple(value);
    } catch (error) {
      throw error instanceof SyntaxProblem ? syntaxError(error) : error;
    }
  }

  private text(): string {
    let text = '';
    for (;;) {
      const line = this.line();
      if (line === '') return text;
      text += line;
    }
  }

  private line(): string {
    let line: Value;
    try {
      line = call(this.readline);
    } catch (error) {
      if (isException(error, exceptions.stopIterationType)) return '';
      throw error;
    }
    if (this.encoding === null) {
      const text = strValue(line);
      if (text === undefined) throw typeError('readline() returned a non-string object');
      return utf16(text);
    }
    if (!(line instanceof PyBytes)) throw typeError('readline() returned a non-bytes object');
    return utf16(strValue(callMethod(line, 'decode', this.encoding, 'replace'))!);
  }
}

const position = ([line, column]: readonly [number, number]): Value =>
  tuple([smallInt(line), smallInt(column)]);
const tokenTuple = ({ type, string, start, end, line }: TokenRecord): Value =>
  tuple([smallInt(type), str(string), position(start), position(end), str(line)]);

const UNEXPECTED_END = 'unexpected EOF in multi-line statement';

function syntaxError(problem: SyntaxProblem): unknown {
  const { kind, message, lineno, offset, text, end_lineno, end_offset } = problem;
  const type =
    kind === 'IndentationError'
      ? exceptions.indentationErrorType
      : kind === 'TabError'
        ? exceptions.tabErrorType
        : exceptions.syntaxErrorType;
  const number = (n: number | null): Value => (n === null ? null : smallInt(n));
  const details = [
    '<string>',
    number(lineno),
    number(offset),
    text === null ? null : str(text),
    number(end_lineno),
    number(end_offset),
  ];
  // At the end of the text CPython tells the place after the error is made.
  if (message !== UNEXPECTED_END) return call(type, str(message), tuple(details));
  const error = call(type, str(message));
  setAttr(error, 'filename', '<string>');
  setAttr(error, 'lineno', number(lineno));
  setAttr(error, 'offset', number(offset));
  return error;
}

export const tokenizerIteratorType = defineType(TokenizerIterator, {
  name: 'TokenizerIter',
  module: '_tokenize',
  doc: null,
  new: constructor(
    '(readline, /, *, extra_tokens: bool, encoding: str? = None)',
    (_type, readline, extraTokens, encoding) =>
      new TokenizerIterator(readline, encoding, extraTokens),
    'tokenizeriter',
  ),
  slots: {
    __getattribute__(self, name) {
      const text = attributeName(name);
      const found = findGeneric(self, text);
      if (found === undefined) throw noAttribute(self, text);
      return found;
    },
  },
});

export const tokenizeModule = defineModule('_tokenize', {
  doc: null,
  types: { TokenizerIter: tokenizerIteratorType },
});
