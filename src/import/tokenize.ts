import { typeOf } from '../objects/builtin-types.ts';
import { PyBytes } from '../objects/bytes.ts';
import { smallInt } from '../objects/int.ts';
import { PyIterator } from '../objects/iterator.ts';
import type { Value } from '../objects/object.ts';
import { str, utf16 } from '../objects/str.ts';
import { tuple } from '../objects/tuple.ts';
import { SyntaxProblem } from '../syntax/problem.ts';
import { tokenStream, type TokenRecord } from '../syntax/token-stream.ts';
import { isException } from '../runtime/attributes.ts';
import { stopIterationType } from '../objects/exception-types.ts';
import { call, callMethod } from '../runtime/call.ts';
import { strValue } from '../runtime/convert.ts';
import { constructor, defineType } from '../runtime/declare.ts';
import { defineModule } from '../runtime/declare-module.ts';
import { typeError } from '../runtime/errors.ts';
import { syntaxError } from './syntax-errors.ts';

/** `_tokenize`: the compiler's tokens. CPython: Python/Python-tokenize.c */
export class TokenizerIter extends PyIterator {
  declare private readonly readline: Value;
  declare private readonly encoding: string | null;
  declare private readonly extraTokens: boolean;
  declare private tokens: Iterator<TokenRecord> | null;
  declare private text: string;
  constructor(readline: Value, encoding: string | null, extraTokens: boolean) {
    super();
    this.readline = readline;
    this.encoding = encoding;
    this.extraTokens = extraTokens;
    this.tokens = null;
    this.text = '';
  }

  override next(): Value | undefined {
    if (this.tokens === null) {
      this.text = this.readAll();
      this.tokens = tokenStream(this.text, this.extraTokens);
    }
    try {
      const { done, value } = this.tokens.next();
      if (done === true) return undefined;
      const place = ([line, column]: readonly [number, number]) =>
        tuple([smallInt(line), smallInt(column)]);
      return tuple([
        smallInt(value.type),
        str(value.string),
        place(value.start),
        place(value.end),
        str(value.line),
      ]);
    } catch (error) {
      if (error instanceof SyntaxProblem) throw syntaxError(error, '<string>', this.text);
      throw error;
    }
  }

  /** All lines that `readline` gives; bytes are decoded. */
  private readAll(): string {
    let text = '';
    for (;;) {
      let line: Value;
      try {
        line = call(this.readline);
      } catch (error) {
        if (isException(error, stopIterationType)) return text;
        throw error;
      }
      const decoded =
        this.encoding !== null && line instanceof PyBytes
          ? callMethod(line, 'decode', this.encoding)
          : line;
      const given = strValue(decoded);
      if (given === undefined)
        throw typeError(
          this.encoding === null
            ? `readline() returned a non-string object`
            : `readline() returned a non-bytes object (${typeOf(line).name})`,
        );
      if (given === '') return text;
      text += utf16(given);
    }
  }
}

const tokenizerIterType = defineType(TokenizerIter, {
  name: 'TokenizerIter',
  module: '_tokenize',
  doc: null,
  new: constructor(
    '(readline, /, *, encoding: str? = None, extra_tokens: bool = False)',
    (_type, readline, encoding, extraTokens) =>
      new TokenizerIter(readline, encoding === null ? null : utf16(encoding), extraTokens),
  ),
});

export const tokenizeModule = defineModule('_tokenize', {
  doc: null,
  types: { TokenizerIter: tokenizerIterType },
});
